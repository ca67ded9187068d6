/** Follow-up, door 1. */
export type { EvidenceOffer, EvidenceSearch, OfferedParagraph } from './evidence.ts';
export {
  countTerms,
  prepare,
  suggestTies,
  type Prepared,
  type Reason,
  type Said,
  type Suggestion,
  type TieKind,
} from './ties/suggest.ts';
export { tieKinds } from './ties/forms.ts';
export { saidIn } from './ties/said-in.ts';
export {
  audiences,
  commitmentCode,
  commitmentPath,
  commitmentStates,
  completedBy,
  numberOfCode,
  ownerStates,
  ownerVerbsFor,
  responses,
  type Audience,
  type CommitmentState,
  type CommitmentVerb,
  type OwnerState,
  type OwnerVerb,
  type Response,
} from './commitment.ts';
export {
  activityCode,
  activityKinds,
  activityPath,
  activityRoles,
  activityStates,
  type ActivityKind,
  type ActivityRole,
  type ActivityState,
} from './activity.ts';
export {
  addMonths,
  dueState,
  dueStates,
  isSilent,
  monthsBetween,
  recurrences,
  silence,
  silentMonths,
  silentUntil,
  soonDays,
  type DueState,
  type Recurrence,
} from './due.ts';
