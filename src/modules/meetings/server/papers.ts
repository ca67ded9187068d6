import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { sha256Of, writeBytes } from '../../../kernel/server/stored-file.ts';
import { mostPaperBytes, paperEndings } from '../forms.ts';
import { ledCall, newRow, type SeenCall, type Step } from './calls.ts';

export interface LockedPaper {
  id: string;
  meeting_id: string;
  title: string;
  revision: number;
}

/** A paper with its meeting, for one who leads the meeting; the meeting is locked. @throws Refusal `meetings.paper.not-found` and what `ledCall` throws */
export async function ledPaper(tx: Tx, id: string): Promise<{ paper: LockedPaper; call: SeenCall }> {
  const read = () =>
    sql<LockedPaper>`select id, meeting_id, title ->> 'en' as title, revision from meeting_paper
    where id = ${id} and removed_at is null`.execute(tx);
  const missing = () =>
    new Refusal('meetings.paper.not-found', 'There is no such paper, or it was taken from the list.');
  const found = (await read()).rows[0];
  if (!found) throw missing();
  const call = await ledCall(tx, found.meeting_id);
  const paper = (await read()).rows[0];
  if (!paper) throw missing();
  return { paper, call };
}

/** @throws Refusal `meetings.paper.changed` */
export function checkPaperRevision(paper: LockedPaper, revision: number): void {
  if (paper.revision !== revision)
    throw new Refusal(
      'meetings.paper.changed',
      'Somebody else changed this paper after you opened it. What you wrote is still here; look at it again.',
    );
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
const textEndings: readonly string[] = ['md', 'txt'];

/**
 * Stores the file of a paper byte for byte and answers with its id. It is served as a file to keep, never opened in the page.
 * @throws Refusal `meetings.file.empty`, `meetings.file.too-large` or `meetings.file.kind`
 */
export async function storePaper(tx: Tx, given: { name: string; bytes: Uint8Array }, step: Step): Promise<string> {
  // eslint-disable-next-line no-control-regex
  const name = (given.name.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(-255) || 'file';
  const { bytes } = given;
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!(paperEndings as readonly string[]).includes(ending))
    throw new Refusal('meetings.file.kind', `A paper is one of these: ${paperEndings.join(', ')}.`, { field: 'file' });
  if (bytes.byteLength === 0) throw new Refusal('meetings.file.empty', `${name} is empty.`, { field: 'file' });
  if (bytes.byteLength > mostPaperBytes)
    throw new Refusal(
      'meetings.file.too-large',
      `${name} has ${megabytes(bytes.byteLength)} MB; the limit is ${megabytes(mostPaperBytes)} MB.`,
      { field: 'file' },
    );
  const row = newRow(step);
  await tx
    .insertInto('stored_file')
    .values({
      ...row,
      sha256: sha256Of(bytes),
      size: bytes.byteLength,
      name,
      media_type: textEndings.includes(ending) ? 'text/plain' : 'application/octet-stream',
      purpose: 'paper',
    })
    .execute();
  await writeBytes(tx, row.id, bytes);
  return row.id;
}
