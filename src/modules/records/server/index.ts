// Door 2 of the records module: what pages, thread and command line read, and the actions the thread calls. All actions: src/actions.generated.ts.
export { findFile, readBytes, sha256Of } from '../../../kernel/server/stored-file.ts';
export { readInWorker, type ReadResult } from './read-in-worker.ts';
export { listReports, type ReportList, type ReportRow } from './queries/reports.ts';
export { reportPage, type FindingRow, type ParagraphRow, type ReportPage } from './queries/report.ts';
export {
  listOutcomes,
  outcomeChoices,
  outcomesByIds,
  type ListedOutcomeRow,
  type OutcomeChoices,
  type OutcomeList,
} from './queries/outcomes.ts';
export { outcomePage, type OutcomePage } from './queries/outcome.ts';
export type { NamedParty, OutcomeRow } from './queries/outcome-rows.ts';
export {
  fileOfImport,
  importPreview,
  listImports,
  waitingImports,
  type ImportPreview,
  type ImportRow,
  type SimilarReport,
} from './queries/imports.ts';
export type { MetBody } from './queries/bodies.ts';
export { receiveFile, type Received } from './actions/receive-file.ts';
export { readImport } from './actions/read-import.ts';
export { adoptImport } from './actions/adopt-import.ts';
export { correctReport } from './actions/correct-report.ts';
export { idsOfKeys } from './names.ts';
export {
  correctionPreview,
  versionDifference,
  type Difference,
  type OutcomeNote,
  type ParagraphDifference,
} from './queries/difference.ts';
export { search, type FoundOutcome, type FoundParagraph, type SearchAnswer } from './queries/search.ts';
export { exportOutcomes } from './export.ts';
export { outcome as outcomeShape, reportOfOutcome as reportOfOutcomeShape } from './api/shapes.ts';
export { enterAdopted } from './enter-adopted.ts';
// A report as it leaves the house: one rendition is made from what one audience may see, every format from it alone.
export { toAkomaNtoso } from '../renditions/akoma-ntoso.ts';
export { renditionOf } from '../renditions/from-page.ts';
export { toHtml } from '../renditions/html.ts';
export { toJsonLd } from '../renditions/json-ld.ts';
export { toPrinted } from '../renditions/printed.ts';
export { fileNameOf, type Rendition } from '../renditions/rendition.ts';
