import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { needsExpire } from '../../forms.ts';

export const expireNeeds = defineAction({
  name: 'delegations.need.expire',
  does: 'Deletes needs whose day of deletion has come (UTC). Called by the clock.',
  input: needsExpire,
  permission: ['system'],
  async run({ tx, at, log }) {
    const { rows } = await sql`
      delete from delegate_need where delete_on <= (${at}::timestamptz at time zone 'UTC')::date returning id`.execute(
      tx,
    );
    log(`Deleted ${rows.length} needs of delegates whose time was over.`, '/meetings');
    return { deleted: rows.length };
  },
});
