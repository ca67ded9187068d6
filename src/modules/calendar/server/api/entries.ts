import { z } from 'zod';
import { defineListQuery, partOf } from '../../../../kernel/query.ts';
import { daysOf, entryKinds, entryStates, type CalendarEntry } from '../../entry.ts';
import { calendarEntries } from '../queries/entries.ts';

const day = z.iso.date('must be a day, year-month-day');
const choice = z.string().max(80).optional();
const place = (entry: CalendarEntry) => `${daysOf(entry.when).from} ${entry.kind} ${entry.uid}`;

export const listEntries = defineListQuery({
  name: 'calendar.entry.list',
  path: '/calendar',
  does: 'Meetings, activities and deadlines, by day; from today on unless a day is given. At most 2,000 in one range.',
  input: z.object({
    from: day.optional(),
    until: day.optional(),
    body: choice.describe('Key of a body.'),
    party: choice.describe('Key of a party.'),
    goal: choice.describe('Generation and number: 2019:3.'),
    kind: z.enum(entryKinds).optional(),
  }),
  output: z.object({
    uid: z.string().describe('Stays through every change; calendars know it by this.'),
    kind: z.enum(entryKinds),
    title: z.string(),
    language: z.string().nullable(),
    when: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('days'), from: day, until: day }),
        z.object({ kind: z.literal('hours'), from: z.string(), until: z.string(), zone: z.string() }),
        z.object({ kind: z.literal('interval'), from: day, until: day }),
      ])
      .describe('Whole days, both inclusive; hours on the clock of a zone; or somewhere between two days.'),
    place: z.string().nullable(),
    state: z.enum(entryStates),
    path: z.string().nullable().describe('Address of its page.'),
    bodies: z.array(z.object({ key: z.string(), name: z.string() })),
    sequence: z.int().describe('How often it was changed.'),
    changed: z.string(),
  }),
  permission: ['public'],
  async run({ tx, input, language, at }, wanted) {
    const filter = {
      body: input.body ?? null,
      party: input.party ?? null,
      goal: input.goal ?? null,
      kind: input.kind ?? null,
    };
    const range = { from: input.from ?? at.toISOString().slice(0, 10), until: input.until ?? null };
    return partOf(await calendarEntries(tx, filter, range, language), wanted, place);
  },
  cursor: z.string().max(200),
  key: place,
});
