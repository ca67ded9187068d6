-- Search. Row-level security switches full-text indexes off (the text operators are not leakproof), so search goes through two functions
-- that belong to redthread_definer. Each contains the rule of db/dialogue/policies/records.sql itself, returns ids and ranks only, and the rows are read
-- again under the policies. `rows 20` is a page of hits: with the planner's own guess of 1,000 it would read whole tables to join them. They plan each
-- question anew (a rare word and a common one want different plans) and without just-in-time compilation, which costs more here than the whole search.

-- What a person writes → a query: words (all must occur), "phrases", -exclusions, prefix*, or between alternatives. Accents and case do not matter.
-- An alternative with exclusions only finds nothing.
create or replace function search_query(wanted text) returns tsquery language plpgsql stable parallel safe set search_path = public set client_min_messages = warning as $$
declare piece text[]; term tsquery; part tsquery; whole tsquery := ''; positive boolean := false; pieces int := 0;
begin
  for piece in select regexp_matches(left(wanted, 400), '(-?)(?:"([^"]*)"?|(\S+))', 'g') loop
    pieces := pieces + 1;
    exit when pieces > 32;
    if piece[1] = '' and lower(piece[3]) = 'or' then
      if positive then whole := case when numnode(whole) = 0 then part else whole || part end; end if;
      part := null;
      positive := false;
      continue;
    end if;
    term := case
      when piece[2] is not null then phraseto_tsquery('redthread_stem', piece[2])
      when piece[3] like '%*' then search_prefix(piece[3])
      else phraseto_tsquery('redthread_stem', piece[3]) end;
    continue when numnode(term) = 0;
    if piece[1] = '-' then term := !!term; else positive := true; end if;
    part := case when part is null then term else part && term end;
  end loop;
  if positive then whole := case when numnode(whole) = 0 then part else whole || part end; end if;
  return whole;
end $$;

create or replace function search_prefix(word text) returns tsquery language sql stable parallel safe set search_path = public set client_min_messages = warning as $$
  select case when bare ~ '[[:alnum:]]' then to_tsquery('redthread_word', '''' || bare || ''':*') else '' end
  from translate(word, '''\*:&|!()<>"', '') as bare
$$;

-- Paragraphs of versions that stand. One row each: paragraph, rank, number of all hits.
-- Filters, each optional: a body that met, a party that speaks in it or has an outcome in it, the year of the meeting, the kind of an outcome in it.
create or replace function search_paragraphs(wanted text, wanted_body uuid, wanted_party uuid, wanted_year int, wanted_kind text, newest_first boolean, most int, skipped int)
returns table (paragraph_id uuid, rank real, total bigint)
language plpgsql stable rows 20 security definer set search_path = public set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  query tsquery := search_query(wanted);
  staff boolean := app_is_staff();
  participant boolean := app_is_participant();
  reviewed uuid[] := app_reviewed_meetings();
  ruled uuid[] := paragraphs_under_rule();
begin
  if numnode(query) = 0 then return; end if;
  return query
  select p.paragraph_id, ts_rank(p.search, query, 1), count(*) over ()
  from paragraph_version p join report r on r.id = p.report_id join meeting m on m.id = r.meeting_id
  where p.current and p.search @@ query
    and (r.stage = 'published' or staff or (r.stage = 'checked' and participant) or r.meeting_id = any (reviewed))
    and (wanted_body is null or exists (select from meeting_body b where b.meeting_id = r.meeting_id and b.body_id = wanted_body))
    and (wanted_year is null or m.start_day between make_date(wanted_year, 1, 1) and make_date(wanted_year, 12, 31))
    and (wanted_kind is null and wanted_party is null
      or wanted_kind is null and exists (select from statement s where s.version_id = p.version_id and s.paragraph_id = p.paragraph_id and s.party_id = wanted_party
        and (m.rule is null and s.paragraph_id <> all (ruled) or staff or m.id = any (reviewed)))
      or exists (select from outcome o where o.paragraph_id = p.paragraph_id and (wanted_kind is null or o.kind = wanted_kind)
        and (staff or m.id = any (reviewed) or o.state = 'confirmed' or (participant and o.state in ('proposed', 'withdrawn')))
        and (wanted_party is null or exists (select from outcome_party a where a.outcome_id = o.id and a.party_id = wanted_party
          and (a.role = 'to' or m.rule is null and o.paragraph_id <> all (ruled) or staff or m.id = any (reviewed))))))
  order by case when newest_first then null else ts_rank(p.search, query, 1) end desc nulls last, m.start_day desc nulls last, p.report_id, p.ordinal
  limit least(most, 200) offset skipped;
end $$;

-- Outcomes, by the same rules: reviewers all, who sees the report confirmed ones, participants also proposed ones.
create or replace function search_outcomes(wanted text, wanted_body uuid, wanted_party uuid, wanted_year int, wanted_kind text, newest_first boolean, most int, skipped int)
returns table (outcome_id uuid, rank real, total bigint)
language plpgsql stable rows 20 security definer set search_path = public set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  query tsquery := search_query(wanted);
  staff boolean := app_is_staff();
  participant boolean := app_is_participant();
  reviewed uuid[] := app_reviewed_meetings();
  ruled uuid[] := paragraphs_under_rule();
begin
  if numnode(query) = 0 then return; end if;
  return query
  select o.id, ts_rank(o.search, query, 1), count(*) over ()
  from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
  where o.search @@ query and o.state in ('proposed', 'confirmed')
    and (staff or r.meeting_id = any (reviewed)
      or o.state = 'confirmed' and (r.stage = 'published' or (r.stage = 'checked' and participant))
      or o.state = 'proposed' and participant and r.stage in ('checked', 'published'))
    and (wanted_body is null or exists (select from meeting_body b where b.meeting_id = r.meeting_id and b.body_id = wanted_body))
    and (wanted_party is null or exists (select from outcome_party a where a.outcome_id = o.id and a.party_id = wanted_party
      and (a.role = 'to' or m.rule is null and coalesce(o.paragraph_id <> all (ruled), true) or staff or m.id = any (reviewed))))
    and (wanted_year is null or m.start_day between make_date(wanted_year, 1, 1) and make_date(wanted_year, 12, 31))
    and (wanted_kind is null or o.kind = wanted_kind)
  order by case when newest_first then null else ts_rank(o.search, query, 1) end desc nulls last, m.start_day desc nulls last, o.report_id, o.number
  limit least(most, 200) offset skipped;
end $$;

do $$ declare f text; begin
  foreach f in array array['search_paragraphs(text, uuid, uuid, int, text, boolean, int, int)', 'search_outcomes(text, uuid, uuid, int, text, boolean, int, int)'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner', f);
  end loop;
end $$;
grant execute on function app_is_staff(), app_is_participant() to redthread_definer;
