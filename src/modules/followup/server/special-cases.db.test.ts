import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { commitmentSteps } from '../../../../test/support/commitments.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { bodyId, call, done, partyId, refused } from '../../../../test/support/records.ts';
import { system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { raiseDraft } from './index.ts';
import { titleFrom } from './queries/draft.ts';

/** What happens around a commitment: people at once, deadlines, parties that leave or change their names, rules of a meeting. */
const db = useDatabase();
let som: string;
let secretariat: Actor, chair: Actor, georgian: Actor, macedonianFocal: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  chair = await someone(db, 'chair', { body: som });
  georgian = await someone(db, 'member', { party: await partyId(db, 'GEO') });
  macedonianFocal = await someone(db, 'focal-point', { party: await partyId(db, 'MKD') });
});
const { raised, page, list, outcomeOf } = commitmentSteps(db, () => ({ secretariat }));

describe('two people at once', () => {
  test('the second editor is told who did what; nothing is overwritten', async () => {
    const { commitment, number } = await raised();
    const edit = {
      commitment,
      revision: 1,
      title: 'Joint meetings each spring',
      body: 'body:senior-officials-meeting',
    };
    await done(db, secretariat, 'followup.commitment.edit', edit);
    const answer = await call(db, chair, 'followup.commitment.edit', { ...edit, title: 'Other words' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'followup.commitment.changed' } });
    expect(!answer.ok && answer.refusal.sentence).toContain('Ada Demo');
    expect((await page(number)).commitment.title).toBe('Joint meetings each spring');
    expect((await page(number)).history.map(({ verb }) => verb)).toEqual(['edited', 'raised']);
  });
  test('two activities’ editors as well', async () => {
    const { activity } = await done(db, chair, 'followup.activity.enter', {
      kind: 'training',
      title: 'Ferry training',
      body: 'body:senior-officials-meeting',
    });
    await done(db, chair, 'followup.activity.confirm', { activity, revision: 1 });
    expect(
      await refused(db, secretariat, 'followup.activity.cancel', { activity, revision: 1, reason: 'Storm.' }),
    ).toBe('followup.activity.changed');
  });
  test('withdrawn while an owner fills in a form: the step is refused, the sentence says what to do', async () => {
    const { commitment, number } = await raised();
    const owner = (await page(number)).owners[0]!;
    await done(db, secretariat, 'followup.commitment.withdraw', { commitment, revision: 1, reason: 'Overtaken.' });
    expect(await refused(db, georgian, 'followup.commitment.take-on', { owner: owner.id, revision: 1 })).toBe(
      'followup.commitment.state',
    );
    const report = { owner: owner.id, day: '2026-02-01', text: 'A list was sent.', audience: 'participants' };
    expect(await refused(db, georgian, 'followup.commitment.report', report)).toBe('followup.commitment.state');
  });
});

describe('a deadline that passes while a form is open', () => {
  test('a late report and a late answer are taken; lateness is computed, never a refusal', async () => {
    const { number } = await raised({ due_until: '2020-06-30' });
    const owner = (await page(number)).owners[0]!;
    await done(db, secretariat, 'followup.commitment.ask-update', {
      owner: owner.id,
      answer_by: '2020-05-01',
      note: 'Well?',
    });
    await done(db, georgian, 'followup.commitment.report', {
      owner: owner.id,
      day: '2026-02-01',
      text: 'A list was sent.',
      audience: 'participants',
    });
    const now = await page(number);
    expect(now.requests[0]!.answeredAt).not.toBeNull();
    expect((await list({ due: 'overdue', sort: 'oldest' })).rows.map((row) => row.number)).toContain(number);
  });
  test('a day that has not come yet is refused at its field', async () => {
    const { number } = await raised();
    const owner = (await page(number)).owners[0]!;
    expect(
      await call(db, georgian, 'followup.commitment.report', {
        owner: owner.id,
        day: '2999-01-01',
        text: 'A list was sent.',
        audience: 'public',
      }),
    ).toMatchObject({ ok: false, refusal: { code: 'followup.progress.future', field: 'day' } });
  });
});

test('a party that leaves the body keeps what it holds, shown with the day; the Secretariat or the chair releases it', async () => {
  const { number } = await raised();
  const mandate = {
    body: 'body:senior-officials-meeting',
    party: 'GEO',
    role: 'observer',
    beginsUntil: '2020-01-01',
    source: 'minutes',
  };
  await done(db, system, 'register.mandate.record', mandate);
  const known = await db.admin.query<{ id: string }>(
    `select id from mandate where body_id = $1 and party_id = $2 and withdrawn_at is null and person_id is null and (ends_from is null or ends_from > current_date)`,
    [som, await partyId(db, 'GEO')],
  );
  expect((await page(number)).owners[0]!.leftOn).toBeNull();
  for (const { id } of known.rows)
    await done(db, system, 'register.mandate.end', { entry: id, endsFrom: '2025-07-01', source: 'a letter' });
  const owner = (await page(number)).owners[0]!;
  expect(owner.leftOn).toBe('2025-07-01');
  expect(owner.state).toBe('asked');
  const step = { owner: owner.id, revision: owner.revision, reason: 'It left the body.' };
  expect(await refused(db, georgian, 'followup.commitment.release-owner', step)).toBe('access.denied');
  await done(db, chair, 'followup.commitment.release-owner', step);
  expect((await page(number)).owners[0]).toMatchObject({ state: 'released', reason: 'It left the body.' });
});

