import * as m from '#messages';
import type {
  AnswerState,
  Duty,
  InvitationAnswer,
  MeetingMode,
  MeetingNext,
  MeetingStage,
  Ordering,
  PaperAccess,
  SessionKind,
  Standing,
  Template,
} from '../index.ts';

const stages: Record<MeetingStage, () => string> = {
  draft: m.meetings_stage_draft,
  called: m.meetings_stage_called,
  open: m.meetings_stage_open,
  closed: m.meetings_stage_closed,
  cancelled: m.meetings_stage_cancelled,
};
const templates: Record<Template, () => string> = {
  'senior-officials': m.meetings_template_som,
  'working-group': m.meetings_template_wg,
  thematic: m.meetings_template_thematic,
  ministerial: m.meetings_template_ministerial,
  other: m.meetings_template_other,
};
const modes: Record<MeetingMode, () => string> = {
  'in-person': m.meetings_mode_in_person,
  online: m.meetings_mode_online,
  hybrid: m.meetings_mode_hybrid,
};
const kinds: Record<SessionKind, () => string> = {
  opening: m.meetings_kind_opening,
  plenary: m.meetings_kind_plenary,
  'tour-de-table': m.meetings_kind_tour,
  'break-out': m.meetings_kind_break_out,
  closing: m.meetings_kind_closing,
  other: m.meetings_kind_other,
};
const sessionStates: Record<'planned' | 'open' | 'suspended' | 'closed', () => string> = {
  planned: m.meetings_session_planned,
  open: m.meetings_session_open,
  suspended: m.meetings_session_suspended,
  closed: m.meetings_session_closed,
};
const orderings: Record<Ordering, () => string> = {
  'short-name-en': m.meetings_ordering_en,
  'short-name-ru': m.meetings_ordering_ru,
  'short-name-tr': m.meetings_ordering_tr,
  'short-name-ar': m.meetings_ordering_ar,
};
const standings: Record<Standing, () => string> = {
  member: m.meetings_standing_member,
  observer: m.meetings_standing_observer,
  guest: m.meetings_standing_guest,
};
const answers: Record<InvitationAnswer, () => string> = {
  accepted: m.meetings_answer_accepted,
  tentative: m.meetings_answer_tentative,
  declined: m.meetings_answer_declined,
};
const states: Record<AnswerState, () => string> = {
  awaited: m.meetings_state_awaited,
  missing: m.meetings_state_missing,
  answered: m.meetings_state_answered,
  late: m.meetings_state_late,
};
const accesses: Record<PaperAccess, () => string> = {
  leaders: m.meetings_access_leaders,
  invited: m.meetings_access_invited,
  participants: m.meetings_access_participants,
  public: m.meetings_access_public,
};
const duties: Record<Duty, () => string> = {
  moderator: m.meetings_duty_moderator,
  rapporteur: m.meetings_duty_rapporteur,
  'note-taker': m.meetings_duty_note_taker,
  speaker: m.meetings_duty_speaker,
};
const nexts: Record<MeetingNext, () => string> = {
  'save-date': m.meetings_next_save_date,
  call: m.meetings_next_call,
  await: m.meetings_next_await,
  open: m.meetings_next_open,
  hold: m.meetings_next_hold,
  report: m.meetings_next_report,
  none: m.meetings_next_none,
};

export const stageName = (stage: MeetingStage): string => stages[stage]();
export const templateName = (template: Template): string => templates[template]();
export const modeName = (mode: MeetingMode): string => modes[mode]();
export const sessionKindName = (kind: SessionKind): string => kinds[kind]();
export const sessionStateName = (state: keyof typeof sessionStates): string => sessionStates[state]();
export const orderingName = (ordering: Ordering): string => orderings[ordering]();
export const standingName = (standing: Standing): string => standings[standing]();
export const answerName = (answer: InvitationAnswer): string => answers[answer]();
export const answerStateName = (state: AnswerState): string => states[state]();
export const accessName = (access: PaperAccess): string => accesses[access]();
export const dutyName = (duty: Duty): string => duties[duty]();
export const nextName = (next: MeetingNext): string => nexts[next]();
