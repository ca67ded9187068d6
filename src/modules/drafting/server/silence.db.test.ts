import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { assembledDraft, heldMeeting, said, type HeldMeeting, type TestDraft } from '../../../../test/support/draft.ts';
import { callAt, doneAt } from '../../../../test/support/plan.ts';
import { done } from '../../../../test/support/records.ts';
import { newId } from '../../../kernel/ids.ts';
import { system, type Actor } from '../../../kernel/actor.ts';
import { asActor, openDatabase } from '../../../kernel/server/db/database.ts';
import { embeddedLogin } from '../../../kernel/server/db/roles.ts';
import { seedRegister } from '../../register/server/index.ts';
import { versionPage } from './queries/version.ts';

const db = useDatabase();
let secretariat: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat');
});

const start = new Date('2031-06-01T08:00:00Z');
// 18:00 in Tirana in summer.
const until = new Date('2031-06-20T16:00:00.000Z');
const at = (ms: number) => new Date(until.getTime() + ms);
const settled = at(90_000);

interface Silent extends TestDraft {
  meeting: HeldMeeting;
}

async function silent(
  more: { due?: string; zone?: string; standing?: Record<string, 'member' | 'observer' | 'guest'> } = {},
): Promise<Silent> {
  const meeting = await heldMeeting(db, {
    parties: { GEO: 2, BGR: 1, TUR: 0, 'org:iom': 1 },
    standing: { 'org:iom': 'observer', ...more.standing },
  });
  await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open'] });
  const draft = await assembledDraft(db, meeting);
  const { revision } = await doneAt<{ revision: number }>(db, start, secretariat, 'drafting.silence.begin', {
    draft: draft.draft,
    revision: draft.revision,
    due: more.due ?? '2031-06-20 18:00',
    zone: more.zone ?? 'Europe/Tirane',
  });
  return { ...draft, revision, meeting };
}
const objection = ({ draft }: Silent, party = 'GEO', more: object = {}) => ({
  draft,
  version: 1,
  party,
  kind: 'objection',
  text: 'The figures are not ours.',
  ...more,
});
const object = (one: Silent, moment: Date, party = 'GEO', more: object = {}) =>
  callAt<{ late: boolean }>(
    db,
    moment,
    one.meeting.focal[party]!,
    'drafting.objection.write',
    objection(one, party, more),
  );
const publish = (one: Silent, moment: Date) =>
  callAt<{ slug: string }>(db, moment, secretariat, 'drafting.report.publish', {
    draft: one.draft,
    revision: one.revision,
  });
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'done' : answer.refusal.code;
const stateAs = async (actor: Actor, one: Silent, moment: Date) =>
  (await asActor(db.database, actor, (tx) => versionPage(tx, one.slug, 1, 'en', moment)))?.silence;
const stageOf = async ({ draft }: Silent) =>
  (
    await db.admin.query<{ stage: string; revision: number }>('select stage, revision from draft where id = $1', [
      draft,
    ])
  ).rows[0]!;

