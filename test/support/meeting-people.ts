import { type Actor } from '../../src/kernel/actor.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { seedGoals } from '../../src/modules/goals/server/index.ts';
import { invitationsOf, meetingPage } from '../../src/modules/meetings/server/index.ts';
import { seedRegister } from '../../src/modules/register/server/index.ts';
import { someone } from './actors.ts';
import type { TestDatabase } from './database.ts';
import { aMeeting, type TestMeeting } from './meeting.ts';
import { callAt, doneAt } from './plan.ts';
import { bodyId, partyId } from './records.ts';

const body = 'body:wg-silk-routes';

/** What a form sends to prepare a meeting. */
export const wanted = {
  template: 'working-group',
  title: 'Test Meeting on Lakes',
  bodies: [body],
  first_day: '2031-05-06',
  place: 'Tirana, Albania',
  zone: 'Europe/Tirane',
};

/** What a form sends to edit it, a day longer. */
export const facts = {
  title: 'Test Meeting on Lakes',
  first_day: '2031-05-06',
  last_day: '2031-05-07',
  place: 'Tirana, Albania',
  mode: 'hybrid',
  zone: 'Europe/Tirane',
  languages: ['en'],
  ordering: 'short-name-en',
  list_published: 'on',
  answers_due: '2031-04-08T18:00',
  delegations_due: '2031-04-22T18:00',
};

/** Moments around that meeting: `after` is a second past the day of answers. */
export const before = new Date('2031-03-01T09:00:00Z');
export const after = new Date('2031-04-08T16:00:01Z');
export const firstDay = new Date('2031-05-06T06:00:00Z');

/** What a step of a meeting sends: which one, as it was seen. */
export const step = ({ meeting }: { meeting: string }, revision = 1) => ({ meeting, revision });

/** Fills register and goals, and makes everybody a suite of meetings works with: `chair` leads the body that meets, `member` and `focal` are of Georgia. */
export async function meetingPeople(db: TestDatabase) {
  await seedRegister(db.database);
  await seedGoals(db.database);
  return {
    secretariat: await someone(db, 'secretariat'),
    chair: await someone(db, 'chair', { body: await bodyId(db, body) }),
    otherChair: await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') }),
    member: await someone(db, 'member', { party: await partyId(db, 'GEO') }),
    focal: await someone(db, 'focal-point', { party: await partyId(db, 'GEO') }),
    bulgaria: await someone(db, 'focal-point', { party: await partyId(db, 'BGR') }),
    observer: await someone(db, 'observer', { party: await partyId(db, 'org:iom') }),
    administrator: await someone(db, 'administrator'),
  };
}

/** A meeting as `wanted`, with changes, before anything of it went out. */
export const prepared = (db: TestDatabase, actor: Actor, more: object) =>
  doneAt<{ meeting: string; slug: string; revision: number; invited: number }>(
    db,
    before,
    actor,
    'meetings.call.prepare',
    { ...wanted, ...more },
  );

/** What a person sees of a meeting, and the code of the refusal of what they try (`done` where there is none). */
export const meetingViews = (db: TestDatabase) => ({
  seen: (actor: Actor, slug: string, at = before) =>
    asActor(db.database, actor, (tx) => meetingPage(tx, slug, 'en', at)),
  codeAt: async (at: Date, actor: Actor, name: string, given: unknown) => {
    const answer = await callAt(db, at, actor, name, given);
    return answer.ok ? 'done' : answer.refusal.code;
  },
  /** A prepared meeting that was called, with GEO, BGR and IOM on its list. */
  called: async (): Promise<TestMeeting> =>
    aMeeting(db, {
      body: await bodyId(db, body),
      parties: [await partyId(db, 'GEO'), await partyId(db, 'BGR'), await partyId(db, 'org:iom')],
      sessions: {
        opening: { kind: 'opening' },
        hall: {},
        lakes: { kind: 'break-out', within: 'hall' },
        end: { kind: 'closing' },
      },
    }),
  /** The invitations they see. */
  own: async (actor: Actor, meeting: string, at = before) =>
    asActor(db.database, actor, (tx) =>
      invitationsOf(tx, { id: meeting, ordering: 'short-name-en', answersDue: null }, 'en', at),
    ),
});
