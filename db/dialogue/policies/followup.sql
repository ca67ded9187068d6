-- Who may see and do what in follow-up.
-- A commitment, an activity and what is said of them is seen by all participants, and by everybody when it is public. An internal note
-- (audience party) is seen by the people of its owner alone, not even by the Secretariat. An owner is acted for by the people of the
-- party, or by the chair of the body; the Secretariat acts for a body, never for a party's own words.
-- What hangs on a commitment is read by `exists (…)`, not `in (select …)`: so the planner may look up the few rows of a page instead of gathering all 20,000
-- commitments (or 100,000 outcomes) first, and still gathers them once where a whole table is read. Participants see every commitment and activity, so for them
-- (app_is_participant() first) nothing is looked up; the Secretariat sees every outcome.
call reset_policies(array['commitment', 'commitment_outcome', 'commitment_goal', 'commitment_owner', 'commitment_addressee', 'progress_report',
  'evidence', 'commitment_heard', 'update_request', 'commitment_revision', 'activity', 'activity_party', 'activity_commitment', 'activity_goal', 'saved_view']);

grant select, insert on commitment, commitment_outcome, commitment_goal, commitment_owner, commitment_addressee, progress_report, evidence,
  update_request, commitment_revision, activity, activity_party, activity_commitment, activity_goal, saved_view to redthread_app;
grant select on commitment_heard to redthread_app;
grant select, insert, update, delete on commitment_heard to redthread_definer;
grant select on commitment, commitment_outcome, commitment_owner, commitment_addressee, progress_report, evidence, update_request, commitment_revision,
  activity, activity_commitment to redthread_definer;
grant update (state, due_from, due_until, occurrence, revision) on commitment to redthread_definer;
grant update (state, confirmed_by, since, revision) on commitment_owner to redthread_definer;
grant update (answered_at, answered_by_id) on update_request to redthread_definer;
grant insert on commitment_revision to redthread_definer;
grant usage on sequence commitment_number, activity_number to redthread_app;
grant update (title, wording, language, body_id, state, audience, due_from, due_until, recurs, recurs_until, occurrence, superseded_by_id, reason, revision) on commitment to redthread_app;
grant update (state, words, reason, since, confirmed_by, revision) on commitment_owner to redthread_app;
grant update (response, reason, responded_at, responded_by, revision) on commitment_addressee to redthread_app;
grant update (withdrawn_at, withdrawn_reason) on progress_report to redthread_app;
grant update (kind, title, description, language, body_id, meeting_id, state, audience, starts_from, starts_until, ends_on, place, funding, strand, reason, revision) on activity to redthread_app;
grant delete on commitment_outcome, commitment_goal, activity_party, activity_commitment, activity_goal, saved_view to redthread_app;

-- Whether the person acts for the owner: a person of the party, or the chair of the body.
create or replace function app_acts_for(party uuid, body uuid) returns boolean language sql stable as $$
  select coalesce(party = any (app_parties()), false) or coalesce(body = any (app_bodies()), false)
$$;

-- commitment: participants; everybody when it is public. Raised and changed by the Secretariat, by the chair of its body, and by a focal
-- point who raises one of their own party's.
create policy reads on commitment for select to redthread_app using (audience = 'public' or (select app_is_participant()));
create policy raises on commitment for insert to redthread_app with check (raised_by = (select app_actor())
  and ((select app_is_staff()) or body_id = any ((select app_bodies())::uuid[]) or cardinality((select app_focal_parties())::uuid[]) > 0));
create policy changes on commitment for update to redthread_app
  using ((select app_is_staff()) or body_id = any ((select app_bodies())::uuid[])
    or raised_by = (select app_actor()) and cardinality((select app_focal_parties())::uuid[]) > 0);

