import { createHash } from 'node:crypto';
import type { Tx } from '../../../kernel/action.ts';
import { compareSheet, type PreviewLine } from '../compare.ts';
import { readSheet } from '../sheet.ts';
import { standing } from './published.ts';
import { bodyId, insertMandate, insertName, insertParty, partyId, withdraw, type Writer } from './write.ts';

export interface ImportPreview {
  lines: PreviewLine[];
  counts: Record<PreviewLine['status'], number>;
  /** SHA-256 of what would be done; the second step is held to it. */
  digest: string;
}

/** What a file would do to the register as it stands. Writes nothing. */
export async function previewImport(tx: Tx, content: string, format: 'csv' | 'json'): Promise<ImportPreview> {
  const lines = compareSheet(readSheet(content, format), await standing(tx));
  const counts = { new: 0, changed: 0, same: 0, error: 0 };
  for (const line of lines) counts[line.status] += 1;
  return { lines, counts, digest: createHash('sha256').update(JSON.stringify(lines)).digest('hex') };
}

/** Does what a preview showed for one row. */
export async function applyLine(writer: Writer, line: PreviewLine): Promise<void> {
  const { plan, entry } = line;
  if (plan === null) return;
  const reason = 'corrected by an imported file';
  if (plan.table === 'names') {
    const { input, newParty } = plan;
    const party =
      newParty === null
        ? await partyId(writer.tx, input.party)
        : await insertParty(writer, { key: input.party, kind: newParty, partOf: null });
    if (entry !== null) await withdraw(writer, 'party_name', entry, reason);
    await insertName(writer, party, input);
    return;
  }
  const { input } = plan;
  if (entry !== null) await withdraw(writer, 'mandate', entry, reason);
  const ids = {
    bodyId: await bodyId(writer.tx, input.body),
    partyId: await partyId(writer.tx, input.party),
    personId: null,
  };
  await insertMandate(writer, { ...input, ...ids, ...(entry === null ? {} : { replaces: entry }) });
}
