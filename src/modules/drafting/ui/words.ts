import * as m from '#messages';
import type { AdoptionWay, Disposition, DraftStage, ObjectionKind, SilenceState } from '../stage.ts';
import type { ParagraphKind } from '../text.ts';

const stages: Record<DraftStage, () => string> = {
  drafting: m.drafting_stage_drafting,
  circulated: m.drafting_stage_circulated,
  revised: m.drafting_stage_revised,
  silence: m.drafting_stage_silence,
  adopted: m.drafting_stage_adopted,
  published: m.drafting_stage_published,
};
export const stageName = (stage: DraftStage): string => stages[stage]();

const paragraphs: Record<ParagraphKind, () => string> = {
  heading: m.drafting_kind_heading,
  numbered: m.drafting_kind_numbered,
  item: m.drafting_kind_item,
  plain: m.drafting_kind_plain,
};
export const paragraphKindName = (kind: ParagraphKind): string => paragraphs[kind]();

const answers: Record<Disposition, () => string> = {
  accepted: m.plan_disposition_accepted,
  'accepted-in-part': m.plan_disposition_accepted_in_part,
  rejected: m.plan_disposition_rejected,
  noted: m.plan_disposition_noted,
};
export const dispositionName = (disposition: Disposition): string => answers[disposition]();

const ways: Record<AdoptionWay, () => string> = {
  'in-meeting': m.drafting_how_meeting,
  chair: m.drafting_how_chair,
  silence: m.drafting_how_silence,
};
export const wayName = (way: AdoptionWay): string => ways[way]();

const silences: Record<SilenceState, () => string> = {
  running: m.drafting_silence_running,
  broken: m.drafting_silence_broken,
  ended: m.drafting_silence_ended,
};
export const silenceName = (state: SilenceState): string => silences[state]();

const objections: Record<ObjectionKind, () => string> = {
  objection: m.drafting_objection,
  amendment: m.drafting_amendment,
};
export const objectionName = (kind: ObjectionKind): string => objections[kind]();

const severities = { error: m.severity_error, warning: m.severity_warning, note: m.severity_note };
export const severityName = (severity: keyof typeof severities): string => severities[severity]();

const verbs: Record<string, () => string> = {
  added: m.drafting_verb_added,
  edited: m.drafting_verb_edited,
  moved: m.drafting_verb_moved,
  split: m.drafting_verb_split,
  merged: m.drafting_verb_merged,
  removed: m.drafting_verb_removed,
  restored: m.drafting_verb_restored,
  refreshed: m.drafting_verb_refreshed,
};
export const verbName = (verb: string): string => verbs[verb]?.() ?? verb;

const sources = {
  participant: m.drafting_source_participant,
  delegation: m.drafting_source_delegation,
  intervention: m.drafting_source_intervention,
  note: m.drafting_source_note,
  point: m.drafting_source_point,
  session: m.drafting_source_session,
  paper: m.drafting_source_paper,
};
export const sourceName = (kind: keyof typeof sources): string => sources[kind]();
