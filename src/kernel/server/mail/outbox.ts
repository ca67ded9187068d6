import { sql } from 'kysely';
import { system } from '../../actor.ts';
import { issueToken, linkMinutes } from '../auth/link.ts';
import { reportFault } from '../background.ts';
import { introduce } from '../db/database.ts';
import type { Runtime } from '../runtime.ts';
import type { Tx } from '../../action.ts';
import { compose } from './compose.ts';
import { deliver } from './deliver.ts';
import type { Letter } from './letter.ts';
import type { Template } from './texts.ts';

interface Waiting {
  id: string;
  template: Template | 'notice' | 'digest';
  words: { path: string; by?: string; role?: string };
  person_id: string;
  name: string;
  email: string;
  language: string;
}

/** A mail that failed so often is given up; `redthread doctor` says so. */
export const mostAttempts = 6;

/**
 * Sends every mail that is due; answers how many went out. Several may run at once, on several machines: a mail is
 * taken by one of them. The token is made here, at the last moment, and is kept nowhere but in the mail. Notices are
 * left to a process that can write them.
 * @param stop once aborted, the mail in hand is sent through and no further one is taken.
 */
export async function sendDue(runtime: Runtime, stop?: AbortSignal): Promise<number> {
  let sent = 0;
  for (;;) {
    if (stop?.aborted) return sent;
    const mail = await asSystem(runtime, (tx) => takeOne(tx, runtime.writeNotice !== undefined));
    if (!mail) return sent;
    if (await send(runtime, mail)) sent++;
  }
}

/** Takes the oldest that is due and puts its next try off, so that a crash delays it and no more. A sign-in link nobody waits for any longer is left. */
async function takeOne(tx: Tx, notices: boolean): Promise<Waiting | null> {
  const { rows } = await sql<Waiting>`with due as (
      select m.id from mail m join person p on p.id = m.person_id and p.ended_at is null
      where m.sent_at is null and m.next_at <= now() and m.attempts < ${mostAttempts}
        and (${notices} or m.template in ('sign-in', 'invitation'))
        and not (m.template = 'sign-in' and m.created_at < now() - make_interval(mins => ${linkMinutes['sign-in']}))
      order by m.next_at limit 1 for update of m skip locked)
    update mail m set attempts = m.attempts + 1, next_at = now() + make_interval(secs => 15 * power(4, m.attempts))
    from due, person p, person_emails() e
    where m.id = due.id and p.id = m.person_id and e.person_id = m.person_id
    returning m.id, m.template, m.words, m.person_id, p.name, e.email, p.language`.execute(tx);
  return rows[0] ?? null;
}

async function send(runtime: Runtime, mail: Waiting): Promise<boolean> {
  try {
    const letter = await letterOf(runtime, mail);
    // Nothing is left to say: whoever writes such mails has removed it.
    if (letter === null) return false;
    await deliver(runtime, letter);
    await asSystem(runtime, (tx) =>
      sql`update mail set sent_at = now(), fault = null where id = ${mail.id}`.execute(tx),
    );
    return true;
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    const fault = [code ?? 'failed', responseCode].filter(Boolean).join(' ');
    console.error(JSON.stringify({ level: 'error', part: 'mail', mail: mail.id, fault }));
    await asSystem(runtime, (tx) => sql`update mail set fault = ${fault} where id = ${mail.id}`.execute(tx));
    return false;
  }
}

/** The mail as it goes out now: a sign-in link with a fresh token, or what the person may be told at this moment. */
async function letterOf(runtime: Runtime, mail: Waiting): Promise<Letter | null> {
  const { id, template, language, words } = mail;
  const to = { name: mail.name, address: mail.email };
  if (template === 'notice' || template === 'digest') {
    if (!runtime.writeNotice) throw Object.assign(new Error('this process writes no notices'), { code: 'EWRITER' });
    return runtime.writeNotice({ id, template, language, to, person: mail.person_id });
  }
  const url = new URL(words.path, runtime.origin);
  if (url.origin !== runtime.origin)
    throw Object.assign(new Error('a mail leads to this installation only'), { code: 'EPATH' });
  url.searchParams.set('token', await issueToken(runtime, mail.person_id, linkMinutes[template]));
  return compose({ id, template, language, to, by: words.by, role: words.role, url: url.href });
}

function asSystem<T>({ database }: Runtime, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.app.transaction().execute(async (tx) => {
    await introduce(tx, system);
    return work(tx);
  });
}

interface Pass {
  again: boolean;
  stop: AbortController;
  through: Promise<void>;
}

const passes = new WeakMap<Runtime, Pass>();

/**
 * Sends what is due now, in the background; a call while it runs makes it look once more.
 * Resolves, never rejects, when nothing is being sent any longer. A page does not wait for it.
 */
export function nudgeOutbox(runtime: Runtime): Promise<void> {
  // The address is known when the server listens; until then a mail would lead nowhere.
  if (runtime.origin === '') return Promise.resolve();
  const known = passes.get(runtime);
  if (known) {
    known.again = true;
    return known.through;
  }
  const pass: Pass = { again: true, stop: new AbortController(), through: Promise.resolve() };
  passes.set(runtime, pass);
  pass.through = sendWhileAsked(runtime, pass);
  return pass.through;
}

async function sendWhileAsked(runtime: Runtime, pass: Pass): Promise<void> {
  while (pass.again && !pass.stop.signal.aborted) {
    pass.again = false;
    await sendDue(runtime, pass.stop.signal).catch((error: unknown) => reportFault('mail', error));
  }
  passes.delete(runtime);
}

/**
 * Looks for due mails every few seconds until stopped; the process can end while it waits. `stop` resolves when the
 * mail in hand is through and marked as sent: closing the database before would send it a second time.
 */
export function startOutbox(runtime: Runtime, everyMs = 5000): { stop(): Promise<void> } {
  void nudgeOutbox(runtime);
  const timer = setInterval(() => void nudgeOutbox(runtime), everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      const pass = passes.get(runtime);
      pass?.stop.abort();
      await pass?.through;
    },
  };
}
