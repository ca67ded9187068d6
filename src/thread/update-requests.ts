import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import type { AsOfMoment, CommitmentLine } from './commitment-lines.ts';
import { namesOf, type Named } from './names-of.ts';

/** An owner was asked how it stands and had not answered. */
export interface OpenUpdateRequest {
  id: string;
  commitment: Pick<CommitmentLine, 'id' | 'number' | 'title' | 'language'>;
  owner: Named | null;
  askedOn: string;
  /** Until when an answer was hoped for. */
  answerBy: string | null;
}

/** Questions to the owners of these commitments that were open at the moment, the oldest first. Participants alone see any. */
export async function openUpdateRequests(
  tx: Tx,
  lines: readonly CommitmentLine[],
  as: AsOfMoment,
  language: string,
): Promise<OpenUpdateRequest[]> {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const { rows } = await sql<{
    id: string;
    commitment: string;
    party: string | null;
    body: string | null;
    askedOn: string;
    answerBy: string | null;
  }>`
    select u.id, u.commitment_id as commitment, o.party_id as party, o.body_id as body, u.at::date as "askedOn", u.answer_by as "answerBy"
    from update_request u join commitment_owner o on o.id = u.owner_id
    where u.commitment_id = any (${[...lineOf.keys()]}::uuid[]) and u.at <= ${as.known} and (u.answered_at is null or u.answered_at > ${as.known})
    order by u.at, u.id`.execute(tx);
  const names = await namesOf(
    tx,
    rows.flatMap(({ party }) => party ?? []),
    language,
    as.on,
  );
  return rows.flatMap(({ id, commitment, party, body, askedOn, answerBy }) => {
    const line = lineOf.get(commitment);
    if (!line) return [];
    const { number, title, language: spoken } = line;
    return [
      {
        id,
        commitment: { id: commitment, number, title, language: spoken },
        owner: names.get(party ?? body ?? '') ?? null,
        askedOn,
        answerBy,
      },
    ];
  });
}
