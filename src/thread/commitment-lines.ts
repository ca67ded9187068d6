import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../kernel/language-map.ts';
import { isSilent } from '../modules/followup/index.ts';
import { namesOf, type Named, type NamesById } from './names-of.ts';

/** The day a list speaks of, and the moment by which what it says was recorded. */
export interface AsOfMoment {
  /** ISO day. */
  on: string;
  known: Date;
}

export interface Holder extends Named {
  /** Of an owner: asked, accepted, declined, claimed, confirmed, released. Of an addressee: its response, or null. */
  state: string | null;
  /** In the holder's own words. */
  words: string;
  reason: string | null;
}

export interface GoalName {
  id: string;
  generation: string;
  code: string;
  title: string;
  language: string;
}

/** A commitment in a list, as it stood at a moment. */
export interface CommitmentLine {
  id: string;
  /** Printed as C-12. */
  number: number;
  title: string;
  language: string;
  state: 'open' | 'completed' | 'superseded' | 'withdrawn';
  /** The days between which it is due; null when no day was named. */
  due: { from: string; until: string } | null;
  recurs: string | null;
  raisedOn: string;
  /** The last day something was heard of it that others than its owner may know; null for never. */
  heardOn: string | null;
  owners: Holder[];
  addressees: Holder[];
  goals: GoalName[];
}

interface Row extends Omit<CommitmentLine, 'owners' | 'addressees' | 'goals'> {
  owners: RawHolder[];
  addressees: RawHolder[];
  goals: { id: string; generation: string; code: string; title: LanguageMap }[];
}
type RawHolder = Omit<Holder, keyof Named> & { id: string; party: boolean; owner: string | null };

/** SQL: the last day on which something was heard of commitment `c`, by what `as` knew: as `keep_heard` in the database has it for today. An internal note is no sign for others. */
const heardBy = (as: AsOfMoment): RawBuilder<string | null> => sql<string | null>`(select max(x.day) from (
  select coalesce(m.end_day, m.start_day) as day from commitment_outcome co join outcome o on o.id = co.outcome_id and o.state = 'confirmed'
    join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id where co.commitment_id = c.id and co.at <= ${as.known}
  union all select p.day from progress_report p where p.commitment_id = c.id and p.audience <> 'party' and p.at <= ${as.known}
    and (p.withdrawn_at is null or p.withdrawn_at > ${as.known})
  union all select coalesce(a.ends_on, a.starts_until) from activity_commitment ac join activity a on a.id = ac.activity_id
    where ac.commitment_id = c.id and a.state = 'held' and a.state_since <= ${as.known}
  union all select (v.at at time zone 'UTC')::date from commitment_revision v where v.commitment_id = c.id and v.at <= ${as.known}
    and v.verb in ('taken-on', 'declined', 'claimed', 'confirmed', 'returned', 'responded')
  union all select (w.since at time zone 'UTC')::date from commitment_owner w where w.commitment_id = c.id and w.since <= ${as.known}
    and w.state in ('accepted', 'declined', 'claimed', 'confirmed')
  union all select (d.responded_at at time zone 'UTC')::date from commitment_addressee d where d.commitment_id = c.id and d.responded_at <= ${as.known}) x where x.day <= ${as.on})`;

/** SQL: goals of commitment `c`: those it names, and those its outcomes meant on the day they were said. */
const goalsOf = sql`coalesce((select json_agg(json_build_object('id', g.id, 'generation', f.key, 'code', g.code, 'title', g.title) order by f.effective_from, g.ordinal)
  from goal g join framework_generation f on f.id = g.generation_id where g.id in (
    select cg.goal_id from commitment_goal cg where cg.commitment_id = c.id
    union select og.goal_id from outcome_goal og join commitment_outcome co on co.outcome_id = og.outcome_id where co.commitment_id = c.id)), '[]')`;

const columns = (as: AsOfMoment) => sql`c.id, c.number, c.title, c.language, c.state,
  case when c.due_until is not null then json_build_object('from', c.due_from, 'until', c.due_until) end as due, c.recurs,
  c.raised_at::date as "raisedOn", ${heardBy(as)} as "heardOn",
  coalesce((select json_agg(json_build_object('owner', o.id, 'id', coalesce(o.party_id, o.body_id), 'party', o.party_id is not null, 'state', o.state, 'words', o.words, 'reason', o.reason) order by o.ordinal)
    from commitment_owner o where o.commitment_id = c.id), '[]') as owners,
  coalesce((select json_agg(json_build_object('owner', null, 'id', coalesce(a.party_id, a.body_id), 'party', a.party_id is not null, 'state', a.response, 'words', '', 'reason', a.reason) order by a.ordinal)
    from commitment_addressee a where a.commitment_id = c.id), '[]') as addressees,
  ${goalsOf} as goals`;

