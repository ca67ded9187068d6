import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '../ui/locales.ts';
import { stateOfPlayAddress } from './addresses.ts';
import { joined, wishOf, type Saying } from './returning-wishes.ts';
import { sentencesOf } from './state-of-play-words.ts';
import type { StateOfPlay } from './state-of-play.ts';
import { nothingCame, wasTakenUp } from './taken-up.ts';

describe('wishes that return', () => {
  const tie = fc.record({ later: fc.constantFrom(...'abcdefgh'), earlier: fc.constantFrom(...'abcdefgh') });
  const sorted = (groups: string[][]) => groups.map((group) => group.toSorted().join('')).toSorted();

  test('groups do not depend on the order of the ties, and no outcome is in two', () => {
    fc.assert(
      fc.property(fc.array(tie), fc.infiniteStream(fc.nat()), (ties, numbers) => {
        const shuffled = ties.map((one) => [numbers.next().value!, one] as const).toSorted(([a], [b]) => a - b);
        const groups = joined(ties);
        expect(sorted(joined(shuffled.map(([, one]) => one)))).toEqual(sorted(groups));
        expect(groups.flat()).toHaveLength(new Set(groups.flat()).size);
        for (const { later, earlier } of ties) expect(groups.find((group) => group.includes(later))).toContain(earlier);
      }),
    );
  });

  test('the same meeting twice is one time; years are counted once', () => {
    const saying = (id: string, day: string | null, slug: string): Saying => ({ id, text: id, day, slug, title: slug });
    const wish = wishOf(
      [saying('c', '2022-05-01', 'three'), saying('a', '2019-03-01', 'one'), saying('b', '2019-03-01', 'one')],
      [7, 3, 7],
    );
    expect(wish).toMatchObject({ times: 2, years: ['2019', '2022'], commitments: [3, 7] });
    expect(wish.sayings.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

test('to be repeated is something that came of a wish, but no answer to it', () => {
  const repeated = { commitments: [], later: [{ id: 'x', kind: 'repeats', day: null } as const], matched: 0 };
  expect(nothingCame(repeated)).toBe(false);
  expect(wasTakenUp(repeated)).toBe(false);
  expect(wasTakenUp({ ...repeated, later: [{ id: 'x', kind: 'fulfils', day: null }] })).toBe(true);
  expect(wasTakenUp({ commitments: [], later: [], matched: 1 })).toBe(true);
});

test('an address asks for what was given and nothing else', () => {
  expect(stateOfPlayAddress('body:colep', { on: '2024-01-01', since: null }, 'pdf')).toBe(
    '/bodies/body:colep/state-of-play.pdf?on=2024-01-01',
  );
  expect(stateOfPlayAddress('body:colep')).toBe('/bodies/body:colep/state-of-play');
});

describe('the sentences of a state of play', () => {
  const empty: StateOfPlay = {
    body: { id: 'x', key: 'body:colep', name: 'COLEP', language: 'en', kind: 'network' },
    on: '2025-01-10',
    known: '2025-01-10',
    since: null,
    last: null,
    next: null,
    agreed: [],
    moved: [],
    silent: [],
    overdue: [],
    due: [],
    dueUntil: '2025-07-10',
    requests: [],
    questions: [],
    offers: [],
    wishes: [],
    goals: [],
    followed: { open: 0, completed: 0, other: 0 },
    recordedLater: 0,
  };

  test.each(locales)('in %s: a body that never met still gets a page', (locale) => {
    const sentences = sentencesOf(empty, locale);
    expect(sentences.map(({ part }) => part)).toEqual(['agreed', 'due']);
    for (const { text } of sentences) expect(text).not.toMatch(/undefined|\{|play_/);
  });

  test('counts in the plural the language asks for', () => {
    const followed = { ...empty, followed: { open: 3, completed: 2, other: 0 } };
    const sentence = (locale: (typeof locales)[number]) =>
      sentencesOf(followed, locale).find(({ part }) => part === 'goals')!.text;
    expect(sentence('en')).toBe('Followed up here: 5 commitments; 3 open, 2 completed.');
    expect(sentence('ru')).toContain('5 обязательств;');
    expect(sentence('ar')).toContain('5 التزامات');
  });
});
