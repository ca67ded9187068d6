/** Door 1 of the plan module: types and pure rules. */
export {
  cycleStages,
  cycleSteps,
  isAssembled,
  maySubmit,
  nextStepAt,
  partyStateAt,
  partyStates,
  reminderAt,
  reminders,
  takesInputs,
  type CycleStage,
  type NextStep,
  type PartyState,
  type Reminder,
} from './cycle.ts';
export { activityKinds, type ActivityKind, type EntryContent } from './entry.ts';
export { planDifference, printedFields, type EntryDifference, type PrintedField } from './difference.ts';
