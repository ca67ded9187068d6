-- Who may see and do what on the floor.
-- Leaders of a session are the Secretariat, the chair of a body that meets, and whoever moderates or notes the session.
call reset_policies(array['intervention', 'floor_note', 'session_point', 'floor_version', 'floor_command', 'floor_screen']);

grant select, insert on intervention, floor_note, session_point, floor_command to redthread_app;
grant update (speaker, kind, state, ordinal, given_at, running_since, spoken_ms, ended_at, text, revision) on intervention to redthread_app;
grant update (intervention_id, text, device, edit, sent_at, removed_at, revision) on floor_note to redthread_app;
grant update (kind, text, party_id, ordinal, reported_at, removed_at, revision) on session_point to redthread_app;
grant select on floor_version to redthread_app;
grant select (id, session_id, made_at, expires_at, revoked_at, by), insert, update (revoked_at) on floor_screen to redthread_app;
grant select on intervention, floor_screen to redthread_definer;
grant select, insert, update on floor_version to redthread_definer;

-- Sessions whose floor the person leads.
create or replace function floor_led_sessions() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(s.id), '{}') from meeting_session s
  where (select app_is_staff()) or s.meeting_id = any ((select app_reviewed_meetings())::uuid[]) or s.id = any ((select app_led_sessions())::uuid[])
$$;

-- Sessions of meetings to which the person is invited whose speakers they may see: those that are not over (they are in the room) and those not under the rule.
create or replace function floor_heard_sessions() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(s.id), '{}') from meeting_session s
  where s.meeting_id = any ((select app_invited_meetings())::uuid[]) and (s.state <> 'closed' or not session_under_rule(s.id))
$$;

-- Sessions in which the floor may be asked for by people of invited parties.
create or replace function floor_open_sessions() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(s.id), '{}') from meeting_session s
  where s.meeting_id = any ((select app_invited_meetings())::uuid[]) and s.state in ('planned', 'open', 'suspended') and s.removed_at is null
$$;

-- What the person sees of the floor of a session: leader (everything), heard (who speaks and who waits), own (their own party alone, since the session was
-- held under the Chatham House Rule and is over); null: nothing.
create or replace function floor_sight(wanted uuid) returns text language sql stable security definer set search_path = public as $$
  select case when app_is_staff() or s.meeting_id = any ((select app_reviewed_meetings())::uuid[]) or s.id = any ((select app_led_sessions())::uuid[]) then 'leader'
    when not s.meeting_id = any ((select app_invited_meetings())::uuid[]) then null
    when s.state = 'closed' and session_under_rule(s.id) then 'own' else 'heard' end
  from meeting_session s where s.id = wanted and s.removed_at is null
$$;

-- Locks the floor of a session for one command and answers when it last changed; nothing for who can do nothing there.
create or replace function floor_lock(wanted uuid) returns timestamptz language plpgsql security definer set search_path = public as $$
declare moment timestamptz;
begin
  if floor_sight(wanted) is null or not (floor_sight(wanted) = 'leader' or wanted = any ((select floor_open_sessions())::uuid[])) then return null; end if;
  insert into floor_version (session_id) values (wanted) on conflict do nothing;
  select v.changed_at into moment from floor_version v where v.session_id = wanted for update;
  return moment;
end $$;

-- The session behind the secret of a screen and who made the link; over: ended or expired. The digest is the proof, so anybody may ask.
create or replace function floor_screen_by(secret_digest bytea) returns table (session_id uuid, person_id uuid, over boolean)
language sql stable security definer set search_path = public as $$
  select f.session_id, f.by, f.revoked_at is not null or f.expires_at <= now() from floor_screen f where f.digest = secret_digest
$$;

-- A party asks, waives, withdraws, hands in; place, time and kind on the list are for leaders.
create or replace function floor_own_turn() returns trigger language plpgsql as $$
begin
  if (new.ordinal, new.kind, new.given_at, new.running_since, new.spoken_ms) is distinct from (old.ordinal, old.kind, old.given_at, old.running_since, old.spoken_ms)
    and current_user = 'redthread_app' and not new.session_id = any ((select floor_led_sessions())::uuid[]) then
    raise exception using errcode = '42501', message = 'The list is led by the chair.';
  end if;
  return new;
