import * as m from '#messages';
import type { DelegateChange, DelegateRole, NeedKind, Standing } from '../delegation.ts';

const standings: Record<Standing, () => string> = {
  draft: m.delegations_standing_draft,
  submitted: m.delegations_standing_submitted,
  approved: m.delegations_standing_approved,
  returned: m.delegations_standing_returned,
  changed: m.delegations_standing_changed,
  awaited: m.delegations_standing_awaited,
  missing: m.delegations_standing_missing,
  declined: m.delegations_standing_declined,
};
export const standingName = (standing: Standing): string => standings[standing]();

const roles: Record<DelegateRole, () => string> = {
  head: m.delegations_role_head,
  member: m.delegations_role_member,
  observer: m.delegations_role_observer,
  adviser: m.delegations_role_adviser,
};
export const roleName = (role: DelegateRole): string => roles[role]();

const needs: Record<NeedKind, () => string> = {
  'visa-letter': m.delegations_need_visa_letter,
  interpretation: m.delegations_need_interpretation,
  access: m.delegations_need_access,
  dietary: m.delegations_need_dietary,
};
export const needName = (kind: NeedKind): string => needs[kind]();

const answers: Record<string, () => string> = {
  accepted: m.delegations_answer_accepted,
  tentative: m.delegations_answer_tentative,
  declined: m.delegations_answer_declined,
};
export const answerName = (answer: string | null): string => (answers[answer ?? ''] ?? m.delegations_answer_none)();

const fields = {
  name: m.delegations_field_name,
  function: m.delegations_field_function,
  role: m.delegations_field_role,
  days: m.delegations_field_days,
};

/** A change as a sentence; names are isolated by the caller's texts. */
export function changeSentence(change: DelegateChange, isolated: (text: string) => string): string {
  const name = isolated(change.name);
  if (change.kind === 'added') return m.delegations_change_added({ name });
  if (change.kind === 'left') return m.delegations_change_left({ name });
  const list = change.fields.map((field) => fields[field]()).join(', ');
  return change.before === undefined
    ? m.delegations_change_changed({ name, fields: list })
    : m.delegations_change_before({ name, before: isolated(change.before), fields: list });
}
