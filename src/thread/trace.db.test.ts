import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { adopted, bodyId, done, pageOf, partyId } from '../../test/support/records.ts';
import { newId } from '../kernel/ids.ts';
import { nobody, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { mostKnots, trace, type Knot, type Trace } from './trace.ts';

const db = useDatabase();
/** The day of asking. What is planned lies after it whenever this runs, as what was raised just now lies before. */
let on: string, planned: string;
let secretariat: Actor, georgian: Actor, bulgarian: Actor, observer: Actor, administrator: Actor, otherChair: Actor;
let som: string;
/** The wish of 2019, said again in 2022 under the Chatham House Rule; a commitment, its progress, an activity. */
let first: Said, again: Said, commitment: string, number: number, activity: string, progress: string, note: string;

interface Said {
  outcome: string;
  report: string;
  slug: string;
  paragraph: string;
  meeting: string;
}

async function said(
  words: string,
  day: string,
  more: { rule?: 'chatham-house'; body?: string; stage?: 'received' | 'checked' | 'published' } = {},
): Promise<Said> {
  const { id, slug } = await adopted(
    db,
    secretariat,
    {
      title: `Meeting of ${day}`,
      startDate: day,
      rule: more.rule ?? null,
      paragraphs: ['Welcome.', words],
      outcomes: [{ words, by: [{ party: 'TUR', asWritten: 'Türkiye' }] }],
    },
    { bodies: [more.body ?? som], stage: more.stage ?? 'published' },
  );
  const page = await pageOf(db, secretariat, slug);
  const [outcome] = page.outcomes;
  await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome!.id, revision: outcome!.revision });
  const { rows } = await db.admin.query<{ meeting_id: string }>('select meeting_id from report where id = $1', [id]);
  return { outcome: outcome!.id, report: id, slug, paragraph: outcome!.paragraphId!, meeting: rows[0]!.meeting_id };
}

const tie = (later: string, earlier: string, kind = 'repeats') =>
  done(db, secretariat, 'followup.tie.add', { outcome: later, earlier, kind });
const traced = (actor: Actor, id: string) => asActor(db.database, actor, (tx) => trace(tx, id, on));
async function knots(actor: Actor, id: string): Promise<Knot[]> {
  return (await traced(actor, id))!.branches.flatMap((branch) => branch.knots);
}
const heardAs = (found: readonly Knot[]) => found.map(({ kind, from }) => `${kind} ${from}`);

