import { system } from '../../src/kernel/actor.ts';
import { writePlanWorkbook } from '../../src/modules/plan/server/workbook.ts';
import { someone } from '../support/actors.ts';
import {
  callFor,
  circulatedCycle,
  draftedCycle,
  entryOf,
  issuedCycle,
  openedCycle,
  preparedCycle,
  submitted,
  type TestCycle,
} from '../support/plan.ts';
import { done } from '../support/records.ts';
import type { Scenario, Setting } from './scenarios.ts';

/** Each cycle is of the body and asks the party of the scope. */
const asks = ({ scope }: Setting) => ({ body: scope.body.key, parties: [scope.party.key] });
const step = ({ cycle, revision }: TestCycle) => ({ cycle, revision });

/** An entry in the open input of the scope's party, written by a contributor of that party. */
async function written(setting: Setting) {
  const { world, scope } = setting;
  const cycle = await openedCycle(world.db, asks(setting));
  const contributor = await someone(world.db, 'member', { party: scope.party.id });
  const input = { cycle: cycle.cycle, party: scope.party.key, ...entryOf('A study visit') };
  const { entry } = await done<{ entry: string }>(world.db, contributor, 'plan.entry.propose', input);
  return { ...cycle, entry };
}

/** An entry the asker may be the one to change: of the plan for the Secretariat, of an input for everybody else. */
async function entryFor(setting: Setting) {
  return setting.actor.roles.includes('secretariat') || setting.actor.roles.includes('system')
    ? draftedCycle(setting.world.db, asks(setting))
    : written(setting);
}

/** A workbook with one new row, for the plan when the Secretariat asks, else for the input of the scope's party. */
async function workbook(setting: Setting) {
  const { world, scope, actor } = setting;
  const staff = actor.roles.includes('secretariat') || actor.roles.includes('system');
  const { cycle, slug } = staff
    ? await draftedCycle(world.db, asks(setting))
    : await openedCycle(world.db, asks(setting));
  const party = staff ? '' : scope.party.key;
  const empty = { parties: [], goals: [], strands: [], commitments: [] };
  const content = {
    kind: 'training',
    title: { en: 'A row of a workbook' },
    description: null,
    leads: [],
    partners: [],
    other_partners: null,
  } as const;
  const rest = {
    when_from: null,
    when_until: null,
    place: null,
    funding: null,
    goals: [],
    strands: [],
    commitments: [],
  };
  const entry = { id: '', revision: 0, content: { ...content, ...rest, leads: [], partners: [] } };
  const file = await writePlanWorkbook({ slug, title: 'Plan', party, version: '' }, [entry], empty);
  return { cycle, party, file };
}

export const planScenarios: Record<string, Scenario> = {
  'plan.cycle.prepare': (setting) => callFor(setting.world.db, asks(setting)),
  'plan.cycle.edit': async (setting) => {
    const { body: _, ...call } = await callFor(setting.world.db, asks(setting));
    return { ...call, ...step(await preparedCycle(setting.world.db, asks(setting))) };
  },
  'plan.cycle.open': async (setting) => step(await preparedCycle(setting.world.db, asks(setting))),
  'plan.deadline.move': async (setting) => ({
    ...step(await openedCycle(setting.world.db, asks(setting))),
    due: '2099-03-15T12:00',
    zone: 'Europe/Vienna',
    reason: 'Holidays in several states.',
  }),
  'plan.entry.propose': async (setting) => ({
    cycle: (await openedCycle(setting.world.db, asks(setting))).cycle,
    party: setting.scope.party.key,
    ...entryOf('A study visit'),
  }),
  'plan.entry.edit': async (setting) => ({
    entry: (await entryFor(setting)).entry,
    revision: 1,
    ...entryOf('A longer study visit'),
  }),
  'plan.entry.remove': async (setting) => ({
    entry: (await entryFor(setting)).entry,
    revision: 1,
    reason: 'Written twice.',
  }),
  'plan.entry.restore': async (setting) => {
    const { entry } = await entryFor(setting);
    await setting.world.db.admin.query(
      `update plan_entry set removed_at = at, removed_by = by, removed_reason = 'Written twice.', revision = 2 where id = $1`,
      [entry],
    );
    return { entry, revision: 2 };
  },
  'plan.input.submit': async (setting) => ({
    cycle: (await written(setting)).cycle,
    party: setting.scope.party.key,
    revision: 1,
  }),
  'plan.input.take-back': async (setting) => {
    const cycle = await openedCycle(setting.world.db, asks(setting));
    await submitted(setting.world.db, cycle, setting.scope.party.key, 'A study visit');
    return { cycle: cycle.cycle, party: setting.scope.party.key, revision: 2 };
  },
  'plan.cycle.assemble': async (setting) => step(await openedCycle(setting.world.db, asks(setting))),
  'plan.entry.add': async (setting) => ({
    cycle: (await draftedCycle(setting.world.db, asks(setting))).cycle,
    ...entryOf('A training of the Secretariat'),
  }),
  'plan.entry.take-over': async (setting) => {
    const { db } = setting.world;
    const cycle = await openedCycle(db, asks(setting));
    const { entry } = await submitted(db, cycle, setting.scope.party.key, 'A study visit');
    await done(db, system, 'plan.cycle.assemble', step(cycle));
    return { cycle: cycle.cycle, sources: [entry] };
  },
  'plan.version.circulate': async (setting) => ({
    ...step(await draftedCycle(setting.world.db, asks(setting))),
    due: '2099-04-01T12:00',
  }),
  'plan.comment.write': async (setting) => {
    const { cycle, entry } = await circulatedCycle(setting.world.db, asks(setting));
    return { cycle, version: 1, entry, party: setting.scope.party.key, text: 'Make it three days.' };
  },
  'plan.comment.answer': async (setting) => {
    const { cycle, entry } = await circulatedCycle(setting.world.db, asks(setting));
    const focal = await someone(setting.world.db, 'focal-point', { party: setting.scope.party.id });
    const input = { cycle, version: 1, entry, party: setting.scope.party.key, text: 'Make it three days.' };
    const { comment } = await done<{ comment: string }>(setting.world.db, focal, 'plan.comment.write', input);
    return { comment, revision: 1, disposition: 'accepted' };
  },
  'plan.cycle.revise': async (setting) => step(await circulatedCycle(setting.world.db, asks(setting))),
  'plan.cycle.endorse': async (setting) => ({
    ...step(await issuedCycle(setting.world.db, asks(setting))),
    version: 2,
    on: '2026-01-01',
    note: 'Meeting of the body, item 4.',
  }),
  'plan.sheet.preview': workbook,
  'plan.sheet.apply': async (setting) => {
    const input = await workbook(setting);
    const contributor =
      input.party === '' ? system : await someone(setting.world.db, 'member', { party: setting.scope.party.id });
    const { digest } = await done<{ digest: string }>(setting.world.db, contributor, 'plan.sheet.preview', input);
    return { ...input, preview: digest };
  },
};
