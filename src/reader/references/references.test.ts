import { describe, expect, test } from 'vitest';
import { readReport } from '../index.ts';

/** What a report of a meeting of June 2023 refers to beyond itself. */
async function referred(sentence: string): Promise<string[]> {
  const text = `Workshop on Lake Crossings\nTirana, 6 June 2023\n\n1. The workshop took place in Tirana on 6 June 2023.\n\n2. ${sentence}\n`;
  const { references } = await readReport(new TextEncoder().encode(text), 'report.txt');
  return references.filter(({ kind }) => kind === 'meeting').map(({ asWritten }) => asWritten);
}

describe('references to an earlier occasion', () => {
  test.each([
    ['The ferry cards follow the proposal brought forward in June 2021.', 'proposal brought forward'],
    [
      'Georgia recalled an initiative that was presented in March 2022 on night patrols.',
      'initiative that was presented',
    ],
    ['Two offers made during the autumn of 2020 are still open.', 'offers made'],
    ['The requests first raised on 4 May 2021 were answered.', 'requests first raised'],
    ['The joint meeting of October 2021 had asked for it.', 'joint meeting'],
  ])('%s', async (sentence, asWritten) => {
    expect(await referred(sentence)).toEqual([asWritten]);
  });
  test.each([
    'The proposal will be brought forward in June 2024.',
    'The proposal brought forward was welcomed.',
    'The proposal brought forward by Georgia concerns the lake, whose ice broke in June 2021.',
    'Decisions are taken in a small circle, as Georgia said in 2021.',
  ])('none: %s', async (sentence) => {
    expect(await referred(sentence)).toEqual([]);
  });
});
