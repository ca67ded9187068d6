import { z } from 'zod';
import { defineListQuery, partOf } from '../../../../kernel/query.ts';
import { listBodies as bodiesOf } from '../queries.ts';

export const listBodies = defineListQuery({
  name: 'register.body.list',
  path: '/bodies',
  does: 'Bodies of the dialogue in the order of their keys, each with its name on a day.',
  input: z.object({ day: z.iso.date('must be a day, year-month-day').optional() }),
  output: z.object({
    id: z.uuid(),
    key: z.string(),
    kind: z.string(),
    parentId: z.uuid().nullable(),
    name: z.string(),
    language: z.string().describe('Language the name is in.'),
    acronym: z.string().nullable(),
    establishedFrom: z.iso.date().nullable(),
    establishedUntil: z.iso.date().nullable(),
    dissolvedOn: z.iso.date().nullable(),
  }),
  permission: ['public'],
  run: async ({ tx, input, language }, wanted) =>
    partOf(await bodiesOf(tx, { language, day: input.day ?? null }), wanted, (item) => item.key),
  key: (item) => item.key,
});
