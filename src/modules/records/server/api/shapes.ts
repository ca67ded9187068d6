import { z } from 'zod';
import { outcomeKinds, outcomeStates } from '../../outcome.ts';
import { reportStages } from '../../report.ts';

// What the API sends of records, and nothing else. The names are part of the contract.

export const day = z.iso.date().nullable();
export const namedParty = z.object({
  party: z.string().nullable().describe('Key in the register; null when it does not know the name.'),
  name: z.string().describe('Its name on the day of the meeting, else as written.'),
  asWritten: z.string(),
});
export const body = z.object({ id: z.uuid(), key: z.string(), name: z.string() });

const reportFields = {
  id: z.uuid(),
  slug: z.string().describe('Its name in addresses.'),
  title: z.string(),
  start_day: day,
  end_day: day,
  place: z.string().nullable(),
  stage: z.enum(reportStages),
  bodies: z.array(body),
};
export const reportOfOutcome = z.object(reportFields);
export const listedReport = z.object({
  ...reportFields,
  mode: z.string().nullable(),
  rule: z.string().nullable().describe('chatham-house where it applied.'),
  version: z.int(),
  confirmed: z.int().describe('Confirmed outcomes.'),
  proposed: z.int().nullable().describe('Proposed outcomes; null for those who may see none.'),
});

export const outcome = z.object({
  id: z.uuid(),
  number: z.int().describe('Permanent number within its report.'),
  revision: z.int(),
  kind: z.enum(outcomeKinds),
  state: z.enum(outcomeStates),
  start: z.int().describe('First UTF-16 unit of its span in the text of the version it stands in.'),
  end: z.int(),
  text: z.string(),
  paragraphId: z.uuid().nullable(),
  paragraph: z.string().nullable().describe('Label path, 5.a'),
  by: z.array(namedParty),
  to: z.array(namedParty),
  goals: z.array(z.int()),
  when: z.object({ from: z.iso.date(), until: z.iso.date(), asWritten: z.string() }).nullable(),
  replaces: z.uuid().nullable().describe('The outcome of an earlier version whose changed sentence this is.'),
});
