import { z } from 'zod';
import { defineListQuery, defineQuery, partOf } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { cyclePage, listCycles as cyclesOf } from '../queries/cycles.ts';
import { versionPage } from '../queries/version.ts';
import { cycle as listed, cycleWhole, version as whole } from './shapes.ts';

const plan = z.string().max(80).describe('Its name in addresses.');
const notFound = () => new Refusal('plan.cycle.not-found', 'There is no such plan, or it is not for you to see.');

export const listCycles = defineListQuery({
  name: 'plan.cycle.list',
  path: '/plans',
  does: 'Cycles of the implementation plan in the order of their names.',
  input: z.object({}),
  output: listed,
  permission: ['public'],
  run: async ({ tx, language }, wanted) => partOf(await cyclesOf(tx, language), wanted, (item) => item.slug),
  key: (item) => item.slug,
});

export const readCycle = defineQuery({
  name: 'plan.cycle.read',
  path: '/plans/{plan}',
  does: 'One cycle with its versions and, for participants, which inputs are in.',
  input: z.object({ plan }),
  output: cycleWhole,
  permission: ['public'],
  async run({ tx, input, language, at }) {
    const page = await cyclePage(tx, input.plan, language, at);
    if (!page) throw notFound();
    const { cycle, parties, versions } = page;
    return { ...cycle, parties, versions };
  },
});

export const readVersion = defineQuery({
  name: 'plan.version.read',
  path: '/plans/{plan}/versions/{version}',
  does: 'One version of a plan: its entries under goals and strands, and the comments on them that you may see.',
  input: z.object({ plan, version: z.coerce.number().int().min(1).max(10_000) }),
  output: whole,
  permission: ['public'],
  async run({ tx, input, language }) {
    const page = await versionPage(tx, input.plan, input.version, language);
    if (!page) throw notFound();
    const { cycle, version, entries, comments } = page;
    return { cycle, ...version, entries, comments };
  },
});
