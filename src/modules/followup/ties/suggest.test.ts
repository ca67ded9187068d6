import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { countTerms, prepare, suggestTies, type Prepared, type Said } from './suggest.ts';
import { termsOf } from './terms.ts';

const said = (id: string, text: string, more: Partial<Said> = {}): Prepared =>
  prepare({
    id,
    text,
    kind: 'recommendation',
    day: '2020-01-15',
    report: id[0]!,
    ordinal: Number(id.slice(1)),
    by: [],
    goals: [],
    ...more,
  });

const earlier = [
  said('a1', 'Heads of the asylum authorities of the Western Balkans should meet once a year.'),
  said('a2', 'A common channel should give early warning of sudden arrivals.'),
  said('a3', 'Train border guards in spotting forged papers.'),
  said('a4', 'Open a hotline for people in distress at sea.'),
];
const later = { day: '2022-08-20' };
const suggest = (outcome: Prepared, all = earlier) => suggestTies(outcome, all, countTerms([...all, outcome]));

describe('the same wish', () => {
  test('is found across wording, with its object, region and time', () => {
    const [first] = suggest(
      said('b1', 'Cooperation among asylum services in South East Europe is to be deepened.', later),
    );
    expect(first).toMatchObject({ to: 'a1', kind: 'repeats' });
    expect(first!.reasons).toContainEqual({
      code: 'same-object',
      key: 'asylum-authorities',
      label: 'asylum authorities',
    });
    expect(first!.reasons).toContainEqual({
      code: 'same-region',
      key: 'south-east-europe',
      label: 'South East Europe',
    });
    expect(first!.reasons).toContainEqual({ code: 'later', months: 31 });
  });
  test('is not found where only everyday words agree', () => {
    expect(suggest(said('b1', 'The region should organise a meeting on remittances.', later))).toEqual([]);
  });
  test('is never found in a later report', () => {
    expect(suggest(said('b1', 'Early warning of arrivals is needed.', { day: '2019-01-01' }))).toEqual([]);
  });
  test('an offer that meets a wish is a match, a report that it was done fulfils it', () => {
    expect(suggest(said('b1', 'Norway will pay for a hotline at sea.', { ...later, kind: 'offer' }))[0]).toMatchObject({
      to: 'a4',
      kind: 'matches',
    });
    expect(
      suggest(said('b1', 'The hotline for people at sea has been opened.', { ...later, kind: 'announcement' }))[0],
    ).toMatchObject({ to: 'a4', kind: 'fulfils' });
  });
  test('what takes the place of something supersedes it', () => {
    expect(suggest(said('b1', 'A website is to be set up instead of the hotline.', later))[0]).toMatchObject({
      to: 'a4',
      kind: 'supersedes',
    });
  });
});

describe('terms', () => {
  test('a concept is seen in any order and inflection, and not across a sentence', () => {
    for (const text of ['victims of trafficking', 'trafficked victims', 'trafficking in human beings: its victims'])
      expect(termsOf(text).concepts, text).toContain('trafficking-victims');
    expect(
      termsOf('Victims were heard by one of the two committees that the Ministers had asked to look at trafficking')
        .concepts,
    ).not.toContain('trafficking-victims');
  });
  test('MRC and migration information centre are one thing; a short acronym is no beginning of a word', () => {
    expect(termsOf('through MRCs in the countries').concepts).toContain('resource-centres');
    expect(termsOf('a Migration Information Centre in the capital').concepts).toContain('resource-centres');
    expect(termsOf('The sopranos sang.').concepts).not.toContain('sops');
  });
});

describe('always', () => {
  const word = fc.constantFrom(
    'asylum',
    'authorities',
    'early',
    'warning',
    'border',
    'police',
    'study',
    'visits',
    'should',
    'meet',
    'in',
    '2021',
    ',',
    'Georgia',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '));
  test('suggestions are earlier, ranked, at most three, with a reason, and the same each time', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, own) => {
        const all = texts.map((each, i) => said(`a${i}`, each));
        const outcome = said('b1', own, later);
        const found = suggest(outcome, all);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
        for (const { reasons, to, score } of found) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(all.some(({ id }) => id === to)).toBe(true);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(suggest(outcome, all)).toEqual(found);
      }),
    );
  });
});
