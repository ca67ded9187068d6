import { describe, expect, test } from 'vitest';
import { fit, resolve, soughtIn, type Candidate } from './sought.ts';

const asked = (sentence: string, words: string, before: string | null = '2023-05-10') => {
  const start = sentence.indexOf(words);
  return soughtIn(sentence, { start, end: start + words.length }, before);
};
const meeting = (title: string, more: Partial<Candidate> = {}): Candidate => ({
  title,
  bodies: [],
  place: null,
  ...more,
});

describe('what a reference asks for', () => {
  test('the days, the kind and the object stand beside it', () => {
    expect(
      asked('It was at the thematic meeting on early warning held in June 2021 that this began.', 'thematic meeting'),
    ).toMatchObject({
      from: '2021-06-01',
      until: '2021-06-30',
      terms: expect.arrayContaining(['k:thematic', 'c:early-warning']) as unknown,
    });
  });
  test('a date in front of it counts too, the nearest one', () => {
    expect(
      asked('In October 2021, a joint meeting of both groups was held, as in 2019.', 'joint meeting'),
    ).toMatchObject({ from: '2021-10-01' });
  });
  test('what is still to come is no reference back; a session belongs to the same meeting', () => {
    expect(
      asked('Strong content is needed for a ministerial conference in 2028.', 'ministerial conference'),
    ).toBeNull();
    expect(asked('The first session looked at the card tested in March 2021.', 'first session')).toBeNull();
    expect(asked('The joint meeting was useful.', 'joint meeting')).toBeNull();
  });
  test('something said at an earlier occasion is sought by its days and its object; what was said there is no object', () => {
    const found = asked(
      'It takes up the proposal brought forward in June 2021 on early warning.',
      'proposal brought forward',
    )!;
    expect(found).toMatchObject({ from: '2021-06-01', until: '2021-06-30' });
    expect(found.terms).toContain('c:early-warning');
    expect(found.terms).not.toContain('w:forward');
    const june = { ...meeting('Workshop on Lake Ferries'), score: fit(found, meeting('Workshop on Lake Ferries')) };
    expect(resolve([])).toEqual({ meant: null, possible: [] });
    expect(resolve([june])).toEqual({ meant: null, possible: [june] });
    expect(fit(found, meeting('Expert Meeting on Early Warning'))).toBeGreaterThanOrEqual(1);
  });
  test('the place named with it', () => {
    expect(asked('The expert meeting in Sofia of March 2022 agreed on this.', 'expert meeting')?.place).toBe('Sofia');
  });
});

describe('what fits', () => {
  const sought = asked(
    'It was at the thematic meeting on early warning held in June 2021 that this began.',
    'thematic meeting',
  )!;
  test('kind and object together are enough; another kind is not meant', () => {
    expect(fit(sought, meeting('Thematic Meeting on Early Warning'))).toBeGreaterThanOrEqual(1);
    expect(fit(sought, meeting('Meeting of the Border Police'))).toBeLessThan(0);
  });
  test('one is meant, several are offered, none is open', () => {
    const one = { score: 2.2 };
    expect(resolve([one, { score: -1 }])).toEqual({ meant: one, possible: [] });
    expect(resolve([one, { score: 1.1 }])).toEqual({ meant: null, possible: [one, { score: 1.1 }] });
    expect(resolve([{ score: 0.4 }])).toEqual({ meant: null, possible: [{ score: 0.4 }] });
    expect(resolve([])).toEqual({ meant: null, possible: [] });
  });
});
