import * as m from '#messages';
import type { EntryKind, EntryState } from '../entry.ts';

const kinds: Record<EntryKind, () => string> = {
  meeting: m.calendar_kind_meeting,
  'expert-meeting': m.calendar_kind_expert_meeting,
  training: m.calendar_kind_training,
  'study-visit': m.calendar_kind_study_visit,
  publication: m.calendar_kind_publication,
  project: m.calendar_kind_project,
  deployment: m.calendar_kind_deployment,
  query: m.calendar_kind_query,
  procedure: m.calendar_kind_procedure,
  other: m.calendar_kind_other,
  deadline: m.calendar_kind_deadline,
  'plan-inputs': m.calendar_kind_plan_inputs,
  'plan-comments': m.calendar_kind_plan_comments,
};

const states: Record<EntryState, () => string> = {
  planned: m.calendar_state_planned,
  confirmed: m.calendar_state_confirmed,
  held: m.calendar_state_held,
  postponed: m.calendar_state_postponed,
  cancelled: m.calendar_state_cancelled,
  due: m.calendar_state_due,
  done: m.calendar_state_done,
};

export const entryKindName = (kind: EntryKind): string => kinds[kind]();
export const entryStateName = (state: EntryState): string => states[state]();
