import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDocx, toPdf } from '../../../kernel/server/documents/index.ts';
import { readReport } from '../../../reader/index.ts';
import type { Reading } from '../../../reader/reading.ts';
import { toPrinted } from './printed.ts';
import type { Rendition, RenditionParagraph } from './rendition.ts';

const folder = join(import.meta.dirname, '../../../../sample/reports');
const facts = {
  date: 'Held',
  place: 'Place',
  bodies: 'Body',
  rule: 'Rule',
  ruleHolds: 'Chatham House Rule',
  rendition: 'Public rendition, version 1',
};

/** What the records would give of a report that was read and confirmed as it stands. */
function renditionOf(reading: Reading): Rendition {
  const { meeting } = reading;
  const bare = (text: string, label: string | null) =>
    label !== null && text.startsWith(label) ? text.slice(label.length).trimStart() : text;
  return {
    slug: 'round-trip',
    origin: 'https://redthread.example',
    language: 'en',
    audience: 'public',
    version: 1,
    issued: '2031-01-01',
    meeting: {
      title: meeting.title ?? '',
      startDay: meeting.startDate,
      endDay: meeting.endDate,
      place: meeting.place,
      mode: meeting.mode,
      underRule: meeting.rule !== null,
      bodies: [],
    },
    attendance: [],
    paragraphs: reading.paragraphs.map(({ id, label, level, parent, text, span }, index) => {
      const words = bare(text, label);
      return {
        id,
        number: index + 1,
        label,
        level,
        parent,
        text: words,
        start: span[0] + text.length - words.length,
      };
    }),
    outcomes: [],
    references: [],
  };
}

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const said = (reading: Reading) =>
  reading.outcomes.map(({ kind, span, by }) => ({
    kind,
    text: squeezed(reading.text.slice(...span)),
    by: by.map(({ party }) => party),
  }));
const who = ({ attendance }: Reading) => [...attendance.states, ...attendance.organisations].map(({ party }) => party);

describe.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
  it.each(['docx', 'pdf'] as const)(
    'as %s reads as the same meeting, attendance, paragraphs and outcomes',
    async (format) => {
      const before = await readReport(readFileSync(join(folder, name)), name);
      const { startDate, endDate } = before.meeting;
      const days = [startDate, endDate].filter((day, n, all) => day !== null && all.indexOf(day) === n).join(' – ');
      const printed = toPrinted(renditionOf(before), 'en', facts, days);
      const after = await readReport(await (format === 'docx' ? toDocx(printed) : toPdf(printed)), `report.${format}`);
      expect(said(after)).toEqual(said(before));
      expect(who(after)).toEqual(who(before));
      expect(after.meeting).toMatchObject({ startDate, endDate, rule: before.meeting.rule });
      const labelled = (reading: Reading) =>
        reading.paragraphs.filter(({ label }) => label !== null).map(({ label, text }) => [label, squeezed(text)]);
      expect(labelled(after)).toEqual(labelled(before));
    },
  );
});

it('a lettered list that goes on over the end of a page stays a list in PDF', async () => {
  const groups = Array.from({ length: 30 }, (_, n): RenditionParagraph[] => [
    {
      id: `${n}`,
      number: 3 * n + 1,
      label: `${n + 1}.`,
      level: 0,
      parent: null,
      start: 0,
      text: 'The group found the following:',
    },
    {
      id: `${n}a`,
      number: 3 * n + 2,
      label: 'a.',
      level: 1,
      parent: `${n}`,
      start: 0,
      text: 'To print the card with indicators in five more languages',
    },
    {
      id: `${n}b`,
      number: 3 * n + 3,
      label: 'b.',
      level: 1,
      parent: `${n}`,
      start: 0,
      text: 'To pair each border crossing with a shelter that answers at night',
    },
  ]).flat();
  const before = await readReport(readFileSync(join(folder, '2023-05-11-joint-working-groups.md')), 'a.md');
  const printed = toPrinted({ ...renditionOf(before), paragraphs: groups }, 'en', facts, '');
  const after = await readReport(await toPdf(printed), 'report.pdf');
  expect(after.source.pages).toBeGreaterThan(1);
  expect(after.paragraphs.filter(({ label }) => label === 'b.')).toHaveLength(30);
});
