import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, bodyId, done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, system, type Actor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { entryFilter } from '../forms.ts';
import { calendarEntries, feedBy, myFeeds } from './index.ts';

const db = useDatabase();
let member: Actor;
let other: Actor;
let chair: Actor;
let body: string;

beforeAll(async () => {
  await seedRegister(db.database);
  const georgia = await partyId(db, 'GEO');
  member = await someone(db, 'member', { party: georgia });
  other = await someone(db, 'focal-point', { party: await partyId(db, 'BGR') });
  body = (
    await db.admin.query<{ key: string }>(`select key from body where kind = 'regional-working-group' order by key`)
  ).rows[0]!.key;
  chair = await someone(db, 'chair', { body: await bodyId(db, body) });
});

const everything = { from: '2000-01-01', until: null };
const seen = async (
  actor: Actor,
  filter: Record<string, string> = {},
  range: { from: string; until: string | null } = everything,
) => asActor(db.database, actor, (tx) => calendarEntries(tx, entryFilter.parse(filter), range));
const titles = async (...given: Parameters<typeof seen>) => (await seen(...given)).map(({ title }) => title);

async function activity(more: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const columns: Record<string, unknown> = {
    id,
    kind: 'training',
    title: 'Training on boats',
    starts_from: '2027-03-01',
    starts_until: '2027-03-01',
    at: new Date(),
    by: system.personId,
    ...more,
  };
  const names = Object.keys(columns);
  await db.admin.query(
    `insert into activity (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(columns),
  );
  return id;
}

async function commitment(title: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const columns: Record<string, unknown> = {
    id,
    title,
    due_from: '2027-06-30',
    due_until: '2027-06-30',
    raised_at: new Date(),
    raised_by: system.personId,
    ...more,
  };
  const names = Object.keys(columns);
  await db.admin.query(
    `insert into commitment (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(columns),
  );
  return id;
}

describe('the calendar shows', () => {
  it('a meeting to who sees its report, an activity and a deadline to participants, public ones to everybody', async () => {
    await adopted(
      db,
      system,
      { title: 'Received meeting', startDate: '2027-01-10', paragraphs: ['a'] },
      { bodies: [await bodyId(db, body)] },
    );
    await adopted(
      db,
      system,
      { title: 'Checked meeting', startDate: '2027-01-11', paragraphs: ['b'] },
      { stage: 'checked' },
    );
    await adopted(
      db,
      system,
      { title: 'Published meeting', startDate: '2027-01-12', paragraphs: ['c'] },
      { stage: 'published' },
    );
    await activity({ title: 'Closed training' });
    await activity({ title: 'Open training', audience: 'public' });
    await commitment('Closed promise');
    await commitment('Open promise', { audience: 'public' });
    expect(await titles(nobody)).toEqual(['Published meeting', 'Open training', 'Open promise']);
    const all = [
      'Checked meeting',
      'Published meeting',
      'Closed training',
      'Open training',
      'Closed promise',
      'Open promise',
    ];
    expect((await titles(member)).toSorted()).toEqual(all.toSorted());
    expect(await titles(chair)).toContain('Received meeting');
    expect(await titles(await someone(db, 'administrator'))).toEqual(await titles(nobody));
  });

  it('what touches the days asked for, and what has no fixed day as an interval', async () => {
    await activity({ title: 'Second half of 2030', starts_from: '2030-07-01', starts_until: '2030-12-31' });
    await activity({
      title: 'Over new year',
      starts_from: '2030-12-30',
      starts_until: '2030-12-30',
      ends_on: '2031-01-02',
    });
    const year = (await seen(member, {}, { from: '2031-01-01', until: '2031-12-31' })).map(({ title, when }) => [
      title,
      when,
    ]);
    expect(year).toEqual([['Over new year', { kind: 'days', from: '2030-12-30', until: '2031-01-02' }]]);
    const autumn = await seen(member, {}, { from: '2030-10-01', until: '2030-10-31' });
    expect(autumn.map(({ title, when }) => [title, when.kind])).toEqual([['Second half of 2030', 'interval']]);
  });

  it('a meeting that an activity stands for once, as the activity', async () => {
    const { id } = await adopted(
      db,
      system,
      { title: 'The meeting itself', startDate: '2032-01-12', paragraphs: ['d'] },
      { stage: 'published' },
    );
    const meeting = (await db.admin.query<{ meeting_id: string }>('select meeting_id from report where id = $1', [id]))
      .rows[0]!.meeting_id;
    await activity({
      title: 'The meeting as planned',
      kind: 'meeting',
      meeting_id: meeting,
      starts_from: '2032-01-12',
      starts_until: '2032-01-12',
    });
    const range = { from: '2032-01-01', until: '2032-12-31' };
    expect(await titles(member, {}, range)).toEqual(['The meeting as planned']);
    expect(await titles(nobody, {}, range)).toEqual(['The meeting itself']);
  });

  it('by kind, body, party and goal', async () => {
    const range = { from: '2040-01-01', until: '2040-12-31' };
    const days = { starts_from: '2040-05-05', starts_until: '2040-05-05' };
    const visit = await activity({ title: 'A visit', kind: 'study-visit', ...days });
    await activity({ title: 'For the body', body_id: await bodyId(db, body), ...days });
    await db.admin.query(
      `insert into activity_party (activity_id, role, ordinal, party_id) values ($1, 'host', 1, $2)`,
      [visit, await partyId(db, 'GEO')],
    );
    const promise = await commitment('Georgia promises', { due_from: '2040-05-06', due_until: '2040-05-06' });
    await db.admin.query(
      `insert into commitment_owner (id, commitment_id, party_id, ordinal, since) values ($1, $2, $3, 1, now())`,
      [newId(), promise, await partyId(db, 'GEO')],
    );
    expect(await titles(member, { kind: 'study-visit' }, range)).toEqual(['A visit']);
    expect(await titles(member, { kind: 'deadline' }, range)).toEqual(['Georgia promises']);
    expect(await titles(member, { body }, range)).toEqual(['For the body']);
    expect(await titles(member, { party: 'GEO' }, range)).toEqual(['A visit', 'Georgia promises']);
    expect(await titles(member, { party: 'BGR' }, range)).toEqual([]);
    expect(await titles(member, { goal: 'no-such:1' }, range)).toEqual([]);
  });

  it('a change as a change: sequence and moment move, the identity stays; nobody writes the stamp by hand', async () => {
    const id = await activity({ title: 'To be moved', starts_from: '2041-05-05', starts_until: '2041-05-05' });
    const range = { from: '2041-01-01', until: '2041-12-31' };
    const [before] = await seen(member, {}, range);
    await db.admin.query(
      `update activity set starts_from = '2041-06-06', starts_until = '2041-06-06', revision = revision + 1 where id = $1`,
      [id],
    );
    const [after] = await seen(member, {}, range);
    expect([before!.uid, before!.sequence, after!.uid, after!.sequence]).toEqual([id, 0, id, 1]);
    expect(after!.changed > before!.changed).toBe(true);
    await expect(db.asSystem((tx) => tx.updateTable('calendar_stamp').set({ sequence: 9 }).execute())).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('attendance under the Chatham House Rule', () => {
  it('is not told by the filter for a party', async () => {
    const georgia = { party: 'GEO', asWritten: 'Georgia' };
    await adopted(
      db,
      system,
      {
        title: 'Behind closed doors',
        startDate: '2043-01-12',
        rule: 'chatham-house',
        paragraphs: ['e'],
        states: [georgia],
      },
      { stage: 'published' },
    );
    await adopted(
      db,
      system,
      { title: 'In the open', startDate: '2043-01-13', paragraphs: ['f'], states: [georgia] },
      { stage: 'published' },
    );
    const range = { from: '2043-01-01', until: '2043-12-31' };
    expect(await titles(member, { party: 'GEO' }, range)).toEqual(['In the open']);
    expect(await titles(system, { party: 'GEO' }, range)).toEqual(['Behind closed doors', 'In the open']);
  });
});

describe('a feed by secret link', () => {
  const make = (actor: Actor, name = 'telephone') =>
    done<{ feed: string; secret: string }>(db, actor, 'calendar.feed.make', { name, kind: 'deadline' });
  const opened = (secret: string) => asActor(db.database, nobody, (tx) => feedBy(tx, secret));

  it('is made by whoever is signed in with a role, with filters; the secret is kept nowhere', async () => {
    expect(await refused(db, nobody, 'calendar.feed.make', { name: 'x' })).toBe('access.sign-in');
    expect(await refused(db, await someone(db, 'administrator'), 'calendar.feed.make', { name: 'x' })).toBe(
      'access.denied',
    );
    expect(await refused(db, member, 'calendar.feed.make', { name: ' ' })).toBe('input.invalid');
    const { secret } = await make(member);
    expect(await opened(secret)).toEqual({ person_id: member.personId, query: 'kind=deadline', over: false });
    const { rows } = await db.admin.query(`select f::text as row from calendar_feed f`);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const { rows: log } = await db.admin.query(
      `select sentence from log_entry union all select input_digest::text from audit_entry`,
    );
    expect(JSON.stringify(log)).not.toContain(secret);
    expect(await opened(`${secret.slice(0, -1)}_`)).toBeNull();
  });

  it('is seen, renewed and revoked by its person alone', async () => {
    const { feed, secret } = await make(other);
    expect((await asActor(db.database, member, myFeeds)).map(({ id }) => id)).not.toContain(feed);
    expect((await asActor(db.database, system, myFeeds)).map(({ id }) => id)).not.toContain(feed);
    for (const step of ['renew', 'revoke'])
      expect(await refused(db, member, `calendar.feed.${step}`, { feed })).toBe('calendar.feed.not-found');
    const renewed = await done<{ secret: string }>(db, other, 'calendar.feed.renew', { feed });
    expect([await opened(secret), (await opened(renewed.secret))?.over]).toEqual([null, false]);
    await done(db, other, 'calendar.feed.revoke', { feed });
    expect((await opened(renewed.secret))?.over).toBe(true);
    expect(await refused(db, other, 'calendar.feed.renew', { feed })).toBe('transition.state');
    expect(await refused(db, other, 'calendar.feed.revoke', { feed })).toBe('transition.state');
  });

  it('is over when its person has ended', async () => {
    const leaving = await someone(db, 'member', { party: await partyId(db, 'GEO') });
    const { secret } = await make(leaving);
    await db.admin.query('update person set ended_at = now() where id = $1', [leaving.personId]);
    expect((await opened(secret))?.over).toBe(true);
  });

  it('is one of ten at most', async () => {
    const eager = await someone(db, 'member', { party: await partyId(db, 'GEO') });
    for (let n = 0; n < 10; n++) await make(eager, `link ${n}`);
    expect(await refused(db, eager, 'calendar.feed.make', { name: 'one more' })).toBe('calendar.feed.many');
  });

  it('shows no digest to its person', async () => {
    await expect(
      asActor(db.database, member, (tx) => tx.selectFrom('calendar_feed').select('digest').execute()),
    ).rejects.toThrow(/permission denied/);
  });
});
