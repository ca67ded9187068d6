import { z } from 'zod';
import {
  bothDays,
  day,
  whenFault,
  whenInOrder,
  exactLocalTime,
  id,
  key,
  list,
  optional,
  optionalWords,
  revision,
  ticked,
  withInstant,
  words,
  zone,
} from '../../kernel/form-fields.ts';
import { outcomeKinds } from './outcome.ts';
import { dispositions, objectionKinds } from './stage.ts';
import { paragraphKinds, tidy } from './text.ts';

// What pages, API and command line send in.

const paragraphText = z
  .string({ error: 'Write the paragraph.' })
  .transform(tidy)
  .pipe(z.string().min(1, 'Write the paragraph.').max(20_000, 'At most 20,000 characters, please.'));

export const draftAssemble = z.object({ meeting: id });
export const draftStep = z.object({ draft: id, revision });
export const materialStep = z.object({ draft: id, material: z.string().min(1).max(200) });

export const paragraphAdd = z.object({
  draft: id,
  /** The paragraph it stands after; null puts it first. */
  after: optional(id),
  kind: z.enum(paragraphKinds, 'Choose what it is.'),
  /** The session it reports; `none` for the meeting as such; that of the paragraph before it when nothing is said. */
  session: optional(z.union([id, z.literal('none')])),
  text: paragraphText,
});
export const paragraphEdit = z.object({
  paragraph: id,
  revision,
  text: paragraphText,
  kind: optional(z.enum(paragraphKinds, 'Choose what it is.')),
});
export const paragraphMove = z.object({ paragraph: id, revision, to: z.enum(['up', 'down'], 'Up or down.') });
export const paragraphSplit = z.object({
  paragraph: id,
  revision,
  begins: words(1, 500, 'Write the words with which the second paragraph begins.').transform(tidy),
});
export const paragraphStep = z.object({ paragraph: id, revision });

const when = { when_from: optional(day), when_until: optional(day), when_as_written: optionalWords(200) };
export const outcomeMark = z
  .object({
    paragraph: id,
    /** Revision of the paragraph in which the words were marked. */
    revision,
    text: words(1, 20_000, 'Mark the words of the outcome in the paragraph.').transform(tidy),
    kind: z.enum(outcomeKinds, 'Choose what kind of outcome it is.'),
    by: list(key, 50),
    to: list(key, 50),
    goals: list(z.coerce.number().int().min(1).max(99), 50),
    ...when,
  })
  .transform(bothDays)
  .refine(whenInOrder, whenFault);
export const outcomeStep = z.object({ outcome: id, revision });
export const proposalAccept = z.object({
  draft: id,
  paragraph: id,
  revision,
  text: words(1, 20_000, 'Say which sentence.'),
});

export const circulate = z
  .object({ draft: id, revision, due: exactLocalTime, zone, note: optionalWords(1000) })
  .transform(withInstant);
export const silenceBegin = z
  .object({ draft: id, revision, due: exactLocalTime, zone, note: optionalWords(1000) })
  .transform(withInstant);
export const adopt = z.object({
  draft: id,
  revision,
  how: z.enum(['in-meeting', 'chair'], 'Say how it was adopted.'),
  note: words(1, 1000, 'Say who adopted it, and where that is written.'),
});

export const commentWrite = z.object({
  draft: id,
  version: z.coerce.number().int().min(1),
  party: key,
  paragraph: optional(id),
  text: words(1, 5000, 'Write the comment.'),
  proposed: optional(paragraphText),
  send: ticked,
});
export const commentEdit = z.object({
  comment: id,
  revision,
  text: words(1, 5000, 'Write the comment.'),
  proposed: optional(paragraphText),
  send: ticked,
});
export const commentStep = z.object({ comment: id, revision });
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
export const objectionWrite = z
  .object({
    draft: id,
    version: z.coerce.number().int().min(1),
    party: key,
    kind: z.enum(objectionKinds, 'Choose objection or amendment.'),
    paragraph: optional(id),
    text: words(1, 5000, 'Write the objection.'),
    proposed: optional(paragraphText),
  })
  .refine((value) => value.kind === 'objection' || (value.proposed !== null && value.paragraph !== null), {
    path: ['proposed'],
    error: 'An amendment names the paragraph and how it should read.',
  });
