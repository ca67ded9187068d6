import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { bodyId, call, done, partyId, readingOf, received, refused } from '../../test/support/records.ts';
import { nobody, system, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { importPreview, listImports, readBytes, reportPage, waitingImports } from '../modules/records/server/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { receiveReports } from './1-receive-report.ts';
import { readWaiting } from './2-read-report.ts';
import { partiesTyped, recogniseNames } from './3-recognise-names.ts';
import { adoptRecord } from './4-adopt-record.ts';

const db = useDatabase();
let secretariat: Actor, chair: Actor, otherChair: Actor, member: Actor, observer: Actor, administrator: Actor;
let som: string;
const file = (text: string, name = 'lake.txt') => ({ name, bytes: new TextEncoder().encode(text) });
const report = (more = '') =>
  `Workshop on Lake Crossings\nTirana, 3-4 May 2023\n\n1. The workshop took place in Tirana on 3 and 4 May 2023.\n\n2. Hungary is ready to host an expert meeting on night crossings in 2024. ${more}\n`;

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: som });
  otherChair = await someone(db, 'chair', { body: await bodyId(db, 'body:reference-group') });
  member = await someone(db, 'member', { party: await partyId(db, 'TUR') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
  administrator = await someone(db, 'administrator');
});

describe('receiving', () => {
  test('the Secretariat and chairs send files in, nobody else', async () => {
    const send = (actor: Actor) =>
      receiveReports(db.database, actor, [file(report(`Sent by ${actor.name}.`))], { door: 'page' });
    for (const actor of [nobody, member, observer, administrator]) {
      const answer = await send(actor);
      expect(answer.ok || answer.refusal.code).toMatch(/^access\./);
    }
    for (const actor of [secretariat, chair]) expect((await send(actor)).ok).toBe(true);
  });
  test('bytes are kept exactly, over several pieces, with their SHA-256', async () => {
    const bytes = new Uint8Array(2_500_001).map((_, index) => (index * 7919) % 251);
    const answer = await receiveReports(db.database, secretariat, [{ name: '../../odd name.bin', bytes }], {
      door: 'page',
    });
    if (!answer.ok || !answer.value[0]!.ok) throw new Error('not received');
    const [row] = (await asActor(db.database, secretariat, listImports)).filter(
      (one) => answer.value[0]!.ok && one.id === answer.value[0]!.import,
    );
    expect(row).toMatchObject({
      file: 'odd name.bin',
      size: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state: 'failed',
    });
    expect(row!.failure!.length).toBeGreaterThan(10);
    const id = (await asActor(db.database, secretariat, (tx) => importPreview(tx, row!.id)))!.import.file_id;
    expect(
      Buffer.compare(
        Buffer.from((await asActor(db.database, secretariat, (tx) => readBytes(tx, id)))!),
        Buffer.from(bytes),
      ),
    ).toBe(0);
  });
  test('of many files each gets its own answer; empty and too large ones are refused with a sentence', async () => {
    const answer = await receiveReports(
      db.database,
      secretariat,
      [file(report('One.')), file('', 'empty.txt'), file(report('x'.repeat(5000)), 'big.txt')],
      { door: 'page', limit: 4000 },
    );
    if (!answer.ok) throw answer.refusal;
    expect(answer.value.map((one) => (one.ok ? 'ok' : one.code))).toEqual([
      'ok',
      'records.file.empty',
      'records.file.too-large',
    ]);
  });
  test('the same file again is recognised by its bytes and refused with the way to it; a discarded one may come again', async () => {
    const bytes = file(report('Twice.'));
    const first = await receiveReports(db.database, secretariat, [bytes], { door: 'page' });
    if (!first.ok || !first.value[0]!.ok) throw new Error('not received');
    expect(
      await receiveReports(db.database, secretariat, [{ ...bytes, name: 'another name.txt' }], { door: 'page' }),
    ).toMatchObject({ ok: false, refusal: { code: 'records.file.exists' } });
    await done(db, secretariat, 'records.import.discard', { import: first.value[0]!.import });
    const again = await receiveReports(db.database, secretariat, [bytes], { door: 'page' });
    if (!again.ok || !again.value[0]!.ok) throw new Error('not received');
    const adopted = await adoptRecord(db.database, secretariat, { import: again.value[0]!.import, names: [] }, 'page');
    if (!adopted.ok) throw adopted.refusal;
    const third = await receiveReports(db.database, secretariat, [bytes, file(report('New.'))], { door: 'page' });
    expect(third).toMatchObject({
      ok: true,
      value: [{ ok: false, code: 'records.file.exists', link: `/reports/${adopted.value.slug}` }, { ok: true }],
    });
  });
  test('nobody sends in a reading of their own', async () => {
    const { received: files } = await done<{ received: { import: string }[] }>(
      db,
      secretariat,
      'records.file.receive',
      { files: [file(report('Own.'))] },
    );
    const input = { import: files[0]!.import, result: { ok: true, reading: readingOf({ paragraphs: ['Invented.'] }) } };
    for (const actor of [nobody, member, chair, secretariat, administrator])
      expect(await refused(db, actor, 'records.import.read', input)).toMatch(/^access\./);
  });
  test('a file whose reading was cut short by the end of the process is read at the next start', async () => {
    const { received: files } = await done<{ received: { import: string }[] }>(
      db,
      secretariat,
      'records.file.receive',
      { files: [file(report('Cut short.'))] },
    );
    expect(await asActor(db.database, system, waitingImports)).toContain(files[0]!.import);
    expect(await readWaiting(db.database)).toBeGreaterThan(0);
    expect((await asActor(db.database, secretariat, (tx) => importPreview(tx, files[0]!.import)))!.import.state).toBe(
      'read',
    );
    expect(await asActor(db.database, system, waitingImports)).toEqual([]);
  });
});