-- commitment_outcome, commitment_goal: who sees the commitment (and, for an outcome, the outcome); written by who may change the commitment.
-- Only a confirmed outcome raises a commitment.
create policy reads on commitment_outcome for select to redthread_app
  using (((select app_is_participant()) or exists (select from commitment c where c.id = commitment_outcome.commitment_id))
    and ((select app_is_staff()) or exists (select from outcome o where o.id = commitment_outcome.outcome_id)));
create policy ties on commitment_outcome for insert to redthread_app with check (by = (select app_actor())
  and outcome_id in (select o.id from outcome o where o.state = 'confirmed') and commitment_id in (select c.id from commitment c
  where (select app_is_staff()) or c.body_id = any ((select app_bodies())::uuid[]) or c.raised_by = (select app_actor())));
create policy unties on commitment_outcome for delete to redthread_app using (commitment_id in (select c.id from commitment c
  where (select app_is_staff()) or c.body_id = any ((select app_bodies())::uuid[]) or c.raised_by = (select app_actor())));
create policy reads on commitment_goal for select to redthread_app
  using ((select app_is_participant()) or exists (select from commitment c where c.id = commitment_goal.commitment_id));
create policy writes on commitment_goal for insert to redthread_app with check (commitment_id in (select c.id from commitment c
  where (select app_is_staff()) or c.body_id = any ((select app_bodies())::uuid[]) or c.raised_by = (select app_actor())));
create policy removes on commitment_goal for delete to redthread_app using (commitment_id in (select c.id from commitment c
  where (select app_is_staff()) or c.body_id = any ((select app_bodies())::uuid[]) or c.raised_by = (select app_actor())));

-- commitment_owner, commitment_addressee: who sees the commitment. Named by the Secretariat and the chair of its body; a focal point who raises
-- one names their own parties as owners, and anybody as addressee. Who may make which step of an owner: followup_steps.sql.
create policy reads on commitment_owner for select to redthread_app
  using ((select app_is_participant()) or exists (select from commitment c where c.id = commitment_owner.commitment_id));
create policy names on commitment_owner for insert to redthread_app with check (state = 'asked' and words = '' and commitment_id in (select c.id from commitment c
  where (select app_is_staff()) or c.body_id = any ((select app_bodies())::uuid[])
    or c.raised_by = (select app_actor()) and commitment_owner.party_id = any ((select app_focal_parties())::uuid[])));
create policy changes on commitment_owner for update to redthread_app using ((select app_is_participant()));
create policy reads on commitment_addressee for select to redthread_app
  using ((select app_is_participant()) or exists (select from commitment c where c.id = commitment_addressee.commitment_id));
create policy names on commitment_addressee for insert to redthread_app with check (commitment_id in (select c.id from commitment c
  where (select app_is_staff()) or c.body_id = any ((select app_bodies())::uuid[]) or c.raised_by = (select app_actor())));
create policy answers on commitment_addressee for update to redthread_app
  using (party_id = any ((select app_parties())::uuid[]) or body_id = any ((select app_bodies())::uuid[]) or body_id is not null and (select app_is_staff()));

-- progress_report: public ones who sees the commitment, those for participants participants, an internal note the people of its owner alone.
-- Written by the people of its owner; the Secretariat, which speaks for a body without being its people, writes no internal notes.
create policy reads on progress_report for select to redthread_app using (
  audience = 'participants' and (select app_is_participant())
  or audience = 'public' and exists (select from commitment c where c.id = progress_report.commitment_id)
  or exists (select from commitment_owner o where o.id = progress_report.owner_id
    and (o.party_id = any ((select app_parties())::uuid[]) or o.body_id = any ((select app_bodies())::uuid[]))));
create policy reports on progress_report for insert to redthread_app with check (by = (select app_actor()) and owner_id in (
  select o.id from commitment_owner o where o.commitment_id = progress_report.commitment_id and (o.party_id = any ((select app_parties())::uuid[])
    or o.body_id = any ((select app_bodies())::uuid[]) or o.body_id is not null and (select app_is_staff()) and progress_report.audience <> 'party')));
