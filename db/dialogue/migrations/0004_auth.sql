-- Sign-in: schema auth (sessions, one-time tokens, accounts at an OpenID provider; columns as better-auth 1.7 names them),
-- passkeys, mails to be sent, and the rules that keep a person row honest.
-- There is no open sign-up: auth.user is written by a trigger on person alone, and redthread_auth may not insert into it.

create schema if not exists auth;
grant usage on schema auth to redthread_auth, redthread_definer;
grant usage on schema public to redthread_auth;
comment on schema auth is 'Sign-in. Used by redthread_auth; a request of a person never runs as that role.';

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
comment on table auth."user" is 'Who can sign in: a copy of the persons that are not ended, kept by a trigger.';
comment on column auth."user"."id" is 'The id of the person.';
comment on column auth."user"."name" is 'As in person.';
comment on column auth."user"."email" is 'As in person.';
comment on column auth."user"."emailVerified" is 'Always true: the address was recorded by who invited the person, and links go there only.';
comment on column auth."user"."image" is 'Not used.';
comment on column auth."user"."createdAt" is 'When.';
comment on column auth."user"."updatedAt" is 'When.';

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth."session" ("userId");
comment on table auth."session" is 'Who is signed in where. Removed when the session ends or the person does.';
comment on column auth."session"."id" is 'Named in the list of sessions.';
comment on column auth."session"."expiresAt" is 'Seven days after the last use.';
comment on column auth."session"."token" is 'What the cookie carries, there with a signature; worthless without the secret of the installation.';
comment on column auth."session"."createdAt" is 'When the person signed in.';
comment on column auth."session"."updatedAt" is 'Last seen, to a quarter of an hour.';
comment on column auth."session"."ipAddress" is 'Address the person signed in from.';
comment on column auth."session"."userAgent" is 'What the browser said it is.';
comment on column auth."session"."userId" is 'The person.';

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth."account" ("userId");
comment on table auth."account" is 'The person''s account at the OpenID provider, after the first sign-in with it.';
comment on column auth."account"."id" is 'Id.';
comment on column auth."account"."accountId" is 'Subject at the provider.';
comment on column auth."account"."providerId" is 'oidc.';
comment on column auth."account"."userId" is 'The person.';
comment on column auth."account"."accessToken" is 'Not kept.';
comment on column auth."account"."refreshToken" is 'Not kept.';
comment on column auth."account"."idToken" is 'Not kept.';
comment on column auth."account"."accessTokenExpiresAt" is 'Not used.';
comment on column auth."account"."refreshTokenExpiresAt" is 'Not used.';
comment on column auth."account"."scope" is 'What was asked of the provider.';
comment on column auth."account"."password" is 'Never set: there are no passwords.';
comment on column auth."account"."createdAt" is 'When.';
comment on column auth."account"."updatedAt" is 'When.';

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");
comment on table auth."verification" is 'One-time things: sign-in links, challenges, the state of an OpenID sign-in. Used once, then gone.';
comment on column auth."verification"."id" is 'Id.';
comment on column auth."verification"."identifier" is 'What it is and the SHA-256 of the token, never the token.';
comment on column auth."verification"."value" is 'The person it is for, or what the step needs.';
comment on column auth."verification"."expiresAt" is 'Worthless from then on.';
comment on column auth."verification"."createdAt" is 'When.';
comment on column auth."verification"."updatedAt" is 'When.';

create table auth.attempt (
  key text primary key,
  count integer not null,
  since timestamptz not null
);
comment on table auth.attempt is 'How often something was tried in its present window; shared by all application nodes.';
comment on column auth.attempt.key is 'What is limited and for whom, the latter as a digest.';
comment on column auth.attempt.count is 'Tries since then.';
comment on column auth.attempt.since is 'Start of the window.';

-- Counts one try and says whether it is still within the limit. One statement, so that parallel tries cannot slip through.
create function auth.take(what text, most integer, seconds integer) returns boolean language sql as $$
  insert into auth.attempt as a (key, count, since) values (what, 1, clock_timestamp())
  on conflict (key) do update set
    count = case when a.since < clock_timestamp() - make_interval(secs => seconds) then 1 else a.count + 1 end,
    since = case when a.since < clock_timestamp() - make_interval(secs => seconds) then clock_timestamp() else a.since end
  returning count <= most
$$;
revoke all on function auth.take(text, integer, integer) from public;
grant execute on function auth.take(text, integer, integer) to redthread_auth;

