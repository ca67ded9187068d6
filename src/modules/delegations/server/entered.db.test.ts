import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { aMeeting, type TestMeeting } from '../../../../test/support/meeting.ts';
import { bodyId, done, partyId, refused } from '../../../../test/support/records.ts';
import type { Tx } from '../../../kernel/action.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { asActor, introduce } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { delegationDesk, delegationPage, participantList } from './index.ts';

// Albania has nobody in Redthread at first, Serbia a contributor only, Georgia its focal point.
const db = useDatabase();
let body: string;
const parties: Record<string, string> = {};
let secretariat: Actor, colleague: Actor, chair: Actor, georgian: Actor, georgianMember: Actor, serbian: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  body = await bodyId(db, 'body:senior-officials-meeting');
  for (const key of ['ALB', 'SRB', 'GEO']) parties[key] = await partyId(db, key);
  secretariat = await someone(db, 'secretariat');
  colleague = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body });
  georgian = await someone(db, 'focal-point', { party: parties['GEO']! });
  georgianMember = await someone(db, 'member', { party: parties['GEO']! });
  serbian = await someone(db, 'member', { party: parties['SRB']! });
});

interface Step {
  delegation: string;
  delegate: string;
  revision: number;
}
const called = () => aMeeting(db, { body, parties: Object.values(parties) });
const head = (name = 'Arta Invented') => ({ name, role: 'head', in_room: ['2031-05-06'] });
const add = (actor: Actor, { meeting }: TestMeeting, party: string, name?: string) =>
  done<Step>(db, actor, 'delegations.delegate.add', { meeting, party, ...head(name) });
const refusedToAdd = (actor: Actor, { meeting }: TestMeeting, party: string) =>
  refused(db, actor, 'delegations.delegate.add', { meeting, party, ...head() });
const step = ({ delegation, revision }: { delegation: string; revision: number }) => ({ delegation, revision });
const go = (actor: Actor, verb: string, on: { delegation: string; revision: number }) =>
  done<Step>(db, actor, `delegations.delegation.${verb}`, step(on));
const page = (actor: Actor, meeting: TestMeeting, party: string) =>
  asActor(db.database, actor, (tx) => delegationPage(tx, meeting.slug, party, 'en', new Date()));
/** Writes past every action, as nobody but a faulty program would. */
const around = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.database.app.transaction().execute(async (tx) => {
    await introduce(tx, actor);
    return work(tx);
  });
const endedAfter = async (actor: Actor, work: () => Promise<void>) => {
  try {
    await work();
  } finally {
    await db.asSystem((tx) =>
      tx.updateTable('person').set({ ended_at: new Date() }).where('id', '=', actor.personId!).execute(),
    );
  }
};

