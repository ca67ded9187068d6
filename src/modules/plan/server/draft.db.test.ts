import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { step, planPeople, planViews } from '../../../../test/support/plan-people.ts';
import {
  circulatedCycle,
  doneAt,
  draftedCycle,
  entryOf,
  issuedCycle,
  openedCycle,
  submitted,
  type TestCycle,
} from '../../../../test/support/plan.ts';
import { bodyId, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { deskPage } from './index.ts';

const db = useDatabase();
const { seen, version } = planViews(db);
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

describe('the draft', () => {
  it('takes an entry over, merges several, and remembers from whom; the inputs stay as they are', async () => {
    const cycle = await openedCycle(db);
    const first = await submitted(db, cycle, 'GEO', 'A training in Batumi');
    const second = await submitted(db, cycle, 'BGR', 'A training in Burgas');
    const secret = await done<{ entry: string }>(
      db,
      await someone(db, 'member', { party: await partyId(db, 'TUR') }),
      'plan.entry.propose',
      {
        cycle: cycle.cycle,
        party: 'TUR',
        ...entryOf('Not submitted', { leads: ['TUR'] }),
      },
    );
    const take = { cycle: cycle.cycle, sources: [first.entry, second.entry] };
    expect(await refused(db, secretariat, 'plan.entry.take-over', take)).toBe('plan.cycle.state');
    await done(db, secretariat, 'plan.cycle.assemble', step(cycle));
    for (const actor of [member, focal, chair, observer])
      expect(await refused(db, actor, 'plan.entry.take-over', take)).toBe('access.denied');
    expect(await refused(db, secretariat, 'plan.entry.take-over', { ...take, sources: [secret.entry] })).toBe(
      'plan.entry.not-found',
    );
    expect(await done(db, secretariat, 'plan.entry.take-over', take)).toMatchObject({ merged: 2 });
    const desk = (await asActor(db.database, secretariat, (tx) => deskPage(tx, cycle.slug, 'en')))!;
    expect(desk.plan).toMatchObject([
      { title: { text: 'A training in Batumi' }, leads: [{ key: 'BGR' }, { key: 'GEO' }] },
    ]);
    expect(desk.plan[0]!.sources.map(({ key }) => key).sort()).toEqual(['BGR', 'GEO']);
    expect(desk.inputs.map(({ party, entries }) => [party.key, entries.map(({ taken }) => taken)])).toEqual([
      ['GEO', [true]],
      ['BGR', [true]],
    ]);
    expect(await asActor(db.database, focal, (tx) => deskPage(tx, cycle.slug, 'en'))).toBeNull();
    expect(await asActor(db.database, chair, (tx) => deskPage(tx, cycle.slug, 'en'))).not.toBeNull();
  });
  it('names goals of its own framework only', async () => {
    const { cycle } = await draftedCycle(db);
    const goal = async (key: string) =>
      (
        await db.admin.query<{ id: string }>(
          `select g.id from goal g join framework_generation f on f.id = g.generation_id where f.key = $1 and g.code = '1'`,
          [key],
        )
      ).rows[0]!.id;
    expect(
      await refused(db, secretariat, 'plan.entry.add', {
        cycle,
        ...entryOf('A', { title: { en: 'Goal day' }, goals: [await goal('bp-2013')] }),
      }),
    ).toBe('plan.goal.not-found');
    await done(db, secretariat, 'plan.entry.add', {
      cycle,
      ...entryOf('Goal day', { goals: [await goal('bp-2024')] }),
    });
  });
  it('is not circulated empty, without a deadline for comments, or by anybody else', async () => {
    const opened = await openedCycle(db);
    const cycle = await done<TestCycle>(db, secretariat, 'plan.cycle.assemble', step(opened));
    expect(await refused(db, secretariat, 'plan.version.circulate', { ...step(cycle), due: '2099-04-01T12:00' })).toBe(
      'plan.version.empty',
    );
    await done(db, secretariat, 'plan.entry.add', { cycle: cycle.cycle, ...entryOf('A lake day') });
    expect(await refused(db, secretariat, 'plan.version.circulate', { ...step(cycle), due: '' })).toBe(
      'plan.cycle.deadline',
    );
    expect(await refused(db, secretariat, 'plan.version.circulate', { ...step(cycle), due: '2020-04-01T12:00' })).toBe(
      'plan.cycle.deadline',
    );
    for (const actor of [focal, chair])
      expect(await refused(db, actor, 'plan.version.circulate', { ...step(cycle), due: '2099-04-01T12:00' })).toBe(
        'access.denied',
      );
  });
});

describe('comments', () => {
  it('are seen by their party, the Secretariat and the chair; answered, by all participants', async () => {
    const cycle = await circulatedCycle(db);
    const comment = {
      cycle: cycle.cycle,
      version: 1,
      entry: cycle.entry,
      party: 'GEO',
      text: 'Three days rather than two.',
    };
    expect(await refused(db, member, 'plan.comment.write', comment)).toBe('access.denied');
    expect(await refused(db, bulgaria, 'plan.comment.write', comment)).toBe('access.denied');
    expect(await refused(db, focal, 'plan.comment.write', { ...comment, version: 3 })).toBe('plan.comment.changed');
    expect(await refused(db, focal, 'plan.comment.write', { ...comment, text: ' ' })).toBe('input.invalid');
    const made = await done<{ comment: string; late: boolean }>(db, focal, 'plan.comment.write', comment);
    expect(made.late).toBe(false);
    const late = await doneAt<{ comment: string; late: boolean }>(
      db,
      new Date('2099-05-01'),
      bulgaria,
      'plan.comment.write',
      { ...comment, party: 'BGR', entry: '', text: 'Well done.' },
    );
    expect(late.late).toBe(true);
    const texts = async (actor: Actor) => (await version(actor, cycle.slug, 1))!.comments.map(({ text }) => text);
    for (const actor of [secretariat, chair])
      expect(await texts(actor)).toEqual(['Three days rather than two.', 'Well done.']);
    expect(await texts(member)).toEqual(['Three days rather than two.']);
    expect(await texts(observer)).toEqual([]);
    expect(
      await refused(db, focal, 'plan.comment.answer', { comment: made.comment, revision: 1, disposition: 'accepted' }),
    ).toBe('access.denied');
    expect(
      await refused(db, secretariat, 'plan.comment.answer', {
        comment: made.comment,
        revision: 1,
        disposition: 'rejected',
      }),
    ).toBe('input.invalid');
    await done(db, secretariat, 'plan.comment.answer', {
      comment: made.comment,
      revision: 1,
      disposition: 'accepted-in-part',
      reason: 'Two days and an evening.',
    });
    expect(
      await refused(db, secretariat, 'plan.comment.answer', {
        comment: made.comment,
        revision: 1,
        disposition: 'accepted',
      }),
    ).toBe('plan.comment.changed');
    expect(await texts(observer)).toEqual(['Three days rather than two.']);
    // Every comment has its answer before the next version goes out.
    const revised = await done<TestCycle>(db, secretariat, 'plan.cycle.revise', step(cycle));
    expect(await refused(db, secretariat, 'plan.version.circulate', { ...step(revised), due: '' })).toBe(
      'plan.comment.open',
    );
    expect(await refused(db, focal, 'plan.comment.write', comment)).toBe('plan.comment.state');
    await done(db, secretariat, 'plan.comment.answer', {
      comment: late.comment,
      revision: 1,
      disposition: 'noted',
      reason: 'Thank you.',
    });
    await done(db, secretariat, 'plan.version.circulate', { ...step(revised), due: '' });
  });
});

describe('a version', () => {
  it('never changes, whatever becomes of the entries; the next one shows what did', async () => {
    const cycle = await circulatedCycle(db);
    const revised = await done<TestCycle>(db, secretariat, 'plan.cycle.revise', step(cycle));
    await done(db, secretariat, 'plan.entry.edit', {
      entry: cycle.entry,
      revision: 1,
      ...entryOf('A training on sea patrols', { place: 'Batumi' }),
    });
    expect((await version(member, cycle.slug, 1))!.entries[0]!).toMatchObject({
      title: { text: 'A training on lake patrols' },
      place: 'Tbilisi',
    });
    await done(db, secretariat, 'plan.version.circulate', { ...step(revised), note: 'After the comments.', due: '' });
    expect((await version(member, cycle.slug, 2))!.entries[0]!).toMatchObject({
      title: { text: 'A training on sea patrols' },
      place: 'Batumi',
    });
    await expect(
      db.asSystem((tx) => tx.updateTable('plan_version').set({ note: 'other' }).execute()),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(db.asSystem((tx) => tx.deleteFrom('plan_version_entry').execute())).rejects.toMatchObject({
      code: '42501',
    });
  });
  it('is read by participants; by the public only when endorsed', async () => {
    const cycle = await issuedCycle(db);
    for (const actor of [member, observer, chair]) expect(await version(actor, cycle.slug, 1)).not.toBeNull();
    expect(await version(nobody, cycle.slug, 2)).toBeNull();
    await done(db, secretariat, 'plan.cycle.endorse', {
      ...step(cycle),
      version: 2,
      on: '2026-01-01',
      note: 'Meeting of January, item 4.',
    });
    expect((await version(nobody, cycle.slug, 2))!.entries).toHaveLength(1);
    expect(await version(nobody, cycle.slug, 1)).toBeNull();
    expect((await seen(nobody, cycle.slug))!.parties).toEqual([]);
  });
});

describe('the endorsement', () => {
  it('is recorded by the chair of the body or the Secretariat, of the version that lies before the meeting as the plan stands', async () => {
    const cycle = await issuedCycle(db);
    const endorse = { ...step(cycle), version: 2, on: '2026-01-01', note: 'Meeting of January, item 4.' };
    for (const actor of [member, focal, observer, administrator])
      expect(await refused(db, actor, 'plan.cycle.endorse', endorse)).toBe('access.denied');
    const other = await someone(db, 'chair', { body: await bodyId(db, 'body:wg-silk-routes') });
    expect(await refused(db, other, 'plan.cycle.endorse', endorse)).toBe('access.denied');
    expect(await refused(db, chair, 'plan.cycle.endorse', { ...endorse, version: 1 })).toBe('plan.cycle.changed');
    expect(await refused(db, chair, 'plan.cycle.endorse', { ...endorse, on: '2199-01-01' })).toBe('plan.cycle.day');
    await done(db, secretariat, 'plan.entry.edit', { entry: cycle.entry, revision: 1, ...entryOf('Changed since') });
    expect(await refused(db, chair, 'plan.cycle.endorse', endorse)).toBe('plan.version.behind');
    await done(db, secretariat, 'plan.entry.edit', {
      entry: cycle.entry,
      revision: 2,
      ...entryOf('A training on lake patrols'),
    });
    expect(await done(db, chair, 'plan.cycle.endorse', endorse)).toMatchObject({ version: 2 });
    expect((await seen(nobody, cycle.slug))!.endorsement).toMatchObject({
      on: '2026-01-01',
      version: 2,
      note: 'Meeting of January, item 4.',
    });
    expect(await refused(db, secretariat, 'plan.entry.add', { cycle: cycle.cycle, ...entryOf('Too late') })).toBe(
      'plan.cycle.state',
    );
    expect(
      await refused(db, secretariat, 'plan.entry.edit', { entry: cycle.entry, revision: 3, ...entryOf('Too late') }),
    ).toBe('plan.entry.state');
  });
  it('needs a version without comments outstanding', async () => {
    const cycle = await circulatedCycle(db);
    const revised = await done<TestCycle>(db, secretariat, 'plan.cycle.revise', step(cycle));
    expect(
      await refused(db, chair, 'plan.cycle.endorse', {
        ...step(revised),
        version: 1,
        on: '2026-01-01',
        note: 'Meeting of January.',
      }),
    ).toBe('plan.version.not-issued');
  });
});
