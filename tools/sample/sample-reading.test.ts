import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/reader/index.ts';

interface Item {
  kind: string;
  quote: string;
  priorityGoals: number[];
}
interface Answers {
  startDate: string;
  endDate: string;
  place: string | null;
  mode: string | null;
  statedParticipants: number | null;
  statedCountries: number | null;
  statedCountriesAndOrganisations: number | null;
  countries: string[];
  organisations: string[];
  items: Item[];
}

const home = new URL('../../sample/', import.meta.url);
const json = <T>(path: string) => JSON.parse(readFileSync(new URL(path, home), 'utf8')) as T;
const plain = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();
const borderline = json<Record<string, { kind: string; quote: string }[]>>('gold/borderline.json');

const files = readdirSync(new URL('reports/', home)).sort();
const stem = (file: string) => file.replace(/\.[a-z]+$/, '');
const reports = files.map((file) => ({ file, name: stem(file), answers: json<Answers>(`gold/${stem(file)}.json`) }));
const read = (file: string) => readReport(new Uint8Array(readFileSync(new URL(`reports/${file}`, home))), file);

/** The faults put into each report on purpose, by the code of the rule that must notice them. */
const faults: Record<string, string[]> = {
  '2021-03-18-wg-south-east-europe': ['attendance.count', 'text.number-word'],
  '2022-06-15-thematic-return': ['date.weekday', 'party.two-names'],
  '2023-05-11-joint-working-groups': ['structure.label-missing', 'party.name-period'],
  '2023-11-22-thematic-trafficking': ['structure.none'],
  '2024-04-17-senior-officials': ['text.number-word', 'reference.dangling'],
  '2025-03-06-trafficking-experts': ['chatham-house.speaker', 'acronym.two-expansions'],
  '2025-10-22-asylum-authorities': [],
  '2026-09-16-wg-south-east-europe': [],
};
const countFault = new Set(['2021-03-18-wg-south-east-europe']);

describe.each(reports)('$file, read', ({ file, name, answers }) => {
  test('says when, where and how many', async () => {
    const { meeting, attendance } = await read(file);
    expect([meeting.startDate, meeting.endDate, meeting.mode]).toEqual([
      answers.startDate,
      answers.endDate,
      answers.mode,
    ]);
    expect(plain(meeting.place ?? '').split(' ')[0]).toBe(plain(answers.place ?? '').split(' ')[0]);
    expect([
      attendance.statedParticipants,
      attendance.statedCountries,
      attendance.statedCountriesAndOrganisations,
    ]).toEqual([answers.statedParticipants, answers.statedCountries, answers.statedCountriesAndOrganisations]);
  });

  test('names who took part, in the order of the report', async () => {
    const { attendance } = await read(file);
    expect(attendance.states.map((state) => state.party)).toEqual(answers.countries);
    expect(attendance.organisations.map((one) => plain(one.asWritten)).sort()).toEqual(
      answers.organisations.map(plain).sort(),
    );
  });

  test('finds every outcome of a careful reader, and none that nobody would call one', async () => {
    const { outcomes } = await read(file);
    const holds = (text: string, quote: string) => plain(text).includes(plain(quote));
    const missed = answers.items.filter(
      (item) => !outcomes.some((outcome) => outcome.kind === item.kind && holds(outcome.text, item.quote)),
    );
    expect(missed).toEqual([]);
    const allowed = [...answers.items, ...(borderline[name] ?? [])];
    const invented = outcomes.filter((outcome) => !allowed.some((item) => holds(outcome.text, item.quote)));
    expect(invented.map((outcome) => outcome.text)).toEqual([]);
  });

  test('carries the goals that headings state', async () => {
    const { outcomes } = await read(file);
    for (const item of answers.items.filter((one) => one.priorityGoals.length > 0)) {
      const outcome = outcomes.find((one) => plain(one.text).includes(plain(item.quote)));
      expect(outcome?.goals).toEqual(item.priorityGoals);
    }
  });

  test('is noticed to have the faults put in on purpose, and no wrong count that it has not', async () => {
    const reading = await read(file);
    const codes = new Set(reading.findings.map((finding) => finding.code));
    expect((faults[name] ?? ['not listed']).filter((code) => !codes.has(code))).toEqual([]);
    expect(codes.has('attendance.count')).toBe(countFault.has(name));
  });
});
