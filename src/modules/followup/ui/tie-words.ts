import * as m from '#messages';
import { formatMonths } from '../../../ui/dates.ts';
import { isolated } from '../../../ui/links.ts';
import type { Locale } from '../../../ui/locales.ts';

/** Why a tie is proposed, as the queries give it. */
export interface ShownReason {
  code: string;
  name: string;
  months: number;
}

const kinds: Record<string, () => string> = {
  repeats: m.tie_kind_repeats,
  follows: m.tie_kind_follows,
  fulfils: m.tie_kind_fulfils,
  supersedes: m.tie_kind_supersedes,
  matches: m.tie_kind_matches,
};
/** “repeats”, in the language of the page. */
export const tieKindName = (kind: string): string => (kinds[kind] ?? (() => kind))();

const states: Record<string, () => string> = {
  proposed: m.tie_state_proposed,
  accepted: m.tie_state_accepted,
  rejected: m.tie_state_rejected,
};
export const tieStateName = (state: string): string => (states[state] ?? (() => state))();

/** One reason in words: “same object: asylum authorities”, “2 years 7 months later”. */
export function reasonInWords({ code, name, months }: ShownReason, locale: Locale): string {
  switch (code) {
    case 'same-object':
      return m.tie_reason_object({ name });
    case 'same-words':
      return m.tie_reason_words({ name: isolated(name) });
    case 'same-region':
      return m.tie_reason_region({ name });
    case 'same-goal':
      return m.tie_reason_goal({ name: isolated(name) });
    case 'same-party':
      return m.tie_reason_party({ name: isolated(name) });
    case 'same-report':
      return m.tie_reason_report();
    case 'offer-meets-request':
      return m.tie_reason_match();
    default:
      return months === 0 ? m.tie_reason_soon() : m.tie_reason_later({ duration: formatMonths(months, locale) });
  }
}

/** All reasons as one line, several of one kind after one word: “same object: early warning, smuggling; 2 years later”. */
export function reasonsInWords(reasons: readonly ShownReason[], locale: Locale): string {
  const joined: ShownReason[] = [];
  for (const reason of reasons) {
    const same = joined.find(({ code }) => code === reason.code && reason.name !== '');
    if (same) same.name += `, ${reason.name}`;
    else joined.push({ ...reason });
  }
  return joined.map((reason) => reasonInWords(reason, locale)).join('; ');
}
