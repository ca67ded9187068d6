import { z } from 'zod';
import { delegateRoles, needKinds, presences } from './delegation.ts';

// What pages, API and command line send in. An empty field of a form is a missing one.

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null));
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.nullable());
const id = z.uuid('This is not on offer.');
const day = z.iso.date('Give a day as year-month-day, for instance 2027-03-31.');
const revision = z.coerce.number().int().min(0);
const days = z.preprocess(
  (value) =>
    Array.isArray(value)
      ? value.filter((one) => one !== '')
      : value === undefined || value === null || value === ''
        ? []
        : [value],
  z.array(day).max(31, 'At most 31 days, please.'),
);
const party = z.string().max(80);

/** Limits of a delegation. */
export const most = { delegates: 60, name: 200, function: 300, need: 1000 } as const;

const delegateShape = {
  name: z
    .string({ error: 'Give the name as it is to be printed.' })
    .trim()
    .min(1, 'Give the name as it is to be printed.')
    .max(most.name, `At most ${most.name} characters, please.`),
  function: optional(z.string().trim().max(most.function, `At most ${most.function} characters, please.`)),
  role: z.enum(delegateRoles, 'Choose head, member, observer or adviser.'),
  email: optional(z.email('This is no e-mail address.').max(320)),
  person: optional(id),
  in_room: days.default([]),
  online: days.default([]),
};
const oneModeADay = {
  path: ['online'],
  error: 'A day is either in the room or online, not both.',
};
const modes = (value: { in_room: string[]; online: string[] }) =>
  value.in_room.every((one) => !value.online.includes(one));

/** `revision` of the delegation as it was seen; 0 when there was none yet. */
export const delegateAdd = z
  .object({ meeting: id, party, revision: revision.default(0), ...delegateShape })
  .refine(modes, oneModeADay);
export const delegateEdit = z.object({ delegate: id, revision, ...delegateShape }).refine(modes, oneModeADay);
export const delegateRemove = z.object({ delegate: id, revision });
/** An empty text deletes the need. */
export const needWrite = z.object({
  delegate: id,
  revision,
  kind: z.enum(needKinds, 'Choose what is needed.'),
  text: optional(z.string().trim().max(most.need, `At most ${most.need} characters, please.`)),
});
export const delegationStep = z.object({ delegation: id, revision });
export const delegationReturn = z.object({
  delegation: id,
  revision,
  reason: z
    .string({ error: 'Say why, so that the party can put it right.' })
    .trim()
    .min(3, 'Say why, so that the party can put it right.')
    .max(1000, 'At most 1000 characters, please.'),
});
/** @property id made by the device, so that a repeated send counts once. @property at when the badge was read, ISO instant with offset. */
export const checkInRecord = z.object({
  id,
  participant: id,
  at: z.iso.datetime({ offset: true, error: 'Give the moment as an ISO instant.' }),
  mode: z.enum(presences, 'Choose in the room or online.').default('in-room'),
});
export const needsExpire = z.object({});