describe('the instant', () => {
  it.each([
    ['a millisecond before it breaks silence', -1, false, 'broken'],
    ['at it, is late', 0, true, 'ended'],
    ['a millisecond after it, is late', 1, true, 'ended'],
  ])('an objection %s', async (_, ms, late, state) => {
    const one = await silent();
    const answer = await object(one, at(ms));
    expect(answer).toMatchObject({ ok: true, value: { late } });
    expect((await stateAs(secretariat, one, settled))?.state).toBe(state);
    expect(code(await publish(one, settled))).toBe(late ? 'done' : 'drafting.silence.broken');
    const page = await asActor(db.database, secretariat, (tx) => versionPage(tx, one.slug, 1, 'en', settled));
    expect(page?.objections.map((each) => [each.party.key, each.late])).toEqual([['GEO', late]]);
  });
  it('is computed from the clock: nothing runs, nothing is written, and another process says the same', async () => {
    const one = await silent();
    const before = await stageOf(one);
    for (const [ms, state] of [
      [-1, 'running'],
      [0, 'ended'],
      [1, 'ended'],
    ] as const) {
      expect((await stateAs(secretariat, one, at(ms)))?.state).toBe(state);
      // As after a restart: other pools, nothing kept in memory.
      const cluster = inject('cluster');
      const fresh = openDatabase({ ...cluster.login, user: cluster.login.user ?? embeddedLogin, database: db.name }, 2);
      const page = await asActor(fresh, secretariat, (tx) => versionPage(tx, one.slug, 1, 'en', at(ms)));
      await fresh.close();
      expect(page?.silence?.state).toBe(state);
    }
    expect(await stageOf(one)).toEqual(before);
    expect(code(await publish(one, at(-1)))).toBe('drafting.silence.running');
    expect(code(await publish(one, at(89_999)))).toBe('drafting.silence.settling');
    expect(code(await publish(one, settled))).toBe('done');
    const { rows } = await db.admin.query<{ how: string; at: Date }>(
      'select adopted_how as how, adopted_at as at from draft where id = $1',
      [one.draft],
    );
    expect(rows).toEqual([{ how: 'silence', at: until }]);
  });
  it.each([
    ['2031-06-20 18:00', 'Europe/Tirane', '2031-06-20T16:00:00.000Z'],
    ['2031-06-20 21:30', 'Asia/Kabul', '2031-06-20T17:00:00.000Z'],
    ['2031-10-25 18:00', 'Europe/Vienna', '2031-10-25T16:00:00.000Z'],
    ['2031-10-26 18:00', 'Europe/Vienna', '2031-10-26T17:00:00.000Z'],
    ['2031-06-20 18:00:30.250', 'UTC', '2031-06-20T18:00:30.250Z'],
  ])('%s in %s is %s', async (due, zone, instant) => {
    const one = await silent({ due, zone });
    const { rows } = await db.admin.query<{ until: Date }>('select until from draft_silence where draft_id = $1', [
      one.draft,
    ]);
    expect(rows[0]!.until.toISOString()).toBe(instant);
  });
  it.each(['2031-03-30 02:30', '2031-10-26 02:30'])(
    '%s in Vienna is refused: the clock skips it or shows it twice',
    async (due) => {
      const draft = await assembledDraft(db, await heldMeeting(db));
      expect(
        code(
          await callAt(db, start, secretariat, 'drafting.silence.begin', {
            draft: draft.draft,
            revision: 1,
            due,
            zone: 'Europe/Vienna',
          }),
        ),
      ).toBe('input.invalid');
    },
  );
});

describe('who breaks silence', () => {
  it('is a member or a focal point of a member party that took part, not an observer, not who stayed away, not in another’s name', async () => {
    const one = await silent();
    const member = await someone(db, 'member', { party: one.meeting.parties['BGR']! });
    const observer = await someone(db, 'observer', { party: one.meeting.parties['GEO']! });
    expect(code(await callAt(db, at(-10), observer, 'drafting.objection.write', objection(one)))).toBe('access.denied');
    expect(code(await object(one, at(-10), 'TUR'))).toBe('drafting.draft.not-found');
    expect(code(await object(one, at(-10), 'org:iom'))).toBe('drafting.objection.party');
    expect(
      code(await callAt(db, at(-10), one.meeting.focal['GEO']!, 'drafting.objection.write', objection(one, 'BGR'))),
    ).toBe('access.denied');
    expect((await stateAs(secretariat, one, at(-5)))?.state).toBe('running');
    expect(code(await callAt(db, at(-10), member, 'drafting.objection.write', objection(one, 'BGR')))).toBe('done');
    expect((await stateAs(secretariat, one, at(-5)))?.state).toBe('broken');
  });
  it('is told to leaders and to the party itself; others see that it is broken and where, not by whom', async () => {
    const one = await silent();
    const { rows } = await db.admin.query<{ id: string; text: string }>(
      'select paragraph_id as id, text from draft_version_paragraph p join draft_version v on v.id = p.version_id where v.draft_id = $1 and label = $2',
      [one.draft, '2.'],
    );
    expect(
      code(await object(one, at(-10), 'GEO', { kind: 'amendment', paragraph: rows[0]!.id, proposed: 'Nobody came.' })),
    ).toBe('done');
    const chair = await someone(db, 'chair', {
      body: (await db.admin.query<{ id: string }>(`select id from body where key = 'body:senior-officials-meeting'`))
        .rows[0]!.id,
    });
    for (const [actor, sees] of [
      [secretariat, ['GEO']],
      [chair, ['GEO']],
      [one.meeting.focal['GEO']!, ['GEO']],
      [one.meeting.focal['BGR']!, []],
      [one.meeting.focal['org:iom']!, []],
    ] as const) {
      const page = await asActor(db.database, actor, (tx) => versionPage(tx, one.slug, 1, 'en', at(-5)));
      expect(page?.silence).toMatchObject({ state: 'broken', broken: { paragraphs: [rows[0]!.id], whole: false } });
      expect(page?.objections.map(({ party }) => party.key)).toEqual(sees);
      if (sees.length === 0)
        expect(JSON.stringify({ ...page, objectsFor: [], speaksFor: [], paragraphs: [] })).not.toMatch(/GEO|Georgia/);
    }
  });
});

