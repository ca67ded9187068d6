-- Kernel of the dialogue database: people, what they may do, the history people read, the audit chain.
-- Runs as redthread_owner. Roles (made by the runner, cluster-wide): redthread_owner owns, redthread_app is what a
-- request runs as, redthread_definer owns the few reviewed functions that look past row-level security,
-- redthread_auth owns schema auth.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;

grant usage on schema public to redthread_app, redthread_definer;

-- Drops all policies of the tables and switches row-level security on, forced. Policy files begin with it, so that
-- each file can be applied again whole.
create procedure reset_policies(tables text[]) language plpgsql as $$
declare t text; p record;
begin
  foreach t in array tables loop
    for p in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', p.policyname, t);
    end loop;
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
comment on procedure reset_policies is 'First line of every policy file: makes re-applying it safe.';

create table person (
  id uuid primary key,
  name text not null check (length(trim(name)) between 1 and 200),
  email text not null check (email = lower(email) and position('@' in email) > 1),
  language text not null default 'en',
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (email)
);
comment on table person is 'A person who can sign in, or could. Never deleted while the history names them; ended instead.';
comment on column person.id is 'UUID version 7; the sign-in user in schema auth has the same id.';
comment on column person.name is 'As the person writes it.';
comment on column person.email is 'Lower case; the address a sign-in link goes to. Seen by the person, the Secretariat and administrators.';
comment on column person.language is 'BCP 47 language the interface and mails speak to this person.';
comment on column person.created_at is 'When the person was first recorded.';
comment on column person.ended_at is 'From this moment on the person can no longer sign in.';

create table access_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null check (role in ('member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator', 'system')),
  party_id uuid,
  body_id uuid,
  valid_from timestamptz not null default now(),
  valid_until timestamptz,
  granted_by uuid references person,
  reason text not null,
  check ((role in ('member', 'focal-point', 'observer')) = (party_id is not null)),
  check ((role = 'chair') = (body_id is not null)),
  check (valid_until is null or valid_until > valid_from)
);
create index on access_grant (person_id);
comment on table access_grant is 'Who may act as what, from when until when. Ended, never deleted.';
comment on column access_grant.id is 'UUID version 7.';
comment on column access_grant.person_id is 'The person who holds the role.';
comment on column access_grant.role is 'member, focal-point and observer act for a party; chair for a body; secretariat, administrator and system for the dialogue.';
comment on column access_grant.party_id is 'The party a member, focal point or observer acts for.';
comment on column access_grant.body_id is 'The body a chair presides.';
comment on column access_grant.valid_from is 'From this moment on.';
comment on column access_grant.valid_until is 'Until this moment; null is open.';
comment on column access_grant.granted_by is 'Who granted it; null for the installation itself.';
comment on column access_grant.reason is 'Why, or the letter that says so.';

create table log_entry (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid not null references person,
  action text not null,
  sentence text not null,
  subject text not null
);
create index on log_entry (subject, at desc);
create index on log_entry (at desc);
comment on table log_entry is 'The history people read: one sentence for each thing that was done.';
comment on column log_entry.id is 'UUID version 7.';
comment on column log_entry.at is 'When.';
comment on column log_entry.person_id is 'Who did it.';
comment on column log_entry.action is 'Dotted name of the action.';
comment on column log_entry.sentence is 'What was done, in English.';
comment on column log_entry.subject is 'Address of the thing it is about, /reports/….';

create table audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  door text not null check (door in ('page', 'api', 'cli', 'job', 'seed')),
  action text not null,
  person_id uuid,
  result text not null check (result in ('done', 'refused', 'failed')),
  code text,
  subject text,
  input_digest bytea,
  previous_hash bytea not null,
  hash bytea not null
);
comment on table audit_entry is 'Every call of an action, refused ones included, as a hash chain: each hash covers the row and the hash before it.';
comment on column audit_entry.seq is 'Gapless from 1.';
comment on column audit_entry.at is 'When, microseconds.';
comment on column audit_entry.door is 'How the call came in.';
comment on column audit_entry.action is 'Dotted name of the action.';
comment on column audit_entry.person_id is 'Who called; null for the public.';
comment on column audit_entry.result is 'done, refused (expected) or failed (a bug).';
comment on column audit_entry.code is 'Code of the refusal, or the reference number of the bug.';
comment on column audit_entry.subject is 'Address of the thing it is about, when known.';
comment on column audit_entry.input_digest is 'SHA-256 of the input, so that the log holds no content.';
comment on column audit_entry.previous_hash is 'hash of seq - 1; 32 zero bytes for the first.';
comment on column audit_entry.hash is 'SHA-256 of previous_hash and the JSON array of the other columns.';

create table audit_head (
  singleton boolean primary key default true check (singleton),
  seq bigint not null,
  hash bytea not null
);
comment on table audit_head is 'The newest entry of the chain. Locked while one is appended, so that entries have one order; shows a cut-off tail.';
comment on column audit_head.singleton is 'There is one row.';
comment on column audit_head.seq is 'Number of the newest entry, 0 when there is none.';
comment on column audit_head.hash is 'Hash of the newest entry.';
insert into audit_head values (true, 0, decode(repeat('00', 32), 'hex'));

create table setting (
  name text primary key,
  value text not null
);
comment on table setting is 'What the installation keeps about itself: the seed version, the sample mark.';
comment on column setting.name is 'Dotted name.';
comment on column setting.value is 'Text.';

insert into person (id, name, email) values ('00000000-0000-7000-8000-000000000001', 'Redthread', 'system@redthread.invalid');
insert into access_grant (id, person_id, role, reason) values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'system', 'The installation itself: seeding and jobs.');
