import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DraftRow } from './drafts.ts';
import { newestVersion, type VersionRow } from './versions.ts';

/** A party of the actor's that took part. @throws Refusal `drafting.party.not-found` or `drafting.party.absent` */
export async function partyThatTookPart(tx: Tx, draft: DraftRow, key: string): Promise<string> {
  const { rows } = await sql<{ id: string; mine: boolean; took: boolean }>`
    select p.id, p.id = any (app_writes_for()) as mine, party_took_part(p.id, ${draft.meeting_id}) as took from party p where p.key = ${key}`.execute(
    tx,
  );
  const party = rows[0];
  if (!party) throw new Refusal('drafting.party.not-found', `The register has no party ${key}.`, { field: 'party' });
  if (!party.mine) throw new Refusal('access.denied', 'Members and focal points of a party speak for it.');
  if (!party.took)
    throw new Refusal('drafting.party.absent', 'Only parties that took part in the meeting comment on its report.', {
      field: 'party',
    });
  return party.id;
}

/** The newest version, which must be the one the person saw. @throws Refusal `drafting.version.changed` or `drafting.version.not-found` */
export async function versionSeen(tx: Tx, draft: DraftRow, n: number): Promise<VersionRow> {
  const version = await newestVersion(tx, draft.id);
  if (!version) throw new Refusal('drafting.version.not-found', 'This draft was not circulated yet.');
  if (version.n !== n)
    throw new Refusal(
      'drafting.version.changed',
      `Version ${version.n} is out since you opened this page. What you wrote is still here; see whether it still holds.`,
    );
  return version;
}

/** @throws Refusal `drafting.paragraph.not-found` */
export async function paragraphOfVersion(tx: Tx, version: string, paragraph: string | null): Promise<void> {
  if (paragraph === null) return;
  const there = await tx
    .selectFrom('draft_version_paragraph')
    .select('paragraph_id')
    .where('version_id', '=', version)
    .where('paragraph_id', '=', paragraph)
    .executeTakeFirst();
  if (!there)
    throw new Refusal('drafting.paragraph.not-found', 'This version has no such paragraph.', { field: 'paragraph' });
}

export interface LockedComment {
  id: string;
  draft_id: string;
  party_id: string;
  n: number;
  comments_due: Date | null;
  sent_at: Date | null;
  withdrawn_at: Date | null;
  disposition: string | null;
  revision: number;
}

/** Locks a comment that the person has seen in `revision`. @throws Refusal `drafting.comment.not-found`, `.state`, `.changed` */
export async function lockComment(tx: Tx, id: string, revision: number): Promise<LockedComment> {
  const { rows } = await sql<LockedComment>`
    select k.id, k.draft_id, k.party_id, v.n, v.comments_due, k.sent_at, k.withdrawn_at, k.disposition, k.revision
    from draft_comment k join draft_version v on v.id = k.version_id where k.id = ${id} for no key update of k`.execute(
    tx,
  );
  const comment = rows[0];
  if (!comment) {
    const seen = await tx.selectFrom('draft_comment').select('id').where('id', '=', id).executeTakeFirst();
    if (seen) throw new Refusal('drafting.comment.state', 'This comment cannot be changed now, or not by you.');
    throw new Refusal('drafting.comment.not-found', 'There is no such comment, or you may not see it.');
  }
  if (comment.revision !== revision)
    throw new Refusal(
      'drafting.comment.changed',
      'Somebody else changed this comment after you opened it. Nothing was overwritten; look at it again.',
    );
  return comment;
}

export const isLate = (due: Date | null, at: Date): boolean => due !== null && at > due;
