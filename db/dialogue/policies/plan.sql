-- Who may see and do what with the implementation plan.
-- A cycle is seen by the Secretariat and the chair of its body while its call is prepared, by all participants once the call is out, by everybody once its
-- plan is endorsed. An input that is not submitted is seen by the people of its party and by nobody else, the Secretariat included.
call reset_policies(array['plan_cycle', 'plan_party', 'plan_input', 'plan_entry', 'plan_entry_party', 'plan_entry_goal', 'plan_entry_strand',
  'plan_entry_commitment', 'plan_entry_source', 'plan_version', 'plan_version_entry', 'plan_comment']);

grant select, insert on plan_cycle, plan_party, plan_input, plan_entry, plan_entry_party, plan_entry_goal, plan_entry_strand, plan_entry_commitment,
  plan_entry_source, plan_version, plan_version_entry, plan_comment to redthread_app;
grant update (generation_id, title, call, first_day, last_day, stage, inputs_due, zone, late_inputs, opened_on, comments_due, endorsed_version_id, endorsed_on,
  endorsed_meeting_id, endorsed_outcome_id, endorsed_note, endorsed_by, revision) on plan_cycle to redthread_app;
grant update (state, submitted_at, submitted_by, revision) on plan_input to redthread_app;
grant update (ordinal, kind, title, description, other_partners, when_from, when_until, place, funding, removed_at, removed_by, removed_reason, revision)
  on plan_entry to redthread_app;
grant update (disposition, reason, decided_at, decided_by, revision) on plan_comment to redthread_app;
grant delete on plan_party, plan_entry_party, plan_entry_goal, plan_entry_strand, plan_entry_commitment to redthread_app;
grant select on plan_cycle, plan_input to redthread_definer;

-- Inputs that the person may write into now: of their party, not submitted, before the draft is circulated.
create or replace function plan_open_inputs() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(i.id), '{}') from plan_input i join plan_cycle c on c.id = i.cycle_id
  where i.state = 'draft' and c.stage in ('inputs', 'draft') and i.party_id = any (app_writes_for())
$$;

-- Whether an address is taken, by a cycle that is seen or one that is not, so that a new cycle gets another one.
create or replace function plan_slugs(beginning text) returns setof text language sql stable security definer set search_path = public as $$
  select c.slug from plan_cycle c where starts_with(c.slug, beginning)
$$;

