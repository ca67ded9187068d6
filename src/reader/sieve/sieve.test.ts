import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../outcomes/apply.ts';
import { clausesOf } from './needles.ts';
import { mayMatch, sieveOf } from './sieve.ts';

describe('what a pattern asks of a text', () => {
  test.each([
    [/offer(?:s|ed)? to/i, [['offer to', 'offers to', 'offered to']]],
    [/\borgani[sz]e\b/, [['organise', 'organize']]],
    [
      /(?:will|shall) (?:\w+ly )*(?:host|hold)/i,
      [
        ['will ', 'shall '],
        ['host', 'hold'],
      ],
    ],
    [/(?:Ask|Tell)\w* .{2,40}?\babout\b/, [['about'], ['ask', 'tell']]],
    [/said (?=.{0,60}\bshould\b)/, [['should'], ['said ']]],
    [/(?<!not )ready(?! to go)/, [['ready']]],
    [/plan(?:ned)?|intend/, [['plan', 'intend']]],
    // One way of matching asks for nothing that could be looked for, so the whole does not.
    [/hosted|\d+/, []],
    [/a?b/, []],
    [/(?:more)?/, []],
    [/(?:more){0,2}/, []],
    [/(?:more){2}/, [['more']]],
  ])('%s', (pattern, clauses) => {
    expect(clausesOf(pattern).map((c) => [...c])).toEqual(clauses);
  });

  test('syntax that is not known asks for nothing', () => {
    expect(clausesOf(/offer\x41/)).toEqual([]);
  });
});

describe('a sieve', () => {
  test('lets through what may match, in the order of the patterns', () => {
    const sieve = sieveOf([/hosted\b/, /\d/, /will \w+ offer/i, /never/]);
    expect(sieve('Malta will gladly OFFER a visit')).toEqual([1, 2]);
    expect(sieve('a visit hosted by Malta')).toEqual([0, 1]);
    expect(sieve('')).toEqual([1]);
    const whole = sieveOf([/hosted\b/, /\d/, /will \w+ offer/i, /never/], 0);
    for (const text of ['Malta will gladly OFFER a visit', 'a visit hosted by Malta', ''])
      expect(whole(text)).toEqual(sieve(text));
  });

  test('one pattern by itself', () => {
    expect(mayMatch(/pledge[sd]?/i)('It PLEDGED help')).toBe(true);
    expect(mayMatch(/pledge[sd]?/i)('It promised help')).toBe(false);
  });

  test('never holds back a pattern that matches: patterns and texts of few letters', () => {
    const literal = fc.stringMatching(/^[ab ]{1,4}$/);
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        literal,
        fc.constantFrom('[ab]', '.', '\\w', '\\b', '^', '$', 'abab', 'baba?'),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc.tuple(tie('pattern'), fc.constantFrom('?', '*', '+', '{0,2}', '{2}', '+?')).map(([a, q]) => `(?:${a})${q}`),
        fc.tuple(tie('pattern'), fc.constantFrom('=', '!', '<=', '<!')).map(([a, kind]) => `(?${kind}${a})`),
      ),
    }));
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abAB ]{0,16}$/), (source, text) => {
        const made = new RegExp(source, 'i');
        if (!made.test(text)) return;
        expect(mayMatch(made)(text)).toBe(true);
        expect(sieveOf([made], 0)(text)).toEqual([0]);
      }),
      { numRuns: 2000 },
    );
  });

  test('never holds back a rule that finds its verb in a sentence of the samples', () => {
    const sieve = sieveOf(rules.map(({ pattern }) => pattern));
    const folder = 'sample/reports';
    const texts = readdirSync(folder).filter((name) => /\.(?:md|txt|html)$/.test(name));
    let found = 0;
    for (const name of texts)
      for (const line of readFileSync(`${folder}/${name}`, 'utf8').split(/(?<=\.)\s/)) {
        const may = sieve(line);
        for (const [number, { pattern }] of rules.entries())
          if (new RegExp(pattern).test(line)) {
            found++;
            expect(may).toContain(number);
          }
      }
    expect(found).toBeGreaterThan(30);
  });
});