grant select, update ("emailVerified", "updatedAt") on auth."user" to redthread_auth;
grant select, insert, update, delete on auth."session", auth."account", auth."verification", auth.attempt to redthread_auth;
grant select, insert, update, delete on auth."user" to redthread_definer;
grant select ("id", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent", "userId"), delete on auth."session" to redthread_definer;

-- The tables of schema auth: redthread_auth, and the few functions of redthread_definer; nobody else, not even their owner.
do $$ declare t text; begin
  foreach t in array array['user', 'session', 'account', 'verification', 'attempt'] loop
    execute format('alter table auth.%I enable row level security', t);
    execute format('alter table auth.%I force row level security', t);
    execute format('create policy sign_in on auth.%I to redthread_auth using (true) with check (true)', t);
  end loop;
end $$;
create policy keeps_copy on auth."user" to redthread_definer using (true) with check (true);
create policy reads on auth."session" for select to redthread_definer using (true);
create policy ends on auth."session" for delete to redthread_definer using (true);

create function person_sign_in_copy() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.ended_at is null and new.email not like '%@redthread.invalid' then
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (new.id::text, new.name, new.email, true, new.created_at, now())
    on conflict ("id") do update set "name" = excluded."name", "email" = excluded."email", "updatedAt" = now();
  else
    delete from auth."user" where "id" = new.id::text;
  end if;
  return null;
end $$;
comment on function person_sign_in_copy() is 'Keeps auth.user equal to the persons that are not ended; ending a person ends their sessions at once.';
alter function person_sign_in_copy() owner to redthread_definer;
revoke all on function person_sign_in_copy() from public;
create trigger sign_in_copy after insert or update on person for each row execute function person_sign_in_copy();

create table passkey (
  id uuid primary key,
  person_id uuid not null references person,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  synced boolean not null default false,
  name text not null check (length(trim(name)) between 1 and 80),
  created_at timestamptz not null,
  used_at timestamptz
);
create index on passkey (person_id);
comment on table passkey is 'A WebAuthn credential a person signs in with (W3C Web Authentication Level 3).';
comment on column passkey.id is 'UUID version 7.';
comment on column passkey.person_id is 'Whose.';
comment on column passkey.credential_id is 'As the authenticator names it, base64url.';
comment on column passkey.public_key is 'COSE key.';
comment on column passkey.counter is 'Signature counter, 0 where the authenticator keeps none; going backwards refuses the sign-in.';
comment on column passkey.transports is 'How the browser can reach it.';
comment on column passkey.synced is 'Whether the authenticator says it is backed up elsewhere.';
comment on column passkey.name is 'What the person calls it.';
comment on column passkey.created_at is 'When it was added.';
comment on column passkey.used_at is 'When it last signed in.';

create table passkey_challenge (
  challenge text primary key,
  person_id uuid references person,
  expires_at timestamptz not null
);
comment on table passkey_challenge is 'A challenge that was handed out and not answered yet. Used once.';
comment on column passkey_challenge.challenge is 'Random, base64url.';
comment on column passkey_challenge.person_id is 'Who adds a passkey; null for a sign-in.';
comment on column passkey_challenge.expires_at is 'Five minutes after it was made.';

create table mail (
  id uuid primary key,
  person_id uuid not null references person,
  template text not null check (template in ('sign-in', 'invitation')),
  words jsonb not null default '{}',
  created_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  fault text
);
create index on mail (next_at) where sent_at is null;
comment on table mail is 'Mails to be sent. Written in the transaction that causes them, so that none is lost or sent for nothing; holds no link and no token.';
comment on column mail.id is 'UUID version 7.';
comment on column mail.person_id is 'To whom.';
comment on column mail.template is 'Which text.';
comment on column mail.words is 'What the text names: who invites, the path to open.';
comment on column mail.created_at is 'When it was caused.';
comment on column mail.next_at is 'When it is tried next.';
comment on column mail.attempts is 'How often it was tried.';
comment on column mail.sent_at is 'When the mail server took it.';
comment on column mail.fault is 'What went wrong last: the code only.';

-- What a person row may become, whoever asks: an address and the end of a person are for the Secretariat and administrators.
create function person_guard() returns trigger language plpgsql as $$
begin
  if current_user = 'redthread_app' and not ((select app_roles()) && array['secretariat', 'administrator', 'system'])
    and (new.email is distinct from old.email or new.ended_at is distinct from old.ended_at) then
    raise exception using errcode = '42501', message = 'only the Secretariat and administrators change an address or end a person';
  end if;
  if new.id is distinct from old.id or new.created_at is distinct from old.created_at then
    raise exception using errcode = '42501', message = 'the id and the beginning of a person do not change';
  end if;
  return new;
end $$;
comment on function person_guard() is 'Column rules of person that a row policy cannot say.';
create trigger guard before update on person for each row execute function person_guard();

-- A grant is given or ended; nothing else about it changes, and what has ended stays ended.
create function access_grant_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.person_id, new.role, new.party_id, new.body_id, new.valid_from, new.granted_by, new.reason)
    is distinct from (old.id, old.person_id, old.role, old.party_id, old.body_id, old.valid_from, old.granted_by, old.reason) then
    raise exception using errcode = '42501', message = 'a grant is ended, not changed';
  end if;
  if old.valid_until is not null and old.valid_until <= now() then
    raise exception using errcode = 'RT409', message = 'This right has ended already.';
  end if;
  return new;
end $$;
comment on function access_grant_guard() is 'A grant is given or ended, never rewritten.';
create trigger guard before update on access_grant for each row execute function access_grant_guard();
