import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { someone } from '../../../test/support/actors.ts';
import { useDatabase } from '../../../test/support/database.ts';
import { adopted, done, partyId, refused } from '../../../test/support/records.ts';
import { useRuntime } from '../../../test/support/runtime.ts';
import { nobody, system, type Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { asActor } from '../../kernel/server/db/database.ts';
import { sendDue } from '../../kernel/server/mail/outbox.ts';
import { myChoices, openSubscription, unsubscribe } from '../../modules/notices/server/index.ts';
import { noticeKinds } from '../../modules/notices/index.ts';
import { seedRegister } from '../../modules/register/server/index.ts';
import { readSettings } from '../../settings.ts';
import { tellPeople, writeNotice } from './tell.ts';

const db = useDatabase();
const runtime = useRuntime(db);
let georgian: Actor;
let bulgarian: Actor;
let georgia: string;
let bulgaria: string;

beforeAll(async () => {
  await seedRegister(db.database);
  runtime.writeNotice = (mail) => writeNotice(runtime, mail);
  georgia = await partyId(db, 'GEO');
  bulgaria = await partyId(db, 'BGR');
});
beforeEach(async () => {
  await db.admin.query(
    'delete from notice; delete from mail; update access_grant set valid_until = now() where role <> $$system$$ and valid_until is null',
  );
  await db.admin.query(
    `update commitment set state = 'withdrawn', reason = 'the next test', revision = revision + 1 where state = 'open'`,
  );
  await rm(join(runtime.dataDir, 'mail'), { recursive: true, force: true });
  await mkdir(join(runtime.dataDir, 'mail'), { recursive: true });
  georgian = await someone(db, 'focal-point', { party: georgia, name: 'Nino Sample' });
  bulgarian = await someone(db, 'focal-point', { party: bulgaria, name: 'Boyan Sample' });
});

const day = 86_400_000;
/** The next noon: what happened an hour ago lies before it at any time of day, and nothing waits for the end of the night. */
const noon = new Date(Math.ceil(Date.now() / day - 0.5) * day + day / 2);
const later = (days: number, hours = 0) => new Date(noon.getTime() + days * day + hours * 3_600_000);
const iso = (moment: Date) => moment.toISOString().slice(0, 10);

/** A commitment with owners by party and their states; answers the ids of the commitment and of each owner. */
async function commitment(
  owners: Record<string, string>,
  more: { title?: string; due?: string | null; raised?: Date } = {},
) {
  const id = newId();
  const due = more.due ?? null;
  await db.admin.query(
    `insert into commitment (id, title, due_from, due_until, raised_at, raised_by) values ($1, $2, $3, $3, $4, $5)`,
    [id, more.title ?? 'Joint count of boats', due, more.raised ?? new Date(Date.now() - day), system.personId],
  );
  const ids: Record<string, string> = {};
  for (const [n, [party, state]] of Object.entries(owners).entries()) {
    ids[party] = newId();
    await db.admin.query(
      `insert into commitment_owner (id, commitment_id, party_id, ordinal, state, since) values ($1, $2, $3, $4, $5, $6)`,
      [ids[party], id, party, n + 1, state, more.raised ?? new Date(Date.now() - 3_600_000)],
    );
  }
  return { id, owners: ids };
}
const told = async (person: Actor) =>
  (
    await db.admin.query<{ kind: string; delivery: string }>(
      'select kind, delivery from notice where person_id = $1 order by caused_at, kind',
      [person.personId],
    )
  ).rows;
const unfold = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
async function mails(): Promise<string[]> {
  const folder = join(runtime.dataDir, 'mail');
  return Promise.all(
    (await readdir(folder)).toSorted().map(async (name) => unfold(await readFile(join(folder, name), 'utf8'))),
  );
}
async function send(): Promise<string[]> {
  await db.admin.query('update mail set next_at = now() where sent_at is null');
  await sendDue(runtime);
  return mails();
}

describe('people are told', () => {
  it('that something is asked of them, once, whoever works it out and however often', async () => {
    await commitment({ [georgia]: 'asked' }, { title: 'Harbour register' });
    const all = await Promise.all([tellPeople(runtime, noon), tellPeople(runtime, noon), tellPeople(runtime, noon)]);
    expect(all.reduce((sum, { notices }) => sum + notices, 0)).toBe(1);
    expect(await tellPeople(runtime, later(0, 1))).toEqual({ notices: 0, mails: 0 });
    expect(await told(georgian)).toEqual([{ kind: 'asked', delivery: 'at-once' }]);
    expect(await told(bulgarian)).toEqual([]);
    const [mail, ...more] = await send();
    expect(more).toEqual([]);
    expect(mail).toContain('Georgia is asked to take on “Harbour register”');
    expect(mail).toMatch(/List-Unsubscribe:\s+<http:\/\/localhost:3000\/unsubscribe\/[\w-]+>/);
    expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(await send()).toHaveLength(1);
  });

  it('by the digest of the morning, one after a week without a server and not seven', async () => {
    for (const title of ['First promise', 'Second promise', 'Third promise'])
      await commitment(
        { [georgia]: 'accepted' },
        { title, due: iso(later(20)), raised: new Date(Date.now() - 40 * day) },
      );
    await tellPeople(runtime, noon);
    expect((await told(georgian)).map(({ kind }) => kind)).toEqual(['due', 'due', 'due']);
    expect(await send()).toEqual([]);
    // Nothing ran for a week: what was due then, and what became due since, is one mail.
    const { mails: written } = await tellPeople(runtime, later(14));
    const late = await tellPeople(runtime, later(15));
    expect([written, late.mails]).toEqual([1, 1]);
    const sent = await send();
    expect(sent).toHaveLength(2);
    expect(sent[0]).toContain('First promise');
    expect(sent[0]).toContain('Third promise');
  });

  it('of nothing that was done before the mail went out', async () => {
    const { owners } = await commitment({ [georgia]: 'asked' });
    await tellPeople(runtime, noon);
    await done(db, georgian, 'followup.commitment.take-on', { owner: owners[georgia], revision: 1, words: '' });
    expect(await send()).toEqual([]);
    const { rows } = await db.admin.query(
      'select (select count(*)::int from mail) as mails, (select count(*)::int from notice where dropped_at is not null) as dropped',
    );
    expect(rows[0]).toEqual({ mails: 0, dropped: 1 });
    expect((await tellPeople(runtime, later(1))).notices).toBe(0);
  });

  it('nothing that they may not see when it is sent', async () => {
    await commitment({ [georgia]: 'asked' });
    await tellPeople(runtime, noon);
    await db.admin.query('update access_grant set valid_until = now() where person_id = $1', [georgian.personId]);
    expect(await send()).toEqual([]);
  });

  it('no word of an internal note, and not that there is one', async () => {
    const { id, owners } = await commitment({ [georgia]: 'accepted', [bulgaria]: 'accepted' }, { due: iso(later(5)) });
    const before = await db.admin.query('select heard_on from commitment_heard where commitment_id = $1', [id]);
    await db.admin.query(
      `insert into progress_report (id, commitment_id, owner_id, day, text, audience, at, by) values ($1, $2, $3, current_date, 'Between us: the boats are gone', 'party', now(), $4)`,
      [newId(), id, owners[georgia], georgian.personId],
    );
    expect((await db.admin.query('select heard_on from commitment_heard where commitment_id = $1', [id])).rows).toEqual(
      before.rows,
    );
    await tellPeople(runtime, noon);
    await tellPeople(runtime, later(1));
    const sent = await send();
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join('')).not.toContain('boats are gone');
    expect(JSON.stringify((await db.admin.query('select * from notice')).rows)).not.toContain('boats');
  });

  it('as they chose: nothing where they chose none, in their language and zone', async () => {
    await done(db, georgian, 'notices.choices.change', { zone: 'Asia/Kabul', asked: 'none', due: 'at-once' });
    await done(db, georgian, 'people.profile.change', { name: 'Nino Sample', language: 'tr' });
    await commitment({ [georgia]: 'asked' });
    await commitment({ [georgia]: 'accepted' }, { due: iso(later(5)), raised: new Date(Date.now() - 40 * day) });
    await tellPeople(runtime, noon);
    expect(await told(georgian)).toEqual([{ kind: 'due', delivery: 'at-once' }]);
    const [mail] = await send();
    expect(mail).toContain('süre doluyor');
    expect(mail).toContain('/tr/commitments/C-');
  });

  it('no more than so many single mails a day; the rest comes with the digest', async () => {
    const few = { ...runtime, settings: readSettings({ MAILS_A_DAY: '2' }) };
    for (let n = 0; n < 5; n++) await commitment({ [georgia]: 'asked' }, { title: `Promise ${n}` });
    expect(await tellPeople(few, noon)).toEqual({ notices: 5, mails: 2 });
    expect((await told(georgian)).map(({ delivery }) => delivery).toSorted()).toEqual([
      'at-once',
      'at-once',
      'daily',
      'daily',
      'daily',
    ]);
    expect((await tellPeople(few, later(1))).mails).toBe(1);
    expect(await send()).toHaveLength(3);
  });

  it('when a report of a body they are in is checked', async () => {
    const { rows } = await db.admin.query<{ body: string; party: string }>(
      `select b.id as body, d.party_id as party from mandate d join body b on b.id = d.body_id join party p on p.id = d.party_id
       where d.withdrawn_at is null and d.ends_from is null and d.role = 'chair' and p.kind = 'state' limit 1`,
    );
    const { body, party } = rows[0]!;
    const inside = await someone(db, 'member', { party });
    const outside = await someone(db, 'member', { party: await partyId(db, 'org:iom') });
    await adopted(
      db,
      system,
      { title: 'A meeting of the body', paragraphs: ['a'] },
      { bodies: [body], stage: 'checked' },
    );
    await tellPeople(runtime, new Date());
    expect((await told(inside)).map(({ kind }) => kind)).toEqual(['report']);
    expect(await told(outside)).toEqual([]);
  });
});

