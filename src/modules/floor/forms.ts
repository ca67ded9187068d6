import { z } from 'zod';
import { id, optional, optionalWords, revision, ticked, words } from '../../kernel/form-fields.ts';
import { turnKinds } from './intervention.ts';
import { pointKinds } from './view.ts';

// What pages, API and command line send in.

/** Made by the device that sends: the same command sent again counts once. */
const command = id;
export const turnStep = z.object({ command, turn: id, revision });
/** Giving the floor says who was seen to have it, so that two people who lead do not cut off each other’s speaker. */
export const turnGive = z.object({ command, turn: id, revision, current: optional(id) });
export const turnWrite = z.object({
  command,
  turn: id,
  revision,
  text: words(1, 20_000, 'Write the statement, or paste it.'),
});
/** To stand before another one; without it at the end. */
export const turnMove = z.object({ command, turn: id, revision, before: optional(id) });
export const turnAsk = z
  .object({
    command,
    session: id,
    party: optional(id),
    speaker: optionalWords(200),
    kind: z.enum(turnKinds).exclude(['tour']).default('statement'),
    text: optionalWords(20_000),
  })
  .refine((value) => value.party !== null || value.speaker !== null, {
    path: ['speaker'],
    error: 'Say who speaks: a party, or a name.',
  });
export const tourMake = z.object({
  command,
  session: id,
  from: z.enum(['invited', 'approved']).default('invited'),
  chair_first: ticked,
});
export const sessionStep = z.object({ command, session: id, revision });
const seconds = (most: number) =>
  optional(z.coerce.number().int('Whole seconds, please.').min(10, 'At least 10 seconds.').max(most));
export const timeSet = z.object({
  command,
  session: id,
  revision,
  seconds_each: seconds(7200),
  seconds_party: seconds(36_000),
});
export const pointAdd = z.object({
  command,
  session: id,
  kind: z.enum(pointKinds, 'Choose what it is.'),
  text: words(3, 2000, 'Write the point in one sentence.'),
  party: optional(id),
  turn: optional(id),
});
export const pointEdit = z.object({
  command,
  point: id,
  revision,
  kind: z.enum(pointKinds, 'Choose what it is.'),
  text: words(3, 2000, 'Write the point in one sentence.'),
  party: optional(id),
});
export const pointStep = z.object({ command, point: id, revision });
export const pointsReport = z.object({ command, session: id });
/** A save of a note. `edit` counts the changes made on that device: a save that arrives late changes nothing. */
export const noteWrite = z.object({
  note: id,
  session: id,
  turn: optional(id),
  device: id,
  edit: z.coerce.number().int().min(1).max(1_000_000),
  text: words(1, 20_000, 'Write the note.'),
  at: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.date().optional()),
});
export const noteStep = z.object({ note: id, revision });
export const notesSend = z.object({ session: id });
export const screenMake = z.object({
  session: id,
  hours: z.coerce.number().int().min(1).max(168).default(12),
});
export const screenRevoke = z.object({ screen: id });