/**
 * The commitments `chosen` that the actor may see and that had been raised by the moment, in the order of their numbers.
 * @param chosen SQL condition on commitment `c`
 * @param day names of parties as of this day; null for today's
 */
export async function commitmentLines(
  tx: Tx,
  chosen: RawBuilder<unknown>,
  as: AsOfMoment,
  language: string,
  day: string | null,
): Promise<CommitmentLine[]> {
  const { rows: now } = await sql<Row>`
    select ${columns(as)} from commitment c where c.raised_at <= ${momentOf(as)} and (${chosen}) order by c.number`.execute(
    tx,
  );
  const rows = await asTheyStood(tx, now, momentOf(as));
  const parties = rows
    .flatMap((row) => [...row.owners, ...row.addressees])
    .flatMap((one) => (one.party ? [one.id] : []));
  const names = await namesOf(tx, parties, language, day);
  return rows.map((row) => ({
    ...row,
    owners: holders(row.owners, names),
    addressees: holders(row.addressees, names),
    goals: row.goals.map((goal) => {
      const { text, language: spoken } = inLanguage(goal.title, language);
      return { ...goal, title: text, language: spoken };
    }),
  }));
}

/** The moment up to which steps count: the end of the day spoken of, or the moment of what is known, whichever is earlier. */
export function momentOf(as: AsOfMoment): Date {
  const end = new Date(`${as.on}T23:59:59.999Z`);
  return end < as.known ? end : as.known;
}

/** States and days as they stood at a moment; what stands now when the moment is not past. */
async function asTheyStood(tx: Tx, rows: Row[], moment: Date): Promise<Row[]> {
  if (rows.length === 0 || moment >= new Date()) return rows;
  const { rows: stood } = await sql<{
    commitment_id: string;
    owner_id: string | null;
    state: string;
    due_from: string | null;
    due_until: string | null;
  }>`select * from commitments_as_known(${rows.map(({ id }) => id)}::uuid[], ${moment})`.execute(tx);
  const then = new Map(stood.map((one) => [one.owner_id ?? one.commitment_id, one]));
  return rows.map((row) => {
    const { state, due_from, due_until } = then.get(row.id)!;
    return {
      ...row,
      state: state as Row['state'],
      due: due_from === null || due_until === null ? null : { from: due_from, until: due_until },
      owners: row.owners.map((owner) => ({ ...owner, state: then.get(owner.owner ?? '')?.state ?? owner.state })),
    };
  });
}

const holders = (raw: readonly RawHolder[], names: NamesById): Holder[] =>
  raw.flatMap(({ id, party: _, owner: __, ...rest }) => {
    const named = names.get(id);
    return named ? [{ ...named, ...rest }] : [];
  });

/** Whether its time had passed on the day without it being done. */
export const isOverdue = (line: Pick<CommitmentLine, 'state' | 'due'>, on: string): boolean =>
  line.state === 'open' && line.due !== null && line.due.until < on;

/** Whether too long nothing had been heard of it on the day: `isSilent` of follow-up. */
export const isSilentLine = (line: Pick<CommitmentLine, 'state' | 'heardOn' | 'raisedOn'>, on: string): boolean =>
  isSilent({ state: line.state, heard: line.heardOn, raised: line.raisedOn }, on);

/** The earliest due first, then what names no day; then by number. */
export const nextDueFirst = (a: CommitmentLine, b: CommitmentLine): number =>
  (a.due?.until ?? '9999').localeCompare(b.due?.until ?? '9999') || a.number - b.number;

/** SQL condition on commitment `c`: the body follows it up, holds it, or one of its meetings raised it. */
export const followedBy = (body: string): RawBuilder<unknown> => sql`c.body_id = ${body}
  or c.id in (select o.commitment_id from commitment_owner o where o.body_id = ${body})
  or c.id in (select co.commitment_id from commitment_outcome co join outcome o on o.id = co.outcome_id join report r on r.id = o.report_id
    join meeting_body mb on mb.meeting_id = r.meeting_id where mb.body_id = ${body})`;
