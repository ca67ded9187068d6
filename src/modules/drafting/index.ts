/** Door 1 of the drafting module: types and pure rules. */
export {
  dispositions,
  draftStages,
  draftSteps,
  isTimely,
  silenceAt,
  silenceStates,
  type DraftStage,
  type SilenceState,
} from './stage.ts';
export { ParagraphNotFound, publishedReading, type AdoptedParagraph } from './reading-of.ts';
export { dateLine, reportDocument, type PrintedReport } from './report-document.ts';
export { labelsOf, paragraphKinds, pathsOf, tidy, type ParagraphKind } from './text.ts';
export { outcomeKinds, type DraftedOutcome } from './outcome.ts';
