import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import {
  adopted,
  bodyId,
  call,
  done,
  pageOf,
  readingOf,
  received,
  refused,
  type Written,
} from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { correctionPreview, importPreview, outcomePage, versionDifference } from './index.ts';

const db = useDatabase();
let secretariat: Actor, chair: Actor, otherChair: Actor, member: Actor;
let som: string;

const host = 'Hungary is ready to host an expert meeting on night crossings.';
const share = 'To set up a shared list of ferry landings.';
const patrol = 'To hold a second workshop on lake patrols in the spring.';
const forget = 'To forget the matter of the lantern altogether.';
const first: Written = {
  paragraphs: [`The meeting opened. ${host} Thanks were given.`, share, patrol, forget, '31 states took part.'],
  outcomes: [
    { words: host, kind: 'offer', by: [{ party: 'HUN', asWritten: 'Hungary' }] },
    { words: share },
    { words: patrol },
    { words: forget },
  ],
  findings: [{ words: '31 states', severity: 'error', message: 'The text says 31 states and lists 2.' }],
};
const patrolNow = 'To hold a second workshop on night patrols of the lake in the spring.';
const extra = 'To print a bulletin about causeways every quarter.';
/** A new opening paragraph, the second entry untouched, the third reworded, one new entry at the end. */
const second: Written = {
  paragraphs: [
    'A list of participants is annexed.',
    `The meeting opened late. ${host} Thanks were given.`,
    share,
    patrolNow,
    forget,
    '31 states took part.',
    extra,
  ],
  outcomes: [
    { words: host, kind: 'offer', by: [{ party: 'HUN', asWritten: 'Hungary' }] },
    { words: share },
    { words: patrolNow },
    { words: forget },
    { words: extra },
  ],
  findings: [{ words: '31 states', severity: 'error', message: 'The text says 31 states and lists 2.' }],
};

beforeAll(async () => {
  await seedRegister(db.database);
  som = await bodyId(db, 'body:senior-officials-meeting');
  secretariat = await someone(db, 'secretariat');
  chair = await someone(db, 'chair', { body: som });
  otherChair = await someone(db, 'chair', { body: await bodyId(db, 'body:reference-group') });
  member = await someone(db, 'observer', {
    party: await db.asSystem(
      async (tx) =>
        (await tx.selectFrom('party').select('id').where('key', '=', 'org:iom').executeTakeFirstOrThrow()).id,
    ),
  });
});

/** Version 1 with decisions: the offer edited and confirmed, the list and the patrols confirmed, the lantern rejected, the finding dismissed. */
async function decided(written = first) {
  const { id, slug } = await adopted(db, secretariat, written, { bodies: [som] });
  const { outcomes, findings } = await pageOf(db, secretariat, slug);
  const [offer, list, patrols, lantern] = outcomes;
  await done(db, secretariat, 'records.outcome.edit', {
    outcome: offer!.id,
    revision: 1,
    kind: 'announcement',
    words: host,
    by: [{ party: 'HUN', asWritten: 'Hungary' }],
    goals: [3],
    confirm: true,
  });
  await done(db, secretariat, 'records.outcome.confirm', { outcome: list!.id, revision: 1 });
  await done(db, secretariat, 'records.outcome.confirm', { outcome: patrols!.id, revision: 1 });
  await done(db, secretariat, 'records.outcome.reject', { outcome: lantern!.id, revision: 1 });
  for (const finding of findings)
    await done(db, secretariat, 'records.finding.dismiss', { finding: finding.id, reason: 'counted by hand' });
  return { id, slug, offer: offer!.id, list: list!.id, patrols: patrols!.id, lantern: lantern!.id };
}

