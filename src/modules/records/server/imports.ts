import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Reading } from '../../../reader/reading.ts';

export interface OpenImport {
  id: string;
  file_id: string;
  file_name: string;
  corrects_report_id: string | null;
  reading: Reading;
}

/** Locks an import that has been read and waits for a decision. @throws Refusal when it is not there or not in that state. */
export async function lockReadImport(tx: Tx, id: string): Promise<OpenImport> {
  const row = await tx
    .selectFrom('import')
    .innerJoin('stored_file', 'stored_file.id', 'import.file_id')
    .select([
      'import.id',
      'import.file_id',
      'import.state',
      'import.reading',
      'import.failure',
      'import.corrects_report_id',
      'stored_file.name as file_name',
    ])
    .where('import.id', '=', id)
    .forUpdate('import')
    .executeTakeFirst();
  if (!row) throw new Refusal('records.import.not-found', 'There is no such import, or it is not yours to decide.');
  if (row.state !== 'read' || row.reading === null)
    throw new Refusal('records.import.state', stateSentence(row.state, row.failure));
  return {
    id: row.id,
    file_id: row.file_id,
    file_name: row.file_name,
    corrects_report_id: row.corrects_report_id,
    reading: row.reading as unknown as Reading,
  };
}

function stateSentence(state: string, failure: string | null): string {
  if (state === 'received') return 'This file is still being read. Wait a moment and try again.';
  if (state === 'failed') return `This file could not be read: ${failure ?? 'no reason was given'}`;
  return `This import has been ${state} already.`;
}

/** Closes an import as adopted. */
export async function closeAdopted(tx: Tx, id: string, report: string, at: Date, by: string): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'adopted', report_id: report, closed_at: at, closed_by: by })
    .where('id', '=', id)
    .execute();
}