beforeAll(async () => {
  await seedRegister(db.database);
  const tomorrow = Temporal.Now.plainDateISO('UTC').add({ days: 1 });
  on = tomorrow.toString();
  planned = tomorrow.add({ months: 3 }).toString();
  som = await bodyId(db, 'body:senior-officials-meeting');
  secretariat = await someone(db, 'secretariat');
  georgian = await someone(db, 'focal-point', { party: await partyId(db, 'GEO') });
  bulgarian = await someone(db, 'focal-point', { party: await partyId(db, 'BGR') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
  administrator = await someone(db, 'administrator');
  otherChair = await someone(db, 'chair', { body: await bodyId(db, 'body:reference-group') });
  first = await said('The asylum authorities should meet once a year.', '2019-10-09');
  again = await said('Cooperation among asylum authorities is to be deepened.', '2022-05-19', {
    rule: 'chatham-house',
  });
  await tie(again.outcome, first.outcome);
  ({ commitment, number } = await done<{ commitment: string; number: number }>(
    db,
    secretariat,
    'followup.commitment.raise',
    {
      title: 'Joint meetings of the asylum authorities',
      outcomes: [again.outcome],
      owners: ['GEO', 'BGR'],
      addressees: [],
      body: 'body:senior-officials-meeting',
    },
  ));
  const owner = async (key: string) =>
    (
      await db.admin.query<{ id: string }>(
        'select o.id from commitment_owner o join party p on p.id = o.party_id where o.commitment_id = $1 and p.key = $2',
        [commitment, key],
      )
    ).rows[0]!.id;
  ({ progress } = await done(db, georgian, 'followup.commitment.report', {
    owner: await owner('GEO'),
    day: '2024-03-01',
    text: 'A first joint meeting is being prepared.',
    language: 'en',
    audience: 'participants',
  }));
  ({ progress: note } = await done(db, georgian, 'followup.commitment.report', {
    owner: await owner('GEO'),
    day: '2025-03-01',
    text: 'The budget is not settled yet.',
    language: 'en',
    audience: 'party',
  }));
  ({ activity } = await done(db, secretariat, 'followup.activity.enter', {
    kind: 'expert-meeting',
    title: 'Joint meeting of asylum authorities',
    starts_from: planned,
    starts_until: planned,
    commitments: [`C-${number}`],
    lead: ['GEO'],
    language: 'en',
  }));
});

describe('the whole thread', () => {
  test('is the same from any end', async () => {
    const whole = await knots(secretariat, first.outcome);
    expect(heardAs(whole)).toEqual([
      'outcome 2019-10-09',
      'silence 2019-10-09',
      'outcome 2022-05-19',
      'silence 2022-05-19',
      'progress 2024-03-01',
      expect.stringContaining('commitment 20') as unknown,
      'silence 2024-03-01',
      `activity ${planned}`,
    ]);
    for (const id of [again.outcome, commitment, activity, progress, first.paragraph, again.report, first.meeting])
      expect(
        (await knots(secretariat, id)).map((knot) => knot.id),
        id,
      ).toEqual(whole.map((knot) => knot.id));
  });
  test('has every sentence in its paragraph, who said it, and what it is tied to', async () => {
    const [one, , two] = await knots(secretariat, first.outcome);
    expect(one).toMatchObject({
      sentence: 'The asylum authorities should meet once a year.',
      title: 'Meeting of 2019-10-09',
      who: [{ key: 'TUR' }],
      link: `/outcomes/${first.outcome}`,
    });
    expect(one!.paragraph!.text.slice(one!.paragraph!.start, one!.paragraph!.end)).toBe(one!.sentence);
    expect(two).toMatchObject({
      ties: [{ to: `outcome:${first.outcome}`, kind: 'repeats' }],
      who: [{ key: 'TUR' }],
      hidden: false,
    });
  });
  test('an id of nothing is nothing', async () => {
    expect(await traced(secretariat, newId())).toBeNull();
  });
});

describe('rights', () => {
  test('under the Chatham House Rule nobody but its reviewers sees who said it', async () => {
    for (const actor of [nobody, georgian, observer, otherChair, administrator]) {
      const found = (await knots(actor, first.outcome)).find(({ id }) => id === `outcome:${again.outcome}`)!;
      expect([actor.name, found.who, found.hidden]).toEqual([actor.name, [], true]);
    }
  });
  test('an internal note is there for its own party alone, and breaks no silence for others', async () => {
    const own = await knots(georgian, note);
    expect(own.map(({ sentence }) => sentence)).toContain('The budget is not settled yet.');
    for (const actor of [nobody, secretariat, bulgarian, observer, otherChair, administrator]) {
      expect(await traced(actor, note)).toBeNull();
      expect(JSON.stringify((await traced(actor, first.outcome))!.branches)).not.toContain('budget');
      expect((await knots(actor, first.outcome)).some(({ from }) => from === '2025-03-01')).toBe(false);
    }
  });
  test('the public sees what is published: no commitment of participants, no progress, no activity', async () => {
    for (const actor of [nobody, administrator]) {
      expect(
        (await knots(actor, first.outcome)).filter(({ kind }) => kind !== 'silence').map(({ kind }) => kind),
      ).toEqual(['outcome', 'outcome']);
      for (const id of [commitment, activity, progress]) expect(await traced(actor, id)).toBeNull();
    }
  });
  test('what hangs on a hidden end is not there, from any side', async () => {
    const hidden = await said('Asylum authorities need a common roof.', '2023-01-10', {
      body: await bodyId(db, 'body:reference-group'),
      stage: 'received',
    });
    await tie(hidden.outcome, first.outcome, 'follows');
    expect((await knots(secretariat, first.outcome)).some(({ id }) => id === `outcome:${hidden.outcome}`)).toBe(true);
    for (const actor of [nobody, georgian, observer]) {
      expect(await traced(actor, hidden.outcome)).toBeNull();
      expect(await traced(actor, hidden.report)).toBeNull();
      expect(JSON.stringify(await traced(actor, first.outcome))).not.toContain(hidden.outcome);
    }
  });
});

describe('long and round', () => {
  const chain = async (count: number, round: boolean): Promise<string> => {
    const { rows } = await db.admin.query<{ version_id: string }>('select version_id from report where id = $1', [
      first.report,
    ]);
    const ids = Array.from({ length: count }, () => newId());
    for (const [i, id] of ids.entries())
      await db.admin.query(
        `insert into outcome (id, report_id, number, version_id, start_at, end_at, text, kind, state, at, by)
          values ($1, $2, $3, $4, 0, 5, 'A link of a chain.', 'decision', 'confirmed', now(), $5)`,
        [id, first.report, 1000 + (await offset()) + i, rows[0]!.version_id, secretariat.personId],
      );
    await db.admin.query(
      `insert into tie (id, later_outcome_id, report_id, earlier_outcome_id, kind, state, proposed_at, proposed_by, decided_at, decided_by)
        select gen_random_uuid(), p.later, $1, p.earlier, 'follows', 'accepted', now(), $2, now(), $2 from unnest($3::uuid[], $4::uuid[]) p(later, earlier)`,
      [
        first.report,
        secretariat.personId,
        round ? ids : ids.slice(1),
        round ? [...ids.slice(1), ids[0]] : ids.slice(0, -1),
      ],
    );
    return ids[0]!;
  };
  const offset = async () =>
    (await db.admin.query<{ n: number }>('select count(*)::int as n from outcome')).rows[0]!.n * 1000;
  test('a circle ends', async () => {
    const found = (await traced(secretariat, await chain(5, true))) as Trace;
    expect(found.bounded).toBe(false);
    expect(found.branches).toHaveLength(1);
    expect(found.branches[0]!.knots.filter(({ kind }) => kind === 'outcome')).toHaveLength(5);
  });
  test('a longer thread than fits says so and shows the nearest', async () => {
    const start = await chain(mostKnots + 20, false);
    const found = (await traced(secretariat, start)) as Trace;
    expect(found.bounded).toBe(true);
    const shown = found.branches.flatMap(({ knots: all }) => all).filter(({ kind }) => kind === 'outcome');
    expect(shown).toHaveLength(mostKnots);
    expect(shown.some(({ id }) => id === `outcome:${start}`)).toBe(true);
  });
});
