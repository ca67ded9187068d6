import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { before, deadline, after, step, planPeople, planViews } from '../../../../test/support/plan-people.ts';
import { callAt, circulatedCycle, doneAt, entryOf, openedCycle } from '../../../../test/support/plan.ts';
import { call, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { entryPage } from './index.ts';

const db = useDatabase();
const { seen, input, codeAt } = planViews(db);
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

describe('an input', () => {
  it('is written by the people of the party, submitted by its focal point alone, and unseen by all others until then', async () => {
    const cycle = await openedCycle(db);
    const entry = { cycle: cycle.cycle, party: 'GEO', ...entryOf('A training for border guards') };
    expect(await refused(db, nobody, 'plan.entry.propose', entry)).toBe('access.sign-in');
    for (const actor of [secretariat, chair, observer, administrator])
      expect(await refused(db, actor, 'plan.entry.propose', entry)).toBe('access.denied');
    expect(await refused(db, bulgaria, 'plan.entry.propose', entry)).toBe('access.denied');
    expect(await refused(db, member, 'plan.entry.propose', { ...entry, party: 'HUN' })).toBe('plan.party.not-asked');
    const made = await done<{ entry: string }>(db, member, 'plan.entry.propose', entry);
    await done(db, focal, 'plan.entry.propose', { ...entry, ...entryOf('A study visit to Poti') });
    // Nothing of it anywhere for the others: no rows, no counts, no titles, no way in by its id.
    for (const actor of [secretariat, chair, bulgaria, observer, administrator, nobody]) {
      const page = await input(actor, cycle.slug, 'GEO');
      expect(page === null || (page.input === null && page.entries.length === 0)).toBe(true);
      expect(await asActor(db.database, actor, (tx) => entryPage(tx, cycle.slug, made.entry, 'en'))).toBeNull();
      const rows = await asActor(db.database, actor, (tx) =>
        tx.selectFrom('plan_entry').select('id').where('cycle_id', '=', cycle.cycle).execute(),
      );
      expect(rows).toEqual([]);
      const parties = await asActor(db.database, actor, (tx) =>
        tx.selectFrom('plan_entry_party').select('entry_id').where('entry_id', '=', made.entry).execute(),
      );
      expect(parties).toEqual([]);
      expect((await seen(actor, cycle.slug))?.parties.find(({ key }) => key === 'GEO')?.entries ?? null).toBeNull();
    }
    const sentences = await db.admin.query<{ sentence: string }>(
      `select sentence from log_entry where action = 'plan.entry.propose'`,
    );
    expect(sentences.rows.some(({ sentence }) => sentence.includes('border guards'))).toBe(false);
    expect((await input(member, cycle.slug, 'GEO'))?.entries).toHaveLength(2);
    const submit = { cycle: cycle.cycle, party: 'GEO', revision: 1 };
    expect(await refused(db, member, 'plan.input.submit', submit)).toBe('access.denied');
    expect(await refused(db, bulgaria, 'plan.input.submit', submit)).toBe('plan.input.not-found');
    expect(await refused(db, focal, 'plan.input.submit', { ...submit, revision: 7 })).toBe('plan.input.changed');
    expect(await doneAt(db, deadline, focal, 'plan.input.submit', submit)).toMatchObject({ late: false, entries: 2 });
    for (const actor of [secretariat, chair, bulgaria, observer])
      expect((await input(actor, cycle.slug, 'GEO'))?.entries.map(({ title }) => title.text)).toEqual([
        'A training for border guards',
        'A study visit to Poti',
      ]);
    for (const actor of [nobody, administrator]) expect(await input(actor, cycle.slug, 'GEO')).toBeNull();
    // Submitted, it stands still.
    expect(
      await refused(db, member, 'plan.entry.edit', { entry: made.entry, revision: 1, ...entryOf('Another') }),
    ).toBe('plan.entry.state');
    expect(await refused(db, member, 'plan.entry.propose', entry)).toBe('plan.input.state');
    expect(await refused(db, member, 'plan.input.take-back', { ...submit, revision: 2 })).toBe('access.denied');
    await done(db, focal, 'plan.input.take-back', { ...submit, revision: 2 });
    expect((await input(secretariat, cycle.slug, 'GEO'))?.entries).toEqual([]);
    await done(db, member, 'plan.entry.edit', { entry: made.entry, revision: 1, ...entryOf('Another') });
  });

  it('an empty one is not submitted', async () => {
    const cycle = await openedCycle(db);
    const { entry } = await done<{ entry: string }>(db, focal, 'plan.entry.propose', {
      cycle: cycle.cycle,
      party: 'GEO',
      ...entryOf('A visit'),
    });
    await done(db, focal, 'plan.entry.remove', { entry, revision: 1, reason: 'Not this year.' });
    expect(await refused(db, focal, 'plan.input.submit', { cycle: cycle.cycle, party: 'GEO', revision: 1 })).toBe(
      'plan.input.empty',
    );
    await done(db, focal, 'plan.entry.restore', { entry, revision: 2 });
    await done(db, focal, 'plan.input.submit', { cycle: cycle.cycle, party: 'GEO', revision: 1 });
  });

  it('two contributors edit one entry: the second is told, nothing is overwritten', async () => {
    const cycle = await openedCycle(db);
    const colleague = await someone(db, 'member', { party: await partyId(db, 'GEO') });
    const { entry } = await done<{ entry: string }>(db, member, 'plan.entry.propose', {
      cycle: cycle.cycle,
      party: 'GEO',
      ...entryOf('A visit'),
    });
    const answers = await Promise.all(
      [member, colleague].map((actor, i) =>
        call(db, actor, 'plan.entry.edit', { entry, revision: 1, ...entryOf(`A visit, by ${i}`) }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]))).toEqual(['plan.entry.changed']);
    const winner = answers.findIndex(({ ok }) => ok);
    expect((await input(member, cycle.slug, 'GEO'))?.entries.map(({ title }) => title.text)).toEqual([
      `A visit, by ${winner}`,
    ]);
  });

  it('two contributors begin it at the same moment: one input, both entries', async () => {
    const cycle = await openedCycle(db);
    await Promise.all(
      [member, focal].map((actor, i) =>
        done(db, actor, 'plan.entry.propose', { cycle: cycle.cycle, party: 'GEO', ...entryOf(`Visit number ${i}`) }),
      ),
    );
    expect((await input(member, cycle.slug, 'GEO'))?.entries).toHaveLength(2);
  });
});

