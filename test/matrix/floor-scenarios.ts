import { system } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TurnState } from '../../src/modules/floor/index.ts';
import { aMeeting } from '../support/meeting.ts';
import type { Scenario, Setting } from './scenarios.ts';

/** An open session of a meeting of the scope’s body to which the scope’s party is invited. */
async function session({ world, scope }: Setting, state: 'planned' | 'open' | 'suspended' = 'open'): Promise<string> {
  const { sessions } = await aMeeting(world.db, {
    body: scope.body.id,
    parties: [scope.party.id],
    stage: 'open',
    sessions: { plenary: { state } },
  });
  return sessions['plenary']!;
}

/** A turn of the scope’s party on the list of it, in a state, straight in the table. */
async function turn(setting: Setting, state: TurnState = 'waiting') {
  const { world, scope } = setting;
  const id = newId();
  await world.db.admin.query(
    `insert into intervention (id, session_id, party_id, kind, state, ordinal, asked_at, running_since, by)
     values ($1, $2, $3, 'statement', $4, 1024, now(), case when $4 = 'speaking' then now() end, $5)`,
    [id, await session(setting), scope.party.id, state, system.personId],
  );
  return { command: newId(), turn: id, revision: 1 };
}
const step =
  (state?: TurnState): Scenario =>
  (setting) =>
    turn(setting, state);
const sessionIn =
  (state: 'planned' | 'open'): Scenario =>
  async (setting) => ({ command: newId(), session: await session(setting, state), revision: 1 });

async function point(setting: Setting) {
  const [id, inSession] = [newId(), await session(setting)];
  await setting.world.db.admin.query(
    `insert into session_point (id, session_id, kind, text, ordinal, at, by) values ($1, $2, 'recommendation', 'Meet twice a year.', 1, now(), $3)`,
    [id, inSession, system.personId],
  );
  return { session: inSession, point: id };
}

async function sentNote(setting: Setting): Promise<string> {
  const id = newId();
  await setting.world.db.admin.query(
    `insert into floor_note (id, session_id, text, device, edit, sent_at, at, by) values ($1, $2, 'A note.', $1, 1, now(), now(), $3)`,
    [id, await session(setting), system.personId],
  );
  return id;
}

export const floorScenarios: Record<string, Scenario> = {
  'floor.turn.ask': async (setting) => ({
    command: newId(),
    session: await session(setting),
    party: setting.scope.party.id,
  }),
  'floor.turn.give': step(),
  'floor.turn.pause': step('speaking'),
  'floor.turn.resume': step('paused'),
  'floor.turn.stop': step('speaking'),
  'floor.turn.waive': step(),
  'floor.turn.withdraw': step(),
  'floor.turn.write': async (setting) => ({ ...(await turn(setting)), text: 'We thank the hosts.' }),
  'floor.turn.absent': step(),
  'floor.turn.back': step('waived'),
  'floor.turn.move': step(),
  'floor.tour.make': async (setting) => ({ command: newId(), session: await session(setting) }),
  'floor.session.open': sessionIn('planned'),
  'floor.session.suspend': sessionIn('open'),
  'floor.session.close': sessionIn('open'),
  'floor.time.set': async (setting) => ({ ...((await sessionIn('open')(setting)) as object), seconds_each: 180 }),
  'floor.point.add': async (setting) => ({
    command: newId(),
    session: await session(setting),
    kind: 'decision',
    text: 'The next meeting is in spring.',
  }),
  'floor.point.edit': async (setting) => ({
    command: newId(),
    point: (await point(setting)).point,
    revision: 1,
    kind: 'recommendation',
    text: 'Meet three times a year.',
  }),
  'floor.point.remove': async (setting) => ({ command: newId(), point: (await point(setting)).point, revision: 1 }),
  'floor.points.report': async (setting) => ({ command: newId(), session: (await point(setting)).session }),
  'floor.note.write': async (setting) => ({
    note: newId(),
    session: await session(setting),
    device: newId(),
    edit: 1,
    text: 'Two offers were made.',
  }),
  'floor.note.remove': async (setting) => ({ note: await sentNote(setting), revision: 1 }),
  'floor.notes.send': async (setting) => ({ session: await session(setting) }),
  'floor.screen.make': async (setting) => ({ session: await session(setting) }),
  'floor.screen.revoke': async (setting) => {
    const id = newId();
    await setting.world.db.admin.query(
      `insert into floor_screen (id, session_id, digest, made_at, expires_at, by) values ($1, $2, sha256($3), now(), now() + interval '1 hour', $4)`,
      [id, await session(setting), Buffer.from(id), system.personId],
    );
    return { screen: id };
  },
};
