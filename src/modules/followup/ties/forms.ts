import { z } from 'zod';
import { revision } from '../../../kernel/form-fields.ts';

export const tieKinds = ['repeats', 'follows', 'fulfils', 'supersedes', 'matches'] as const;

const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A tie the person has seen. */
export const tieStep = z.object({ tie: z.uuid(), revision });
export const tieAccept = tieStep.extend({ kind: given(z.enum(tieKinds)) });
export const tieReject = tieStep.extend({
  reason: given(z.string().trim().max(500, 'A reason has at most 500 characters.')),
});

/** A tie a person makes: the id or the address of the earlier outcome. */
export const tieAdd = z.object({
  outcome: z.uuid(),
  earlier: z
    .string()
    .trim()
    .transform((value) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(value)?.[0] ?? value)
    .pipe(z.uuid('Give the address of the earlier outcome, as its page shows it.')),
  kind: z.enum(tieKinds),
});

/** What a reference means: a meeting, an activity, nothing this register will hold, or open again. */
export const referenceSettle = z
  .object({
    reference: z.uuid(),
    choice: z.enum(['meeting', 'activity', 'elsewhere', 'open']),
    target: given(z.uuid('Choose one of the meetings.')),
    /** The newest choice the person saw; empty when there was none. */
    seen: given(z.uuid()),
  })
  .refine(({ choice, target }) => (choice === 'meeting' || choice === 'activity') === (target !== undefined), {
    path: ['target'],
    message: 'Choose which meeting it means.',
  });
