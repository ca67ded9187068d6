import { beforeAll, describe, expect, it } from 'vitest';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { runAction } from '../../../kernel/server/run-action.ts';
import type { Action } from '../../../kernel/action.ts';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { rosterOn } from '../roster.ts';
import {
  appointmentsOf,
  bodyPage,
  correctMandate,
  correctName,
  endAppointment,
  endMandate,
  idsOfKeys,
  partyPage,
  recordAppointment,
  recordMandate,
  recordName,
  recordParty,
  seedRegister,
  withdrawName,
} from './index.ts';

const db = useDatabase();
let secretariat: Actor;
let member: Actor;
let focalPoint: Actor;
let otherFocalPoint: Actor;
let administrator: Actor;

beforeAll(async () => {
  await seedRegister(db.database);
  const ids = await asActor(db.database, nobody, (tx) => idsOfKeys(tx, ['BGR', 'GEO']));
  secretariat = await someone(db, 'secretariat');
  member = await someone(db, 'member', { party: ids.get('BGR')! });
  focalPoint = await someone(db, 'focal-point', { party: ids.get('BGR')! });
  otherFocalPoint = await someone(db, 'focal-point', { party: ids.get('GEO')! });
  administrator = await someone(db, 'administrator');
});

const call = <I, V>(action: Action<I, V>, actor: Actor, input: unknown) =>
  runAction(db.database, action, actor, input, { door: 'page' });
const codeOf = async (
  answer: Promise<{ ok: true; value: unknown } | { ok: false; refusal: { code: string } }>,
): Promise<string> => {
  const result = await answer;
  return result.ok ? 'done' : result.refusal.code;
};
const read = <T>(actor: Actor, work: Parameters<typeof asActor<T>>[2]): Promise<T> => asActor(db.database, actor, work);

describe('a name', () => {
  const input = {
    party: 'GEO',
    form: 'alias',
    name: 'Sakartvelo',
    usedFrom: '2020-01-01',
    source: 'a letter of the ministry',
  };

  it('is entered by the Secretariat alone', async () => {
    expect(await codeOf(call(recordName, nobody, input))).toBe('access.sign-in');
    for (const actor of [member, focalPoint, administrator])
      expect(await codeOf(call(recordName, actor, input))).toBe('access.denied');
    expect(await codeOf(call(recordName, secretariat, { ...input, source: ' ' }))).toBe('input.invalid');
    expect(await codeOf(call(recordName, secretariat, { ...input, party: 'ZZZ' }))).toBe('register.party.not-found');
    expect(await codeOf(call(recordName, secretariat, { ...input, usedUntil: '2019-01-01' }))).toBe('input.invalid');
    expect(await codeOf(call(recordName, secretariat, input))).toBe('done');
  });

  it('is not entered twice for one time', async () => {
    expect(await codeOf(call(recordName, secretariat, { ...input, usedFrom: '2021-01-01' }))).toBe(
      'register.entry.exists',
    );
  });

  it('is corrected by withdrawing and appending; both stay readable; the quicker of two wins', async () => {
    const entry = (await read(nobody, (tx) => partyPage(tx, 'GEO', 'en'))).names.find(
      (name) => name.name === 'Sakartvelo',
    )!.id;
    const correction = { ...input, entry, usedFrom: '2020-02-01', reason: 'the letter says February' };
    const answers = await Promise.all([
      codeOf(call(correctName, secretariat, correction)),
      codeOf(call(correctName, secretariat, correction)),
    ]);
    expect(answers.sort()).toEqual(['done', 'register.entry.changed']);
    const names = (await read(nobody, (tx) => partyPage(tx, 'GEO', 'en'))).names.filter(
      (name) => name.name === 'Sakartvelo',
    );
    expect(names.map((name) => [name.usedFrom, name.withdrawnReason])).toEqual([
      ['2020-01-01', 'the letter says February'],
      ['2020-02-01', null],
    ]);
    expect(await codeOf(call(withdrawName, secretariat, { entry, reason: 'again' }))).toBe('register.entry.changed');
    expect(await codeOf(call(withdrawName, secretariat, { entry: newId(), reason: 'none' }))).toBe(
      'register.entry.not-found',
    );
  });
});

