import { z } from 'zod';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Reading } from '../../../../reader/reading.ts';

export const readImport = defineAction({
  name: 'records.import.read',
  does: 'Keeps what the reader made of a received file, or why it could not be read. Redthread itself calls it.',
  input: z.object({
    import: z.uuid(),
    result: z.union([
      z.object({
        ok: z.literal(true),
        reading: z.custom<Reading>(
          (value) => (value as Reading | null)?.format === 'redthread-reading/1',
          'This is not a reading.',
        ),
      }),
      z.object({ ok: z.literal(false), sentence: z.string().min(1).max(1000) }),
    ]),
  }),
  permission: ['system'],
  async run({ tx, input, at, log }) {
    const row = await tx
      .selectFrom('import')
      .select(['state'])
      .where('id', '=', input.import)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Refusal('records.import.not-found', 'There is no such import.');
    if (row.state !== 'received' && row.state !== 'failed')
      throw new Refusal('records.import.state', `This import is already ${row.state}.`);
    const { result } = input;
    const change = result.ok
      ? { state: 'read', reading: JSON.stringify(storable(result.reading)), failure: null }
      : { state: 'failed', failure: result.sentence };
    await tx
      .updateTable('import')
      .set({ ...change, read_at: at })
      .where('id', '=', input.import)
      .execute();
    log(result.ok ? 'Read the file.' : `Could not read the file: ${result.sentence}`, `/import/${input.import}`);
    return { import: input.import, state: change.state };
  },
});

/** PostgreSQL keeps neither U+0000 nor half of a surrogate pair; U+FFFD of the same length stands for them, so that spans stay right. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\ufffd').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)]));
  return value;
}
