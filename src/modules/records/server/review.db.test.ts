import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, bodyId, call, done, pageOf, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { outcomePage, type OutcomeRow } from './index.ts';

const db = useDatabase();
const hungary = { party: 'HUN', asWritten: 'Hungary' };
const offer = 'Hungary is ready to host an expert meeting on night crossings.';
const wish = 'To set up a shared list of ferry landings.';
const written = {
  paragraphs: [`Opening. ${offer} Thanks were given.`, wish, 'To hold a second workshop on patrols.'],
  outcomes: [
    { words: offer, kind: 'offer' as const, by: [hungary], confidence: 0.92 },
    { words: wish, confidence: 0.97 },
    { words: 'To hold a second workshop on patrols.', confidence: 0.7 },
  ],
};
let secretariat: Actor,
  chair: Actor,
  otherChair: Actor,
  member: Actor,
  focalPoint: Actor,
  observer: Actor,
  administrator: Actor;
let som: string;

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  const elsewhere = await bodyId(db, 'body:reference-group');
  const tur = await partyId(db, 'TUR');
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  chair = await someone(db, 'chair', { body: som });
  otherChair = await someone(db, 'chair', { body: elsewhere });
  member = await someone(db, 'member', { party: tur });
  focalPoint = await someone(db, 'focal-point', { party: tur });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
  administrator = await someone(db, 'administrator');
});

const fresh = async (stage: 'received' | 'checked' = 'checked') => {
  const { id, slug } = await adopted(db, secretariat, written, { bodies: [som], stage });
  const { outcomes } = await pageOf(db, secretariat, slug);
  return { report: id, slug, offer: outcomes[0]!, wish: outcomes[1]!, unsure: outcomes[2]! };
};
const step = (outcome: OutcomeRow) => ({ outcome: outcome.id, revision: outcome.revision });
const outcomeNow = async (id: string, actor = secretariat) =>
  (await asActor(db.database, actor, (tx) => outcomePage(tx, id)))!;

describe('who may decide', () => {
  const steps = [
    ['records.outcome.confirm', (o: OutcomeRow) => step(o)],
    ['records.outcome.reject', (o: OutcomeRow) => step(o)],
    ['records.outcome.edit', (o: OutcomeRow) => ({ ...step(o), kind: 'offer', words: o.text })],
  ] as const;
  test.each(steps)(
    '%s: nobody, wrong roles, a chair of another body are refused; the chair of the body that met may',
    async (name, input) => {
      const { offer: outcome } = await fresh();
      expect(await refused(db, nobody, name, input(outcome))).toBe('access.sign-in');
      for (const actor of [member, focalPoint, observer, administrator])
        expect(await refused(db, actor, name, input(outcome))).toBe('access.denied');
      expect(await refused(db, otherChair, name, input(outcome))).toBe('access.denied');
      expect((await outcomeNow(outcome.id)).outcome).toMatchObject({ state: 'proposed', revision: 1 });
      expect((await call(db, chair, name, input(outcome))).ok).toBe(true);
    },
  );
  test('a chair of another body does not even learn of an outcome in a report not yet checked', async () => {
    const { offer: outcome } = await fresh('received');
    expect(await refused(db, otherChair, 'records.outcome.confirm', step(outcome))).toBe('records.outcome.not-found');
  });
  test('adding and bulk acceptance: only reviewers', async () => {
    const { report } = await fresh();
    const add = { report, kind: 'request', words: 'Thanks were given.' };
    for (const actor of [member, observer, administrator]) {
      expect(await refused(db, actor, 'records.outcome.add', add)).toBe('access.denied');
      expect(await refused(db, actor, 'records.outcome.confirm-certain', { report })).toBe('access.denied');
    }
    expect(await refused(db, otherChair, 'records.outcome.add', add)).toBe('access.denied');
    expect(await refused(db, otherChair, 'records.outcome.confirm-certain', { report })).toBe('access.denied');
    expect((await call(db, chair, 'records.outcome.add', add)).ok).toBe(true);
    expect(await done(db, chair, 'records.outcome.confirm-certain', { report })).toMatchObject({ confirmed: 2 });
  });
});

