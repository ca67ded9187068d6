import { sql } from 'kysely';
import * as m from '#messages';
import type { Tx } from '../../kernel/action.ts';
import { system } from '../../kernel/actor.ts';
import { reportFault } from '../../kernel/server/background.ts';
import { asActor, introduce } from '../../kernel/server/db/database.ts';
import { loadActor } from '../../kernel/server/load-actor.ts';
import { localeOf } from '../../kernel/server/mail/compose.ts';
import type { Letter, NoticeMail } from '../../kernel/server/mail/letter.ts';
import { nudgeOutbox } from '../../kernel/server/mail/outbox.ts';
import type { Runtime } from '../../kernel/server/runtime.ts';
import type { Locale } from '../../kernel/language-map.ts';
import { invitationText, type Mailbox } from '../../modules/calendar/index.ts';
import { remindersDue, type Content } from '../../modules/notices/index.ts';
import {
  dropMail,
  listeners,
  noticeLetter,
  noticesOf,
  putIntoMails,
  recordNotices,
  sealSubscription,
} from '../../modules/notices/server/index.ts';
import { formatDay } from '../../ui/dates.ts';
import { localised } from '../../ui/locales.ts';
import { noticeContents } from './contents.ts';
import { noticeFacts } from './facts.ts';

/** Only one process at a time works out who is to be told, so that nobody gets two digests in one morning. */
const lock = 727174;

function asSystem<T>({ database }: Runtime, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.app.transaction().execute(async (tx) => {
    await introduce(tx, system);
    return work(tx);
  });
}

/**
 * Works out from the clock who is to be told of what, writes it down, and puts what may go out now into mails.
 * Answers how many of each; nothing when another process is at it.
 * @param at the moment; every later call makes up for those that were missed.
 */
export async function tellPeople(runtime: Runtime, at = new Date()): Promise<{ notices: number; mails: number }> {
  return asSystem(runtime, async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lock}) as mine`.execute(tx);
    if (!rows[0]?.mine) return { notices: 0, mails: 0 };
    const people = await listeners(tx);
    const notices = await recordNotices(tx, remindersDue(await noticeFacts(tx, people, at), at), people, at);
    const mails = await putIntoMails(tx, people, at, runtime.settings.MAILS_A_DAY);
    return { notices, mails };
  });
}

/**
 * Writes a notice or a digest as its person may read it at this moment: their rights are asked now, the words come from now.
 * Null when nothing is left to say; the mail is gone then.
 */
export async function writeNotice(runtime: Runtime, mail: NoticeMail, at = new Date()): Promise<Letter | null> {
  const locale = localeOf(mail.language);
  const actor = await loadActor(runtime.database, mail.person);
  const told = await asSystem(runtime, (tx) => noticesOf(tx, mail.id));
  const contents = await asActor(runtime.database, actor, (tx) => noticeContents(tx, told, locale));
  const [first] = contents;
  if (!first) {
    await asSystem(runtime, (tx) => dropMail(tx, mail.id, at));
    return null;
  }
  const kind = mail.template === 'digest' ? 'digest' : first.kind;
  const address = (path: string) => `${runtime.origin}${localised(path, locale)}`;
  const seal = sealSubscription(runtime.secret, { person: mail.person, kind });
  const letter = noticeLetter(contents, { mail, locale, address, ending: address(`/unsubscribe/${seal}`), formatDay });
  const calendar = mail.template === 'notice' ? calendarPart(runtime, first, mail, { address, locale }) : null;
  return calendar === null ? letter : { ...letter, calendar };
}

/** What a mail about a meeting brings along for the calendar of its recipient. */
function calendarPart(
  runtime: Runtime,
  { calendar, path }: Content,
  mail: NoticeMail,
  { address, locale }: { address: (path: string) => string; locale: Locale },
): Letter['calendar'] | null {
  if (!calendar) return null;
  const { from, until, changed, ...event } = calendar;
  const text = invitationText(
    {
      ...event,
      changed: new Date(changed).toISOString(),
      when: { kind: 'days', from, until },
      description: m.notices_calendar_answer({}, { locale }),
      url: address(path),
    },
    mailboxOf(runtime.settings.MAIL_FROM),
    mail.to,
  );
  return { method: calendar.method, text };
}

/** `Redthread <redthread@example.org>` in its parts. */
function mailboxOf(text: string): Mailbox {
  const parts = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(text);
  return parts ? { name: parts[1] || 'Redthread', address: parts[2]! } : { name: 'Redthread', address: text.trim() };
}

/** Tells people what the clock says, once a minute, until stopped; what was missed while nothing ran is made up for at the start. */
export function startTelling(runtime: Runtime, everyMs = 60_000): { stop(): Promise<void> } {
  runtime.writeNotice = (mail) => writeNotice(runtime, mail);
  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    // The address is known when the server listens; until then a mail would lead nowhere.
    if (runtime.origin === '') return;
    running = running.then(async () => {
      const { mails } = await tellPeople(runtime);
      if (mails > 0) void nudgeOutbox(runtime);
    });
    running = running.catch((error: unknown) => reportFault('notices', error));
  };
  tick();
  const timer = setInterval(tick, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
