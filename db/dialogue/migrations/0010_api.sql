-- Personal access tokens: what a program sends instead of a person signing in.

create table api_token (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null check (length(trim(name)) between 1 and 80),
  hint text not null check (length(hint) between 4 and 20),
  digest bytea not null unique check (length(digest) = 32),
  scopes text[] not null check (cardinality(scopes) between 1 and 30),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check (expires_at > created_at and expires_at <= created_at + interval '367 days'),
  check (revoked_at is null or revoked_at >= created_at)
);
create index on api_token (person_id);
comment on table api_token is 'A personal access token for the API. The token itself is shown once, when it is made, and never kept.';
comment on column api_token.id is 'UUID version 7.';
comment on column api_token.person_id is 'Whose; it may never do more than this person may.';
comment on column api_token.name is 'What the person calls it: the program or machine that uses it.';
comment on column api_token.hint is 'Its last characters, to tell tokens apart.';
comment on column api_token.digest is 'SHA-256 of the token. 256 random bits need no slow digest.';
comment on column api_token.scopes is 'read, and write:<module> for each module whose actions it may call.';
comment on column api_token.created_at is 'When it was made.';
comment on column api_token.expires_at is 'Worthless from then on; a year after it was made at the latest.';
comment on column api_token.used_at is 'When it was used last, to five minutes.';
comment on column api_token.revoked_at is 'When its person revoked it; worthless from then on.';

-- A token changes in two ways only: it is used, and it is revoked, once.
create function check_api_token() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null then
    raise exception using errcode = 'RT409', message = 'This token has been revoked already.';
  end if;
  if (new.id, new.person_id, new.name, new.hint, new.digest, new.scopes, new.created_at, new.expires_at)
    is distinct from (old.id, old.person_id, old.name, old.hint, old.digest, old.scopes, old.created_at, old.expires_at) then
    raise exception using errcode = 'RT409', message = 'A token is never changed. Revoke it and make another.';
  end if;
  return new;
end $$;
comment on function check_api_token() is 'A token is used and revoked, never changed.';
create trigger never_changed before update on api_token for each row execute function check_api_token();
