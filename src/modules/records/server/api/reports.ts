import { z } from 'zod';
import { defineListQuery, defineQuery } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { reportStages } from '../../report.ts';
import { reportPage } from '../queries/report.ts';
import { reportsAfter } from '../queries/reports.ts';
import { body, day, listedReport, namedParty, outcome } from './shapes.ts';

export const listReports = defineListQuery({
  name: 'records.report.list',
  path: '/reports',
  does: 'Reports, the latest recorded first.',
  input: z.object({
    body: z.string().max(80).optional().describe('Key or id of a body that met.'),
    year: z.coerce.number().int().min(1900).max(2200).optional().describe('Year of the meeting.'),
    place: z.string().max(200).optional(),
    stage: z.enum(reportStages).optional(),
  }),
  output: listedReport,
  permission: ['public'],
  run: ({ tx, input, language }, wanted) =>
    reportsAfter(
      tx,
      {
        body: input.body ?? null,
        year: input.year ?? null,
        place: input.place ?? null,
        stage: input.stage ?? null,
        page: 1,
      },
      wanted,
      language,
    ),
});

const paragraph = z.object({
  id: z.uuid(),
  number: z.int(),
  label: z.string().nullable(),
  path: z.string().nullable(),
  labelSupplied: z.boolean(),
  level: z.int(),
  parent: z.uuid().nullable(),
  start: z.int(),
  text: z.string(),
});

export const readReport = defineQuery({
  name: 'records.report.read',
  path: '/reports/{report}',
  does: 'One report: its meeting, paragraphs, outcomes and who took part, in the version that stands or an earlier one.',
  input: z.object({
    report: z.string().max(200).describe('Its name in addresses, 2019-10-09-skopje.'),
    version: z.coerce.number().int().min(1).optional(),
  }),
  output: z.object({
    id: z.uuid(),
    slug: z.string(),
    stage: z.enum(reportStages),
    revision: z.int(),
    meeting: z.object({
      title: z.string(),
      start_day: day,
      end_day: day,
      place: z.string().nullable(),
      mode: z.string().nullable(),
      rule: z.string().nullable(),
      bodies: z.array(body),
    }),
    version: z.object({ n: z.int(), current: z.boolean(), at: z.iso.datetime(), pages: z.int().nullable() }),
    paragraphs: z.array(paragraph),
    outcomes: z.array(outcome),
    attendance: z
      .array(namedParty.extend({ kind: z.enum(['state', 'organisation']) }))
      .describe('Empty under the Chatham House Rule for those who do not review.'),
  }),
  permission: ['public'],
  async run({ tx, input, language }) {
    const page = await reportPage(tx, input.report, language, input.version ?? null);
    if (!page) throw new Refusal('records.report.not-found', 'There is no such report, or it is not for you to see.');
    const { report, meeting, version, paragraphs, outcomes, attendance } = page;
    return { ...report, meeting, version, paragraphs, outcomes, attendance };
  },
});
