import { z } from 'zod';
import { bothDays, whenFault, whenInOrder, revision, ticked } from '../../kernel/form-fields.ts';
import { certain, outcomeKinds, outcomeStates } from './outcome.ts';
import { reportStages } from './report.ts';

// What pages, API and command line send in. Form fields arrive as text: empty means not given.

const empty = (value: unknown) => (value === '' || value === undefined ? null : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.nullable());
const day = z.iso.date('A day is written 2019-10-09.');
const list = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema),
  );

/** Key of a party or body (`AFG`, `org:iom`, `body:reference-group`), or `null` with the name as written. */
export const partyRef = z.object({
  party: z
    .string()
    .regex(/^([A-Z]{3}|(org|body):[a-z0-9-]+)$/, 'This is not the key of a party or body.')
    .nullable(),
  asWritten: z.string().trim().min(1, 'A name is missing.').max(300),
});

/** What a person decides about an outcome beyond yes and no. `words` are looked up in the report; `start` says where they were selected. */
export const outcomeFields = z
  .object({
    kind: z.enum(outcomeKinds),
    words: z
      .string()
      .trim()
      .min(2, 'Select or write the sentence.')
      .max(5000, 'An outcome is one sentence or list entry, not a page.'),
    start: optional(z.coerce.number().int().min(0)),
    by: list(partyRef),
    to: list(partyRef),
    goals: list(z.coerce.number().int().min(1).max(99)),
    when_from: optional(day),
    when_until: optional(day),
    when_as_written: optional(z.string().trim().max(200)),
  })
  .transform(bothDays)
  .refine(whenInOrder, whenFault);

export const outcomeStep = z.object({ outcome: z.uuid(), revision });
export const outcomeEdit = z.intersection(outcomeStep.extend({ confirm: ticked }), outcomeFields);
export const outcomeAdd = z.intersection(z.object({ report: z.uuid() }), outcomeFields);
export const outcomeBulk = z.object({
  report: z.uuid(),
  threshold: z.coerce.number().min(0.5).max(1).default(certain),
});
export const outcomeUndo = z.object({ batch: z.uuid() });

export const findingStep = z.object({
  finding: z.uuid(),
  reason: z.string().trim().min(3, 'Say in a few words why this finding does not matter.').max(500),
});
export const reportStep = z.object({ report: z.uuid(), revision });

/** The facts of a meeting as a person sets or corrects them. */
export const meetingFacts = z.object({
  title: z.string().trim().min(1, 'The meeting needs a title.').max(500),
  start_day: optional(day),
  end_day: optional(day),
  place: optional(z.string().trim().max(200)),
  mode: optional(z.enum(['in-person', 'online', 'hybrid'])),
  rule: optional(z.literal('chatham-house')),
  bodies: list(z.uuid()),
});
const days = (value: { start_day: string | null; end_day: string | null }) =>
  value.end_day === null || (value.start_day !== null && value.start_day <= value.end_day);
const daysFault = { path: ['end_day'], error: 'The last day is before the first.' };

export const meetingEdit = z.object({ report: z.uuid(), revision, ...meetingFacts.shape }).refine(days, daysFault);
/** Adopting an import. Each fact not given is taken from the reading; `names` settles written names the reader did not know. */
export const importAdopt = z
  .object({ import: z.uuid(), ...meetingFacts.partial().shape, names: list(partyRef) })
  .refine((value) => !value.start_day || !value.end_day || value.start_day <= value.end_day, daysFault);
export const importStep = z.object({ import: z.uuid() });
export const reportCorrect = z.object({ import: z.uuid(), report: z.uuid(), revision, names: list(partyRef) });

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const year = z.preprocess(empty, z.coerce.number().int().min(1900).max(2200).nullable()).catch(null);
const id = z.preprocess(empty, z.uuid().nullable()).catch(null);
const bodyKey = z.preprocess(empty, z.string().max(80).nullable()).catch(null);
const text = z.preprocess(empty, z.string().trim().max(200).nullable()).catch(null);
const partyKey = z.preprocess(empty, z.string().max(80).nullable()).catch(null);
const kind = z.preprocess(empty, z.enum(outcomeKinds).nullable()).catch(null);

/** Filters in the address of a list. What is not understood is left out rather than refused: an old link still opens. */
export const reportFilter = z.object({
  body: bodyKey,
  year,
  place: text,
  stage: z.preprocess(empty, z.enum(reportStages).nullable()).catch(null),
  page,
});
export const outcomeFilter = z.object({
  kind,
  party: partyKey,
  // Whether the party is the one that says it or the one it is addressed to; either when not given.
  role: z.preprocess(empty, z.enum(['by', 'to']).nullable()).catch(null),
  goal: z.preprocess(empty, z.coerce.number().int().min(1).max(99).nullable()).catch(null),
  body: bodyKey,
  year,
  // Meetings that began on this day or before.
  until: z.preprocess(empty, day.nullable()).catch(null),
  report: id,
  state: z.preprocess(empty, z.enum(outcomeStates).nullable()).catch(null),
  sort: z.enum(['newest', 'oldest', 'kind', 'report']).catch('newest'),
  page,
});
export const searchForm = z.object({
  q: z.string().trim().max(400).catch(''),
  in: z.enum(['text', 'outcomes']).catch('text'),
  order: z.enum(['relevance', 'date']).catch('relevance'),
  body: bodyKey,
  party: partyKey,
  year,
  kind,
  page,
});
export type ReportFilter = z.infer<typeof reportFilter>;
export type OutcomeFilter = z.infer<typeof outcomeFilter>;
export type SearchForm = z.infer<typeof searchForm>;

/** Files in one upload, and in one call of the command line. */
export const mostFiles = 50;
/** Bytes of one file that an action takes at all: what the reader opens (MAX_FILE_BYTES). The installation may set less (IMPORT_LIMIT_MB). */
export const mostBytes = 50 * 1024 * 1024;
