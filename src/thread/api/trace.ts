import { z } from 'zod';
import { defineQuery } from '../../kernel/query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { trace } from '../trace.ts';

const day = z.string().nullable().describe('year-month-day');

/** A knot as it is sent: what `Knot` holds. */
const knot = z.object({
  id: z.string().describe('outcome:<id>, commitment:<id>, step:<id> …; silence:now lasts until the day of asking.'),
  kind: z.string(),
  from: day,
  until: day,
  state: z.string().nullable(),
  what: z.string().nullable().describe('Kind of the outcome or activity.'),
  who: z.array(z.object({ key: z.string().nullable(), name: z.string(), body: z.boolean() })),
  hidden: z.boolean().describe('The Chatham House Rule hides who said it.'),
  title: z.string(),
  sentence: z.string().nullable(),
  language: z.string(),
  paragraph: z
    .object({ text: z.string(), label: z.string().nullable(), start: z.number(), end: z.number() })
    .nullable(),
  link: z.string().nullable().describe('Address of the thing.'),
  place: z.string().nullable().describe('Address of its place in the text.'),
  heard: z.boolean().describe('Somebody was heard of the matter.'),
  audience: z.string().nullable(),
  due: z.object({ from: z.string(), until: z.string() }).nullable(),
  evidence: z.array(z.object({ title: z.string(), link: z.string().nullable() })),
  ties: z.array(z.object({ to: z.string(), kind: z.string() })),
  months: z.number().int().describe('Whole months, of a silence.'),
});

export const readThread = defineQuery({
  name: 'thread.trace.read',
  path: '/thread/{id}',
  does: 'The whole thread from any id, both ways: outcomes, commitments, activities, progress and silence, with their sentences.',
  input: z.object({
    id: z.uuid().describe('Of a paragraph, outcome, commitment, activity, progress report, report or meeting.'),
    on: z.iso
      .date('must be a day, year-month-day')
      .optional()
      .describe('Silence is counted to this day; today when left out.'),
  }),
  output: z.object({
    of: z.object({ kind: z.string(), id: z.string(), title: z.string(), link: z.string() }),
    on: z.string(),
    branches: z.array(
      z.object({
        title: z.string(),
        knots: z.array(knot),
        lastHeard: day,
        closed: z.boolean(),
        silent: z.boolean().describe('Not closed, and nothing heard for a year or longer.'),
      }),
    ),
    bounded: z.boolean().describe('The thread is longer; the nearest knots are here.'),
  }),
  permission: ['public'],
  async run({ tx, input, language, at }) {
    const found = await trace(tx, input.id, input.on ?? at.toISOString().slice(0, 10), language);
    if (!found) throw new Refusal('thread.not-found', 'There is nothing with this id, or it is not for you to see.');
    return found;
  },
});
