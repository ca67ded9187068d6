import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSheet, type Standing } from './compare.ts';
import type { MandateInput, NameInput } from './forms.ts';
import { columns, readSheet, writeCsv, writeJson } from './sheet.ts';

const land: NameInput & { entry: string } = {
  entry: 'n1',
  party: 'LND',
  language: 'en',
  form: 'short',
  name: 'Land',
  sortKey: null,
  decidedOn: null,
  usedFrom: null,
  usedUntil: '2010-01-01',
  source: 'a letter',
  note: null,
};
const chair: MandateInput & { entry: string } = {
  entry: 'm1',
  body: 'body:group',
  party: 'LND',
  role: 'chair',
  beginsFrom: null,
  beginsUntil: '2001-01-01',
  endsFrom: null,
  endsUntil: null,
  source: 'a letter',
  sourceLink: null,
  note: null,
};
const standing: Standing = {
  parties: new Set(['LND']),
  bodies: new Set(['body:group']),
  names: [land],
  mandates: [chair],
};
const preview = (csv: string) => compareSheet(readSheet(csv, 'csv'), standing);

describe('a file of names', () => {
  const header = 'party,kind,language,form,name,used_from,used_until,source';

  it('tells new, changed, same and faulty rows apart', () => {
    const lines = preview(
      [
        header,
        'LND,,en,short,Land,,2010-01-01,a letter',
        'LND,,en,short,Newland,2010-01-01,,a letter',
        'LND,,tr,short,Ülke,,,a letter',
        'NEW,state,en,short,Nova,,,a letter',
        'NEW,state,en,official,Republic of Nova,,,a letter',
        'ZZZ,,en,short,Nowhere,,,a letter',
        'LND,,en,nickname,Landy,,,a letter',
        'LND,,en,short,Later,2012-01-01,2011-01-01,a letter',
        'LND,,en,short,Bad,12.1.2011,,a letter',
        'LND,,en,short,No source,,,',
      ].join('\n'),
    );
    expect(lines.map((line) => line.status)).toEqual([
      'same',
      'new',
      'new',
      'new',
      'new',
      'error',
      'error',
      'error',
      'error',
      'error',
    ]);
    expect(lines[3]?.plan).toMatchObject({ newParty: 'state' });
    expect(lines[4]?.plan).toMatchObject({ newParty: null });
    expect(lines[5]?.sentence).toContain('no party ZZZ');
    expect(lines[8]?.sentence).toContain('year-month-day');
  });

  it('corrects the entry whose dates differ', () => {
    const [line] = preview(`${header}\nLND,,en,short,Land,,2011-06-01,a letter`);
    expect(line).toMatchObject({ status: 'changed', entry: 'n1' });
  });

  it('refuses one row twice', () => {
    const row = 'LND,,en,short,Newland,2010-01-01,,a letter';
    expect(preview([header, row, row].join('\n')).map((line) => line.status)).toEqual(['new', 'error']);
  });
});

describe('a file of mandates', () => {
  const header = 'body,party,role,begins_from,begins_until,ends_from,ends_until,source';

  it('tells new, changed, same and faulty rows apart', () => {
    const lines = preview(
      [
        header,
        'body:group,LND,chair,,2001-01-01,,,a letter',
        'body:group,LND,chair,,2001-01-01,2005-01-01,2005-01-01,a letter',
        'body:group,LND,observer,,2001-01-01,,,a letter',
        'body:other,LND,chair,,2001-01-01,,,a letter',
        'body:group,ZZZ,chair,,2001-01-01,,,a letter',
        'body:group,LND,member,,2001-01-01,2000-01-01,,a letter',
      ].join('\n'),
    );
    expect(lines.map((line) => line.status)).toEqual(['same', 'error', 'new', 'error', 'error', 'error']);
    expect(preview(`${header}\nbody:group,LND,chair,,2001-01-01,2005-01-01,2005-01-01,a letter`)[0]).toMatchObject({
      status: 'changed',
      entry: 'm1',
    });
  });
});

describe('readSheet', () => {
  it.each([
    ['', 'csv'],
    ['a,b\n1,2', 'csv'],
    ['party,form,name,source,shoe_size\nLND,short,Land,x,44', 'csv'],
    ['party,form,name,source\n"LND,short', 'csv'],
    ['{', 'json'],
    ['[]', 'json'],
    ['{"format":"something else"}', 'json'],
  ] as const)('answers %j (%s) with a sentence', (content, format) => {
    expect(() => readSheet(content, format)).toThrowError(expect.objectContaining({ code: 'input.malformed' }));
  });

  it('reads semicolons, a byte order mark and Windows line ends', () => {
    expect(readSheet('\uFEFFparty;form;name;source\r\nLND;short;Land;x\r\n', 'csv')[0]).toMatchObject({
      line: 2,
      values: { party: 'LND', source: 'x' },
    });
  });

  it('reads back what was written, formulas disarmed in between', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=1+1', '@SUM(A1)', '-', "'quoted", 'a "b" c', 'two\nlines', 'Türkiye'),
    );
    const row = fc.record(Object.fromEntries(columns.names.map((column) => [column, cell.map((text) => text.trim())])));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const kept = rows.filter((one) => Object.values(one).some((text) => text !== ''));
        fc.pre(
          kept.length === rows.length &&
            rows.every((one) =>
              Object.values(one).every((text) => !/^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)),
            ),
        );
        const csv = writeCsv('names', rows);
        const cells = (parse(csv) as string[][]).flat();
        expect(cells.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
        expect(readSheet(csv, 'csv').map((one) => one.values)).toEqual(rows);
        expect(readSheet(writeJson({ names: rows, mandates: [] }), 'json').map((one) => one.values)).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });
});
