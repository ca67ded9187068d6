import { z } from 'zod';
import { optional, revision, ticked, words } from '../../kernel/form-fields.ts';
import { languages, type LanguageMap } from '../../kernel/language-map.ts';
import { relations } from './crosswalk.ts';
import { generationKinds } from './generation.ts';

// What pages, API, command line and files send in.

const day = z.iso.date({ error: 'Give a day as year-month-day, for instance 2019-02-20.' });
const line = (most: number, what: string) => words(1, most, `Give ${what}.`);
const source = line(500, 'the source: which instrument or page says so');
const reason = line(500, 'the reason, in a few words');
const ordinal = z.coerce.number({ error: 'Give the place in the list.' }).int().min(1).max(9999);
const key = z
  .string({ error: 'Give a key.' })
  .trim()
  .regex(/^[a-z]+(-[a-z0-9]+)*$/, 'A key is small letters and figures with hyphens, for instance bp-2024.')
  .max(60);
const code = z
  .string({ error: 'Give the number of the goal.' })
  .trim()
  .regex(/^[0-9a-z]+(\.[0-9a-z]+)*$/, 'The number of a goal is written 1, 10.7 or 10.c.')
  .max(20);
/** A text in several languages, English among them. Empty languages are left out. */
const map = (most: number, what: string) =>
  z
    .partialRecord(z.enum(languages), z.string().trim().max(most, `At most ${most} characters in a language, please.`))
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')) as LanguageMap)
    .refine((given) => given.en !== undefined, { error: `Give ${what} in English.`, path: ['en'] });
const title = map(300, 'the title');
const text = z
  .partialRecord(z.enum(languages), z.string().trim().max(10_000, 'At most 10,000 characters in a language, please.'))
  .nullish()
  .transform((given) => {
    const kept = Object.entries(given ?? {}).filter(([, value]) => value !== '');
    return kept.length === 0 ? null : (Object.fromEntries(kept) as LanguageMap);
  })
  .refine((given) => given === null || given.en !== undefined, {
    error: 'Give the wording in English too: it is what other languages fall back on.',
    path: ['en'],
  });

const ordered = (value: { effective_from: string; effective_until: string | null }) =>
  value.effective_until === null || value.effective_from < value.effective_until;
const generationFields = {
  title,
  adopted_on: day,
  effective_from: day,
  effective_until: optional(day),
  source,
  note: optional(z.string().trim().max(1000)),
};
const daysFault = { path: ['effective_until'], error: 'It ends before it begins.' };
const adoptedFault = { path: ['effective_from'], error: 'It cannot take effect before it is adopted.' };
const adopted = (value: { adopted_on: string; effective_from: string }) => value.adopted_on <= value.effective_from;

export const generationAdd = z
  .object({ key, kind: z.enum(generationKinds), ...generationFields, reason })
  .refine(ordered, daysFault)
  .refine(adopted, adoptedFault);
export const generationEdit = z
  .object({ generation: key, revision, ...generationFields, reason })
  .refine(ordered, daysFault)
  .refine(adopted, adoptedFault);

const goalFields = { code, ordinal: optional(ordinal), parent: optional(code), title, text, source };
export const goalAdd = z.object({ generation: key, ...goalFields, reason });
export const goalEdit = z.object({ goal: z.uuid(), revision, ...goalFields, reason });

const used = { used_from: optional(day), used_until: optional(day) };
const usedInOrder = (value: { used_from: string | null; used_until: string | null }) =>
  value.used_from === null || value.used_until === null || value.used_from < value.used_until;
const usedFault = { path: ['used_until'], error: 'It ends before it begins.' };
export const strandSet = z
  .object({ key, revision: optional(revision), ordinal, title, ...used, used_from: day, source, reason })
  .refine(usedInOrder, usedFault);
export const themeSet = z
  .object({ key, revision: optional(revision), ordinal, horizontal: ticked, title, ...used, source, reason })
  .refine(usedInOrder, usedFault);

/** A goal as an address names it: `bp-2019/1`. */
const goalName = z
  .string({ error: 'Choose a goal.' })
  .trim()
  .regex(
    /^[a-z]+(-[a-z0-9]+)*\/[0-9a-z]+(\.[0-9a-z]+)*$/,
    'A goal is written generation/number, for instance bp-2019/1.',
  );
export const crosswalkSet = z.object({
  from: goalName,
  to: goalName,
  relation: z.enum(relations),
  source,
  note: optional(z.string().trim().max(500)),
  /** The standing entry this one replaces, when the person saw one. */
  replaces: optional(z.uuid()),
});
export const crosswalkWithdraw = z.object({ entry: z.uuid(), reason });

/**
 * The fields of a posted form as the input of an action: `title.ar` and its like are gathered into one text by language.
 */
export function gathered(data: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of data.entries()) {
    if (typeof value !== 'string') continue;
    const [field = '', language] = name.split('.');
    if (language === undefined) input[field] = value;
    else input[field] = { ...(input[field] as object | undefined), [language]: value };
  }
  return input;
}
