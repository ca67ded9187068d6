/** Door 2 of the drafting module: what the server may ask and do. Actions are found in `actions/`. */
export { adoptedReport, settleAdoption, type AdoptedReport } from './adopted.ts';
export { draftPath, lockDraft, moveDraft, type DraftRow } from './drafts.ts';
export { checkedAs, paragraphPage, type ParagraphPage } from './queries/paragraph.ts';
export { deskPage, type DeskPage, type DeskParagraph } from './queries/desk.ts';
export {
  versionChanges,
  versionPage,
  type CommentView,
  type ObjectionView,
  type ParagraphChange,
  type VersionPage,
} from './queries/version.ts';
export { openDraftTasks, type DraftTask } from './queries/tasks.ts';
export type { ReportFacts, SilenceView, VersionLine } from './queries/facts.ts';
