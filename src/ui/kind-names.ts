import * as m from '#messages';
import type { ActivityKind } from '../kernel/activity-kinds.ts';
import type { OutcomeKind } from '../reader/reading.ts';

const outcomes: Record<OutcomeKind, () => string> = {
  recommendation: m.kind_recommendation,
  decision: m.kind_decision,
  'action-point': m.kind_action_point,
  offer: m.kind_offer,
  request: m.kind_request,
  announcement: m.kind_announcement,
};

/** The kind of an outcome in the language of the page. */
export const outcomeKindName = (kind: OutcomeKind): string => outcomes[kind]();

const activities: Record<ActivityKind, () => string> = {
  meeting: m.activity_kind_meeting,
  'expert-meeting': m.activity_kind_expert_meeting,
  training: m.activity_kind_training,
  'study-visit': m.activity_kind_study_visit,
  publication: m.activity_kind_publication,
  project: m.activity_kind_project,
  deployment: m.activity_kind_deployment,
  query: m.activity_kind_query,
  procedure: m.activity_kind_procedure,
  other: m.activity_kind_other,
};

/** The kind of an activity, of an entry of a plan, of what the calendar shows. */
export const activityKindName = (kind: ActivityKind): string => activities[kind]();
