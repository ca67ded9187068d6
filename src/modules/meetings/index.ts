/** Door 1 of the meetings module: types and pure rules. */
export {
  answers,
  answerStateAt,
  duties,
  isPrepared,
  meetingModes,
  meetingStages,
  meetingSteps,
  meetingWay,
  nextStepOn,
  orderings,
  paperAccesses,
  standings,
  takesAnswers,
  type AnswerState,
  type Duty,
  type InvitationAnswer,
  type MeetingMode,
  type MeetingNext,
  type MeetingStage,
  type Ordering,
  type PaperAccess,
  type Standing,
} from './stage.ts';
export {
  frames,
  prepared,
  sessionKinds,
  templates,
  type Prepared,
  type SessionKind,
  type SessionTitle,
  type Template,
} from './template.ts';
export { flat, treeOf, type Branch } from './tree.ts';
export { sessionForm } from './session-form.ts';
