import { beforeAll, describe, expect, test } from 'vitest';
import { nobody, system, type Actor } from '../../src/kernel/actor.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { commitmentPage, evidenceFile } from '../../src/modules/followup/server/index.ts';
import { seedRegister } from '../../src/modules/register/server/index.ts';
import { someone } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { adopted, bodyId, done, pageOf, partyId, refused } from '../support/records.ts';
import { doors, everyTable, type Secret } from './doors.ts';

/**
 * An internal note of one party does not exist for anybody else, the Secretariat included: through every door of doors.ts neither its words nor any
 * difference it would make (a count, a day, an order) can be seen.
 */
const db = useDatabase();
const at = new Date('2026-03-01T12:00:00Z');
const wish = 'To hold joint meetings of the ferry authorities every spring.';
const words = ['zyxomatic', 'quibblefest', 'plumbago'];
let own: Actor;
let others: [string, Actor][];
let secret: Secret;
let note: string;
const before = new Map<string, unknown>();

const ask = async (actor: Actor): Promise<Record<string, unknown>> => {
  const answers: Record<string, unknown> = {};
  for (const [name, door] of Object.entries(doors))
    answers[name] = await asActor(db.database, actor, (tx) => door({ tx, actor, secret, at }));
  return answers;
};
/** What everything else that happens also changes: the log of calls, and the asker's own lines. */
const moving = ['audit_entry', 'audit_head'];

beforeAll(async () => {
  await seedRegister(db.database);
  const geo = await partyId(db, 'GEO');
  const som = await bodyId(db, 'body:senior-officials-meeting');
  const secretariat = await someone(db, 'secretariat');
  own = await someone(db, 'member', { party: geo });
  others = [
    ['the public', nobody],
    ['the Secretariat', secretariat],
    ['Redthread itself', system],
    ['the chair of its body', await someone(db, 'chair', { body: som })],
    ['a member of another party', await someone(db, 'member', { party: await partyId(db, 'BGR') })],
    ['a focal point of another party', await someone(db, 'focal-point', { party: await partyId(db, 'BGR') })],
    ['an observer', await someone(db, 'observer', { party: await partyId(db, 'org:iom') })],
    ['an administrator', await someone(db, 'administrator')],
  ];
  const { slug } = await adopted(
    db,
    secretariat,
    { paragraphs: [wish], outcomes: [{ words: wish }], startDate: '2019-10-09' },
    { bodies: [som], stage: 'published' },
  );
  const [outcome] = (await pageOf(db, secretariat, slug)).outcomes;
  await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome!.id, revision: outcome!.revision });
  const { commitment, number } = await done<{ commitment: string; number: number }>(
    db,
    secretariat,
    'followup.commitment.raise',
    {
      title: 'Joint meetings of the ferry authorities',
      outcomes: [outcome!.id],
      owners: ['GEO', 'BGR'],
      body: 'body:senior-officials-meeting',
      audience: 'public',
    },
  );
  const owner = (await asActor(db.database, own, (tx) => commitmentPage(tx, number)))!.owners.find(
    ({ key }) => key === 'GEO',
  )!.id;
  await done(db, own, 'followup.commitment.report', {
    owner,
    day: '2020-02-02',
    text: 'A first meeting was held.',
    audience: 'public',
  });
  await done(db, others[4]![1], 'followup.commitment.ask-update', { owner, note: 'How does it stand?' });
  secret = { words, commitment: { id: commitment, number }, outcome: outcome!.id, evidence: [] };
  for (const [name, actor] of others) {
    before.set(name, await ask(actor));
    before.set(`${name}, tables`, await asActor(db.database, actor, everyTable));
  }
  const reported = await done(db, own, 'followup.commitment.report', {
    owner,
    day: '2026-02-20',
    text: `The ministry is zyxomatic about this.`,
    audience: 'party',
    paragraphs: [`/reports/${slug}#p1`],
    links: ['https://example.org/quibblefest'],
    files: [{ name: 'plumbago.txt', bytes: new TextEncoder().encode('zyxomatic quibblefest plumbago') }],
  });
  note = reported.progress!;
  const { rows } = await db.admin.query<{ id: string }>('select id from evidence where progress_id = $1', [note]);
  secret = { ...secret, evidence: rows.map(({ id }) => id) };
});

