-- Who may see and do what in the records.
-- Reviewers of a meeting are the Secretariat and the chair of a body that met. A report in stage received is seen by its
-- reviewers, in stage checked by all participants, published by everybody. An administrator sees nothing by that right.
-- Observers and members never write.
-- What is read a few rows at a time is asked by `exists (…)`, as in followup.sql: so the planner may look up the one report instead of gathering all.
call reset_policies(array['record_transition', 'stored_file', 'stored_file_chunk', 'import', 'meeting', 'meeting_body', 'report', 'report_version',
  'paragraph', 'paragraph_version', 'attendance', 'statement', 'report_session', 'report_session_moderator', 'report_session_paragraph',
  'report_reference', 'finding', 'outcome', 'outcome_party', 'outcome_revision']);

grant select on record_transition, stored_file, stored_file_chunk, import, meeting, meeting_body, report, report_version, paragraph, paragraph_version,
  attendance, statement, report_session, report_session_moderator, report_session_paragraph, report_reference, finding, outcome, outcome_party,
  outcome_revision to redthread_app, redthread_definer;
grant insert on stored_file, stored_file_chunk, import, meeting, meeting_body, report, report_version, paragraph, paragraph_version, attendance,
  statement, report_session, report_session_moderator, report_session_paragraph, report_reference, finding, outcome, outcome_party, outcome_revision
  to redthread_app;
grant update (state, reading, failure, report_id, read_at, closed_at, closed_by) on import to redthread_app;
grant update (title, start_day, end_day, place, mode, rule) on meeting to redthread_app;
grant update (version_id, stage, revision) on report to redthread_app;
grant update (current) on paragraph_version to redthread_app;
grant update (state, reason, decided_at, decided_by) on finding to redthread_app;
grant update (version_id, paragraph_id, start_at, end_at, text, kind, state, goals, when_from, when_until, when_as_written, revision) on outcome to redthread_app;
grant delete on meeting_body, outcome_party to redthread_app;

-- Meetings whose record the person reviews as chair of a body that met (the Secretariat reviews all, app_is_staff()).
create or replace function app_reviewed_meetings() returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare chaired uuid[] := app_bodies(); begin
  if chaired = '{}' then return chaired; end if;
  return (select coalesce(array_agg(distinct b.meeting_id), '{}') from meeting_body b where b.body_id = any (chaired));
end $$;

-- Reports of those meetings.
create or replace function app_reviewed_reports() returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare reviewed uuid[] := app_reviewed_meetings(); begin
  if reviewed = '{}' then return reviewed; end if;
  return (select coalesce(array_agg(r.id), '{}') from report r where r.meeting_id = any (reviewed));
end $$;

-- Meetings that are known to this person because they were called, or announced to the public; for the policy of meeting.
create or replace function app_called_meetings() returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare participant boolean := app_is_participant(); begin
  return (select coalesce(array_agg(c.meeting_id), '{}') from meeting_call c
    where c.called_at is not null and c.announced or coalesce(c.called_at, c.saved_date_at) is not null and participant);
end $$;

-- Whether a meeting has a report, seen or not; for the policy of meeting_body.
create or replace function meeting_has_report(wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from report r where r.meeting_id = wanted)
$$;

-- Whether a file is a version of a paper already: then it is no longer on its way in.
create or replace function is_paper(wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from meeting_paper_version v where v.file_id = wanted)
$$;

-- Addresses that exist already, seen or not, so that a new report gets another one. A name in an address is no secret: asking for it says the same.
create or replace function report_slugs(beginning text) returns setof text language sql stable security definer set search_path = public as $$
  select r.slug from report r where starts_with(r.slug, beginning)
$$;

-- Paragraphs that report a session under the Chatham House Rule. Says no more than the text of those paragraphs; few, and asked once a query.
create or replace function paragraphs_under_rule() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(p.id), '{}') from paragraph p where p.rule is not null
$$;

-- Outcomes in such paragraphs.
create or replace function outcomes_under_rule() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(o.id), '{}') from outcome o join paragraph p on p.id = o.paragraph_id where p.rule is not null
$$;

-- Reports of meetings under the Chatham House Rule. Says no more than their front page; asked once a query.
create or replace function reports_under_rule() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(r.id), '{}') from report r join meeting m on m.id = r.meeting_id where m.rule is not null
$$;

-- Whether a file is evidence of a progress report already, seen or not: from then on nobody adds to it.
create or replace function is_evidence(wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from evidence e where e.file_id = wanted)
$$;