it('a party is entered once, with a key that fits its kind', async () => {
  const input = {
    key: 'org:sample-office',
    kind: 'organisation',
    name: 'Sample Office',
    acronym: 'SMPO',
    source: 'its statute',
    partOf: 'org:eu',
  };
  expect(await codeOf(call(recordParty, member, input))).toBe('access.denied');
  expect(await codeOf(call(recordParty, secretariat, { ...input, key: 'SMP' }))).toBe('input.invalid');
  expect(await codeOf(call(recordParty, secretariat, input))).toBe('done');
  expect(await codeOf(call(recordParty, secretariat, input))).toBe('register.party.exists');
  const page = await read(nobody, (tx) => partyPage(tx, 'org:sample-office', 'ru'));
  expect(page).toMatchObject({ party: { name: 'Sample Office', acronym: 'SMPO' }, partOf: { key: 'org:eu' } });
});

describe('a mandate', () => {
  const input = {
    body: 'body:reference-group',
    party: 'GEO',
    role: 'member',
    beginsFrom: '',
    beginsUntil: '2023-01-01',
    endsFrom: '',
    endsUntil: '',
    source: 'summary of a meeting',
  };
  const roster = async (day: string, known?: Date) => {
    const page = await read(nobody, (tx) => bodyPage(tx, 'body:reference-group', 'en'));
    const key = new Map(page.parties.map((party) => [party.id, party.key]));
    return rosterOn(page.mandates, day, known).map((line) => `${line.role} ${key.get(line.mandate.partyId)}`);
  };

  it('is entered by the Secretariat alone', async () => {
    expect(await codeOf(call(recordMandate, nobody, input))).toBe('access.sign-in');
    expect(await codeOf(call(recordMandate, focalPoint, input))).toBe('access.denied');
    expect(await codeOf(call(recordMandate, secretariat, { ...input, endsFrom: '2022-01-01' }))).toBe('input.invalid');
    expect(await codeOf(call(recordMandate, secretariat, { ...input, body: 'body:nowhere' }))).toBe(
      'register.body.not-found',
    );
    expect(await codeOf(call(recordMandate, secretariat, input))).toBe('done');
    expect(await codeOf(call(recordMandate, secretariat, { ...input, beginsUntil: '2024-01-01' }))).toBe(
      'register.entry.exists',
    );
    expect(await roster('2024-06-01')).toContain('member GEO');
  });

  it('is ended and corrected without losing what was believed before', async () => {
    const before = new Date();
    const entry = (await read(nobody, (tx) => bodyPage(tx, 'body:reference-group', 'en'))).mandates.find(
      (mandate) => mandate.role === 'member',
    )!.id;
    expect(await codeOf(call(endMandate, secretariat, { entry, endsFrom: '2022-06-01', source: 'a letter' }))).toBe(
      'input.invalid',
    );
    expect(await codeOf(call(endMandate, secretariat, { entry, endsFrom: '2025-01-01', source: 'a letter' }))).toBe(
      'done',
    );
    expect(await codeOf(call(endMandate, secretariat, { entry, endsFrom: '2025-01-01', source: 'a letter' }))).toBe(
      'register.entry.changed',
    );
    const ended = (await read(nobody, (tx) => bodyPage(tx, 'body:reference-group', 'en'))).mandates.find(
      (mandate) => mandate.replacesId === entry,
    )!;
    expect(
      await codeOf(call(endMandate, secretariat, { entry: ended.id, endsFrom: '2025-02-01', source: 'a letter' })),
    ).toBe('register.mandate.state');
    expect(await roster('2024-12-31')).toContain('member GEO');
    expect(await roster('2025-01-01')).not.toContain('member GEO');
    expect(await roster('2025-01-01', before)).toContain('member GEO');
    const correction = {
      entry: ended.id,
      beginsUntil: '2023-03-01',
      endsFrom: '2025-03-01',
      endsUntil: '',
      source: 'a letter',
      reason: 'misread',
    };
    expect(await codeOf(call(correctMandate, secretariat, correction))).toBe('done');
    expect(await roster('2025-02-01')).toContain('member GEO');
  });

  it('cannot be changed or deleted in the database either', async () => {
    const write = (text: string) =>
      db.admin.query(text).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    expect(await write(`delete from mandate`)).toBe('RT409');
    expect(await write(`update mandate set source = 'other'`)).toBe('RT409');
    expect(
      await write(
        `update party_name set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null where withdrawn_at is not null`,
      ),
    ).toBe('RT409');
  });
});

