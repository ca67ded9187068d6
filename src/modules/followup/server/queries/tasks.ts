import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { soonDays } from '../../due.ts';
import { commitmentPath } from '../../commitment.ts';

/** What a person's own parties and bodies are asked for, most pressing first. */
export const taskKinds = ['overdue', 'update-asked', 'due-soon', 'answer', 'respond', 'confirm'] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface OpenTask {
  /**
   * overdue, due-soon: an owner holds it and the last due day is past, or near; update-asked: somebody asks how it stands;
   * answer: take it on or decline; respond: answer as addressee; confirm: another owner claims it is done, and one chairs its body or is its addressee.
   */
  kind: TaskKind;
  /** Address of the page to do it on, without language. */
  path: string;
  number: number;
  title: string;
  /** BCP 47 language of the title. */
  language: string;
  /** Whose task it is: party or body of the actor. */
  mine: { key: string; name: string };
  /** Who asks for an update, or whose claim it is; else null. */
  other: string | null;
  /** By which day; null when none was named. */
  by: string | null;
  /** Since when it is open, ISO day. */
  since: string;
}

/**
 * Tasks from follow-up for the person who asks, as of a day. The Secretariat's are those of the body that is the Secretariat.
 * @param at the moment of asking; days are counted in universal time.
 * @param most rows at most.
 */
export async function openTasks(tx: Tx, at: Date, language = 'en', most = 200): Promise<OpenTask[]> {
  const today = at.toISOString().slice(0, 10);
  const { rows } = await sql<Omit<OpenTask, 'path'>>`
    with me as materialized (
      select id as party_id, null::uuid as body_id, key from party where id = any ((select app_parties())::uuid[])
      union all select null, id, key from body where id = any ((select app_bodies())::uuid[]) or kind = 'secretariat' and (select app_is_staff())),
    held as materialized (
      select o.id, o.state, o.since, o.party_id, o.body_id, me.key, c.number, c.title, c.language, c.due_until
      from me join commitment_owner o on o.party_id = me.party_id or o.body_id = me.body_id join commitment c on c.id = o.commitment_id and c.state = 'open'),
    task as (
      select case when h.due_until < ${today}::date then 'overdue' else 'due-soon' end as kind, h.party_id, h.body_id, h.key, h.number, h.title, h.language,
        null::uuid as other_party, null::uuid as other_body, null::text as who, h.due_until as by, h.since
      from held h where h.state = 'accepted' and h.due_until <= ${today}::date + ${soonDays}::int
      union all
      select 'answer', h.party_id, h.body_id, h.key, h.number, h.title, h.language, null, null, null, h.due_until, h.since from held h where h.state = 'asked'
      union all
      select 'update-asked', h.party_id, h.body_id, h.key, h.number, h.title, h.language, null, null, p.name, u.answer_by, u.at
      from held h join update_request u on u.owner_id = h.id and u.answered_at is null left join person p on p.id = u.by where h.state in ('asked', 'accepted')
      union all
      select 'respond', me.party_id, me.body_id, me.key, c.number, c.title, c.language, null, null, null, null, c.raised_at
      from me join commitment_addressee a on a.party_id = me.party_id or a.body_id = me.body_id
      join commitment c on c.id = a.commitment_id and c.state = 'open' where a.responded_at is null
      union all
      select distinct on (o.id) 'confirm', me.party_id, me.body_id, me.key, c.number, c.title, c.language, o.party_id, o.body_id, null, null::date, o.since
      from commitment_owner o join commitment c on c.id = o.commitment_id and c.state = 'open'
      join me on c.body_id = me.body_id and me.body_id = any ((select app_bodies())::uuid[]) or exists (select from commitment_addressee a where a.commitment_id = c.id and a.party_id = me.party_id)
      where o.state = 'claimed' and not app_owns(o.party_id, o.body_id) and (me.body_id is not null or (select app_roles()) && array['member', 'focal-point']))
    select t.kind, t.number, t.title, t.language, t.by, to_char(t.since at time zone 'UTC', 'YYYY-MM-DD') as since,
      json_build_object('key', t.key, 'name', coalesce(${nameOn('t.party_id', 't.body_id', `date '${today}'`, language)}, t.key)) as mine,
      coalesce(t.who, ${nameOn('t.other_party', 't.other_body', `date '${today}'`, language)}) as other
    from task t
    order by array_position(${[...taskKinds]}::text[], t.kind), t.by nulls last, t.since, t.number limit ${most}`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, path: commitmentPath(row.number) }));
}
