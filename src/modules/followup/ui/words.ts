import * as m from '#messages';
import type { ActivityRole, ActivityState } from '../activity.ts';
import type { Audience, CommitmentState, CommitmentVerb, OwnerState, Response } from '../commitment.ts';
import type { DueState, Recurrence } from '../due.ts';
import type { BadgeState } from '../../../ui/Badge.svelte';

const states: Record<CommitmentState, () => string> = {
  open: m.fu_state_open,
  completed: m.fu_state_completed,
  superseded: m.fu_state_superseded,
  withdrawn: m.fu_state_withdrawn,
};
export const stateName = (state: CommitmentState): string => states[state]();
/** Shape of a state, so that it is never told by colour alone. */
export const stateBadge: Record<CommitmentState, BadgeState> = {
  open: 'plain',
  completed: 'confirmed',
  superseded: 'changed',
  withdrawn: 'withdrawn',
};

const ownerNames: Record<OwnerState, () => string> = {
  asked: m.fu_owner_asked,
  accepted: m.fu_owner_accepted,
  declined: m.fu_owner_declined,
  claimed: m.fu_owner_claimed,
  confirmed: m.fu_owner_confirmed,
  released: m.fu_owner_released,
};
export const ownerStateName = (state: OwnerState): string => ownerNames[state]();
export const ownerBadge: Record<OwnerState, BadgeState> = {
  asked: 'proposed',
  accepted: 'plain',
  declined: 'rejected',
  claimed: 'changed',
  confirmed: 'confirmed',
  released: 'withdrawn',
};

const dues: Record<DueState, () => string> = {
  none: m.fu_due_none,
  later: m.fu_due_later,
  soon: m.fu_due_soon,
  overdue: m.fu_due_overdue,
};
export const dueName = (state: DueState): string => dues[state]();

const recurrenceNames: Record<Recurrence, () => string> = {
  monthly: m.fu_recurs_monthly,
  quarterly: m.fu_recurs_quarterly,
  'half-yearly': m.fu_recurs_half_yearly,
  yearly: m.fu_recurs_yearly,
};
export const recurrenceName = (recurrence: Recurrence): string => recurrenceNames[recurrence]();

const audienceNames: Record<Audience, () => string> = {
  party: m.fu_audience_party,
  participants: m.fu_audience_participants,
  public: m.fu_audience_public,
};
export const audienceName = (audience: Audience): string => audienceNames[audience]();

const responseNames: Record<Response, () => string> = {
  supported: m.fu_response_supported,
  'in-part': m.fu_response_in_part,
  noted: m.fu_response_noted,
  declined: m.fu_response_declined,
};
export const responseName = (response: Response): string => responseNames[response]();

const verbs: Record<CommitmentVerb, () => string> = {
  raised: m.fu_verb_raised,
  edited: m.fu_verb_edited,
  'outcome-added': m.fu_verb_outcome_added,
  'outcome-removed': m.fu_verb_outcome_removed,
  'owner-added': m.fu_verb_owner_added,
  asked: m.fu_verb_asked,
  'taken-on': m.fu_verb_taken_on,
  declined: m.fu_verb_declined,
  reported: m.fu_verb_reported,
  corrected: m.fu_verb_corrected,
  'progress-withdrawn': m.fu_verb_progress_withdrawn,
  'update-asked': m.fu_verb_update_asked,
  claimed: m.fu_verb_claimed,
  confirmed: m.fu_verb_confirmed,
  returned: m.fu_verb_returned,
  released: m.fu_verb_released,
  responded: m.fu_verb_responded,
  completed: m.fu_verb_completed,
  renewed: m.fu_verb_renewed,
  superseded: m.fu_verb_superseded,
  withdrawn: m.fu_verb_withdrawn,
  reopened: m.fu_verb_reopened,
};
export const verbName = (verb: CommitmentVerb): string => verbs[verb]();

const activityNames: Record<ActivityState, () => string> = {
  planned: m.fu_act_planned,
  confirmed: m.fu_act_confirmed,
  postponed: m.fu_act_postponed,
  held: m.fu_act_held,
  cancelled: m.fu_act_cancelled,
};
export const activityStateName = (state: ActivityState): string => activityNames[state]();
export const activityBadge: Record<ActivityState, BadgeState> = {
  planned: 'proposed',
  confirmed: 'plain',
  postponed: 'changed',
  held: 'confirmed',
  cancelled: 'withdrawn',
};

const roles: Record<ActivityRole, () => string> = {
  lead: m.fu_role_lead,
  partner: m.fu_role_partner,
  host: m.fu_role_host,
  funder: m.fu_role_funder,
};
export const roleName = (role: ActivityRole): string => roles[role]();

/** Page of a party or body, without language. */
export const holderPath = (key: string): string => `/register/${key.startsWith('body:') ? 'bodies' : 'parties'}/${key}`;

/** Address of a sentence in its report, without language. */
export const sentencePath = (outcome: { id: string; slug: string }): string =>
  `/reports/${outcome.slug}?at=${outcome.id}#o-${outcome.id}`;
