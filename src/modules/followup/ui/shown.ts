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