describe('the Secretariat enters the delegation of a party without a focal point', () => {
  it('writes, says what is needed, submits, approves; it is named as entered and the list has it', async () => {
    const meeting = await called();
    const first = await add(secretariat, meeting, 'ALB');
    const need = await done<Step>(db, colleague, 'delegations.need.write', {
      delegate: first.delegate,
      revision: first.revision,
      kind: 'dietary',
      text: 'No nuts',
    });
    const seen = (await page(colleague, meeting, 'ALB'))!;
    expect(seen).toMatchObject({
      delegation: { state: 'draft', entered: true },
      delegates: [{ name: 'Arta Invented', needs: [{ text: 'No nuts' }] }],
      may: { write: true, enter: true, submit: true },
    });
    expect((await page(chair, meeting, 'ALB'))!).toMatchObject({ delegation: null, delegates: [] });
    const sent = await go(colleague, 'submit', { ...first, ...need });
    await go(secretariat, 'approve', sent);
    const list = (await asActor(db.database, chair, (tx) => participantList(tx, meeting.slug, 'en')))!;
    expect(list.parties).toMatchObject([{ key: 'ALB', people: [{ name: 'Arta Invented' }] }]);
  });

  it('takes back, returns and changes after approval what it entered, whoever of the Secretariat does', async () => {
    const meeting = await called();
    const sent = await go(secretariat, 'submit', await add(secretariat, meeting, 'ALB'));
    const again = await go(colleague, 'submit', await go(colleague, 'take-back', sent));
    const returned = await done<Step>(db, secretariat, 'delegations.delegation.return', {
      ...step(again),
      reason: 'The name is misspelt',
    });
    const delegate = (await page(colleague, meeting, 'ALB'))!.delegates[0]!.id;
    const edited = await done<Step>(db, colleague, 'delegations.delegate.edit', {
      delegate,
      revision: returned.revision,
      ...head('Artan Invented'),
    });
    const approved = await go(secretariat, 'approve', await go(colleague, 'submit', edited));
    await done(db, secretariat, 'delegations.delegate.edit', {
      delegate,
      revision: approved.revision,
      ...head('Artan Corrected'),
    });
    expect((await page(colleague, meeting, 'ALB'))!).toMatchObject({
      standing: 'changed',
      changes: [{ before: 'Artan Invented', name: 'Artan Corrected' }],
    });
  });

  it('not for a party with a focal point, whatever is written there; the desk says for whom', async () => {
    const meeting = await called();
    expect(await refusedToAdd(secretariat, meeting, 'GEO')).toBe('access.denied');
    const theirs = await add(georgian, meeting, 'GEO');
    const edit = { delegate: theirs.delegate, revision: theirs.revision, ...head() };
    expect(await refused(db, secretariat, 'delegations.delegate.edit', edit)).toBe('delegations.delegate.not-found');
    const sent = await go(georgian, 'submit', theirs);
    expect(await refused(db, secretariat, 'delegations.delegation.take-back', step(sent))).toBe('access.denied');
    const approved = await go(secretariat, 'approve', sent);
    expect(await refused(db, secretariat, 'delegations.delegate.edit', { ...edit, revision: approved.revision })).toBe(
      'access.denied',
    );
    const desk = await asActor(db.database, secretariat, (tx) => delegationDesk(tx, meeting.slug, 'en', new Date()));
    expect(desk!.lines.map(({ party, enters }) => [party, enters]).toSorted()).toEqual([
      ['ALB', true],
      ['GEO', false],
      ['SRB', true],
    ]);
  });

  it('what a contributor has begun without a focal point stays theirs, unseen', async () => {
    const meeting = await called();
    await add(serbian, meeting, 'SRB', 'Unsent Canary');
    expect(await refusedToAdd(secretariat, meeting, 'SRB')).toBe('delegations.delegation.begun');
    expect((await page(secretariat, meeting, 'SRB'))!).toMatchObject({ delegation: null, delegates: [] });
  });

  it('a contributor sees what was entered for their party and waits with writing; other parties see nothing', async () => {
    const meeting = await called();
    const first = await add(secretariat, meeting, 'SRB');
    expect((await page(serbian, meeting, 'SRB'))!).toMatchObject({
      delegates: [{ name: 'Arta Invented' }],
      may: { write: false },
    });
    expect(await refusedToAdd(serbian, meeting, 'SRB')).toBe('access.denied');
    expect(
      await refused(db, serbian, 'delegations.delegate.remove', {
        delegate: first.delegate,
        revision: first.revision,
      }),
    ).toBe('access.denied');
    expect(await page(georgian, meeting, 'SRB')).toBeNull();
  });

  it('once a focal point has an account, the party goes on from what was entered, and the Secretariat sees no change of it', async () => {
    const meeting = await called();
    const first = await add(secretariat, meeting, 'ALB');
    const albanian = await someone(db, 'focal-point', { party: parties['ALB']! });
    await endedAfter(albanian, async () => {
      const edit = { delegate: first.delegate, revision: first.revision };
      expect(await refused(db, secretariat, 'delegations.delegate.edit', { ...edit, ...head() })).toBe('access.denied');
      expect(await refused(db, secretariat, 'delegations.delegation.submit', step(first))).toBe('access.denied');
      expect((await page(secretariat, meeting, 'ALB'))!).toMatchObject({
        delegates: [{ name: 'Arta Invented' }],
        may: { write: false, submit: false },
      });
      const edited = await done<Step>(db, albanian, 'delegations.delegate.edit', {
        ...edit,
        ...head('Own Words'),
      });
      expect((await page(secretariat, meeting, 'ALB'))!).toMatchObject({ delegation: null, delegates: [] });
      await go(albanian, 'submit', edited);
      expect((await page(secretariat, meeting, 'ALB'))!).toMatchObject({
        delegation: { entered: false },
        delegates: [{ name: 'Own Words' }],
      });
    });
  });

  it('the new focal point takes back or submits what was entered as it is', async () => {
    const [waiting, begun] = [await called(), await called()];
    const sent = await go(secretariat, 'submit', await add(secretariat, waiting, 'ALB'));
    const first = await add(secretariat, begun, 'ALB');
    const albanian = await someone(db, 'focal-point', { party: parties['ALB']! });
    await endedAfter(albanian, async () => {
      await go(albanian, 'take-back', sent);
      expect((await page(secretariat, waiting, 'ALB'))!.delegation).toBeNull();
      await go(secretariat, 'approve', await go(albanian, 'submit', first));
    });
  });
});

