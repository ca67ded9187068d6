import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  before,
  firstDay,
  step,
  wanted,
  facts,
  prepared,
  meetingPeople,
  meetingViews,
} from '../../../../test/support/meeting-people.ts';
import { doneAt } from '../../../../test/support/plan.ts';
import { bodyId, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { meetingSteps } from '../index.ts';
import { listMeetings, openMeetingTasks } from './index.ts';

const db = useDatabase();
const { seen, codeAt, own } = meetingViews(db);
let secretariat: Actor,
  chair: Actor,
  otherChair: Actor,
  member: Actor,
  focal: Actor,
  observer: Actor,
  administrator: Actor;
beforeAll(async () => {
  ({ secretariat, chair, otherChair, member, focal, observer, administrator } = await meetingPeople(db));
});
const prepare = (actor = secretariat, more = {}) => prepared(db, actor, more);

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
