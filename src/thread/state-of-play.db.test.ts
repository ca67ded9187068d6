import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { again, ferry, ferryMeetings, offer, request, secretOffer } from '../../test/support/ferry-meetings.ts';
import { bodyId, partyId } from '../../test/support/records.ts';
import { nobody, type Actor } from '../kernel/actor.ts';
import { newId } from '../kernel/ids.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { toDocx, toPdf } from '../kernel/server/documents/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { bodyStanding } from './body-standing.ts';
import { partyStanding } from './party-standing.ts';
import { stateOfPlayDocument } from './state-of-play-document.ts';
import { stateOfPlay, type StateOfPlayQuestion } from './state-of-play.ts';

const db = useDatabase();
const body = 'body:wg-silk-routes';
let secretariat: Actor, chair: Actor, georgian: Actor, bulgarian: Actor;
let group: string, georgia: string, bulgaria: string;
const today = new Date().toISOString().slice(0, 10);

/** The id of the outcome with these words. */
const outcome = async (words: string): Promise<string> =>
  (await db.admin.query<{ id: string }>('select id from outcome where text = $1', [words])).rows[0]!.id;

async function commitment(
  title: string,
  more: {
    raised?: string;
    due?: string;
    audience?: 'participants' | 'public';
    outcomes?: string[];
    owner?: string;
    state?: string;
  } = {},
): Promise<{ id: string; owner: string }> {
  const [id, owner] = [newId(), newId()];
  await db.admin.query(
    `insert into commitment (id, title, body_id, audience, due_from, due_until, raised_at, raised_by) values ($1, $2, $3, $4, $5::date, $5::date, $6, $7)`,
    [
      id,
      title,
      group,
      more.audience ?? 'participants',
      more.due ?? null,
      more.raised ?? '2023-06-01',
      secretariat.personId,
    ],
  );
  await db.admin.query(
    `insert into commitment_owner (id, commitment_id, party_id, ordinal, state, since) values ($1, $2, $3, 1, 'accepted', $4)`,
    [owner, id, more.owner ?? georgia, more.raised ?? '2023-06-01'],
  );
  for (const words of more.outcomes ?? [])
    await db.admin.query('insert into commitment_outcome (commitment_id, outcome_id, at, by) values ($1, $2, $3, $4)', [
      id,
      await outcome(words),
      more.raised ?? '2023-06-01',
      secretariat.personId,
    ]);
  return { id, owner };
}

