import { system } from '../../../src/kernel/actor.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { someone } from '../../support/actors.ts';
import { aMeeting, type SessionWish } from '../../support/meeting.ts';
import { partyId } from '../../support/records.ts';
import type { World } from '../world.ts';
import type { Stages } from './stages.ts';

type State = NonNullable<SessionWish['state']>;

/** A session in a state, of a meeting to which the own and the other party are invited. */
async function session({ db, own, foreign }: World, state: string): Promise<string> {
  const parties = [own.party.id, foreign.party.id];
  const sessions = { one: { state: state as State } };
  return (await aMeeting(db, { body: own.body.id, parties, stage: 'open', sessions })).sessions['one']!;
}

/** A turn of the own party; nobody speaks but in an open session. */
const turn = (turnState: string) => async (world: World, state: string) => {
  const id = newId();
  const now = turnState === 'speaking' && state !== 'open' ? 'paused' : turnState;
  await world.db.admin.query(
    `insert into intervention (id, session_id, party_id, kind, state, ordinal, asked_at, running_since, by)
     values ($1, $2, $3, 'statement', $4, 1024, now(), case when $4 = 'speaking' then now() end, $5)`,
    [id, await session(world, state), world.own.party.id, now, system.personId],
  );
  return { command: newId(), turn: id, revision: 1 };
};
const inSession =
  (more: object = {}) =>
  async (world: World, state: string) => ({
    command: newId(),
    session: await session(world, state),
    revision: 1,
    ...more,
  });
const point = (more: object = {}) => {
  return async (world: World, state: string) => {
    const id = newId();
    await world.db.admin.query(
      `insert into session_point (id, session_id, kind, text, ordinal, reported_at, at, by) values ($1, $2, 'recommendation', 'Meet twice a year.', 1, now(), now(), $3)`,
      [id, await session(world, state), system.personId],
    );
    return { command: newId(), point: id, revision: 1, ...more };
  };
};
const write = turn('waiting');

export const floorStages: Stages = {
  states: ['planned', 'open', 'suspended', 'closed'],
  askers: async ({ db, own, foreign, actors }) => ({
    chair: actors.chair,
    own: await someone(db, 'focal-point', { party: own.party.id }),
    other: await someone(db, 'member', { party: foreign.party.id }),
    stranger: await someone(db, 'member', { party: await partyId(db, 'HUN') }),
  }),
  actions: {
    'floor.turn.ask': async (world, state) => ({
      ...(await inSession()(world, state)),
      party: world.own.party.id,
    }),
    'floor.turn.give': turn('waiting'),
    'floor.turn.pause': turn('speaking'),
    'floor.turn.resume': turn('paused'),
    'floor.turn.stop': turn('paused'),
    'floor.turn.waive': turn('waiting'),
    'floor.turn.withdraw': turn('waiting'),
    'floor.turn.write': async (world, state) => ({ ...(await write(world, state)), text: 'We thank the hosts.' }),
    'floor.turn.absent': turn('waiting'),
    'floor.turn.back': turn('waived'),
    'floor.turn.move': turn('waiting'),
    'floor.tour.make': inSession(),
    'floor.session.open': inSession(),
    'floor.session.suspend': inSession(),
    'floor.session.close': inSession(),
    'floor.time.set': inSession({ seconds_each: 180 }),
    'floor.point.add': inSession({ kind: 'decision', text: 'The next meeting is in spring.' }),
    'floor.point.edit': point({ kind: 'decision', text: 'Meet three times a year.' }),
    'floor.point.remove': point(),
    'floor.points.report': inSession(),
    'floor.note.write': inSession({ note: '', device: newId(), edit: 1, text: 'Two offers.' }),
    'floor.notes.send': inSession(),
    'floor.screen.make': inSession(),
  },
};
const note = floorStages.actions['floor.note.write']!;
floorStages.actions['floor.note.write'] = async (world, state) => ({
  ...((await note(world, state)) as object),
  note: newId(),
});