-- Which of these outcomes a reviewer had confirmed by a moment. The decisions themselves only reviewers read; that an outcome one sees stood confirmed
-- on a day is no more than its report said then. Contains the rule of report itself, returns ids only.
create or replace function outcomes_confirmed_by(wanted uuid[], moment timestamptz) returns setof uuid language sql stable rows 50 security definer set search_path = public as $$
  select o.id from outcome o join report r on r.id = o.report_id
  where o.id = any (wanted) and o.at <= moment
    and (r.stage = 'published' or app_is_staff() or (r.stage = 'checked' and app_is_participant()) or r.meeting_id = any ((select app_reviewed_meetings())::uuid[]))
    and coalesce(
      (select v.after ->> 'state' from outcome_revision v where v.outcome_id = o.id and v.at <= moment order by v.revision desc limit 1),
      (select v.before ->> 'state' from outcome_revision v where v.outcome_id = o.id order by v.revision limit 1),
      o.state) = 'confirmed'
$$;

do $$ declare f text; begin
  foreach f in array array['app_reviewed_meetings()', 'app_reviewed_reports()', 'app_called_meetings()', 'meeting_has_report(uuid)', 'report_slugs(text)', 'is_evidence(uuid)', 'is_paper(uuid)', 'paragraphs_under_rule()',
    'outcomes_under_rule()',
    'reports_under_rule()',
    'outcomes_confirmed_by(uuid[], timestamptz)'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner, redthread_definer', f);
  end loop;
end $$;

-- The definer's functions (these, and search) read these tables whole; they contain the rule themselves.
create policy definer_reads on meeting for select to redthread_definer using (true);
create policy definer_reads on meeting_body for select to redthread_definer using (true);
create policy definer_reads on report for select to redthread_definer using (true);
create policy definer_reads on paragraph for select to redthread_definer using (true);
create policy definer_reads on paragraph_version for select to redthread_definer using (true);
create policy definer_reads on statement for select to redthread_definer using (true);
create policy definer_reads on outcome for select to redthread_definer using (true);
create policy definer_reads on outcome_party for select to redthread_definer using (true);
create policy definer_reads on outcome_revision for select to redthread_definer using (true);

-- record_transition: no secret.
create policy reads on record_transition for select to redthread_app, redthread_definer using (true);

-- report: published, everybody; checked, participants; received, its reviewers. Reviewers change it; somebody who chairs a body
-- may adopt a report for a meeting of that body, the Secretariat for any.
create policy reads on report for select to redthread_app using (
  stage = 'published' or (select app_is_staff()) or (stage = 'checked' and (select app_is_participant()))
  or meeting_id = any ((select app_reviewed_meetings())::uuid[]));
create policy adopts on report for insert to redthread_app
  with check ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]));
create policy changes on report for update to redthread_app
  using ((select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[]));

-- meeting: who sees one of its reports or its call, and its reviewers. Recorded and changed by reviewers.
create policy reads on meeting for select to redthread_app using (
  (select app_is_staff()) or id = any ((select app_reviewed_meetings())::uuid[]) or exists (select from report r where r.meeting_id = meeting.id)
  or id = any ((select app_called_meetings())::uuid[]));
create policy records on meeting for insert to redthread_app
  with check ((select app_is_staff()) or cardinality((select app_bodies())::uuid[]) > 0);
create policy changes on meeting for update to redthread_app
  using ((select app_is_staff()) or id = any ((select app_reviewed_meetings())::uuid[]));

-- meeting_body: who sees the meeting. The Secretariat assigns and removes any body. A chair assigns their own body to a meeting that has no report yet (they are
-- about to adopt one), and further bodies to a meeting they review: nobody makes themselves reviewer of another's meeting.
create policy reads on meeting_body for select to redthread_app using (meeting_id in (select m.id from meeting m)
  or (select app_is_staff()) or body_id = any ((select app_bodies())::uuid[]));
create policy assigns on meeting_body for insert to redthread_app with check (
  (select app_is_staff()) or meeting_id = any ((select app_reviewed_meetings())::uuid[])
  or (body_id = any ((select app_bodies())::uuid[]) and not meeting_has_report(meeting_id)));
create policy removes on meeting_body for delete to redthread_app using ((select app_is_staff()));

-- report_version: who sees the report; earlier texts than the one that stands only participants.
create policy reads on report_version for select to redthread_app using (
  exists (select from report r where r.id = report_version.report_id and (r.version_id = report_version.id or (select app_is_participant()))));
create policy appends on report_version for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));

-- paragraph, paragraph_version, report_session, report_session_paragraph, report_reference: who sees the report; written by its reviewers.
create policy reads on paragraph for select to redthread_app using (report_id in (select r.id from report r));
create policy appends on paragraph for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy reads on paragraph_version for select to redthread_app
  using ((current or (select app_is_participant())) and exists (select from report r where r.id = paragraph_version.report_id));
create policy appends on paragraph_version for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy supersedes on paragraph_version for update to redthread_app
  using ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy reads on report_session for select to redthread_app using (report_id in (select r.id from report r));
create policy appends on report_session for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy reads on report_session_paragraph for select to redthread_app using (report_id in (select r.id from report r));
create policy appends on report_session_paragraph for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy reads on report_reference for select to redthread_app using (report_id in (select r.id from report r));
create policy appends on report_reference for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));

