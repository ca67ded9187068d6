import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type pg from 'pg';

const mark = '/* kept */';
/** SQL: what a query begins with whose plan a connection keeps. */
export const kept = sql.raw(mark);

/**
 * SQL: ids in a kept query, `x.id = any (${keptIds(ids)})`. PostgreSQL keeps a plan only when a plan made for the values at hand looks no cheaper, and a short list of ids
 * always does; behind a subselect the planner does not see how many there are.
 */
export const keptIds = (ids: readonly string[]): RawBuilder<string[]> => sql`array(select unnest(${ids}::uuid[]))`;

/**
 * Lets every connection of a pool keep the plans of the queries that begin with `kept`: they are prepared once under a name made from their text. Under row-level
 * security a short query over a few rows takes several times longer to plan than to run. Only for queries whose text is always the same and whose best plan does
 * not depend on the values: those that follow ids.
 */
export function keepPlans(pool: pg.Pool): pg.Pool {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const named = (text: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && text.startsWith(mark)
        ? query({ name: createHash('sha256').update(text).digest('hex').slice(0, 40), text }, ...rest)
        : query(text, ...rest);
    client.query = named as typeof client.query;
  });
  return pool;
}
