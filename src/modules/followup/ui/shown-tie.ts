import type { ShownReason } from './tie-words.ts';

export interface ShownTiedOutcome {
  id: string;
  number: number;
  kind: string;
  text: string;
  title: string;
  slug: string;
  /** Last day of its meeting. */
  day: string | null;
}

/** A tie as a page shows it; already what this person may see. */
export interface ShownTie {
  id: string;
  revision: number;
  kind: string;
  state: 'proposed' | 'accepted' | 'rejected';
  /** Place among the suggestions; null when a person made it. */
  rank: number | null;
  reason: string | null;
  later: ShownTiedOutcome;
  earlier: ShownTiedOutcome | null;
  commitment: { id: string; number: number; title: string } | null;
  reasons: ShownReason[];
  decided: { who: string | null; at: Date | string } | null;
  undoable: boolean;
  may: boolean;
}
