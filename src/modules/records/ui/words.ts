import * as m from '#messages';
import type { Severity } from '../../../reader/reading.ts';
import type { OutcomeState, OutcomeVerb } from '../outcome.ts';
import type { ImportState, ReportStage } from '../report.ts';

const states: Record<OutcomeState, () => string> = {
  proposed: m.state_proposed,
  confirmed: m.state_confirmed,
  rejected: m.state_rejected,
  withdrawn: m.state_withdrawn,
};
export const stateName = (state: OutcomeState): string => states[state]();

const severities: Record<Severity, () => string> = {
  error: m.severity_error,
  warning: m.severity_warning,
  note: m.severity_note,
};
export const severityName = (severity: Severity): string => severities[severity]();

const stages: Record<ReportStage, readonly [name: () => string, means: () => string]> = {
  received: [m.stage_received, m.stage_received_means],
  checked: [m.stage_checked, m.stage_checked_means],
  published: [m.stage_published, m.stage_published_means],
};
export const stageName = (stage: ReportStage): string => stages[stage][0]();
/** Who can read a report in that stage, in a sentence. */
export const stageMeaning = (stage: ReportStage): string => stages[stage][1]();

const imports: Record<ImportState, () => string> = {
  received: m.import_state_received,
  read: m.import_state_read,
  failed: m.import_state_failed,
  adopted: m.import_state_adopted,
  discarded: m.import_state_discarded,
};
export const importStateName = (state: ImportState): string => imports[state]();

const modes: Record<string, () => string> = {
  'in-person': m.report_mode_in_person,
  online: m.report_mode_online,
  hybrid: m.report_mode_hybrid,
};
/** How a meeting was held; nothing for a mode nobody stated. */
export const modeName = (mode: string | null): string => (mode === null ? '' : (modes[mode]?.() ?? mode));

const verbs: Record<OutcomeVerb, () => string> = {
  added: m.verb_added,
  confirmed: m.verb_confirmed,
  edited: m.verb_edited,
  rejected: m.verb_rejected,
  reopened: m.verb_reopened,
  carried: m.verb_carried,
  withdrawn: m.verb_withdrawn,
  undone: m.verb_undone,
};
/** What a person did to an outcome. */
export const verbName = (verb: OutcomeVerb): string => verbs[verb]();
