-- Who may see and do what with the draft of a report.
-- The text being written is seen and written by the leaders of the meeting; who moderates or notes a session sees the draft and writes the paragraphs of that
-- session. What was circulated is seen by the people of the parties that took part, and by nobody else until the report is published.
call reset_policies(array['draft', 'draft_paragraph', 'draft_paragraph_revision', 'draft_source', 'draft_material_left', 'draft_outcome', 'draft_outcome_party',
  'draft_version', 'draft_version_paragraph', 'draft_comment', 'draft_silence', 'draft_objection']);

grant select, insert on draft, draft_paragraph, draft_paragraph_revision, draft_source, draft_material_left, draft_outcome, draft_outcome_party,
  draft_version, draft_version_paragraph, draft_comment, draft_silence, draft_objection to redthread_app;
grant update (stage, names_day, zone, adopted_how, adopted_note, adopted_at, adopted_by, adopted_version_id, report_id, revision) on draft to redthread_app;
grant update (session_id, place, kind, text, assembled_text, removed_at, revision) on draft_paragraph to redthread_app;
grant update (paragraph_id, text, kind, goals, when_from, when_until, when_as_written, removed_at, revision) on draft_outcome to redthread_app;
grant update (text, at, by) on draft_material_left to redthread_app;
grant update (paragraph_id, text, proposed, sent_at, sent_by, withdrawn_at, disposition, reason, decided_at, decided_by, revision) on draft_comment to redthread_app;
grant update (paragraph_id, ordinal) on draft_source to redthread_app;
grant delete on draft_source, draft_outcome_party to redthread_app;
grant select on draft, draft_silence, draft_objection, check_in to redthread_definer;
grant update on draft, draft_silence to redthread_definer;

-- Whether an approved participant came. Where a meeting checked nobody in, the approved list is all there is.
create or replace function participant_came(wanted uuid, meeting uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from check_in c where c.participant_id = wanted)
    or not exists (select from check_in c join participant q on q.id = c.participant_id where q.meeting_id = meeting)
$$;

-- Meetings in which a party of the person took part: a participant of it who came (where nobody was checked in, one who was approved), or its words on the floor.
create or replace function app_took_part() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct x.meeting_id), '{}') from (
    select p.meeting_id from participant p where p.party_id = any ((select app_parties())::uuid[]) and participant_came(p.id, p.meeting_id)
    union all
    select s.meeting_id from intervention i join meeting_session s on s.id = i.session_id
    where i.party_id = any ((select app_parties())::uuid[]) and i.state in ('speaking', 'paused', 'done', 'written')) x
$$;

-- Whether a party took part in a meeting, by the same rule.
create or replace function party_took_part(wanted uuid, meeting uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from participant p where p.meeting_id = meeting and p.party_id = wanted and participant_came(p.id, meeting))
    or exists (select from intervention i join meeting_session s on s.id = i.session_id
      where s.meeting_id = meeting and i.party_id = wanted and i.state in ('speaking', 'paused', 'done', 'written'))
$$;

-- Drafts whose meeting the person leads as chair of a body that meets.
create or replace function app_reviewed_drafts() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(d.id), '{}') from draft d where d.meeting_id = any ((select app_reviewed_meetings())::uuid[])
$$;

-- Drafts of meetings of which the person moderates or notes a session.
create or replace function app_noted_drafts() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct d.id), '{}') from draft d join meeting_session s on s.meeting_id = d.meeting_id where s.id = any ((select app_led_sessions())::uuid[])
$$;

-- Drafts that are circulated to the person: a party of theirs took part.
create or replace function app_circulated_drafts() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(d.id), '{}') from draft d where d.meeting_id = any ((select app_took_part())::uuid[]) and d.stage <> 'drafting'
$$;

-- Drafts whose text can be written now.
create or replace function open_drafts() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(d.id), '{}') from draft d where d.stage in ('drafting', 'revised')
$$;

-- Whether a party may break silence on a version: it took part and was invited as a member.
create or replace function may_object(wanted uuid, version uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from draft_silence s join draft d on d.id = s.draft_id join meeting_invitation i on i.meeting_id = d.meeting_id
    where s.version_id = version and i.party_id = wanted and i.standing = 'member' and party_took_part(wanted, d.meeting_id))
$$;

