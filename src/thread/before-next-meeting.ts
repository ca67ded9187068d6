/**
 * Before the next meeting: its page opens with what the last one left open, and its agenda item “follow-up” is drafted from it.
 *
 * What is open is asked of the same queries as the state of play, by the rights of who looks; from whom something came that was said under the Chatham House
 * Rule is never said.
 */
import * as m from '#messages';
import type { Tx } from '../kernel/action.ts';
import type { Actor } from '../kernel/actor.ts';
import { locales, type LanguageMap, type Locale } from '../kernel/language-map.ts';
import { Refusal, type Answer } from '../kernel/refusal.ts';
import { asActor, type Database } from '../kernel/server/db/database.ts';
import { runAction, type Door } from '../kernel/server/run-action.ts';
import { dayIn } from '../kernel/wall-clock.ts';
import { flat, sessionForm } from '../modules/meetings/index.ts';
import {
  addSession,
  agendaOf,
  editSession,
  meetingHead,
  titleIn,
  type MeetingHead,
} from '../modules/meetings/server/index.ts';
import type { HeldMeeting } from './body-meetings.ts';
import { commitmentLines, followedBy, nextDueFirst, type CommitmentLine } from './commitment-lines.ts';
import { stateOfPlay, type SaidOutcome } from './state-of-play.ts';

export interface LeftOpen {
  /** The last meeting of a body that meets, the latest of them; null when none is on record. */
  last: HeldMeeting | null;
  /** Open commitments the bodies follow up, the next due first. */
  commitments: CommitmentLine[];
  /** Requests nothing has come of, and offers nobody has taken up, the newest first. */
  requests: SaidOutcome[];
  offers: SaidOutcome[];
}

/** What the earlier meetings of the bodies of a meeting left open, on a day before it. */
export async function leftOpen(
  tx: Tx,
  head: Pick<MeetingHead, 'bodies' | 'startDay' | 'zone'>,
  at: Date,
  language: string,
): Promise<LeftOpen> {
  const today = dayIn(at, head.zone);
  const on = head.startDay !== null && head.startDay < today ? head.startDay : today;
  const found: LeftOpen = { last: null, commitments: [], requests: [], offers: [] };
  for (const { key } of head.bodies) {
    const play = await stateOfPlay(tx, { body: key, on }, language);
    if (play.last && (found.last === null || play.last.day > found.last.day)) found.last = play.last;
    const as = { on, known: new Date(`${play.known}T23:59:59.999Z`) };
    const lines = await commitmentLines(tx, followedBy(play.body.id), as, language, on);
    found.commitments.push(...lines.filter(({ state }) => state === 'open'));
    found.requests.push(...play.requests);
    found.offers.push(...play.offers);
  }
  return {
    last: found.last,
    commitments: once(found.commitments, ({ id }) => id).toSorted(nextDueFirst),
    requests: once(found.requests, ({ outcome }) => outcome.id),
    offers: once(found.offers, ({ outcome }) => outcome.id),
  };
}

const once = <T>(list: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(list.map((one) => [key(one), one])).values(),
];

/** More questions than this are no agenda item; characters that a session holds in one language. */
export const mostQuestions = 30;
const mostCharacters = 4900;
/** As much of a text as a question quotes. */
const quoted = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 159).toWellFormed()}…`;
};

/** What all participants may read: nothing of a report that is not checked yet. */
const forParticipants = ({ outcome }: SaidOutcome): boolean => outcome.report.stage !== 'received';

/** Guiding questions, one a line: how each open commitment stands, who answers each request, who takes up each offer. */
export function followUpQuestions({ commitments, requests, offers }: LeftOpen): LanguageMap {
  const speakers = ({ outcome }: SaidOutcome, locale: Locale): string =>
    outcome.by
      .map(({ name }) => name ?? '')
      .filter((name) => name !== '')
      .join(', ') || m.meetings_ask_somebody({}, { locale });
  const inLocale = (locale: Locale): string => {
    const lines = [
      ...commitments.map(({ number, title }) =>
        m.meetings_ask_commitment({ number: `C-${number}`, title: quoted(title) }, { locale }),
      ),
      ...requests
        .filter(forParticipants)
        .map((one) =>
          m.meetings_ask_request({ who: speakers(one, locale), text: quoted(one.outcome.text) }, { locale }),
        ),
      ...offers
        .filter(forParticipants)
        .map((one) => m.meetings_ask_offer({ who: speakers(one, locale), text: quoted(one.outcome.text) }, { locale })),
    ].slice(0, mostQuestions);
    while (lines.join('\n').length > mostCharacters) lines.pop();
    return lines.join('\n');
  };
  return Object.fromEntries(locales.map((locale) => [locale, inLocale(locale)]));
}

/**
 * Drafts the agenda item: writes the questions into the follow-up session of the template, or adds one.
 * @param slug of the meeting.
 */
export async function draftFollowUp(
  database: Database,
  actor: Actor,
  slug: string,
  door: Door,
  at = new Date(),
): Promise<Answer<{ slug: string; session: string }>> {
  const found = await asActor(database, actor, async (tx) => {
    const head = await meetingHead(tx, slug, 'en');
    return head && { head, open: await leftOpen(tx, head, at, 'en'), agenda: flat(await agendaOf(tx, head.id, 'en')) };
  });
  if (!found)
    return {
      ok: false,
      refusal: new Refusal('meetings.call.not-found', 'There is no such meeting, or you may not see it.'),
    };
  const questions = followUpQuestions(found.open);
  if (questions.en === '')
    return {
      ok: false,
      refusal: new Refusal(
        'meetings.follow-up.empty',
        'The earlier meetings left nothing open; there is nothing to draft.',
      ),
    };
  const title = titleIn('follow-up');
  const standing = found.agenda.find((session) => session.form.title.en === title.en && session.state === 'planned');
  return standing
    ? runAction(database, editSession, actor, { ...sessionForm(standing, found.head.zone), questions }, { door })
    : runAction(database, addSession, actor, { meeting: found.head.id, kind: 'plenary', title, questions }, { door });
}
