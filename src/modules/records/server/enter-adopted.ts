import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { sha256Of, writeBytes } from '../../../kernel/server/stored-file.ts';
import type { Reading } from '../../../reader/reading.ts';
import { closeAdopted } from './imports.ts';
import { freeSlug } from './reports.ts';
import {
  insertAll,
  partiesOf,
  writeFacts,
  writeOutcomes,
  writeParagraphs,
  writeVersion,
  type Place,
} from './write-reading.ts';

/** A report that was drafted and adopted here, with the file it goes out as. */
export interface AdoptedText {
  meeting: string;
  /** The file, and the reading of exactly this file: outcomes in it are confirmed. */
  bytes: Uint8Array;
  mediaType: string;
  reading: Reading;
  /** By place among the paragraphs of the reading: the permanent id it has already, and whether it reports a session under the Chatham House Rule. */
  paragraphs: readonly ({ id: string; underRule: boolean } | null)[];
  /** By place among the sessions of the reading. */
  sessionRules: readonly boolean[];
  /** Written names the meeting itself knows → key of the register. */
  names: ReadonlyMap<string, string>;
}

/**
 * Enters an adopted text into the records as a published report of its meeting: file, paragraphs, attendance, statements, sessions, references, findings, and its outcomes as
 * confirmed. The rows are those of an adopted import, so that everything that works on a report works on it.
 */
export async function enterAdopted(
  tx: Tx,
  text: AdoptedText,
  { at, by }: { at: Date; by: string },
): Promise<{ report: string; slug: string }> {
  const { meeting, reading } = text;
  const facts = await tx
    .selectFrom('meeting')
    .select(['title', 'start_day', 'place', 'mode'])
    .where('id', '=', meeting)
    .executeTakeFirstOrThrow();
  const slug = await freeSlug(tx, facts);
  const place: Place = { report: newId(at), version: newId(at), at, by };
  const file = await keepFile(tx, text, `${slug}.docx`, place);
  await tx
    .insertInto('report')
    .values({ id: place.report, slug, meeting_id: meeting, version_id: place.version, stage: 'published', at, by })
    .execute();
  await writeVersion(tx, place, { n: 1, file: file.id, reading });
  await writeAll(tx, place, text);
  await closeAdopted(tx, file.import, place.report, at, by);
  return { report: place.report, slug };
}

/** The file and its way in, as of any report. */
async function keepFile(
  tx: Tx,
  { bytes, mediaType, reading }: AdoptedText,
  name: string,
  { at, by }: Place,
): Promise<{ id: string; import: string }> {
  const [id, way] = [newId(at), newId(at)];
  await tx
    .insertInto('stored_file')
    .values({ id, sha256: sha256Of(bytes), size: bytes.byteLength, name, media_type: mediaType, at, by })
    .execute();
  await tx.insertInto('import').values({ id: way, file_id: id, state: 'received', at, by }).execute();
  await writeBytes(tx, id, bytes);
  await tx
    .updateTable('import')
    .set({ state: 'read', reading: JSON.stringify(reading), read_at: at })
    .where('id', '=', way)
    .execute();
  return { id, import: way };
}

async function writeAll(
  tx: Tx,
  place: Place,
  { reading, paragraphs, sessionRules, names }: AdoptedText,
): Promise<void> {
  const ids = paragraphs.map((one) => one?.id ?? newId(place.at));
  await insertAll(
    tx,
    'paragraph',
    ids.map((id, index) => ({
      id,
      report_id: place.report,
      number: index + 1,
      rule: paragraphs[index]?.underRule ? 'chatham-house' : null,
    })),
  );
  const party = await partiesOf(tx, reading, names);
  const written = await writeParagraphs(tx, place, reading.paragraphs, ids, ids.length + 1);
  await writeFacts(tx, place, reading, written, party, sessionRules);
  await writeOutcomes(tx, place, reading.outcomes, [], 1, written.written, party, 'confirmed');
}
