import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted } from '../../../../test/support/records.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { outcomeFilter } from '../forms.ts';
import { seedRegister } from '../../register/server/index.ts';
import type { ExportFormat } from '../../../kernel/server/table-file.ts';
import { exportOutcomes, listOutcomes } from './index.ts';

const db = useDatabase();
let secretariat: Actor;
const formula = '=HYPERLINK("https://example.org","press here")';
const file = (format: ExportFormat, filter: Record<string, unknown> = {}) =>
  asActor(db.database, secretariat, (tx) => exportOutcomes(tx, outcomeFilter.parse(filter), format));
const csv = async (filter = {}) =>
  parse(Buffer.from((await file('csv', filter)).bytes), { bom: true, columns: true }) as Record<string, string>[];

beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat');
  for (let year = 2019; year < 2023; year++) {
    const entries = Array.from({ length: 30 }, (_, index) => `To send "entry ${index}", of ${year}; größer, أكبر.`);
    await adopted(db, secretariat, {
      title: `Meeting of ${year}`,
      startDate: `${year}-03-04`,
      paragraphs: [formula, '-1+1 as a first entry', ...entries],
      outcomes: [
        { words: formula, kind: 'request' },
        {
          words: '-1+1 as a first entry',
          kind: 'request',
          by: [{ party: null, asWritten: '@SUM(1+1)' }],
          to: [{ party: 'TUR', asWritten: 'Turkey' }],
          goals: [1, 3],
        },
        ...entries.map((words) => ({ words })),
      ],
    });
  }
});

describe('outcomes as a file', () => {
  test('all pages of the list, in its order, in each format', async () => {
    const filter = { kind: 'recommendation', sort: 'oldest' };
    const list = await asActor(db.database, secretariat, async (tx) => {
      const ids: string[] = [];
      for (let page = 1, pages = 1; page <= pages; page++) {
        const shown = await listOutcomes(tx, outcomeFilter.parse({ ...filter, page }));
        pages = shown.pages;
        ids.push(...shown.rows.map(({ id }) => id));
      }
      return ids;
    });
    expect(list).toHaveLength(120);
    expect((await csv(filter)).map((row) => row['id'])).toEqual(list);
    const json = JSON.parse(Buffer.from((await file('json', filter)).bytes).toString()) as {
      format: string;
      outcomes: { id: string; text: string }[];
    };
    expect(json.format).toBe('redthread-outcomes/1');
    expect(json.outcomes.map(({ id }) => id)).toEqual(list);
    expect(json.outcomes[0]!.text).toContain('"entry 0", of 2019; größer, أكبر.');
  });
  test('the same data gives the same bytes; another page number changes nothing', async () => {
    for (const format of ['csv', 'json'] as const)
      expect(
        Buffer.compare(Buffer.from((await file(format)).bytes), Buffer.from((await file(format, { page: 2 })).bytes)),
      ).toBe(0);
  });
  test('nothing of a report can become a formula', async () => {
    const rows = await csv({ kind: 'request' });
    expect(rows).toHaveLength(8);
    for (const value of rows.flatMap((row) => Object.values(row))) expect(value).not.toMatch(/^[=+@\t\r-]/);
    const parts = unzipSync((await file('xlsx', { kind: 'request' })).bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toMatch(/<f[ >]/);
    const words = Object.keys(parts)
      .map((name) => strFromU8(parts[name]!))
      .join('');
    expect(words).toContain('HYPERLINK');
  });
  test('several parties and goals stand in one field; names are those of the day of the meeting', async () => {
    const rows = await csv({ kind: 'request', year: 2019, goal: 3 });
    expect(rows).toMatchObject([
      {
        to: 'Turkey',
        goals: '1; 3',
        meeting: 'Meeting of 2019',
        meeting_from: '2019-03-04',
        paragraph: '2',
        state: 'proposed',
      },
    ]);
    expect((await csv({ kind: 'request', year: 2022, goal: 3 }))[0]!['to']).toMatch(/^T(urkey|ürkiye)$/);
  });
});
