// Door 1 of the records module: types and pure rules.
export {
  certain,
  locateWords,
  outcomeKinds,
  outcomeStates,
  outcomeSteps,
  type OutcomeContent,
  type OutcomeState,
  type OutcomeVerb,
} from './outcome.ts';
export { importStates, reportStages, reportSteps, type ImportState, type ReportStage } from './report.ts';
export { matchParagraphs } from './difference.ts';
export type { TextRun } from './found-sentences.ts';
