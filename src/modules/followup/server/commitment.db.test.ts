import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, bodyId, call, done, pageOf, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { openTasks } from './index.ts';

const db = useDatabase();
const wish = 'To hold joint meetings of the ferry authorities every spring.';
let secretariat: Actor, chair: Actor, otherChair: Actor, observer: Actor, administrator: Actor;
let georgian: Actor, georgianFocal: Actor, bulgarian: Actor;
let som: string;

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  chair = await someone(db, 'chair', { body: som });
  otherChair = await someone(db, 'chair', { body: await bodyId(db, 'body:reference-group') });
  georgian = await someone(db, 'member', { party: await partyId(db, 'GEO') });
  georgianFocal = await someone(db, 'focal-point', { party: await partyId(db, 'GEO') });
  bulgarian = await someone(db, 'member', { party: await partyId(db, 'BGR') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
  administrator = await someone(db, 'administrator');
});

async function confirmedOutcome(): Promise<string> {
  const { slug } = await adopted(
    db,
    secretariat,
    { paragraphs: [wish], outcomes: [{ words: wish }] },
    { bodies: [som], stage: 'checked' },
  );
  const [outcome] = (await pageOf(db, secretariat, slug)).outcomes;
  await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome!.id, revision: outcome!.revision });
  return outcome!.id;
}
const raiseInput = async (more: object = {}) => ({
  title: 'Joint meetings of the ferry authorities',
  outcomes: [await confirmedOutcome()],
  owners: ['GEO', 'BGR'],
  addressees: ['org:iom'],
  body: 'body:senior-officials-meeting',
  ...more,
});
async function raised(more: object = {}) {
  const { commitment, number } = await done<{ commitment: string; number: number }>(
    db,
    secretariat,
    'followup.commitment.raise',
    await raiseInput(more),
  );
  const owners = await db.asSystem((tx) =>
    tx
      .selectFrom('commitment_owner')
      .leftJoin('party', 'party.id', 'commitment_owner.party_id')
      .leftJoin('body', 'body.id', 'commitment_owner.body_id')
      .select(['commitment_owner.id', 'party.key', 'body.key as body'])
      .where('commitment_id', '=', commitment)
      .execute(),
  );
  return { commitment, number, owner: (key: string) => owners.find((one) => (one.key ?? one.body) === key)!.id };
}
const ownerNow = (id: string) =>
  db.asSystem((tx) => tx.selectFrom('commitment_owner').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
const step = async (owner: string, more: object = {}) => ({
  owner,
  revision: (await ownerNow(owner)).revision,
  ...more,
});
const commitmentNow = (id: string) =>
  db.asSystem((tx) => tx.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
const verbs = async (id: string) =>
  (
    await db.asSystem((tx) =>
      tx.selectFrom('commitment_revision').select('verb').where('commitment_id', '=', id).orderBy('n').execute(),
    )
  ).map(({ verb }) => verb);
const go = async (actor: Actor, name: string, owner: string, more: object = {}) =>
  call(db, actor, `followup.commitment.${name}`, await step(owner, more));
const must = async (actor: Actor, name: string, owner: string, more: object = {}) =>
  done(db, actor, `followup.commitment.${name}`, await step(owner, more));
const code = async (answer: Promise<{ ok: boolean; refusal?: { code: string } }>) =>
  ((await answer) as { refusal?: { code: string } }).refusal?.code;

describe('raising', () => {
  test('nobody, wrong roles, an outcome nobody confirmed, an owner the register does not know; then right', async () => {
    const input = await raiseInput();
    expect(await refused(db, nobody, 'followup.commitment.raise', input)).toBe('access.sign-in');
    for (const actor of [georgian, observer, administrator, otherChair, georgianFocal])
      expect(['access.denied', 'followup.commitment.body']).toContain(
        await refused(db, actor, 'followup.commitment.raise', input),
      );
    const { slug } = await adopted(
      db,
      secretariat,
      { paragraphs: [wish], outcomes: [{ words: wish }] },
      { stage: 'checked' },
    );
    const [open] = (await pageOf(db, secretariat, slug)).outcomes;
    expect(await refused(db, secretariat, 'followup.commitment.raise', { ...input, outcomes: [open!.id] })).toBe(
      'followup.outcome.state',
    );
    expect(await refused(db, secretariat, 'followup.commitment.raise', { ...input, owners: ['XXX'] })).toBe(
      'followup.party.not-found',
    );
    expect(await refused(db, secretariat, 'followup.commitment.raise', { ...input, owners: [] })).toBe('input.invalid');
    expect((await call(db, chair, 'followup.commitment.raise', input)).ok).toBe(true);
  });
  test('a focal point raises what their own party is to do, and nobody else', async () => {
    const mine = await raiseInput({ owners: ['GEO'] });
    expect((await call(db, georgianFocal, 'followup.commitment.raise', mine)).ok).toBe(true);
    expect(await refused(db, georgianFocal, 'followup.commitment.raise', { ...mine, owners: ['BGR'] })).toBe(
      'access.denied',
    );
  });
  test('what comes again needs a day; a last day before the first is refused at its field', async () => {
    expect(
      await call(db, secretariat, 'followup.commitment.raise', await raiseInput({ recurs: 'yearly' })),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'input.invalid', field: 'due_until' },
    });
    expect(
      await call(
        db,
        secretariat,
        'followup.commitment.raise',
        await raiseInput({ due_from: '2024-02-01', due_until: '2024-01-01' }),
      ),
    ).toMatchObject({ ok: false, refusal: { field: 'due_until' } });
  });
});

