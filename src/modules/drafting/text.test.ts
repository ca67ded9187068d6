import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkText } from './composed.ts';
import { followWords } from './outcome.ts';
import { labelsOf, letterOf, pathsOf, sentencesOf } from './text.ts';

describe('numbers', () => {
  it('run through the text; items count under theirs', () => {
    const kinds = (['heading', 'numbered', 'item', 'item', 'plain', 'numbered', 'item'] as const).map((kind) => ({
      kind,
    }));
    expect(labelsOf(kinds)).toEqual([null, '1.', 'a.', 'b.', null, '2.', 'a.']);
    expect(pathsOf(kinds)).toEqual([null, '1', '1.a', '1.b', null, '2', '2.a']);
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
  });
  it('sentences give back the text', () => {
    expect(
      sentencesOf('One came. Mr. Osk spoke! Did it end? “Yes.” It did.').map(([from, until]) =>
        'One came. Mr. Osk spoke! Did it end? “Yes.” It did.'.slice(from, until),
      ),
    ).toEqual(['One came.', 'Mr. Osk spoke!', 'Did it end?', '“Yes.”', 'It did.']);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const spans = sentencesOf(text);
        expect(
          spans
            .map(([from, until]) => text.slice(from, until))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('the words of an outcome after an edit', () => {
  const text = 'Salt is short. Georgia offered to host a workshop. All agreed.';
  test.each([
    ['stand where they stood', text.replace('short', 'scarce'), 'Georgia offered to host a workshop.'],
    [
      'follow the one sentence that changed',
      text.replace('a workshop', 'two workshops'),
      'Georgia offered to host two workshops.',
    ],
    ['are adrift when two sentences changed', text.replace('a workshop', 'two workshops').replace('All', 'Most'), null],
    ['are adrift when the sentence is gone', 'Salt is short. All agreed.', null],
  ])('%s', (_, after, words) => expect(followWords(text, after, 'Georgia offered to host a workshop.')).toBe(words));
});

describe('the text check', () => {
  const text = {
    title: 'Meeting on Mountain Passes',
    first: '2031-05-06',
    last: '2031-05-08',
    place: 'Tirana, Albania',
    mode: 'in-person' as const,
    paragraphs: [
      {
        id: 'a',
        kind: 'numbered' as const,
        text: 'It was attended by 9 participants from 4 countries: Bulgaria, Georgia and Türkiye.',
      },
      { id: 'b', kind: 'numbered' as const, text: 'Georgia is ready to host a workshop on salt by 30 June 2032.' },
      { id: 'c', kind: 'numbered' as const, text: 'The the passes were open.' },
    ],
  };
  it('speaks beside the paragraph, at the place', () => {
    const { findings, outcomes } = checkText(text);
    expect(findings.get('a')?.map(({ code }) => code)).toContain('attendance.count');
    const doubled = findings.get('c')?.find(({ code }) => /double/.test(code));
    expect(doubled && text.paragraphs[2]!.text.slice(doubled.start, doubled.end).toLowerCase()).toContain('the');
    expect(outcomes.get('b')?.map(({ kind, by }) => [kind, by.map(({ party }) => party)])).toEqual([
      ['offer', ['GEO']],
    ]);
  });
  it('never fails on a text, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom('heading' as const, 'numbered' as const, 'item' as const, 'plain' as const),
            text: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
          }),
          { maxLength: 8 },
        ),
        (paragraphs) => {
          checkText({ ...text, paragraphs: paragraphs.map((one, index) => ({ ...one, id: String(index) })) });
        },
      ),
      { numRuns: 15 },
    );
  });
});