async function progress(of: { id: string; owner: string }, day: string, text: string, audience: string, at = day) {
  const id = newId();
  await db.admin.query(
    `insert into progress_report (id, commitment_id, owner_id, day, text, audience, at, by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, of.id, of.owner, day, text, audience, at, georgian.personId],
  );
  return id;
}

const play = (actor: Actor, asked: Partial<StateOfPlayQuestion> = {}) =>
  asActor(db.database, actor, (tx) => stateOfPlay(tx, { body, on: '2025-01-10', known: today, ...asked }, 'en'));

beforeAll(async () => {
  await seedRegister(db.database);
  group = await bodyId(db, body);
  georgia = await partyId(db, 'GEO');
  bulgaria = await partyId(db, 'BGR');
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: group });
  georgian = await someone(db, 'focal-point', { party: georgia });
  bulgarian = await someone(db, 'member', { party: bulgaria });
  await ferryMeetings(db, secretariat, group);
});

describe('what was agreed, and what came of it', () => {
  test('the last meeting before the day, its sentences in order; what led nowhere says so', async () => {
    const seen = await play(secretariat);
    expect(seen.last).toMatchObject({ title: 'Third Meeting on Ferries', day: '2024-05-02' });
    expect(seen.since).toBe('2024-05-02');
    expect(seen.agreed.map((one) => one.outcome.text)).toEqual([
      offer,
      request,
      'The group agreed to meet again in Tbilisi.',
    ]);
    expect(seen.offers.map((one) => one.outcome.text)).toEqual([offer, secretOffer]);
    expect(seen.requests.map((one) => one.outcome.text)).toEqual([request]);
    expect((await play(secretariat, { on: '2023-01-01' })).last).toMatchObject({ day: '2022-05-04' });
    expect((await play(secretariat, { on: '2019-05-07' })).last).toBeNull();
  });

  test('an unknown body is refused with a sentence', async () => {
    await expect(play(nobody, { body: 'body:moon' })).rejects.toMatchObject({ code: 'register.body.not-found' });
  });

  test('a commitment takes an offer up; a tie that only repeats answers no request', async () => {
    await commitment('Host the workshop in Batumi', { outcomes: [offer], raised: '2024-06-01', due: '2024-12-01' });
    const seen = await play(secretariat);
    expect(seen.offers.map((one) => one.outcome.text)).toEqual([secretOffer]);
    expect(seen.agreed[0]!.became.commitments).toMatchObject([{ title: 'Host the workshop in Batumi', state: 'open' }]);
    expect(seen.overdue.map(({ title }) => title)).toEqual(['Host the workshop in Batumi']);
  });
});

describe('true as of the day', () => {
  test('what was recorded later does not appear, and is counted', async () => {
    const then = await play(secretariat, { on: '2024-06-02', known: null });
    expect(then).toMatchObject({ last: null, agreed: [], recordedLater: 6 });
    const now = await play(secretariat, { on: '2024-06-02', known: today });
    expect(now).toMatchObject({ last: { day: '2024-05-02' }, recordedLater: 0 });
  });

  test('an outcome confirmed only after the moment was not yet agreed then', async () => {
    const id = await outcome(request);
    await db.admin.query(`update outcome_revision set at = '2024-07-01' where outcome_id = $1`, [id]);
    await db.admin.query(`update outcome set at = '2024-05-20', revision = revision + 1 where id = $1`, [id]);
    await db.admin.query(`update report set at = '2024-05-20', revision = revision + 1 where slug like '2024-05-02%'`);
    for (const [known, requests] of [
      ['2024-06-30', 0],
      ['2024-07-02', 1],
    ] as const)
      for (const actor of [nobody, bulgarian, secretariat])
        expect((await play(actor, { on: '2024-07-02', known })).requests, `${actor.name} ${known}`).toHaveLength(
          requests,
        );
  });

  test('progress of a later day, and progress written later, is left out', async () => {
    const of = await commitment('Compare the harbour lists', { audience: 'public' });
    await progress(of, '2024-09-01', 'The lists of spring were compared.', 'public');
    await progress(
      of,
      '2024-10-01',
      'The lists of autumn were compared, as was written in winter.',
      'public',
      '2024-12-20',
    );
    const told = async (on: string, known: string | null = null) =>
      (await play(nobody, { on, known })).moved.flatMap((one) => (one.kind === 'progress' ? [one.text] : []));
    expect(await told('2024-08-31')).toEqual([]);
    expect(await told('2024-11-01')).toEqual(['The lists of spring were compared.']);
    expect(await told('2024-12-24')).toHaveLength(2);
  });

  test('a commitment that was completed later was open then, for the public too', async () => {
    const of = await commitment('Print the harbour lists', { audience: 'public', due: '2024-02-01' });
    const line = (verb: string, owner: string | null, before: object, after: object) =>
      db.admin.query(
        `insert into commitment_revision (commitment_id, verb, owner_id, before, after, at, by) values ($1, $2, $3, $4, $5, '2024-11-20', $6)`,
        [of.id, verb, owner, before, after, secretariat.personId],
      );
    await line('claimed', of.owner, { state: 'accepted' }, { state: 'claimed' });
    await line('completed', null, { state: 'open' }, { state: 'completed' });
    await db.admin.query(`alter table commitment disable trigger all`);
    await db.admin.query(`update commitment set state = 'completed' where id = $1`, [of.id]);
    await db.admin.query(`alter table commitment enable trigger all`);
    for (const actor of [nobody, secretariat]) {
      expect(
        (await play(actor, { on: '2024-11-19' })).overdue.map(({ title }) => title),
        actor.name,
      ).toContain('Print the harbour lists');
      expect(
        (await play(actor, { on: '2024-11-21' })).overdue.map(({ title }) => title),
        actor.name,
      ).not.toContain('Print the harbour lists');
    }
    expect((await play(secretariat, { on: '2024-11-21' })).moved).toContainEqual(
      expect.objectContaining({ kind: 'step', verb: 'claimed', owner: expect.objectContaining({ name: 'Georgia' }) }),
    );
    expect((await play(nobody, { on: '2024-11-21' })).moved.filter(({ kind }) => kind === 'step')).toEqual([]);
  });

  test('silence grows from the last thing heard; the longest first', async () => {
    await commitment('Write to the harbour masters', { raised: '2020-02-01' });
    const seen = await play(secretariat, { on: '2025-06-10' });
    const quiet = seen.silent.map(({ title, heardOn }) => [title, heardOn]);
    expect(quiet[0]).toEqual(['Write to the harbour masters', '2020-02-01']);
    expect(quiet.map(([title]) => title)).not.toContain('Compare the harbour lists');
    expect(quiet).toContainEqual(['Host the workshop in Batumi', '2024-06-01']);
  });
});

describe('who is told what', () => {
  test('an internal note is in nobody’s state of play, not even as a sign of life', async () => {
    const of = await commitment('Count the night ferries', { raised: '2021-01-01' });
    await progress(of, '2024-11-11', 'Between ourselves: the counting has not begun.', 'party');
    for (const actor of [nobody, bulgarian, georgian, chair, secretariat]) {
      const seen = await play(actor);
      expect(JSON.stringify(seen), actor.name).not.toContain('Between ourselves');
      if (actor !== nobody) expect(seen.silent.map(({ title }) => title)).toContain('Count the night ferries');
    }
  });

  test('the public reads what is public', async () => {
    const seen = await play(nobody);
    expect(seen.followed.open).toBe(1);
    expect(seen.overdue).toEqual([]);
    expect(seen.agreed[0]!.became.commitments).toEqual([]);
  });

  test('who spoke under the Chatham House Rule is in no page and no file, whoever asks', async () => {
    for (const actor of [nobody, bulgarian, secretariat]) {
      const seen = await play(actor, { on: '2024-01-01' });
      expect(seen.agreed.map(({ outcome: { text, by } }) => [text, by])).toEqual([[secretOffer, []]]);
    }
    const printed = stateOfPlayDocument(
      await play(secretariat, { on: '2024-01-01' }),
      'en',
      'https://redthread.example.org',
    );
    const quotes = printed.blocks.filter((block) => block.kind === 'quote');
    expect(JSON.stringify(quotes)).not.toContain('Georgia');
    expect(JSON.stringify(quotes)).toContain('Chatham House Rule');
    expect(JSON.stringify([printed.issuer, printed.title, printed.footer])).not.toContain(secretariat.name);
  });
});

describe('wishes that return', () => {
  test('accepted ties join them; proposed ones do not', async () => {
    const tie = newId();
    await db.admin.query(
      `insert into tie (id, later_outcome_id, report_id, earlier_outcome_id, kind, proposed_at, proposed_by)
       select $1, o.id, o.report_id, $2, 'repeats', '2024-01-01', $3 from outcome o where o.text = $4`,
      [tie, await outcome(ferry), secretariat.personId, again],
    );
    expect((await play(secretariat)).wishes).toEqual([]);
    await db.admin.query(
      `update tie set state = 'accepted', decided_at = '2024-02-01', decided_by = $2, revision = 2 where id = $1`,
      [tie, secretariat.personId],
    );
    for (const actor of [nobody, secretariat])
      expect((await play(actor)).wishes).toMatchObject([
        { times: 2, years: ['2019', '2022'], sayings: [{ text: ferry }, { text: again }] },
      ]);
    expect((await play(secretariat, { on: '2025-01-10', known: '2024-01-31' })).wishes).toEqual([]);
  });
});

describe('pages', () => {
  test('a party: offers used and unused, what it owes, where it took part; nothing of the closed meeting for those who may not', async () => {
    const standing = (actor: Actor, key: string, id: string, on = '2025-01-10') =>
      asActor(db.database, actor, (tx) => partyStanding(tx, { id, key }, { on, known: new Date() }, 'en', null));
    const seen = await standing(bulgarian, 'GEO', georgia);
    expect(seen.offers.used.map((one) => one.offer.text)).toEqual([offer]);
    expect(seen.offers.unused).toEqual([]);
    expect(seen.meetings).toBe(3);
    expect(seen.attended.map(({ year }) => year)).toEqual(['2024', '2022', '2019']);
    expect(seen.owes.length).toBe(4);
    expect(seen.overdue).toBe(1);
    const reviewer = await standing(secretariat, 'GEO', georgia);
    expect(reviewer.offers.unused.map(({ text }) => text)).toEqual([secretOffer]);
    expect(reviewer.meetings).toBe(4);
    expect((await standing(nobody, 'GEO', georgia)).owes.map(({ title }) => title)).toEqual([
      'Compare the harbour lists',
    ]);
    expect((await standing(nobody, 'BGR', bulgaria)).made).toMatchObject({ total: 1, rows: [{ text: request }] });
    expect((await standing(nobody, 'BGR', bulgaria, '2020-01-01')).meetings).toBe(1);
  });

  test('a body: meetings, open commitments, what comes next', async () => {
    await db.admin.query(
      `insert into activity (id, kind, title, body_id, state, audience, starts_from, starts_until, at, by)
       values ($1, 'meeting', 'Fourth Meeting on Ferries', $2, 'planned', 'public', '2025-06-01', '2025-06-30', '2024-06-01', $3)`,
      [newId(), group, secretariat.personId],
    );
    const seen = await asActor(db.database, nobody, (tx) =>
      bodyStanding(tx, group, { on: '2025-01-10', known: new Date() }, 'en'),
    );
    expect(seen.meetingsTotal).toBe(4);
    expect(seen.next).toMatchObject({ title: 'Fourth Meeting on Ferries', from: '2025-06-01' });
    expect(seen.open).toHaveLength(1);
    expect((await play(nobody)).dueUntil).toBe('2025-06-01');
  });
});

test('the same state of play becomes a PDF and a Word file', { timeout: 60_000 }, async () => {
  const printed = stateOfPlayDocument(await play(secretariat), 'en', 'https://redthread.example.org');
  expect(
    Buffer.from(await toPdf(printed))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect((await toDocx(printed)).byteLength).toBeGreaterThan(3000);
});
