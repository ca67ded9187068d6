-- Personal access tokens. Nobody reads a digest back; the door of the API asks by it.
call reset_policies(array['api_token']);

grant select (id, person_id, name, hint, scopes, created_at, expires_at, used_at, revoked_at), insert, update (revoked_at) on api_token to redthread_app;
grant select, update (used_at) on api_token to redthread_definer;

-- api_token: a person sees, makes and revokes their own; nobody sees another's, the Secretariat and administrators included.
create policy own on api_token to redthread_app using (person_id = (select app_actor())) with check (person_id = (select app_actor()));
-- api_token: the door of the API looks a token up by its digest and notes that it was used.
create policy door_reads on api_token for select to redthread_definer using (true);
create policy door_notes on api_token for update to redthread_definer using (revoked_at is null) with check (revoked_at is null);

-- The person and scopes of a token that is valid now: neither expired nor revoked, its person not ended. No rows otherwise, whatever the reason.
create or replace function use_api_token(given bytea) returns table (person_id uuid, scopes text[])
language plpgsql volatile security definer set search_path = public as $$
declare found record;
begin
  select t.id, t.person_id, t.scopes, t.used_at into found from api_token t join person p on p.id = t.person_id
    where t.digest = given and t.revoked_at is null and t.expires_at > now() and p.ended_at is null;
  if found.id is null then return; end if;
  if found.used_at is null or found.used_at < now() - interval '5 minutes' then
    update api_token t set used_at = now() where t.id = found.id;
  end if;
  return query select found.person_id, found.scopes;
end $$;
alter function use_api_token(bytea) owner to redthread_definer;
revoke all on function use_api_token(bytea) from public;
grant execute on function use_api_token(bytea) to redthread_app, redthread_owner;
