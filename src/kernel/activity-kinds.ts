/** What sorts of activities there are: an entry of a plan keeps its kind when it becomes an activity, and in the calendar. */
export const activityKinds = [
  'meeting',
  'expert-meeting',
  'training',
  'study-visit',
  'publication',
  'project',
  'deployment',
  'query',
  'procedure',
  'other',
] as const;
export type ActivityKind = (typeof activityKinds)[number];
