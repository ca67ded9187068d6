import { sql, type RawBuilder } from 'kysely';

/** A body that met, as a page names it. */
export interface MetBody {
  id: string;
  key: string;
  name: string;
}

/** SQL: the bodies of meeting `m` as a JSON list of `MetBody`, in the order of their names. */
export const bodiesOf = (language: string): RawBuilder<MetBody[]> => sql<MetBody[]>`coalesce((
  select json_agg(json_build_object('id', b.id, 'key', b.key, 'name', coalesce(n.name, b.key)) order by n.name) from meeting_body mb join body b on b.id = mb.body_id
    left join lateral (select bn.name from body_name bn where bn.body_id = b.id and bn.withdrawn_at is null and bn.form in ('short', 'official') and bn.language in (${language}, 'en')
      order by (bn.language = ${language}) desc, (bn.form = 'short') desc, bn.used_until desc nulls first limit 1) n on true
    where mb.meeting_id = m.id), '[]')`;

/** SQL: whether the actor reviews meeting `m`. */
export const reviewsMeeting: RawBuilder<boolean> = sql<boolean>`((select app_is_staff()) or m.id = any ((select app_reviewed_meetings())::uuid[]))`;

/** Rows of one page of a list. */
export const pageSize = 50;
