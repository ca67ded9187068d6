import writeWorkbook from 'write-excel-file/node';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { planOfTwo, workbookSteps } from '../../../../test/support/plan-workbook.ts';
import { draftedCycle, entryOf, openedCycle, type TestCycle } from '../../../../test/support/plan.ts';
import { resaved, type Grid } from '../../../../test/support/plan-sheet.ts';
import { call, done, partyId } from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { seedGoals } from '../../goals/server/index.ts';
import { seedRegister } from '../../register/server/index.ts';

const db = useDatabase();
let secretariat: Actor;
let plan: TestCycle & { entry: string };
let second: string;
beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
});
beforeEach(async () => {
  ({ plan, second } = await planOfTwo(db, secretariat));
});
const { workbook, shown, turnedAway, written } = workbookSteps(db, () => ({ plan, secretariat }));

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
