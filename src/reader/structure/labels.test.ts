import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelAt, readings, romanAt, romanValue, splitMarker } from './labels.ts';

describe('labels', () => {
  test.each([
    ['12. The text', '12.', 'The text'],
    ['(a) the text', '(a)', 'the text'],
    ['iv) text', 'iv)', 'text'],
    ['- text', '-', 'text'],
    ['➤ Text', '➤', 'Text'],
    ['1.2 Text', '1.2', 'Text'],
    ['3.The text', '3.', 'The text'],
    ['Agenda Item 4   Budget', 'Agenda Item 4', 'Budget'],
    ['٤. اجتمع المجلس', '٤.', 'اجتمع المجلس'],
    ['(١٢) اجتمع المجلس', '(١٢)', 'اجتمع المجلس'],
    ['٤- اجتمع المجلس', '٤-', 'اجتمع المجلس'],
    ['4 - اجتمع المجلس', '4 -', 'اجتمع المجلس'],
    ['۳. شورا در ساحل گرد آمد', '۳.', 'شورا در ساحل گرد آمد'],
  ])('%s', (text, marker, rest) => expect(splitMarker(text)).toEqual({ marker, rest }));

  test.each([
    '24th Meeting',
    '9-10 October 2019',
    'U.S. delegates',
    '2019 was dry',
    'Mr. Adams',
    '٩-١٠ أكتوبر',
    '٢٠١٩ سنة',
  ])('%s has none', (text) => {
    expect(splitMarker(text)).toBeNull();
  });

  test('roman numerals there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 89 }), (n) => {
        expect(romanValue(romanAt(n))).toBe(n);
      }),
    );
  });

  test('a label printed for a position reads as that position', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.', '(a)', '1)', 'A.', 'i.'), fc.integer({ min: 1, max: 26 }), (like, value) => {
        for (const label of readings(like)) {
          expect(
            readings(labelAt(label, value)).some(
              (l) => l.style === label.style && l.value === value && l.shape === label.shape,
            ),
          ).toBe(true);
        }
      }),
    );
  });
});
