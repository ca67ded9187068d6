import type { ShownRefusal } from '../../../ui/refusals.ts';
import type { EvidenceOffer } from '../evidence.ts';

/** What the pages show, as the queries of door 2 give it; only types, so that no query reaches a browser. */
export type {
  ActivityPage,
  Choices,
  CommitmentPage,
  Holder,
  ListedActivity,
  ListedCommitment,
  NamedGoal,
  PageEvidence,
  PageOwner,
  PageProgress,
  RaiseDraft,
  SavedView,
} from '../server/index.ts';

/** What a form was sent with when it was refused, by field; empty before. */
export type Typed = Record<string, string[]>;

/** A form that came back: refused, or (`refusal` null) only to search for evidence. */
export interface CameBack {
  form: string;
  refusal: ShownRefusal | null;
  typed: Typed;
  evidence?: EvidenceOffer | undefined;
}
