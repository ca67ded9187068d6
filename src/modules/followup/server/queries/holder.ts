import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';

/** A party or body as a page prints it, under the name it has today. */
export interface Holder {
  /** `AFG`, `org:iom`, `body:reference-group`. */
  key: string;
  name: string;
}

/** SQL: a `Holder` from a row with party_id and body_id; `of` is its alias. */
export const holderOf = (of: string, language: string) =>
  sql`json_build_object('key', coalesce((select key from party where id = ${sql.raw(of)}.party_id), (select key from body where id = ${sql.raw(of)}.body_id)),
    'name', coalesce(${nameOn(`${of}.party_id`, `${of}.body_id`, 'null::date', language)}, (select key from party where id = ${sql.raw(of)}.party_id), (select key from body where id = ${sql.raw(of)}.body_id)))`;

/** SQL: a body's `Holder`, or null; `id` is the expression that gives its id. */
export const bodyHolder = (id: string, language: string) =>
  sql`(select json_build_object('key', b.key, 'name', coalesce(${nameOn('null::uuid', 'b.id', 'null::date', language)}, b.key)) from body b where b.id = ${sql.raw(id)})`;

/** A goal as a page prints it. */
export interface NamedGoal {
  id: string;
  code: string;
  title: string;
  generation: string;
}

/** SQL: the goals of a commitment or an activity as a JSON list; `table` and `of` are names of ours. */
export const goalsOf = (table: 'commitment' | 'activity', of: string, language: string) =>
  sql<
    NamedGoal[]
  >`coalesce((select json_agg(json_build_object('id', g.id, 'code', g.code, 'title', coalesce(g.title ->> ${language}, g.title ->> 'en'),
      'generation', coalesce(f.title ->> ${language}, f.title ->> 'en')) order by f.effective_from desc, g.ordinal)
    from ${sql.raw(`${table}_goal`)} cg join goal g on g.id = cg.goal_id join framework_generation f on f.id = g.generation_id where cg.${sql.raw(`${table}_id`)} = ${sql.raw(of)}.id), '[]')`;

/** What forms let a person choose from. */
export interface Choices {
  parties: (Holder & { kind: string })[];
  bodies: Holder[];
  goals: NamedGoal[];
  strands: { key: string; name: string }[];
}

/** Parties, bodies, goals of the dialogue's generations (the newest first) and strands, in the order of their names. */
export async function formChoices(tx: Tx, language = 'en'): Promise<Choices> {
  const { rows } = await sql<Choices>`
    select
      coalesce((select json_agg(x order by x.name) from (select p.key, p.kind, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name
        from party p where p.kind <> 'former-state') x), '[]') as parties,
      coalesce((select json_agg(x order by x.name) from (select b.key, coalesce(${nameOn('null::uuid', 'b.id', 'null::date', language)}, b.key) as name
        from body b where b.kind <> 'dialogue' and b.dissolved_on is null) x), '[]') as bodies,
      coalesce((select json_agg(json_build_object('id', g.id, 'code', g.code, 'title', coalesce(g.title ->> ${language}, g.title ->> 'en'), 'generation', coalesce(f.title ->> ${language}, f.title ->> 'en'))
          order by f.effective_from desc, g.ordinal)
        from goal g join framework_generation f on f.id = g.generation_id where f.kind = 'dialogue' and g.parent_id is null), '[]') as goals,
      coalesce((select json_agg(json_build_object('key', s.key, 'name', coalesce(s.title ->> ${language}, s.title ->> 'en')) order by s.ordinal) from strand s), '[]') as strands`.execute(
    tx,
  );
  return rows[0]!;
}
