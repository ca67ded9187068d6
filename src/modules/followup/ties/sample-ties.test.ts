import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReport } from '../../../reader/index.ts';
import { saidIn } from './said-in.ts';
import { countTerms, suggestTies, type Prepared } from './suggest.ts';

/** Measured against `sample/gold/ties.json`, made by hand: which outcomes of the sample reports belong together. */
const folder = path.resolve(import.meta.dirname, '../../../../sample');
interface End {
  report: string;
  words: string;
}
const gold = JSON.parse(readFileSync(path.join(folder, 'gold/ties.json'), 'utf8')) as {
  pairs: { later: End; earlier: End }[];
};
const plain = (text: string) => text.replace(/\s+/g, ' ');

test('first suggestions are right in at least seven of ten cases, and the list speaks of sentences that are there', async () => {
  const said: Prepared[] = [];
  for (const name of readdirSync(path.join(folder, 'reports')))
    said.push(...saidIn(await readReport(readFileSync(path.join(folder, 'reports', name)), name), name));
  const at = ({ report, words }: End) =>
    said.filter((outcome) => outcome.report === report && plain(outcome.text).startsWith(words)).map(({ id }) => id);
  for (const { later, earlier } of gold.pairs)
    for (const end of [later, earlier]) expect(at(end), end.words).not.toEqual([]);
  const right = new Set(
    gold.pairs.flatMap(({ later, earlier }) => at(later).flatMap((from) => at(earlier).map((to) => `${from} ${to}`))),
  );
  const rarity = countTerms(said);
  const suggested = said.map((outcome) => suggestTies(outcome, said, rarity)).filter((list) => list.length > 0);
  const firsts = suggested.filter(([first]) => right.has(`${first!.from} ${first!.to}`));
  expect(suggested.length).toBeGreaterThanOrEqual(40);
  expect(firsts.length / suggested.length).toBeGreaterThanOrEqual(0.7);
  const found = new Set(suggested.flat().map(({ from, to }) => `${from} ${to}`));
  expect([...right].filter((pair) => found.has(pair)).length / right.size).toBeGreaterThanOrEqual(0.7);
});
