import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../../kernel/action.ts';
import { seekReferences } from '../ties/references.ts';

export const seek = defineAction({
  name: 'followup.reference.seek',
  does: 'Looks at the references of reports with a new text. Redthread does it by itself.',
  input: z.object({}),
  permission: ['system'],
  logs: false,
  async run({ tx, at }) {
    await sql`select pg_advisory_xact_lock(hashtext('followup.reference.seek'))`.execute(tx);
    // As with outcomes: what a change still going on holds is left for the next time.
    const { rows } = await sql<{ report_id: string }>`
      delete from report_to_seek where report_id in (select report_id from report_to_seek order by since limit 20 for update skip locked)
      returning report_id`.execute(tx);
    let references = 0;
    for (const { report_id } of rows) references += await seekReferences(tx, report_id, at);
    return { reports: rows.length, references };
  },
});
