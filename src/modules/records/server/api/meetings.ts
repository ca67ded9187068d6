import { sql } from 'kysely';
import { z } from 'zod';
import { defineListQuery } from '../../../../kernel/query.ts';
import { bodiesOf } from '../queries/bodies.ts';
import { body, day } from './shapes.ts';

const meeting = z.object({
  id: z.uuid(),
  title: z.string(),
  start_day: day,
  end_day: day,
  place: z.string().nullable(),
  mode: z.string().nullable(),
  bodies: z.array(body),
  reports: z.array(z.string()).describe('Names of its reports in addresses.'),
});

export const listMeetings = defineListQuery({
  name: 'records.meeting.list',
  path: '/meetings',
  does: 'Meetings that have been recorded, the latest recorded first.',
  input: z.object({
    body: z.string().max(80).optional().describe('Key of a body that met.'),
    from: z.iso.date('must be a day, year-month-day').optional().describe('Began on this day or later.'),
    until: z.iso.date('must be a day, year-month-day').optional().describe('Began on this day or earlier.'),
  }),
  output: meeting,
  permission: ['public'],
  async run({ tx, input, language }, { after, rows: most }) {
    const { rows } = await sql<z.infer<typeof meeting>>`
      select m.id, m.title, m.start_day, m.end_day, m.place, m.mode, ${bodiesOf(language)} as bodies,
        coalesce((select json_agg(r.slug order by r.slug) from report r where r.meeting_id = m.id), '[]') as reports
      from meeting m where (${after}::uuid is null or m.id < ${after}::uuid)
        and (${input.from ?? null}::date is null or m.start_day >= ${input.from ?? null}::date)
        and (${input.until ?? null}::date is null or m.start_day <= ${input.until ?? null}::date)
        and (${input.body ?? null}::text is null or exists (select from meeting_body mb join body b on b.id = mb.body_id where mb.meeting_id = m.id and b.key = ${input.body ?? null}))
      order by m.id desc limit ${most}`.execute(tx);
    return rows;
  },
});
