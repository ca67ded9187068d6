-- A note that an outcome or a report waits is held until the change that made it is done. `do nothing` left the note of an earlier change to whoever was just
-- taking it up: they looked before the new change was there, and nobody looked again.

create or replace function note_outcomes_of_report() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.version_id is distinct from old.version_id then
    insert into report_to_seek (report_id) values (new.id) on conflict (report_id) do update set since = report_to_seek.since;
  end if;
  if new.stage is distinct from old.stage and old.stage = 'received' then
    insert into outcome_to_compare (outcome_id, again) select o.id, true from outcome o where o.report_id = new.id and o.state = 'confirmed' order by o.id
      on conflict (outcome_id) do update set again = outcome_to_compare.again;
  end if;
  return null;
end $$;

create or replace function note_report() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into report_to_seek (report_id) values (new.id) on conflict (report_id) do update set since = report_to_seek.since;
  return null;
end $$;

create or replace function note_outcomes_of_commitment() returns trigger language plpgsql security definer set search_path = public as $$
declare changed uuid := case tg_op when 'DELETE' then old.outcome_id else new.outcome_id end;
begin
  insert into outcome_to_compare (outcome_id, again) select distinct t.later_outcome_id, true from tie t where t.earlier_outcome_id = changed
    order by t.later_outcome_id on conflict (outcome_id) do update set again = outcome_to_compare.again;
  return null;
end $$;

create or replace function note_outcomes_of_meeting() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.start_day, new.end_day, new.rule) is distinct from (old.start_day, old.end_day, old.rule) then
    insert into outcome_to_compare (outcome_id) select o.id from outcome o join report r on r.id = o.report_id
      where r.meeting_id = new.id and o.state = 'confirmed' order by o.id on conflict (outcome_id) do update set again = false;
  end if;
  return null;
end $$;
