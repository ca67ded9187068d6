import { z } from 'zod';
import {
  bothDays,
  day,
  whenFault,
  whenInOrder,
  id,
  key,
  list,
  localTime,
  optional,
  optionalWords,
  previewDigest,
  revision,
  sentBytes,
  textsAsGiven,
  textsWithEnglish,
  ticked,
  withInstant,
  words,
  zone,
} from '../../kernel/form-fields.ts';
import { dispositions } from './dispositions.ts';
import { activityKinds } from './entry.ts';

// What pages, API and command line send in.

/** What a person writes into an entry. Parties are named by their keys: `GEO`, `org:iom`. */
const entryShape = {
  kind: z.enum(activityKinds, 'Choose what kind of activity it is.'),
  title: textsAsGiven(300).refine((map) => (map.en ?? '').length >= 3, {
    path: ['en'],
    error: 'Say in a few English words what is to be done.',
  }),
  description: textsAsGiven(5000).default({}),
  leads: list(key),
  partners: list(key),
  other_partners: optionalWords(500),
  when_from: optional(day),
  when_until: optional(day),
  place: optionalWords(200),
  funding: optionalWords(500),
  goals: list(id),
  strands: list(id),
  commitments: list(id),
};
export const entryFields = z.object(entryShape).transform(bothDays).refine(whenInOrder, whenFault);
export type EntryFields = z.infer<typeof entryFields>;

export const entryPropose = z
  .object({ cycle: id, party: key, ...entryShape })
  .transform(bothDays)
  .refine(whenInOrder, whenFault);
export const entryAdd = z
  .object({ cycle: id, ...entryShape })
  .transform(bothDays)
  .refine(whenInOrder, whenFault);
export const entryEdit = z
  .object({ entry: id, revision, ...entryShape })
  .transform(bothDays)
  .refine(whenInOrder, whenFault);
export const entryRemove = z.object({ entry: id, revision, reason: words(3, 500, 'Say in a few words why it goes.') });
export const entryRestore = z.object({ entry: id, revision });
export const takeOver = z.object({
  cycle: id,
  sources: list(id).refine((ids) => ids.length > 0, 'Tick at least one entry.'),
});

const cycleShape = {
  title: textsWithEnglish(200, 'The plan needs an English title.'),
  call: textsWithEnglish(10_000, 'Write the call, in English at least.'),
  first_day: day,
  last_day: day,
  generation: id,
  due: localTime,
  zone,
  late_inputs: ticked,
  parties: list(key).refine((keys) => keys.length > 0, 'Ask at least one party.'),
};
const period = (value: { first_day: string; last_day: string }) => value.first_day < value.last_day;
const periodFault = { path: ['last_day'], error: 'The period ends before it begins.' };
export const cyclePrepare = z
  .object({ body: key, ...cycleShape })
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
export const inputStep = z.object({ cycle: id, party: key, revision });
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
  party: key,
  entry: optional(id),
  text: words(1, 5000, 'Write the comment.'),
});
export const commentAnswer = z
  .object({
    comment: id,
    revision,
    disposition: z.enum(dispositions, 'Choose what became of it.'),
    reason: optionalWords(2000),
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
const workbook = sentBytes(mostSheetBytes);
/** A workbook for the plan (no party) or for the input of one party. */
export const sheetPreview = z.object({ cycle: id, party: optional(key), file: workbook });
export const sheetApply = sheetPreview.extend({ preview: previewDigest });