do $$ declare f text; begin
  foreach f in array array['plan_open_inputs()', 'plan_slugs(text)'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner, redthread_definer', f);
  end loop;
end $$;
create policy definer_reads on plan_cycle for select to redthread_definer using (true);
create policy definer_reads on plan_input for select to redthread_definer using (true);

-- plan_cycle: see above. The Secretariat prepares and leads it; the chair of its body may record the endorsement, nothing else.
create policy reads on plan_cycle for select to redthread_app using (
  stage = 'endorsed' or (select app_is_staff()) or body_id = any ((select app_bodies())::uuid[]) or stage <> 'call' and (select app_is_participant()));
create policy prepares on plan_cycle for insert to redthread_app with check ((select app_is_staff()) and by = (select app_actor()) and stage = 'call');
create policy leads on plan_cycle for update to redthread_app
  using ((select app_is_staff()) or stage = 'revised' and body_id = any ((select app_bodies())::uuid[]))
  with check ((select app_is_staff()) or stage = 'endorsed' and endorsed_by = (select app_actor()));

-- plan_party: who sees the cycle. The Secretariat names them until the call is out.
create policy reads on plan_party for select to redthread_app using (cycle_id in (select c.id from plan_cycle c));
create policy asks on plan_party for insert to redthread_app
  with check ((select app_is_staff()) and cycle_id in (select c.id from plan_cycle c where c.stage = 'call'));
create policy asks_not on plan_party for delete to redthread_app
  using ((select app_is_staff()) and cycle_id in (select c.id from plan_cycle c where c.stage = 'call'));

-- plan_input: the people of the party; once submitted, all participants.
create policy reads on plan_input for select to redthread_app using (
  party_id = any ((select app_writes_for())::uuid[]) or state = 'submitted' and (select app_is_participant()));
-- The people of an asked party begin it while inputs are taken.
create policy begins on plan_input for insert to redthread_app with check (
  by = (select app_actor()) and state = 'draft' and party_id = any ((select app_writes_for())::uuid[])
  and cycle_id in (select c.id from plan_cycle c where c.stage in ('inputs', 'draft')));
-- The focal point of the party alone submits it, in their own name, and takes it back.
create policy submits on plan_input for update to redthread_app
  using (party_id = any ((select app_focal_parties())::uuid[]) and cycle_id in (select c.id from plan_cycle c where c.stage in ('inputs', 'draft')))
  with check (party_id = any ((select app_focal_parties())::uuid[]) and (state = 'draft' or submitted_by = (select app_actor())));

-- plan_entry: an entry of an input is seen with its input. An entry of the plan that is being assembled is seen by the Secretariat and the chair of the body;
-- others see what was circulated (plan_version_entry).
create policy reads on plan_entry for select to redthread_app using (
  case when input_id is not null then input_id in (select i.id from plan_input i)
    else (select app_is_staff()) or cycle_id in (select c.id from plan_cycle c where c.body_id = any ((select app_bodies())::uuid[])) end);
-- The people of a party write into their open input; the Secretariat writes the plan while it is drafted or revised.
create policy adds on plan_entry for insert to redthread_app with check (by = (select app_actor()) and
  case when input_id is not null then input_id = any ((select plan_open_inputs())::uuid[])
    else (select app_is_staff()) and cycle_id in (select c.id from plan_cycle c where c.stage in ('draft', 'revised')) end);
create policy edits on plan_entry for update to redthread_app using (
  case when input_id is not null then input_id = any ((select plan_open_inputs())::uuid[])
    else (select app_is_staff()) and cycle_id in (select c.id from plan_cycle c where c.stage in ('draft', 'revised')) end);

-- What belongs to an entry (parties, goals, strands, commitments): seen with the entry, written by who writes the entry.
do $$ declare t text; begin
  foreach t in array array['plan_entry_party', 'plan_entry_goal', 'plan_entry_strand', 'plan_entry_commitment'] loop
    execute format('create policy reads on %I for select to redthread_app using (entry_id in (select e.id from plan_entry e))', t);
    execute format($p$create policy adds on %I for insert to redthread_app with check (entry_id in (select e.id from plan_entry e where
      case when e.input_id is not null then e.input_id = any ((select plan_open_inputs())::uuid[]) else (select app_is_staff()) end))$p$, t);
    execute format($p$create policy replaces on %I for delete to redthread_app using (entry_id in (select e.id from plan_entry e where
      case when e.input_id is not null then e.input_id = any ((select plan_open_inputs())::uuid[]) else (select app_is_staff()) end))$p$, t);
  end loop;
end $$;

-- plan_entry_source: seen with the entry of the plan; the Secretariat notes it when it takes an entry over.
create policy reads on plan_entry_source for select to redthread_app using (entry_id in (select e.id from plan_entry e));
create policy notes on plan_entry_source for insert to redthread_app
  with check ((select app_is_staff()) and source_id in (select e.id from plan_entry e where e.input_id is not null));

-- plan_version: all participants; the endorsed one everybody. The Secretariat circulates, in its own name; nobody changes one.
create policy reads on plan_version for select to redthread_app using (
  (select app_is_participant()) or id in (select c.endorsed_version_id from plan_cycle c));
create policy circulates on plan_version for insert to redthread_app with check ((select app_is_staff()) and by = (select app_actor()));
create policy reads on plan_version_entry for select to redthread_app using (version_id in (select v.id from plan_version v));
create policy circulates on plan_version_entry for insert to redthread_app with check ((select app_is_staff()));

-- plan_comment: the people of the party that made it, the Secretariat and the chair of the body; once answered, all participants.
create policy reads on plan_comment for select to redthread_app using (
  (select app_is_staff()) or party_id = any ((select app_writes_for())::uuid[])
  or cycle_id in (select c.id from plan_cycle c where c.body_id = any ((select app_bodies())::uuid[]))
  or disposition is not null and (select app_is_participant()));
-- The focal point of an asked party comments while comments are taken; the Secretariat answers, once the round is closed or before.
create policy comments on plan_comment for insert to redthread_app with check (
  by = (select app_actor()) and disposition is null and party_id = any ((select app_focal_parties())::uuid[])
  and cycle_id in (select c.id from plan_cycle c where c.stage = 'comments'));
create policy answers on plan_comment for update to redthread_app
  using ((select app_is_staff()) and cycle_id in (select c.id from plan_cycle c where c.stage in ('comments', 'revised')))
  with check (decided_by = (select app_actor()));