describe('steps of an owner', () => {
  test('take on: only its own people; twice is refused', async () => {
    const { owner, commitment } = await raised();
    for (const actor of [bulgarian, chair, secretariat, observer])
      expect(await code(go(actor, 'take-on', owner('GEO'), { words: 'We shall.' }))).toBe('access.denied');
    expect(await refused(db, administrator, 'followup.commitment.take-on', await step(owner('GEO')))).toBe(
      'access.denied',
    );
    await must(georgian, 'take-on', owner('GEO'), { words: 'We shall invite everybody to Batumi.' });
    expect(await ownerNow(owner('GEO'))).toMatchObject({
      state: 'accepted',
      words: 'We shall invite everybody to Batumi.',
    });
    expect(await code(go(georgian, 'take-on', owner('GEO')))).toBe('followup.owner.state');
    expect(await verbs(commitment)).toEqual(['raised', 'taken-on']);
  });
  test('decline needs a reason; the Secretariat or chair asks again', async () => {
    const { owner } = await raised();
    expect(await code(go(georgian, 'decline', owner('GEO'), { reason: '' }))).toBe('input.invalid');
    await must(georgian, 'decline', owner('GEO'), { reason: 'No ferries any more.' });
    expect(await code(go(georgian, 'ask-owner-again', owner('GEO')))).toBe('access.denied');
    expect(await code(go(otherChair, 'ask-owner-again', owner('GEO')))).toBe('access.denied');
    await must(chair, 'ask-owner-again', owner('GEO'));
    expect((await ownerNow(owner('GEO'))).state).toBe('asked');
  });
  test('a claim is confirmed or returned by another party or the chair of its body, never by its own people', async () => {
    const { owner } = await raised();
    await must(georgian, 'complete', owner('GEO'));
    for (const actor of [georgian, georgianFocal, otherChair])
      expect(await code(go(actor, 'confirm-completion', owner('GEO')))).toBe('access.denied');
    for (const actor of [secretariat, observer])
      expect(await code(go(actor, 'confirm-completion', owner('GEO')))).toBe('access.denied');
    await must(bulgarian, 'return-claim', owner('GEO'), { reason: 'The meeting was put off.' });
    expect(await ownerNow(owner('GEO'))).toMatchObject({ state: 'accepted', reason: 'The meeting was put off.' });
    await must(georgian, 'complete', owner('GEO'));
    await must(chair, 'confirm-completion', owner('GEO'));
    expect(await ownerNow(owner('GEO'))).toMatchObject({ state: 'confirmed', confirmed_by: chair.personId });
  });
  test('two at once: a stale revision is refused and says who did what', async () => {
    const { owner } = await raised();
    const seen = await step(owner('GEO'));
    await done(db, georgian, 'followup.commitment.take-on', { ...seen, words: 'Gladly.' });
    const answer = await call(db, georgianFocal, 'followup.commitment.decline', { ...seen, reason: 'No, sorry.' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'followup.owner.changed' } });
    expect((await ownerNow(owner('GEO'))).words).toBe('Gladly.');
  });
  test('the database itself refuses a step of another, words of another, and a confirmation in another name', async () => {
    const { owner } = await raised();
    const as = (actor: Actor, set: object) =>
      db.database.app.transaction().execute(async (tx) => {
        await sql`select set_config('app.actor', ${actor.personId}, true)`.execute(tx);
        await tx.updateTable('commitment_owner').set(set).where('id', '=', owner('GEO')).execute();
      });
    await expect(as(bulgarian, { state: 'accepted', revision: 2 })).rejects.toMatchObject({ code: '42501' });
    await expect(as(secretariat, { words: 'They will.', revision: 2 })).rejects.toMatchObject({ code: '42501' });
    await expect(
      as(georgian, { state: 'confirmed', confirmed_by: georgian.personId, revision: 2 }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/42501|RT409/) });
    await as(georgian, { state: 'claimed', revision: 2 });
    await expect(
      as(bulgarian, { state: 'confirmed', confirmed_by: chair.personId, revision: 3 }),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      db.asSystem((tx) => tx.updateTable('commitment').set({ state: 'completed', revision: 2 }).execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });
  test('a body is acted for by its chair and by the Secretariat', async () => {
    const { owner } = await raised({ owners: ['body:reference-group'] });
    expect(await code(go(bulgarian, 'take-on', owner('body:reference-group')))).toBe('access.denied');
    await must(secretariat, 'take-on', owner('body:reference-group'), { words: 'The group takes it up.' });
    await must(otherChair, 'complete', owner('body:reference-group'));
    expect(await code(go(otherChair, 'confirm-completion', owner('body:reference-group')))).toBe('access.denied');
    await must(bulgarian, 'confirm-completion', owner('body:reference-group'));
  });
});

