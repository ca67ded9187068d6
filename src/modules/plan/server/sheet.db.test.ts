import writeWorkbook from 'write-excel-file/node';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { callAt, draftedCycle, entryOf, openedCycle, type TestCycle } from '../../../../test/support/plan.ts';
import { resaved, type Cell, type Grid } from '../../../../test/support/plan-sheet.ts';
import { call, done, partyId } from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedGoals } from '../../goals/server/index.ts';
import { seedRegister } from '../../register/server/index.ts';
import { planWorkbook, type SheetPreview } from './index.ts';

const db = useDatabase();
let secretariat: Actor;
/** A plan with two entries: rows 2 (“A training on lake patrols”) and 3 (“A visit to Poti”) of its workbook. */
let plan: TestCycle & { entry: string };
let second: string;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
});
beforeEach(async () => {
  plan = await draftedCycle(db);
  ({ entry: second } = await done<{ entry: string }>(db, secretariat, 'plan.entry.add', {
    cycle: plan.cycle,
    ...entryOf('A visit to Poti', { kind: 'study-visit' }),
  }));
});

const workbook = async (slug = plan.slug, of: Parameters<typeof planWorkbook>[2] = 'plan', actor = secretariat) =>
  (await asActor(db.database, actor, (tx) => planWorkbook(tx, slug, of)))!.bytes;
const bring = (file: string, more: Record<string, unknown> = {}, actor = secretariat) =>
  callAt<SheetPreview>(db, new Date(), actor, 'plan.sheet.preview', { cycle: plan.cycle, party: '', file, ...more });
async function shown(file: string): Promise<SheetPreview> {
  const answer = await bring(file);
  if (!answer.ok) throw answer.refusal;
  return answer.value;
}
async function turnedAway(file: string, more: Record<string, unknown> = {}, actor = secretariat): Promise<Refusal> {
  const answer = await bring(file, more, actor);
  if (answer.ok) throw new Error('the file was taken');
  return answer.refusal;
}
/** All that is in the plan, to compare before with after. */
const written = async () =>
  (
    await db.admin.query(
      `select e.*, array(select p.party_id from plan_entry_party p where p.entry_id = e.id order by 1) as parties,
         array(select g.goal_id from plan_entry_goal g where g.entry_id = e.id order by 1) as goals from plan_entry e where e.cycle_id = $1 order by e.id`,
      [plan.cycle],
    )
  ).rows;
/** The faults of a file with one changed cell, each as `[row, column, head, sentence]`; and that nothing of it can be written. */
async function faultsOf(change: (grid: Grid) => void) {
  const before = await written();
  const file = await resaved(await workbook(), change);
  const preview = await shown(file);
  expect(preview.counts).toMatchObject({ changed: 0, new: 0 });
  const apply = { cycle: plan.cycle, party: '', file, preview: preview.digest };
  expect(await call(db, secretariat, 'plan.sheet.apply', apply)).toMatchObject({
    refusal: { code: 'plan.sheet.state' },
  });
  expect(await written()).toEqual(before);
  return preview.lines.flatMap(({ faults }) =>
    faults.map(({ row, column, head, sentence }) => [row, column, head, sentence]),
  );
}
const faultOf = (head: string, cell: Cell) => faultsOf(({ set }) => set(2, head, cell));

describe('a workbook that nobody changed', () => {
  it('changes nothing, whichever program saved it', async () => {
    expect((await shown(Buffer.from(await workbook()).toString('base64'))).counts).toMatchObject({ unchanged: 2 });
    expect((await shown(await resaved(await workbook()))).counts).toMatchObject({ unchanged: 2, error: 0 });
  });
  it('has no fault where the register moved on after it was written out', async () => {
    const { commitment } = await done(db, secretariat, 'followup.commitment.raise', {
      title: 'Open a ferry line',
      owners: ['GEO'],
      body: 'body:senior-officials-meeting',
    });
    await done(db, secretariat, 'plan.entry.add', {
      cycle: plan.cycle,
      ...entryOf('A ferry line', { commitments: [commitment] }),
    });
    const bytes = await workbook();
    await done(db, secretariat, 'followup.commitment.withdraw', { commitment, revision: 1, reason: 'No ferry.' });
    expect((await shown(await resaved(bytes))).counts).toMatchObject({ unchanged: 3, error: 0, changed: 0 });
  });
});

