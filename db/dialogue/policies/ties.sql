-- Who may see and do what with ties and references.
-- A tie is seen by those who may see both ends: an accepted one by all of them, a proposed one by participants, a rejected one by the reviewers of the
-- later report. Redthread proposes; the Secretariat and the chair of a body of the later report decide.
call reset_policies(array['tie_term', 'outcome_compared', 'outcome_term', 'outcome_to_compare', 'tie', 'tie_reason', 'tie_decision', 'sought_reference',
  'reference_choice', 'report_to_seek']);

grant select, insert, update (outcomes) on tie_term to redthread_app;
grant select, insert, delete, update (report_id, day, terms, at) on outcome_compared to redthread_app;
grant select, insert, delete on outcome_term to redthread_app;
grant select, delete on outcome_to_compare, report_to_seek to redthread_app;
grant select, insert on outcome_to_compare, report_to_seek to redthread_definer;
grant update (again) on outcome_to_compare to redthread_definer;
grant update (since) on report_to_seek to redthread_definer;
-- To hold a note while it is taken up (`for update`); nothing is changed.
grant update (since) on outcome_to_compare, report_to_seek to redthread_app;
grant select on tie to redthread_definer;
grant select, insert on tie, tie_reason, tie_decision, sought_reference, reference_choice to redthread_app;
grant update (kind, state, reason, rank, score, decided_at, decided_by, revision) on tie to redthread_app;
grant delete on tie, tie_reason to redthread_app;
grant update (reference_id, sentence, start_at, end_at, day_from, day_until, place, words) on sought_reference to redthread_app;

do $$ declare f text; begin
  foreach f in array array['note_outcome()', 'note_outcomes_of_report()', 'note_report()', 'note_outcomes_of_meeting()', 'note_outcomes_of_commitment()'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner, redthread_definer', f);
  end loop;
end $$;

-- The notes of what waits: written by the triggers, seen and emptied by Redthread itself; the Secretariat sees how much waits.
create policy notes on outcome_to_compare for insert to redthread_definer with check (true);
create policy finds on outcome_to_compare for select to redthread_definer using (true);
create policy marks on outcome_to_compare for update to redthread_definer using (true);
create policy notes on report_to_seek for insert to redthread_definer with check (true);
create policy finds on report_to_seek for select to redthread_definer using (true);
create policy marks on report_to_seek for update to redthread_definer using (true);
create policy finds on tie for select to redthread_definer using (true);
create policy reads on outcome_to_compare for select to redthread_app using ((select app_is_staff()));
create policy empties on outcome_to_compare for delete to redthread_app using ((select app_roles()) && array['system']);
create policy holds on outcome_to_compare for update to redthread_app using ((select app_roles()) && array['system']);
create policy reads on report_to_seek for select to redthread_app using ((select app_is_staff()));
create policy holds on report_to_seek for update to redthread_app using ((select app_roles()) && array['system']);
create policy empties on report_to_seek for delete to redthread_app using ((select app_roles()) && array['system']);

-- tie_term, outcome_compared, outcome_term: the index over everything, so Redthread alone.
create policy own on tie_term to redthread_app using ((select app_roles()) && array['system']) with check ((select app_roles()) && array['system']);
create policy own on outcome_compared to redthread_app using ((select app_roles()) && array['system']) with check ((select app_roles()) && array['system']);
create policy own on outcome_term to redthread_app using ((select app_roles()) && array['system']) with check ((select app_roles()) && array['system']);

-- tie: who sees both ends; proposed ones participants, rejected ones the reviewers of the later report. Proposed and, while nobody decided, replaced by
-- Redthread; made and decided by the Secretariat and the chair of a body of the later report.
create policy reads on tie for select to redthread_app using (
  ((select app_is_staff()) or state = 'accepted' or state = 'proposed' and (select app_is_participant())
    or report_id = any ((select app_reviewed_reports())::uuid[]))
  and ((select app_is_staff()) or exists (select from outcome o where o.id = tie.later_outcome_id))
  and ((select app_is_staff()) or earlier_outcome_id is null or exists (select from outcome o where o.id = tie.earlier_outcome_id))
  and ((select app_is_staff()) or commitment_id is null or exists (select from commitment c where c.id = tie.commitment_id)));
create policy proposes on tie for insert to redthread_app
  with check ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy decides on tie for update to redthread_app
  using ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[]));
create policy replaces on tie for delete to redthread_app using ((select app_roles()) && array['system'] and state = 'proposed' and revision = 1);

-- tie_reason: who sees the tie; that both come from one party only who may see that of the later and the earlier outcome (Chatham House Rule).
create policy reads on tie_reason for select to redthread_app using (
  exists (select from tie t where t.id = tie_reason.tie_id)
  and ((select app_is_staff()) or code <> 'same-party' or exists (
    select from tie t join outcome_party a on a.outcome_id = t.later_outcome_id and a.role = 'by'
    where t.id = tie_reason.tie_id and (a.party_id = tie_reason.party_id or a.body_id = tie_reason.body_id))));
create policy writes on tie_reason for insert to redthread_app with check ((select app_roles()) && array['system']);
create policy replaces on tie_reason for delete to redthread_app using ((select app_roles()) && array['system']);

-- tie_decision: participants who see the tie; appended by those who decide, in their own name.
create policy reads on tie_decision for select to redthread_app
  using ((select app_is_participant()) and exists (select from tie t where t.id = tie_decision.tie_id));
create policy appends on tie_decision for insert to redthread_app with check (by = (select app_actor()) and exists (select from tie t
  where t.id = tie_decision.tie_id and ((select app_is_staff()) or t.report_id = any ((select app_reviewed_reports())::uuid[]))));

-- sought_reference: who sees the report. Kept by Redthread.
create policy reads on sought_reference for select to redthread_app using (report_id in (select r.id from report r));
create policy keeps on sought_reference for insert to redthread_app with check ((select app_roles()) && array['system']);
create policy follows on sought_reference for update to redthread_app using ((select app_roles()) && array['system']);

-- reference_choice: who sees the report and, where a meeting or an activity was chosen, that one. Chosen by the reviewers of the report, in their own name.
create policy reads on reference_choice for select to redthread_app using (report_id in (select r.id from report r)
  and (meeting_id is null or meeting_id in (select m.id from meeting m)) and (activity_id is null or activity_id in (select a.id from activity a)));
create policy chooses on reference_choice for insert to redthread_app with check (by = (select app_actor())
  and ((select app_is_staff()) or report_id = any ((select app_reviewed_reports())::uuid[])));
