/**
 * The state of play of a body on a day: what a chair needs to know before opening a meeting.
 *
 * True as of the day twice: nothing that happened later appears, and nothing that was recorded later (unless a later `known` is asked for). It is made to be
 * handed on, so it never holds an internal note, and never says from whom something came that was said under the Chatham House Rule, whoever asks.
 */
import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import { Refusal } from '../kernel/refusal.ts';
import { outcomesByIds, type ListedOutcomeRow } from '../modules/records/server/index.ts';
import { listBodies } from '../modules/register/server/index.ts';
import { meetingsOf, nextMeetingOf, type ComingMeeting, type HeldMeeting } from './body-meetings.ts';
import {
  commitmentLines,
  followedBy,
  isOverdue,
  isSilentLine,
  nextDueFirst,
  type AsOfMoment,
  type CommitmentLine,
  type GoalName,
} from './commitment-lines.ts';
import { movedSince, type Movement } from './moved-since.ts';
import type { Named } from './names-of.ts';
import { returningWishes, type Wish } from './returning-wishes.ts';
import { addMonths } from '../modules/followup/index.ts';
import { openUpdateRequests, type OpenUpdateRequest } from './update-requests.ts';
import { wasTakenUp } from './taken-up.ts';
import { whatBecame, type Became } from './what-became.ts';

export interface SaidOutcome {
  outcome: ListedOutcomeRow;
  became: Became;
}

/** How the commitments under a goal stand. */
export interface GoalStanding {
  goal: GoalName;
  done: number;
  moving: number;
  silent: number;
  commitments: number[];
}

export interface StateOfPlay {
  body: Named & { id: string; kind: string };
  /** The day it speaks of. */
  on: string;
  /** By the end of this day everything in it had been recorded. */
  known: string;
  /** What happened after this day is news; null when the body had not met before. */
  since: string | null;
  last: HeldMeeting | null;
  next: ComingMeeting | null;
  /** What the last meeting said, with what became of each. */
  agreed: SaidOutcome[];
  moved: Movement[];
  /** Open commitments of which too long nothing was heard (`isSilent` of follow-up), the longest silence first. */
  silent: CommitmentLine[];
  /** Open commitments whose time passed, and those due until `dueUntil`; the earliest first. */
  overdue: CommitmentLine[];
  due: CommitmentLine[];
  /** The next meeting, else half a year ahead. */
  dueUntil: string;
  /** Requests of the body's meetings that nothing has come of, the newest first. */
  requests: SaidOutcome[];
  /** Owners who were asked how it stands and have not answered. */
  questions: OpenUpdateRequest[];
  /** Offers nobody has taken up, the newest first. */
  offers: SaidOutcome[];
  wishes: Wish[];
  goals: GoalStanding[];
  /** How many commitments are followed up here in all, by state. */
  followed: { open: number; completed: number; other: number };
  /** Outcomes of meetings up to the day that were recorded later, and are therefore left out. */
  recordedLater: number;
}

export interface StateOfPlayQuestion {
  /** Key of the body, `body:senior-officials-meeting`. */
  body: string;
  /** ISO day. */
  on: string;
  /** ISO day; the end of the last meeting before `on` when not given. */
  since?: string | null;
  /** ISO day by whose end it must have been recorded; `on` when not given. */
  known?: string | null;
}

/** Months ahead that count as "soon" when no next meeting is known. */
const soon = 6;

/**
 * @param language of names; what was written stays in its own language
 * @throws Refusal `register.body.not-found`
 */
