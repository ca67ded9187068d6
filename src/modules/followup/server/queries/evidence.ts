import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { findFile, readBytes } from '../../../../kernel/server/stored-file.ts';

/** A file of evidence, exactly as it was sent in; null when there is none the person may see. */
export async function evidenceFile(
  tx: Tx,
  id: string,
): Promise<{ name: string; sha256: string; bytes: Uint8Array } | null> {
  const { rows } = await sql<{
    file_id: string;
  }>`select file_id from evidence where id = ${id} and kind = 'file'`.execute(tx);
  const file = rows[0] ? await findFile(tx, rows[0].file_id) : null;
  const bytes = file ? await readBytes(tx, file.id) : null;
  return file && bytes ? { name: file.name, sha256: file.sha256, bytes } : null;
}
