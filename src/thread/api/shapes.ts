import { z } from 'zod';
import {
  activityKinds,
  commitmentStates,
  ownerStates,
  recurrences,
  responses,
  tieKinds,
} from '../../modules/followup/index.ts';
import { outcomeShape, reportOfOutcomeShape } from '../../modules/records/server/index.ts';
import { toldSteps } from '../moved-since.ts';

// What the API sends of what several modules say together, and nothing else. The names are part of the contract.

export const day = z.iso.date();
const language = z.string().describe('BCP 47 language of the title or text.');
const named = z.object({
  key: z.string().describe('Key of a party or body.'),
  name: z.string(),
  language: z.string().describe('BCP 47 language the name is in.'),
});
export const body = named.extend({ id: z.uuid(), kind: z.string() });
const due = z.object({ from: day, until: day }).nullable();
const goal = z.object({
  id: z.uuid(),
  generation: z.string().describe('Key of the framework it is of.'),
  code: z.string(),
  title: z.string(),
  language,
});

/** A commitment as far as a link to it says. */
const commitmentLink = z.object({
  id: z.uuid(),
  number: z.int().describe('Printed as C-12.'),
  title: z.string(),
  language,
  state: z.enum(commitmentStates),
});

const words = { words: z.string().describe('In its own words.'), reason: z.string().nullable() };
export const commitmentLine = commitmentLink.extend({
  due,
  recurs: z.enum(recurrences).nullable(),
  raisedOn: day,
  heardOn: day.nullable().describe('The last day something was heard of it that others than its owner may know.'),
  owners: z.array(named.extend({ state: z.enum(ownerStates), ...words })),
  addressees: z.array(named.extend({ state: z.enum(responses).nullable().describe('Its response.'), ...words })),
  goals: z.array(goal),
});

export const outcomeInReport = outcomeShape.extend({ report: reportOfOutcomeShape });
export const became = z.object({
  commitments: z.array(commitmentLink).describe('Commitments it raised.'),
  later: z
    .array(z.object({ id: z.uuid(), kind: z.enum(tieKinds), day: day.nullable() }))
    .describe('Later outcomes that a person has tied to it.'),
  matched: z.int().describe('Offers or requests it was matched with.'),
});
export const saidOutcome = z.object({ outcome: outcomeInReport, became });

export const heldMeeting = z.object({
  id: z.uuid(),
  slug: z.string().describe('Name of its report in addresses.'),
  title: z.string(),
  day,
  until: day,
  place: z.string().nullable(),
  rule: z.string().nullable().describe('chatham-house where it applied.'),
});
export const comingMeeting = z.object({
  title: z.string(),
  language,
  from: day,
  until: day.describe('Latest day it can begin.'),
  place: z.string(),
  activity: z.int().nullable().describe('Number of the activity, printed as A-7.'),
});

/** Something that moved, told apart by `kind`. */
export const movement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    id: z.uuid(),
    day,
    commitment: commitmentLink,
    owner: named.nullable(),
    text: z.string(),
    language,
    evidence: z.array(
      z.object({
        kind: z.enum(['paragraph', 'file', 'link']),
        title: z.string(),
        href: z.string().describe('A path of this installation, or an https address.'),
      }),
    ),
  }),
  z.object({
    kind: z.literal('activity'),
    id: z.uuid(),
    day,
    number: z.int().describe('Printed as A-7.'),
    what: z.enum(activityKinds),
    title: z.string(),
    language,
    place: z.string(),
    commitments: z.array(commitmentLink),
  }),
  z.object({
    kind: z.literal('step'),
    id: z.string(),
    day,
    verb: z.enum(toldSteps),
    commitment: commitmentLink,
    owner: named.nullable(),
  }),
]);

export const updateRequest = z.object({
  id: z.uuid(),
  commitment: commitmentLink.omit({ state: true }),
  owner: named.nullable(),
  askedOn: day,
  answerBy: day.nullable(),
});

export const wish = z.object({
  sayings: z
    .array(
      z.object({
        id: z.uuid().describe('Of the outcome.'),
        text: z.string(),
        day: day.nullable(),
        slug: z.string().describe('Of its report.'),
        title: z.string().describe('Of its meeting.'),
      }),
    )
    .describe('The oldest first.'),
  times: z.int().describe('How many meetings said it.'),
  years: z.array(z.string()),
  commitments: z.array(z.int()).describe('Numbers of the commitments it raised.'),
});

export const goalStanding = z.object({
  goal,
  done: z.int(),
  moving: z.int(),
  silent: z.int(),
  commitments: z.array(z.int()).describe('Their numbers.'),
});

export const contribution = z.object({
  cycle: z.string().describe('Name of the plan in addresses.'),
  plan: z.string().describe('Title of the plan.'),
  version: z.int(),
  endorsed: z.boolean(),
  entry: z.uuid().describe('The same through all versions.'),
  title: z.string(),
  language,
  leads: z.boolean().describe('Whether it leads; else it takes part.'),
  when: due,
  activity: z.int().nullable().describe('Number of the activity it became, printed as A-7.'),
});

export const attendedMeeting = z.object({
  slug: z.string().describe('Name of its report in addresses.'),
  title: z.string(),
  day: day.nullable(),
  until: day.nullable(),
  place: z.string().nullable(),
  bodies: z.array(named),
  asWritten: z.string().describe('The name of the party as the report prints it.'),
});

/** The newest of a list, with how many there are in all. */
export const newestOutcomes = z.object({
  rows: z.array(outcomeInReport),
  total: z.int(),
});
