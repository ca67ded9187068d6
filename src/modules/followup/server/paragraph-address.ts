import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { isId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { EvidenceOffer, OfferedParagraph } from '../evidence.ts';
import { mostParagraphs } from '../forms.ts';

/** A paragraph by what a person copies: `/reports/<slug>#p5`, `/reports/<slug>#o-<outcome>`, `/outcomes/<id>`, with or without host and language. */
export function readAddress(address: string): { slug: string; number: number } | { outcome: string } | null {
  const outcome = /(?:\/outcomes\/|#o-)([0-9a-f-]{36})/.exec(address)?.[1];
  if (outcome && isId(outcome)) return { outcome };
  const found = /\/reports\/([a-z0-9-]+)(?:[/?][^#]*)?#p(\d{1,6})$/.exec(address);
  return found ? { slug: found[1]!, number: Number(found[2]) } : null;
}

interface Place {
  id: string;
  slug: string;
  number: number;
  label: string | null;
  text: string;
  report: string;
  day: string | null;
}

async function placeAt(tx: Tx, address: NonNullable<ReturnType<typeof readAddress>>): Promise<Place | undefined> {
  const wanted =
    'outcome' in address
      ? sql`p.id = (select o.paragraph_id from outcome o where o.id = ${address.outcome})`
      : sql`r.slug = ${address.slug} and p.number = ${address.number}`;
  const { rows } = await sql<Place>`
    select p.id, r.slug, p.number, v.label_path as label, coalesce(v.text, '') as text, m.title as report, m.start_day as day
    from paragraph p join report r on r.id = p.report_id join meeting m on m.id = r.meeting_id
    left join paragraph_version v on v.paragraph_id = p.id and v.current where ${wanted}`.execute(tx);
  return rows[0];
}

/**
 * The paragraph at an address, as far as the person may read it, with its label for readers. What report it stands in is told to who may read that.
 * @throws Refusal `followup.paragraph.not-found`
 */
export async function paragraphAt(tx: Tx, address: string): Promise<{ id: string; title: string }> {
  const read = readAddress(address.trim());
  const refuse = (why: string) => new Refusal('followup.paragraph.not-found', why, { field: 'paragraphs' });
  if (!read)
    throw refuse(
      `“${address.slice(0, 80)}” is not the address of a paragraph. Open the report, click the number of the paragraph, and copy the address of the page.`,
    );
  const place = await placeAt(tx, read);
  if (!place) throw refuse(`There is no paragraph at ${address.slice(0, 80)}.`);
  return { id: place.id, title: `¶ ${place.label ?? place.number}` };
}

/** Paragraphs a form has chosen, each once, to be shown again; an address that leads nowhere for this person is left as it was typed. */
export async function paragraphsChosen(
  tx: Tx,
  addresses: readonly string[],
): Promise<Pick<EvidenceOffer, 'chosen' | 'unknown'>> {
  const chosen = new Map<string, OfferedParagraph>();
  const unknown: string[] = [];
  for (const address of addresses.filter((one) => one.trim() !== '').slice(0, mostParagraphs)) {
    const read = readAddress(address.trim());
    const place = read && (await placeAt(tx, read));
    if (place) {
      const { slug, number, text, report, day, label } = place;
      const own = `/reports/${slug}#p${number}`;
      chosen.set(own, { address: own, runs: [{ text, hit: false }], report, day, label });
    } else unknown.push(address);
  }
  return { chosen: [...chosen.values()], unknown };
}
