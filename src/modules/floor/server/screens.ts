import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';

/** A new secret, 256 bits, as it stands in the link; and what is kept of it. */
export function newSecret(): { secret: string; digest: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, digest: digestOf(secret) };
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The session and the maker behind the secret of a screen; `over` when it ended; null when nobody has this secret. */
export async function screenBy(
  tx: Tx,
  secret: string,
): Promise<{ session_id: string; person_id: string; over: boolean } | null> {
  const { rows } = await sql<{ session_id: string; person_id: string; over: boolean }>`
    select session_id, person_id, over from floor_screen_by(${digestOf(secret)})`.execute(tx);
  return rows[0] ?? null;
}

/** Links to the screen of a session that are in use. */
export function screensOf(
  tx: Tx,
  session: string,
  at: Date,
): Promise<{ id: string; made_at: Date; expires_at: Date }[]> {
  return tx
    .selectFrom('floor_screen')
    .select(['id', 'made_at', 'expires_at'])
    .where('session_id', '=', session)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('made_at')
    .execute();
}
