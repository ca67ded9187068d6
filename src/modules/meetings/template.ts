import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../kernel/wall-clock.ts';
import type { MeetingMode, Ordering } from './stage.ts';

/** The frame of a year: one meeting of senior officials, three of working groups, thematic meetings, and now and then ministers. */
export const templates = ['senior-officials', 'working-group', 'thematic', 'ministerial', 'other'] as const;
export type Template = (typeof templates)[number];

export const sessionKinds = ['opening', 'plenary', 'tour-de-table', 'break-out', 'closing', 'other'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Titles that templates give; each has its words in every language. */
export const sessionTitles = [
  'opening',
  'follow-up',
  'tour-de-table',
  'discussion',
  'break-outs',
  'reports-of-break-outs',
  'plan',
  'decisions',
  'ministers',
  'closing',
] as const;
export type SessionTitle = (typeof sessionTitles)[number];

/** A session as a template has it: on which day, from when to when, on the clock of the place. */
export interface PlannedSession {
  title: SessionTitle;
  kind: SessionKind;
  /** Day of the meeting, from 0. */
  day: number;
  from: string;
  until: string;
  rule?: 'chatham-house';
  /** Seconds for one intervention. */
  secondsEach?: number;
}

interface Frame {
  /** Days it takes. */
  days: number;
  mode: MeetingMode;
  ordering: Ordering;
  languages: readonly string[];
  /** Days before the first when answers and delegations are due, at 18:00 on the clock of the place. */
  answersBefore: number;
  delegationsBefore: number;
  sessions: readonly PlannedSession[];
}

const minutes = (count: number): number => count * 60;
const at = (
  title: SessionTitle,
  kind: SessionKind,
  day: number,
  from: string,
  until: string,
  more: Partial<PlannedSession> = {},
): PlannedSession => ({ title, kind, day, from, until, ...more });

const twoDays: readonly PlannedSession[] = [
  at('opening', 'opening', 0, '09:30', '10:00'),
  at('follow-up', 'plenary', 0, '10:00', '11:00'),
  at('tour-de-table', 'tour-de-table', 0, '11:30', '13:00', { secondsEach: minutes(3) }),
  at('break-outs', 'plenary', 0, '14:30', '17:00', { rule: 'chatham-house' }),
  at('reports-of-break-outs', 'plenary', 1, '09:30', '10:30'),
  at('discussion', 'plenary', 1, '10:30', '12:00'),
  at('closing', 'closing', 1, '12:00', '13:00'),
];

export const frames: Readonly<Record<Template, Frame>> = {
  'senior-officials': {
    days: 2,
    mode: 'in-person',
    ordering: 'short-name-en',
    languages: ['en', 'ru'],
    answersBefore: 42,
    delegationsBefore: 21,
    sessions: [
      at('opening', 'opening', 0, '09:30', '10:00'),
      at('follow-up', 'plenary', 0, '10:00', '11:00'),
      at('tour-de-table', 'tour-de-table', 0, '11:30', '13:00', { secondsEach: minutes(3) }),
      at('tour-de-table', 'tour-de-table', 0, '14:30', '16:30', { secondsEach: minutes(3) }),
      at('plan', 'plenary', 1, '09:30', '11:00'),
      at('decisions', 'plenary', 1, '11:30', '12:30'),
      at('closing', 'closing', 1, '12:30', '13:00'),
    ],
  },
  'working-group': {
    days: 2,
    mode: 'hybrid',
    ordering: 'short-name-en',
    languages: ['en', 'ru'],
    answersBefore: 28,
    delegationsBefore: 14,
    sessions: twoDays,
  },
  thematic: {
    days: 2,
    mode: 'hybrid',
    ordering: 'short-name-en',
    languages: ['en'],
    answersBefore: 28,
    delegationsBefore: 14,
    sessions: twoDays.filter(({ title }) => title !== 'tour-de-table'),
  },
  ministerial: {
    days: 2,
    mode: 'in-person',
    ordering: 'short-name-en',
    languages: ['en', 'ru', 'tr'],
    answersBefore: 90,
    delegationsBefore: 42,
    sessions: [
      at('opening', 'opening', 0, '10:00', '11:00'),
      at('ministers', 'tour-de-table', 0, '11:00', '13:00', { secondsEach: minutes(4) }),
      at('ministers', 'tour-de-table', 0, '14:30', '17:30', { secondsEach: minutes(4) }),
      at('decisions', 'plenary', 1, '09:30', '11:30'),
      at('closing', 'closing', 1, '11:30', '12:00'),
    ],
  },
  other: {
    days: 1,
    mode: 'online',
    ordering: 'short-name-en',
    languages: ['en'],
    answersBefore: 14,
    delegationsBefore: 7,
    sessions: [
      at('opening', 'opening', 0, '10:00', '10:15'),
      at('discussion', 'plenary', 0, '10:15', '12:00'),
      at('closing', 'closing', 0, '12:00', '12:15'),
    ],
  },
};

/** What a template makes of a first day. */
export interface Prepared {
  lastDay: string;
  mode: MeetingMode;
  ordering: Ordering;
  languages: readonly string[];
  answersDue: Date;
  delegationsDue: Date;
  sessions: readonly (Pick<PlannedSession, 'title' | 'kind' | 'rule' | 'secondsEach'> & {
    startsAt: Date;
    endsAt: Date;
  })[];
}

/** The first moment from `local` on that the clock of the zone shows once: an hour that is skipped or comes twice moves on by an hour. */
export function momentFrom(local: Temporal.PlainDateTime, zone: string): Date {
  for (let time = local; ; time = time.add({ hours: 1 })) {
    const found = instantOf(time.toString({ smallestUnit: 'minute' }), zone);
    if ('instant' in found) return found.instant;
  }
}

/** The evening of a day so many days before another: when something is due. */
function dueBefore(day: Temporal.PlainDate, days: number, zone: string): Date {
  return momentFrom(day.subtract({ days }).toPlainDateTime({ hour: 18 }), zone);
}

/**
 * A meeting as its template prepares it: days, sessions, deadlines, ordering, languages. Everything can be changed afterwards.
 * @param firstDay ISO
 * @param zone IANA zone of the place, a known one
 */
export function prepared(template: Template, firstDay: string, zone: string): Prepared {
  const frame = frames[template];
  const first = Temporal.PlainDate.from(firstDay);
  const moment = (day: number, time: string): Date =>
    momentFrom(first.add({ days: day }).toPlainDateTime(Temporal.PlainTime.from(time)), zone);
  return {
    lastDay: first.add({ days: frame.days - 1 }).toString(),
    mode: frame.mode,
    ordering: frame.ordering,
    languages: frame.languages,
    answersDue: dueBefore(first, frame.answersBefore, zone),
    delegationsDue: dueBefore(first, frame.delegationsBefore, zone),
    sessions: frame.sessions.map(({ title, kind, rule, secondsEach, day, from, until }) => ({
      title,
      kind,
      ...(rule ? { rule } : {}),
      ...(secondsEach ? { secondsEach } : {}),
      startsAt: moment(day, from),
      endsAt: moment(day, until),
    })),
  };
}

/** The same moments so many days later or earlier, each at the hour its own clock showed. */
export function movedByDays(moment: Date, zone: string, days: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  return momentFrom(local.add({ days }), zone);
}

/** Name of a meeting in addresses: first day and template, with a number when it is taken. */
export function meetingSlug(firstDay: string, template: Template, taken: ReadonlySet<string>): string {
  const base = `${firstDay}-${template === 'other' ? 'meeting' : template}`;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
