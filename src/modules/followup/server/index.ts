// Door 2 of follow-up: what pages, thread and command line read. All actions: src/actions.generated.ts.
export { openTasks, taskKinds, type OpenTask, type TaskKind } from './queries/tasks.ts';
export { enterPlannedActivities } from './actions/enter-planned-activities.ts';
export { keepTies } from './actions/keep-ties.ts';
export { seek as seekReferences } from './actions/seek-references.ts';
export { waiting } from './ties/waiting.ts';
export {
  tieCounts,
  tiesOfOutcome,
  tiesOfReport,
  type ReportTies,
  type TiedCommitment,
  type TiedOutcome,
  type TieReason,
  type TieRow,
} from './queries/ties.ts';
export {
  mostOpenReferences,
  openReferences,
  referencesOfReport,
  type Meant,
  type ReferenceRow,
} from './queries/references.ts';
export {
  commitmentChoices,
  listCommitments,
  savedViews,
  type CommitmentChoices,
  type CommitmentList,
  type ListedCommitment,
  type SavedView,
} from './queries/list.ts';
export {
  commitmentPage,
  type CommitmentPage,
  type PageAddressee,
  type PageEvidence,
  type PageOwner,
  type PageProgress,
  type PageRequest,
  type RaisingOutcome,
} from './queries/commitment.ts';
export { followedUpBy, raiseDraft, type RaiseDraft } from './queries/draft.ts';
export { evidenceFile } from './queries/evidence.ts';
export { paragraphsChosen } from './paragraph-address.ts';
export { formChoices, type Choices, type Holder, type NamedGoal } from './queries/holder.ts';
export {
  activityChoices,
  activityPage,
  listActivities,
  type ActivityList,
  type ActivityPage,
  type ListedActivity,
} from './queries/activities.ts';
export { exportCommitments } from './export.ts';