describe('a deadline that passes while the form is open', () => {
  it('where the call takes late inputs: saved, submitted, shown as late', async () => {
    const cycle = await openedCycle(db, { late: true });
    const saved = await doneAt<{ afterDeadline: boolean }>(db, after, focal, 'plan.entry.propose', {
      cycle: cycle.cycle,
      party: 'GEO',
      ...entryOf('A visit'),
    });
    expect(saved.afterDeadline).toBe(true);
    expect((await seen(focal, cycle.slug, after))!.parties.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'BGR missing',
      'GEO missing',
      'TUR missing',
    ]);
    expect(
      await doneAt(db, after, focal, 'plan.input.submit', { cycle: cycle.cycle, party: 'GEO', revision: 1 }),
    ).toMatchObject({ late: true });
    expect((await seen(bulgaria, cycle.slug, after))!.parties.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'BGR missing',
      'GEO late',
      'TUR missing',
    ]);
  });
  it('where it takes none: saved as a draft, submission refused with what is safe and what to do; a moved deadline lets it in, in time', async () => {
    const cycle = await openedCycle(db);
    await doneAt(db, after, focal, 'plan.entry.propose', { cycle: cycle.cycle, party: 'GEO', ...entryOf('A visit') });
    const answer = await callAt(db, after, focal, 'plan.input.submit', {
      cycle: cycle.cycle,
      party: 'GEO',
      revision: 1,
    });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'plan.input.late' } });
    expect(answer.ok ? '' : answer.refusal.sentence).toMatch(/saved as a draft.*Secretariat/);
    expect((await input(focal, cycle.slug, 'GEO', after))?.entries).toHaveLength(1);
    await doneAt(db, after, secretariat, 'plan.deadline.move', {
      ...step(cycle),
      due: '2099-03-10T12:00',
      zone: 'Europe/Vienna',
      reason: 'Two asked for a week more.',
    });
    expect(
      await doneAt(db, after, focal, 'plan.input.submit', { cycle: cycle.cycle, party: 'GEO', revision: 1 }),
    ).toMatchObject({ late: false });
  });
  it('a draft that goes out closes inputs for good', async () => {
    const cycle = await circulatedCycle(db, { late: true });
    expect(
      await codeAt(before, focal, 'plan.entry.propose', { cycle: cycle.cycle, party: 'GEO', ...entryOf('A visit') }),
    ).toBe('plan.input.state');
  });
});