end $$;
comment on function floor_own_turn is 'People of a party change neither place nor time of their turn.';
create or replace trigger own_turn before update on intervention for each row execute function floor_own_turn();

do $$ declare f text; begin
  foreach f in array array['floor_led_sessions()', 'floor_heard_sessions()', 'floor_open_sessions()', 'floor_sight(uuid)', 'floor_lock(uuid)', 'floor_screen_by(bytea)'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner, redthread_definer', f);
  end loop;
  foreach f in array array['floor_touch()', 'floor_guard()'] loop
    execute format('alter function %s security definer set search_path = public', f);
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
create policy definer_reads on intervention for select to redthread_definer using (true);
create policy definer_reads on floor_screen for select to redthread_definer using (true);
create policy definer_keeps on floor_version to redthread_definer using (true) with check (true);

-- intervention: leaders, the own party; people of invited parties until the session is closed, afterwards unless it was under the Chatham House Rule.
create policy reads on intervention for select to redthread_app using (
  session_id = any ((select floor_led_sessions())::uuid[]) or party_id = any ((select app_parties())::uuid[])
  or session_id = any ((select floor_heard_sessions())::uuid[]));
-- Leaders put anybody on the list; people of an invited party their own, waiting or in writing, and not into the tour de table.
create policy asks on intervention for insert to redthread_app with check (
  by = (select app_actor()) and (session_id = any ((select floor_led_sessions())::uuid[])
    or party_id = any ((select app_parties())::uuid[]) and state in ('waiting', 'written') and kind <> 'tour' and session_id = any ((select floor_open_sessions())::uuid[])));
-- Leaders lead; a party waives, withdraws or hands in its own.
create policy leads on intervention for update to redthread_app
  using (session_id = any ((select floor_led_sessions())::uuid[])
    or party_id = any ((select app_parties())::uuid[]) and session_id = any ((select floor_open_sessions())::uuid[]))
  with check (session_id = any ((select floor_led_sessions())::uuid[]) or state in ('waiting', 'waived', 'withdrawn', 'written'));

-- floor_note: its author; once sent, leaders of the session. Written by leaders of the session, changed by the author; a sent one by any leader.
create policy reads on floor_note for select to redthread_app using (
  by = (select app_actor()) or sent_at is not null and session_id = any ((select floor_led_sessions())::uuid[]));
create policy writes on floor_note for insert to redthread_app with check (by = (select app_actor()) and session_id = any ((select floor_led_sessions())::uuid[]));
create policy edits on floor_note for update to redthread_app
  using (session_id = any ((select floor_led_sessions())::uuid[]) and (by = (select app_actor()) or sent_at is not null));

-- session_point: leaders of the session; once reported, the people of invited parties, but not one that names a party under the Chatham House Rule. Leaders write.
create policy reads on session_point for select to redthread_app using (
  session_id = any ((select floor_led_sessions())::uuid[])
  or reported_at is not null and removed_at is null
    and (party_id is null or not session_under_rule(session_id))
    and session_id in (select s.id from meeting_session s where s.meeting_id = any ((select app_invited_meetings())::uuid[])));
create policy notes on session_point for insert to redthread_app with check (by = (select app_actor()) and session_id = any ((select floor_led_sessions())::uuid[]));
create policy edits on session_point for update to redthread_app using (session_id = any ((select floor_led_sessions())::uuid[]));

-- floor_version: a number and a moment; whoever sees the session. Written by the trigger alone.
create policy reads on floor_version for select to redthread_app using (session_id in (select s.id from meeting_session s));

-- floor_command: who sent it.
create policy own on floor_command for select to redthread_app using (by = (select app_actor()));
create policy sends on floor_command for insert to redthread_app with check (by = (select app_actor()));

-- floor_screen: leaders of the session make, see and end the links; nobody reads a digest.
create policy reads on floor_screen for select to redthread_app using (session_id = any ((select floor_led_sessions())::uuid[]));
create policy makes on floor_screen for insert to redthread_app with check (by = (select app_actor()) and session_id = any ((select floor_led_sessions())::uuid[]));
create policy ends on floor_screen for update to redthread_app using (session_id = any ((select floor_led_sessions())::uuid[]));
