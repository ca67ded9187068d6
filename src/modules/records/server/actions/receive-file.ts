import { z } from 'zod';
import { defineAction } from '../../../../kernel/action.ts';
import { sentFile } from '../../../../kernel/form-fields.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { mostBytes, mostFiles } from '../../forms.ts';
import { sha256Of, writeBytes } from '../../../../kernel/server/stored-file.ts';
import { knownFile } from '../known-file.ts';

/** One file of an upload: what became of it. */
export type Received =
  | { name: string; ok: true; import: string; sha256: string }
  | { name: string; ok: false; code: string; sentence: string; link: string | null };

export const receiveFile = defineAction({
  name: 'records.file.receive',
  does: 'Takes in files and keeps them byte for byte; each waits for reading and for a person to adopt it.',
  input: z.object({
    files: z
      .array(sentFile())
      .min(1, 'Choose at least one file.')
      .max(mostFiles, `At most ${mostFiles} files at a time.`),
    /** The report of which the one file is a corrected version. */
    corrects: z.uuid().nullable().default(null),
    /** Largest file of this installation, in bytes. */
    limit: z.number().int().min(1).max(mostBytes).default(mostBytes),
  }),
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }): Promise<{ received: Received[] }> {
    if (input.corrects && input.files.length > 1)
      throw new Refusal('records.file.one', 'A corrected version is one file.', { field: 'files' });
    const received: Received[] = [];
    for (const { name, bytes } of input.files) {
      const bare = name.split(/[/\\]/).at(-1)!.slice(-255);
      const refused = (code: string, sentence: string, link: string | null = null) =>
        void received.push({ name: bare, ok: false, code, sentence, link });
      if (bytes.byteLength === 0) {
        refused('records.file.empty', `${bare} is empty.`);
        continue;
      }
      if (bytes.byteLength > input.limit) {
        refused(
          'records.file.too-large',
          `${bare} has ${megabytes(bytes.byteLength)} MB; the limit is ${megabytes(input.limit)} MB.`,
        );
        continue;
      }
      const sha256 = sha256Of(bytes);
      const known = await knownFile(tx, sha256);
      if (known) {
        refused('records.file.exists', known.sentence, known.link);
        continue;
      }
      const file = newId(at);
      const id = newId(at);
      await tx
        .insertInto('stored_file')
        .values({
          id: file,
          sha256,
          size: bytes.byteLength,
          name: bare,
          media_type: mediaTypeOf(bare),
          at,
          by: actor.personId!,
        })
        .execute();
      await tx
        .insertInto('import')
        .values({ id, file_id: file, state: 'received', corrects_report_id: input.corrects, at, by: actor.personId! })
        .execute();
      await writeBytes(tx, file, bytes);
      log(`Received the file ${bare}.`, `/import/${id}`);
      received.push({ name: bare, ok: true, import: id, sha256 });
    }
    const only = received[0]!;
    if (received.every((file) => !file.ok) && !only.ok)
      throw new Refusal(only.code, received.map((file) => (file.ok ? '' : file.sentence)).join(' '), {
        field: 'files',
      });
    return { received };
  },
});

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);

/** By the ending of the name; the reader decides by the bytes. */
function mediaTypeOf(name: string): string {
  const types: Record<string, string> = {
    pdf: 'application/pdf',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    html: 'text/html',
    htm: 'text/html',
    md: 'text/markdown',
    txt: 'text/plain',
  };
  return types[name.toLowerCase().split('.').at(-1)!] ?? 'application/octet-stream';
}