describe('the database refuses by itself', () => {
  const set = (actor: Actor, delegation: string, values: object) =>
    around(actor, (tx) =>
      tx
        .updateTable('delegation')
        .set((eb) => ({ revision: eb('revision', '+', 1), ...values }))
        .where('id', '=', delegation)
        .executeTakeFirst(),
    ).then(
      ({ numUpdatedRows }) => Number(numUpdatedRows),
      ({ code }: { code: string }) => code,
    );

  it('a contributor who takes back what was submitted; the focal point may', async () => {
    const meeting = await called();
    const { delegation } = await go(georgian, 'submit', await add(georgianMember, meeting, 'GEO'));
    expect(await set(georgianMember, delegation, { state: 'draft' })).toBe(0);
    expect(await set(georgian, delegation, { state: 'draft' })).toBe(1);
  });

  it('a party that returns its own delegation, or signs a decision', async () => {
    const meeting = await called();
    const sent = await go(georgian, 'submit', await add(georgian, meeting, 'GEO'));
    expect(await set(georgian, sent.delegation, { state: 'returned', reason: 'Ours' })).toBe('42501');
    await go(secretariat, 'approve', sent);
    expect(await set(georgianMember, sent.delegation, { state: 'returned', reason: 'Ours' })).toBe('42501');
    expect(await set(georgianMember, sent.delegation, { state: 'changed', decided_by: georgianMember.personId })).toBe(
      '42501',
    );
  });

  it('a Secretariat that makes what a party writes its own, and a party that says the Secretariat entered', async () => {
    const meeting = await called();
    const { delegation } = await add(georgian, meeting, 'GEO');
    expect(await set(secretariat, delegation, { entered_by_secretariat: true })).toBe(0);
    expect(await set(georgian, delegation, { entered_by_secretariat: true })).toBe('42501');
    const unsent = (await add(serbian, meeting, 'SRB')).delegation;
    expect(await set(secretariat, unsent, { entered_by_secretariat: true })).toBe(0);
  });
});

it('the party changes what was returned to it before it submits again', async () => {
  const meeting = await called();
  const first = await add(georgian, meeting, 'GEO');
  const sent = await go(georgian, 'submit', first);
  const returned = await done<Step>(db, secretariat, 'delegations.delegation.return', {
    ...step(sent),
    reason: 'Who leads?',
  });
  const edited = await done<Step>(db, georgianMember, 'delegations.delegate.edit', {
    delegate: first.delegate,
    revision: returned.revision,
    ...head('Nino Renamed'),
  });
  expect((await page(georgian, meeting, 'GEO'))!.delegation).toMatchObject({
    state: 'returned',
    reason: 'Who leads?',
  });
  await go(georgian, 'submit', edited);
});
