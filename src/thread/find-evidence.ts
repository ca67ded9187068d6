import type { Tx } from '../kernel/action.ts';
import type { EvidenceOffer, EvidenceSearch } from '../modules/followup/index.ts';
import { paragraphsChosen } from '../modules/followup/server/index.ts';
import { searchForm } from '../modules/records/forms.ts';
import { search } from '../modules/records/server/index.ts';

/** Paragraphs offered at a time: as many as a person looks through. */
const most = 8;

/** Paragraphs of reports that can be evidence, the best first, as far as the actor may read them. */
export async function findEvidence(tx: Tx, q: string): Promise<EvidenceSearch> {
  const form = searchForm.parse({ q });
  const { asked, total, paragraphs } = await search(tx, form);
  const found = paragraphs.slice(0, most).map(({ paragraph, report, runs }) => ({
    address: `/reports/${report.slug}#p${paragraph.number}`,
    runs,
    report: report.title,
    day: report.start_day,
    label: paragraph.path,
  }));
  return { q: form.q, asked, total, found };
}

/** What a form of evidence shows again after a search or a refusal. @param q null when nothing was looked for. */
export async function offerEvidence(tx: Tx, chosen: readonly string[], q: string | null): Promise<EvidenceOffer> {
  return { ...(await paragraphsChosen(tx, chosen)), search: q === null ? null : await findEvidence(tx, q) };
}
