import { z } from 'zod';
import { entryKinds } from './entry.ts';

const empty = (value: unknown) => (value === '' || value === undefined ? null : value);
const choice = z.preprocess(empty, z.string().max(80).nullable()).catch(null);
const month = z.preprocess(
  empty,
  z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .nullable(),
);

export const calendarViews = ['month', 'list', 'year'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What is shown of all entries; each is part of the address and of a feed. What is not understood is left out. */
export const entryFilter = z.object({
  body: choice,
  party: choice,
  /** Generation and code: `2019:3`. */
  goal: choice,
  kind: z.preprocess(empty, z.enum(entryKinds).nullable()).catch(null),
});
export type EntryFilter = z.infer<typeof entryFilter>;

/** The address of the calendar page. */
export const calendarPage = entryFilter.extend({
  view: z.enum(calendarViews).catch('month'),
  /** The month shown, and the first of a list or the year of it. */
  month: month.catch(null),
});

/** The filters as they stand in an address, without empty ones: `body=…&kind=deadline`. */
export function queryOf(filter: EntryFilter): string {
  const query = new URLSearchParams();
  for (const name of ['body', 'party', 'goal', 'kind'] as const) if (filter[name]) query.set(name, filter[name]);
  return query.toString();
}

const name = z.string('is missing').trim().min(1, 'is missing').max(80, 'is longer than 80 characters');
export const newFeed = entryFilter.extend({ name });
export const oneFeed = z.object({ feed: z.uuid('is not a known choice') });
