import { z } from 'zod';
import { languages, type LanguageMap } from './language-map.ts';
import { instantOf, isZone } from './wall-clock.ts';

// The pieces of what pages, API and command line send in. Form fields arrive as text: an empty one is a missing one.

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
/** `null` where nothing, or only white space, was given. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(blank, schema.nullish()).transform((value) => value ?? null);

/** Id of something that a page offered. */
export const id = z.uuid('This is not on offer.');
/** Key of a party or body: `GEO`, `org:iom`, `body:reference-group`. */
export const key = z.string().max(80);
export const day = z.iso.date('Give a day as year-month-day, for instance 2027-03-31.');
/** The revision the person saw. */
export const revision = z.coerce.number().int().min(1);

/** One value, several, or none; empty ones are left out. */
export const list = <T extends z.ZodType>(schema: T, most = 200, tooMany = `At most ${most}, please.`) =>
  z.preprocess(
    (value) =>
      Array.isArray(value)
        ? value.filter((one) => one !== '')
        : value === undefined || value === '' || value === null
          ? []
          : [value],
    z.array(schema).max(most, tooMany),
  );

/** A tick box of a form, or a boolean. */
export const ticked = z.preprocess(
  (value) => value === true || value === 'true' || value === 'on' || value === '1',
  z.boolean(),
);

const tooLong = (most: number) => `At most ${most} characters, please.`;
/** A text of `least` to `most` characters; `missing` says what is wanted. */
export const words = (least: number, most: number, missing: string) =>
  z.string({ error: missing }).trim().min(least, missing).max(most, tooLong(most));
export const optionalWords = (most: number) => optional(z.string().trim().max(most, tooLong(most)));
/** One line: what goes into titles, rooms and names can bring no line of its own into a mail, a calendar or a file. */
export const line = (least: number, most: number, missing: string) =>
  words(least, most, missing).transform((text) => text.replaceAll(/\s+/g, ' '));

/** A text in several languages as it was given: an empty one takes that language away. */
export const textsAsGiven = (most: number) =>
  z.partialRecord(z.enum(languages), z.string().trim().max(most, tooLong(most))).transform((map): LanguageMap => map);
/** A text in several languages, each given or left empty; empty ones are dropped. */
export const texts = (most: number) =>
  textsAsGiven(most).transform(
    (map) => Object.fromEntries(Object.entries(map).filter(([, text]) => text !== '')) as LanguageMap,
  );
/** The same with English, which every text has. */
export const textsWithEnglish = (most: number, missing: string) =>
  texts(most).refine((map) => (map.en ?? '') !== '', { path: ['en'], error: missing });

type When = { when_from: string | null; when_until: string | null };
/** An uncertain day: one day given stands for both. */
export const bothDays = <T extends When>(value: T): T => ({
  ...value,
  when_from: value.when_from ?? value.when_until,
  when_until: value.when_until ?? value.when_from,
});
export const whenInOrder = ({ when_from, when_until }: When) =>
  when_from === null || when_until === null || when_from <= when_until;
export const whenFault = { path: ['when_until'], error: 'The last day is before the first.' };

const wallClock = (pattern: RegExp) =>
  z
    .string({ error: 'Give day and time.' })
    .trim()
    .regex(pattern, 'Give day and time, for instance 2027-03-31 18:00.')
    .transform((text) => text.replace(' ', 'T'));
/** Day and time on the clock of a zone, to the second at most. */
export const localTime = wallClock(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/);
/** The same, to the millisecond at most. */
export const exactLocalTime = wallClock(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/);
export const zone = z
  .string({ error: 'Name the time zone.' })
  .trim()
  .max(60)
  .refine(isZone, 'This is no time zone; write one as Europe/Vienna.');

/** The instant of a local time that a form gave; `null` without one, or with a fault, which becomes an issue of `path`. */
export function instantIn(
  local: string | null,
  timeZone: string,
  path: string,
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): Date | null {
  if (local === null) return null;
  const found = instantOf(local, timeZone);
  if ('instant' in found) return found.instant;
  context.addIssue({ code: 'custom', path: [path], message: found.fault });
  return null;
}

/** Turns `due` and `zone` into the instant, or names what is wrong with them. */
export function withInstant<T extends { due: string; zone: string }>(
  value: T,
  context: z.RefinementCtx,
): T & { instant: Date } {
  const instant = instantIn(value.due, value.zone, 'due', context);
  return instant === null ? z.NEVER : { ...value, instant };
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
/** Bytes of a file: as they are, or as base64 text. @param most bytes; what the text may hold is roughly that. */
export const sentBytes = (most?: number) =>
  z.union(
    [z.instanceof(Uint8Array), (most === undefined ? z.base64() : z.base64().max(most * 2)).transform(fromBase64)],
    { error: 'A file is sent as bytes, or as base64 text.' },
  );
export const sentFile = (most?: number, missing?: string) =>
  z.object({ name: z.string().trim().min(1, 'The file has no name.').max(1000), bytes: sentBytes(most) }, missing);

/** Digest of the preview the person saw; another result is refused. */
export const previewDigest = z.string().regex(/^[0-9a-f]{64}$/, 'Look at the preview first.');
/** A table to be read in, as text. */
export const tableImport = z.object({
  content: z
    .string({ error: 'Choose a file.' })
    .min(1, 'The file is empty.')
    .max(5_000_000, 'At most 5 MB, please: split the file.'),
  format: z.enum(['csv', 'json']),
});
export const tableImportApply = tableImport.extend({ preview: previewDigest });
