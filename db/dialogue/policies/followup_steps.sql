-- Who may make which step in follow-up: what a policy cannot say, because it sees only the old or only the new row.
-- Functions that end in _guard run as whoever asks; what follows by itself is done by redthread_definer.

-- Whether the person is one of the owner's own people: of the party, or the chair of the body, for which the Secretariat acts as well.
create or replace function app_owns(party uuid, body uuid) returns boolean language sql stable as $$
  select app_acts_for(party, body) or body is not null and app_is_staff()
$$;

-- A step of an owner.
--   take on, decline, claim; its own words:  the owner's own people
--   confirm or return a claim:               the chair of the commitment's body, or a member or focal point of another party; never the owner's own people
--   ask again, release, reopen:              the Secretariat, or the chair of the commitment's body
create or replace function commitment_owner_guard() returns trigger language plpgsql as $$
declare
  own boolean; presides boolean; may boolean;
  step text := old.state || ' ' || new.state;
begin
  if current_user = 'redthread_definer' then return new; end if;
  own := app_owns(old.party_id, old.body_id);
  select coalesce(c.body_id = any (app_bodies()), false) into presides from commitment c where c.id = old.commitment_id;
  if (new.words is distinct from old.words) and not own then
    raise exception using errcode = '42501', message = 'only its own people write the words of an owner';
  end if;
  if old.state = new.state then
    if not own or (new.reason, new.since, new.confirmed_by) is distinct from (old.reason, old.since, old.confirmed_by) then
      raise exception using errcode = '42501', message = 'without a step only the words of an owner change, by its own people';
    end if;
    return new;
  end if;
  may := case
    when step in ('asked accepted', 'asked declined', 'asked claimed', 'accepted claimed', 'accepted declined', 'declined accepted') then own
    when step in ('claimed confirmed', 'claimed accepted') then not own and (presides or app_roles() && array['member', 'focal-point'])
    when new.state = 'released' or step in ('declined asked', 'released asked', 'confirmed accepted') then presides or app_is_staff()
    else false end;
  if not may then
    raise exception using errcode = '42501', message = format('not a step for this person: %s', step);
  end if;
  if new.state = 'confirmed' and new.confirmed_by is distinct from app_actor() then
    raise exception using errcode = '42501', message = 'who confirms is who asks';
  end if;
  return new;
end $$;
comment on function commitment_owner_guard is 'Who may make which step of an owner, and who writes its words.';
create or replace trigger guard before update on commitment_owner for each row execute function commitment_owner_guard();

-- A commitment. It is completed by its owners' being confirmed, not by a hand; it is opened again by the Secretariat or the chair of its body.
create or replace function commitment_guard() returns trigger language plpgsql as $$
begin
  if current_user = 'redthread_definer' then return new; end if;
  if new.occurrence <> old.occurrence or new.state = 'completed' and old.state <> 'completed' then
    raise exception using errcode = '42501', message = 'a commitment is completed and renewed by the confirmation of its owners';
  end if;
  if old.state <> 'open' and new.state = 'open' and not (app_is_staff() or coalesce(old.body_id = any (app_bodies()), false)) then
    raise exception using errcode = '42501', message = 'the Secretariat or the chair of its body opens a commitment again';
  end if;
  return new;
end $$;
comment on function commitment_guard is 'What of a commitment is not changed by hand, and who opens it again.';
create or replace trigger guard before update on commitment for each row execute function commitment_guard();

-- An answer of an addressee carries the name of who gave it.
create or replace function commitment_addressee_guard() returns trigger language plpgsql as $$
begin
  if new.responded_by is distinct from app_actor() then
    raise exception using errcode = '42501', message = 'who answers is who asks';
  end if;
  return new;
end $$;
comment on function commitment_addressee_guard is 'An answer is given in one''s own name.';
create or replace trigger guard before update on commitment_addressee for each row execute function commitment_addressee_guard();

-- A progress report is withdrawn once and otherwise kept. What corrects an internal note is one itself: a correction that others read would tell them of the note.
create or replace function progress_report_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is not null then
    raise exception using errcode = 'RT409', message = 'This progress report was withdrawn already.';
  end if;
  if tg_op = 'INSERT' and new.corrects_id is not null and new.audience <> 'party'
    and exists (select from progress_report p where p.id = new.corrects_id and p.audience = 'party') then
    raise exception using errcode = 'RT409', message = 'A correction of an internal note stays internal. Write a new report for others to read.';
  end if;
  return new;
end $$;
comment on function progress_report_guard is 'Progress is appended and withdrawn, never rewritten; what corrects an internal note stays internal.';
create or replace trigger guard before insert or update on progress_report for each row execute function progress_report_guard();

