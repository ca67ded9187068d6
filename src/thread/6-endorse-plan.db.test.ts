import { beforeAll, expect, it } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { entryOf, issuedCycle, type TestCycle } from '../../test/support/plan.ts';
import { bodyId, done } from '../../test/support/records.ts';
import { nobody, system, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { seedGoals } from '../modules/goals/server/index.ts';
import { contributionsOf } from '../modules/plan/server/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { endorsePlan, enterPlan } from './6-endorse-plan.ts';

const db = useDatabase();
let chair: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  chair = await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') });
});
const activities = (actor: Actor) =>
  asActor(db.database, actor, (tx) =>
    tx
      .selectFrom('activity')
      .select(['title', 'kind', 'starts_from', 'starts_until', 'place', 'state', 'plan_entry'])
      .orderBy('number')
      .execute(),
  );

it('an endorsed plan becomes activities that everybody sees, once, however often the step is run', async () => {
  const cycle = await issuedCycle(db);
  const decision = {
    cycle: cycle.cycle,
    revision: cycle.revision,
    version: 2,
    on: '2026-01-01',
    note: 'Meeting of January, item 4.',
  };
  expect(await endorsePlan(db.database, nobody, decision, 'page')).toMatchObject({
    ok: false,
    refusal: { code: 'access.sign-in' },
  });
  expect(await enterPlan(db.database, chair, cycle.slug, 2, 'page')).toMatchObject({
    ok: false,
    refusal: { code: 'plan.version.state' },
  });
  expect(await activities(system)).toEqual([]);
  expect(await endorsePlan(db.database, chair, decision, 'page')).toEqual({
    ok: true,
    value: { slug: cycle.slug, version: 2, activities: 1 },
  });
  expect(await activities(nobody)).toEqual([
    {
      title: 'A training on lake patrols',
      kind: 'training',
      starts_from: '2099-05-01',
      starts_until: '2099-06-30',
      place: 'Tbilisi',
      state: 'planned',
      plan_entry: `/plan/${cycle.slug}/versions/2#e-${cycle.entry}`,
    },
  ]);
  expect(await enterPlan(db.database, chair, cycle.slug, 2, 'page')).toMatchObject({
    ok: true,
    value: { activities: 0 },
  });
  const parties = await db.admin.query(
    `select p.key, a.role from activity_party a join party p on p.id = a.party_id order by 2`,
  );
  expect(parties.rows).toEqual([
    { key: 'GEO', role: 'lead' },
    { key: 'TUR', role: 'partner' },
  ]);
});

it('a party page names what its party contributes, with the activity, to everybody once it is endorsed', async () => {
  const { rows } = await db.admin.query<{ id: string }>(`select id from party where key = 'GEO'`);
  const [planned] = await asActor(db.database, nobody, (tx) => contributionsOf(tx, rows[0]!.id, '2199-01-01', 'tr'));
  expect(planned).toMatchObject({ leads: true, endorsed: true, version: 2, activity: expect.any(Number) });
  expect(await asActor(db.database, nobody, (tx) => contributionsOf(tx, rows[0]!.id, '2001-01-01', 'en'))).toEqual([]);
});

it('the goals and commitments an entry serves are those of its activity', async () => {
  const { rows } = await db.admin.query<{ id: string }>(
    `select g.id from goal g join framework_generation f on f.id = g.generation_id where f.key = 'bp-2024' and g.code = '1'`,
  );
  const { commitment } = await done(db, system, 'followup.commitment.raise', {
    title: 'Patrol the lake together',
    owners: ['GEO'],
  });
  const cycle = await issuedCycle(db, { years: [2101, 2102] });
  const entry = {
    entry: cycle.entry,
    revision: 1,
    ...entryOf('A training with goals', { goals: [rows[0]!.id], commitments: [commitment] }),
  };
  const secretariat = await someone(db, 'secretariat');
  await done(db, secretariat, 'plan.entry.edit', entry);
  const issued = await done<TestCycle>(db, system, 'plan.version.circulate', {
    cycle: cycle.cycle,
    revision: cycle.revision,
    due: '',
  });
  const decision = {
    cycle: cycle.cycle,
    revision: issued.revision,
    version: 3,
    on: '2026-01-01',
    note: 'Meeting of January, item 4.',
  };
  expect(await endorsePlan(db.database, secretariat, decision, 'page')).toMatchObject({
    ok: true,
    value: { activities: 1 },
  });
  const links = await db.admin.query(
    `select g.goal_id, c.commitment_id from activity a join activity_goal g on g.activity_id = a.id join activity_commitment c on c.activity_id = a.id where a.title = 'A training with goals'`,
  );
  expect(links.rows).toEqual([{ goal_id: rows[0]!.id, commitment_id: commitment }]);
});