describe('a cell that cannot be taken', () => {
  it('a day in another form, or one that is none', async () => {
    for (const [given, named] of [
      ['31/03/2099', '31/03/2099'],
      ['March 2099', 'March 2099'],
      ['31.04.2099', '31.04.2099'],
      [72_775, '72775'],
      [true, 'true'],
    ] as const)
      expect(await faultOf('From', given)).toEqual([[2, 'J', 'From', `“${named}” is no day; write it as 2027-03-31.`]]);
  });
  it('a last day before the first', async () => {
    expect(await faultOf('Until', new Date('2099-04-01'))).toEqual([
      [2, 'K', 'Until', 'The last day is before the first.'],
    ]);
  });
  it('a party, a goal, a strand or a commitment that the plan does not know', async () => {
    expect(await faultOf('Lead', 'Atlantis')).toEqual([
      [2, 'G', 'Lead', '“Atlantis” is no party that this plan knows; the sheet “Choices” lists them.'],
    ]);
    expect(await faultOf('Partners', 'Türkiye, Georgia')).toEqual([
      [2, 'H', 'Partners', expect.stringContaining('“Türkiye, Georgia” is no party')],
    ]);
    expect(await faultOf('Goals', '77')).toEqual([[2, 'N', 'Goals', expect.stringContaining('“77” is no goal')]]);
    expect(await faultOf('Goals', 1.2)).toEqual([[2, 'N', 'Goals', expect.stringContaining('“1.2” is no goal')]]);
    expect(await faultOf('Strands', 'fishing')).toEqual([
      [2, 'O', 'Strands', expect.stringContaining('“fishing” is no strand')],
    ]);
    expect(await faultOf('Commitments', 'C-99999')).toEqual([
      [2, 'P', 'Commitments', expect.stringContaining('“C-99999” is no open commitment')],
    ]);
  });
  it('a kind that is none, or no kind at all', async () => {
    expect(await faultOf('Kind', 'party')).toEqual([
      [2, 'E', 'Kind', expect.stringContaining('“party” is no kind of activity; choose one of')],
    ]);
    expect(await faultOf('Kind', null)).toEqual([
      [2, 'E', 'Kind', expect.stringMatching(/^No kind of activity is given; choose one of /)],
    ]);
  });
  it('a number, a day or a tick where text belongs', async () => {
    for (const [head, column] of [
      ['Activity', 'D'],
      ['Description', 'F'],
      ['Other partners', 'I'],
      ['Place', 'L'],
      ['Funding', 'M'],
    ] as const)
      expect(await faultOf(head, 42_000)).toEqual([
        [
          2,
          column,
          head,
          'Text belongs here, and “42000” is a number; write it in words, or with an apostrophe before it.',
        ],
      ]);
    expect(await faultOf('Place', new Date('2099-05-01'))).toEqual([
      [
        2,
        'L',
        'Place',
        'Text belongs here, and “2099-05-01” is a day; write it in words, or with an apostrophe before it.',
      ],
    ]);
    expect(await faultOf('Activity', true)).toEqual([
      [
        2,
        'D',
        'Activity',
        'Text belongs here, and “true” is a truth value; write it in words, or with an apostrophe before it.',
      ],
    ]);
  });
  it('too long a text, or no title', async () => {
    expect(await faultOf('Place', 'x'.repeat(201))).toEqual([
      [2, 'L', 'Place', 'At most 200 characters fit here; this has 201.'],
    ]);
    expect(await faultOf('Activity', null)).toEqual([[2, 'D', 'Activity', 'Say in a few words what is to be done.']]);
  });
  it('a formula: what it comes to may differ from what the person saw', async () => {
    expect(await faultOf('Place', { formula: '=A1' })).toEqual([
      [2, 'L', 'Place', 'A formula stands here; put its value in its place (copy, then paste as value).'],
    ]);
    expect(await faultOf('From', { formula: '=TODAY()' })).toMatchObject([
      [2, 'J', 'From', expect.stringMatching(/^A formula/)],
    ]);
  });
  it('merged cells: which entry the text belongs to cannot be told', async () => {
    const sentence = 'This cell is merged with others (L2:L3); unmerge them and fill each.';
    expect(
      await faultsOf(({ set }) => {
        set(2, 'Place', { value: 'Batumi', rowSpan: 2 });
        set(3, 'Place', null);
      }),
    ).toEqual([
      [2, 'L', 'Place', sentence],
      [3, 'L', 'Place', sentence],
    ]);
    expect(
      await faultsOf(({ set }) => {
        set(2, 'Place', { value: 'Batumi', columnSpan: 2 });
        set(2, 'Funding', null);
      }),
    ).toEqual([
      [2, 'L', 'Place', 'This cell is merged with others (L2:M2); unmerge them and fill each.'],
      [2, 'M', 'Funding', 'This cell is merged with others (L2:M2); unmerge them and fill each.'],
    ]);
  });
  it('several in one row are all named, and the column is that of the person’s own file', async () => {
    expect(
      await faultsOf(({ set, rows }) => {
        // The column of titles moved to the front, as people do.
        for (const row of rows) row.unshift(...row.splice(3, 1));
        set(3, 'Kind', 'party');
        set(3, 'Until', 'soon');
      }),
    ).toEqual([
      [3, 'E', 'Kind', expect.stringContaining('“party”')],
      [3, 'K', 'Until', expect.stringContaining('“soon”')],
    ]);
  });
  it('holds back its row alone; the others are taken', async () => {
    const file = await resaved(await workbook(), ({ set, add }) => {
      set(2, 'Lead', 'Atlantis');
      set(3, 'Place', 'Poti and Batumi');
      add({ Activity: 'A day for seafarers', Kind: 'training', Lead: 'Georgia', From: '2099-07-01' });
    });
    const preview = await shown(file);
    expect(preview.counts).toMatchObject({ error: 1, changed: 1, new: 1 });
    await done(db, secretariat, 'plan.sheet.apply', { cycle: plan.cycle, party: '', file, preview: preview.digest });
    const now = await written();
    expect(now.map(({ title, place }) => [title.en, place])).toEqual(
      expect.arrayContaining([
        ['A training on lake patrols', 'Tbilisi'],
        ['A visit to Poti', 'Poti and Batumi'],
        ['A day for seafarers', null],
      ]),
    );
    expect(now).toHaveLength(3);
  });
});

