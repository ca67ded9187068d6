import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { planOfTwo, workbookSteps } from '../../../../test/support/plan-workbook.ts';
import type { TestCycle } from '../../../../test/support/plan.ts';
import { resaved } from '../../../../test/support/plan-sheet.ts';
import { done } from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { seedGoals } from '../../goals/server/index.ts';
import { seedRegister } from '../../register/server/index.ts';

const db = useDatabase();
let secretariat: Actor;
let plan: TestCycle & { entry: string };

beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
});
beforeEach(async () => {
  ({ plan } = await planOfTwo(db, secretariat));
});
const { workbook, shown, written, faultsOf, faultOf } = workbookSteps(db, () => ({ plan, secretariat }));

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
