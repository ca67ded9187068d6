import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { atStart, days, inSentence, listed } from './names.ts';
import { attributed, sentence, withParty } from './phrases.ts';

describe('names in a sentence', () => {
  test.each([
    ['Netherlands', 'the Netherlands'],
    ['Georgia', 'Georgia'],
    ['International Organization for Migration (IOM)', 'the International Organization for Migration (IOM)'],
    ['Frontex', 'Frontex'],
  ])('%s', (name, inside) => expect(inSentence(name)).toBe(inside));
  it('begins with a capital', () => expect(atStart('United Kingdom')).toBe('The United Kingdom'));
  test.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j are listed', (names, text) => expect(listed(names)).toBe(text));
  test.each([
    ['2031-05-06', '2031-05-06', '6 May 2031'],
    ['2031-05-06', null, '6 May 2031'],
    ['2031-05-06', '2031-05-08', '6–8 May 2031'],
    ['2031-04-30', '2031-05-02', '30 April – 2 May 2031'],
    ['2031-12-31', '2032-01-01', '31 December 2031 – 1 January 2032'],
  ])('%s to %s', (first, last, text) => expect(days(first, last)).toBe(text));
});

describe('what somebody said', () => {
  test.each([
    ['Georgia', 'The passes were open', false, 'Georgia noted that the passes were open.'],
    ['Georgia', 'passes in the north stay closed;', false, 'Georgia noted that passes in the north stay closed.'],
    ['Georgia', 'stressed the need for salt', false, 'Georgia stressed the need for salt.'],
    ['Georgia', 'UNHCR will help', false, 'Georgia noted that UNHCR will help.'],
    ['Georgia', 'Georgia keeps two passes open.', false, 'Georgia keeps two passes open.'],
    ['Georgia', 'We keep two passes open', false, 'Georgia stated: “We keep two passes open.”'],
    ['Georgia', 'The third closes in May', true, 'It added that the third closes in May.'],
    [null, 'The third closes in May', false, 'It was noted that the third closes in May.'],
    [null, 'asked for salt', false, 'A participant asked for salt.'],
  ])('%s: %s', (who, note, again, said) => expect(attributed(who, note, again)).toBe(said));
  test.each([
    ['Georgia', 'offer', 'host a workshop', 'Georgia offered to host a workshop.'],
    ['Georgia', 'offer', 'to host a workshop', 'Georgia offered to host a workshop.'],
    ['Netherlands', 'request', 'The Netherlands asked for salt', 'The Netherlands asked for salt.'],
    [null, 'offer', 'A workshop will be hosted', 'A workshop will be hosted.'],
  ])('%s, %s: %s', (who, kind, point, said) => expect(withParty(who, kind, point)).toBe(said));
  it('is a sentence whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }).filter((text) => /\p{L}/u.test(text)),
        (text) => {
          expect(sentence(text)).toMatch(/[.!?:]["”’)]?$/u);
          expect(sentence(sentence(text))).toBe(sentence(text));
        },
      ),
    );
  });
});
