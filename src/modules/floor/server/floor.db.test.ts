import { beforeAll, describe, expect, it } from 'vitest';
import { system, type Actor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { actions } from '../../../actions.generated.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { aMeeting, type SessionWish } from '../../../../test/support/meeting.ts';
import { bodyId, partyId } from '../../../../test/support/records.ts';
import { seedRegister } from '../../register/server/index.ts';
import { floorView } from './index.ts';

const db = useDatabase();
const parties: Record<string, string> = {};
let body = '';
let chair: Actor, albania: Actor, bulgaria: Actor, staff: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  for (const key of ['ALB', 'BGR', 'GEO', 'TUR', 'org:iom']) parties[key] = await partyId(db, key);
  body = (
    await db.admin.query<{ id: string }>(
      `select id from body where kind = 'regional-working-group' order by key limit 1`,
    )
  ).rows[0]!.id;
  chair = await someone(db, 'chair', { body });
  staff = await someone(db, 'secretariat');
  albania = await someone(db, 'focal-point', { party: parties['ALB']! });
  bulgaria = await someone(db, 'member', { party: parties['BGR']! });
});
void bodyId;

const call = (actor: Actor, name: string, input: object, at?: Date) =>
  runAction(
    db.database,
    actions.get(name)!,
    actor,
    { command: newId(), ...input },
    { door: 'api', ...(at ? { at } : {}) },
  );
