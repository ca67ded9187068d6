import { z } from 'zod';
import { deliveries, noticeKinds, type NoticeKind } from './kinds.ts';
import { isZone } from './timing.ts';

const delivery = z.enum(deliveries, 'is not one of the choices');
const zone = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.string().max(60, 'is too long').refine(isZone, 'is not a time zone, such as Europe/Istanbul').nullable(),
);

/** How one wants to be told of each kind, and in which time zone; a kind that is left out stays as it is. */
export const choices = z.object({
  zone,
  ...(Object.fromEntries(noticeKinds.map((kind) => [kind, delivery.optional()])) as Record<
    NoticeKind,
    z.ZodOptional<typeof delivery>
  >),
});

/** The kinds of which no mails are wanted any longer. */
export const ending = z.object({ kind: z.enum([...noticeKinds, 'digest'], 'is not a kind of notice') });