describe('what somebody else did meanwhile', () => {
  const elsewhere = (entry: string, more: Record<string, unknown>, revision = 1) =>
    done(db, secretariat, 'plan.entry.edit', { entry, revision, ...entryOf('A training on lake patrols', more) });
  it('an entry changed on both sides is a conflict that names row and columns, and stays as it is here', async () => {
    const file = await resaved(await workbook(), ({ set }) => set(2, 'Place', 'Batumi'));
    await elsewhere(plan.entry, { place: 'Kutaisi' });
    const preview = await shown(file);
    expect(preview.lines[0]).toMatchObject({
      row: 2,
      status: 'conflict',
      title: 'A training on lake patrols',
      columns: ['Place'],
    });
    const before = await written();
    const apply = { cycle: plan.cycle, party: '', file, preview: preview.digest };
    expect(await call(db, secretariat, 'plan.sheet.apply', apply)).toMatchObject({
      refusal: { code: 'plan.sheet.state' },
    });
    expect(await written()).toEqual(before);
  });
  it('an entry changed here alone is no conflict, and is not set back', async () => {
    const file = await resaved(await workbook(), ({ set }) => set(3, 'Place', 'Batumi'));
    await elsewhere(plan.entry, { place: 'Kutaisi' });
    const preview = await shown(file);
    expect(preview.lines.map(({ status }) => status)).toEqual(['unchanged', 'changed']);
    await done(db, secretariat, 'plan.sheet.apply', { cycle: plan.cycle, party: '', file, preview: preview.digest });
    expect((await written()).map(({ place }) => place).sort()).toEqual(['Batumi', 'Kutaisi']);
  });
  it('the same change on both sides is none any more', async () => {
    const file = await resaved(await workbook(), ({ set }) => set(2, 'Place', 'Batumi'));
    await elsewhere(plan.entry, { place: 'Batumi' });
    expect((await shown(file)).counts).toMatchObject({ unchanged: 2 });
  });
  it('an entry taken out since, and an entry added since', async () => {
    const file = await resaved(await workbook(), ({ set }) => set(2, 'Place', 'Batumi'));
    await done(db, secretariat, 'plan.entry.remove', { entry: plan.entry, revision: 1, reason: 'Written twice.' });
    await done(db, secretariat, 'plan.entry.add', { cycle: plan.cycle, ...entryOf('A later thought') });
    const { lines } = await shown(file);
    expect(lines[0]).toMatchObject({ row: 2, status: 'error', faults: [{ row: 2, column: null }] });
    expect(lines[0]!.faults[0]!.sentence).toContain('its entry was taken out since');
    expect(lines[2]).toMatchObject({ row: null, status: 'missing', title: 'A later thought' });
  });
  it('a change between preview and taking over takes nothing', async () => {
    const file = await resaved(await workbook(), ({ set }) => set(2, 'Place', 'Batumi'));
    const { digest } = await shown(file);
    await elsewhere(plan.entry, { place: 'Kutaisi' });
    const before = await written();
    const answer = await call(db, secretariat, 'plan.sheet.apply', {
      cycle: plan.cycle,
      party: '',
      file,
      preview: digest,
    });
    expect(answer).toMatchObject({ refusal: { code: 'plan.sheet.changed' } });
    expect(await written()).toEqual(before);
  });
  it('a row that was copied is a new entry; two that say the same are one too many', async () => {
    const copied = (grid: Grid) => grid.rows.push([...grid.rows[1]!]);
    const twice = await shown(await resaved(await workbook(), copied));
    expect(twice.lines[2]).toMatchObject({ row: 4, status: 'error' });
    expect(twice.lines[2]!.faults[0]!.sentence).toContain('says the same as an earlier one');
    const changed = await shown(
      await resaved(await workbook(), (grid) => {
        copied(grid);
        grid.set(4, 'Place', 'Batumi');
      }),
    );
    expect(changed.lines[2]).toMatchObject({ row: 4, status: 'new', entry: null });
  });
  it('the plan has gone on to its comments: the file stays as it was', async () => {
    const file = await resaved(await workbook(), ({ set }) => set(2, 'Place', 'Batumi'));
    await done(db, secretariat, 'plan.version.circulate', {
      cycle: plan.cycle,
      revision: plan.revision,
      due: '2099-04-01T12:00',
    });
    const refusal = await turnedAway(file);
    expect(refusal.code).toBe('plan.cycle.state');
    expect(refusal.message).toContain('it is in stage comments');
  });
});

