import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { aMeeting, type TestMeeting } from '../../../../test/support/meeting.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { bodyId, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor, introduce } from '../../../kernel/server/db/database.ts';
import { seedGoals } from '../../goals/server/index.ts';
import { seedRegister } from '../../register/server/index.ts';
import { flat, meetingSteps } from '../index.ts';
import { invitationsOf, listMeetings, meetingPage, openMeetingTasks, paperFile } from './index.ts';

const db = useDatabase();
const body = 'body:wg-silk-routes';
let secretariat: Actor,
  chair: Actor,
  otherChair: Actor,
  member: Actor,
  focal: Actor,
  bulgaria: Actor,
  observer: Actor,
  administrator: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: await bodyId(db, body) });
  otherChair = await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') });
  member = await someone(db, 'member', { party: await partyId(db, 'GEO') });
  focal = await someone(db, 'focal-point', { party: await partyId(db, 'GEO') });
  bulgaria = await someone(db, 'focal-point', { party: await partyId(db, 'BGR') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
  administrator = await someone(db, 'administrator');
});

interface Made {
  meeting: string;
  slug: string;
  revision: number;
  invited: number;
}
const wanted = {
  template: 'working-group',
  title: 'Test Meeting on Lakes',
  bodies: [body],
  first_day: '2031-05-06',
  place: 'Tirana, Albania',
  zone: 'Europe/Tirane',
};
const facts = {
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
const before = new Date('2031-03-01T09:00:00Z');
const after = new Date('2031-04-08T16:00:01Z');
const firstDay = new Date('2031-05-06T06:00:00Z');
const prepare = (actor = secretariat, more = {}) =>
  doneAt<Made>(db, before, actor, 'meetings.call.prepare', { ...wanted, ...more });
const step = ({ meeting }: { meeting: string }, revision = 1) => ({ meeting, revision });
const seen = (actor: Actor, slug: string, at = before) =>
  asActor(db.database, actor, (tx) => meetingPage(tx, slug, 'en', at));
const codeAt = async (at: Date, actor: Actor, name: string, given: unknown) => {
  const answer = await callAt(db, at, actor, name, given);
  return answer.ok ? 'done' : answer.refusal.code;
};
/** A prepared meeting that was called, with GEO, BGR and IOM on its list. */
async function called(): Promise<TestMeeting> {
  return aMeeting(db, {
    body: await bodyId(db, body),
    parties: [await partyId(db, 'GEO'), await partyId(db, 'BGR'), await partyId(db, 'org:iom')],
    sessions: {
      opening: { kind: 'opening' },
      hall: {},
      lakes: { kind: 'break-out', within: 'hall' },
      end: { kind: 'closing' },
    },
  });
}
const own = async (actor: Actor, meeting: string, at = before) =>
  asActor(db.database, actor, (tx) =>
    invitationsOf(tx, { id: meeting, ordering: 'short-name-en', answersDue: null }, 'en', at),
  );

describe('the stages', () => {
  it('of the database are those of the module', async () => {
    const { rows } = await db.admin.query<{ step: string }>(
      `select from_state || ' ' || to_state as step from record_transition where thing = 'meeting_call'`,
    );
    const steps = Object.entries(meetingSteps).flatMap(([from, list]) => list.map((to) => `${from} ${to}`));
    expect(rows.map((row) => row.step).sort()).toEqual(steps.sort());
  });
});

describe('a meeting is prepared', () => {
  it('by the Secretariat, or by a chair for the own body: nobody, wrong role, wrong words, right', async () => {
    expect(await refused(db, nobody, 'meetings.call.prepare', wanted)).toBe('access.sign-in');
    for (const actor of [member, focal, observer, administrator])
      expect(await refused(db, actor, 'meetings.call.prepare', wanted)).toBe('access.denied');
    expect(await refused(db, otherChair, 'meetings.call.prepare', wanted)).toBe('access.denied');
    for (const wrong of [
      { title: '' },
      { bodies: [] },
      { zone: 'Tirana' },
      { first_day: '2031-02-30' },
      { template: 'x' },
    ])
      expect(await refused(db, secretariat, 'meetings.call.prepare', { ...wanted, ...wrong })).toBe('input.invalid');
    expect(await refused(db, secretariat, 'meetings.call.prepare', { ...wanted, bodies: ['body:none'] })).toBe(
      'meetings.body.not-found',
    );
    const made = await prepare();
    expect(made.slug).toBe('2031-05-06-working-group');
    expect((await prepare(chair)).slug).toBe('2031-05-06-working-group-2');
  });
  it('with the roster of its body on the first day: certain members, of the body above where it has none of its own', async () => {
    const above = await bodyId(db, 'body:senior-officials-meeting');
    const mandate = async (party: string, role: string, ends: string | null) =>
      db.admin.query(
        `insert into mandate (id, body_id, party_id, role, begins_from, begins_until, ends_from, ends_until, source, recorded_by)
         values (gen_random_uuid(), $1, $2, $3, '2020-01-01', '2020-01-01', $4, $4, 'Test', $5)`,
        [above, await partyId(db, party), role, ends, secretariat.personId],
      );
    await mandate('GEO', 'member', null);
    await mandate('BGR', 'member', '2031-05-06');
    await mandate('org:iom', 'observer', null);
    const made = await prepare();
    const listed = (await own(secretariat, made.meeting)).map(({ party, standing }) => `${party.key} ${standing}`);
    expect(listed).toEqual(expect.arrayContaining(['GEO member', 'org:iom observer']));
    expect(listed.join()).not.toContain('BGR');
    expect(await codeAt(before, secretariat, 'meetings.roster.invite', { meeting: made.meeting })).toBe(
      'meetings.invitation.exists',
    );
    expect(await codeAt(before, focal, 'meetings.roster.invite', { meeting: made.meeting })).toBe('access.denied');
  });
  it('from its template: sessions on its days, deadlines, and the roster of the body on its first day', async () => {
    const made = await prepare();
    const page = (await seen(secretariat, made.slug))!;
    expect(page.head).toMatchObject({ startDay: '2031-05-06', endDay: '2031-05-07', mode: 'hybrid', stage: 'draft' });
    expect(page.agenda[0]).toMatchObject({ kind: 'opening', startsAt: new Date('2031-05-06T07:30:00Z') });
    expect(page.facts.answersDue).toEqual(new Date('2031-04-08T16:00:00Z'));
    expect(page.counts).toMatchObject({ invited: made.invited, open: made.invited });
  });
  it('and seen by its leaders alone until its date goes out; then by participants, without agenda or list', async () => {
    const { slug, meeting } = await prepare();
    for (const actor of [secretariat, chair]) expect(await seen(actor, slug)).not.toBeNull();
    const others = [nobody, otherChair, member, focal, observer, administrator];
    for (const actor of others) expect(await seen(actor, slug)).toBeNull();
    await doneAt(db, before, chair, 'meetings.date.send', step({ meeting }));
    for (const actor of [otherChair, member, focal, observer]) {
      const page = (await seen(actor, slug))!;
      expect([page.head.title, page.agenda, page.papers, page.own]).toEqual([wanted.title, [], [], []]);
    }
    for (const actor of [nobody, administrator]) expect(await seen(actor, slug)).toBeNull();
    expect(await refused(db, secretariat, 'meetings.date.send', step({ meeting }, 2))).toBe('meetings.call.state');
  });
  it('and cancelled before anything went out it stays unseen', async () => {
    const { slug, meeting } = await prepare();
    await doneAt(db, before, secretariat, 'meetings.call.cancel', { ...step({ meeting }), reason: 'Prepared twice.' });
    expect(await seen(member, slug)).toBeNull();
    expect((await seen(secretariat, slug))!.facts.cancelledReason).toBe('Prepared twice.');
  });
});

describe('the invitations', () => {
  it('go out once place, day of answers and list are there, to a meeting that others have not changed', async () => {
    const made = await prepare(secretariat, { place: '' });
    expect(await codeAt(before, focal, 'meetings.call.send', step(made))).toBe('access.denied');
    expect(await codeAt(before, otherChair, 'meetings.call.send', step(made))).toBe('meetings.call.not-found');
    expect(await codeAt(before, chair, 'meetings.call.send', step(made))).toBe('meetings.call.place');
    await doneAt(db, before, secretariat, 'meetings.call.edit', { ...step(made), ...facts });
    expect(await codeAt(before, chair, 'meetings.call.send', step(made))).toBe('meetings.call.changed');
    expect(await codeAt(after, chair, 'meetings.call.send', step(made, 2))).toBe('meetings.call.deadline');
    await db.admin.query(
      'update meeting_invitation set withdrawn_at = now(), revision = revision + 1 where meeting_id = $1',
      [made.meeting],
    );
    expect(await codeAt(before, chair, 'meetings.call.send', step(made, 2))).toBe('meetings.call.nobody');
    await doneAt(db, before, chair, 'meetings.invitation.add', {
      meeting: made.meeting,
      parties: ['GEO'],
      standing: 'member',
    });
    expect(await codeAt(before, chair, 'meetings.call.send', step(made, 2))).toBe('done');
    expect(await codeAt(before, chair, 'meetings.call.send', step(made, 3))).toBe('meetings.call.state');
    expect((await seen(member, made.slug))!.agenda.length).toBeGreaterThan(3);
    expect(await seen(nobody, made.slug)).toBeNull();
  });
  it('show a party its own alone, and its leaders all', async () => {
    const { meeting } = await called();
    const keys = async (actor: Actor) => (await own(actor, meeting)).map(({ party }) => party.key);
    expect(await keys(secretariat)).toEqual(['BGR', 'GEO', 'org:iom']);
    expect(await keys(chair)).toEqual(['BGR', 'GEO', 'org:iom']);
    expect(await keys(member)).toEqual(['GEO']);
    expect(await keys(observer)).toEqual(['org:iom']);
    for (const actor of [nobody, otherChair, administrator]) expect(await keys(actor)).toEqual([]);
    // Whether anybody is there to be told is said to who sees the rights of others.
    const told = async (actor: Actor) => (await own(actor, meeting)).map((one) => one.told);
    expect([await told(secretariat), await told(chair)]).toEqual([
      [1, 1, 1],
      [null, null, null],
    ]);
  });
  it('are answered by the focal point of the party, as often as it likes until the meeting is closed; late follows from the clock', async () => {
    const made = await called();
    await db.admin.query(
      `update meeting_call set answers_due = '2031-04-08T16:00:00Z', revision = 2 where meeting_id = $1`,
      [made.meeting],
    );
    const [mine] = await own(focal, made.meeting);
    const answer = { invitation: mine!.id, revision: 1, answer: 'accepted', note: 'With two advisers.' };
    for (const [actor, code] of [
      [nobody, 'access.sign-in'],
      [administrator, 'access.denied'],
      [member, 'access.denied'],
      [bulgaria, 'meetings.invitation.not-found'],
      [otherChair, 'meetings.invitation.not-found'],
    ] as const)
      expect(await codeAt(before, actor, 'meetings.invitation.answer', answer)).toBe(code);
    expect(await codeAt(before, focal, 'meetings.invitation.answer', { ...answer, answer: 'perhaps' })).toBe(
      'input.invalid',
    );
    expect(
      await doneAt(db, new Date('2031-04-08T16:00:00Z'), focal, 'meetings.invitation.answer', answer),
    ).toMatchObject({ late: false });
    expect(await codeAt(before, focal, 'meetings.invitation.answer', answer)).toBe('meetings.invitation.changed');
    expect(
      await doneAt(db, after, focal, 'meetings.invitation.answer', { ...answer, revision: 2, answer: 'declined' }),
    ).toMatchObject({ late: true });
    const page = (await seen(focal, made.slug, after))!;
    expect(page.own).toMatchObject([{ answer: 'declined', state: 'late', note: 'With two advisers.' }]);
    await db.admin.query(`update meeting_call set stage = 'open', revision = 3 where meeting_id = $1`, [made.meeting]);
    await db.admin.query(`update meeting_call set stage = 'closed', revision = 4 where meeting_id = $1`, [
      made.meeting,
    ]);
    expect(await codeAt(after, focal, 'meetings.invitation.answer', { ...answer, revision: 3 })).toBe(
      'meetings.call.state',
    );
  });
  it('are no business of the party beyond its answer, says the database', async () => {
    const { meeting } = await called();
    const [mine] = await own(focal, meeting);
    const attempt = asActor(db.database, focal, (tx) =>
      tx.updateTable('meeting_invitation').set({ seats: 9, revision: 2 }).where('id', '=', mine!.id).execute(),
    );
    await expect(attempt).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|25006)$/) as string });
  });
  it('are withdrawn and given again: the answer is gone, what calendars get has turned twice', async () => {
    const made = await called();
    const [mine] = await own(focal, made.meeting);
    await doneAt(db, before, focal, 'meetings.invitation.answer', {
      invitation: mine!.id,
      revision: 1,
      answer: 'accepted',
    });
    expect(await codeAt(before, focal, 'meetings.invitation.withdraw', { invitation: mine!.id, revision: 2 })).toBe(
      'access.denied',
    );
    await doneAt(db, before, chair, 'meetings.invitation.withdraw', { invitation: mine!.id, revision: 2 });
    expect(await own(focal, made.meeting)).toEqual([]);
    expect((await seen(focal, made.slug))!.head.rights.invited).toBe(false);
    await doneAt(db, before, secretariat, 'meetings.invitation.add', {
      meeting: made.meeting,
      parties: ['GEO'],
      standing: 'guest',
      seats: 2,
    });
    expect(await own(focal, made.meeting)).toMatchObject([{ answer: null, standing: 'guest', seats: 2, revision: 4 }]);
    expect(
      await codeAt(before, secretariat, 'meetings.invitation.add', {
        meeting: made.meeting,
        parties: ['GEO'],
        standing: 'guest',
      }),
    ).toBe('meetings.invitation.exists');
    expect(
      await codeAt(before, secretariat, 'meetings.invitation.add', {
        meeting: made.meeting,
        parties: ['QQQ'],
        standing: 'guest',
      }),
    ).toBe('meetings.party.not-found');
    const { rows } = await db.admin.query('select turns from meeting_invitation where id = $1', [mine!.id]);
    expect(rows).toEqual([{ turns: 2 }]);
  });
});

