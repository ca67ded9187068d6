import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { soughtIn } from '../../ties/sought.ts';

interface Written {
  id: string;
  kind: 'meeting' | 'document';
  as_written: string;
  start_at: number;
  end_at: number;
  paragraph_id: string | null;
  paragraph: string;
  paragraph_start: number;
  before: string | null;
}

/**
 * Looks at the references of the version that stands: what each dated one asks for is kept under a permanent id, so that what a person chose stays
 * through a corrected version while the words stay in their paragraph.
 */
export async function seekReferences(tx: Tx, report: string, at: Date): Promise<number> {
  const { rows } = await sql<Written>`
    select f.id, f.kind, f.as_written, f.start_at, f.end_at, pv.paragraph_id, coalesce(pv.text, f.as_written) as paragraph,
      coalesce(pv.start_at, f.start_at) as paragraph_start, m.start_day as before
    from report r join meeting m on m.id = r.meeting_id join report_reference f on f.version_id = r.version_id and f.kind in ('meeting', 'document')
    left join paragraph_version pv on pv.version_id = f.version_id and pv.start_at <= f.start_at and f.end_at <= pv.end_at
    where r.id = ${report} order by f.start_at`.execute(tx);
  await tx.updateTable('sought_reference').set({ reference_id: null }).where('report_id', '=', report).execute();
  const counts = new Map<string, number>();
  const found = rows.flatMap((row) => {
    const place = { start: row.start_at - row.paragraph_start, end: row.end_at - row.paragraph_start };
    const sentence = sentenceAround(row.paragraph, place);
    const sought = soughtIn(
      sentence.text,
      { start: place.start - sentence.start, end: place.end - sentence.start },
      row.before,
    );
    if (!sought) return [];
    const key = `${row.paragraph_id} ${row.kind} ${row.as_written}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return [
      {
        id: newId(at),
        report_id: report,
        paragraph_id: row.paragraph_id,
        reference_id: row.id,
        kind: row.kind,
        as_written: row.as_written,
        occurrence: counts.get(key)!,
        sentence: sentence.text,
        start_at: row.start_at,
        end_at: row.end_at,
        day_from: sought.from,
        day_until: sought.until,
        place: sought.place,
        words: sought.terms,
      },
    ];
  });
  for (const row of found)
    await tx
      .insertInto('sought_reference')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['report_id', 'paragraph_id', 'kind', 'as_written', 'occurrence']).doUpdateSet((old) => ({
          reference_id: old.ref('excluded.reference_id'),
          sentence: old.ref('excluded.sentence'),
          start_at: old.ref('excluded.start_at'),
          end_at: old.ref('excluded.end_at'),
          day_from: old.ref('excluded.day_from'),
          day_until: old.ref('excluded.day_until'),
          place: old.ref('excluded.place'),
          words: old.ref('excluded.words'),
        })),
      )
      .execute();
  return found.length;
}

/** The sentence around a stretch of a paragraph: to the full stops on both sides. */
function sentenceAround(text: string, { start, end }: { start: number; end: number }): { text: string; start: number } {
  const from = Math.max(
    0,
    ...[...text.slice(0, start).matchAll(/[.!?]\s+(?=\p{Lu})|\n/gu)].map((stop) => stop.index + stop[0].length),
  );
  const stop = /[.!?](?=\s+\p{Lu})|\n|$/u.exec(text.slice(end));
  return { text: text.slice(from, end + (stop?.index ?? 0) + 1).trimEnd(), start: from };
}