describe('adopting', () => {
  test('the ladder: nobody, wrong roles, wrong body, wrong state, right', async () => {
    const id = await received(db, chair, readingOf({ paragraphs: ['A point.'] }));
    const input = { import: id, bodies: [som], names: [] };
    expect(await refused(db, nobody, 'records.import.adopt', input)).toBe('access.sign-in');
    for (const actor of [member, observer, administrator])
      expect(await refused(db, actor, 'records.import.adopt', input)).toBe('access.denied');
    expect(await refused(db, otherChair, 'records.import.adopt', input)).toBe('records.import.not-found');
    expect(await refused(db, otherChair, 'records.import.discard', { import: id })).toBe('records.import.not-found');
    expect(await refused(db, chair, 'records.import.adopt', { ...input, bodies: [] })).toBe('records.import.body');
    expect(await refused(db, chair, 'records.import.adopt', { ...input, bodies: otherChair.bodies })).toBe(
      'records.import.body',
    );
    expect(
      await refused(db, chair, 'records.import.adopt', { ...input, start_day: '2024-02-02', end_day: '2024-02-01' }),
    ).toBe('input.invalid');
    await done(db, chair, 'records.import.adopt', { ...input, bodies: [...otherChair.bodies, som] });
    expect(await refused(db, chair, 'records.import.adopt', input)).toBe('records.import.state');
    expect(await refused(db, chair, 'records.import.discard', { import: id })).toBe('records.import.state');
  });
  test('what the person sets wins over the reading; what they leave is taken from it', async () => {
    const id = await received(
      db,
      secretariat,
      readingOf({ paragraphs: ['A point.'], title: 'As Read', place: 'Szeged', startDate: '2021-04-05' }),
    );
    const { slug } = await done(db, secretariat, 'records.import.adopt', {
      import: id,
      title: 'As Set',
      start_day: '2021-04-06',
      rule: 'chatham-house',
      bodies: som,
      names: [],
    });
    const page = await asActor(db.database, secretariat, (tx) => reportPage(tx, slug!));
    expect(page!.meeting).toMatchObject({
      title: 'As Set',
      place: 'Szeged',
      start_day: '2021-04-06',
      end_day: '2021-04-06',
      rule: 'chatham-house',
      bodies: [{ key: 'body:senior-officials-meeting' }],
    });
    expect(page!.report).toMatchObject({ slug: '2021-04-06-szeged', stage: 'received' });
  });
  test('two people adopt the same import at once: one report, one refusal', async () => {
    const id = await received(db, secretariat, readingOf({ paragraphs: ['A point.'] }));
    const answers = await Promise.all(
      [1, 2, 3].map(() => call(db, secretariat, 'records.import.adopt', { import: id, names: [] })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('records.import.state');
  });
  test('reports of one day and town adopted at once get addresses of their own', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n++)
      ids.push(
        await received(
          db,
          secretariat,
          readingOf({ paragraphs: [`Point ${n}.`], startDate: '2018-08-08', place: 'Pécs' }),
        ),
      );
    const made = await Promise.all(
      ids.map((id) => done(db, secretariat, 'records.import.adopt', { import: id, names: [] })),
    );
    expect(made.map(({ slug }) => slug).toSorted()).toEqual([
      '2018-08-08-pecs',
      '2018-08-08-pecs-2',
      '2018-08-08-pecs-3',
      '2018-08-08-pecs-4',
    ]);
  });
});

