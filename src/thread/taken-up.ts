import type { Became } from './what-became.ts';

/**
 * Whether an offer was taken up, or a request answered: a commitment came of it, or a person tied something to it that follows, fulfils or matches it.
 * To be repeated is no answer.
 */
export const wasTakenUp = ({ commitments, later, matched }: Became): boolean =>
  commitments.length > 0 || matched > 0 || later.some(({ kind }) => kind !== 'repeats');

/** Whether nothing at all is on record of what became of it. */
export const nothingCame = ({ commitments, later, matched }: Became): boolean =>
  commitments.length === 0 && later.length === 0 && matched === 0;
