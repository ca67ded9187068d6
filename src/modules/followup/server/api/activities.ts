import { z } from 'zod';
import { defineListQuery, defineQuery } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { activityKinds, activityStates } from '../../activity.ts';
import { activitiesAfter, activityPage } from '../queries/activities.ts';
import { activity as whole, listedActivity } from './shapes.ts';

const key = z.string().max(80);
const number = z.coerce.number().int().min(1).max(2_000_000_000);

export const listActivities = defineListQuery({
  name: 'followup.activity.list',
  path: '/activities',
  does: 'Activities, the highest number first.',
  input: z.object({
    state: z.enum(activityStates).optional(),
    kind: z.enum(activityKinds).optional(),
    party: key.optional().describe('Key of a party or body that leads, hosts, funds or takes part.'),
    body: key.optional().describe('Key of the body it belongs to.'),
    goal: z.uuid().optional(),
    year: z.coerce.number().int().min(1900).max(2200).optional(),
  }),
  output: listedActivity,
  permission: ['public'],
  run: ({ tx, input, language }, wanted) =>
    activitiesAfter(
      tx,
      {
        state: input.state ?? null,
        kind: input.kind ?? null,
        party: input.party ?? null,
        body: input.body ?? null,
        goal: input.goal ?? null,
        year: input.year ?? null,
        sort: 'newest',
        page: 1,
      },
      wanted,
      language,
    ),
  cursor: number,
  key: (item) => String(item.number),
});

export const readActivity = defineQuery({
  name: 'followup.activity.read',
  path: '/activities/{activity}',
  does: 'One activity with its parties, goals and commitments.',
  input: z.object({ activity: number.describe('Its number.') }),
  output: whole,
  permission: ['public'],
  async run({ tx, input, language }) {
    const page = await activityPage(tx, input.activity, language);
    if (!page)
      throw new Refusal('followup.activity.not-found', 'There is no such activity, or it is not for you to see.');
    const { may: _, ...activity } = page;
    return activity;
  },
});
