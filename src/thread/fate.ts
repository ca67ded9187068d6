import { sql, type RawBuilder } from 'kysely';
import { silentUntil } from '../modules/followup/index.ts';

/**
 * What became of an outcome, as far as the person who asks may know:
 * `kept` every commitment it raised is completed, which takes the word of somebody else than its owners;
 * `moving` one is open and was heard of, or raised, within the last twelve months: it is not silent as `isSilent` of follow-up says;
 * `silent` nothing was heard for longer, or nobody has taken it up at all.
 * A superseded commitment is read through the one that took its place. An outcome whose commitments were all withdrawn, with a
 * reason, is settled: it is in none of the three.
 */
export const fates = ['kept', 'moving', 'silent'] as const;
export type Fate = (typeof fates)[number];

/**
 * SQL: outcome_id, fate for every outcome that raised a commitment which the asker may see; `fate` is null when all were withdrawn.
 * Outcomes without a row are silent.
 * @param today ISO day from which silence is counted
 * @param raised SQL: where commitment_id, outcome_id are read, for a query that has read them already
 */
export const fateOfRaised = (today: string, raised = sql`commitment_outcome`): RawBuilder<unknown> => sql`
  select t.outcome_id,
    case when bool_and(s.state = 'withdrawn') then null
      when bool_and(s.state in ('completed', 'withdrawn')) then 'kept'
      when bool_or(s.state = 'open' and coalesce(h.heard_on, (s.raised_at at time zone 'UTC')::date) > ${silentUntil(today)}::date) then 'moving'
      else 'silent' end as fate
  from ${raised} t
  join commitment c on c.id = t.commitment_id
  join commitment s on s.id = coalesce(c.superseded_by_id, c.id)
  left join lateral (select max(heard_on) as heard_on from commitment_heard where commitment_id = s.id) h on true
  group by t.outcome_id`;
