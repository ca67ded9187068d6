import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { before, deadline, after, step, planPeople, planViews } from '../../../../test/support/plan-people.ts';
import {
  callFor,
  doneAt,
  entryOf,
  openedCycle,
  preparedCycle,
  submitted,
  type TestCycle,
} from '../../../../test/support/plan.ts';
import { bodyId, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { cycleSteps } from '../cycle.ts';
import { openPlanTasks, versionPair } from './index.ts';

const db = useDatabase();
const { seen, input, version, codeAt } = planViews(db);
let secretariat: Actor,
  chair: Actor,
  member: Actor,
  focal: Actor,
  bulgaria: Actor,
  observer: Actor,
  administrator: Actor;
beforeAll(async () => {
  ({ secretariat, chair, member, focal, bulgaria, observer, administrator } = await planPeople(db));
});

describe('the stages', () => {
  it('of the database are those of the module', async () => {
    const { rows } = await db.admin.query<{ from_state: string; to_state: string }>(
      `select from_state, to_state from record_transition where thing = 'plan_cycle'`,
    );
    const own = Object.entries(cycleSteps).flatMap(([from, list]) => list.map((to) => `${from} ${to}`));
    expect(rows.map((row) => `${row.from_state} ${row.to_state}`).sort()).toEqual(own.sort());
  });
  it('are refused out of their order by the database itself', async () => {
    const { cycle } = await preparedCycle(db);
    await expect(
      db.asSystem((tx) =>
        tx.updateTable('plan_cycle').set({ stage: 'comments', revision: 2 }).where('id', '=', cycle).execute(),
      ),
    ).rejects.toMatchObject({ code: 'RT409' });
  });
});

describe('the call', () => {
  it('is prepared by the Secretariat alone, in order: nobody, wrong role, wrong words, right', async () => {
    const good = await callFor(db);
    expect(await refused(db, nobody, 'plan.cycle.prepare', good)).toBe('access.sign-in');
    for (const actor of [member, focal, chair, observer, administrator])
      expect(await refused(db, actor, 'plan.cycle.prepare', good)).toBe('access.denied');
    expect(await refused(db, secretariat, 'plan.cycle.prepare', { ...good, due: '2099-03-29T02:30' })).toBe(
      'input.invalid',
    );
    expect(await refused(db, secretariat, 'plan.cycle.prepare', { ...good, last_day: '2098-01-01' })).toBe(
      'input.invalid',
    );
    expect(await refused(db, secretariat, 'plan.cycle.prepare', { ...good, parties: [] })).toBe('input.invalid');
    expect(await refused(db, secretariat, 'plan.cycle.prepare', { ...good, parties: ['QQQ'] })).toBe(
      'plan.party.not-found',
    );
    expect(await refused(db, secretariat, 'plan.cycle.prepare', { ...good, call: { ru: 'Только по-русски' } })).toBe(
      'input.invalid',
    );
    const made = await done<TestCycle>(db, secretariat, 'plan.cycle.prepare', good);
    expect(made.slug).toMatch(/^2099-2100/);
    const again = await done<TestCycle>(db, secretariat, 'plan.cycle.prepare', good);
    expect(again.slug).not.toBe(made.slug);
  });
  it('is seen before it is out by the Secretariat and the chair of the body, and by nobody else', async () => {
    const { slug } = await preparedCycle(db);
    for (const actor of [secretariat, chair]) expect(await seen(actor, slug)).not.toBeNull();
    for (const actor of [nobody, member, focal, observer, administrator]) expect(await seen(actor, slug)).toBeNull();
    const other = await someone(db, 'chair', { body: await bodyId(db, 'body:wg-silk-routes') });
    expect(await seen(other, slug)).toBeNull();
  });
  it('once out is seen by all participants, not by the public; its text stands', async () => {
    const cycle = await openedCycle(db);
    for (const actor of [secretariat, chair, member, focal, observer])
      expect(await seen(actor, cycle.slug)).not.toBeNull();
    for (const actor of [nobody, administrator]) expect(await seen(actor, cycle.slug)).toBeNull();
    const { body: _, ...call } = await callFor(db);
    expect(await refused(db, secretariat, 'plan.cycle.edit', { ...call, ...step(cycle) })).toBe('plan.cycle.state');
    expect(await refused(db, secretariat, 'plan.cycle.open', step(cycle))).toBe('plan.cycle.state');
    expect(await refused(db, secretariat, 'plan.cycle.open', { ...step(cycle), revision: 1 })).toBe(
      'plan.cycle.changed',
    );
  });
  it('does not go out after its own deadline', async () => {
    const cycle = await preparedCycle(db);
    expect(await codeAt(after, secretariat, 'plan.cycle.open', step(cycle))).toBe('plan.cycle.deadline');
  });
});

describe('the register moves on meanwhile', () => {
  it('a party that leaves the body is no longer awaited, cannot submit, keeps what it wrote; back in the body it can', async () => {
    const mandate = {
      body: 'body:wg-silk-routes',
      party: 'PRT',
      role: 'member',
      beginsUntil: '2020-01-01',
      source: 'minutes of 2020',
    };
    await done(db, secretariat, 'register.mandate.record', mandate);
    const portugal = await someone(db, 'focal-point', { party: await partyId(db, 'PRT') });
    const cycle = await openedCycle(db, { body: 'body:wg-silk-routes', parties: ['PRT', 'BGR'] });
    await done(db, portugal, 'plan.entry.propose', {
      cycle: cycle.cycle,
      party: 'PRT',
      ...entryOf('A visit to Lisbon', { leads: ['PRT'] }),
    });
    expect(await asActor(db.database, portugal, (tx) => openPlanTasks(tx, before))).toMatchObject([
      { kind: 'input', party: { key: 'PRT' } },
    ]);
    const { rows } = await db.admin.query<{ id: string }>(
      `select m.id from mandate m join party p on p.id = m.party_id where p.key = 'PRT' and m.source = 'minutes of 2020' and m.withdrawn_at is null`,
    );
    await done(db, secretariat, 'register.mandate.end', {
      entry: rows[0]!.id,
      endsFrom: '2098-12-01',
      endsUntil: '2098-12-01',
      source: 'note of November',
    });
    expect((await seen(secretariat, cycle.slug))!.parties.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'BGR awaited',
      'PRT left',
    ]);
    expect(await codeAt(before, portugal, 'plan.input.submit', { cycle: cycle.cycle, party: 'PRT', revision: 1 })).toBe(
      'plan.input.left',
    );
    expect((await input(portugal, cycle.slug, 'PRT'))?.entries).toHaveLength(1);
    expect(await asActor(db.database, portugal, (tx) => openPlanTasks(tx, before))).toEqual([]);
    await done(db, secretariat, 'register.mandate.record', {
      ...mandate,
      beginsUntil: '2099-01-15',
      source: 'letter of January',
    });
    expect(await codeAt(before, portugal, 'plan.input.submit', { cycle: cycle.cycle, party: 'PRT', revision: 1 })).toBe(
      'done',
    );
  });
  it('a party that was asked without a mandate has not left', async () => {
    const cycle = await openedCycle(db, { parties: ['org:iom'] });
    expect((await seen(secretariat, cycle.slug))!.parties).toMatchObject([
      { key: 'org:iom', state: 'awaited', left: false },
    ]);
  });
  it('a renamed party keeps in a version the name it had on its day, and is today’s on the pages', async () => {
    const key = 'org:lake-office';
    await done(db, secretariat, 'register.party.record', {
      key,
      kind: 'organisation',
      name: 'Lake Office',
      source: 'statutes',
    });
    const cycle = await openedCycle(db, { parties: [key] });
    const drafted = await done<TestCycle>(db, secretariat, 'plan.cycle.assemble', step(cycle));
    await done(db, secretariat, 'plan.entry.add', {
      cycle: cycle.cycle,
      ...entryOf('A lake day', { leads: [key], partners: [] }),
    });
    await doneAt(db, before, secretariat, 'plan.version.circulate', { ...step(drafted), due: '2099-04-01T12:00' });
    const named = async () => (await version(secretariat, cycle.slug, 1))!.entries[0]!.leads[0]!.name;
    expect(await named()).toBe('Lake Office');
    const old = await db.admin.query<{ id: string }>(
      `select n.id from party_name n join party p on p.id = n.party_id where p.key = $1`,
      [key],
    );
    await done(db, secretariat, 'register.name.correct', {
      entry: old.rows[0]!.id,
      form: 'short',
      name: 'Lake Office',
      usedUntil: '2099-02-15',
      source: 'statutes',
      reason: 'renamed',
    });
    await done(db, secretariat, 'register.name.record', {
      party: key,
      form: 'short',
      name: 'Lake Agency',
      usedFrom: '2099-02-15',
      source: 'new statutes',
    });
    expect(await named()).toBe('Lake Office');
    const { revision } = (await seen(secretariat, cycle.slug))!.cycle;
    const revised = await doneAt<TestCycle>(db, after, secretariat, 'plan.cycle.revise', {
      cycle: cycle.cycle,
      revision,
    });
    await doneAt(db, after, secretariat, 'plan.version.circulate', { ...step(revised), due: '' });
    expect((await version(secretariat, cycle.slug, 2))!.entries[0]!.leads[0]!.name).toBe('Lake Agency');
    expect(await named()).toBe('Lake Office');
    const pair = await asActor(db.database, secretariat, (tx) => versionPair(tx, cycle.slug, 2, 'en'));
    expect(pair!.older.entries[0]!.leads).toEqual(pair!.newer.entries[0]!.leads);
  });
});

