/** Door 2 of the plan module: what the server may ask and do. Actions are found in `actions/`. */
export { openPlanTasks, type PlanTask } from './queries/tasks.ts';
export {
  cycleFacts,
  cyclePage,
  listCycles,
  meetingChoices,
  type AskedParty,
  type CycleFacts,
  type CyclePage,
  type CycleRights,
  type VersionLine,
} from './queries/cycles.ts';
export { hasLeft } from './cycles.ts';
export { contributionsOf, type Contribution } from './queries/contributions.ts';
export { inputPage, type InputPage } from './queries/input.ts';
export { deskPage, type DeskPage } from './queries/desk.ts';
export { versionPage, versionPair, type CommentView, type VersionPage, type VersionPair } from './queries/version.ts';
export { entryPage, type EntryForm, type EntryPage } from './queries/entry.ts';
export { entryChoices, generationChoices, type EntryChoices } from './queries/choices.ts';
export type { EntryView, GoalView, Named, Told } from './queries/views.ts';
export { workbookType } from './workbook.ts';
export { localOf } from '../../../kernel/wall-clock.ts';
export { planWorkbook, type SheetPreview } from './sheets.ts';
export { previewPlanSheet } from './actions/preview-sheet.ts';
export { endorseCycle } from './actions/endorse-cycle.ts';
