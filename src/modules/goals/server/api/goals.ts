import { z } from 'zod';
import { defineListQuery, defineQuery, partOf } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { languages } from '../../../../kernel/language-map.ts';
import { relations } from '../../crosswalk.ts';
import { generationKinds } from '../../generation.ts';
import { goalPage, listGenerations as generationsOf } from '../queries.ts';

const day = z.iso.date();
const map = z.partialRecord(z.enum(languages), z.string()).describe('The text in each language it has.');
const goal = z.object({
  id: z.uuid(),
  code: z.string().describe('Its number.'),
  ordinal: z.int(),
  parent: z.string().nullable().describe('Number of the goal it belongs under.'),
  title: map,
  text: map.nullable(),
  source: z.string(),
  revision: z.int(),
});
const generation = z.object({
  id: z.uuid(),
  key: z.string(),
  kind: z.enum(generationKinds),
  title: map,
  adopted_on: day,
  effective_from: day,
  effective_until: day.nullable(),
  source: z.string(),
  note: z.string().nullable(),
  revision: z.int(),
});
const crosswalk = z.object({
  id: z.uuid(),
  relation: z.enum(relations).describe('How this goal stands to the other.'),
  generation: z.string().describe('Key of the generation of the other goal.'),
  generationTitle: map,
  code: z.string(),
  title: map,
  source: z.string(),
  note: z.string().nullable(),
  withdrawn: z.null(),
});

export const listGenerations = defineListQuery({
  name: 'goals.generation.list',
  path: '/goals',
  does: 'Generations of goals in the order of their keys, each with its goals; titles in all languages.',
  input: z.object({}),
  output: generation.extend({ goals: z.array(goal) }),
  permission: ['public'],
  run: async ({ tx }, wanted) => partOf(await generationsOf(tx), wanted, (item) => item.key),
  key: (item) => item.key,
});

export const readGoal = defineQuery({
  name: 'goals.goal.read',
  path: '/goals/{generation}/{goal}',
  does: 'One goal with its crosswalk to other generations.',
  input: z.object({
    generation: z.string().max(80).describe('Key of the generation: 2019.'),
    goal: z.string().max(20).describe('Its number in that generation.'),
  }),
  output: goal.extend({ generation, crosswalk: z.array(crosswalk) }),
  permission: ['public'],
  async run({ tx, input }) {
    const page = await goalPage(tx, input.generation, input.goal);
    if (!page) throw new Refusal('goals.goal.not-found', 'There is no such goal.');
    return { ...page.goal, generation: page.generation, crosswalk: page.crosswalk };
  },
});
