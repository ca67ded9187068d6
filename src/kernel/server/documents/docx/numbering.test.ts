import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLists, readLabel, type CountedList, type ListPlace } from './numbering.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const roman = (n: number): string =>
  'c'.repeat(Math.floor(n / 100)) +
  ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'][Math.floor(n / 10) % 10]! +
  ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][n % 10]!;

/** What Word prints: ECMA-376 part 1, 17.9, for levels that restart below a higher one. */
function printed(places: readonly (ListPlace | null)[], lists: readonly CountedList[]): (string | null)[] {
  const counters = lists.map(() => new Map<number, number>());
  return places.map((place) => {
    if (!place) return null;
    const level = lists[place.list]!.get(place.level)!;
    const own = counters[place.list]!;
    const n = own.has(place.level) ? own.get(place.level)! + 1 : level.start;
    own.set(place.level, n);
    for (const deeper of own.keys()) if (deeper > place.level) own.delete(deeper);
    const text = {
      decimal: String(n),
      lowerLetter: letters[(n - 1) % 26]!.repeat(Math.floor((n - 1) / 26) + 1),
      upperLetter: letters[(n - 1) % 26]!.repeat(Math.floor((n - 1) / 26) + 1).toUpperCase(),
      lowerRoman: roman(n),
      upperRoman: roman(n).toUpperCase(),
    }[level.format];
    return `${level.before}${text}${level.after}`;
  });
}

const plan = (...labels: [string, number][]) => planLists(labels.map(([label, level]) => ({ label, level })));

describe('labels as list numbers', () => {
  it('counts points and sub-points in one list of two levels', () => {
    const { places, lists } = plan(['5.', 0], ['a.', 1], ['b.', 1], ['6.', 0], ['a.', 1], ['7.', 0]);
    expect(lists).toHaveLength(1);
    expect(places.map((place) => place?.level)).toEqual([0, 1, 1, 0, 1, 0]);
    expect(lists[0]!.get(0)).toMatchObject({ format: 'decimal', start: 5, after: '.' });
  });

  it('begins another list where the printed numbers jump', () => {
    expect(plan(['1.', 0], ['2.', 0], ['4.', 0]).lists.map((list) => list.get(0)?.start)).toEqual([1, 4]);
  });

  it('takes i for a Roman number at the beginning and for a letter after h', () => {
    expect(readLabel('(i)')[0]).toMatchObject({ format: 'lowerRoman', value: 1 });
    const { lists } = plan(...[...'abcdefghij'].map((letter): [string, number] => [`${letter})`, 0]));
    expect(lists).toHaveLength(1);
    expect(plan(['i.', 0], ['ii.', 0], ['iii.', 0], ['iv.', 0], ['v.', 0]).lists).toHaveLength(1);
  });

  it('leaves text what no list can print', () => {
    for (const label of ['7.a', '§ 3', '01.', 'أ.', '', '%1', '123456.', 'ab.']) expect(readLabel(label)).toEqual([]);
  });

  it('always gives a number that Word prints as it was printed', () => {
    const counter = fc.oneof(
      fc.nat({ max: 998 }).map((n) => String(n + 1)),
      fc.nat({ max: 60 }).map((n) => letters[n % 26]!.repeat(Math.floor(n / 26) + 1)),
      fc.integer({ min: 1, max: 399 }).map(roman),
      fc.integer({ min: 1, max: 399 }).map((n) => roman(n).toUpperCase()),
    );
    const label = fc
      .tuple(fc.constantFrom('', '(', '['), counter, fc.constantFrom('', '.', ')', '].', ').'))
      .map((parts) => parts.join(''));
    const paragraph = fc.record({ label: fc.option(label, { nil: undefined }), level: fc.nat({ max: 5 }) });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 60 }), (paragraphs) => {
        const { places, lists } = planLists(paragraphs);
        for (const [index, text] of printed(places, lists).entries())
          if (text !== null) expect(text).toBe(paragraphs[index]!.label);
      }),
    );
  });
});