export async function stateOfPlay(tx: Tx, asked: StateOfPlayQuestion, language: string): Promise<StateOfPlay> {
  const body = (await listBodies(tx, { language, day: asked.on })).find(({ key }) => key === asked.body);
  if (!body) throw new Refusal('register.body.not-found', `The register has no body ${asked.body}.`);
  const known = asked.known ?? asked.on;
  const as: AsOfMoment = { on: asked.on, known: new Date(`${known}T23:59:59.999Z`) };
  const meetings = await meetingsOf(tx, body.id, asked.on, as.known);
  const last = meetings.find(({ until }) => until < asked.on) ?? null;
  const since = asked.since ?? last?.until ?? null;
  const next = await nextMeetingOf(tx, body.id, asked.on, as.known);
  const dueUntil = next?.from ?? addMonths(asked.on, soon);
  const lines = await commitmentLines(tx, followedBy(body.id), as, language, asked.on);
  const open = lines.filter(({ state }) => state === 'open');
  const silent = open.filter((line) => isSilentLine(line, asked.on));
  const said = await saidAt(tx, meetings, as, language);
  return {
    body: { id: body.id, key: body.key, name: body.name, language: body.language, kind: body.kind },
    on: asked.on,
    known,
    since,
    last,
    next,
    agreed:
      last === null ? [] : said.filter(({ outcome }) => outcome.report.slug === last.slug).toSorted(inOrderOfText),
    moved: await movedSince(
      tx,
      lines.map(({ id }) => id),
      body.id,
      since,
      as,
      language,
    ),
    silent: silent.toSorted((a, b) => (a.heardOn ?? a.raisedOn).localeCompare(b.heardOn ?? b.raisedOn)),
    overdue: open.filter((line) => isOverdue(line, asked.on)).toSorted(nextDueFirst),
    due: open.filter(({ due }) => due !== null && due.until >= asked.on && due.from <= dueUntil).toSorted(nextDueFirst),
    dueUntil,
    requests: said.filter(({ outcome, became }) => outcome.kind === 'request' && !wasTakenUp(became)),
    questions: await openUpdateRequests(tx, lines, as, language),
    offers: said.filter(({ outcome, became }) => outcome.kind === 'offer' && !wasTakenUp(became)),
    wishes: await returningWishes(tx, body.id, asked.on, as.known),
    goals: byGoal(lines, silent),
    followed: {
      open: open.length,
      completed: lines.filter(({ state }) => state === 'completed').length,
      other: lines.filter(({ state }) => state === 'superseded' || state === 'withdrawn').length,
    },
    recordedLater: await recordedLater(tx, body.id, as),
  };
}

/** What those meetings said and a reviewer had confirmed by the moment, with what became of it; the newest meeting first. */
async function saidAt(
  tx: Tx,
  meetings: readonly HeldMeeting[],
  as: AsOfMoment,
  language: string,
): Promise<SaidOutcome[]> {
  const { rows: said } = await sql<{ id: string }>`
    select o.id from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where m.id = any (${meetings.map(({ id }) => id)}::uuid[]) and o.state in ('confirmed', 'withdrawn') and o.at <= ${as.known}
    order by m.start_day desc, r.slug, o.start_at`.execute(tx);
  const { rows: confirmed } = await sql<{ id: string }>`
    select outcomes_confirmed_by(${said.map(({ id }) => id)}::uuid[], ${as.known}) as id`.execute(tx);
  const then = new Set(confirmed.map(({ id }) => id));
  const ids = said.flatMap(({ id }) => (then.has(id) ? [id] : []));
  const became = await whatBecame(tx, ids, as);
  const outcomes = await outcomesByIds(tx, ids, language);
  return outcomes.map((outcome) => ({ outcome: unattributed(outcome), became: became(outcome.id) }));
}

/** Without who said it, where the Chatham House Rule held. */
const unattributed = (outcome: ListedOutcomeRow): ListedOutcomeRow =>
  outcome.report.rule === null ? outcome : { ...outcome, by: [] };

const inOrderOfText = (a: SaidOutcome, b: SaidOutcome): number => a.outcome.start - b.outcome.start;

/** How the commitments stand by goal; goals in the order of their generation and number. */
function byGoal(lines: readonly CommitmentLine[], silent: readonly CommitmentLine[]): GoalStanding[] {
  const quiet = new Set(silent.map(({ id }) => id));
  const found = new Map<string, GoalStanding>();
  for (const line of lines) {
    if (line.state === 'superseded' || line.state === 'withdrawn') continue;
    for (const goal of line.goals) {
      const standing = found.get(goal.id) ?? { goal, done: 0, moving: 0, silent: 0, commitments: [] };
      standing[line.state === 'completed' ? 'done' : quiet.has(line.id) ? 'silent' : 'moving'] += 1;
      standing.commitments.push(line.number);
      found.set(goal.id, standing);
    }
  }
  const place = ({ goal }: GoalStanding) => `${goal.generation} ${goal.code.padStart(6, '0')}`;
  return [...found.values()].toSorted((a, b) => place(a).localeCompare(place(b)));
}

async function recordedLater(tx: Tx, body: string, as: AsOfMoment): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from meeting_body mb join meeting m on m.id = mb.meeting_id join report r on r.meeting_id = m.id join outcome o on o.report_id = r.id
    where mb.body_id = ${body} and m.start_day <= ${as.on} and o.state = 'confirmed' and o.at > ${as.known}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}
