import * as m from '#messages';
import type { ActivityKind } from '../../../kernel/activity-kinds.ts';
import { activityKindName } from '../../../ui/kind-names.ts';
import type { EntryKind, EntryState } from '../entry.ts';

const others: Record<Exclude<EntryKind, ActivityKind>, () => string> = {
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

export const entryKindName = (kind: EntryKind): string =>
  kind in others ? others[kind as keyof typeof others]() : activityKindName(kind as ActivityKind);
export const entryStateName = (state: EntryState): string => states[state]();
