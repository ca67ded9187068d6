import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness, matchParagraphs, planOutcomes, type StandingOutcome } from './difference.ts';

const word = fc.constantFrom(
  'ferry',
  'lake',
  'border',
  'police',
  'ministry',
  'agrees',
  'hosts',
  'patrol',
  'in',
  'the',
  'of',
  '2024',
  'зона',
  'Türkiye',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
const document = fc.array(sentence, { maxLength: 30 });

describe('paragraphs found again', () => {
  test('every paragraph of both sides appears exactly once', () => {
    fc.assert(
      fc.property(document, document, (from, to) => {
        const pairs = matchParagraphs(from, to);
        expect(pairs.flatMap(({ from: a }) => a ?? []).toSorted((a, b) => a - b)).toEqual(
          from.map((_, index) => index),
        );
        expect(pairs.flatMap(({ to: b }) => b ?? [])).toEqual(to.map((_, index) => index));
      }),
    );
  });
  test('an unchanged text matches paragraph by paragraph, repeated ones included', () => {
    fc.assert(
      fc.property(document, (texts) => {
        expect(matchParagraphs(texts, texts)).toEqual(
          texts.map((_, index) => ({ from: index, to: index, change: 'same' })),
        );
      }),
    );
  });
  test('same means the same words, and a paragraph of the old text that is in the new one as often is never lost', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 0, max: 29 }), sentence, (texts, at, inserted) => {
        const to = texts.toSpliced(Math.min(at, texts.length), 0, inserted);
        const same = matchParagraphs(texts, to).filter(({ change }) => change === 'same');
        expect(same).toHaveLength(texts.length);
        for (const { from, to: b } of same) expect(to[b!]).toBe(texts[from!]);
      }),
    );
  });
  test('one word corrected is the same paragraph, changed; another text is not', () => {
    const from = [
      'The workshop met in Tirana on 3 May.',
      'Hungary hosts the next meeting on night patrols.',
      'Thanks were given.',
    ];
    const to = [
      'The workshop met in Tirana on 4 May.',
      'A new point about drones over the lake.',
      'Thanks were given.',
    ];
    expect(matchParagraphs(from, to)).toEqual([
      { from: 0, to: 0, change: 'changed' },
      { from: null, to: 1, change: 'added' },
      { from: 1, to: null, change: 'removed' },
      { from: 2, to: 2, change: 'same' },
    ]);
  });
  test('typographic quotes and line breaks are no change', () => {
    expect(matchParagraphs(['The “lake” group\nmet.'], ['The "lake" group met.'])[0]!.change).toBe('same');
  });
  test('ten thousand paragraphs are matched', { timeout: 60_000 }, () => {
    const from = Array.from(
      { length: 10_000 },
      (_, index) => `Paragraph ${index} about the crossing of lake number ${index * 7}.`,
    );
    const to = from.map((text, index) => (index % 2 ? text : text.replace('crossing', 'passage')));
    const pairs = matchParagraphs(from, to);
    expect(pairs.filter(({ change }) => change === 'changed')).toHaveLength(5000);
  });
});

describe('outcomes under a corrected version', () => {
  const standing = (id: string, text: string, more: Partial<StandingOutcome> = {}): StandingOutcome => ({
    id,
    kind: 'offer',
    proposedKind: 'offer',
    state: 'confirmed',
    text,
    place: 0,
    ...more,
  });
  const fresh = (text: string, more = {}) => ({
    kind: 'offer' as const,
    text,
    start: 0,
    end: text.length,
    place: 0,
    ...more,
  });
  const findIn = (texts: string[]) => (words: string) =>
    texts.some((text) => text.includes(words)) ? { start: 1, end: 2, place: 0 } : null;

  test('an unchanged sentence keeps its outcome and is not proposed again', () => {
    const text = 'Hungary is ready to host a meeting.';
    expect(planOutcomes([standing('a', text)], [fresh(text)], findIn([text]))).toEqual({
      carried: [{ id: 'a', start: 1, end: 2, place: 0 }],
      withdrawn: [],
      proposed: [],
    });
  });
  test('a kind that a person corrected is not proposed again as it was', () => {
    const text = 'Hungary is ready to host a meeting.';
    expect(
      planOutcomes([standing('a', text, { kind: 'announcement' })], [fresh(text)], findIn([text])).proposed,
    ).toEqual([]);
  });
  test('a rejected sentence that still stands stays rejected', () => {
    const text = 'Hungary is ready to host a meeting.';
    const plan = planOutcomes([standing('a', text, { state: 'rejected' })], [fresh(text)], findIn([text]));
    expect(plan).toMatchObject({ withdrawn: [], proposed: [] });
  });
  test('a changed sentence is withdrawn and proposed anew as its successor', () => {
    const to = 'Hungary is ready to host two meetings in Szeged.';
    expect(
      planOutcomes([standing('a', 'Hungary is ready to host a meeting in Szeged.')], [fresh(to)], findIn([to])),
    ).toEqual({ carried: [], withdrawn: ['a'], proposed: [{ index: 0, replaces: 'a' }] });
  });
  test('no outcome is both carried and withdrawn; each sentence has one successor at most', () => {
    fc.assert(
      fc.property(document, document, (from, to) => {
        const plan = planOutcomes(
          from.map((text, index) => standing(`o${index}`, text)),
          to.map((text) => fresh(text)),
          findIn(to),
        );
        const carried = new Set(plan.carried.map(({ id }) => id));
        expect(carried.size + plan.withdrawn.length).toBe(from.length);
        expect(plan.withdrawn.some((id) => carried.has(id))).toBe(false);
        const successors = plan.proposed.flatMap(({ replaces }) => replaces ?? []);
        expect(new Set(successors).size).toBe(successors.length);
      }),
    );
  });
});

describe('words', () => {
  test('likeness is 1 for the same words and 0 for none', () => {
    expect(likeness('Lake patrols.', 'patrols, LAKE')).toBe(1);
    expect(likeness('Lake patrols', 'Other matters')).toBe(0);
  });
});
