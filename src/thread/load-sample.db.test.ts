import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../test/support/database.ts';
import { z } from 'zod';
import { nobody, system, type Actor } from '../kernel/actor.ts';
import { queries } from '../queries.generated.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { seedGoals } from '../modules/goals/server/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { loadSample, type SampleDialogue } from './load-sample.ts';
import { addressOfCell } from '../modules/goals/ui/loom-cells.ts';
import { outcomeFilter } from '../modules/records/forms.ts';
import { listOutcomes } from '../modules/records/server/index.ts';
import { loomAsked, loomCells } from './loom.ts';
import { loomLines, loomPage } from './loom-page.ts';
import { amongGoals, goalsAsked } from './outcomes-of-goals.ts';
import { stateOfPlay } from './state-of-play.ts';

const db = useDatabase();
const folder = join(import.meta.dirname, '../../sample');
const told: string[] = [];

async function load(): Promise<void> {
  const sample = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')) as SampleDialogue;
  await loadSample(
    db.database,
    sample,
    (file) => readFile(join(folder, file)),
    (sentence) => told.push(sentence),
  );
}

beforeAll(async () => {
  await db.asSystem((tx) => tx.insertInto('setting').values({ name: 'mode', value: 'sample' }).execute());
  await seedRegister(db.database);
  await seedGoals(db.database);
  await load();
}, 600_000);

const states = (table: string, column = 'state') =>
  asActor(db.database, system, async (tx) => {
    const rows = await tx
      .selectFrom(table as 'commitment')
      .select(column as 'state')
      .execute();
    return [...new Set(rows.map((row) => (row as Record<string, string>)[column]))].toSorted();
  });

test('the sample shows commitments, owners and activities in every state that a visitor would look for', async () => {
  expect(await states('commitment')).toEqual(['completed', 'open', 'superseded', 'withdrawn']);
  expect(await states('commitment_owner')).toEqual(['accepted', 'asked', 'claimed', 'confirmed', 'declined']);
  expect(await states('activity')).toEqual(expect.arrayContaining(['cancelled', 'held', 'planned']));
  expect(await states('plan_cycle', 'stage')).toEqual(['endorsed', 'inputs']);
});

test('it shows meetings on their way: one called, one held whose report is being commented on, with delegations that wait and that are approved', async () => {
  expect(await states('meeting_call', 'stage')).toEqual(['called', 'closed', 'draft']);
  // One more is being written: its party's alone, so not even Redthread sees it.
  expect(await states('delegation')).toEqual(['approved', 'submitted']);
  expect(await states('draft', 'stage')).toEqual(['circulated']);
});

test('its endorsed plan is activities, and its loom has several years and several goals', async () => {
  const planned = await asActor(db.database, system, (tx) =>
    tx.selectFrom('activity').select('title').where('plan_entry', 'is not', null).orderBy('title').execute(),
  );
  expect(planned.map(({ title }) => title)).toEqual([
    'Handbook for contact points of returnees',
    'Test run of the early warning contacts',
    'Training of interpreters in remote interpretation',
  ]);
  const cells = await asActor(db.database, nobody, (tx) =>
    loomCells(tx, loomAsked.parse({}), new Date().toISOString().slice(0, 10)),
  );
  expect(new Set(cells.map(({ column }) => column)).size).toBeGreaterThanOrEqual(3);
  expect(new Set(cells.map(({ goal }) => goal)).size).toBeGreaterThanOrEqual(3);
});

test.each([{}, { across: 'parties' }])(
  'every cell of its loom is the length of the list it leads to: %j',
  async (asked) => {
    const today = new Date().toISOString().slice(0, 10);
    for (const actor of [nobody, system])
      await asActor(db.database, actor, async (tx) => {
        const loom = await loomPage(tx, loomAsked.parse(asked), today, 'en');
        expect(loom.cells.length).toBeGreaterThan(5);
        for (const { group, goal, column, cell } of loomLines(loom)) {
          const address = addressOfCell(loom, { generation: group.key, code: goal.code, column: column.key });
          const query = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
          const { filter, among } = amongGoals(goalsAsked.parse(query), outcomeFilter.parse(query), today);
          const { total } = await listOutcomes(tx, filter, 'en', 1, among);
          expect([address, total]).toEqual([address, cell.kept + cell.moving + cell.silent]);
        }
      });
  },
);

test('what the API answers of the dialogue is what its document says, and whole', async () => {
  const at = new Date();
  const ask = (name: string, actor: Actor, input: object) => {
    const query = queries.get(name)!;
    return asActor(db.database, actor, async (tx) => {
      const given = query.input.parse(input);
      const value = await query.run({ tx, actor, input: given, language: 'en', at }, { after: null, rows: 200 });
      const sent: unknown = JSON.parse(JSON.stringify(value));
      const output = query.kind === 'list' ? z.array(query.output!) : query.output!;
      expect(output.parse(sent), name).toEqual(sent);
      return sent as Record<string, string & number>[];
    });
  };
  for (const actor of [nobody, system]) {
    const some = <T>(list: T[], least = 1) => (expect(list.length).toBeGreaterThanOrEqual(least), list);
    for (const { number } of some(await ask('followup.commitment.list', actor, { state: 'all' })))
      await ask('followup.commitment.read', actor, { commitment: number });
    for (const { number } of some(await ask('followup.activity.list', actor, {})))
      await ask('followup.activity.read', actor, { activity: number });
    for (const { slug } of some(await ask('plan.cycle.list', actor, {})))
      await ask('plan.cycle.read', actor, { plan: slug });
    some(await ask('calendar.entry.list', actor, { from: '2000-01-01' }));
    for (const { key, goals } of some(await ask('goals.generation.list', actor, {}), 5))
      await ask('goals.goal.read', actor, { generation: key, goal: (goals as unknown as { code: string }[])[0]!.code });
  }
  const { rows: versions } = await db.admin.query<{ plan: string; version: number }>(
    'select c.slug as plan, v.n as version from plan_version v join plan_cycle c on c.id = v.cycle_id',
  );
  for (const version of versions) await ask('plan.version.read', system, version);
  const { rows: reports } = await db.admin.query<{ slug: string; outcome: string }>(
    'select distinct on (r.id) r.slug, t.later_outcome_id as outcome from tie t join report r on r.id = t.report_id',
  );
  expect([versions.length > 0, reports.length > 0]).toEqual([true, true]);
  for (const { slug, outcome } of reports) {
    await ask('followup.tie.of-report', system, { report: slug });
    await ask('followup.tie.of-outcome', system, { outcome });
  }
});

test('its state of play has something to say in every part', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const question = { body: 'body:wg-south-east-europe', on: today };
  const play = await asActor(db.database, system, (tx) => stateOfPlay(tx, question, 'en'));
  for (const part of [
    'moved',
    'silent',
    'overdue',
    'due',
    'requests',
    'questions',
    'offers',
    'wishes',
    'goals',
  ] as const)
    expect(play[part].length, part).toBeGreaterThan(0);
  expect(play.wishes[0]!.times).toBeGreaterThanOrEqual(3);
  const seen = await asActor(db.database, nobody, (tx) => stateOfPlay(tx, question, 'en'));
  expect(JSON.stringify(seen)).not.toContain('For ourselves');
  expect(seen.questions).toEqual([]);
});

test('a second start takes no step again', async () => {
  const before = told.length;
  await load();
  expect(told.slice(before)).toEqual([]);
});
