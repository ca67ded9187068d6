-- How commitments and their owners stood at an earlier moment. Their history is read by participants alone; that a commitment one sees was open on a day
-- is no more than its page said then. The function belongs to redthread_definer, contains the rule of commitment itself, and returns states and days only.
create policy standing_reads on commitment for select to redthread_definer using (true);
create policy standing_reads on commitment_owner for select to redthread_definer using (true);
create policy standing_reads on commitment_revision for select to redthread_definer using (true);
grant select on commitment, commitment_owner, commitment_revision to redthread_definer;

-- What the history says stood at the moment: the newest line until then, else what the first line after it replaced, else what stands now.
create or replace function standing_at(of_commitment uuid, of_owner uuid, what text, moment timestamptz) returns text language sql stable set search_path = public as $$
  select coalesce(
    (select v.after ->> what from commitment_revision v where v.commitment_id = of_commitment and v.owner_id is not distinct from of_owner
      and v.after ? what and v.at <= moment order by v.n desc limit 1),
    (select v.before ->> what from commitment_revision v where v.commitment_id = of_commitment and v.owner_id is not distinct from of_owner
      and v.before ? what and v.at > moment order by v.n limit 1))
$$;

-- One row for each commitment (owner_id null) and for each of its owners.
create or replace function commitments_as_known(wanted uuid[], moment timestamptz)
returns table (commitment_id uuid, owner_id uuid, state text, due_from date, due_until date)
language sql stable rows 100 security definer set search_path = public as $$
  select c.id, null::uuid, coalesce(standing_at(c.id, null, 'state', moment), c.state),
    coalesce(standing_at(c.id, null, 'due_from', moment)::date, c.due_from), coalesce(standing_at(c.id, null, 'due_until', moment)::date, c.due_until)
  from commitment c where c.id = any (wanted) and c.raised_at <= moment and (c.audience = 'public' or app_is_participant())
  union all
  select c.id, o.id, coalesce(standing_at(c.id, o.id, 'state', moment), o.state), null, null
  from commitment c join commitment_owner o on o.commitment_id = c.id
  where c.id = any (wanted) and c.raised_at <= moment and (c.audience = 'public' or app_is_participant())
$$;

revoke all on function standing_at(uuid, uuid, text, timestamptz) from public;
grant execute on function standing_at(uuid, uuid, text, timestamptz) to redthread_definer;
alter function commitments_as_known(uuid[], timestamptz) owner to redthread_definer;
revoke all on function commitments_as_known(uuid[], timestamptz) from public;
grant execute on function commitments_as_known(uuid[], timestamptz) to redthread_app, redthread_owner, redthread_definer;