describe('a meeting that is called', () => {
  it('tells of a new day, place or mode, and moves the hours of its sessions with the day', async () => {
    const made = await prepare();
    await doneAt(db, before, secretariat, 'meetings.call.send', step(made));
    const quiet = await doneAt<{ told: boolean }>(db, before, secretariat, 'meetings.call.edit', {
      ...step(made, 2),
      ...facts,
      theme: { en: 'Boats' },
    });
    expect(quiet.told).toBe(false);
    const loud = await doneAt<{ told: boolean; shifted: number }>(db, before, secretariat, 'meetings.call.edit', {
      ...step(made, 3),
      ...facts,
      first_day: '2031-11-04',
      last_day: '2031-11-05',
    });
    expect(loud).toMatchObject({ told: true, shifted: 7 });
    const page = (await seen(member, made.slug))!;
    expect([page.facts.changes, page.agenda[0]!.startsAt]).toEqual([1, new Date('2031-11-04T08:30:00Z')]);
    expect(await codeAt(before, secretariat, 'meetings.call.edit', { ...step(made, 4), ...facts, place: '' })).toBe(
      'meetings.call.place',
    );
    expect(
      await codeAt(before, secretariat, 'meetings.call.edit', { ...step(made, 4), ...facts, rule: 'chatham-house' }),
    ).toBe('input.invalid');
  });
  it('is opened on its first day on the clock of its place, closed when no session is open, and opened again', async () => {
    const made = await prepare();
    expect(await codeAt(firstDay, secretariat, 'meetings.meeting.open', step(made))).toBe('meetings.call.state');
    await doneAt(db, before, secretariat, 'meetings.call.send', step(made));
    expect(await codeAt(new Date('2031-05-05T21:59:59Z'), chair, 'meetings.meeting.open', step(made, 2))).toBe(
      'meetings.call.early',
    );
    expect(await codeAt(new Date('2031-05-05T22:00:00Z'), chair, 'meetings.meeting.open', step(made, 2))).toBe('done');
    expect(await codeAt(firstDay, chair, 'meetings.opening.undo', step(made, 3))).toBe('done');
    await doneAt(db, firstDay, chair, 'meetings.meeting.open', step(made, 4));
    const { id } = (await seen(chair, made.slug))!.agenda[0]!;
    await db.admin.query(`update meeting_session set state = 'open', revision = revision + 1 where id = $1`, [id]);
    expect(await codeAt(firstDay, chair, 'meetings.opening.undo', step(made, 5))).toBe('meetings.call.sessions');
    expect(await codeAt(firstDay, chair, 'meetings.meeting.close', step(made, 5))).toBe('meetings.call.sessions');
    await db.admin.query(`update meeting_session set state = 'closed', revision = revision + 1 where id = $1`, [id]);
    expect(await codeAt(firstDay, chair, 'meetings.call.cancel', { ...step(made, 5), reason: 'Too late.' })).toBe(
      'meetings.call.state',
    );
    await doneAt(db, firstDay, chair, 'meetings.meeting.close', step(made, 5));
    expect(await codeAt(firstDay, chair, 'meetings.meeting.open', step(made, 6))).toBe('meetings.call.state');
    expect(
      await codeAt(firstDay, chair, 'meetings.session.add', {
        meeting: made.meeting,
        kind: 'other',
        title: { en: 'Late idea' },
      }),
    ).toBe('meetings.call.state');
    expect(await codeAt(firstDay, focal, 'meetings.meeting.reopen', step(made, 6))).toBe('access.denied');
    await doneAt(db, firstDay, secretariat, 'meetings.meeting.reopen', step(made, 6));
  });
});

