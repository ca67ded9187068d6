import { createHash } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import type { Runtime } from '../runtime.ts';

/** What may be tried how often, for one address or one recipient, by strangers. `seconds` is the length of the window. */
const limits = {
  'link.from': { most: 20, seconds: 900 },
  'link.to': { most: 5, seconds: 900 },
  'token.from': { most: 30, seconds: 900 },
  'passkey.from': { most: 60, seconds: 900 },
  'api.from': { most: 600, seconds: 60 },
  'api.token.from': { most: 60, seconds: 60 },
} as const;

export type Limited = keyof typeof limits;

/** Counts one try; false when there were too many in the present window. Who tried is kept as a digest only. */
export async function withinLimit(
  { database }: Pick<Runtime, 'database'>,
  what: Limited,
  who: string,
): Promise<boolean> {
  const key = `${what}:${createHash('sha256').update(who).digest('base64url').slice(0, 22)}`;
  const { most, seconds } = limits[what];
  const { rows } = await database.auth.query<{ take: boolean }>('select auth.take($1, $2, $3)', [key, most, seconds]);
  return rows[0]?.take === true;
}

/**
 * Counts one try and refuses when there were too many.
 * @throws Refusal `limit.tries`
 */
export async function keepLimit(runtime: Pick<Runtime, 'database'>, what: Limited, who: string): Promise<void> {
  if (!(await withinLimit(runtime, what, who)))
    throw new Refusal(
      'limit.tries',
      `Too many tries from here. Wait ${limits[what].seconds > 60 ? 'a quarter of an hour' : 'a minute'} and try again.`,
    );
}
