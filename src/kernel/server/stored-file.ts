import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../action.ts';

const piece = 1024 * 1024;

/** SHA-256 in lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes the bytes of a file whose row exists; the database takes them only while the file is on its way in. */
export async function writeBytes(tx: Tx, file: string, bytes: Uint8Array): Promise<void> {
  for (let n = 0, from = 0; from < bytes.byteLength; n++, from += piece) {
    const part = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(piece, bytes.byteLength - from));
    await tx.insertInto('stored_file_chunk').values({ file_id: file, n, bytes: part }).execute();
  }
}

/** The bytes of a file, exactly as received; `null` when the actor may not see it. */
export async function readBytes(tx: Tx, file: string): Promise<Uint8Array | null> {
  const row = await tx.selectFrom('stored_file').select('size').where('id', '=', file).executeTakeFirst();
  if (!row) return null;
  const bytes = new Uint8Array(Number(row.size));
  let at = 0;
  for (let n = 0; at < bytes.byteLength; n++) {
    const chunk = await tx
      .selectFrom('stored_file_chunk')
      .select('bytes')
      .where('file_id', '=', file)
      .where('n', '=', n)
      .executeTakeFirst();
    if (!chunk) break;
    bytes.set(chunk.bytes, at);
    at += chunk.bytes.byteLength;
  }
  if (at !== bytes.byteLength) throw new Error(`file ${file}: ${at} bytes of ${bytes.byteLength} are there`);
  return bytes;
}

/** A file for downloading: the version's own, by its SHA-256. */
export async function findFile(
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; media_type: string; size: number; sha256: string } | null> {
  const { rows } = await sql<{ id: string; name: string; media_type: string; size: number; sha256: string }>`
    select id, name, media_type, size, sha256 from stored_file where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}
