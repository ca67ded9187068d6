import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';

/**
 * Whether these bytes are here already, as far as the actor may see: as a report, or as an import that waits.
 * A discarded or failed import does not count; the file may come again.
 */
export async function knownFile(tx: Tx, sha256: string): Promise<{ sentence: string; link: string } | null> {
  const { rows } = await sql<{
    slug: string | null;
    title: string | null;
    n: number | null;
    import: string | null;
    name: string;
  }>`
    select r.slug, m.title, v.n, null as import, f.name from stored_file f
      join report_version v on v.file_id = f.id join report r on r.id = v.report_id join meeting m on m.id = r.meeting_id where f.sha256 = ${sha256}
    union all
    select null, null, null, i.id::text, f.name from stored_file f join import i on i.file_id = f.id
      where f.sha256 = ${sha256} and i.state in ('received', 'read')
    limit 1`.execute(tx);
  const found = rows[0];
  if (!found) return null;
  if (found.slug)
    return {
      sentence: `This very file is already here: version ${found.n} of “${found.title}”.`,
      link: `/reports/${found.slug}`,
    };
  return {
    sentence: `This very file already waits for a decision, as ${found.name}.`,
    link: `/import/${found.import}`,
  };
}