describe('who is meant', () => {
  test('open names are looked up by the day of the document; a near miss is suggested, never taken', async () => {
    const reading = readingOf({
      paragraphs: ['A point.'],
      startDate: '2016-12-15',
      states: [
        { party: null, asWritten: 'the former Yugoslav Republic of Macedonia' },
        { party: null, asWritten: 'Hungery' },
        { party: 'org:not-in-the-register', asWritten: 'Frontex' },
        { party: 'BGR', asWritten: 'Bulgaria' },
      ],
    });
    const open = await asActor(db.database, secretariat, (tx) => recogniseNames(tx, reading));
    expect(open.map(({ asWritten, found }) => [asWritten, found?.party ?? null])).toEqual([
      ['the former Yugoslav Republic of Macedonia', 'MKD'],
      ['Hungery', null],
      ['Frontex', 'org:frontex'],
    ]);
    expect(open[1]!.suggestions.map(({ party }) => party)).toContain('HUN');
    const id = await received(db, secretariat, reading);
    const answer = await adoptRecord(
      db.database,
      secretariat,
      { import: id, names: [{ party: 'HUN', asWritten: 'Hungery' }] },
      'page',
    );
    if (!answer.ok) throw answer.refusal;
    const page = await asActor(db.database, secretariat, (tx) => reportPage(tx, answer.value.slug));
    expect(page!.attendance.map(({ party }) => party)).toEqual(['MKD', 'HUN', 'org:frontex', 'BGR']);
  });
  test('a typed name that is not in the register is refused with the nearest ones, unless the report prints it', async () => {
    const typed = (names: string[], printed: string[] = []) =>
      asActor(db.database, secretariat, (tx) => partiesTyped(tx, names, '2024-01-01', 'by', printed));
    expect(await typed(['Türkiye', ' ', 'IOM'])).toEqual([
      { party: 'TUR', asWritten: 'Türkiye' },
      { party: 'org:iom', asWritten: 'IOM' },
    ]);
    await expect(typed(['Hungery'])).rejects.toMatchObject({
      code: 'records.party.unknown',
      field: 'by',
      message: expect.stringContaining('Hungary'),
    });
    expect(await typed(['The Lantern Society'], ['The Lantern Society'])).toEqual([
      { party: null, asWritten: 'The Lantern Society' },
    ]);
  });
});

const shared = join(process.env.REDTHREAD_SHARED ?? join(import.meta.dirname, '../../../shared'), 'reports');
const there = existsSync(shared);
if (!there) console.log(`left out: the real reports are not at ${shared}`);
describe.runIf(there)('the real reports', { timeout: 120_000 }, () => {
  test('each comes in, is adopted, and its outcomes stand at their words', async () => {
    const names = readdirSync(shared).filter((name) => /\.(txt|pdf|docx|html|md)$/.test(name));
    const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(shared, name))) }));
    const answer = await receiveReports(db.database, secretariat, files, { door: 'page' });
    if (!answer.ok) throw answer.refusal;
    expect(answer.value.every((one) => one.ok && one.read?.ok)).toBe(true);
    for (const one of answer.value) {
      if (!one.ok) continue;
      const adopted = await adoptRecord(db.database, secretariat, { import: one.import, names: [] }, 'page');
      if (!adopted.ok) throw adopted.refusal;
      const page = (await asActor(db.database, secretariat, (tx) => reportPage(tx, adopted.value.slug)))!;
      expect(page.file!.sha256).toBe(one.sha256);
      expect(page.outcomes.length).toBeGreaterThan(0);
      for (const outcome of page.outcomes) {
        const paragraph = page.paragraphs.find(({ id }) => id === outcome.paragraphId);
        expect(paragraph?.text.slice(outcome.start - paragraph.start, outcome.end - paragraph.start)).toBe(
          outcome.text,
        );
      }
      for (const { party, asWritten } of page.attendance.filter(({ kind }) => kind === 'state'))
        expect(party, asWritten).not.toBeNull();
    }
  });
});
