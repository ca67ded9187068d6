-- Who may see and do what in the kernel's tables.
call reset_policies(array['person', 'access_grant', 'log_entry', 'audit_entry', 'audit_head', 'setting']);

grant select (id, name, language, created_at, ended_at), insert, update (name, email, language, ended_at) on person to redthread_app;
grant select, insert, update (valid_until) on access_grant to redthread_app;
grant select, insert on log_entry, setting to redthread_app;
grant update on setting to redthread_app;
grant select on audit_entry, audit_head to redthread_app;
grant select on person, access_grant to redthread_definer;
grant select, insert on audit_entry to redthread_definer;
grant select, update on audit_head to redthread_definer;

-- The functions below tell who is asking. They belong to redthread_definer, because a policy cannot ask a table
-- whose policy asks the policy. Each is stable and takes no input from the caller, so it says nothing of others.
-- What is plpgsql is so because it keeps its plan for the session, where a function in SQL that is not inlined is planned anew at every place.
create or replace function app_actor() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.actor', true), '')::uuid
$$;

-- What the tables say of who is asking: actor|roles|parties|bodies they chair|parties they are a focal point of.
create or replace function app_facts() returns text language plpgsql stable security definer set search_path = public as $$ begin
  return (
    select concat_ws('|', current_setting('app.actor', true), coalesce(array_agg(distinct g.role), '{}')::text,
      coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null), '{}')::text,
      coalesce(array_agg(distinct g.body_id) filter (where g.body_id is not null and g.role = 'chair'), '{}')::text,
      coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null and g.role = 'focal-point'), '{}')::text)
    from access_grant g join person p on p.id = g.person_id
    where g.person_id = app_actor() and p.ended_at is null
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()));
end $$;

-- One of these. A page asks them hundreds of times, once for each policy of each query. In a transaction that only reads they cannot change, so they are noted
-- when it opens (database.ts) and taken from there, as long as the note is of who is asking; a transaction that writes asks the tables each time.
create or replace function app_fact(place int) returns text language plpgsql stable as $$
declare noted text := current_setting('app.facts', true); begin
  if noted is null or current_setting('transaction_read_only') <> 'on' or not starts_with(noted, current_setting('app.actor', true) || '|') then noted := app_facts(); end if;
  return split_part(noted, '|', place);
end $$;
create or replace function app_roles() returns text[] language plpgsql stable as $$ begin return app_fact(2)::text[]; end $$;
create or replace function app_parties() returns uuid[] language plpgsql stable as $$ begin return app_fact(3)::uuid[]; end $$;
create or replace function app_bodies() returns uuid[] language plpgsql stable as $$ begin return app_fact(4)::uuid[]; end $$;
-- Parties the person is a focal point of.
create or replace function app_focal_parties() returns uuid[] language plpgsql stable as $$ begin return app_fact(5)::uuid[]; end $$;

-- Parties the person writes for: as a member or as a focal point. An observer reads.
create or replace function app_writes_for() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct g.party_id), '{}')
  from access_grant g join person p on p.id = g.person_id
  where g.person_id = app_actor() and p.ended_at is null and g.role in ('member', 'focal-point')
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
$$;

-- Staff: the Secretariat, and Redthread itself when it seeds or runs a job.
create or replace function app_is_staff() returns boolean language sql stable as $$
  select app_roles() && array['secretariat', 'system']
$$;

-- Participants: everybody who is signed in with a role that sees the dialogue's content. An administrator is none by that right.
create or replace function app_is_participant() returns boolean language sql stable as $$
  select app_roles() && array['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system']
$$;

-- What the kernel tells the application about the person behind a session: one row, or none.
create or replace function app_person(wanted uuid) returns table (id uuid, name text, language text, roles text[], parties uuid[], bodies uuid[])
language sql stable security definer set search_path = public as $$
  select p.id, p.name, p.language,
    coalesce(array_agg(distinct g.role) filter (where g.role is not null), '{}'),
    coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null), '{}'),
    coalesce(array_agg(distinct g.body_id) filter (where g.role = 'chair'), '{}')
  from person p
  left join access_grant g on g.person_id = p.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  where p.id = wanted and p.ended_at is null
  group by p.id
$$;

-- The e-mail address of people: to the person, the Secretariat and administrators; nobody else gets a row.
create or replace function person_emails() returns table (person_id uuid, email text)
language sql stable security definer set search_path = public as $$
  select p.id, p.email from person p
  where p.id = app_actor() or app_roles() && array['secretariat', 'system', 'administrator']
$$;

