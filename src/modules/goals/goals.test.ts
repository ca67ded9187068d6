import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../kernel/refusal.ts';
import { compareSheet, type Standing } from './compare.ts';
import { fromOtherSide, relations } from './crosswalk.ts';
import { gathered, goalAdd } from './forms.ts';
import { generationOn, inForceOn, overlapping, type Effect } from './generation.ts';
import { readSheet, writeCsv, writeJson } from './sheet.ts';

const one = (key: string, effective_from: string, effective_until: string | null): Effect => ({
  key,
  kind: 'dialogue',
  effective_from,
  effective_until,
});
const three = [
  one('first', '2013-04-19', '2019-02-20'),
  one('second', '2019-02-20', '2025-01-01'),
  one('third', '2025-01-01', null),
];

describe('the generation in force', () => {
  it.each([
    ['2013-04-18', null],
    ['2013-04-19', 'first'],
    ['2019-02-19', 'first'],
    ['2019-02-20', 'second'],
    ['2024-12-31', 'second'],
    ['2025-01-01', 'third'],
    ['2090-06-01', 'third'],
  ])('on %s is %s', (day, key) => {
    expect(generationOn(three, day)?.key ?? null).toBe(key);
  });

  it('is never one of the world', () => {
    expect(generationOn([{ ...three[2]!, kind: 'global' }], '2025-06-01')).toBeNull();
  });

  it('overlaps exactly when some day is in both', () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    const effect = (key: string) =>
      fc
        .tuple(day, fc.option(day))
        .filter(([from, until]) => until === null || from < until)
        .map(([from, until]) => one(key, from, until));
    const days = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(effect('a'), effect('b'), (a, b) => {
        const shared = days.some((one) => inForceOn(a, one) && inForceOn(b, one));
        expect(overlapping([a], b) !== null).toBe(shared);
      }),
    );
  });
});

it('a relation read from the other side and back is the same', () => {
  for (const relation of relations) expect(fromOtherSide(fromOtherSide(relation))).toBe(relation);
  expect(fromOtherSide('broader')).toBe('narrower');
});

describe('forms', () => {
  it('gather texts by language, and leave empty ones out', () => {
    const data = new FormData();
    for (const [name, value] of Object.entries({
      generation: 'bp-2024',
      code: '1',
      'title.en': 'Lakes',
      'title.ar': ' بحيرات ',
      'title.ru': '',
      'text.en': '',
      source: 'paper',
      reason: 'because',
    }))
      data.append(name, value);
    const parsed = goalAdd.parse(gathered(data));
    expect(parsed.title).toEqual({ en: 'Lakes', ar: 'بحيرات' });
    expect(parsed.text).toBeNull();
    expect(parsed.parent).toBeNull();
  });

  it('want English, and a number that is one', () => {
    const input = { generation: 'g', code: 'one goal', title: { ru: 'Озёра' }, source: 's', reason: 'r' };
    const faults = goalAdd.safeParse(input).error!.issues.map((issue) => issue.path.join('.'));
    expect(faults).toEqual(expect.arrayContaining(['code', 'title.en']));
  });
});

describe('files', () => {
  const standing: Standing = {
    generations: new Set(['old', 'new']),
    goals: [
      {
        id: '1',
        revision: 2,
        generation: 'old',
        code: '1',
        ordinal: 1,
        parent: null,
        title: { en: 'Lakes' },
        text: null,
        source: 'paper',
      },
      {
        id: '2',
        revision: 1,
        generation: 'new',
        code: '2',
        ordinal: 2,
        parent: null,
        title: { en: '=Sum', ar: 'x' },
        text: { en: 'a, "b"' },
        source: 'paper',
      },
    ],
    crosswalks: [
      {
        entry: '00000000-0000-7000-8000-000000000001',
        from: 'old/1',
        to: 'new/2',
        relation: 'narrower',
        source: 'own',
        note: null,
      },
    ],
  };
  const compare = (content: string, format: 'csv' | 'json' = 'csv') =>
    compareSheet(readSheet(content, format), standing).map(({ status, sentence }) => [status, sentence]);

  it('tell new from changed, same and faulty', () => {
    const head = 'generation,code,parent,title_en,source';
    const rows = [
      'old,1,,Lakes,paper',
      'old,1.1,1,Ferries,paper',
      'new,2,,Sum,paper',
      'none,1,,Lakes,paper',
      'old,2.1,2,Piers,paper',
    ];
    expect(compare([head, ...rows].join('\n'))).toEqual([
      ['same', null],
      ['new', null],
      ['changed', 'new/2: =Sum'],
      ['error', 'There is no generation none. Add it first, with the days it is in force.'],
      ['error', 'old has no goal 2 to put this one under; give that one first.'],
    ]);
  });

  it('know a crosswalk from its other side', () => {
    const head = 'from,to,relation,source';
    expect(compare(`${head}\nnew/2,old/1,broader,own`)).toEqual([['same', null]]);
    expect(compare(`${head}\nnew/2,old/1,close,own`)).toEqual([['changed', 'old/1 – narrower – new/2']]);
    expect(compare(`${head}\nold/1,new/2,close,own\nnew/2,old/1,related,own`)[1]).toEqual([
      'error',
      'This file says so twice, or says two things of one entry.',
    ]);
    expect(compare(`${head}\nold/1,old/9,close,own`)[0]![0]).toBe('error');
  });

  it('read back as they were written, formulas disarmed', () => {
    const row = {
      generation: 'new',
      code: '2',
      ordinal: '2',
      parent: null,
      title_en: '=Sum',
      title_ar: 'x',
      text_en: 'a, "b"',
      source: 'paper',
    };
    const csv = writeCsv('goals', [row]);
    expect(csv).toContain("'=Sum");
    expect(compare(csv)).toEqual([['same', null]]);
    expect(compare(writeJson({ goals: [row], crosswalks: [] }), 'json')).toEqual([['same', null]]);
  });

  it.each([
    ['what is no table', 'hello', 'csv'],
    ['columns nobody knows', 'generation,code,title_en,source,colour\n', 'csv'],
    ['what is no JSON', '{', 'json'],
    ['JSON of something else', '{"format":"other/1"}', 'json'],
  ] as const)('refuse %s', (_, content, format) => {
    expect(() => readSheet(content, format)).toThrow(
      expect.objectContaining({ code: 'input.malformed' } as Partial<Refusal>),
    );
  });
});