describe('a corrected version', () => {
  test('keeps ids, edits and decisions of unchanged sentences; withdraws what is gone; proposes what is new', async () => {
    const made = await decided();
    const before = await pageOf(db, secretariat, made.slug);
    const waiting = await received(db, secretariat, readingOf(second));
    const result = await done(db, secretariat, 'records.report.correct', {
      import: waiting,
      report: made.id,
      revision: 1,
      names: [],
    });
    expect(result).toMatchObject({ version: 2, kept: 3, withdrawn: 1, proposed: 2 });
    const page = await pageOf(db, secretariat, made.slug);
    const byId = new Map(page.outcomes.map((outcome) => [outcome.id, outcome]));
    expect(byId.get(made.offer)).toMatchObject({
      state: 'confirmed',
      kind: 'announcement',
      goals: [3],
      text: host,
      number: 1,
      paragraph: '2',
    });
    expect(byId.get(made.list)).toMatchObject({ state: 'confirmed', paragraph: '3' });
    expect(byId.get(made.lantern)).toMatchObject({ state: 'rejected', paragraph: '5' });
    expect(byId.has(made.patrols)).toBe(false);
    expect(
      page.outcomes.filter(({ state }) => state === 'proposed').map(({ text, replaces }) => [text, replaces]),
    ).toEqual([
      [patrolNow, made.patrols],
      [extra, null],
    ]);
    // The words stand where the outcome says, in the text of the new version.
    for (const outcome of page.outcomes) {
      const paragraph = page.paragraphs.find(({ id }) => id === outcome.paragraphId)!;
      expect(paragraph.text.slice(outcome.start - paragraph.start, outcome.end - paragraph.start)).toBe(outcome.text);
    }
    // Renumbered paragraphs are the same paragraphs.
    expect(page.paragraphs.slice(1, 6).map(({ id, number }) => [id, number])).toEqual(
      before.paragraphs.map(({ id, number }) => [id, number]),
    );
    expect(page.findings).toMatchObject([{ state: 'dismissed', reason: 'counted by hand' }]);
    expect(page.versions.map(({ n, current }) => [n, current])).toEqual([
      [1, false],
      [2, true],
    ]);
    const gone = await asActor(db.database, secretariat, (tx) => outcomePage(tx, made.patrols));
    expect(gone).toMatchObject({
      outcome: { state: 'withdrawn', text: patrol },
      version: { n: 1, current: false },
      replacedBy: page.outcomes.find(({ text }) => text === patrolNow)!.id,
    });
  });
  test('the preview says beforehand what the version difference says afterwards', async () => {
    const made = await decided();
    const waiting = await received(db, secretariat, readingOf(second));
    const preview = await asActor(db.database, secretariat, (tx) => correctionPreview(tx, waiting, made.id));
    await done(db, secretariat, 'records.report.correct', { import: waiting, report: made.id, revision: 1, names: [] });
    const after = await asActor(db.database, secretariat, (tx) => versionDifference(tx, made.slug, 1, 2));
    expect(preview!.paragraphs.map(({ change }) => change)).toEqual([
      'added',
      'changed',
      'same',
      'changed',
      'same',
      'same',
      'added',
    ]);
    expect(after!.paragraphs.map(({ change, runs }) => [change, runs])).toEqual(
      preview!.paragraphs.map(({ change, runs }) => [change, runs]),
    );
    const texts = (notes: { text: string }[]) => notes.map(({ text }) => text);
    expect(texts(after!.outcomes.withdrawn)).toEqual(texts(preview!.outcomes.withdrawn));
    expect(texts(after!.outcomes.proposed)).toEqual(texts(preview!.outcomes.proposed));
    expect(after!.outcomes.kept).toBe(preview!.outcomes.kept);
  });
  test('an entry that was only made longer is another sentence; a piece cut out by hand is found inside a longer one', async () => {
    const { id, slug } = await adopted(db, secretariat, {
      paragraphs: ['To hold a workshop', 'The host will lend the pontoon until May.'],
      outcomes: [{ words: 'To hold a workshop' }],
    });
    const added = await done(db, secretariat, 'records.outcome.add', {
      report: id,
      kind: 'offer',
      words: 'lend the pontoon',
    });
    const longer = readingOf({
      paragraphs: ['To hold a workshop on causeways', 'The host will gladly lend the pontoon until June.'],
    });
    expect(
      await done(db, secretariat, 'records.report.correct', {
        import: await received(db, secretariat, longer),
        report: id,
        revision: 1,
        names: [],
      }),
    ).toMatchObject({ kept: 1, withdrawn: 1 });
    expect((await pageOf(db, secretariat, slug)).outcomes.map((outcome) => outcome.id)).toEqual([added.outcome]);
  });
  test('a published report with new open errors goes back to the participants; without them it stays published', async () => {
    const clean: Written = { paragraphs: [share] };
    const { id, slug } = await adopted(db, secretariat, clean, { bodies: [som], stage: 'published' });
    await done(db, secretariat, 'records.report.correct', {
      import: await received(db, secretariat, readingOf({ paragraphs: [share, 'More.'] })),
      report: id,
      revision: 3,
      names: [],
    });
    expect((await pageOf(db, secretariat, slug)).report.stage).toBe('published');
    await done(db, secretariat, 'records.report.correct', {
      import: await received(db, secretariat, readingOf({ ...first, outcomes: [] })),
      report: id,
      revision: 4,
      names: [],
    });
    expect((await pageOf(db, secretariat, slug)).report.stage).toBe('checked');
    expect((await pageOf(db, secretariat, slug)).versions).toHaveLength(3);
  });
  test('the public reads the version that stands, participants the earlier ones too', async () => {
    const { id, slug } = await adopted(db, secretariat, { paragraphs: [share] }, { stage: 'published' });
    await done(db, secretariat, 'records.report.correct', {
      import: await received(db, secretariat, readingOf({ paragraphs: [patrol] })),
      report: id,
      revision: 3,
      names: [],
    });
    const { nobody } = await import('../../../kernel/actor.ts');
    expect((await pageOf(db, nobody, slug)).versions.map(({ n }) => n)).toEqual([2]);
    expect((await pageOf(db, member, slug)).versions.map(({ n }) => n)).toEqual([1, 2]);
    expect(await asActor(db.database, nobody, (tx) => versionDifference(tx, slug, 1, 2))).toBeNull();
  });
});