describe('the agenda', () => {
  const titles = async (slug: string) => flat((await seen(secretariat, slug))!.agenda).map(({ title }) => title.text);
  it('takes sessions, moves them with their parts, and numbers itself; only its leaders write it', async () => {
    const { meeting, slug, sessions } = await called();
    expect(await titles(slug)).toEqual(['opening', 'hall', 'lakes', 'end']);
    const added = { meeting, parent: sessions['hall'], kind: 'break-out', title: { en: 'harbours' } };
    for (const actor of [member, focal, observer])
      expect(await codeAt(before, actor, 'meetings.session.add', added)).toBe('access.denied');
    expect(await codeAt(before, otherChair, 'meetings.session.add', added)).toBe('access.denied');
    await doneAt(db, before, chair, 'meetings.session.add', added);
    expect(await titles(slug)).toEqual(['opening', 'hall', 'lakes', 'harbours', 'end']);
    await doneAt(db, before, chair, 'meetings.session.move', { session: sessions['hall'], direction: 'up' });
    expect(await titles(slug)).toEqual(['hall', 'lakes', 'harbours', 'opening', 'end']);
    expect(await codeAt(before, chair, 'meetings.session.move', { session: sessions['hall'], direction: 'up' })).toBe(
      'meetings.session.state',
    );
    const { rows } = await db.admin.query<{ ordinal: number }>(
      'select ordinal from meeting_session where meeting_id = $1 order by ordinal',
      [meeting],
    );
    expect(rows.map((row) => row.ordinal)).toEqual([1, 2, 3, 4, 5]);
  });
  it('keeps a session out of itself, within the days, and as somebody else left it', async () => {
    const { sessions } = await called();
    const edit = { session: sessions['hall'], revision: 1, kind: 'plenary', title: { en: 'The hall' } };
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, parent: sessions['lakes'] })).toBe(
      'meetings.session.parent',
    );
    const hours = { day: '2031-05-06', from: '09:00', until: '10:00' };
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, ...hours, day: '2031-05-09' })).toBe(
      'meetings.session.hours',
    );
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, ...hours, until: '08:00' })).toBe(
      'input.invalid',
    );
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, day: '2031-05-06' })).toBe('input.invalid');
    await doneAt(db, before, chair, 'meetings.session.edit', { ...edit, ...hours, rule: 'chatham-house' });
    expect(await codeAt(before, secretariat, 'meetings.session.edit', edit)).toBe('meetings.session.changed');
    expect(await codeAt(before, chair, 'meetings.session.remove', { session: sessions['hall'], revision: 1 })).toBe(
      'meetings.session.changed',
    );
    expect(
      await doneAt(db, before, chair, 'meetings.session.remove', { session: sessions['hall'], revision: 2 }),
    ).toMatchObject({ removed: 2 });
    expect(await codeAt(before, chair, 'meetings.session.edit', { ...edit, revision: 3 })).toBe(
      'meetings.session.not-found',
    );
  });
  it('gets break-outs by goal and by name under the rule, with moderators who lead there and nowhere else', async () => {
    const { slug, sessions } = await called();
    const goal = (await db.admin.query<{ id: string }>('select id from goal where parent_id is null limit 1')).rows[0]!
      .id;
    await doneAt(db, before, chair, 'meetings.session.break-up', {
      session: sessions['hall'],
      goals: [goal],
      names: 'West\r\n East \n',
      rule: 'chatham-house',
    });
    const parts = (await seen(member, slug))!.agenda[1]!.parts;
    expect(parts.map(({ kind, underRule }) => [kind, underRule])).toEqual([
      ['break-out', false],
      ['break-out', true],
      ['break-out', true],
      ['break-out', true],
    ]);
    expect(parts.slice(2).map(({ title }) => title.text)).toEqual(['West', 'East']);
    const west = parts[2]!.id;
    await doneAt(db, before, chair, 'meetings.duty.give', { session: west, duty: 'moderator', person: focal.personId });
    const as = (set: Record<string, unknown>, session: string) =>
      db.database.app.transaction().execute(async (tx) => {
        await introduce(tx, focal);
        const { numUpdatedRows } = await tx
          .updateTable('meeting_session')
          .set(set)
          .where('id', '=', session)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
    expect(await as({ state: 'open', revision: 2 }, west)).toBe(1);
    expect(await as({ state: 'open', revision: 2 }, parts[3]!.id)).toBe(0);
    await expect(as({ room: 'Elsewhere', revision: 3 }, west)).rejects.toMatchObject({ code: '42501' });
    await doneAt(db, before, chair, 'meetings.duty.end', { session: west, duty: 'moderator', ordinal: 1 });
    expect(await codeAt(before, chair, 'meetings.duty.end', { session: west, duty: 'moderator', ordinal: 1 })).toBe(
      'meetings.duty.not-found',
    );
    expect(await codeAt(before, chair, 'meetings.session.remove', { session: sessions['hall'], revision: 1 })).toBe(
      'meetings.session.state',
    );
  });
});