create policy withdraws on progress_report for update to redthread_app using (owner_id in (
  select o.id from commitment_owner o where o.party_id = any ((select app_parties())::uuid[])
    or o.body_id = any ((select app_bodies())::uuid[]) or o.body_id is not null and (select app_is_staff())));

-- evidence: who sees its progress report, but internal evidence the people of the owner alone.
create policy reads on evidence for select to redthread_app using (exists (select from progress_report p
  where p.id = evidence.progress_id and (evidence.audience = 'public' or evidence.audience = 'participants' and (select app_is_participant())
    or p.owner_id in (select o.id from commitment_owner o
      where o.party_id = any ((select app_parties())::uuid[]) or o.body_id = any ((select app_bodies())::uuid[])))));
create policy adds on evidence for insert to redthread_app
  with check (progress_id in (select p.id from progress_report p where p.by = (select app_actor())));

-- commitment_heard: the public day who sees the commitment, the other participants. Kept by triggers alone.
create policy reads on commitment_heard for select to redthread_app
  using ((select app_is_participant()) or audience = 'public' and exists (select from commitment c where c.id = commitment_heard.commitment_id));

-- update_request: participants; asked by every participant. What answers it, a trigger says.
create policy reads on update_request for select to redthread_app using ((select app_is_participant()));
create policy asks on update_request for insert to redthread_app with check (by = (select app_actor()) and (select app_is_participant()));

-- commitment_revision: participants; appended by who changed it.
create policy reads on commitment_revision for select to redthread_app using ((select app_is_participant()));
create policy appends on commitment_revision for insert to redthread_app
  with check (by = (select app_actor()) and commitment_id in (select c.id from commitment c));

-- activity: participants; everybody when it is public. Entered and changed by the Secretariat and the chair of its body.
create policy reads on activity for select to redthread_app using (audience = 'public' or (select app_is_participant()));
create policy enters on activity for insert to redthread_app
  with check (by = (select app_actor()) and ((select app_is_staff()) or body_id = any ((select app_bodies())::uuid[])));
create policy changes on activity for update to redthread_app
  using ((select app_is_staff()) or body_id = any ((select app_bodies())::uuid[]));
do $$ declare t text; begin
  foreach t in array array['activity_party', 'activity_commitment', 'activity_goal'] loop
    execute format('create policy reads on %I for select to redthread_app using ((select app_is_participant()) or exists (select from activity a where a.id = %I.activity_id))', t, t);
    execute format('create policy writes on %I for insert to redthread_app with check (activity_id in (select a.id from activity a
      where (select app_is_staff()) or a.body_id = any ((select app_bodies())::uuid[])))', t);
    execute format('create policy removes on %I for delete to redthread_app using (activity_id in (select a.id from activity a
      where (select app_is_staff()) or a.body_id = any ((select app_bodies())::uuid[])))', t);
  end loop;
end $$;

-- saved_view: the person alone, as a participant.
create policy own on saved_view to redthread_app using (person_id = (select app_actor()) and (select app_is_participant()))
  with check (person_id = (select app_actor()) and (select app_is_participant()));

-- The triggers of followup_steps.sql and followup_heard.sql read and write these as redthread_definer; they contain their rules themselves.
do $$ declare t text; begin
  foreach t in array array['commitment', 'commitment_outcome', 'commitment_owner', 'commitment_addressee', 'progress_report', 'evidence', 'update_request',
    'commitment_revision', 'activity', 'activity_commitment'] loop
    execute format('create policy definer_reads on %I for select to redthread_definer using (true)', t);
  end loop;
end $$;
create policy definer_completes on commitment for update to redthread_definer using (true);
create policy definer_renews on commitment_owner for update to redthread_definer using (true);
create policy definer_answers on update_request for update to redthread_definer using (true);
create policy definer_appends on commitment_revision for insert to redthread_definer with check (true);
create policy definer_keeps on commitment_heard to redthread_definer using (true) with check (true);