test('a state that changed its name stands under the one it has today; a report keeps the one of its day', async () => {
  const wish = 'To hold joint meetings of the lake authorities.';
  const { outcome } = await outcomeOf({
    paragraphs: [wish],
    startDate: '2018-05-03',
    outcomes: [{ words: wish, to: [{ party: 'MKD', asWritten: 'the former Yugoslav Republic of Macedonia' }] }],
  });
  const draft = (await asActor(db.database, secretariat, (tx) => raiseDraft(tx, [outcome])))!;
  expect(draft.owners).toEqual([{ key: 'MKD', name: 'North Macedonia' }]);
  const { number } = await raised({ outcomes: [outcome], owners: draft.owners.map(({ key }) => key) });
  expect((await page(number)).owners[0]!.name).toBe('North Macedonia');
  expect((await page(number, secretariat, 'tr')).owners[0]!.name).not.toBe('MKD');
});

describe('a draft from outcomes', () => {
  test('owners by kind: who offers holds it; whom a request addresses is asked', async () => {
    const offer = 'Hungary is ready to host a meeting on night crossings.';
    const { outcome } = await outcomeOf({
      paragraphs: [offer],
      outcomes: [
        {
          words: offer,
          kind: 'offer',
          by: [{ party: 'HUN', asWritten: 'Hungary' }],
          to: [{ party: 'GEO', asWritten: 'Georgia' }],
        },
      ],
    });
    const draft = (await asActor(db.database, secretariat, (tx) => raiseDraft(tx, [outcome])))!;
    expect(draft).toMatchObject({ owners: [{ key: 'HUN' }], addressees: [{ key: 'GEO' }], attributionHeld: false });
    expect(draft.title).toBe('Hungary is ready to host a meeting on night crossings');
    expect(draft.body?.key).toBe('body:senior-officials-meeting');
  });
  test('under the Chatham House Rule nobody is proposed because they spoke: not to a focal point, not to a reviewer, not in what is written', async () => {
    const offer = 'One delegation is ready to host a meeting on night crossings.';
    const { outcome } = await outcomeOf({
      paragraphs: [offer],
      rule: 'chatham-house',
      outcomes: [{ words: offer, kind: 'offer', by: [{ party: 'HUN', asWritten: 'Hungary' }] }],
    });
    for (const actor of [macedonianFocal, secretariat, chair]) {
      const draft = (await asActor(db.database, actor, (tx) => raiseDraft(tx, [outcome])))!;
      expect(draft.owners).toEqual([]);
      expect(draft.attributionHeld).toBe(true);
      expect(JSON.stringify(draft)).not.toContain('HUN');
    }
    const { number } = await done<{ number: number }>(db, macedonianFocal, 'followup.commitment.raise', {
      title: 'Night crossings',
      outcomes: [outcome],
      owners: ['MKD'],
    });
    for (const actor of [macedonianFocal, georgian])
      expect(JSON.stringify(await page(number, actor))).not.toMatch(/HUN|Hungary/);
  });
  test('a title is cut between words', () => {
    expect(titleFrom(`${'word '.repeat(60)}end.`).length).toBeLessThanOrEqual(123);
    expect(titleFrom('To meet again.')).toBe('To meet again');
  });
});

test('another takes its place; both lead to each other; it can be opened again', async () => {
  const earlier = await raised();
  const later = await raised({ title: 'The same in better words' });
  const step = { commitment: earlier.commitment, revision: 1, reason: 'Better words.' };
  expect(await refused(db, secretariat, 'followup.commitment.supersede', { ...step, by: 'C-999999' })).toBe(
    'followup.commitment.not-found',
  );
  expect(await refused(db, secretariat, 'followup.commitment.supersede', { ...step, by: `C-${earlier.number}` })).toBe(
    'followup.commitment.self',
  );
  await done(db, secretariat, 'followup.commitment.supersede', { ...step, by: `C-${later.number}` });
  expect((await page(earlier.number)).commitment).toMatchObject({
    state: 'superseded',
    supersededBy: { number: later.number },
  });
  expect((await page(later.number)).commitment.supersedes).toMatchObject([{ number: earlier.number }]);
  expect(
    await refused(db, secretariat, 'followup.commitment.supersede', {
      commitment: later.commitment,
      revision: 1,
      reason: 'Back again.',
      by: `C-${earlier.number}`,
    }),
  ).toBe('followup.commitment.state');
  await done(db, chair, 'followup.commitment.reopen', {
    commitment: earlier.commitment,
    revision: 2,
    reason: 'They differ after all.',
  });
  expect((await page(earlier.number)).commitment).toMatchObject({ state: 'open', supersededBy: null });
});