-- How silence stands for those who took part: broken or not, and at which paragraphs, never by whom. Contains the rule who may ask.
create or replace function silence_broken(version uuid) returns table (paragraph_id uuid, whole boolean) language sql stable security definer set search_path = public as $$
  select distinct o.paragraph_id, o.paragraph_id is null from draft_objection o join draft_silence s on s.version_id = o.version_id
  where o.version_id = version and o.received_at < s.until
    and ((select app_is_staff()) or s.draft_id = any ((select app_reviewed_drafts())::uuid[]) or s.draft_id = any ((select app_noted_drafts())::uuid[]) or s.draft_id = any ((select app_circulated_drafts())::uuid[]))
$$;

do $$ declare f text; begin
  foreach f in array array['participant_came(uuid, uuid)', 'app_took_part()', 'party_took_part(uuid, uuid)', 'app_reviewed_drafts()', 'app_noted_drafts()', 'app_circulated_drafts()',
    'open_drafts()', 'may_object(uuid, uuid)', 'silence_broken(uuid)'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner, redthread_definer', f);
  end loop;
  foreach f in array array['draft_leaves_silence()', 'draft_objection_after_adoption()'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
-- Who came is read here whole; the answer is yes or no, or the parties of the person.
create policy drafting_reads on check_in for select to redthread_definer using (true);
create policy definer_reads on draft for select to redthread_definer using (true);
create policy definer_takes_back on draft for update to redthread_definer using (true) with check (stage = 'silence');
create policy definer_reads on draft_silence for select to redthread_definer using (true);
create policy definer_locks on draft_silence for update to redthread_definer using (true);
create policy definer_reads on draft_objection for select to redthread_definer using (true);

-- draft: leaders of the meeting; who moderates or notes a session; once circulated, people of parties that took part; once published, all participants.
create policy reads on draft for select to redthread_app using (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]) or id = any ((select app_noted_drafts())::uuid[])
  or id = any ((select app_circulated_drafts())::uuid[]) or stage = 'published' and (select app_is_participant()));
create policy begins on draft for insert to redthread_app with check (
  by = (select app_actor()) and stage = 'drafting' and ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])));
create policy leads on draft for update to redthread_app
  using ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]));

-- draft_paragraph: leaders, and who notes a session of the meeting, see the text being written. Leaders write; who notes a session writes its paragraphs. Only while
-- the text is open.
create policy reads on draft_paragraph for select to redthread_app using (
  (select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]) or draft_id = any ((select app_noted_drafts())::uuid[]));
create policy adds on draft_paragraph for insert to redthread_app with check (
  by = (select app_actor()) and draft_id = any ((select open_drafts())::uuid[])
  and ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]) or session_id = any ((select app_led_sessions())::uuid[])));
create policy edits on draft_paragraph for update to redthread_app
  using (draft_id = any ((select open_drafts())::uuid[])
    and ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]) or session_id = any ((select app_led_sessions())::uuid[])))
  with check ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]) or session_id = any ((select app_led_sessions())::uuid[]));

-- What belongs to a paragraph being written (history, sources, outcomes): seen with the paragraph, written by who writes it.
create policy reads on draft_paragraph_revision for select to redthread_app using (paragraph_id in (select p.id from draft_paragraph p));
create policy appends on draft_paragraph_revision for insert to redthread_app with check (by = (select app_actor()) and paragraph_id in (select p.id from draft_paragraph p));
create policy reads on draft_source for select to redthread_app using (paragraph_id in (select p.id from draft_paragraph p));
create policy ties on draft_source for insert to redthread_app with check (paragraph_id in (select p.id from draft_paragraph p where p.draft_id = any ((select open_drafts())::uuid[])));
create policy follows on draft_source for update to redthread_app using (paragraph_id in (select p.id from draft_paragraph p where p.draft_id = any ((select open_drafts())::uuid[])));
create policy replaces on draft_source for delete to redthread_app using (paragraph_id in (select p.id from draft_paragraph p where p.draft_id = any ((select open_drafts())::uuid[])));
create policy reads on draft_outcome for select to redthread_app using (paragraph_id in (select p.id from draft_paragraph p));
create policy marks on draft_outcome for insert to redthread_app with check (
  by = (select app_actor()) and paragraph_id in (select p.id from draft_paragraph p where p.draft_id = any ((select open_drafts())::uuid[])));
