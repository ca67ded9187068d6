import { sql } from 'kysely';
import { system } from '../../actor.ts';
import { introduce } from '../db/database.ts';
import type { Runtime } from '../runtime.ts';

/** Removes what is worthless: ended sessions, old tokens and challenges, counted tries of yesterday, mails after thirty days. */
export async function tidySignIn({ database }: Runtime): Promise<void> {
  await database.auth.query('delete from auth."session" where "expiresAt" < now()');
  await database.auth.query('delete from auth."verification" where "expiresAt" < now()');
  await database.auth.query('delete from public.passkey_challenge where expires_at < now()');
  await database.auth.query(`delete from auth.attempt where since < now() - interval '1 day'`);
  await database.app.transaction().execute(async (tx) => {
    await introduce(tx, system);
    await sql`delete from mail where created_at < now() - interval '30 days'`.execute(tx);
  });
}