describe('links and papers', () => {
  it('to join are seen by those invited and by leaders', async () => {
    const { meeting, slug } = await called();
    const link = { meeting, label: 'Join online', url: 'https://meet.example.org/r' };
    for (const url of ['http://meet.example.org', 'javascript:alert(1)', 'https://x\r\ny'])
      expect(await codeAt(before, chair, 'meetings.link.add', { ...link, url })).toBe('input.invalid');
    expect(await codeAt(before, focal, 'meetings.link.add', link)).toBe('access.denied');
    const made = await doneAt<{ link: string }>(db, before, chair, 'meetings.link.add', link);
    for (const actor of [secretariat, chair, member, focal, observer])
      expect((await seen(actor, slug))!.links).toHaveLength(1);
    expect((await seen(otherChair, slug))!.links).toEqual([]);
    await doneAt(db, before, secretariat, 'meetings.link.remove', { link: made.link });
    expect(await codeAt(before, secretariat, 'meetings.link.remove', { link: made.link })).toBe(
      'meetings.link.not-found',
    );
  });
  it('come in versions and languages, and go to whom their access names, as their files do', async () => {
    const { meeting, slug } = await called();
    const paper = { meeting, title: { en: 'Notes on boats' }, access: 'invited' };
    expect(await codeAt(before, focal, 'meetings.paper.add', paper)).toBe('access.denied');
    const made = await doneAt<{ paper: string }>(db, before, chair, 'meetings.paper.add', paper);
    const upload = (name: string, text: string, language = 'en') =>
      callAt<{ n: number; file: string }>(db, before, chair, 'meetings.paper.upload', {
        paper: made.paper,
        language,
        file: { name, bytes: new TextEncoder().encode(text) },
      });
    const refusal = async (name: string, text: string) => {
      const answer = await upload(name, text);
      return answer.ok ? 'done' : answer.refusal.code;
    };
    expect(await refusal('boats.html', '<p>')).toBe('meetings.file.kind');
    expect(await refusal('boats.txt', '')).toBe('meetings.file.empty');
    const numbers: number[] = [];
    let file = '';
    for (const language of ['en', 'en', 'ru']) {
      const answer = await upload('../../boats.txt', `Words in ${language}`, language);
      if (!answer.ok) throw answer.refusal;
      numbers.push(answer.value.n);
      file ||= answer.value.file;
    }
    expect(numbers).toEqual([1, 2, 1]);
    const [view] = (await seen(member, slug))!.papers;
    expect([
      view!.current.map(({ language, n }) => language + n),
      view!.earlier.map(({ language, n }) => language + n),
    ]).toEqual([['en2', 'ru1'], ['en1']]);
    const read = (actor: Actor) => asActor(db.database, actor, (tx) => paperFile(tx, slug, file));
    expect(new TextDecoder().decode((await read(member))!.bytes)).toBe('Words in en');
    expect((await read(member))!.name).toBe('boats.txt');
    for (const actor of [nobody, otherChair, administrator]) expect(await read(actor)).toBeNull();
    await doneAt(db, before, chair, 'meetings.paper.edit', {
      paper: made.paper,
      revision: 1,
      title: { en: 'Notes on boats' },
      access: 'leaders',
    });
    expect(
      await codeAt(before, chair, 'meetings.paper.edit', {
        paper: made.paper,
        revision: 1,
        title: { en: 'Notes' },
        access: 'public',
      }),
    ).toBe('meetings.paper.changed');
    expect(await read(member)).toBeNull();
    expect(await read(chair)).not.toBeNull();
    await doneAt(db, before, chair, 'meetings.paper.edit', {
      paper: made.paper,
      revision: 2,
      title: { en: 'Notes on boats' },
      access: 'public',
    });
    expect(await read(nobody)).toBeNull();
    await db.admin.query('update meeting_call set announced = true, revision = 2 where meeting_id = $1', [meeting]);
    expect(await read(nobody)).not.toBeNull();
    expect((await seen(nobody, slug))!.agenda).toEqual([]);
    await doneAt(db, before, chair, 'meetings.paper.remove', { paper: made.paper, revision: 3 });
    expect(await read(nobody)).toBeNull();
  });
});

