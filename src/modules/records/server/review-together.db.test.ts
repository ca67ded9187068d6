import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, bodyId, call, done, pageOf, partyId, refused } from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
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
let secretariat: Actor, other: Actor, member: Actor;
let som: string;

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  const tur = await partyId(db, 'TUR');
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  other = await someone(db, 'secretariat', { name: 'Bo Demo' });
  member = await someone(db, 'member', { party: tur });
});

const fresh = async (stage: 'received' | 'checked' = 'checked') => {
  const { id, slug } = await adopted(db, secretariat, written, { bodies: [som], stage });
  const { outcomes } = await pageOf(db, secretariat, slug);
  return { report: id, slug, offer: outcomes[0]!, wish: outcomes[1]!, unsure: outcomes[2]! };
};
const step = (outcome: OutcomeRow) => ({ outcome: outcome.id, revision: outcome.revision });
const outcomeNow = async (id: string, actor = secretariat) =>
  (await asActor(db.database, actor, (tx) => outcomePage(tx, id)))!;

describe('undo', () => {
  test('takes back each kind of step, and only once', async () => {
    const { offer: outcome, report } = await fresh();
    const confirmed = await done(db, secretariat, 'records.outcome.confirm', step(outcome));
    await done(db, secretariat, 'records.outcome.undo', { batch: confirmed.batch });
    expect((await outcomeNow(outcome.id)).outcome).toMatchObject({ state: 'proposed', revision: 3 });
    expect(await refused(db, secretariat, 'records.outcome.undo', { batch: confirmed.batch })).toBe(
      'records.outcome.state',
    );
    const edited = await done(db, secretariat, 'records.outcome.edit', {
      outcome: outcome.id,
      revision: 3,
      kind: 'request',
      words: 'night crossings',
      by: [],
    });
    await done(db, secretariat, 'records.outcome.undo', { batch: edited.batch });
    expect((await outcomeNow(outcome.id)).outcome).toMatchObject({
      kind: 'offer',
      text: offer,
      by: [{ party: 'HUN' }],
    });
    const added = await done(db, secretariat, 'records.outcome.add', {
      report,
      kind: 'request',
      words: 'Thanks were given.',
    });
    await done(db, secretariat, 'records.outcome.undo', { batch: added.batch });
    expect((await outcomeNow(added.outcome!)).outcome.state).toBe('withdrawn');
  });
  test('one undo takes back a whole bulk acceptance, except what somebody has decided since', async () => {
    const { report, slug, offer: outcome } = await fresh();
    const bulk = await done<{ batch: string; confirmed: number }>(db, secretariat, 'records.outcome.confirm-certain', {
      report,
      threshold: 0.9,
    });
    expect(bulk.confirmed).toBe(2);
    await done(db, other, 'records.outcome.reject', { outcome: outcome.id, revision: 2 });
    expect(await done(db, secretariat, 'records.outcome.undo', { batch: bulk.batch })).toMatchObject({
      undone: 1,
      kept: 1,
    });
    expect((await pageOf(db, secretariat, slug)).outcomes.map(({ state }) => state)).toEqual([
      'rejected',
      'proposed',
      'proposed',
    ]);
  });
  test('nobody takes back another person’s step; the page offers the own newest one', async () => {
    const { slug, offer: outcome, wish: second } = await fresh();
    const mine = await done(db, secretariat, 'records.outcome.confirm', step(outcome));
    const theirs = await done(db, other, 'records.outcome.confirm', step(second));
    expect(await refused(db, secretariat, 'records.outcome.undo', { batch: theirs.batch })).toBe('access.denied');
    expect((await pageOf(db, secretariat, slug)).undo).toBe(mine.batch);
    expect((await pageOf(db, member, slug)).undo).toBeNull();
    await done(db, secretariat, 'records.outcome.undo', { batch: mine.batch });
    expect((await pageOf(db, secretariat, slug)).undo).toBeNull();
  });
});

describe('two reviewers at once', () => {
  test('a stale decision is refused and says who did what; nothing is overwritten', async () => {
    const { offer: outcome } = await fresh();
    await done(db, other, 'records.outcome.edit', { ...step(outcome), kind: 'request', words: offer });
    const answer = await call(db, secretariat, 'records.outcome.confirm', step(outcome));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'records.outcome.changed' } });
    expect(answer.ok || answer.refusal.sentence).toContain('Bo Demo edited it');
    expect((await outcomeNow(outcome.id)).outcome).toMatchObject({ kind: 'request', state: 'proposed' });
  });
  test(
    'of ten at the same moment exactly one wins, each time, and the history has no gap',
    { timeout: 120_000 },
    async () => {
      for (let round = 0; round < 8; round++) {
        const { offer: outcome } = await fresh();
        const tries = Array.from({ length: 10 }, (_, index) => {
          const actor = index % 2 ? secretariat : other;
          if (index % 3 === 0)
            return call(db, actor, 'records.outcome.edit', { ...step(outcome), kind: 'request', words: offer });
          return call(db, actor, index % 3 === 1 ? 'records.outcome.confirm' : 'records.outcome.reject', step(outcome));
        });
        const answers = await Promise.all(tries);
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
        for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('records.outcome.changed');
        const { outcome: now, history } = await outcomeNow(outcome.id);
        expect(now.revision).toBe(2);
        expect(history).toHaveLength(1);
      }
    },
  );
  test('two bulk acceptances and single decisions at once lose nothing', async () => {
    const { report, slug, offer: outcome } = await fresh();
    await Promise.all([
      call(db, secretariat, 'records.outcome.confirm-certain', { report }),
      call(db, other, 'records.outcome.confirm-certain', { report }),
      call(db, other, 'records.outcome.reject', step(outcome)),
      call(db, secretariat, 'records.outcome.add', { report, kind: 'request', words: 'Thanks were given.' }),
      call(db, other, 'records.outcome.add', { report, kind: 'request', words: 'Opening.' }),
    ]);
    const { outcomes } = await pageOf(db, secretariat, slug);
    expect(new Set(outcomes.map(({ number }) => number)).size).toBe(5);
    for (const { id, revision, rule } of outcomes) {
      const { history } = await outcomeNow(id);
      expect(history).toHaveLength(rule === null ? revision : revision - 1);
    }
  });
});
