import type { Offices } from '../mentions/offices.ts';
import type { Para } from '../structure/document.ts';
import type { ListContext } from './lists.ts';

/** What the rules know beyond the sentence. */
export interface OutcomeContext {
  offices: Offices;
  lists: Map<Para, ListContext>;
  /** The meeting's last day, to tell future from past; `null` when unknown. */
  meetingEnd: string | null;
  meetingStart: string | null;
}