create policy changes on draft_outcome for update to redthread_app using (paragraph_id in (select p.id from draft_paragraph p where p.draft_id = any ((select open_drafts())::uuid[])));
create policy reads on draft_outcome_party for select to redthread_app using (outcome_id in (select o.id from draft_outcome o));
create policy names on draft_outcome_party for insert to redthread_app with check (outcome_id in (select o.id from draft_outcome o where o.draft_id = any ((select open_drafts())::uuid[])));
create policy renames on draft_outcome_party for delete to redthread_app using (outcome_id in (select o.id from draft_outcome o where o.draft_id = any ((select open_drafts())::uuid[])));

-- draft_material_left: the leaders of the meeting.
create policy reads on draft_material_left for select to redthread_app using ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]));
create policy leaves on draft_material_left for insert to redthread_app with check (
  by = (select app_actor()) and ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[])));
create policy leaves_again on draft_material_left for update to redthread_app using ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]));

-- draft_version, draft_version_paragraph, draft_silence: leaders, who notes a session, and those to whom the draft is circulated. Leaders circulate; nobody changes one.
create policy reads on draft_version for select to redthread_app using (
  (select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]) or draft_id = any ((select app_noted_drafts())::uuid[])
  or draft_id = any ((select app_circulated_drafts())::uuid[]));
create policy circulates on draft_version for insert to redthread_app with check (
  by = (select app_actor()) and ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[])));
create policy reads on draft_version_paragraph for select to redthread_app using (version_id in (select v.id from draft_version v));
create policy circulates on draft_version_paragraph for insert to redthread_app with check (version_id in (
  select v.id from draft_version v where (select app_is_staff()) or v.draft_id = any ((select app_reviewed_drafts())::uuid[])));
create policy reads on draft_silence for select to redthread_app using (version_id in (select v.id from draft_version v));
create policy begins on draft_silence for insert to redthread_app with check (
  by = (select app_actor()) and ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[])));

-- draft_comment: until it is sent, the people who write for the party; then also the leaders; once answered, everybody to whom the draft is circulated, except that what
-- is said about a paragraph under the Chatham House Rule stays between its party and the leaders: it may say who said what.
create policy reads on draft_comment for select to redthread_app using (
  party_id = any ((select app_writes_for())::uuid[])
  or sent_at is not null and ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]))
  or disposition is not null and draft_id = any ((select app_circulated_drafts())::uuid[]) and not exists (
    select from draft_version_paragraph f where f.version_id = draft_comment.version_id and f.paragraph_id = draft_comment.paragraph_id and f.under_rule));
-- People of a party that took part write while comments are taken; its focal point sends.
create policy writes on draft_comment for insert to redthread_app with check (
  by = (select app_actor()) and disposition is null and party_id = any ((select app_writes_for())::uuid[])
  and (sent_at is null or party_id = any ((select app_focal_parties())::uuid[]))
  and draft_id in (select d.id from draft d where d.stage = 'circulated' and party_took_part(party_id, d.meeting_id)));
create policy edits on draft_comment for update to redthread_app
  using (sent_at is null and withdrawn_at is null and party_id = any ((select app_writes_for())::uuid[]) and draft_id in (select d.id from draft d where d.stage = 'circulated'))
  with check (disposition is null and party_id = any ((select app_writes_for())::uuid[]) and (sent_at is null or sent_by = (select app_actor()) and party_id = any ((select app_focal_parties())::uuid[])));
-- Leaders answer what was sent, while the text is not out again.
create policy answers on draft_comment for update to redthread_app
  using (sent_at is not null and ((select app_is_staff()) or draft_id = any ((select app_reviewed_drafts())::uuid[]))
    and draft_id in (select d.id from draft d where d.stage in ('circulated', 'revised')))
  with check (decided_by = (select app_actor()));

-- draft_objection: the people of the party, and the leaders. Others ask silence_broken().
create policy reads on draft_objection for select to redthread_app using (
  party_id = any ((select app_writes_for())::uuid[]) or version_id in (
    select s.version_id from draft_silence s where (select app_is_staff()) or s.draft_id = any ((select app_reviewed_drafts())::uuid[])));
-- Members and focal points of a member party that took part object, whenever it comes: whether it is in time is computed from the instant. An observer does not.
create policy objects on draft_objection for insert to redthread_app with check (
  by = (select app_actor()) and party_id = any ((select app_writes_for())::uuid[]) and may_object(party_id, version_id));