test('its own people read it, file included, byte for byte', async () => {
  const page = (await asActor(db.database, own, (tx) => commitmentPage(tx, secret.commitment.number)))!;
  expect(page.progress[0]).toMatchObject({
    id: note,
    audience: 'party',
    text: 'The ministry is zyxomatic about this.',
  });
  const file = page.progress[0]!.evidence.find(({ kind }) => kind === 'file')!;
  const read = await asActor(db.database, own, (tx) => evidenceFile(tx, file.id));
  expect(new TextDecoder().decode(read!.bytes)).toBe('zyxomatic quibblefest plumbago');
});

describe('for everybody else it does not exist', () => {
  test('no door shows a word of it, or any difference', async () => {
    for (const [name, actor] of others) {
      const now = await ask(actor);
      for (const word of words) expect(JSON.stringify(now).includes(word), `${name} sees “${word}”`).toBe(false);
      // The file of evidence is asked for by ids that were not known before; it answers with nothing all the same.
      expect(now['file of evidence']).toEqual(secret.evidence.map(() => null));
      const known = before.get(name) as Record<string, unknown>;
      for (const door of Object.keys(doors).filter((one) => one !== 'file of evidence'))
        expect(now[door], `${name}: ${door}`).toEqual(known[door]);
    }
  });
  test('no table has a row of it, or one row more', async () => {
    for (const [name, actor] of others) {
      const now = await asActor(db.database, actor, everyTable);
      const known = before.get(`${name}, tables`) as Record<string, string[]>;
      expect(Object.keys(now).length).toBeGreaterThan(20);
      for (const [table, rows] of Object.entries(now)) {
        expect(
          words.filter((word) => rows.some((row) => row.includes(word))),
          `${name}: ${table}`,
        ).toEqual([]);
        if (!moving.includes(table)) expect(rows, `${name}: ${table}`).toEqual(known[table]);
      }
    }
  });
  test('it answers no request, and its commitment is as silent as it was', async () => {
    const page = (await asActor(db.database, others[1]![1], (tx) => commitmentPage(tx, secret.commitment.number)))!;
    expect(page.requests[0]!.answeredAt).toBeNull();
    const { rows } = await db.admin.query(
      'select audience, heard_on::text from commitment_heard where commitment_id = $1 order by 1',
      [secret.commitment.id],
    );
    expect(rows).toEqual([
      { audience: 'participants', heard_on: '2020-02-02' },
      { audience: 'public', heard_on: '2020-02-02' },
    ]);
  });
  test('nobody else corrects or withdraws it; the answer is that there is none', async () => {
    const change = { progress: note, reason: 'I wonder.' };
    for (const [name, actor] of others.filter(([one]) => !['the public', 'an administrator'].includes(one)))
      expect(await refused(db, actor, 'followup.progress.withdraw', change), name).toBe('followup.progress.not-found');
  });
});

test('what corrects it stays internal, and is as invisible', async () => {
  const report = {
    progress: note,
    reason: 'A word was wrong.',
    day: '2026-02-21',
    text: 'The ministry is quibblefest about this.',
  };
  expect(await refused(db, own, 'followup.progress.correct', { ...report, audience: 'participants' })).toBe(
    'transition.state',
  );
  await done(db, own, 'followup.progress.correct', { ...report, audience: 'party' });
  for (const [name, actor] of others) {
    const tables = await asActor(db.database, actor, everyTable);
    const known = before.get(`${name}, tables`) as Record<string, string[]>;
    for (const [table, rows] of Object.entries(tables))
      if (!moving.includes(table)) expect(rows, `${name}: ${table}`).toEqual(known[table]);
  }
});

test('a person who leaves the party no longer reads it', async () => {
  await db.admin.query('update access_grant set valid_until = now() where person_id = $1', [own.personId]);
  const page = await asActor(db.database, own, (tx) => commitmentPage(tx, secret.commitment.number));
  expect(JSON.stringify(page)).not.toMatch(/zyxomatic|quibblefest|plumbago/);
  const tables = await asActor(db.database, own, everyTable);
  expect(tables['stored_file']!.filter((row) => row.includes('plumbago'))).toEqual([]);
});
