import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../../reader/index.ts';
import type { Reading } from '../../../reader/reading.ts';
import { saidIn } from './said-in.ts';
import { fit, resolve, soughtIn } from './sought.ts';
import { countTerms, suggestTies, type Prepared, type Suggestion } from './suggest.ts';

/** Reads ../shared/reports: the wishes that come back in the five real reports are among the first three suggestions. */
const folder = path.resolve(
  import.meta.dirname,
  '../../../..',
  process.env['REDTHREAD_SHARED'] ?? '../shared',
  'reports',
);
const there = existsSync(folder);
if (!there) console.log(`left out: ties of the five real reports, ${folder} is not there`);

describe.skipIf(!there)('ties of the five real reports', async () => {
  const said: Prepared[] = [];
  const readings: Reading[] = [];
  for (const name of there ? readdirSync(folder) : []) {
    readings.push(await readReport(readFileSync(path.join(folder, name)), name));
    said.push(...saidIn(readings.at(-1)!, name));
  }
  const rarity = countTerms(said);
  const byId = new Map(said.map((outcome) => [outcome.id, outcome]));
  const found = said.flatMap((outcome) => suggestTies(outcome, said, rarity));
  const tied = (later: string, earlier: string, about: RegExp) => (suggestion: Suggestion) => {
    const [from, to] = [byId.get(suggestion.from)!, byId.get(suggestion.to)!];
    return from.day!.startsWith(later) && to.day!.startsWith(earlier) && about.test(from.text) && about.test(to.text);
  };

  test.each<[what: string, later: string, earlier: string, about: RegExp]>([
    ['asylum authorities', '2022', '2019', /asylum authorit/i],
    ['early warning', '2022', '2019', /early warning/i],
    ['liaison officers and link offices', '2022', '2021-10', /liaison|link office/i],
    ['resource and information centres', '2019', '2016', /MRC|information centre/i],
    ['resource centres across goals of one report', '2019', '2019', /MRC/],
    ['reintegration of returnees', '2021-12', '2019', /reintegrat|returnee/i],
    ['reintegration of returnees', '2022', '2021-12', /reintegrat|returnee/i],
    ['study visits', '2022', '2019', /study visit/i],
    ['identification of victims of trafficking', '2022', '2019', /identif(?=[\s\S]*traffick)/i],
  ])('%s, %s and %s', (_what, later, earlier, about) => {
    expect(found.some(tied(later, earlier, about))).toBe(true);
  });

  /** What the references of the report of a day ask for. */
  const soughtBy = (day: string) => {
    const reading = readings.find(({ meeting }) => meeting.startDate === day)!;
    return reading.references.flatMap(({ kind, span: [start, end] }) => {
      const [from, until] = [reading.text.lastIndexOf('.', start) + 1, reading.text.indexOf('.', end) + 1];
      const found = soughtIn(reading.text.slice(from, until), { start: start - from, end: end - from }, day);
      return found && kind !== 'paragraph' ? [found] : [];
    });
  };
  const known = readings.map(({ meeting }) => ({
    title: meeting.title ?? '',
    bodies: [],
    place: meeting.place,
    day: meeting.startDate!,
  }));
  const meant = (sought: ReturnType<typeof soughtBy>[number], register: typeof known) =>
    resolve(
      register
        .filter(({ day }) => day >= sought.from && day <= sought.until)
        .map((candidate) => ({ ...candidate, score: fit(sought, candidate) })),
    );
  test('the thematic meeting of June 2021 is open until such a meeting is recorded, then it ties itself', () => {
    const june = soughtBy('2021-12-02').find(({ from }) => from === '2021-06-01')!;
    expect(june.until).toBe('2021-06-30');
    expect(meant(june, known)).toEqual({ meant: null, possible: [] });
    const recorded = { title: 'Thematic Meeting on Countering Smuggling', bodies: [], place: null, day: '2021-06-15' };
    expect(meant(june, [...known, recorded]).meant).toMatchObject(recorded);
  });
  test('the joint meeting of October 2021 is the one in the register', () => {
    const joint = soughtBy('2022-05-19').find(({ from }) => from === '2021-10-01')!;
    expect(meant(joint, known).meant).toMatchObject({ day: '2021-10-14' });
  });
});
