import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { sha256Of, writeBytes } from '../../../kernel/server/stored-file.ts';
import { commitmentCode, type Audience, type CommitmentVerb } from '../commitment.ts';
import { mostEvidenceBytes, type ProgressInput } from '../forms.ts';
import { commitmentPath } from '../commitment.ts';
import { appendRevision, called, type LockedOwner } from './commitments.ts';
import { nameOfHolder } from './holders.ts';
import { paragraphAt } from './paragraph-address.ts';

export interface LockedProgress {
  id: string;
  owner_id: string;
  audience: Audience;
  day: string;
}
interface Step {
  at: Date;
  by: string;
}

/**
 * A progress report may come late: after the due day, after an answer was hoped for, after the commitment was completed.
 * @throws Refusal for a day in the future, an owner that no longer holds it, a commitment that is no longer followed up.
 */
export function checkReportable(owner: LockedOwner, day: string, at: Date): void {
  if (owner.commitment_state === 'superseded' || owner.commitment_state === 'withdrawn')
    throw new Refusal(
      'followup.commitment.state',
      `${commitmentCode(owner.number)} is ${owner.commitment_state} and no longer followed up. Your text is still in the form; report it where it belongs now.`,
    );
  if (owner.state === 'declined' || owner.state === 'released')
    throw new Refusal(
      'followup.owner.state',
      `This owner is ${owner.state}. Take the commitment on first; your text is still in the form.`,
    );
  // One day of grace: somewhere it is tomorrow already.
  if (day > new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10))
    throw new Refusal('followup.progress.future', 'This day has not come yet. Report what was done, and when.', {
      field: 'day',
    });
}

/** Writes a report with its evidence. @returns its id */
export async function writeProgress(
  tx: Tx,
  owner: LockedOwner,
  input: ProgressInput,
  corrects: string | null,
  { at, by }: Step,
): Promise<string> {
  const id = newId(at);
  const { day, text, language, audience } = input;
  await tx
    .insertInto('progress_report')
    .values({
      id,
      commitment_id: owner.commitment_id,
      owner_id: owner.id,
      occurrence: owner.occurrence,
      day,
      text,
      language,
      audience,
      corrects_id: corrects,
      at,
      by,
    })
    .execute();
  await writeEvidence(tx, id, input, { at, by });
  return id;
}

async function writeEvidence(tx: Tx, progress: string, input: ProgressInput, step: Step): Promise<void> {
  const audience = input.evidence_internal ? 'party' : input.audience;
  const add = (what: {
    kind: 'paragraph' | 'file' | 'link';
    title: string;
    paragraph_id?: string;
    file_id?: string;
    link?: string;
  }) =>
    tx
      .insertInto('evidence')
      .values({ id: newId(step.at), progress_id: progress, audience, ...what, title: what.title.slice(0, 300) })
      .execute();
  const named = new Map<string, string>();
  for (const address of input.paragraphs) {
    const { id, title } = await paragraphAt(tx, address);
    named.set(id, title);
  }
  for (const [paragraph_id, title] of named) await add({ kind: 'paragraph', paragraph_id, title });
  for (const link of input.links) await add({ kind: 'link', link, title: link });
  const total = input.files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (total > mostEvidenceBytes)
    throw new Refusal(
      'followup.file.too-large',
      `The files have ${Math.ceil(total / 1024 / 1024)} MB together; the limit is ${mostEvidenceBytes / 1024 / 1024} MB. Your text is still in the form; give a link to a large file instead.`,
      { field: 'files' },
    );
  for (const { name, bytes } of input.files) {
    const file = await storeEvidence(tx, name, bytes, step);
    await add({ kind: 'file', file_id: file.id, title: file.name });
  }
}

async function storeEvidence(
  tx: Tx,
  given: string,
  bytes: Uint8Array,
  { at, by }: Step,
): Promise<{ id: string; name: string }> {
  const name = given.split(/[/\\]/).at(-1)!.slice(-255) || 'file';
  if (bytes.byteLength === 0) throw new Refusal('followup.file.empty', `${name} is empty.`, { field: 'files' });
  const id = newId(at);
  await tx
    .insertInto('stored_file')
    .values({
      id,
      sha256: sha256Of(bytes),
      size: bytes.byteLength,
      name,
      media_type: 'application/octet-stream',
      purpose: 'evidence',
      at,
      by,
    })
    .execute();
  await writeBytes(tx, id, bytes);
  return { id, name };
}

/** Locks a report the person may withdraw or correct. @throws Refusal `followup.progress.not-found`, `access.denied`, `followup.progress.state` */
export async function lockProgress(tx: Tx, id: string): Promise<LockedProgress> {
  const { rows } = await sql<LockedProgress & { withdrawn_at: Date | null }>`
    select id, owner_id, audience, day, withdrawn_at from progress_report where id = ${id} for no key update`.execute(
    tx,
  );
  const progress = rows[0];
  if (!progress) {
    const visible = await tx.selectFrom('progress_report').select('id').where('id', '=', id).executeTakeFirst();
    if (visible) throw new Refusal('access.denied', 'An owner corrects and withdraws its own progress reports.');
    throw new Refusal('followup.progress.not-found', 'There is no such progress report.');
  }
  if (progress.withdrawn_at)
    throw new Refusal('followup.progress.state', 'This progress report was withdrawn already.');
  return progress;
}

export async function withdrawProgressRow(tx: Tx, id: string, reason: string, at: Date): Promise<void> {
  await tx
    .updateTable('progress_report')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** The history and the log of something said of progress. Of an internal note there is none: not its text, not that there was one. */
export async function sayReported(
  tx: Tx,
  owner: LockedOwner,
  said: {
    progress: string;
    verb: CommitmentVerb & ('reported' | 'corrected' | 'progress-withdrawn');
    audience: Audience;
    day: string;
  },
  { at, by }: Step,
  log: (sentence: string, subject: string) => void,
): Promise<void> {
  if (said.audience === 'party') return;
  const after = { progress: said.progress, day: said.day };
  await appendRevision(tx, { commitment: owner.commitment_id, owner: owner.id, verb: said.verb, after, at, by });
  const does = {
    reported: 'reported progress on',
    corrected: 'corrected its progress on',
    'progress-withdrawn': 'withdrew a progress report on',
  };
  log(`${await nameOfHolder(tx, owner)} ${does[said.verb]} ${called(owner)}.`, commitmentPath(owner.number));
}
