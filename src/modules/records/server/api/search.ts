import { z } from 'zod';
import { defineQuery } from '../../../../kernel/query.ts';
import { outcomeKinds } from '../../outcome.ts';
import { reportStages } from '../../report.ts';
import { search } from '../queries/search.ts';
import { day, outcome } from './shapes.ts';

const found = {
  report: z.object({
    id: z.uuid(),
    slug: z.string().describe('Its name in addresses.'),
    title: z.string(),
    start_day: day,
    stage: z.enum(reportStages),
  }),
  runs: z
    .array(z.object({ text: z.string(), hit: z.boolean().describe('A word that was looked for.') }))
    .describe('The sentences that answer, piece by piece; plain text.'),
};

export const searchRecords = defineQuery({
  name: 'records.text.search',
  path: '/search',
  does: 'Sentences of reports, or outcomes, that answer a question: twenty at a time, the words that were found marked.',
  input: z.object({
    q: z.string().trim().min(1).max(400).describe('Words; "a phrase"; -not.'),
    in: z.enum(['text', 'outcomes']).default('text'),
    order: z.enum(['relevance', 'date']).default('relevance'),
    body: z.string().max(80).optional().describe('Key or id of a body that met.'),
    party: z.string().max(80).optional().describe('Key of a party: only what it says, or what is said to it.'),
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    kind: z.enum(outcomeKinds).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z.object({
    asked: z.boolean().describe('False when the question has no word to look for.'),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    paragraphs: z.array(
      z.object({
        ...found,
        paragraph: z.object({
          id: z.uuid(),
          number: z.int().describe('Permanent number within its report.'),
          label: z.string().nullable(),
          path: z.string().nullable().describe('Label path, 5.a'),
        }),
      }),
    ),
    outcomes: z.array(z.object({ ...found, outcome })),
  }),
  permission: ['public'],
  run: ({ tx, input, language }) =>
    search(
      tx,
      {
        q: input.q,
        in: input.in,
        order: input.order,
        body: input.body ?? null,
        party: input.party ?? null,
        year: input.year ?? null,
        kind: input.kind ?? null,
        page: input.page,
      },
      language,
    ),
});