describe('states', () => {
  test('confirm, reject, reopen; the same step twice is refused', async () => {
    const { offer: outcome } = await fresh();
    await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome.id, revision: 1 });
    expect(await refused(db, secretariat, 'records.outcome.confirm', { outcome: outcome.id, revision: 2 })).toBe(
      'records.outcome.state',
    );
    await done(db, secretariat, 'records.outcome.reject', { outcome: outcome.id, revision: 2 });
    await done(db, secretariat, 'records.outcome.reopen', { outcome: outcome.id, revision: 3 });
    expect(await refused(db, secretariat, 'records.outcome.reopen', { outcome: outcome.id, revision: 4 })).toBe(
      'records.outcome.state',
    );
    const page = await outcomeNow(outcome.id);
    expect(page.outcome).toMatchObject({ state: 'proposed', revision: 4 });
    expect(page.history.map(({ verb }) => verb)).toEqual(['reopened', 'rejected', 'confirmed']);
  });
  test('the database itself refuses a change of state that is not in its table, and a change without the next revision', async () => {
    const { offer: outcome } = await fresh();
    const change = (set: object) =>
      db.asSystem((tx) => tx.updateTable('outcome').set(set).where('id', '=', outcome.id).execute());
    await change({ state: 'rejected', revision: 2 });
    await expect(change({ state: 'withdrawn', revision: 3 })).rejects.toMatchObject({ code: 'RT409' });
    await expect(change({ state: 'proposed' })).rejects.toMatchObject({ code: 'RT409' });
  });
  test('history cannot be changed or deleted by a request, whoever asks', async () => {
    const { offer: outcome } = await fresh();
    await done(db, secretariat, 'records.outcome.confirm', step(outcome));
    await expect(
      db.asSystem((tx) => tx.updateTable('outcome_revision').set({ verb: 'rejected' }).execute()),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(db.asSystem((tx) => tx.deleteFrom('outcome_revision').execute())).rejects.toMatchObject({
      code: '42501',
    });
    await expect(db.asSystem((tx) => tx.deleteFrom('outcome').execute())).rejects.toMatchObject({ code: '42501' });
  });
});

describe('editing and adding by the words', () => {
  test('every field changes, with before and after in the history', async () => {
    const { offer: outcome } = await fresh();
    const input = {
      ...step(outcome),
      kind: 'announcement',
      words: 'an expert meeting\n on  night crossings',
      by: [{ party: 'TUR', asWritten: 'Türkiye' }],
      to: [{ party: 'body:reference-group', asWritten: 'the Reference Group' }],
      goals: ['6', '1'],
      when_from: '2024-01-01',
      when_until: '2024-06-30',
      when_as_written: 'first half of 2024',
      confirm: 'on',
    };
    await done(db, secretariat, 'records.outcome.edit', input);
    const { outcome: now, history } = await outcomeNow(outcome.id);
    expect(now).toMatchObject({
      kind: 'announcement',
      state: 'confirmed',
      text: 'an expert meeting on night crossings',
      goals: [1, 6],
      when: { from: '2024-01-01', until: '2024-06-30', asWritten: 'first half of 2024' },
    });
    expect(now.by).toEqual([{ party: 'TUR', name: 'Türkiye', asWritten: 'Türkiye' }]);
    expect(now.to[0]).toMatchObject({ party: 'body:reference-group' });
    expect(history[0]!.before).toMatchObject({ kind: 'offer', state: 'proposed', text: offer });
  });
  test('words that the report does not have, a party the register does not have, a last day before the first: refused at their field', async () => {
    const { offer: outcome } = await fresh();
    const edit = (more: object) =>
      call(db, secretariat, 'records.outcome.edit', { ...step(outcome), kind: 'offer', words: offer, ...more });
    expect(await edit({ words: 'Hungary hosts nothing.' })).toMatchObject({
      ok: false,
      refusal: { code: 'records.outcome.words', field: 'words' },
    });
    expect(await edit({ words: `Thanks were given. 2. ${wish}` })).toMatchObject({
      ok: false,
      refusal: { code: 'records.outcome.words' },
    });
    expect(await edit({ by: [{ party: 'org:no-such', asWritten: 'No Such' }] })).toMatchObject({
      ok: false,
      refusal: { code: 'records.party.not-found', field: 'by' },
    });
    expect(await edit({ when_from: '2024-02-01', when_until: '2024-01-01' })).toMatchObject({
      ok: false,
      refusal: { code: 'input.invalid', field: 'when_until' },
    });
    expect((await outcomeNow(outcome.id)).outcome.revision).toBe(1);
  });
  test('a sentence that stands twice is added where it was selected', async () => {
    const { id, slug } = await adopted(db, secretariat, { paragraphs: ['We meet again.', 'We meet again.'] });
    const second = (await pageOf(db, secretariat, slug)).paragraphs[1]!;
    await done(db, secretariat, 'records.outcome.add', {
      report: id,
      kind: 'announcement',
      words: 'We meet again.',
      start: second.start,
    });
    const [added] = (await pageOf(db, secretariat, slug)).outcomes;
    expect(added).toMatchObject({
      paragraphId: second.id,
      paragraph: '2',
      start: second.start,
      state: 'confirmed',
      rule: null,
      confidence: null,
    });
  });
});
