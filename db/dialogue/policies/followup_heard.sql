-- When something was last heard of a commitment, for participants and for everybody, so that silence can be listed and sorted by.
-- Heard are: its outcomes, on the last day of their meeting (of a published report, by everybody; of a checked one, by participants); progress reports by their audience;
-- activities that were held, by theirs; the steps an owner made and the answers of addressees. An internal note is no sign for others and is left out.

create or replace function keep_heard(wanted uuid[]) returns void language sql volatile security definer set search_path = public as $$
  with said as (
    select t.commitment_id, coalesce(m.end_day, m.start_day) as day, r.stage = 'published' as by_all
    from commitment_outcome t join outcome o on o.id = t.outcome_id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where t.commitment_id = any (wanted) and o.state = 'confirmed' and r.stage in ('checked', 'published')
    union all
    select p.commitment_id, p.day, p.audience = 'public' from progress_report p
    where p.commitment_id = any (wanted) and p.audience in ('participants', 'public') and p.withdrawn_at is null
    union all
    select t.commitment_id, coalesce(a.ends_on, a.starts_until), a.audience = 'public' from activity_commitment t join activity a on a.id = t.activity_id
    where t.commitment_id = any (wanted) and a.state = 'held'
    union all
    select w.commitment_id, (w.since at time zone 'UTC')::date, true from commitment_owner w
    where w.commitment_id = any (wanted) and w.state in ('accepted', 'declined', 'claimed', 'confirmed')
    union all
    select d.commitment_id, (d.responded_at at time zone 'UTC')::date, true from commitment_addressee d
    where d.commitment_id = any (wanted) and d.responded_at is not null),
  latest as (
    select commitment_id, 'participants' as audience, max(day) as heard_on from said group by 1
    union all select commitment_id, 'public', max(day) from said where by_all group by 1),
  standing as (select * from latest where heard_on is not null),
  gone as (
    delete from commitment_heard h where h.commitment_id = any (wanted)
      and not exists (select from standing s where s.commitment_id = h.commitment_id and s.audience = h.audience))
  insert into commitment_heard (commitment_id, audience, heard_on) select commitment_id, audience, heard_on from standing
  on conflict (commitment_id, audience) do update set heard_on = excluded.heard_on where commitment_heard.heard_on <> excluded.heard_on
$$;
comment on function keep_heard is 'Computes commitment_heard anew for some commitments.';

-- Trigger of what belongs to one commitment.
create or replace function heard_of_commitment() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform keep_heard(array[case tg_op when 'DELETE' then old.commitment_id else new.commitment_id end]);
  return null;
end $$;

-- Trigger of what several commitments can rest on: an activity, an outcome, a report, a meeting.
create or replace function heard_elsewhere() returns trigger language plpgsql security definer set search_path = public as $$
declare touched uuid[];
begin
  if tg_table_name = 'activity' then
    select array_agg(t.commitment_id) into touched from activity_commitment t where t.activity_id = new.id;
  elsif tg_table_name = 'outcome' then
    select array_agg(t.commitment_id) into touched from commitment_outcome t where t.outcome_id = new.id;
  elsif tg_table_name = 'report' then
    select array_agg(distinct t.commitment_id) into touched from commitment_outcome t join outcome o on o.id = t.outcome_id where o.report_id = new.id;
  else
    select array_agg(distinct t.commitment_id) into touched from commitment_outcome t join outcome o on o.id = t.outcome_id
      join report r on r.id = o.report_id where r.meeting_id = new.id;
  end if;
  if touched is not null then perform keep_heard(touched); end if;
  return null;
end $$;

create or replace trigger heard after insert or delete on commitment_outcome for each row execute function heard_of_commitment();
create or replace trigger heard after insert or delete on activity_commitment for each row execute function heard_of_commitment();
create or replace trigger heard after insert or update on progress_report for each row when (new.audience <> 'party') execute function heard_of_commitment();
create or replace trigger heard after update of state on commitment_owner for each row when (old.state is distinct from new.state) execute function heard_of_commitment();
create or replace trigger heard after update on commitment_addressee for each row execute function heard_of_commitment();
create or replace trigger heard after update of state, audience, starts_until, ends_on on activity for each row execute function heard_elsewhere();
create or replace trigger heard after update of state on outcome for each row when (old.state is distinct from new.state) execute function heard_elsewhere();
create or replace trigger heard after update of stage on report for each row when (old.stage is distinct from new.stage) execute function heard_elsewhere();
create or replace trigger heard after update of start_day, end_day on meeting for each row execute function heard_elsewhere();

do $$ declare f text; begin
  foreach f in array array['keep_heard(uuid[])', 'heard_of_commitment()', 'heard_elsewhere()'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
