import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  callAt,
  callFor,
  circulatedCycle,
  doneAt,
  draftedCycle,
  entryOf,
  issuedCycle,
  openedCycle,
  preparedCycle,
  submitted,
  type TestCycle,
} from '../../../../test/support/plan.ts';
import { bodyId, call, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedGoals } from '../../goals/server/index.ts';
import { seedRegister } from '../../register/server/index.ts';
import { cycleSteps } from '../cycle.ts';
import { cyclePage, deskPage, entryPage, inputPage, openPlanTasks, versionPage, versionPair } from './index.ts';

const db = useDatabase();
let secretariat: Actor,
  chair: Actor,
  member: Actor,
  focal: Actor,
  bulgaria: Actor,
  observer: Actor,
  administrator: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') });
  member = await someone(db, 'member', { party: await partyId(db, 'GEO') });
  focal = await someone(db, 'focal-point', { party: await partyId(db, 'GEO') });
  bulgaria = await someone(db, 'focal-point', { party: await partyId(db, 'BGR') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
  administrator = await someone(db, 'administrator');
});

const before = new Date('2099-02-01T00:00:00Z');
const deadline = new Date('2099-03-01T11:00:00Z');
const after = new Date('2099-03-01T11:00:01Z');
const step = ({ cycle, revision }: TestCycle) => ({ cycle, revision });
const seen = (actor: Actor, slug: string, at = before) =>
  asActor(db.database, actor, (tx) => cyclePage(tx, slug, 'en', at));
const input = (actor: Actor, slug: string, party: string, at = before) =>
  asActor(db.database, actor, (tx) => inputPage(tx, slug, party, 'en', at));
const version = (actor: Actor, slug: string, n: number) =>
  asActor(db.database, actor, (tx) => versionPage(tx, slug, n, 'en'));
const codeAt = async (at: Date, actor: Actor, name: string, given: unknown) => {
  const answer = await callAt(db, at, actor, name, given);
  return answer.ok ? 'done' : answer.refusal.code;
};

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
