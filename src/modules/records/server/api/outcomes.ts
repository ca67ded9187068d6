import { z } from 'zod';
import { defineListQuery, defineQuery } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeKinds, outcomeStates } from '../../outcome.ts';
import { outcomePage } from '../queries/outcome.ts';
import { outcomesAfter } from '../queries/outcomes.ts';
import { outcome, reportOfOutcome } from './shapes.ts';

const key = z.string().max(80);

export const listOutcomes = defineListQuery({
  name: 'records.outcome.list',
  path: '/outcomes',
  does: 'Outcomes of all reports, the latest recorded first; proposed and confirmed ones unless a state is asked for.',
  input: z.object({
    kind: z.enum(outcomeKinds).optional(),
    state: z.enum(outcomeStates).optional(),
    party: key.optional().describe('Key of a party or body that it is by or to: TUR, org:iom, body:….'),
    role: z.enum(['by', 'to']).optional().describe('Whether that party says it, or it is addressed to that party.'),
    until: z.iso
      .date('must be a day, year-month-day')
      .optional()
      .describe('Of meetings that began on this day or before.'),
    body: key.optional().describe('Key or id of a body that met.'),
    report: z.uuid().optional(),
    goal: z.coerce.number().int().min(1).max(99).optional(),
    year: z.coerce.number().int().min(1900).max(2200).optional().describe('Year of the meeting.'),
  }),
  output: outcome.extend({ report: reportOfOutcome }),
  permission: ['public'],
  run: ({ tx, input, language }, wanted) =>
    outcomesAfter(
      tx,
      {
        kind: input.kind ?? null,
        state: input.state ?? null,
        party: input.party ?? null,
        role: input.role ?? null,
        until: input.until ?? null,
        body: input.body ?? null,
        report: input.report ?? null,
        goal: input.goal ?? null,
        year: input.year ?? null,
        sort: 'newest',
        page: 1,
      },
      wanted,
      language,
    ),
});

export const readOutcome = defineQuery({
  name: 'records.outcome.read',
  path: '/outcomes/{outcome}',
  does: 'One outcome with the report it stands in.',
  input: z.object({ outcome: z.uuid() }),
  output: outcome.extend({ report: reportOfOutcome, replacedBy: z.uuid().nullable() }),
  permission: ['public'],
  async run({ tx, input, language }) {
    const page = await outcomePage(tx, input.outcome, language);
    if (!page) throw new Refusal('records.outcome.not-found', 'There is no such outcome, or it is not for you to see.');
    return { ...page.outcome, report: page.report, replacedBy: page.replacedBy };
  },
});