-- Appends one entry to the audit chain. The only way to write it; nobody can change or delete an entry.
create or replace function audit_append(door text, action text, result text, code text, subject text, input_digest bytea)
returns bigint language plpgsql security definer set search_path = public as $$
declare head audit_head; moment timestamptz := clock_timestamp(); entry_hash bytea;
begin
  select * into head from audit_head for update;
  entry_hash := sha256(head.hash || convert_to(jsonb_build_array(
    head.seq + 1, to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), door, action, app_actor(), result, code, subject,
    encode(input_digest, 'hex'))::text, 'UTF8'));
  insert into audit_entry values (head.seq + 1, moment, door, action, app_actor(), result, code, subject, input_digest, head.hash, entry_hash);
  update audit_head set seq = head.seq + 1, hash = entry_hash where singleton;
  return head.seq + 1;
end $$;

do $$ declare f text; begin
  foreach f in array array['app_fact(int)', 'app_roles()', 'app_parties()', 'app_bodies()', 'app_focal_parties()'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app', f);
  end loop;
  foreach f in array array['app_facts()', 'app_writes_for()', 'app_person(uuid)', 'person_emails()', 'audit_append(text, text, text, text, text, bytea)'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner', f);
  end loop;
end $$;
grant execute on function app_facts(), app_fact(int), app_roles(), app_parties(), app_bodies(), app_writes_for() to redthread_definer;

-- The definer's functions read these tables whole; they contain the rule themselves.
create policy definer_reads on person for select to redthread_definer using (true);
create policy definer_reads on access_grant for select to redthread_definer using (true);
create policy definer_appends on audit_entry for insert to redthread_definer with check (true);
create policy definer_reads on audit_entry for select to redthread_definer using (true);
create policy definer_reads on audit_head for select to redthread_definer using (true);
create policy definer_moves on audit_head for update to redthread_definer using (true) with check (true);

-- person: participants see who is who; a person sees themselves; administrators see everybody, to invite and to end.
create policy reads on person for select to redthread_app
  using (id = (select app_actor()) or (select app_is_participant()) or (select app_roles()) && array['administrator']);
-- The Secretariat and administrators record and end people, a focal point records people to invite; a person changes
-- their own name and language (the trigger person_guard keeps the other columns from them). Redthread itself is not changed.
create policy records on person for insert to redthread_app
  with check (((select app_is_staff()) or (select app_roles()) && array['administrator', 'focal-point']) and ended_at is null);
create policy changes on person for update to redthread_app
  using (id <> '00000000-0000-7000-8000-000000000001'
    and (id = (select app_actor()) or (select app_is_staff()) or (select app_roles()) && array['administrator']));

-- access_grant: a person sees their own, a focal point those of their party; the Secretariat and administrators see all.
create policy reads on access_grant for select to redthread_app
  using (person_id = (select app_actor()) or party_id = any ((select app_focal_parties())::uuid[])
    or (select app_is_staff()) or (select app_roles()) && array['administrator']);
-- The Secretariat and administrators give every right, a focal point that of a member of their own party. Nobody grants
-- themselves anything, nobody grants in another's name, and the right of the installation itself is never given.
create policy grants on access_grant for insert to redthread_app
  with check (person_id <> (select app_actor()) and role <> 'system'
    and (granted_by = (select app_actor()) or granted_by is null and (select app_roles()) && array['system'])
    and ((select app_is_staff()) or (select app_roles()) && array['administrator']
      or role = 'member' and party_id = any ((select app_focal_parties())::uuid[])));
-- Who may give a right may end it, but not their own.
create policy ends on access_grant for update to redthread_app
  using (person_id <> (select app_actor()) and role <> 'system'
    and ((select app_is_staff()) or (select app_roles()) && array['administrator']
      or role = 'member' and party_id = any ((select app_focal_parties())::uuid[])))
  with check (person_id <> (select app_actor()));

-- log_entry: the Secretariat reads the whole history, administrators that of people and rights (its other sentences quote
-- the content of reports); others what they did themselves.
create policy reads on log_entry for select to redthread_app
  using ((select app_is_staff()) or person_id = (select app_actor())
    or (select app_roles()) && array['administrator'] and action like 'people.%');
create policy writes on log_entry for insert to redthread_app with check (person_id = (select app_actor()));

-- audit_entry: administrators and the Secretariat read it; nobody writes it but through audit_append.
create policy reads on audit_entry for select to redthread_app
  using ((select app_is_staff()) or (select app_roles()) && array['administrator']);
create policy reads on audit_head for select to redthread_app
  using ((select app_is_staff()) or (select app_roles()) && array['administrator']);

-- setting: Redthread itself writes; everybody may read (it holds nothing secret).
create policy reads on setting for select to redthread_app using (true);
create policy writes on setting for insert to redthread_app with check ((select app_roles()) && array['system']);
create policy changes on setting for update to redthread_app using ((select app_roles()) && array['system']);