describe('an appointment', () => {
  const input = {
    function: 'contributor',
    party: 'BGR',
    name: 'Vera Sampleva',
    email: 'Vera.Sampleva@example.org',
    beginsUntil: '2024-01-01',
    evidence: 'letter 12/2024 of the ministry',
    telephone: '+359 000 000',
    visibleTo: 'secretariat',
  };
  const seenBy = async (actor: Actor) => {
    const id = (await read(nobody, (tx) => idsOfKeys(tx, ['BGR']))).get('BGR')!;
    return read(actor, (tx) => appointmentsOf(tx, id));
  };

  it('is entered by the Secretariat; a contributor also by the focal point of the same party', async () => {
    expect(await codeOf(call(recordAppointment, nobody, input))).toBe('access.sign-in');
    expect(await codeOf(call(recordAppointment, member, input))).toBe('access.denied');
    expect(await codeOf(call(recordAppointment, otherFocalPoint, input))).toBe('access.denied');
    expect(await codeOf(call(recordAppointment, focalPoint, { ...input, function: 'national-focal-point' }))).toBe(
      'access.denied',
    );
    expect(await codeOf(call(recordAppointment, focalPoint, { ...input, evidence: '' }))).toBe('input.invalid');
    expect(await codeOf(call(recordAppointment, focalPoint, input))).toBe('done');
    expect(await codeOf(call(recordAppointment, secretariat, input))).toBe('register.entry.exists');
    expect(await codeOf(call(recordAppointment, secretariat, { ...input, function: 'liaison-officer' }))).toBe(
      'input.invalid',
    );
    expect(
      await codeOf(call(recordAppointment, secretariat, { ...input, function: 'liaison-officer', postedTo: 'BGR' })),
    ).toBe('input.invalid');
    expect(
      await codeOf(call(recordAppointment, secretariat, { ...input, function: 'liaison-officer', postedTo: 'GEO' })),
    ).toBe('done');
  });

  it('is seen by participants, its contacts by those they are meant for, nothing of it by the public', async () => {
    expect(await seenBy(nobody)).toEqual([]);
    expect(await seenBy(administrator)).toEqual([]);
    expect((await seenBy(member)).map((one) => [one.person, one.contacts])).toEqual([
      ['Vera Sampleva', []],
      ['Vera Sampleva', []],
    ]);
    expect((await seenBy(focalPoint))[0]?.contacts.map((contact) => contact.kind).sort()).toEqual([
      'email',
      'telephone',
    ]);
    expect((await seenBy(otherFocalPoint))[0]?.contacts).toEqual([]);
    expect((await seenBy(secretariat))[0]?.contacts).toHaveLength(2);
  });

  it('is ended by those who may enter it, and its contacts go with it', async () => {
    const entry = (await seenBy(secretariat)).find((one) => one.function === 'contributor')!.id;
    const liaison = (await seenBy(secretariat)).find((one) => one.function === 'liaison-officer')!.id;
    const end = { entry, endsFrom: '2025-01-01', source: 'letter 3/2025' };
    expect(await codeOf(call(endAppointment, otherFocalPoint, end))).toBe('access.denied');
    expect(await codeOf(call(endAppointment, focalPoint, { ...end, entry: liaison }))).toBe('access.denied');
    expect(await codeOf(call(endAppointment, focalPoint, { ...end, endsFrom: '2023-01-01' }))).toBe('input.invalid');
    expect(await codeOf(call(endAppointment, focalPoint, end))).toBe('done');
    expect(await codeOf(call(endAppointment, focalPoint, end))).toBe('register.entry.changed');
    const now = (await seenBy(secretariat)).filter((one) => one.function === 'contributor' && one.withdrawnAt === null);
    expect(now).toMatchObject([{ endsFrom: '2025-01-01', contacts: [] }]);
  });
});