async function done<T = { turn: string; revision: number; state: string }>(
  actor: Actor,
  name: string,
  input: object,
  at?: Date,
): Promise<T> {
  const answer = await call(actor, name, input, at);
  if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code} ${answer.refusal.sentence}`);
  return answer.value as T;
}
async function code(actor: Actor, name: string, input: object): Promise<string> {
  const answer = await call(actor, name, input);
  return answer.ok ? 'done' : answer.refusal.code;
}
const meeting = (sessions: Record<string, SessionWish>, rule: 'chatham-house' | null = null) =>
  aMeeting(db, { body, parties: Object.values(parties), stage: 'open', rule, sessions });
const seen = (actor: Actor, session: string) => asActor(db.database, actor, (tx) => floorView(tx, session, 'en'));
const states = async (session: string) =>
  (await seen(system, session))!.view.turns.map(({ who, state }) => `${who} ${state}`);

describe('the floor', () => {
  it('is given to one at a time; the time of the one before stands still', async () => {
    const { sessions } = await meeting({ plenary: { state: 'open' } });
    const session = sessions['plenary']!;
    const a = await done(albania, 'floor.turn.ask', { session, party: parties['ALB'] });
    const b = await done(bulgaria, 'floor.turn.ask', { session, party: parties['BGR'] });
    const from = Date.now() + 60_000;
    const at = (seconds: number) => new Date(from + seconds * 1000);
    const given = await done(chair, 'floor.turn.give', { turn: a.turn, revision: 1 }, at(0));
    // Who did not see that Albania speaks cannot cut it off.
    expect(await code(staff, 'floor.turn.give', { turn: b.turn, revision: 1 })).toBe('floor.turn.changed');
    await done(chair, 'floor.turn.give', { turn: b.turn, revision: 1, current: a.turn }, at(90));
    const { view } = (await seen(bulgaria, session))!;
    expect(view.turns.map(({ who, state, spoken }) => [who, state, spoken])).toEqual([
      ['Albania', 'done', 90_000],
      ['Bulgaria', 'speaking', 0],
    ]);
    expect(given.revision).toBe(2);
  });

  it('a command that is sent again counts once and is answered the same, by whoever sent it', async () => {
    const { sessions } = await meeting({ plenary: { state: 'open' } });
    const input = { command: newId(), session: sessions['plenary']!, party: parties['ALB'] };
    const all = await Promise.all([1, 2, 3].map(() => done(albania, 'floor.turn.ask', input)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await states(input.session)).toEqual(['Albania waiting']);
    const give = { command: newId(), turn: all[0]!.turn, revision: 1 };
    await done(chair, 'floor.turn.give', give);
    await done(chair, 'floor.turn.stop', { turn: give.turn, revision: 2 });
    expect(await done(chair, 'floor.turn.give', give)).toEqual({ turn: give.turn, state: 'speaking', revision: 2 });
    expect(await states(input.session)).toEqual(['Albania done']);
    expect(await code(bulgaria, 'floor.turn.ask', input)).not.toBe('done');
    expect(await code(albania, 'floor.turn.waive', { ...give, command: input.command })).toBe('floor.command.exists');
  });

  it('two who lead and press at the same moment: one of them is told', async () => {
    const { sessions } = await meeting({ plenary: { state: 'open' } });
    const session = sessions['plenary']!;
    const turns = await Promise.all(
      ['ALB', 'BGR', 'GEO'].map((key) => done(chair, 'floor.turn.ask', { session, party: parties[key] })),
    );
    const answers = await Promise.all(
      turns.map(({ turn }, index) => code([chair, staff, system][index]!, 'floor.turn.give', { turn, revision: 1 })),
    );
    expect(answers.toSorted()).toEqual(['done', 'floor.turn.changed', 'floor.turn.changed']);
    expect((await states(session)).filter((line) => line.endsWith('speaking'))).toHaveLength(1);
  });

  it('a point of order goes first and interrupts; suspending and closing leave nobody with the floor', async () => {
    const { sessions } = await meeting({ plenary: { state: 'open' } });
    const session = sessions['plenary']!;
    const a = await done(albania, 'floor.turn.ask', { session, party: parties['ALB'] });
    await done(chair, 'floor.turn.ask', { session, party: parties['GEO'] });
    await done(chair, 'floor.turn.give', { turn: a.turn, revision: 1 });
    const order = await done(bulgaria, 'floor.turn.ask', { session, party: parties['BGR'], kind: 'point-of-order' });
    expect(await states(session)).toEqual(['Albania speaking', 'Bulgaria waiting', 'Georgia waiting']);
    await done(chair, 'floor.turn.give', { turn: order.turn, revision: 1, current: a.turn });
    expect((await states(session))[0]).toBe('Albania paused');
    // Who did not see the point of order cannot end it by giving the floor back.
    expect(await code(staff, 'floor.turn.resume', { turn: a.turn, revision: 3 })).toBe('floor.turn.changed');
    await done(chair, 'floor.session.suspend', { session, revision: 1 });
    expect((await states(session))[1]).toBe('Bulgaria paused');
    expect(await code(chair, 'floor.turn.resume', { turn: a.turn, revision: 3 })).toBe('floor.session.state');
    await done(chair, 'floor.session.close', { session, revision: 2 });
    expect(await states(session)).toEqual(['Albania done', 'Bulgaria done', 'Georgia waiting']);
    expect(await code(albania, 'floor.turn.ask', { session, party: parties['ALB'] })).toBe('floor.session.state');
  });

  it('the database alone refuses a second speaker, a speaker in a session that is not open, and a place taken by a party', async () => {
    const { sessions } = await meeting({ plenary: { state: 'open' }, later: {} });
    const session = sessions['plenary']!;
    const a = await done(albania, 'floor.turn.ask', { session, party: parties['ALB'] });
    const b = await done(bulgaria, 'floor.turn.ask', { session, party: parties['BGR'] });
    await done(chair, 'floor.turn.give', { turn: a.turn, revision: 1 });
    const speak = `update intervention set state = 'speaking', running_since = now(), revision = revision + 1 where id = $1`;
    await expect(db.admin.query(speak, [b.turn])).rejects.toThrow(/one_speaker/);
    const c = await done(chair, 'floor.turn.ask', { session: sessions['later']!, party: parties['ALB'] });
    await expect(db.admin.query(speak, [c.turn])).rejects.toThrow(/open session only/);
    await expect(
      db.admin.query(`update meeting_session set state = 'closed', revision = revision + 1 where id = $1`, [session]),
    ).rejects.toThrow(/has the floor/);
    const cheat = { ...actions.get('floor.turn.withdraw')! };
    cheat.run = async ({ tx }) =>
      tx.updateTable('intervention').set({ ordinal: 1, revision: 2 }).where('id', '=', b.turn).execute();
    const answer = await runAction(
      db.database,
      cheat,
      bulgaria,
      { command: newId(), turn: b.turn, revision: 1 },
      { door: 'api' },
    );
    expect(answer.ok ? 'done' : answer.refusal.code).toBe('access.denied');
  });
});

describe('the tour de table', () => {
  it('is made from who is invited, and made again keeps what was spoken', async () => {
    const { sessions, meeting: id } = await meeting({ tour: { kind: 'tour-de-table', state: 'open' } });
    const session = sessions['tour']!;
    await db.admin.query(
      `update meeting_invitation set answer = 'declined', answered_at = now(), answered_by = by, revision = 2 where meeting_id = $1 and party_id = $2`,
      [id, parties['BGR']],
    );
    await done(chair, 'floor.tour.make', { session });
    const names = (await seen(chair, session))!.view.turns.map(({ who }) => who);
    expect(names.slice(0, 3)).toEqual(['Albania', 'Georgia', 'Türkiye']);
    const first = (await seen(chair, session))!.view.turns[0]!;
    await done(chair, 'floor.turn.give', { turn: first.id, revision: first.revision });
    await done(chair, 'floor.turn.stop', { turn: first.id, revision: first.revision + 1 });
    await db.admin.query(
      `update meeting_invitation set answer = 'accepted', revision = 3 where meeting_id = $1 and party_id = $2`,
      [id, parties['BGR']],
    );
    await db.admin.query(
      `update meeting_invitation set withdrawn_at = now(), revision = 2 where meeting_id = $1 and party_id = $2`,
      [id, parties['GEO']],
    );
    await done(chair, 'floor.tour.make', { session });
    await done(chair, 'floor.tour.make', { session });
    const after = (await seen(chair, session))!.view.turns;
    expect(
      after
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ who, state }) => `${who} ${state}`)
        .slice(0, 3),
    ).toEqual(['Albania done', 'Bulgaria waiting', 'Türkiye waiting']);
    expect(after.find(({ who }) => who === 'Georgia')!.state).toBe('withdrawn');
  });
});

describe('who sees it', () => {
  it('under the Chatham House Rule: the room while it lasts; afterwards leaders, and each party itself', async () => {
    const { sessions } = await meeting({ talk: { state: 'open' } }, 'chatham-house');
    const session = sessions['talk']!;
    await done(albania, 'floor.turn.ask', { session, party: parties['ALB'] });
    await done(bulgaria, 'floor.turn.ask', { session, party: parties['BGR'] });
    const names = async (actor: Actor) => (await seen(actor, session))?.view.turns.map(({ who }) => who);
    expect(await names(bulgaria)).toEqual(['Albania', 'Bulgaria']);
    await done(chair, 'floor.session.close', { session, revision: 1 });
    expect(await names(bulgaria)).toEqual(['Bulgaria']);
    expect((await seen(bulgaria, session))!.view.hidden).toBe(true);
    expect(await names(chair)).toEqual(['Albania', 'Bulgaria']);
    const stranger = await someone(db, 'member', { party: await partyId(db, 'HUN') });
    expect(await seen(stranger, session)).toBeNull();
  });

  it('points of a break-out reach plenary when they are reported; one that names a party under the rule does not', async () => {
    const { sessions } = await meeting({
      plenary: { state: 'open' },
      group: {
        kind: 'break-out',
        within: 'plenary',
        state: 'open',
        rule: 'chatham-house',
        moderator: albania.personId!,
      },
    });
    const session = sessions['group']!;
    const add = { session, kind: 'recommendation' };
    await done(albania, 'floor.point.add', { ...add, text: 'Meet twice a year.' });
    await done(albania, 'floor.point.add', {
      ...add,
      kind: 'offer',
      text: 'A state hosts a visit.',
      party: parties['TUR'],
    });
    const inPlenary = async (actor: Actor) =>
      (await seen(actor, sessions['plenary']!))!.view.points.map(({ text }) => text);
    expect(await inPlenary(bulgaria)).toEqual([]);
    expect(await code(bulgaria, 'floor.points.report', { session })).toBe('access.denied');
    await done(albania, 'floor.points.report', { session });
    expect(await inPlenary(bulgaria)).toEqual(['Meet twice a year.']);
    expect(await inPlenary(chair)).toEqual(['Meet twice a year.', 'A state hosts a visit.']);
  });
});
