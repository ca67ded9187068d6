import { sql, type RawBuilder } from 'kysely';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { OutcomeKind } from '../../../../reader/reading.ts';
import type { OutcomeState } from '../../outcome.ts';

/** A party or body as a page prints it. */
export interface NamedParty {
  /** Key in the register, null when it does not know the name. */
  party: string | null;
  /** Its name on the day of the meeting, else as written. */
  name: string;
  asWritten: string;
}

/** An outcome as every page shows it. */
export interface OutcomeRow {
  id: string;
  /** Permanent number within its report. */
  number: number;
  revision: number;
  kind: OutcomeKind;
  state: OutcomeState;
  /** `[start, end)` in the text of the version it stands in. */
  start: number;
  end: number;
  text: string;
  /** Permanent id of its paragraph. */
  paragraphId: string | null;
  /** Label path, `5.a`. */
  paragraph: string | null;
  /** Empty under the Chatham House Rule for those who do not review. */
  by: NamedParty[];
  to: NamedParty[];
  goals: number[];
  when: { from: string; until: string; asWritten: string } | null;
  /** Rule of the reader and how sure it is; null when a person added the outcome. */
  rule: string | null;
  confidence: number | null;
  /** The outcome of an earlier version whose changed sentence this is. */
  replaces: string | null;
}

const side = (role: 'by' | 'to', language: string): RawBuilder<NamedParty[]> => sql<NamedParty[]>`coalesce((
  select json_agg(json_build_object('party', coalesce(pa.key, bo.key), 'name', coalesce(${nameOn('a.party_id', 'a.body_id', 'm.start_day', language)}, a.as_written), 'asWritten', a.as_written) order by a.ordinal)
  from outcome_party a left join party pa on pa.id = a.party_id left join body bo on bo.id = a.body_id
  where a.outcome_id = o.id and a.role = ${sql.lit(role)}), '[]')`;

/** SQL: the columns of `OutcomeRow`, from outcome `o` and meeting `m`. */
export const outcomeColumns = (language: string) => sql`
  o.id, o.number, o.revision, o.kind, o.state, o.start_at as start, o.end_at as "end", o.text, o.paragraph_id as "paragraphId",
  (select pv.label_path from paragraph_version pv where pv.version_id = o.version_id and pv.paragraph_id = o.paragraph_id) as paragraph,
  ${side('by', language)} as by, ${side('to', language)} as to, o.goals,
  case when o.when_from is not null then json_build_object('from', o.when_from, 'until', o.when_until, 'asWritten', coalesce(o.when_as_written, '')) end as when,
  o.rule, o.confidence, o.replaces_id as replaces`;
