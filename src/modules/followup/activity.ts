export { activityKinds, type ActivityKind } from '../../kernel/activity-kinds.ts';

export const activityStates = ['planned', 'confirmed', 'postponed', 'held', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

/** From which state to which; the database has the same table (`record_transition`) and refuses the rest. */
export const activitySteps: Readonly<Record<ActivityState, readonly ActivityState[]>> = {
  planned: ['confirmed', 'held', 'postponed', 'cancelled'],
  confirmed: ['held', 'postponed', 'cancelled'],
  postponed: ['planned', 'confirmed', 'held', 'cancelled'],
  held: ['confirmed'],
  cancelled: ['planned'],
};

export const activityRoles = ['lead', 'partner', 'host', 'funder'] as const;
export type ActivityRole = (typeof activityRoles)[number];

/** `A-7`, as people cite it. */
export const activityCode = (number: number): string => `A-${number}`;

/** Where it has its page. */
export const activityPath = (number: number): string => `/activities/${activityCode(number)}`;
