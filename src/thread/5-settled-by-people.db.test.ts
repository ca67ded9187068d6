import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { adopted, bodyId, done, pageOf, partyId, readingOf, received, refused } from '../../test/support/records.ts';
import { nobody, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { referencesOfReport, type ReferenceRow } from '../modules/followup/server/queries/references.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { recogniseWishes } from './5-recognise-wishes.ts';

const db = useDatabase();
let secretariat: Actor, chair: Actor, otherChair: Actor, member: Actor;
let som: string, reference: string;

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  reference = await bodyId(db, 'body:reference-group');
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: som });
  otherChair = await someone(db, 'chair', { body: reference });
  member = await someone(db, 'member', { party: await partyId(db, 'TUR') });
});

/** A checked report of one sentence, confirmed; its outcome. */
async function said(day: string, words: string): Promise<string> {
  const report = await adopted(
    db,
    secretariat,
    { title: `Meeting of ${day}`, startDate: day, paragraphs: [words], outcomes: [{ words }] },
    { bodies: [som], stage: 'checked' },
  );
  const [outcome] = (await pageOf(db, secretariat, report.slug)).outcomes;
  await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome!.id, revision: 1 });
  return outcome!.id;
}

/** The tie of a later outcome to a commitment, as the actor sees it. */
const intoCommitment = (later: string) =>
  asActor(db.database, secretariat, (tx) =>
    tx
      .selectFrom('tie')
      .select(['id', 'state', 'revision', 'commitment_id'])
      .where('later_outcome_id', '=', later)
      .where('commitment_id', 'is not', null)
      .executeTakeFirstOrThrow(),
  );
const rests = async (commitment: string): Promise<string[]> =>
  asActor(db.database, secretariat, async (tx) =>
    (
      await tx.selectFrom('commitment_outcome').select('outcome_id').where('commitment_id', '=', commitment).execute()
    ).map(({ outcome_id }) => outcome_id),
  );

describe('a tie into a commitment', () => {
  let commitment: string, first: string, later: string;
  beforeAll(async () => {
    first = await said('2019-10-09', 'The harbour police should set up a database of stolen boats.');
    ({ commitment } = await done(db, secretariat, 'followup.commitment.raise', {
      title: 'A database of stolen boats',
      outcomes: [first],
      owners: ['GEO'],
      body: 'body:reference-group',
    }));
    later = await said('2022-05-19', 'A database of stolen boats should be set up by the harbour police.');
    await recogniseWishes(db.database);
  });

  test('accepted, the outcome joins it with a line in its history; undone, it leaves again', async () => {
    const tie = await intoCommitment(later);
    expect(tie).toMatchObject({ state: 'proposed', commitment_id: commitment });
    const step = { tie: tie.id, revision: tie.revision };
    expect(await refused(db, member, 'followup.tie.accept', step)).toBe('access.denied');
    // This chair decides about the ties of the later report, but the commitment is another body's.
    expect(await refused(db, chair, 'followup.tie.accept', step)).toBe('access.denied');
    expect(await rests(commitment)).toEqual([first]);
    const { revision } = await done<{ revision: number }>(db, secretariat, 'followup.tie.accept', step);
    expect((await rests(commitment)).toSorted()).toEqual([first, later].toSorted());
    expect(await verbs(commitment)).toEqual(['raised', 'outcome-added']);
    await done(db, secretariat, 'followup.tie.undo', { tie: tie.id, revision });
    expect(await rests(commitment)).toEqual([first]);
    expect(await verbs(commitment)).toEqual(['raised', 'outcome-added', 'outcome-removed']);
  });

  test('an outcome that was there before stays when the tie is undone', async () => {
    const { revision: seen } = await asActor(db.database, secretariat, (tx) =>
      tx.selectFrom('commitment').select('revision').where('id', '=', commitment).executeTakeFirstOrThrow(),
    );
    await done(db, secretariat, 'followup.commitment.add-outcome', { commitment, revision: seen, outcome: later });
    const tie = await intoCommitment(later);
    const { revision } = await done<{ revision: number }>(db, secretariat, 'followup.tie.accept', {
      tie: tie.id,
      revision: tie.revision,
    });
    await done(db, secretariat, 'followup.tie.undo', { tie: tie.id, revision });
    expect(await rests(commitment)).toContain(later);
  });

  const verbs = (id: string) =>
    asActor(db.database, secretariat, async (tx) =>
      (
        await tx.selectFrom('commitment_revision').select('verb').where('commitment_id', '=', id).orderBy('n').execute()
      ).map(({ verb }) => verb),
    );
});

