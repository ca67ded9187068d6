import { z } from 'zod';
import { defineQuery } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { tiesOfOutcome, tiesOfReport } from '../queries/ties.ts';
import { tie } from './shapes.ts';

export const readTiesOfOutcome = defineQuery({
  name: 'followup.tie.of-outcome',
  path: '/outcomes/{outcome}/ties',
  does: 'What an outcome repeats, follows, fulfils or matches, and what later ones do so with it; each with its reasons.',
  input: z.object({ outcome: z.uuid() }),
  output: z.object({
    before: z.array(tie).describe('To earlier outcomes and to commitments.'),
    after: z.array(tie).describe('Of later outcomes to this one.'),
  }),
  permission: ['public'],
  run: ({ tx, input, language }) => tiesOfOutcome(tx, input.outcome, language),
});

export const readTiesOfReport = defineQuery({
  name: 'followup.tie.of-report',
  path: '/reports/{report}/ties',
  does: 'Ties of all outcomes of a report to earlier ones.',
  input: z.object({ report: z.string().max(200).describe('Its name in addresses, 2019-10-09-skopje.') }),
  output: z.object({
    report: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), stage: z.string() }),
    ties: z.array(tie),
  }),
  permission: ['public'],
  async run({ tx, input, language }) {
    const found = await tiesOfReport(tx, input.report, language);
    if (!found) throw new Refusal('followup.report.not-found', 'There is no such report, or it is not for you to see.');
    return { report: found.report, ties: found.ties };
  },
});
