import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Counter, emptyNumbering } from './docx-numbering.ts';
import type { Level, Numbering } from './docx-numbering.ts';
import { formatNumber } from './number-format.ts';
import { readings, romanValue } from '../structure/labels.ts';

const level = (over: Partial<Level>): Level => ({
  start: 1,
  format: 'decimal',
  text: '%1.',
  restart: null,
  legal: false,
  style: null,
  indent: null,
  font: null,
  ...over,
});

/** One definition used by the given lists; `starts` are overrides at level 0. */
function numbering(
  levels: readonly Partial<Level>[],
  nums: Record<string, { starts?: [number, number][]; levels?: [number, Partial<Level>][] }> = { 1: {} },
): Numbering {
  const made = emptyNumbering();
  made.abstracts.set('a', { levels: new Map(levels.map((l, i) => [i, level(l)])), styleLink: null, isStyle: null });
  for (const [id, num] of Object.entries(nums)) {
    made.nums.set(id, {
      abstract: 'a',
      starts: new Map(num.starts),
      levels: new Map((num.levels ?? []).map(([i, l]) => [i, level(l)])),
    });
  }
  return made;
}

const count = (made: Numbering, steps: readonly [num: string, level: number][]): (string | null)[] => {
  const counter = new Counter(made, () => null);
  return steps.map(([num, ilvl]) => counter.next(num, ilvl)?.label ?? null);
};
const at = (...levels: number[]): [string, number][] => levels.map((l) => ['1', l]);

const OUTLINE = [{ text: '%1.' }, { text: '%2)', format: 'lowerLetter' }, { text: '%1.%2.%3', format: 'lowerRoman' }];

describe('labels of a numbered document', () => {
  it('count on at each level and begin anew below a higher one', () => {
    expect(count(numbering(OUTLINE), at(0, 1, 1, 2, 2, 1, 0, 1, 2))).toEqual([
      '1.',
      'a)',
      'b)',
      '1.b.i',
      '1.b.ii',
      'c)',
      '2.',
      'a)',
      '2.a.i',
    ]);
  });

  it('begin where the list says', () => {
    expect(count(numbering([{ start: 5 }, { text: '%1.%2', start: 0 }]), at(0, 1, 1, 0))).toEqual([
      '5.',
      '5.0',
      '5.1',
      '6.',
    ]);
  });

  it('of two lists over one definition count on together, unless one starts anew', () => {
    const steps: [string, number][] = [
      ['1', 0],
      ['1', 0],
      ['2', 0],
      ['1', 0],
    ];
    expect(count(numbering(OUTLINE, { 1: {}, 2: {} }), steps)).toEqual(['1.', '2.', '3.', '4.']);
    expect(count(numbering(OUTLINE, { 1: {}, 2: { starts: [[0, 1]] } }), steps)).toEqual(['1.', '2.', '1.', '2.']);
  });

  it('take the level a list overrides', () => {
    const made = numbering(OUTLINE, { 1: { levels: [[0, { text: 'Article %1', format: 'upperRoman' }]] } });
    expect(count(made, at(0, 0, 1))).toEqual(['Article I', 'Article II', 'a)']);
  });

  it('that never restart run through, those that restart after a named level wait for it', () => {
    expect(count(numbering([{}, { text: '%2.', restart: 0 }]), at(0, 1, 1, 0, 1))).toEqual([
      '1.',
      '1.',
      '2.',
      '2.',
      '3.',
    ]);
    const third = numbering([{}, { text: '%2.' }, { text: '%3.', restart: 1 }]);
    expect(count(third, at(0, 1, 2, 1, 2, 0, 1, 2))).toEqual(['1.', '1.', '1.', '2.', '2.', '2.', '1.', '1.']);
  });

  it('in legal style print every number in digits', () => {
    expect(
      count(numbering([{ format: 'upperRoman' }, { text: '%1.%2', legal: true, format: 'lowerLetter' }]), at(0, 1, 1)),
    ).toEqual(['I.', '1.1', '1.2']);
  });

  it('of a numbering style come from the definition that has it', () => {
    const made = numbering(OUTLINE);
    made.abstracts.set('style', { levels: new Map([[0, level({ text: '§%1' })]]), styleLink: null, isStyle: 'Rules' });
    made.abstracts.set('link', { levels: new Map(), styleLink: 'Rules', isStyle: null });
    made.nums.set('9', { abstract: 'link', starts: new Map(), levels: new Map() });
    expect(
      count(made, [
        ['9', 0],
        ['9', 0],
      ]),
    ).toEqual(['§1', '§2']);
  });

  it('are bullets where the font draws them', () => {
    const made = numbering([
      { format: 'bullet', text: '\uf0b7', font: 'Symbol' },
      { format: 'bullet', text: 'o', font: 'Courier New' },
      { format: 'bullet', text: '-' },
    ]);
    expect(count(made, at(0, 1, 2, 2))).toEqual(['•', '◦', '-', '-']);
  });

  it('of a list that is not defined are none', () => {
    expect(
      count(numbering(OUTLINE), [
        ['7', 0],
        ['1', 8],
      ]),
    ).toEqual([null, null]);
  });

  it('follow the plain rule for any walk through the levels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
        (walk, starts) => {
          const levels = starts.map((start, i) => ({
            start,
            text: Array.from({ length: i + 1 }, (_, k) => `%${k + 1}`).join('.'),
          }));
          expect(count(numbering(levels), at(...walk))).toEqual(plainRule(walk, starts));
        },
      ),
    );
  });
});

/** The rule in its simplest form: a stack of numbers, cut at the level and counted on; levels skipped over begin. */
function plainRule(walk: readonly number[], starts: readonly number[]): string[] {
  let stack: number[] = [];
  return walk.map((depth) => {
    const counted = stack.length > depth;
    stack = stack.slice(0, depth + 1);
    while (stack.length <= depth) stack.push(starts[stack.length]!);
    if (counted) stack[depth]!++;
    return stack.join('.');
  });
}

describe('numbers in print', () => {
  it('roman numerals read back as the same number', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), (n) => romanValue(formatNumber(n, 'lowerRoman')) === n));
    expect([4, 9, 14, 40, 90, 400, 1994, 3999].map((n) => formatNumber(n, 'upperRoman'))).toEqual([
      'IV',
      'IX',
      'XIV',
      'XL',
      'XC',
      'CD',
      'MCMXCIV',
      'MMMCMXCIX',
    ]);
    expect(formatNumber(4000, 'lowerRoman')).toBe('4000');
  });

  it('letters repeat after z, as word processors count', () => {
    expect([1, 26, 27, 28, 53].map((n) => formatNumber(n, 'lowerLetter'))).toEqual(['a', 'z', 'aa', 'bb', 'aaa']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 26 }), (n) =>
        readings(`${formatNumber(n, 'lowerLetter')}.`).some((l) => l.style === 'lower' && l.value === n),
      ),
    );
  });

  it('other formats', () => {
    expect([1, 2, 3, 11, 21, 112].map((n) => formatNumber(n, 'ordinal'))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '11th',
      '21st',
      '112th',
    ]);
    expect(formatNumber(3, 'decimalZero')).toBe('03');
    expect(formatNumber(3, 'russianLower')).toBe('в');
    expect(formatNumber(2, 'arabicAlpha')).toBe('ب');
    expect(formatNumber(7, 'somethingNew')).toBe('7');
    expect(formatNumber(0, 'lowerLetter')).toBe('0');
  });
});
