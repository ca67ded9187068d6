import { newId } from '../../src/kernel/ids.ts';
import { system } from '../../src/kernel/actor.ts';
import { aMeeting, type SessionWish, type TestMeeting } from '../support/meeting.ts';
import type { Scenario, Setting } from './scenarios.ts';

type Stage = 'draft' | 'called' | 'open' | 'closed';

/** A meeting of the scope's body to which its party is invited, on days that have begun. */
export const meetingFor = (
  { world, scope }: Setting,
  stage: Stage,
  sessions: Record<string, SessionWish> = { opening: { kind: 'opening' }, plenary: {} },
): Promise<TestMeeting> =>
  aMeeting(world.db, {
    body: scope.body.id,
    parties: [scope.party.id],
    stage,
    sessions,
    days: ['2020-05-06', '2020-05-08'],
  });

const step = ({ meeting }: TestMeeting) => ({ meeting, revision: 1 });

/** The invitation of the scope's party. */
async function invitation(setting: Setting, { meeting }: TestMeeting) {
  const { rows } = await setting.world.db.admin.query<{ id: string }>(
    'select id from meeting_invitation where meeting_id = $1 and party_id = $2',
    [meeting, setting.scope.party.id],
  );
  return { invitation: rows[0]!.id, revision: 1 };
}

async function paper(setting: Setting, { meeting }: TestMeeting) {
  const id = newId();
  await setting.world.db.admin.query(
    `insert into meeting_paper (id, meeting_id, ordinal, title, access, at, by) values ($1, $2, 1, '{"en": "A paper of a test"}', 'invited', now(), $3)`,
    [id, meeting, system.personId],
  );
  return { paper: id, revision: 1 };
}

const session = { kind: 'plenary', title: { en: 'A session of a test' }, questions: {} };
const facts = {
  title: 'Meeting of a test, changed',
  first_day: '2031-05-06',
  last_day: '2031-05-07',
  place: 'Sofia, Bulgaria',
  mode: 'hybrid',
  zone: 'Europe/Sofia',
  languages: ['en'],
  ordering: 'short-name-en',
  list_published: 'on',
  answers_due: '2031-04-01T18:00',
};

export const meetingScenarios: Record<string, Scenario> = {
  'meetings.call.prepare': ({ scope }) =>
    Promise.resolve({
      template: 'working-group',
      title: 'Meeting of a test',
      bodies: [scope.body.key],
      first_day: '2031-05-06',
      zone: 'Europe/Sofia',
    }),
  'meetings.call.edit': async (setting) => ({ ...step(await meetingFor(setting, 'called')), ...facts }),
  'meetings.date.send': async (setting) => step(await meetingFor(setting, 'draft')),
  'meetings.call.send': async (setting) => {
    const meeting = await meetingFor(setting, 'draft');
    await setting.world.db.admin.query(
      `update meeting_call set answers_due = now() + interval '9 days', revision = 2 where meeting_id = $1`,
      [meeting.meeting],
    );
    return { meeting: meeting.meeting, revision: 2 };
  },
  'meetings.call.cancel': async (setting) => ({
    ...step(await meetingFor(setting, 'called')),
    reason: 'The hall is under water.',
  }),
  'meetings.meeting.open': async (setting) => step(await meetingFor(setting, 'called')),
  'meetings.opening.undo': async (setting) => step(await meetingFor(setting, 'open')),
  'meetings.meeting.close': async (setting) => step(await meetingFor(setting, 'open')),
  'meetings.meeting.reopen': async (setting) => step(await meetingFor(setting, 'closed')),
  'meetings.session.add': async (setting) => ({ meeting: (await meetingFor(setting, 'called')).meeting, ...session }),
  'meetings.session.edit': async (setting) => ({
    session: (await meetingFor(setting, 'called')).sessions['plenary'],
    revision: 1,
    ...session,
  }),
  'meetings.session.move': async (setting) => ({
    session: (await meetingFor(setting, 'called')).sessions['plenary'],
    direction: 'up',
  }),
  'meetings.session.remove': async (setting) => ({
    session: (await meetingFor(setting, 'called')).sessions['plenary'],
    revision: 1,
  }),
  'meetings.session.break-up': async (setting) => ({
    session: (await meetingFor(setting, 'called')).sessions['plenary'],
    names: 'Lakes\nHarbours',
  }),
  'meetings.duty.give': async (setting) => ({
    session: (await meetingFor(setting, 'called')).sessions['plenary'],
    duty: 'moderator',
    name: 'Delphine Sample',
  }),
  'meetings.duty.end': async (setting) => {
    const made = await meetingFor(setting, 'called', { plenary: { moderator: system.personId! } });
    return { session: made.sessions['plenary'], duty: 'moderator', ordinal: 1 };
  },
  'meetings.link.add': async (setting) => ({
    meeting: (await meetingFor(setting, 'called')).meeting,
    label: 'Join online',
    url: 'https://meet.example.org/room-1',
  }),
  'meetings.link.remove': async (setting) => {
    const { meeting } = await meetingFor(setting, 'called');
    const link = newId();
    await setting.world.db.admin.query(
      `insert into meeting_link (id, meeting_id, label, url, at, by) values ($1, $2, 'Join online', 'https://meet.example.org/room-1', now(), $3)`,
      [link, meeting, system.personId],
    );
    return { link };
  },
  'meetings.invitation.add': async (setting) => ({
    meeting: (await meetingFor(setting, 'called')).meeting,
    parties: ['org:unhcr'],
    standing: 'guest',
  }),
  'meetings.roster.invite': async (setting) => ({ meeting: (await meetingFor(setting, 'draft')).meeting }),
  'meetings.invitation.change': async (setting) => ({
    ...(await invitation(setting, await meetingFor(setting, 'called'))),
    standing: 'observer',
    seats: 3,
  }),
  'meetings.invitation.withdraw': async (setting) => invitation(setting, await meetingFor(setting, 'called')),
  'meetings.invitation.answer': async (setting) => ({
    ...(await invitation(setting, await meetingFor(setting, 'called'))),
    answer: 'accepted',
  }),
  'meetings.paper.add': async (setting) => ({
    meeting: (await meetingFor(setting, 'called')).meeting,
    title: { en: 'A paper of a test' },
    access: 'invited',
  }),
  'meetings.paper.edit': async (setting) => ({
    ...(await paper(setting, await meetingFor(setting, 'called'))),
    title: { en: 'A paper of a test, changed' },
    access: 'public',
  }),
  'meetings.paper.upload': async (setting) => ({
    paper: (await paper(setting, await meetingFor(setting, 'called'))).paper,
    language: 'en',
    file: { name: 'paper.txt', bytes: new TextEncoder().encode('Our own words.') },
  }),
  'meetings.paper.remove': async (setting) => paper(setting, await meetingFor(setting, 'called')),
};
