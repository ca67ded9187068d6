-- Passkeys, mails, sessions, and the functions sign-in needs. Persons and grants themselves: kernel.sql.
call reset_policies(array['passkey', 'passkey_challenge', 'mail']);

grant select (id, person_id, credential_id, transports, synced, name, created_at, used_at), insert, update (name), delete on passkey to redthread_app;
grant select, insert, delete on passkey_challenge to redthread_app;
grant select, insert, update, delete on mail to redthread_app;
grant select, update (counter, used_at, synced) on passkey to redthread_auth;
grant select, insert, delete on passkey_challenge to redthread_auth;
grant insert on mail to redthread_definer;
grant select on setting to redthread_definer;

-- passkey: a person sees, names and removes their own; sign-in reads the key and keeps the counter.
create policy own on passkey to redthread_app using (person_id = (select app_actor())) with check (person_id = (select app_actor()));
create policy sign_in_reads on passkey for select to redthread_auth using (true);
create policy sign_in_counts on passkey for update to redthread_auth using (true);

-- passkey_challenge: a person answers the challenge that was made for them; sign-in handles those made for nobody.
create policy own on passkey_challenge to redthread_app using (person_id = (select app_actor())) with check (person_id = (select app_actor()));
create policy sign_in on passkey_challenge to redthread_auth using (person_id is null or expires_at < now()) with check (person_id is null);

-- mail: whoever is signed in may cause one; only Redthread itself reads and sends.
create policy causes on mail for insert to redthread_app with check ((select app_actor()) is not null);
create policy sends on mail for select to redthread_app using ((select app_roles()) && array['system']);
create policy marks on mail for update to redthread_app using ((select app_roles()) && array['system']);
create policy clears on mail for delete to redthread_app using ((select app_roles()) && array['system']);
create policy definer_causes on mail for insert to redthread_definer with check (template = 'sign-in');
create policy definer_reads on setting for select to redthread_definer using (true);

-- Asks for a sign-in link. Says nothing, whether the address is known or not.
create or replace function request_sign_in(mail_id uuid, address text, path text) returns void
language sql volatile security definer set search_path = public as $$
  insert into mail (id, person_id, template, words)
  select mail_id, p.id, 'sign-in', jsonb_build_object('path', path) from person p
  where p.email = lower(trim(address)) and p.ended_at is null and p.email not like '%@redthread.invalid'
$$;

-- The person with an address: to those who may invite; to others nobody has one.
create or replace function person_by_email(address text) returns table (id uuid, name text, ended boolean)
language sql stable security definer set search_path = public as $$
  select p.id, p.name, p.ended_at is not null from person p
  where p.email = lower(trim(address)) and app_roles() && array['secretariat', 'system', 'administrator', 'focal-point']
$$;

-- The sessions of the person who asks, newest use first. Never the token.
create or replace function my_sessions() returns table (id text, signed_in_at timestamptz, seen_at timestamptz, address text, browser text)
language sql stable security definer set search_path = public as $$
  select s."id", s."createdAt", s."updatedAt", s."ipAddress", s."userAgent" from auth."session" s
  where s."userId" = app_actor()::text and s."expiresAt" > now() order by s."updatedAt" desc
$$;

-- Ends one session of the person who asks, or all but one; answers how many.
create or replace function end_my_sessions(only_this text, all_but text) returns integer
language sql volatile security definer set search_path = public as $$
  with ended as (
    delete from auth."session" s where s."userId" = app_actor()::text
      and case when only_this is not null then s."id" = only_this else s."id" is distinct from all_but end
    returning 1)
  select count(*)::integer from ended
$$;

-- The people of the sample dialogue, for one-click sign-in. A database without the sample mark has none.
create or replace function sample_people() returns table (id uuid, name text, role text, party_id uuid, body_id uuid)
language sql stable security definer set search_path = public as $$
  select p.id, p.name, g.role, g.party_id, g.body_id from person p
  join access_grant g on g.person_id = p.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  where p.ended_at is null and g.role <> 'system'
    and exists (select 1 from setting s where s.name = 'mode' and s.value = 'sample')
$$;

do $$ declare f text; begin
  foreach f in array array['request_sign_in(uuid, text, text)', 'person_by_email(text)', 'my_sessions()', 'end_my_sessions(text, text)', 'sample_people()'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to redthread_app, redthread_owner', f);
  end loop;
end $$;
