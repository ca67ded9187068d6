import { z } from 'zod';
import { activityKinds, activityRoles, activityStates } from '../../activity.ts';
import { audiences, commitmentStates, ownerStates, ownerVerbs, responses } from '../../commitment.ts';
import { recurrences } from '../../due.ts';

// What the API sends of follow-up, and nothing else. The names are part of the contract.

export const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const due = z.object({ from: day, until: day }).nullable();
const language = z.string().describe('BCP 47 language of the title.');
export const holder = z.object({ key: z.string().describe('Key of a party or body.'), name: z.string() });
const goal = z.object({ id: z.uuid(), code: z.string(), title: z.string(), generation: z.string() });
const numbered = z.object({ number: z.int(), title: z.string() });

export const listedCommitment = z.object({
  id: z.uuid(),
  number: z.int().describe('Printed as C-12.'),
  title: z.string(),
  language,
  state: z.enum(commitmentStates),
  body: holder.nullable(),
  due,
  recurs: z.enum(recurrences).nullable(),
  occurrence: z.int().describe('Which time of one that recurs, from 1.'),
  raised: day,
  heard: day.nullable().describe('The last day something was heard of it, as far as you may know.'),
  owners: z.array(holder.extend({ state: z.enum(ownerStates) })),
  addressees: z.array(holder),
  goals: z.array(goal),
  outcomes: z.int().describe('Outcomes that raise it.'),
  reported: z.int().describe('Owners of whom others can read a progress report.'),
});

const evidence = z.object({
  id: z.uuid(),
  kind: z.enum(['paragraph', 'file', 'link']),
  title: z.string(),
  audience: z.enum(audiences),
  link: z.string().nullable(),
  path: z.string().nullable().describe('Address of the paragraph.'),
  day: day.nullable(),
  size: z.int().nullable(),
});

export const commitment = z.object({
  ...listedCommitment.pick({
    id: true,
    number: true,
    title: true,
    language: true,
    state: true,
    body: true,
    due: true,
    recurs: true,
    occurrence: true,
    raised: true,
    heard: true,
    goals: true,
  }).shape,
  wording: z.string(),
  audience: z.enum(['participants', 'public']),
  recursUntil: day.nullable(),
  reason: z.string().nullable(),
  raisedBy: z.string().nullable(),
  revision: z.int(),
  supersededBy: numbered.nullable(),
  supersedes: z.array(numbered),
  outcomes: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      kind: z.string(),
      slug: z.string().describe('Of its report.'),
      title: z.string(),
      day: day.nullable(),
      paragraph: z.string().nullable().describe('Label path, 5.a'),
    }),
  ),
  owners: z.array(
    holder.extend({
      id: z.uuid(),
      state: z.enum(ownerStates),
      words: z.string(),
      reason: z.string().nullable(),
      since: moment,
      confirmedBy: z.string().nullable(),
      revision: z.int(),
      leftOn: day.nullable().describe('Since when the party no longer has a seat in the body.'),
      own: z.boolean().describe('Whether you act for it.'),
      verbs: z.array(z.enum(ownerVerbs)).describe('Steps you may make.'),
    }),
  ),
  addressees: z.array(
    holder.extend({
      id: z.uuid(),
      response: z.enum(responses).nullable(),
      reason: z.string().nullable(),
      respondedAt: moment.nullable(),
      revision: z.int(),
      own: z.boolean(),
    }),
  ),
  progress: z.array(
    z.object({
      id: z.uuid(),
      owner: z.string(),
      occurrence: z.int(),
      day,
      text: z.string(),
      language: z.string(),
      audience: z.enum(audiences),
      at: moment,
      who: z.string().nullable(),
      withdrawnReason: z.string().nullable(),
      corrects: z.boolean(),
      own: z.boolean(),
      evidence: z.array(evidence),
    }),
  ),
  requests: z.array(
    z.object({
      id: z.uuid(),
      owner: z.string(),
      who: z.string().nullable(),
      note: z.string(),
      answerBy: day.nullable(),
      at: moment,
      answeredAt: moment.nullable(),
    }),
  ),
  activities: z.array(
    numbered.extend({ language, state: z.enum(activityStates), from: day.nullable(), until: day.nullable() }),
  ),
});

export const listedActivity = z.object({
  id: z.uuid(),
  number: z.int().describe('Printed as A-7.'),
  kind: z.enum(activityKinds),
  title: z.string(),
  language,
  state: z.enum(activityStates),
  body: holder.nullable(),
  from: day.nullable().describe('It begins between from and until; both the same when the day is fixed.'),
  until: day.nullable(),
  endsOn: day.nullable(),
  place: z.string(),
  parties: z.array(holder.extend({ role: z.enum(activityRoles) })),
  commitments: z.array(numbered),
});

export const activity = listedActivity.extend({
  description: z.string(),
  audience: z.enum(['participants', 'public']),
  funding: z.string(),
  strand: z.string().nullable(),
  strandName: z.string().nullable(),
  reason: z.string().nullable(),
  revision: z.int(),
  goals: z.array(goal),
  enteredAt: moment,
  enteredBy: z.string().nullable(),
});

const tiedOutcome = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.string(),
  text: z.string(),
  paragraph: z.string().nullable(),
  title: z.string().describe('Of its meeting.'),
  slug: z.string(),
  day: day.nullable(),
});
export const tie = z.object({
  id: z.uuid(),
  revision: z.int(),
  kind: z.enum(['repeats', 'follows', 'fulfils', 'supersedes', 'matches']),
  state: z.enum(['proposed', 'accepted', 'rejected']),
  rank: z.int().nullable().describe('Place among the suggestions; null when a person made it.'),
  reason: z.string().nullable().describe('Why it was rejected.'),
  later: tiedOutcome,
  earlier: tiedOutcome.nullable(),
  commitment: numbered.extend({ id: z.uuid(), state: z.string() }).nullable(),
  reasons: z.array(
    z.object({
      code: z.enum([
        'same-object',
        'same-words',
        'same-region',
        'same-goal',
        'same-party',
        'later',
        'same-report',
        'offer-meets-request',
      ]),
      name: z.string(),
      months: z.int().describe('Whole months, for later.'),
    }),
  ),
  decided: z.object({ who: z.string().nullable(), at: moment }).nullable(),
  undoable: z.boolean(),
  may: z.boolean().describe('Whether you may decide about it.'),
});
