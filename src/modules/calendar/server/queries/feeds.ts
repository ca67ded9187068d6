import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';

export interface FeedRow {
  id: string;
  name: string;
  query: string;
  made_at: Date;
  renewed_at: Date | null;
}

/** A new secret, 256 bits, as it stands in the link; and what is kept of it. */
export function newSecret(): { secret: string; digest: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, digest: digestOf(secret) };
}

/** SHA-256 of a secret. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The feeds of whoever asks that are in use, oldest first. */
export function myFeeds(tx: Tx): Promise<FeedRow[]> {
  return tx
    .selectFrom('calendar_feed')
    .select(['id', 'name', 'query', 'made_at', 'renewed_at'])
    .where('revoked_at', 'is', null)
    .orderBy('made_at')
    .execute();
}

/** Whose feed a secret opens; `over` when it was revoked or its person has ended; `null` when nobody has this secret. */
export async function feedBy(
  tx: Tx,
  secret: string,
): Promise<{ person_id: string; query: string; over: boolean } | null> {
  const { rows } = await sql<{ person_id: string; query: string; over: boolean }>`
    select person_id, query, over from calendar_feed_by(${digestOf(secret)})`.execute(tx);
  return rows[0] ?? null;
}