describe('with a mail server', () => {
  const got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, answer) {
      let data = '';
      stream.on('data', (chunk: Buffer) => (data += chunk));
      stream.on('end', () => {
        got.push(unfold(data));
        answer();
      });
    },
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('a notice arrives there with both bodies and the headers of one-click ending', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const real = { ...runtime, settings: readSettings({ SMTP_URL: `smtp://127.0.0.1:${port}` }) };
    real.writeNotice = (mail) => writeNotice(real, mail);
    await commitment({ [georgia]: 'asked' }, { title: 'Harbour register' });
    await tellPeople(real, noon);
    await db.admin.query('update mail set next_at = now()');
    expect(await sendDue(real)).toBe(1);
    expect(got[0]).toContain('text/plain');
    expect(got[0]).toContain('text/html');
    expect(got[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('a process that writes no notices leaves them to one that does', async () => {
    await commitment({ [georgia]: 'asked' });
    await tellPeople(runtime, noon);
    await db.admin.query('update mail set next_at = now()');
    const { writeNotice: _, ...without } = runtime;
    expect(await sendDue(without)).toBe(0);
    expect((await db.admin.query('select attempts from mail')).rows).toEqual([{ attempts: 0 }]);
  });
});

describe('choices', () => {
  const of = async (actor: Actor) =>
    (await asActor(db.database, actor, myChoices)).choices.filter(({ usual }) => !usual);

  it('are made by the person, seen by nobody else, and refuse what is no choice', async () => {
    expect(await refused(db, nobody, 'notices.choices.change', {})).toBe('access.sign-in');
    expect(await refused(db, await someone(db, 'administrator'), 'notices.choices.change', {})).toBe('access.denied');
    expect(await refused(db, georgian, 'notices.choices.change', { zone: 'Mars/Base' })).toBe('input.invalid');
    expect(await refused(db, georgian, 'notices.choices.change', { asked: 'hourly' })).toBe('input.invalid');
    await done(db, georgian, 'notices.choices.change', { zone: '', asked: 'weekly' });
    expect(await of(georgian)).toEqual([{ kind: 'asked', delivery: 'weekly', usual: false }]);
    expect(await of(bulgarian)).toEqual([]);
    const secretariat = await someone(db, 'secretariat');
    const seen = await asActor(db.database, secretariat, (tx) => tx.selectFrom('notice_choice').selectAll().execute());
    expect(seen).toEqual([]);
    expect(await asActor(db.database, secretariat, (tx) => tx.selectFrom('notice').selectAll().execute())).toEqual([]);
  });

  it('end with the link of a mail, without signing in, as often as one likes', async () => {
    await commitment({ [georgia]: 'asked' });
    await tellPeople(runtime, noon);
    const [mail] = await send();
    const link = /unsubscribe\/([\w-]+)/.exec(mail!)![1]!;
    const subscription = openSubscription(runtime.secret, link)!;
    expect(subscription).toEqual({ person: georgian.personId, kind: 'asked' });
    for (let n = 0; n < 2; n++) expect(await unsubscribe(runtime, subscription)).toMatchObject({ ok: true });
    expect(await of(georgian)).toEqual([{ kind: 'asked', delivery: 'none', usual: false }]);
    await commitment({ [georgia]: 'asked' }, { title: 'Another' });
    expect((await tellPeople(runtime, later(0, 2))).notices).toBe(0);
  });

  it('that end the digest end every kind that comes in one, and no other', async () => {
    await unsubscribe(runtime, { person: georgian.personId!, kind: 'digest' });
    const chosen = (await asActor(db.database, georgian, myChoices)).choices;
    expect(chosen.filter(({ delivery }) => delivery === 'daily' || delivery === 'weekly')).toEqual([]);
    expect(chosen.find(({ kind }) => kind === 'asked')!.delivery).toBe('at-once');
    expect(chosen).toHaveLength(noticeKinds.length);
  });
});
