import { z } from 'zod';
import { activityKinds } from '../../entry.ts';
import { cycleStages, partyStates } from '../../cycle.ts';
import { dispositions } from '../../dispositions.ts';

// What the API sends of plans, and nothing else. The names are part of the contract.

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const told = z.object({ text: z.string(), language: z.string() });
const named = z.object({ key: z.string(), name: z.string() });

export const cycle = z.object({
  id: z.uuid(),
  slug: z.string().describe('Its name in addresses.'),
  revision: z.int(),
  title: told,
  body: named,
  firstDay: day,
  lastDay: day,
  stage: z.enum(cycleStages),
  inputsDue: moment,
  commentsDue: moment.nullable(),
  zone: z.string().describe('IANA zone on whose clock the deadlines are.'),
  lateInputs: z.boolean(),
  openedOn: day.nullable(),
  generation: z.object({ id: z.uuid(), title: z.string() }),
});

export const cycleWhole = cycle.extend({
  parties: z
    .array(
      named.extend({
        state: z.enum(partyStates),
        submittedAt: moment.nullable(),
        left: z.boolean().describe('It has left the body since the call.'),
        entries: z.int().nullable(),
      }),
    )
    .describe('The parties asked; empty for the public.'),
  versions: z.array(
    z.object({
      n: z.int(),
      at: moment,
      note: z.string().nullable(),
      commentsDue: moment.nullable(),
      entries: z.int(),
      endorsed: z.boolean(),
    }),
  ),
});

const entry = z.object({
  id: z.uuid().describe('The same through all versions.'),
  revision: z.int(),
  kind: z.enum(activityKinds),
  title: told,
  description: told.nullable(),
  leads: z.array(named),
  partners: z.array(named),
  otherPartners: z.string().nullable(),
  when: z.object({ from: day, until: day }).nullable(),
  place: z.string().nullable(),
  funding: z.string().nullable(),
  goals: z.array(z.object({ id: z.uuid(), code: z.string(), title: z.string(), ordinal: z.int() })),
  strands: z.array(z.object({ id: z.uuid(), key: z.string(), title: z.string() })),
  commitments: z.array(z.object({ id: z.uuid(), number: z.int(), title: z.string() })),
});

export const version = z.object({
  cycle,
  n: z.int(),
  at: moment,
  note: z.string().nullable(),
  namesDay: day.describe('Parties are named as of this day.'),
  commentsDue: moment.nullable(),
  newest: z.boolean(),
  endorsed: z.boolean(),
  endorsedOn: day.nullable(),
  entries: z.array(entry),
  comments: z.array(
    z.object({
      id: z.uuid(),
      revision: z.int(),
      entry: z.uuid().nullable().describe('The entry it is about; null for the plan as a whole.'),
      party: named,
      text: z.string(),
      at: moment,
      late: z.boolean(),
      disposition: z.enum(dispositions).nullable(),
      reason: z.string().nullable(),
      decidedAt: moment.nullable(),
    }),
  ),
});
