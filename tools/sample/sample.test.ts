import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { roles } from '../../src/kernel/actor.ts';
import { seedBodies } from '../../src/modules/register/server/seed-bodies.ts';
import { readReport } from '../../src/reader/index.ts';
import { partyOf } from '../../src/reader/lexicon/index.ts';

interface Sample {
  reports: { file: string; startDate: string; bodies: string[]; stage: string }[];
  people: { role: string; email: string; party?: string; body?: string }[];
  threads: { wish: string; steps: { report: string; quote: string }[] }[];
}
interface Answers {
  startDate: string;
  countries: string[];
  items: { quote: string }[];
}

const home = new URL('../../sample/', import.meta.url);
const sample = json<Sample>('sample.json');
const stem = (file: string) => file.replace(/^reports\//, '').replace(/\.[a-z]+$/, '');
const plain = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();

function json<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, home), 'utf8')) as T;
}

async function textOf(file: string): Promise<string> {
  const { text } = await readReport(new Uint8Array(readFileSync(new URL(file, home))), file);
  return plain(text);
}

describe('the sample dialogue', () => {
  test('every report file is listed, and every listed one has hand-made answers', () => {
    const listed = sample.reports.map((report) => report.file).sort();
    const files = readdirSync(new URL('reports/', home)).map((file) => `reports/${file}`);
    expect(listed).toEqual(files.sort());
    const aboutSeveral = ['borderline.json', 'ties.json'];
    const answers = readdirSync(new URL('gold/', home)).filter((file) => !aboutSeveral.includes(file));
    expect(answers.sort()).toEqual(listed.map((file) => `${stem(file)}.json`));
  });

  test('bodies, parties and roles exist; each role that can sign in has a person, at example.org', () => {
    const keys = [
      ...sample.reports.flatMap((report) => report.bodies),
      ...sample.people.flatMap((person) => [person.party, person.body].filter((key) => key !== undefined)),
    ];
    expect(keys.filter((key) => !partyOf(key))).toEqual([]);
    const seeded = seedBodies.map((body) => `body:${body.slug}`);
    expect(keys.filter((key) => key.startsWith('body:') && !seeded.includes(key))).toEqual([]);
    expect(new Set(sample.people.map((person) => person.role))).toEqual(
      new Set(roles.filter((role) => role !== 'public' && role !== 'system')),
    );
    expect(sample.people.filter((person) => !person.email.endsWith('@example.org'))).toEqual([]);
  });

  test.each(sample.reports)(
    '$file holds every sentence that its answers and the threads point at',
    async ({ file, startDate }) => {
      const answers = json<Answers>(`gold/${stem(file)}.json`);
      expect(answers.startDate).toBe(startDate);
      expect(answers.countries.filter((key) => !partyOf(key))).toEqual([]);
      const text = await textOf(file);
      const pointed = sample.threads.flatMap((thread) => thread.steps.filter((step) => step.report === stem(file)));
      const quotes = [...answers.items, ...pointed].map((item) => plain(item.quote));
      expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
    },
  );

  test.each(sample.reports)('$file says that it is invented', async ({ file }) => {
    expect(await textOf(file)).toContain('written for trying out redthread');
  });
});