describe('a file that is not of this plan', () => {
  it('a column taken out is named, with its sheet and row', async () => {
    const refusal = await turnedAway(await resaved(await workbook(), ({ drop }) => drop('Place')));
    expect(refusal.code).toBe('plan.sheet.malformed');
    expect(refusal.message).toBe(
      'Sheet “Plan”, row 1: the column “Place” is missing. Put it back, empty if need be; its place does not matter.',
    );
    const two = await turnedAway(
      await resaved(await workbook(), ({ drop }) => {
        drop('Id');
        drop('Goals');
      }),
    );
    expect(two.message).toContain('the columns “Id” (hidden), “Goals” are missing');
  });
  it('a column named twice is refused: which of the two is meant cannot be told', async () => {
    const refusal = await turnedAway(
      await resaved(await workbook(), ({ rows }) => {
        for (const row of rows) row.push(row[0] === 'Id' ? 'Place' : 'Batumi');
      }),
    );
    expect(refusal.message).toBe(
      'Sheet “Plan”, row 1: the column “Place” stands there twice (L, Q). Leave one of them.',
    );
  });
  it('a row above the heads', async () => {
    const refusal = await turnedAway(
      await resaved(await workbook(), ({ rows }) => void rows.unshift(['Draft of the ministry'])),
    );
    expect(refusal.message).toMatch(/^Sheet “Plan”, row 1: the heads of the columns are missing/);
  });
  it('a sheet renamed or left out is named', async () => {
    expect((await turnedAway(await resaved(await workbook(), undefined, { Plan: 'Sheet1' }))).message).toContain(
      'has no sheet “Plan”',
    );
    expect((await turnedAway(await resaved(await workbook(), undefined, { About: null }))).message).toContain(
      'has no sheet “About”',
    );
  });
  it('a workbook of something else, and a file that is no workbook', async () => {
    const foreign = await writeWorkbook([
      { sheet: 'Plan', data: [[{ value: 'Budget', type: String }]] },
      { sheet: 'About', data: [[{ value: 'Ours', type: String }]] },
    ]).toBuffer();
    const refusal = await turnedAway(foreign.toString('base64'));
    expect(refusal).toMatchObject({ code: 'plan.sheet.malformed', message: expect.stringContaining('Sheet “About”') });
    for (const text of ['hello', '%PDF-1.7\n', 'PK\u0003\u0004 cut off'])
      expect((await turnedAway(Buffer.from(text).toString('base64'))).message).toMatch(
        /^This is not a workbook of a plan\./,
      );
  });
  it('the workbook of another plan, or of a party’s input, says which', async () => {
    const other = await draftedCycle(db, { years: [2101, 2102] });
    const refusal = await turnedAway(await resaved(await workbook(other.slug)));
    expect(refusal.code).toBe('plan.sheet.other');
    expect(refusal.message).toBe(
      `This workbook is of the plan ${other.slug}; here it would be of the plan ${plan.slug}. Nothing was taken.`,
    );
    const member = await someone(db, 'member', { party: await partyId(db, 'GEO') });
    const open = await openedCycle(db, { years: [2103, 2104] });
    const input = await resaved(await workbook(open.slug, { party: 'GEO' }, member));
    expect((await turnedAway(input)).message).toContain(`the input of GEO for the plan ${open.slug}`);
  });
  it('entries of this plan under the name of another are of another plan, row by row', async () => {
    const other = await draftedCycle(db, { years: [2105, 2106] });
    const foreign = await resaved(await workbook(), ({ set }) => set(2, 'Id', other.entry));
    const { lines } = await shown(foreign);
    expect(lines[0]).toMatchObject({ row: 2, status: 'error' });
    expect(lines[0]!.faults[0]!.sentence).toContain('This row is of another plan');
    expect(lines.at(-1)).toMatchObject({ status: 'missing', entry: plan.entry });
    expect(second).not.toBe(other.entry);
  });
});
