-- Who may see and do what with a meeting that is prepared and held here.
-- Leaders of a meeting are the Secretariat and the chair of a body that meets. A call is seen by its leaders; once its date was sent out or it was called, by all
-- participants; once called and announced, by everybody. Agenda, papers and invitations follow the call itself. What other parties answered is seen by leaders only.
call reset_policies(array['meeting_call', 'meeting_session', 'meeting_session_duty', 'meeting_link', 'meeting_invitation', 'meeting_paper', 'meeting_paper_version']);

grant select, insert on meeting_call, meeting_session, meeting_session_duty, meeting_link, meeting_invitation, meeting_paper, meeting_paper_version to redthread_app;
grant update (stage, zone, host_party_id, theme, concept, languages, ordering, announced, list_published, answers_due, delegations_due, needs_kept_days,
  saved_date_at, called_at, opened_at, closed_at, cancelled_reason, changes, changed_at, revision) on meeting_call to redthread_app;
grant update (parent_id, ordinal, kind, title, questions, starts_at, ends_at, room, goal_id, rule, state, seconds_each, seconds_party, removed_at, revision)
  on meeting_session to redthread_app;
grant update (removed_at) on meeting_link to redthread_app;
grant update (standing, seats, answer, answer_note, answered_at, answered_by, withdrawn_at, invited_again_at, turns, revision) on meeting_invitation to redthread_app;
grant update (session_id, ordinal, title, access, removed_at, revision) on meeting_paper to redthread_app;
grant delete on meeting_session_duty to redthread_app;
grant select on meeting_call, meeting_session, meeting_session_duty, meeting_invitation, meeting_paper_version to redthread_definer;

-- Meetings that were called and to which a party of the person is invited.
create or replace function app_invited_meetings() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct i.meeting_id), '{}')
  from meeting_invitation i join meeting_call c on c.meeting_id = i.meeting_id
  where i.party_id = any ((select app_parties())::uuid[]) and i.withdrawn_at is null and c.called_at is not null
$$;

-- How often the invitation of a party of the person was withdrawn or given again: says nothing of other parties.
create or replace function meeting_turns(wanted uuid) returns integer language sql stable security definer set search_path = public as $$
  select coalesce(max(i.turns), 0) from meeting_invitation i where i.meeting_id = wanted and i.party_id = any ((select app_parties())::uuid[])
$$;

-- Parties the person answers an invitation for: as focal point, or as observer for an organisation.
create or replace function app_answers_for() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null), '{}')
  from access_grant g join person p on p.id = g.person_id
  where g.person_id = app_actor() and p.ended_at is null and g.role in ('focal-point', 'observer')
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
$$;

-- Sessions that the person moderates or notes: they lead the floor there.
create or replace function app_led_sessions() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct d.session_id), '{}') from meeting_session_duty d
  where d.person_id = app_actor() and app_is_participant() and d.duty in ('moderator', 'rapporteur', 'note-taker')
$$;

-- Whether the Chatham House Rule holds in a session: its own, that of a session it is part of, or that of the whole meeting.
create or replace function session_under_rule(wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  with recursive up as (
    select s.id, s.parent_id, s.rule, s.meeting_id from meeting_session s where s.id = wanted
    union all
    select s.id, s.parent_id, s.rule, s.meeting_id from meeting_session s join up on s.id = up.parent_id
  )
  select exists (select from up join meeting m on m.id = up.meeting_id where up.rule is not null or m.rule is not null)
$$;

-- Addresses that exist already, seen or not.
create or replace function meeting_slugs(beginning text) returns setof text language sql stable security definer set search_path = public as $$
  select c.slug from meeting_call c where starts_with(c.slug, beginning)
$$;

do $$ declare f text; begin
  foreach f in array array['app_invited_meetings()', 'app_led_sessions()', 'app_answers_for()', 'meeting_turns(uuid)', 'session_under_rule(uuid)', 'meeting_slugs(text)'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner, redthread_definer', f);
  end loop;
end $$;
alter function stamp_meeting_call() owner to redthread_definer;
revoke all on function stamp_meeting_call() from public;
create policy definer_reads on meeting_call for select to redthread_definer using (true);
create policy definer_reads on meeting_session for select to redthread_definer using (true);
create policy definer_reads on meeting_session_duty for select to redthread_definer using (true);
create policy definer_reads on meeting_invitation for select to redthread_definer using (true);
create policy definer_reads on meeting_paper_version for select to redthread_definer using (true);

-- meeting_call: its leaders; once its date went out or it was called, all participants, also after it was cancelled; once called and announced, everybody.
-- Leaders prepare and lead it.
create policy reads on meeting_call for select to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])
  or called_at is not null and announced or coalesce(called_at, saved_date_at) is not null and (select app_is_participant()));
