import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { notLed } from './floor.ts';

/**
 * A session that whoever asks leads, not locked: notes are no part of its list.
 * @throws Refusal `floor.session.not-found`, `access.denied`
 */
export async function leadsSession(tx: Tx, session: string): Promise<{ path: string; title: string }> {
  const { rows } = await sql<{ slug: string; title: string; sight: string | null }>`
    select c.slug, coalesce(s.title ->> 'en', '') as title, floor_sight(s.id) as sight
    from meeting_session s join meeting_call c on c.meeting_id = s.meeting_id where s.id = ${session}`.execute(tx);
  const row = rows[0];
  if (!row || row.sight === null)
    throw new Refusal('floor.session.not-found', 'There is no such session, or it is not for you to see.');
  if (row.sight !== 'leader') throw notLed();
  return { path: `/meetings/${row.slug}/floor/${session}`, title: row.title };
}

/** A note as its author, or whoever leads the session, reads it. */
export interface NoteView {
  id: string;
  revision: number;
  turn: string | null;
  text: string;
  edit: number;
  at: Date;
  sent: boolean;
  mine: boolean;
  author: string;
}

/** Notes of a session that the asker may read: their own, and those that were sent. In the order they were begun. */
export async function notesOf(tx: Tx, session: string): Promise<NoteView[]> {
  const { rows } = await sql<NoteView>`
    select n.id, n.revision, n.intervention_id as turn, n.text, n.edit, n.at, n.sent_at is not null as sent, n.by = app_actor() as mine, coalesce(p.name, '') as author
    from floor_note n left join person p on p.id = n.by where n.session_id = ${session} and n.removed_at is null order by n.at, n.id`.execute(
    tx,
  );
  return rows;
}
