import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { adopted, bodyId, done, pageOf, partyId, refused, type Written } from '../../test/support/records.ts';
import { nobody, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { recogniseWishes } from './5-recognise-wishes.ts';

const db = useDatabase();
let secretariat: Actor, chair: Actor, otherChair: Actor, member: Actor, observer: Actor, administrator: Actor;
let som: string, reference: string;

const wish = 'Heads of the asylum authorities of South East Europe should meet once a year.';
const again = 'Cooperation among asylum services in South East Europe is to be deepened.';
const georgia = { party: 'GEO', asWritten: 'Georgia' };

/** A report of one meeting with one paragraph for each sentence, confirmed and checked. */
async function told(
  day: string,
  sentences: string[],
  more: Partial<Written> & { body?: string; confirm?: boolean; stage?: 'received' | 'checked' | 'published' } = {},
) {
  const report = await adopted(
    db,
    secretariat,
    {
      title: `Meeting of ${day}`,
      startDate: day,
      paragraphs: sentences,
      outcomes: sentences.map((words) => ({ words, by: [georgia] })),
      ...more,
    },
    { bodies: [more.body ?? som], stage: more.stage ?? 'checked' },
  );
  const page = await pageOf(db, secretariat, report.slug);
  if (more.confirm !== false)
    for (const { id, revision } of page.outcomes)
      await done(db, secretariat, 'records.outcome.confirm', { outcome: id, revision });
  return { ...report, outcomes: (await pageOf(db, secretariat, report.slug)).outcomes };
}

const tiesOf = (actor: Actor, outcome: string) =>
  asActor(
    db.database,
    actor,
    async (tx) =>
      (
        await sql<{
          id: string;
          other: string;
          kind: string;
          state: string;
          rank: number;
          revision: number;
          reasons: string[];
        }>`
        select t.id, coalesce(t.earlier_outcome_id, t.commitment_id) as other, t.kind, t.state, t.rank, t.revision,
          array(select r.code || coalesce(':' || r.term, '') from tie_reason r where r.tie_id = t.id order by r.ordinal) as reasons
        from tie t where t.later_outcome_id = ${outcome} order by t.commitment_id nulls first, t.rank`.execute(tx)
      ).rows,
  );

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  reference = await bodyId(db, 'body:reference-group');
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: som });
  otherChair = await someone(db, 'chair', { body: reference });
  member = await someone(db, 'member', { party: await partyId(db, 'TUR') });
  observer = await someone(db, 'observer', { party: await partyId(db, 'org:iom') });
  administrator = await someone(db, 'administrator');
});

describe('the same wish', () => {
  test('is proposed when the later report is checked, with its reasons, and only then', async () => {
    const first = await told('2019-10-09', [wish, 'Open a hotline for people in distress at sea.']);
    const later = await told('2022-05-19', [again], { stage: 'received' });
    expect(await recogniseWishes(db.database)).toMatchObject({ compared: 3 });
    expect(await tiesOf(secretariat, later.outcomes[0]!.id)).toEqual([]);
    await done(db, secretariat, 'records.report.check', { report: later.id, revision: 1 });
    await recogniseWishes(db.database);
    expect(await tiesOf(member, later.outcomes[0]!.id)).toMatchObject([
      {
        other: first.outcomes[0]!.id,
        kind: 'repeats',
        state: 'proposed',
        rank: 1,
        reasons: ['same-object:asylum-authorities', 'same-region:south-east-europe', 'same-party', 'later'],
      },
    ]);
    expect(await tiesOf(nobody, later.outcomes[0]!.id)).toEqual([]);
    expect(await tiesOf(administrator, later.outcomes[0]!.id)).toEqual([]);
  });
  test('follows when an outcome is confirmed after the report was checked, is corrected, or withdrawn', async () => {
    const first = await told('2018-03-01', ['A database of stolen boats should be set up by the harbour police.']);
    const later = await told('2020-03-01', ['The harbour police should set up a database of stolen boats.'], {
      confirm: false,
    });
    await recogniseWishes(db.database);
    const [outcome] = later.outcomes;
    expect(await tiesOf(secretariat, outcome!.id)).toEqual([]);
    await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome!.id, revision: 1 });
    await recogniseWishes(db.database);
    expect((await tiesOf(secretariat, outcome!.id)).map(({ other }) => other)).toEqual([first.outcomes[0]!.id]);
    await done(db, secretariat, 'records.outcome.reject', { outcome: first.outcomes[0]!.id, revision: 2 });
    await recogniseWishes(db.database);
    const counts = await db.admin.query(
      `select (select count(*)::int from outcome_compared where outcome_id = $1) as held,
      (select outcomes from tie_term where key = 'w:harbour') as harbour, (select count(*)::int from outcome_term e join tie_term t on t.id = e.term_id where t.key = 'w:harbour' and not around) as entries`,
      [first.outcomes[0]!.id],
    );
    expect(counts.rows[0]).toMatchObject({ held: 0, harbour: counts.rows[0].entries });
  });
  test('is not missed when the report is checked while its outcomes are being compared', async () => {
    const first = await told('2013-04-02', ['Bell ringers should be trained on the islands in winter.']);
    await recogniseWishes(db.database);
    const later = await told('2020-04-02', ['Bell ringers of the islands should be trained every winter.'], {
      stage: 'received',
    });
    // Its outcome waits since it was confirmed; now the check is written and not yet done when Redthread takes it up.
    await db.admin.query('begin');
    await db.admin.query("update report set stage = 'checked', revision = revision + 1 where id = $1", [later.id]);
    const meanwhile = recogniseWishes(db.database);
    await Promise.race([meanwhile, new Promise((resolve) => setTimeout(resolve, 500))]);
    await db.admin.query('commit');
    await meanwhile;
    await recogniseWishes(db.database);
    expect((await tiesOf(secretariat, later.outcomes[0]!.id)).map(({ other }) => other)).toEqual([
      first.outcomes[0]!.id,
    ]);
  });
  test('is found too when the earlier report comes in last', async () => {
    const later = await told('2023-06-01', ['Schools for sailors should teach night signals.']);
    await recogniseWishes(db.database);
    expect(await tiesOf(secretariat, later.outcomes[0]!.id)).toEqual([]);
    const first = await told('2017-06-01', ['Night signals should be taught in schools for sailors.']);
    await recogniseWishes(db.database);
    expect((await tiesOf(secretariat, later.outcomes[0]!.id)).map(({ other }) => other)).toEqual([
      first.outcomes[0]!.id,
    ]);
  });
  test('who does not see both ends sees no tie', async () => {
    const hidden = await told('2016-02-01', ['Lighthouse keepers should exchange weather diaries.'], {
      stage: 'received',
      body: reference,
    });
    const later = await told('2024-02-01', ['Weather diaries of lighthouse keepers should be exchanged.'], {
      stage: 'published',
    });
    await recogniseWishes(db.database);
    const [outcome] = later.outcomes;
    expect((await tiesOf(secretariat, outcome!.id)).map(({ other }) => other)).toEqual([hidden.outcomes[0]!.id]);
    for (const actor of [nobody, member, observer, chair, administrator])
      expect(await tiesOf(actor, outcome!.id)).toEqual([]);
    expect(await tiesOf(otherChair, outcome!.id)).toHaveLength(1);
  });
  test('under the Chatham House Rule no reason says who asked', async () => {
    await told('2015-02-01', ['Ferry timetables should be printed in Braille.'], {
      rule: 'chatham-house',
      stage: 'published',
    });
    const later = await told('2016-02-01', ['Braille ferry timetables should be printed.'], { stage: 'published' });
    await recogniseWishes(db.database);
    const [tie] = await tiesOf(secretariat, later.outcomes[0]!.id);
    expect(tie!.reasons).not.toContain('same-party');
  });
});