create policy prepares on meeting_call for insert to redthread_app with check (
  by = (select app_actor()) and stage = 'draft' and ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])));
create policy leads on meeting_call for update to redthread_app
  using ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]));

-- meeting_session: leaders; once called, participants. Leaders write; a moderator moves the state of the own session.
create policy reads on meeting_session for select to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])
  or (select app_is_participant()) and meeting_id in (select c.meeting_id from meeting_call c where c.called_at is not null));
create policy adds on meeting_session for insert to redthread_app with check (
  by = (select app_actor()) and ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])));
create policy changes on meeting_session for update to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]) or id = any ((select app_led_sessions())::uuid[]));

-- meeting_session_duty: seen with the session, written by leaders.
create policy reads on meeting_session_duty for select to redthread_app using (session_id in (select s.id from meeting_session s));
create policy names on meeting_session_duty for insert to redthread_app with check (session_id in (
  select s.id from meeting_session s where (select app_is_staff()) or s.meeting_id = any ((select app_reviewed_meetings())::uuid[])));
create policy renames on meeting_session_duty for delete to redthread_app using (session_id in (
  select s.id from meeting_session s where (select app_is_staff()) or s.meeting_id = any ((select app_reviewed_meetings())::uuid[])));

-- meeting_link: leaders, and the people of invited parties.
create policy reads on meeting_link for select to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]) or meeting_id = any ((select app_invited_meetings())::uuid[]));
create policy adds on meeting_link for insert to redthread_app with check (
  by = (select app_actor()) and ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])));
create policy removes on meeting_link for update to redthread_app
  using ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]));

-- meeting_invitation: leaders; the people of the invited party, once it is out. Leaders invite, and write down an answer that came by letter; the focal point of
-- the party answers for it, an observer for an organisation.
create policy reads on meeting_invitation for select to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])
  or party_id = any ((select app_parties())::uuid[]) and meeting_id = any ((select app_invited_meetings())::uuid[]));
create policy invites on meeting_invitation for insert to redthread_app with check (
  by = (select app_actor()) and answer is null and ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])));
create policy answers on meeting_invitation for update to redthread_app
  using ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])
    or party_id = any ((select app_answers_for())::uuid[]) and meeting_id = any ((select app_invited_meetings())::uuid[]));

-- meeting_paper: once called, by its access; before that, and a removed one, by leaders only. Leaders write.
create policy reads on meeting_paper for select to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])
  or removed_at is null and meeting_id in (select c.meeting_id from meeting_call c where c.called_at is not null) and case access
    when 'public' then true
    when 'participants' then (select app_is_participant())
    when 'invited' then meeting_id = any ((select app_invited_meetings())::uuid[])
    else false end);
create policy adds on meeting_paper for insert to redthread_app with check (
  by = (select app_actor()) and ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])));
create policy changes on meeting_paper for update to redthread_app
  using ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]));
create policy reads on meeting_paper_version for select to redthread_app using (paper_id in (select p.id from meeting_paper p));
create policy adds on meeting_paper_version for insert to redthread_app with check (
  by = (select app_actor()) and paper_id in (
    select p.id from meeting_paper p where (select app_is_staff()) or p.meeting_id = any ((select app_reviewed_meetings())::uuid[])));
