-- Who may see and do what with delegations.
-- A delegation is seen by the people of its party; once submitted by the leaders of the meeting. No other party sees it; what was approved is in participant.
-- One hand writes at a time. It is the party's, wherever a focal point of it holds an account. Where none does (its ministry answers by e-mail), the Secretariat
-- enters, submits and decides: it begins a delegation nobody has begun, or takes up one it can see whole because it was approved. What people of the party began
-- without a focal point stays theirs and unseen. Once a focal point of the party has an account, the party goes on from what was entered, and from its first
-- change on the Secretariat sees no more than of any other.
call reset_policies(array['delegation', 'delegate', 'delegate_day', 'delegate_need', 'participant', 'check_in']);

grant select, insert on delegation, delegate, delegate_day, delegate_need, participant, check_in to redthread_app;
grant update (state, reason, submitted_at, submitted_by, decided_at, decided_by, entered_by_secretariat, revision) on delegation to redthread_app;
grant update (ordinal, name, function, role, email, person_id, removed_at) on delegate to redthread_app;
grant update (text, delete_on) on delegate_need to redthread_app;
grant update (ordinal, name, function, role, in_room, online, person_id, left_at, approved_at, approved_by) on participant to redthread_app;
grant delete on delegate_day, delegate_need to redthread_app;
grant select on delegation, participant to redthread_definer;

-- Parties of which a focal point holds an account now: for the Secretariat all of them, for others those they act for.
create or replace function parties_with_focal_point() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct g.party_id), '{}') from access_grant g join person p on p.id = g.person_id
  where g.role = 'focal-point' and p.ended_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
    and ((select app_is_staff()) or g.party_id = any ((select app_parties())::uuid[]))
$$;

-- Delegations that the person may write into now: not submitted, of a meeting that is called or open; of a party they write for, as far as the Secretariat does not
-- enter it, or one that they enter as the Secretariat.
create or replace function delegations_to_write() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(d.id), '{}') from delegation d join meeting_call c on c.meeting_id = d.meeting_id
  where d.state <> 'submitted' and c.stage in ('called', 'open') and case when d.entered_by_secretariat
    then (select app_is_staff()) and d.party_id <> all ((select parties_with_focal_point())::uuid[])
    else d.party_id = any ((select app_writes_for())::uuid[]) end
$$;

-- Whether the list of participants of a meeting may be shown to those invited: not when the whole meeting is under the Chatham House Rule or its call says so.
create or replace function meetings_with_list() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(c.meeting_id), '{}') from meeting_call c join meeting m on m.id = c.meeting_id where c.list_published and m.rule is null
$$;

do $$ declare f text; begin
  foreach f in array array['parties_with_focal_point()', 'delegations_to_write()', 'meetings_with_list()'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner, redthread_definer', f);
  end loop;
end $$;
create policy definer_reads on delegation for select to redthread_definer using (true);
create policy definer_reads on participant for select to redthread_definer using (true);

-- delegation: the people of the party; once submitted, the leaders of the meeting; before that, the Secretariat what it entered itself.
create policy reads on delegation for select to redthread_app using (
  party_id = any ((select app_parties())::uuid[])
  or state <> 'draft' and ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]))
  or entered_by_secretariat and (select app_is_staff()));
-- The people of an invited party begin it; the Secretariat for a party without a focal point.
create policy begins on delegation for insert to redthread_app with check (by = (select app_actor()) and state = 'draft' and case when entered_by_secretariat
  then (select app_is_staff()) and party_id <> all ((select parties_with_focal_point())::uuid[]) and exists (
    select 1 from meeting_invitation i where i.meeting_id = delegation.meeting_id and i.party_id = delegation.party_id and i.withdrawn_at is null)
  else party_id = any ((select app_writes_for())::uuid[]) and meeting_id = any ((select app_invited_meetings())::uuid[]) end);
