import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { scanParties } from '../../../reader/lexicon/index.ts';
import { namesIn, type NamedWord, type ProtectedName } from '../rule.ts';
import type { DraftRow } from './drafts.ts';

/** Who may not be named in what reports a session under the Chatham House Rule: everybody who was in the meeting, or may have been. */
export interface Protected {
  /** Keys of the parties. */
  parties: Set<string>;
  names: ProtectedName[];
}

/** Ids of paragraphs of a draft for which the rule holds: by their session, by a source, or because it holds for the whole meeting. */
export async function underRule(tx: Tx, draft: Pick<DraftRow, 'id' | 'rule'>): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from draft_paragraph p where p.draft_id = ${draft.id} and (${draft.rule} or session_under_rule(p.session_id) or exists (
      select from draft_source s
        left join intervention i on i.id = s.intervention_id
        left join floor_note n on n.id = s.floor_note_id
        left join session_point q on q.id = s.session_point_id
        left join meeting_paper r on r.id = s.paper_id
      where s.paragraph_id = p.id and session_under_rule(coalesce(s.session_id, i.session_id, n.session_id, q.session_id, r.session_id))))`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * All names of the parties invited or heard, in every language and form of the register (former names too: they still tell who it was), and the people: participants,
 * speakers, moderators and others with a duty.
 */
export async function protectedNames(tx: Tx, meeting: string): Promise<Protected> {
  const parties = await sql<{ key: string; name: string; form: string; language: string }>`
    with those as (
      select party_id from meeting_invitation where meeting_id = ${meeting}
      union select party_id from participant where meeting_id = ${meeting}
      union select i.party_id from intervention i join meeting_session s on s.id = i.session_id where s.meeting_id = ${meeting} and i.party_id is not null
      union select d.party_id from meeting_session_duty d join meeting_session s on s.id = d.session_id where s.meeting_id = ${meeting} and d.party_id is not null
      union select host_party_id from meeting_call where meeting_id = ${meeting} and host_party_id is not null)
    select p.key, n.name, n.form, n.language from those t join party p on p.id = t.party_id join party_name n on n.party_id = p.id and n.withdrawn_at is null`.execute(
    tx,
  );
  const people = await sql<{ name: string }>`
    select name from participant where meeting_id = ${meeting}
    union select i.speaker from intervention i join meeting_session s on s.id = i.session_id where s.meeting_id = ${meeting} and i.speaker is not null
    union select d.name from meeting_session_duty d join meeting_session s on s.id = d.session_id where s.meeting_id = ${meeting}`.execute(
    tx,
  );
  return {
    parties: new Set(parties.rows.map(({ key }) => key)),
    names: [
      ...parties.rows.map(({ name, form, language }): ProtectedName => ({
        name,
        language,
        kind: form === 'acronym' ? 'acronym' : 'name',
      })),
      ...people.rows.map(({ name }): ProtectedName => ({ name, language: 'en', kind: 'person' })),
    ],
  };
}

/** Names of protected parties and people in a text: those of the register, and those the reader's lexicon knows besides (adjectives, aliases), as of the day. */
export function namedIn(text: string, { parties, names }: Protected, day: string): NamedWord[] {
  const own = namesIn(text, names);
  const known = scanParties(text, { at: day })
    .filter(({ party }) => parties.has(party))
    .map(({ asWritten, span }) => ({ word: asWritten, start: span[0] }));
  return [...own, ...known].toSorted((a, b) => a.start - b.start);
}
