import { z } from 'zod';
import { day, id, key, list, optional, optionalWords, words } from '../../kernel/form-fields.ts';
import { delegateRoles, needKinds, presences } from './delegation.ts';

// What pages, API and command line send in.

/** That of a delegation begins at 0: there is none yet. */
const revision = z.coerce.number().int().min(0);
const days = list(day, 31, 'At most 31 days, please.');

/** Limits of a delegation. */
export const most = { delegates: 60, name: 200, function: 300, need: 1000 } as const;

const delegateShape = {
  name: words(1, most.name, 'Give the name as it is to be printed.'),
  function: optionalWords(most.function),
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
  .object({ meeting: id, party: key, revision: revision.default(0), ...delegateShape })
  .refine(modes, oneModeADay);
export const delegateEdit = z.object({ delegate: id, revision, ...delegateShape }).refine(modes, oneModeADay);
export const delegateRemove = z.object({ delegate: id, revision });
/** An empty text deletes the need. */
export const needWrite = z.object({
  delegate: id,
  revision,
  kind: z.enum(needKinds, 'Choose what is needed.'),
  text: optionalWords(most.need),
});
export const delegationStep = z.object({ delegation: id, revision });
export const delegationReturn = z.object({
  delegation: id,
  revision,
  reason: words(3, 1000, 'Say why, so that the party can put it right.'),
});
/** @property id made by the device, so that a repeated send counts once. @property at when the badge was read, ISO instant with offset. */
export const checkInRecord = z.object({
  id,
  participant: id,
  at: z.iso.datetime({ offset: true, error: 'Give the moment as an ISO instant.' }),
  mode: z.enum(presences, 'Choose in the room or online.').default('in-room'),
});
export const needsExpire = z.object({});