describe('what is asked of whom', () => {
  it('goes by role and clock', async () => {
    await db.admin.query(`truncate plan_cycle cascade`);
    const cycle = await openedCycle(db);
    const tasks = (actor: Actor, at: Date) => asActor(db.database, actor, (tx) => openPlanTasks(tx, at));
    expect(await tasks(member, new Date('2099-01-01'))).toMatchObject([
      { kind: 'input', path: `/plan/${cycle.slug}/inputs/GEO`, reminder: null },
    ]);
    expect(await tasks(member, new Date('2099-02-27'))).toMatchObject([
      { kind: 'input', reminder: 'three-days', due: deadline },
    ]);
    expect(await tasks(member, after)).toEqual([]);
    for (const actor of [nobody, observer, administrator, chair, secretariat])
      expect(await tasks(actor, before)).toEqual([]);
    expect(await tasks(secretariat, after)).toMatchObject([{ kind: 'lead', next: 'assemble' }]);
    await submitted(db, cycle, 'GEO', 'A visit');
    expect(await tasks(member, before)).toEqual([]);
    expect(await tasks(bulgaria, before)).toMatchObject([{ kind: 'input', party: { key: 'BGR', name: 'Bulgaria' } }]);
    await done(db, system, 'plan.cycle.assemble', step(cycle));
    await done(db, system, 'plan.entry.add', { cycle: cycle.cycle, ...entryOf('A lake day') });
    const out = await done<TestCycle>(db, system, 'plan.version.circulate', {
      cycle: cycle.cycle,
      revision: cycle.revision + 1,
      due: '2099-04-01T12:00',
    });
    expect(await tasks(bulgaria, before)).toMatchObject([
      { kind: 'comment', version: 1, path: `/plan/${cycle.slug}/versions/1` },
    ]);
    expect(await tasks(member, before)).toEqual([]);
    const revised = await done<TestCycle>(db, system, 'plan.cycle.revise', step(out));
    await done<TestCycle>(db, system, 'plan.version.circulate', { ...step(revised), due: '' });
    expect(await tasks(chair, before)).toMatchObject([{ kind: 'endorse', version: 2 }]);
  });
});
