import { z } from 'zod';
import { languages, type LanguageMap } from '../../kernel/language-map.ts';
import { instantOf, isZone } from '../../kernel/wall-clock.ts';
import { dispositions } from './dispositions.ts';
import { activityKinds } from './entry.ts';

// What pages, API and command line send in. An empty field of a form is a missing one.

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null));
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.nullable());
const id = z.uuid('This is not on offer.');
const day = z.iso.date('Give a day as year-month-day, for instance 2027-03-31.');
const revision = z.coerce.number().int().min(1);
const list = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) =>
      Array.isArray(value)
        ? value.filter((one) => one !== '')
        : value === undefined || value === '' || value === null
          ? []
          : [value],
    z.array(schema).max(200, 'At most 200, please.'),
  );
const ticked = z.preprocess(
  (value) => value === true || value === 'true' || value === 'on' || value === '1',
  z.boolean(),
);
const words = (least: number, most: number, missing: string) =>
  z.string({ error: missing }).trim().min(least, missing).max(most, `At most ${most} characters, please.`);

/** A text in several languages, each given or left empty. */
const texts = (most: number) =>
  z
    .partialRecord(z.enum(languages), z.string().trim().max(most, `At most ${most} characters, please.`))
    .transform((map): LanguageMap => map);
/** The same with English, which every text has. */
const textsWithEnglish = (most: number, missing: string) =>
  texts(most)
    .refine((map) => (map.en ?? '') !== '', { path: ['en'], error: missing })
    .transform((map) => Object.fromEntries(Object.entries(map).filter(([, text]) => text !== '')) as LanguageMap);

const inOrder = (value: { when_from: string | null; when_until: string | null }) =>
  value.when_from === null || value.when_until === null || value.when_from <= value.when_until;

/** What a person writes into an entry. Parties are named by their keys: `GEO`, `org:iom`. */
const entryShape = {
  kind: z.enum(activityKinds, 'Choose what kind of activity it is.'),
  title: texts(300).refine((map) => (map.en ?? '').length >= 3, {
    path: ['en'],
    error: 'Say in a few English words what is to be done.',
  }),
  description: texts(5000).default({}),
  leads: list(z.string().max(80)),
  partners: list(z.string().max(80)),
  other_partners: optional(z.string().trim().max(500, 'At most 500 characters, please.')),
  when_from: optional(day),
  when_until: optional(day),
  place: optional(z.string().trim().max(200, 'At most 200 characters, please.')),
  funding: optional(z.string().trim().max(500, 'At most 500 characters, please.')),
  goals: list(id),
  strands: list(id),
  commitments: list(id),
};
const timed = <T extends { when_from: string | null; when_until: string | null }>(value: T): T => ({
  ...value,
  when_from: value.when_from ?? value.when_until,
  when_until: value.when_until ?? value.when_from,
});
const orderFault = { path: ['when_until'], error: 'The last day is before the first.' };
export const entryFields = z.object(entryShape).transform(timed).refine(inOrder, orderFault);
export type EntryFields = z.infer<typeof entryFields>;

export const entryPropose = z
  .object({ cycle: id, party: z.string().max(80), ...entryShape })
  .transform(timed)
  .refine(inOrder, orderFault);
export const entryAdd = z
  .object({ cycle: id, ...entryShape })
  .transform(timed)
  .refine(inOrder, orderFault);
export const entryEdit = z
  .object({ entry: id, revision, ...entryShape })
  .transform(timed)
  .refine(inOrder, orderFault);
export const entryRemove = z.object({ entry: id, revision, reason: words(3, 500, 'Say in a few words why it goes.') });
export const entryRestore = z.object({ entry: id, revision });
export const takeOver = z.object({
  cycle: id,
  sources: list(id).refine((ids) => ids.length > 0, 'Tick at least one entry.'),
});

const localTime = z
  .string({ error: 'Give day and time.' })
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/, 'Give day and time, for instance 2027-03-31 18:00.')
  .transform((text) => text.replace(' ', 'T'));
const zone = z
  .string({ error: 'Name the time zone.' })
  .trim()
  .max(60)
  .refine(isZone, 'This is no time zone; write one as Europe/Vienna.');

/** Turns `due` and `zone` into the instant, or names what is wrong with them. */
function withInstant<T extends { due: string; zone: string }>(
  value: T,
  context: z.RefinementCtx,
): T & { instant: Date } {
  const found = instantOf(value.due, value.zone);
  if ('instant' in found) return { ...value, instant: found.instant };
  context.addIssue({ code: 'custom', path: ['due'], message: found.fault });
  return z.NEVER;
}

const cycleShape = {
  title: textsWithEnglish(200, 'The plan needs an English title.'),
  call: textsWithEnglish(10_000, 'Write the call, in English at least.'),
  first_day: day,
  last_day: day,
  generation: id,
  due: localTime,
  zone,
  late_inputs: ticked,
  parties: list(z.string().max(80)).refine((keys) => keys.length > 0, 'Ask at least one party.'),
};
const period = (value: { first_day: string; last_day: string }) => value.first_day < value.last_day;
const periodFault = { path: ['last_day'], error: 'The period ends before it begins.' };
export const cyclePrepare = z
  .object({ body: z.string().max(80), ...cycleShape })
  .refine(period, periodFault)
  .transform(withInstant);
export const cycleEdit = z
  .object({ cycle: id, revision, ...cycleShape })
  .refine(period, periodFault)
  .transform(withInstant);
export const cycleStep = z.object({ cycle: id, revision });
export const deadlineMove = z
  .object({ cycle: id, revision, due: localTime, zone, reason: words(3, 500, 'Say in a few words why it moves.') })
  .transform(withInstant);
export const inputStep = z.object({ cycle: id, party: z.string().max(80), revision });
/** A version for comments has a deadline; a version laid before the meeting has none. */
export const circulate = z.object({
  cycle: id,
  revision,
  note: optional(z.string().trim().max(1000)),
  due: optional(localTime),
});
export const commentWrite = z.object({
  cycle: id,
  version: z.coerce.number().int().min(1),
  party: z.string().max(80),
  entry: optional(id),
  text: words(1, 5000, 'Write the comment.'),
});
export const commentAnswer = z
  .object({
    comment: id,
    revision,
    disposition: z.enum(dispositions, 'Choose what became of it.'),
    reason: optional(z.string().trim().max(2000, 'At most 2000 characters, please.')),
  })
  .refine((value) => value.disposition === 'accepted' || value.reason !== null, {
    path: ['reason'],
    error: 'Give the reason: the party that commented will read it.',
  });
export const endorse = z.object({
  cycle: id,
  revision,
  version: z.coerce.number().int().min(1),
  on: day,
  note: words(3, 500, 'Name the meeting, and where its decision is written.'),
  meeting: optional(id),
  outcome: optional(id),
});

/** Bytes of a workbook that is read back. */
export const mostSheetBytes = 2 * 1024 * 1024;
const workbook = z.union(
  [
    z.instanceof(Uint8Array),
    z
      .base64()
      .max(mostSheetBytes * 2)
      .transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
  ],
  { error: 'A file is sent as bytes, or as base64 text.' },
);
/** A workbook for the plan (no party) or for the input of one party. */
export const sheetPreview = z.object({ cycle: id, party: optional(z.string().max(80)), file: workbook });
export const sheetApply = sheetPreview.extend({
  preview: z.string().regex(/^[0-9a-f]{64}$/, 'Look at the preview first.'),
});
