import { z } from 'zod';
import { instantOf, isZone } from '../../kernel/wall-clock.ts';
import { outcomeKinds } from './outcome.ts';
import { dispositions, objectionKinds } from './stage.ts';
import { paragraphKinds, tidy } from './text.ts';

// What pages, API and command line send in. An empty field of a form is a missing one.

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null));
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.nullable());
const id = z.uuid('This is not on offer.');
const day = z.iso.date('Give a day as year-month-day, for instance 2027-03-31.');
const revision = z.coerce.number().int().min(1);
const key = z.string().max(80);
const list = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) =>
      Array.isArray(value)
        ? value.filter((one) => one !== '')
        : value === undefined || value === '' || value === null
          ? []
          : [value],
    z.array(schema).max(50, 'At most 50, please.'),
  );
const ticked = z.preprocess(
  (value) => value === true || value === 'true' || value === 'on' || value === '1',
  z.boolean(),
);
const words = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `At most ${most} characters, please.`);
const mayBe = (most: number) => optional(z.string().trim().max(most, `At most ${most} characters, please.`));
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
  begins: words(500, 'Write the words with which the second paragraph begins.').transform(tidy),
});
export const paragraphStep = z.object({ paragraph: id, revision });

const when = { when_from: optional(day), when_until: optional(day), when_as_written: mayBe(200) };
export const outcomeMark = z
  .object({
    paragraph: id,
    /** Revision of the paragraph in which the words were marked. */
    revision,
    text: words(20_000, 'Mark the words of the outcome in the paragraph.').transform(tidy),
    kind: z.enum(outcomeKinds, 'Choose what kind of outcome it is.'),
    by: list(key),
    to: list(key),
    goals: list(z.coerce.number().int().min(1).max(99)),
    ...when,
  })
  .transform((value) => ({
    ...value,
    when_from: value.when_from ?? value.when_until,
    when_until: value.when_until ?? value.when_from,
  }))
  .refine((value) => value.when_from === null || value.when_until === null || value.when_from <= value.when_until, {
    path: ['when_until'],
    error: 'The last day is before the first.',
  });
export const outcomeStep = z.object({ outcome: id, revision });
export const proposalAccept = z.object({
  draft: id,
  paragraph: id,
  revision,
  text: words(20_000, 'Say which sentence.'),
});

const localTime = z
  .string({ error: 'Give day and time.' })
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/, 'Give day and time, for instance 2027-03-31 18:00.')
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
export const circulate = z
  .object({ draft: id, revision, due: localTime, zone, note: mayBe(1000) })
  .transform(withInstant);
export const silenceBegin = z
  .object({ draft: id, revision, due: localTime, zone, note: mayBe(1000) })
  .transform(withInstant);
export const adopt = z.object({
  draft: id,
  revision,
  how: z.enum(['in-meeting', 'chair'], 'Say how it was adopted.'),
  note: words(1000, 'Say who adopted it, and where that is written.'),
});

export const commentWrite = z.object({
  draft: id,
  version: z.coerce.number().int().min(1),
  party: key,
  paragraph: optional(id),
  text: words(5000, 'Write the comment.'),
  proposed: optional(paragraphText),
  send: ticked,
});
export const commentEdit = z.object({
  comment: id,
  revision,
  text: words(5000, 'Write the comment.'),
  proposed: optional(paragraphText),
  send: ticked,
});
export const commentStep = z.object({ comment: id, revision });
export const commentAnswer = z
  .object({
    comment: id,
    revision,
    disposition: z.enum(dispositions, 'Choose what became of it.'),
    reason: mayBe(2000),
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
    text: words(5000, 'Write the objection.'),
    proposed: optional(paragraphText),
  })
  .refine((value) => value.kind === 'objection' || (value.proposed !== null && value.paragraph !== null), {
    path: ['proposed'],
    error: 'An amendment names the paragraph and how it should read.',
  });