describe('objection and adoption at once', () => {
  const login = () => ({ ...inject('cluster').admin, database: db.name });
  /** A transaction of its own as a person, held open by the test. */
  async function open(actor: Actor) {
    const client = new pg.Client(login());
    await client.connect();
    await client.query('begin');
    await client.query('set local role redthread_app');
    await client.query(`select set_config('app.actor', $1, true)`, [actor.personId]);
    return client;
  }
  const insert = (one: Silent, moment: Date): [string, unknown[]] => [
    `insert into draft_objection (id, version_id, party_id, kind, text, received_at, by)
     values ($1, (select version_id from draft_silence where draft_id = $2), $3, 'objection', 'The figures are not ours.', $4, $5)`,
    [newId(), one.draft, one.meeting.parties['GEO'], moment, one.meeting.focal['GEO']!.personId],
  ];
  const waits = async () =>
    (await db.admin.query<{ waiting: string }>(`select count(*) as waiting from pg_locks where not granted`)).rows[0]!
      .waiting !== '0';

  it('an objection that is being written when adoption is recorded is waited for, and wins', async () => {
    const one = await silent();
    const writing = await open(one.meeting.focal['GEO']!);
    await writing.query(...insert(one, at(-1)));
    const adopting = publish(one, settled);
    await expect.poll(waits, { timeout: 120_000 }).toBe(true);
    await writing.query('commit');
    await writing.end();
    expect(['drafting.silence.broken', 'transition.state']).toContain(code(await adopting));
    expect((await stageOf(one)).stage).toBe('silence');
    expect((await stateAs(secretariat, one, settled))?.state).toBe('broken');
  });
  it('an objection received in time and written after adoption was recorded takes the adoption back', async () => {
    const one = await silent();
    const adopting = await open(secretariat);
    await adopting.query(
      `update draft d set stage = 'adopted', adopted_how = 'silence', adopted_at = s.until, adopted_by = $2, adopted_version_id = s.version_id, revision = d.revision + 1
       from draft_silence s where s.draft_id = d.id and d.id = $1`,
      [one.draft, secretariat.personId],
    );
    // Received a millisecond before the instant, but its transaction comes second and waits.
    const objecting = object(one, at(-1));
    await expect.poll(waits, { timeout: 120_000 }).toBe(true);
    await adopting.query('commit');
    await adopting.end();
    expect(await objecting).toMatchObject({ ok: true, value: { late: false } });
    expect(await stageOf(one)).toEqual({ stage: 'silence', revision: one.revision + 2 });
    expect((await stateAs(secretariat, one, settled))?.state).toBe('broken');
    expect(code(await publish({ ...one, revision: one.revision + 2 }, settled))).toBe('drafting.silence.broken');
  });
  it('a late one leaves a recorded adoption as it is', async () => {
    const one = await silent();
    expect(code(await publish(one, settled))).toBe('done');
    expect(await object(one, at(0))).toMatchObject({ ok: true, value: { late: true } });
    expect((await stageOf(one)).stage).toBe('published');
  });
  it('is never lost after publication either: it is kept as in time and shown to leaders', async () => {
    const one = await silent();
    expect(code(await publish(one, settled))).toBe('done');
    expect(await object(one, at(-1))).toMatchObject({ ok: true, value: { late: false } });
    expect((await stateAs(secretariat, one, settled))?.state).toBe('broken');
    expect((await stageOf(one)).stage).toBe('published');
  });
  it('the database itself refuses an adoption with an objection in time, another instant, another version, and a revision without one', async () => {
    const one = await silent();
    const set = (change: string) =>
      db.admin.query(`update draft set ${change}, revision = revision + 1 where id = $1`, [one.draft]);
    const adopt = (instant: string) =>
      set(
        `stage = 'adopted', adopted_how = 'silence', adopted_by = '${system.personId}', adopted_at = ${instant}, adopted_version_id = (select version_id from draft_silence where draft_id = draft.id)`,
      );
    await expect(set(`stage = 'revised'`)).rejects.toMatchObject({ code: 'RT409' });
    await expect(adopt(`'2031-06-20T16:00:00.001Z'`)).rejects.toMatchObject({ code: 'RT409' });
    expect(code(await object(one, at(-1)))).toBe('done');
    await expect(adopt(`'${until.toISOString()}'`)).rejects.toMatchObject({ code: 'RT409' });
    await done(db, secretariat, 'drafting.draft.revise', { draft: one.draft, revision: one.revision });
    expect((await stageOf(one)).stage).toBe('revised');
  });
});