describe('who may, and when', () => {
  test('wrong role, wrong body, stale revision, wrong report, wrong state', async () => {
    const made = await decided();
    const waiting = await received(db, secretariat, readingOf(second), made.id);
    const input = { import: waiting, report: made.id, revision: 1, names: [] };
    expect(await refused(db, member, 'records.report.correct', input)).toBe('access.denied');
    expect(await refused(db, otherChair, 'records.report.correct', input)).toBe('records.import.not-found');
    expect(await refused(db, secretariat, 'records.report.correct', { ...input, revision: 9 })).toBe(
      'records.report.changed',
    );
    expect(await refused(db, secretariat, 'records.import.adopt', { import: waiting, names: [] })).toBe(
      'records.import.correction',
    );
    const another = await decided();
    expect(await refused(db, secretariat, 'records.report.correct', { ...input, report: another.id })).toBe(
      'records.import.correction',
    );
    await done(db, secretariat, 'records.report.correct', input);
    expect(await refused(db, secretariat, 'records.report.correct', { ...input, revision: 2 })).toBe(
      'records.import.state',
    );
  });
  test('the chair of the body that met corrects with a file of their own', async () => {
    const made = await decided();
    const waiting = await received(db, chair, readingOf(second), made.id);
    expect(
      (await call(db, chair, 'records.report.correct', { import: waiting, report: made.id, revision: 1, names: [] }))
        .ok,
    ).toBe(true);
  });
  test('a decision made between preview and adoption is kept, not lost', async () => {
    const made = await decided();
    const waiting = await received(db, secretariat, readingOf(second));
    const [correct, confirm] = await Promise.all([
      call(db, secretariat, 'records.report.correct', { import: waiting, report: made.id, revision: 1, names: [] }),
      call(db, chair, 'records.outcome.confirm', { outcome: made.lantern, revision: 2 }),
    ]);
    expect(correct.ok).toBe(true);
    const { outcome, history } = (await asActor(db.database, secretariat, (tx) => outcomePage(tx, made.lantern)))!;
    expect(outcome.state).toBe(confirm.ok ? 'confirmed' : 'rejected');
    expect(history).toHaveLength(outcome.revision - 1);
  });
  test('a nearly same report is offered as the one it may correct', async () => {
    const { id } = await adopted(db, secretariat, {
      ...first,
      title: 'Seventh Consultation on Lighthouses',
      startDate: '2020-02-03',
    });
    const again = await received(
      db,
      secretariat,
      readingOf({ ...second, title: 'Seventh Consultation on the Lighthouses', startDate: '2020-02-03' }),
    );
    expect((await asActor(db.database, secretariat, (tx) => importPreview(tx, again)))!.similar[0]).toMatchObject({
      id,
      why: 'both',
      revision: 1,
    });
    const other = await received(
      db,
      secretariat,
      readingOf({ ...second, title: 'Quite Another Gathering', startDate: '2011-01-01' }),
    );
    expect((await asActor(db.database, secretariat, (tx) => importPreview(tx, other)))!.similar).toEqual([]);
  });
});