describe('deciding', () => {
  let tie: { id: string; revision: number }, outcome: string, earlier: string;
  beforeAll(async () => {
    const first = await told('2014-05-01', ['A glossary of knots should be kept by the rope makers.'], {
      stage: 'published',
    });
    const later = await told('2019-05-01', ['The rope makers should keep a glossary of knots.'], {
      stage: 'published',
    });
    await recogniseWishes(db.database);
    outcome = later.outcomes[0]!.id;
    earlier = first.outcomes[0]!.id;
    tie = (await tiesOf(secretariat, outcome))[0]!;
  });
  const step = (more = {}) => ({ tie: tie.id, revision: tie.revision, ...more });
  test('the ladder: nobody, wrong roles, another chair, wrong moment, right, and undone', async () => {
    for (const name of ['followup.tie.accept', 'followup.tie.reject', 'followup.tie.undo']) {
      expect(await refused(db, nobody, name, step())).toBe('access.sign-in');
      for (const actor of [member, observer, administrator])
        expect(await refused(db, actor, name, step())).toBe('access.denied');
      expect(await refused(db, otherChair, name, step())).toBe('access.denied');
      expect(await refused(db, chair, name, step({ revision: 7 }))).toBe('followup.tie.changed');
    }
    expect(await refused(db, chair, 'followup.tie.undo', step())).toBe('followup.tie.state');
    tie.revision = (
      await done<{ revision: number }>(db, chair, 'followup.tie.accept', step({ kind: 'follows' }))
    ).revision;
    expect(await refused(db, secretariat, 'followup.tie.accept', step())).toBe('followup.tie.state');
    expect(await tiesOf(nobody, outcome)).toMatchObject([{ state: 'accepted', kind: 'follows' }]);
    tie.revision = (await done<{ revision: number }>(db, secretariat, 'followup.tie.undo', step())).revision;
    expect(await tiesOf(member, outcome)).toMatchObject([{ state: 'proposed', kind: 'repeats' }]);
  });
  test('a rejected one is seen by reviewers alone and does not come back', async () => {
    tie.revision = (
      await done<{ revision: number }>(db, chair, 'followup.tie.reject', step({ reason: 'Other knots.' }))
    ).revision;
    for (const actor of [nobody, member]) expect(await tiesOf(actor, outcome)).toEqual([]);
    await db.admin.query('insert into outcome_to_compare (outcome_id) values ($1)', [outcome]);
    await recogniseWishes(db.database);
    expect(await tiesOf(chair, outcome)).toMatchObject([{ id: tie.id, state: 'rejected' }]);
  });
  test('a tie made by hand: two confirmed outcomes, in order, once', async () => {
    const by = (input: object) =>
      refused(db, chair, 'followup.tie.add', { outcome, earlier, kind: 'follows', ...input });
    expect(await refused(db, otherChair, 'followup.tie.add', { outcome, earlier, kind: 'follows' })).toBe(
      'access.denied',
    );
    expect(await by({ outcome: earlier, earlier: outcome })).toBe('followup.tie.order');
    expect(await by({ earlier: outcome })).toBe('followup.tie.order');
    expect(await by({ earlier: 'nothing' })).toBe('input.invalid');
    await done(db, chair, 'followup.tie.add', {
      outcome,
      earlier: `https://dialogue.example/en/outcomes/${earlier}`,
      kind: 'follows',
    });
    expect(await tiesOf(nobody, outcome)).toMatchObject([{ state: 'accepted', kind: 'follows' }]);
    expect(await by({})).toBe('followup.tie.exists');
  });
});
