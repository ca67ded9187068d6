import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { locateWords, paragraphAt } from '../outcome.ts';

/** Where an outcome stands: in a version, in a paragraph, at a span, and the words there. */
export interface Anchor {
  version_id: string;
  paragraph_id: string | null;
  start_at: number;
  end_at: number;
  text: string;
}

/**
 * Finds words in the text of a version and the paragraph they begin in. The words may not run over into another paragraph.
 * @param near where they were selected, to tell apart a sentence that stands twice.
 * @throws Refusal on field `words` when the text does not have them.
 */
export async function anchorOf(tx: Tx, version: string, words: string, near: number): Promise<Anchor> {
  const found = await tx
    .selectFrom('report_version')
    .select('text')
    .where('id', '=', version)
    .executeTakeFirstOrThrow();
  const span = locateWords(found.text, words, near);
  if (!span)
    throw new Refusal(
      'records.outcome.words',
      'The report does not have these words in this order. An outcome is a piece of its text, as printed.',
      { field: 'words' },
    );
  const paragraphs = await tx
    .selectFrom('paragraph_version')
    .select(['paragraph_id', 'start_at', 'end_at'])
    .where('version_id', '=', version)
    .orderBy('ordinal')
    .execute();
  const paragraph = paragraphAt(paragraphs, span[0]);
  if (paragraph && span[1] > paragraph.end_at)
    throw new Refusal('records.outcome.words', 'An outcome stands in one paragraph; this runs over into the next.', {
      field: 'words',
    });
  return {
    version_id: version,
    paragraph_id: paragraph?.paragraph_id ?? null,
    start_at: span[0],
    end_at: span[1],
    text: found.text.slice(span[0], span[1]).replace(/\s+/gu, ' '),
  };
}