-- Evidence is shown to no more people than the report that rests on it.
create or replace function evidence_guard() returns trigger language plpgsql as $$
begin
  if array_position(array['party', 'participants', 'public'], new.audience)
    > (select array_position(array['party', 'participants', 'public'], p.audience) from progress_report p where p.id = new.progress_id) then
    raise exception using errcode = 'RT409', message = 'Evidence cannot be shown to more people than the progress report it belongs to.';
  end if;
  return new;
end $$;
comment on function evidence_guard is 'Evidence is never wider than its progress report.';
create or replace trigger guard before insert on evidence for each row execute function evidence_guard();

-- Steps of a commitment are numbered one after the other; whoever writes one waits for the writer before.
create or replace function commitment_revision_number() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform from commitment c where c.id = new.commitment_id for no key update;
  select coalesce(max(r.n), 0) + 1 into new.n from commitment_revision r where r.commitment_id = new.commitment_id;
  return new;
end $$;
comment on function commitment_revision_number is 'Numbers the steps of a commitment without gaps.';
create or replace trigger number before insert on commitment_revision for each row execute function commitment_revision_number();

-- A progress report that others can read answers the open requests for an update of its owner. An internal note answers nobody.
create or replace function progress_answers() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.audience <> 'party' then
    update update_request set answered_at = new.at, answered_by_id = new.id where owner_id = new.owner_id and answered_at is null;
  end if;
  return null;
end $$;
comment on function progress_answers is 'Progress that others can read answers what its owner was asked.';
create or replace trigger answers after insert on progress_report for each row execute function progress_answers();

-- The day as many calendar months later. The last day of a month leads to the last day; a day the later month does not have becomes its last.
create or replace function later_by(day date, period text) returns date language sql immutable as $$
  select case when day + 1 = date_trunc('month', day + 1)::date
    then (date_trunc('month', later) + interval '1 month' - interval '1 day')::date else later::date end
  from (select day + case period when 'monthly' then interval '1 month' when 'quarterly' then interval '3 months'
    when 'half-yearly' then interval '6 months' else interval '1 year' end as later) moved
$$;

-- A step of an owner is possible while the commitment is open. When every owner who neither declined nor was released is confirmed, it is completed;
-- a recurring one is due again by its period instead, as long as it recurs, and its owners hold it again.
create or replace function commitment_follows() returns trigger language plpgsql security definer set search_path = public as $$
declare c commitment; next_until date; renewed boolean;
begin
  select * into c from commitment where id = new.commitment_id for no key update;
  if c.state <> 'open' then
    raise exception using errcode = 'RT409', message = format('This commitment is %s; its owners make no further steps unless it is opened again.', c.state);
  end if;
  if new.state not in ('confirmed', 'declined', 'released') then return null; end if;
  if not exists (select from commitment_owner o where o.commitment_id = c.id and o.state = 'confirmed')
    or exists (select from commitment_owner o where o.commitment_id = c.id and o.state in ('asked', 'accepted', 'claimed')) then return null; end if;
  next_until := later_by(c.due_until, c.recurs);
  renewed := c.recurs is not null and (c.recurs_until is null or next_until <= c.recurs_until);
  if renewed then
    update commitment set due_from = later_by(c.due_from, c.recurs), due_until = next_until, occurrence = c.occurrence + 1, revision = c.revision + 1 where id = c.id;
    update commitment_owner set state = 'accepted', confirmed_by = null, since = new.since, revision = revision + 1
      where commitment_id = c.id and state = 'confirmed';
  else
    update commitment set state = 'completed', revision = c.revision + 1 where id = c.id;
  end if;
  insert into commitment_revision (commitment_id, verb, before, after, at, by)
  select c.id, case when renewed then 'renewed' else 'completed' end,
    jsonb_build_object('state', c.state, 'due_from', c.due_from, 'due_until', c.due_until, 'occurrence', c.occurrence),
    jsonb_build_object('state', n.state, 'due_from', n.due_from, 'due_until', n.due_until, 'occurrence', n.occurrence), new.since, app_actor()
  from commitment n where n.id = c.id;
  return null;
end $$;
comment on function commitment_follows is 'Completes or renews a commitment when its owners are confirmed.';
create or replace trigger follows after update of state on commitment_owner for each row
  when (old.state is distinct from new.state and current_user <> 'redthread_definer') execute function commitment_follows();

do $$ declare f text; begin
  foreach f in array array['commitment_revision_number()', 'progress_answers()', 'commitment_follows()'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
