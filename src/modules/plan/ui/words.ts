import * as m from '#messages';
import { getLocale } from '#runtime';
import { activityKindName } from '../../../ui/kind-names.ts';
import { formatDays, formatList } from '../../../ui/dates.ts';
import type { Locale } from '../../../ui/locales.ts';
import type { PrintedFields, PrintedField } from '../difference.ts';
import type { EntryDifference } from '../index.ts';
import type { EntryView } from '../server/index.ts';
import type { Disposition } from '../dispositions.ts';
import type { CycleStage, NextStep, PartyState } from '../index.ts';

const stages: Record<CycleStage, () => string> = {
  call: m.plan_stage_call,
  inputs: m.plan_stage_inputs,
  draft: m.plan_stage_draft,
  comments: m.plan_stage_comments,
  revised: m.plan_stage_revised,
  endorsed: m.plan_stage_endorsed,
};
const partyStates: Record<PartyState, () => string> = {
  submitted: m.plan_party_submitted,
  late: m.plan_party_late,
  awaited: m.plan_party_awaited,
  missing: m.plan_party_missing,
  left: m.plan_party_left,
};
const dispositions: Record<Disposition, () => string> = {
  accepted: m.plan_disposition_accepted,
  'accepted-in-part': m.plan_disposition_accepted_in_part,
  rejected: m.plan_disposition_rejected,
  noted: m.plan_disposition_noted,
};
const nextSteps: Record<NextStep, () => string> = {
  open: m.plan_next_open,
  'await-inputs': m.plan_next_await_inputs,
  assemble: m.plan_next_assemble,
  circulate: m.plan_next_circulate,
  'await-comments': m.plan_next_await_comments,
  revise: m.plan_next_revise,
  answer: m.plan_next_answer,
  issue: m.plan_next_issue,
  endorse: m.plan_next_endorse,
  'follow-up': m.plan_next_follow_up,
};
const fields: Record<PrintedField, () => string> = {
  title: m.plan_field_title,
  kind: m.plan_field_kind,
  description: m.plan_field_description,
  leads: m.plan_field_leads,
  partners: m.plan_field_partners,
  when: m.plan_field_when,
  place: m.plan_field_place,
  funding: m.plan_field_funding,
  goals: m.plan_field_goals,
  strands: m.plan_field_strands,
  commitments: m.plan_field_commitments,
};
const changes: Record<EntryDifference['change'], () => string> = {
  same: m.plan_change_same,
  changed: m.plan_change_changed,
  added: m.plan_change_added,
  removed: m.plan_change_removed,
};

export const stageName = (stage: CycleStage): string => stages[stage]();
export const partyStateName = (state: PartyState): string => partyStates[state]();
export const dispositionName = (disposition: Disposition): string => dispositions[disposition]();
export const nextStepName = (next: NextStep): string => nextSteps[next]();
export const fieldName = (field: PrintedField): string => fields[field]();
export const changeName = (change: EntryDifference['change']): string => changes[change]();

/** An entry as the words a reader sees, for the difference of two versions and for printed documents. */
export function printed(entry: EntryView): PrintedFields {
  const locale = getLocale() as Locale;
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  return {
    kind: activityKindName(entry.kind),
    title: entry.title.text,
    description: entry.description?.text ?? '',
    leads: formatList(names(entry.leads), locale),
    partners: formatList([...names(entry.partners), ...(entry.otherPartners ? [entry.otherPartners] : [])], locale),
    when: entry.when ? formatDays(entry.when.from, entry.when.until, locale) : '',
    place: entry.place ?? '',
    funding: entry.funding ?? '',
    goals: entry.goals.map(({ code, title }) => `${code}. ${title}`).join('; '),
    strands: entry.strands.map(({ title }) => title).join('; '),
    commitments: entry.commitments.map(({ number, title }) => `C-${number} ${title}`).join('; '),
  };
}