describe('lists and tasks', () => {
  it('ask the focal point to answer, and its leaders for the next step', async () => {
    const made = await prepare();
    const kinds = async (actor: Actor, at: Date) =>
      (await asActor(db.database, actor, (tx) => openMeetingTasks(tx, at)))
        .filter(({ path }) => path.includes(made.slug))
        .map(({ kind, next }) => next ?? kind);
    expect(await kinds(chair, before)).toEqual(['save-date']);
    expect(await kinds(focal, before)).toEqual([]);
    await done(db, secretariat, 'meetings.invitation.add', {
      meeting: made.meeting,
      parties: ['GEO'],
      standing: 'guest',
    }).catch(() => null);
    await doneAt(db, before, secretariat, 'meetings.call.send', step(made));
    expect(await kinds(focal, before)).toEqual(['attend']);
    expect(await kinds(chair, before)).toEqual([]);
    const [mine] = await own(focal, made.meeting);
    await doneAt(db, before, focal, 'meetings.invitation.answer', {
      invitation: mine!.id,
      revision: mine!.revision,
      answer: 'accepted',
    });
    expect(await kinds(focal, before)).toEqual([]);
    expect(await kinds(chair, firstDay)).toEqual(['open']);
    expect(await kinds(member, before)).toEqual([]);
  });
  it('list what is coming apart from what was held', async () => {
    const made = await prepare();
    const listed = async (today: string) => {
      const { next, past } = await asActor(db.database, secretariat, (tx) => listMeetings(tx, 'en', today));
      return [next, past].map((list) => list.some(({ slug }) => slug === made.slug));
    };
    expect(await listed('2031-05-07')).toEqual([true, false]);
    expect(await listed('2031-05-08')).toEqual([false, true]);
  });
});
