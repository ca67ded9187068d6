import { Temporal } from 'temporal-polyfill';
import { dayIn } from '../../kernel/wall-clock.ts';
import type { NoticeKind } from './kinds.ts';

/** Something that is due on a day, and who answers for it. */
export interface Owed {
  /** The commitment. */
  subject: string;
  /** Last day on which it is due; null when no day was named. */
  due: string | null;
  /** Last day on which something was heard of it. */
  heard: string;
  /** Completed, confirmed, declined or withdrawn: nobody is reminded of it. */
  done: boolean;
  /** Who acts for an owner that still has something to do. */
  people: readonly string[];
}

/** A deadline to the minute, on the clock of its zone. */
export interface Deadline {
  /** As what people are reminded of it. */
  kind: Extract<NoticeKind, 'plan-deadline' | 'meeting-answer'>;
  subject: string;
  moment: Date;
  zone: string;
  done: boolean;
  people: readonly string[];
}

/** Something that happened and concerns people. */
export interface Event {
  kind: NoticeKind;
  subject: string;
  /** Tells this time from the next of the same kind. */
  occurrence: string;
  at: Date;
  /** Who did it; they know already. */
  by: string | null;
  people: readonly string[];
}

export interface Facts {
  owed: readonly Owed[];
  deadlines: readonly Deadline[];
  /** After how many months without a word something is silent. */
  silentMonths: number;
  events: readonly Event[];
  /** Time zone of each person, and since when they have a right at all: what was before is not news to them. */
  people: ReadonlyMap<string, { zone: string; since: Date }>;
}

/** Who is to be told of what. The four fields are the key that keeps anybody from being told twice. */
export interface Reminder {
  person: string;
  kind: NoticeKind;
  subject: string;
  occurrence: string;
}

/** What is older than this many days is no news: it stands on the page Today, but no mail tells of it. */
export const newsDays = { event: 30, overdue: 60, silence: 60, late: 30 } as const;

/** The nearest mark that has been reached, and only that one: after an outage nobody gets the 30 days together with the 7. */
function mark(days: number, marks: readonly number[]): number | null {
  return marks.toSorted((a, b) => a - b).find((one) => days <= one) ?? null;
}

const daysUntil = (from: string, day: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days;

function ofOwed({ subject, due, heard }: Owed, silentMonths: number, today: string): Omit<Reminder, 'person'>[] {
  const found: Omit<Reminder, 'person'>[] = [];
  if (due !== null) {
    const days = daysUntil(today, due);
    const reached = days < 0 ? null : mark(days, [7, 30]);
    if (reached !== null) found.push({ kind: 'due', subject, occurrence: `${reached}:${due}` });
    if (days < 0 && days >= -newsDays.overdue) found.push({ kind: 'overdue', subject, occurrence: due });
  }
  const silentFrom = Temporal.PlainDate.from(heard).add({ months: silentMonths });
  const silent = daysUntil(silentFrom.toString(), today);
  if (silent >= 0 && silent <= newsDays.silence) found.push({ kind: 'silence', subject, occurrence: heard });
  return found;
}

function ofDeadline({ kind, subject, moment, zone }: Deadline, at: Date): Omit<Reminder, 'person'> | null {
  const day = dayIn(moment, zone);
  const days = daysUntil(dayIn(at, zone), day);
  if (at > moment) return days >= -newsDays.late ? { kind, subject, occurrence: `late:${day}` } : null;
  const reached = mark(days, [3, 14]);
  return reached === null ? null : { kind, subject, occurrence: `${reached}:${day}` };
}

const isNews = (event: Event, at: Date): boolean =>
  event.at <= at && at.getTime() - event.at.getTime() <= newsDays.event * 86_400_000;

/**
 * Who is to be told of what at a moment; computed from the facts alone, so that nothing is lost when no server ran.
 * Days are counted in the zone of each person; those of a deadline on the clock of the deadline.
 */
export function remindersDue(facts: Facts, at: Date): Reminder[] {
  const found = new Map<string, Reminder>();
  const tell = (person: string, what: Omit<Reminder, 'person'>) => {
    const one = { person, ...what };
    found.set([person, one.kind, one.subject, one.occurrence].join(' '), one);
  };
  for (const owed of facts.owed.filter(({ done }) => !done))
    for (const person of owed.people) {
      const known = facts.people.get(person);
      if (known) for (const what of ofOwed(owed, facts.silentMonths, dayIn(at, known.zone))) tell(person, what);
    }
  for (const deadline of facts.deadlines.filter(({ done }) => !done)) {
    const what = ofDeadline(deadline, at);
    if (what) for (const person of deadline.people) if (facts.people.has(person)) tell(person, what);
  }
  for (const { kind, subject, occurrence, ...event } of facts.events.filter((one) => isNews({ ...one }, at)))
    for (const person of event.people) {
      const known = facts.people.get(person);
      if (known && person !== event.by && event.at >= known.since) tell(person, { kind, subject, occurrence });
    }
  return [...found.values()];
}
