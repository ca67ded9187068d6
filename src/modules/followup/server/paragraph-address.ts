import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { isId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';

/** A paragraph by what a person copies: `/reports/<slug>#p5`, `/reports/<slug>#o-<outcome>`, `/outcomes/<id>`, with or without host and language. */
export function readAddress(address: string): { slug: string; number: number } | { outcome: string } | null {
  const outcome = /(?:\/outcomes\/|#o-)([0-9a-f-]{36})/.exec(address)?.[1];
  if (outcome && isId(outcome)) return { outcome };
  const found = /\/reports\/([a-z0-9-]+)(?:[/?][^#]*)?#p(\d{1,6})$/.exec(address);
  return found ? { slug: found[1]!, number: Number(found[2]) } : null;
}

/**
 * The paragraph at an address, as far as the person may read it, with its label for readers. What report it stands in is told to who may read that.
 * @throws Refusal `followup.paragraph.not-found`
 */
export async function paragraphAt(tx: Tx, address: string): Promise<{ id: string; title: string }> {
  const place = readAddress(address.trim());
  const refuse = (why: string) => new Refusal('followup.paragraph.not-found', why, { field: 'paragraphs' });
  if (!place)
    throw refuse(
      `“${address.slice(0, 80)}” is not the address of a paragraph. Open the report, click the number of the paragraph, and copy the address of the page.`,
    );
  const wanted =
    'outcome' in place
      ? sql`p.id = (select o.paragraph_id from outcome o where o.id = ${place.outcome})`
      : sql`r.slug = ${place.slug} and p.number = ${place.number}`;
  const { rows } = await sql<{ id: string; title: string }>`
    select p.id, '¶ ' || coalesce(v.label_path, p.number::text) as title
    from paragraph p join report r on r.id = p.report_id
    left join paragraph_version v on v.paragraph_id = p.id and v.current where ${wanted}`.execute(tx);
  if (!rows[0]) throw refuse(`There is no paragraph at ${address.slice(0, 80)}.`);
  return rows[0];
}
