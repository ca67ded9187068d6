import * as m from '#messages';
import { getLocale } from '#runtime';
import type { Refusal } from '../kernel/refusal.ts';

/** A refusal as a page shows it: plain data, so that it survives a form answer. */
export interface ShownRefusal {
  code: string;
  /** In the language of the page where it has a text for the code. */
  sentence: string;
  /** The sentence of the action, which is in English and may say more (who, when, how many); `null` when it is the one above. */
  english: string | null;
  field: string | null;
  faults: { field: string; sentence: string }[];
}

/** What the interface says for a code in its own words; the first that fits. */
const ownWords: readonly (readonly [code: RegExp, words: () => string])[] = [
  [/^access\.sign-in$/, m.refusal_sign_in],
  [/^access\.denied$/, m.refusal_denied],
  [/\.changed$/, m.refusal_changed],
  [/^records\.outcome\.words$/, m.refusal_words],
  [/^records\.party\./, m.refusal_party],
  [/^records\.file\.exists$/, m.refusal_file_exists],
  [/^records\.file\.empty$/, m.refusal_file_empty],
  [/^records\.file\.too-large$/, m.refusal_file_large],
  [/^records\.report\.findings$/, m.refusal_findings],
  [/^records\.import\.body$/, m.refusal_body],
  [/^people\.token\.too-many$/, m.api_refusal_too_many],
  [/^people\.token\.not-found$/, m.api_refusal_not_found],
  [/^limit\.time$/, m.refusal_time],
  [/\.state$/, m.refusal_state],
];

/** The refusal for a page in the language being spoken. English pages keep the sentence of the action, which says most. */
export function shown(refusal: Refusal): ShownRefusal {
  const own = getLocale() === 'en' ? undefined : ownWords.find(([code]) => code.test(refusal.code))?.[1]();
  return {
    code: refusal.code,
    sentence: own ?? refusal.sentence,
    english: own === undefined ? null : refusal.sentence,
    field: refusal.field,
    faults: refusal.faults.map(({ field, sentence }) => ({ field, sentence })),
  };
}

/** The sentence about one field, for the control itself. */
export const problemOf = (refusal: ShownRefusal | null | undefined, field: string): string | undefined =>
  refusal?.faults.find((fault) => fault.field === field)?.sentence ??
  (refusal?.field === field ? refusal.sentence : undefined);
