import { system } from '../../src/kernel/actor.ts';
import { done } from '../support/records.ts';
import type { Scenario, Setting } from './scenarios.ts';

let count = 0;
/** Letters only, because a key ends in what it counts. */
const next = () => `lake-${++count}`;
const title = { en: 'Lakes', ar: 'بحيرات' };
const generation = () => ({
  key: next(),
  kind: 'global',
  title,
  adopted_on: '2020-01-01',
  effective_from: '2020-01-01',
  effective_until: '',
  source: 'a resolution',
  note: '',
});
const reason = 'for a test';

async function madeGeneration({ world }: Setting) {
  const { kind: _, key, ...fields } = generation();
  await done(world.db, system, 'goals.generation.add', { ...fields, kind: 'global', key, reason });
  return { generation: key, ...fields };
}
async function madeGoal(setting: Setting, code = '1') {
  const { generation: key } = await madeGeneration(setting);
  const input = { generation: key, code, ordinal: '1', parent: '', title, source: 'a resolution' };
  const { goal } = (await done(setting.world.db, system, 'goals.goal.add', { ...input, reason })) as { goal: string };
  return { name: `${key}/${code}`, goal, input };
}
const crosswalk = async (setting: Setting) => ({
  from: (await madeGoal(setting)).name,
  to: (await madeGoal(setting)).name,
  relation: 'close',
  source: 'own reading',
});
const sort = () => ({ key: next(), ordinal: '9', title, used_from: '2020-01-01', source: 'a plan', reason });
const sheet = async (setting: Setting) => {
  const { generation: key } = await madeGeneration(setting);
  return { content: `generation,code,title_en,source\n${key},1,Harbours,a resolution`, format: 'csv' };
};

/** Goals belong to nobody: every scenario is the same for one's own and another's. */
export const goalScenarios: Record<string, Scenario> = {
  'goals.seed.apply': async () => ({}),
  'goals.generation.add': async () => ({ ...generation(), reason }),
  'goals.generation.edit': async (setting) => ({
    ...(await madeGeneration(setting)),
    revision: 1,
    note: 'a remark',
    reason,
  }),
  'goals.goal.add': async (setting) => ({
    generation: (await madeGeneration(setting)).generation,
    code: '10.c',
    title,
    source: 'a resolution',
    reason,
  }),
  'goals.goal.edit': async (setting) => {
    const { goal, input } = await madeGoal(setting);
    return { ...input, goal, revision: 1, title: { en: 'Rivers' }, reason };
  },
  'goals.strand.set': async () => sort(),
  'goals.theme.set': async () => ({ ...sort(), horizontal: 'on' }),
  'goals.crosswalk.set': async (setting) => crosswalk(setting),
  'goals.crosswalk.withdraw': async (setting) => {
    const made = await done(setting.world.db, system, 'goals.crosswalk.set', await crosswalk(setting));
    return { ...(made as { entry: string }), reason };
  },
  'goals.import.preview': async (setting) => sheet(setting),
  'goals.import.apply': async (setting) => {
    const input = await sheet(setting);
    const { digest } = (await done(setting.world.db, system, 'goals.import.preview', input)) as { digest: string };
    return { ...input, preview: digest };
  },
};
