import * as m from '#messages';
import { outcomeKindName } from '../../ui/kind-names.ts';
import type { OutcomeKind } from '../../reader/reading.ts';
import { formatDay, formatDays, formatMonths } from '../../ui/dates.ts';
import type { Locale } from '../../ui/locales.ts';
import type { Knot, KnotKind } from '../trace.ts';

const kinds: Record<Exclude<KnotKind, 'outcome' | 'silence'>, () => string> = {
  commitment: m.thread_kind_commitment,
  'taken-on': m.thread_kind_taken_on,
  declined: m.thread_kind_declined,
  claimed: m.thread_kind_claimed,
  confirmed: m.thread_kind_confirmed,
  activity: m.thread_kind_activity,
  progress: m.thread_kind_progress,
  completed: m.thread_kind_completed,
  superseded: m.thread_kind_superseded,
  withdrawn: m.thread_kind_withdrawn,
};

const activityStates: Record<string, () => string> = {
  planned: m.thread_planned,
  confirmed: m.thread_activity_confirmed,
  held: m.thread_held,
  postponed: m.thread_postponed,
  cancelled: m.thread_cancelled,
};

type Silence = Pick<Knot, 'from' | 'months'>;

/** What a knot is, in the language of the page: “Recommendation”, “Activity, held”, “Silence: 2 years”. */
export function knotName(knot: Knot, locale: Locale): string {
  if (knot.kind === 'outcome') return outcomeKindName(knot.what as OutcomeKind);
  if (knot.kind === 'silence') return m.thread_silence_for({ duration: formatMonths(knot.months, locale) });
  const name = kinds[knot.kind]();
  return knot.kind === 'activity' && knot.state !== null
    ? `${name}, ${(activityStates[knot.state] ?? (() => knot.state!))()}`
    : name;
}

/** When it was, as printed. */
export const knotDays = ({ from, until }: Knot, locale: Locale): string =>
  from === null ? m.thread_no_dates() : formatDays(from, until, locale);

/** “Nothing heard since 9 October 2019.” */
export const silenceSince = ({ from }: Silence, locale: Locale): string =>
  m.thread_silence_since({ date: formatDay(from!, locale) });