describe('completion', () => {
  test('completed when every owner that neither declined nor was released is confirmed; opened again, they hold it again', async () => {
    const { owner, commitment } = await raised();
    await must(bulgarian, 'decline', owner('BGR'), { reason: 'Not on the lake.' });
    await must(georgian, 'complete', owner('GEO'));
    expect((await commitmentNow(commitment)).state).toBe('open');
    await must(bulgarian, 'confirm-completion', owner('GEO'));
    const completed = await commitmentNow(commitment);
    expect(completed.state).toBe('completed');
    expect(await verbs(commitment)).toEqual(['raised', 'declined', 'claimed', 'confirmed', 'completed']);
    expect(await code(go(bulgarian, 'take-on', owner('BGR')))).toBe('followup.commitment.state');
    const again = { commitment, revision: completed.revision, reason: 'The meeting did not take place.' };
    expect(await refused(db, georgian, 'followup.commitment.reopen', again)).toBe('access.denied');
    expect(await refused(db, otherChair, 'followup.commitment.reopen', again)).toBe('access.denied');
    await done(db, chair, 'followup.commitment.reopen', again);
    expect(await ownerNow(owner('GEO'))).toMatchObject({ state: 'accepted', confirmed_by: null });
  });
  test('all declined: it stays open', async () => {
    const { owner, commitment } = await raised();
    await must(bulgarian, 'decline', owner('BGR'), { reason: 'Not on the lake.' });
    await must(georgian, 'decline', owner('GEO'), { reason: 'No ferries.' });
    expect((await commitmentNow(commitment)).state).toBe('open');
  });
  test('a recurring one is due again, its owners hold it again, until its last time', async () => {
    const { owner, commitment } = await raised({
      owners: ['GEO'],
      due_from: '2024-01-01',
      due_until: '2024-01-31',
      recurs: 'monthly',
      recurs_until: '2024-02-29',
    });
    await must(georgian, 'complete', owner('GEO'));
    await must(bulgarian, 'confirm-completion', owner('GEO'));
    expect(await commitmentNow(commitment)).toMatchObject({
      state: 'open',
      occurrence: 2,
      due_from: '2024-02-01',
      due_until: '2024-02-29',
    });
    expect((await ownerNow(owner('GEO'))).state).toBe('accepted');
    await must(georgian, 'complete', owner('GEO'));
    await must(bulgarian, 'confirm-completion', owner('GEO'));
    expect(await commitmentNow(commitment)).toMatchObject({ state: 'completed', occurrence: 2 });
    expect((await verbs(commitment)).filter((verb) => verb === 'renewed' || verb === 'completed')).toEqual([
      'renewed',
      'completed',
    ]);
  });
});

describe('tasks', () => {
  const kinds = async (actor: Actor, number: number, at = new Date()) =>
    (await asActor(db.database, actor, (tx) => openTasks(tx, at)))
      .filter((task) => task.number === number)
      .map(({ kind }) => kind);
  test('each step moves the task to who is asked next', async () => {
    const { owner, number } = await raised({ owners: ['GEO'], addressees: ['BGR'], due_until: '2099-06-30' });
    expect(await kinds(georgian, number)).toEqual(['answer']);
    expect(await kinds(bulgarian, number)).toEqual(['respond']);
    await must(georgian, 'take-on', owner('GEO'));
    expect(await kinds(georgian, number)).toEqual([]);
    expect(await kinds(georgian, number, new Date('2099-06-05T12:00:00Z'))).toEqual(['due-soon']);
    expect(await kinds(georgian, number, new Date('2099-06-30T23:00:00Z'))).toEqual(['due-soon']);
    expect(await kinds(georgian, number, new Date('2099-07-01T00:00:00Z'))).toEqual(['overdue']);
    await done(db, bulgarian, 'followup.commitment.ask-update', {
      owner: owner('GEO'),
      note: 'How does it stand?',
      answer_by: '2099-05-01',
    });
    expect(await kinds(georgian, number)).toEqual(['update-asked']);
    await done(db, georgian, 'followup.commitment.report', {
      owner: owner('GEO'),
      day: '2024-05-02',
      text: 'A first round was held.',
      audience: 'participants',
    });
    expect(await kinds(georgian, number)).toEqual([]);
    await must(georgian, 'complete', owner('GEO'));
    expect(await kinds(chair, number)).toEqual(['confirm']);
    expect(await kinds(bulgarian, number)).toEqual(['respond', 'confirm']);
    expect(await kinds(nobody, number)).toEqual([]);
    expect(await kinds(system, number)).toEqual([]);
  });
});
