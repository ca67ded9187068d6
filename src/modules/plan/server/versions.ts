import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { sameContent, type EntryContent } from '../entry.ts';
import { bare, standingEntries } from './entries.ts';

/** Most entries in one plan: what a page, a workbook and a printed paper still hold. */
export const mostEntries = 500;

/**
 * Appends a version with a frozen copy of every standing entry. The cycle is locked by the caller.
 * @throws Refusal `plan.version.empty`, `plan.version.too-large`
 */
export async function appendVersion(
  tx: Tx,
  version: {
    id: string;
    cycle_id: string;
    note: string | null;
    names_day: string;
    comments_due: Date | null;
    at: Date;
    by: string;
  },
): Promise<{ n: number; entries: number }> {
  const entries = await standingEntries(tx, { cycle: version.cycle_id });
  if (entries.length === 0)
    throw new Refusal('plan.version.empty', 'The plan has no entry yet; take over what was submitted, or add one.');
  if (entries.length > mostEntries)
    throw new Refusal(
      'plan.version.too-large',
      `A plan holds at most ${mostEntries} entries; this one has ${entries.length}. Merge some.`,
    );
  const n = ((await newestVersion(tx, version.cycle_id))?.n ?? 0) + 1;
  await tx
    .insertInto('plan_version')
    .values({ ...version, n })
    .execute();
  await tx
    .insertInto('plan_version_entry')
    .values(
      entries.map((entry, index) => ({
        version_id: version.id,
        entry_id: entry.id,
        ordinal: index + 1,
        revision: entry.revision,
        content: JSON.stringify(bare(entry)),
      })),
    )
    .execute();
  return { n, entries: entries.length };
}

/** The newest version of a cycle; undefined when none was circulated. */
export async function newestVersion(
  tx: Tx,
  cycle: string,
): Promise<{ id: string; n: number; comments_due: Date | null } | undefined> {
  const { rows } = await sql<{ id: string; n: number; comments_due: Date | null }>`
    select id, n, comments_due from plan_version where cycle_id = ${cycle} order by n desc limit 1`.execute(tx);
  return rows[0];
}

/** How many entries of the plan as it stands differ from a version: changed, added or taken out. Read by who sees the plan being assembled. */
export async function unlikeVersion(tx: Tx, cycle: string, version: string): Promise<number> {
  const standing = await standingEntries(tx, { cycle });
  const { rows } = await sql<{ entry_id: string; content: EntryContent }>`
    select entry_id, content from plan_version_entry where version_id = ${version}`.execute(tx);
  const frozen = new Map(rows.map((row) => [row.entry_id, row.content]));
  const changed = standing.filter((entry) => {
    const copy = frozen.get(entry.id);
    return copy === undefined || !sameContent(copy, bare(entry));
  }).length;
  const gone = rows.filter((row) => !standing.some((entry) => entry.id === row.entry_id)).length;
  return changed + gone;
}