-- attendance, statement, report_session_moderator: who took part and who said what. Who sees the report sees them, unless the meeting was held
-- under the Chatham House Rule, or what is told is a session under it: then its reviewers only.
create policy reads on attendance for select to redthread_app using (report_id in (
  select r.id from report r join meeting m on m.id = r.meeting_id
  where m.rule is null or (select app_is_staff()) or m.id = any ((select app_reviewed_meetings())::uuid[])));
create policy appends on attendance for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy reads on statement for select to redthread_app using (
  (select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[])
  or report_id in (select r.id from report r join meeting m on m.id = r.meeting_id where m.rule is null)
    and (paragraph_id is null or paragraph_id <> all ((select paragraphs_under_rule())::uuid[])));
create policy appends on statement for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy reads on report_session_moderator for select to redthread_app using (
  (select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[])
  or report_id in (select r.id from report r join meeting m on m.id = r.meeting_id where m.rule is null)
    and session_id in (select s.id from report_session s where s.rule is null));
create policy appends on report_session_moderator for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));

-- finding: reviewers only.
create policy reads on finding for select to redthread_app
  using ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy appends on finding for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy decides on finding for update to redthread_app
  using ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));

-- outcome: reviewers see all. Who sees the report sees confirmed ones; participants also proposed ones, marked as such, and confirmed ones that
-- were withdrawn are shown to participants so that an old address still says what became of it.
create policy reads on outcome for select to redthread_app using (
  (select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[])
  or (exists (select from report r where r.id = outcome.report_id) and (state = 'confirmed' or (state in ('proposed', 'withdrawn') and (select app_is_participant())))));
create policy appends on outcome for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy decides on outcome for update to redthread_app
  using ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));

-- outcome_party: who sees the outcome, except that under the Chatham House Rule, of the meeting or of the session, only reviewers see from whom it came.
create policy reads on outcome_party for select to redthread_app using (
  (select app_is_staff()) or exists (select from outcome o where o.id = outcome_party.outcome_id) and (role = 'to'
    or report_id <> all ((select reports_under_rule())::uuid[]) and outcome_id <> all ((select outcomes_under_rule())::uuid[])
    or report_id = any ((select app_reviewed_reports())::uuid[])));
create policy writes on outcome_party for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy replaces on outcome_party for delete to redthread_app
  using ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));

-- outcome_revision: reviewers only (it holds attributions and rejected proposals). Appended, never changed.
create policy reads on outcome_revision for select to redthread_app
  using ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy appends on outcome_revision for insert to redthread_app with check (by = (select app_actor())
  and ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[])));

-- import: the Secretariat, and the chair who sent it in. Both may adopt or discard it.
create policy reads on import for select to redthread_app
  using ((select app_is_staff()) or (by = (select app_actor()) and cardinality((select app_bodies())::uuid[]) > 0));
create policy receives on import for insert to redthread_app
  with check (by = (select app_actor()) and ((select app_is_staff()) or cardinality((select app_bodies())::uuid[]) > 0));
create policy changes on import for update to redthread_app
  using ((select app_is_staff()) or (by = (select app_actor()) and cardinality((select app_bodies())::uuid[]) > 0));

-- stored_file: of the records, reviewers of the report and whoever sees its import always; others when they see the version it was read into and the meeting was not held under the
-- Chatham House Rule (a file names people in its text, its properties and its own name). A file of evidence, who sees that evidence (not the Secretariat by that right), and
-- whoever is just sending it in. A paper of a meeting, who sees the paper, and whoever is just sending it in: the Secretariat or a chair.
create policy reads on stored_file for select to redthread_app using (
  purpose = 'record' and ((select app_is_staff()) or id in (select i.file_id from import i)
    or id in (select v.file_id from report_version v join report r on r.id = v.report_id join meeting m on m.id = r.meeting_id
      where m.rule is null or m.id = any ((select app_reviewed_meetings())::uuid[])))
  or purpose = 'evidence' and (id in (select e.file_id from evidence e where e.file_id is not null)
    or by = (select app_actor()) and not is_evidence(id))
  or purpose = 'paper' and (id in (select v.file_id from meeting_paper_version v) or by = (select app_actor()) and not is_paper(id)));
create policy receives on stored_file for insert to redthread_app with check (by = (select app_actor())
  and (purpose in ('record', 'paper') and ((select app_is_staff()) or cardinality((select app_bodies())::uuid[]) > 0) or purpose = 'evidence' and (select app_is_participant())));
create policy reads on stored_file_chunk for select to redthread_app using (file_id in (select f.id from stored_file f));
create policy receives on stored_file_chunk for insert to redthread_app with check (
  file_id in (select i.file_id from import i where i.state = 'received' and i.by = (select app_actor()))
  or file_id in (select f.id from stored_file f where f.by = (select app_actor())
    and (f.purpose = 'evidence' and not is_evidence(f.id) or f.purpose = 'paper' and not is_paper(f.id))));