describe('a reference', () => {
  let report: string, meeting: string;
  const sentence = 'The cards follow the proposal brought forward in June 2021 on lake ferries.';

  beforeAll(async () => {
    const words = 'proposal brought forward';
    const reading = readingOf({ title: 'Meeting on Cards', startDate: '2021-12-02', paragraphs: [sentence] });
    const start = reading.text.indexOf(words);
    const told = {
      ...reading,
      references: [
        { kind: 'meeting' as const, asWritten: words, target: null, span: [start, start + words.length] as const },
      ],
    };
    ({ report } = await done(db, secretariat, 'records.import.adopt', {
      import: await received(db, secretariat, told),
      bodies: [som],
      names: [],
    }));
    await done(db, secretariat, 'records.report.check', { report, revision: 1 });
    await recogniseWishes(db.database);
  });
  const now = async (actor: Actor = chair): Promise<ReferenceRow> =>
    (await asActor(db.database, actor, (tx) => referencesOfReport(tx, report)))[0]!;

  test('is open until something of that time is in the register, and then a person chooses', async () => {
    expect(await now()).toMatchObject({ state: 'open', from: '2021-06-01', until: '2021-06-30', possible: [] });
    await adopted(
      db,
      secretariat,
      { title: 'Workshop on Buoys', startDate: '2021-06-15', paragraphs: ['Buoys were counted.'] },
      { bodies: [som], stage: 'checked' },
    );
    const several = await now();
    expect(several).toMatchObject({ state: 'several', meant: null, possible: [{ title: 'Workshop on Buoys' }] });
    meeting = several.possible[0]!.id;
  });

  test('the ladder: nobody, a member, another chair, a wrong moment, a wrong thing, right, and changed again', async () => {
    const { id } = await now();
    const choice = { reference: id, choice: 'meeting', target: meeting };
    expect(await refused(db, nobody, 'followup.reference.settle', choice)).toBe('access.sign-in');
    expect(await refused(db, member, 'followup.reference.settle', choice)).toBe('access.denied');
    expect(await refused(db, otherChair, 'followup.reference.settle', choice)).toBe('access.denied');
    expect(await refused(db, chair, 'followup.reference.settle', { ...choice, target: '' })).toBe('input.invalid');
    for (const wrong of [
      { ...choice, target: id },
      { ...choice, reference: meeting },
    ])
      expect(await refused(db, chair, 'followup.reference.settle', wrong)).toBe('followup.reference.not-found');
    await done(db, chair, 'followup.reference.settle', choice);
    const chosen = await now(member);
    expect(chosen).toMatchObject({ state: 'resolved', meant: { title: 'Workshop on Buoys' } });
    const elsewhere = { reference: id, choice: 'elsewhere' };
    expect(await refused(db, secretariat, 'followup.reference.settle', elsewhere)).toBe('followup.reference.changed');
    await done(db, secretariat, 'followup.reference.settle', { ...elsewhere, seen: chosen.choice! });
    expect(await now()).toMatchObject({ state: 'elsewhere', meant: null, chosenBy: secretariat.name });
    await done(db, chair, 'followup.reference.settle', { reference: id, choice: 'open', seen: (await now()).choice! });
    expect(await now()).toMatchObject({ state: 'several' });
  });
});
