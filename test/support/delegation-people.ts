import { type Actor } from '../../src/kernel/actor.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { delegationPage, participantList } from '../../src/modules/delegations/server/index.ts';
import { seedRegister } from '../../src/modules/register/server/index.ts';
import { someone } from './actors.ts';
import type { TestDatabase } from './database.ts';
import { aMeeting, type TestMeeting } from './meeting.ts';
import { bodyId, done, partyId } from './records.ts';

/** A day of the meeting, while it goes on. */
export const during = new Date('2031-05-07T12:00:00Z');

/** What a form sends for the head of a delegation. */
export const head = (over: object = {}) => ({
  name: 'Nino Invented',
  function: 'Director of Lakes',
  role: 'head',
  in_room: ['2031-05-06'],
  online: ['2031-05-07'],
  ...over,
});

/** A delegation as its last step left it. */
export interface Step {
  delegation: string;
  delegate: string;
  revision: number;
}
export const step = ({ delegation, revision }: Step) => ({ delegation, revision });

/** Fills the register, and makes everybody a suite of delegations works with (`member` and `focal` are of Georgia); `parties` are the ids of Georgia, Bulgaria and IOM. */
export async function delegationPeople(db: TestDatabase) {
  await seedRegister(db.database);
  const body = await bodyId(db, 'body:senior-officials-meeting');
  const parties = [await partyId(db, 'GEO'), await partyId(db, 'BGR'), await partyId(db, 'org:iom')];
  return {
    body,
    parties,
    secretariat: await someone(db, 'secretariat'),
    chair: await someone(db, 'chair', { body }),
    member: await someone(db, 'member', { party: parties[0]! }),
    focal: await someone(db, 'focal-point', { party: parties[0]! }),
    bulgaria: await someone(db, 'focal-point', { party: parties[1]! }),
    observer: await someone(db, 'observer', { party: parties[2]! }),
    administrator: await someone(db, 'administrator'),
  };
}

/** The steps of Georgia's delegation to a meeting that was called, and what a person sees of it. `people` is asked when a step is taken. */
export function delegationSteps(
  db: TestDatabase,
  people: () => { body: string; parties: string[]; focal: Actor; secretariat: Actor },
) {
  const called = (over: Partial<Parameters<typeof aMeeting>[1]> = {}) => {
    const { body, parties } = people();
    return aMeeting(db, { body, parties, ...over });
  };
  const begun = async (meeting: TestMeeting, over: object = {}) =>
    done<Step>(db, people().focal, 'delegations.delegate.add', {
      meeting: meeting.meeting,
      party: 'GEO',
      ...head(over),
    });
  const submitted = async (meeting: TestMeeting) => {
    const first = await begun(meeting);
    return { ...first, ...(await done<Step>(db, people().focal, 'delegations.delegation.submit', step(first))) };
  };
  const approved = async (meeting: TestMeeting) => {
    const sent = await submitted(meeting);
    return {
      ...sent,
      ...(await done<Step>(db, people().secretariat, 'delegations.delegation.approve', step(sent))),
    };
  };
  const page = (actor: Actor, meeting: TestMeeting, party = 'GEO') =>
    asActor(db.database, actor, (tx) => delegationPage(tx, meeting.slug, party, 'en', new Date()));
  const list = (actor: Actor, meeting: TestMeeting) =>
    asActor(db.database, actor, (tx) => participantList(tx, meeting.slug, 'en'));
  return { called, begun, submitted, approved, page, list };
}