-- The people of the party move it while it is not submitted, the focal point alone submits it and takes it back, the Secretariat decides. What the Secretariat
-- enters it moves, submits and takes back itself, and the party takes it over once it has a focal point.
create policy moves on delegation for update to redthread_app
  using (case when entered_by_secretariat and party_id <> all ((select parties_with_focal_point())::uuid[]) then (select app_is_staff())
    else (select app_is_staff()) and state in ('submitted', 'approved') or party_id = any ((select app_focal_parties())::uuid[])
      or party_id = any ((select app_writes_for())::uuid[]) and state <> 'submitted' end)
  with check (state in ('approved', 'returned') and (select app_is_staff()) and decided_by = (select app_actor())
    or case when state = 'approved' then false
      when entered_by_secretariat then (select app_is_staff()) and party_id <> all ((select parties_with_focal_point())::uuid[])
        and (state <> 'submitted' or submitted_by = (select app_actor()))
      when state = 'submitted' then party_id = any ((select app_focal_parties())::uuid[]) and submitted_by = (select app_actor())
      else party_id = any ((select app_writes_for())::uuid[]) end);

-- delegate, delegate_day: the people of the party; the leaders of the meeting what lies with the Secretariat or was approved, not what is being changed; the
-- Secretariat what it entered itself. Written while it is open for writing.
create policy reads on delegate for select to redthread_app using (
  delegation_id in (select d.id from delegation d where d.party_id = any ((select app_parties())::uuid[]) or d.state in ('submitted', 'approved')
    or d.entered_by_secretariat and (select app_is_staff())));
create policy adds on delegate for insert to redthread_app with check (by = (select app_actor()) and delegation_id = any ((select delegations_to_write())::uuid[]));
create policy edits on delegate for update to redthread_app using (delegation_id = any ((select delegations_to_write())::uuid[]));
create policy reads on delegate_day for select to redthread_app using (delegate_id in (select p.id from delegate p));
create policy adds on delegate_day for insert to redthread_app with check (
  delegate_id in (select p.id from delegate p where p.delegation_id = any ((select delegations_to_write())::uuid[])));
create policy replaces on delegate_day for delete to redthread_app using (
  delegate_id in (select p.id from delegate p where p.delegation_id = any ((select delegations_to_write())::uuid[])));

-- delegate_need: the people of the party who write for it; what was submitted or it entered itself, the Secretariat (not the chair). Redthread itself, which deletes it
-- when its day has come.
create policy reads on delegate_need for select to redthread_app using (
  (select app_roles()) && array['system'] or delegate_id in (select p.id from delegate p join delegation d on d.id = p.delegation_id
    where d.party_id = any ((select app_writes_for())::uuid[]) or (d.state in ('submitted', 'approved') or d.entered_by_secretariat) and (select app_is_staff())));
create policy adds on delegate_need for insert to redthread_app with check (
  by = (select app_actor()) and delegate_id in (select p.id from delegate p where p.delegation_id = any ((select delegations_to_write())::uuid[])));
create policy edits on delegate_need for update to redthread_app using (
  delegate_id in (select p.id from delegate p where p.delegation_id = any ((select delegations_to_write())::uuid[])));
create policy deletes on delegate_need for delete to redthread_app using (
  (select app_roles()) && array['system'] or delegate_id in (select p.id from delegate p where p.delegation_id = any ((select delegations_to_write())::uuid[])));

-- participant: the leaders of the meeting, the own party; the people of invited parties where the list may be shown. The Secretariat approves.
create policy reads on participant for select to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]) or party_id = any ((select app_parties())::uuid[])
  or meeting_id = any ((select app_invited_meetings())::uuid[]) and meeting_id = any ((select meetings_with_list())::uuid[]));
create policy approves on participant for insert to redthread_app with check ((select app_is_staff()) and approved_by = (select app_actor()));
create policy approves_again on participant for update to redthread_app using ((select app_is_staff())) with check (approved_by = (select app_actor()));

-- check_in: the leaders of the meeting and the own party. The Secretariat checks in.
create policy reads on check_in for select to redthread_app using (participant_id in (
  select p.id from participant p where (select app_is_staff()) or p.meeting_id = any ((select app_reviewed_meetings())::uuid[])
    or p.party_id = any ((select app_parties())::uuid[])));
create policy checks on check_in for insert to redthread_app with check ((select app_is_staff()) and by = (select app_actor()));
