import * as m from '#messages';
import type { TodayStep } from '../today.ts';

const steps: Record<TodayStep, () => string> = {
  overdue: m.notices_step_report,
  'due-soon': m.notices_step_report,
  'update-asked': m.notices_step_answer_update,
  answer: m.notices_step_take_on,
  respond: m.notices_step_respond,
  confirm: m.notices_step_confirm,
  input: m.notices_step_input,
  comment: m.notices_step_comment,
  lead: m.notices_step_lead,
  attend: m.meetings_step_attend,
  delegate: m.meetings_step_delegate,
  'approve-delegation': m.delegations_step_approve,
  meeting: m.meetings_step_lead,
  'comment-report': m.drafting_step_comment,
  silence: m.drafting_step_silence,
  report: m.drafting_step_lead,
  endorse: m.notices_step_endorse,
};

/** The one next step of a task, in the language being spoken. */
export const stepName = (step: TodayStep): string => steps[step]();
