-- The register: who there is (parties, bodies), what they were called when, and who held which role from when until when.
-- Two times in every row that can change: valid time (when it was so: used_from, begins_…, ends_…) and recorded time
-- (when we knew it: recorded_at until withdrawn_at). A correction withdraws a row and appends another; nothing is overwritten.
-- Days: a first day is inclusive, a last bound is the first day on which it was no longer so. A day we are unsure of is an
-- interval of two columns, …_from and …_until, both inclusive.

create function keep_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception using errcode = 'RT409', message = 'The register forgets nothing: withdraw the entry with a reason instead of deleting it.';
  end if;
  if old.withdrawn_at is not null then
    raise exception using errcode = 'RT409', message = 'This entry was corrected in the meantime. Look at its history and start from the newest entry.';
  end if;
  if to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'] <> to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'] then
    raise exception using errcode = 'RT409', message = 'The register keeps what it was told: record a correction instead of changing an entry.';
  end if;
  return new;
end $$;
comment on function keep_history is 'Trigger of every table with recorded time: a row may be withdrawn once and is otherwise fixed.';

create table party (
  id uuid primary key,
  key text not null unique check (key ~ '^([A-Z]{3}|org:[a-z0-9]+(-[a-z0-9]+)*)$'),
  kind text not null check (kind in ('state', 'territory', 'former-state', 'organisation')),
  un_standing text check (un_standing in ('member', 'observer', 'none')),
  part_of_id uuid references party,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  check ((kind = 'organisation') = (key like 'org:%')),
  check (part_of_id <> id)
);
create index on party (part_of_id);
comment on table party is 'A state, territory or organisation. What it is called and which codes it has are dated attributes in tables of their own.';
comment on column party.id is 'UUID version 7; our own stable id.';
comment on column party.key is 'Readable stable key, the same as the reader gives: AFG, XKX, org:iom. Not a code: codes are in party_code, because they are reused.';
comment on column party.kind is 'state, territory, former-state or organisation.';
comment on column party.un_standing is 'Standing of a state or territory in the United Nations: member, observer, none.';
comment on column party.part_of_id is 'The organisation this one belongs to (an agency of the European Union).';
comment on column party.recorded_at is 'When it was entered.';
comment on column party.recorded_by is 'Who entered it.';

create table party_succession (
  party_id uuid not null references party,
  successor_id uuid not null references party,
  effective_on date not null,
  source text not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  primary key (party_id, successor_id),
  check (party_id <> successor_id)
);
create index on party_succession (successor_id);
comment on table party_succession is 'Which parties came after a former state.';
comment on column party_succession.party_id is 'The former state.';
comment on column party_succession.successor_id is 'A state that came after it.';
comment on column party_succession.effective_on is 'First day of the new order.';
comment on column party_succession.source is 'What that rests on.';
comment on column party_succession.recorded_at is 'When it was entered.';
comment on column party_succession.recorded_by is 'Who entered it.';

create table party_name (
  id uuid primary key,
  party_id uuid not null references party,
  language text not null check (language in ('en', 'ru', 'tr', 'ar', 'fa', 'ur', 'fr', 'uk')),
  form text not null check (form in ('short', 'official', 'acronym', 'as-listed', 'alias', 'adjective')),
  name text not null check (length(trim(name)) between 1 and 300),
  folded text not null,
  sort_key text not null,
  decided_on date,
  used_from date,
  used_until date,
  source text not null check (trim(source) <> ''),
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text,
  check (used_until > used_from),
  check (decided_on <= used_from),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  check (withdrawn_at >= recorded_at),
  exclude using gist (party_id with =, language with =, form with =, name with =, daterange(used_from, used_until) with &&) where (withdrawn_at is null)
);
create index on party_name (party_id);
create index on party_name (folded) where withdrawn_at is null;
comment on table party_name is 'What a party is called: language, form, time of use. Corrections append.';
comment on column party_name.id is 'UUID version 7.';
comment on column party_name.party_id is 'Whose name.';
comment on column party_name.language is 'BCP 47 language of the name.';
comment on column party_name.form is 'short, official (formal), acronym, as-listed (form of an alphabetical list), alias (printed by others), adjective.';
comment on column party_name.name is 'As printed.';
comment on column party_name.folded is 'Words without accents, case, punctuation and leading article; what a written name is looked up by.';
comment on column party_name.sort_key is 'What a list in this language is sorted by; may differ from the name (the former Yugoslav Republic of Macedonia sorts under M).';
comment on column party_name.decided_on is 'When the name was decided or announced; its use is not a mistake from then on.';
comment on column party_name.used_from is 'First day of use; null when as old as our knowledge.';
comment on column party_name.used_until is 'First day of no more use; null when in use.';
comment on column party_name.source is 'Instrument or publication it rests on.';
comment on column party_name.note is 'What a register officer should know, for instance a day that is unsure.';
comment on column party_name.recorded_at is 'When we learned it.';
comment on column party_name.recorded_by is 'Who entered it.';
comment on column party_name.withdrawn_at is 'From then on we no longer say so; null for what we say today.';
comment on column party_name.withdrawn_by is 'Who withdrew it.';
comment on column party_name.withdrawn_reason is 'Why.';

create table party_code (
  id uuid primary key,
  party_id uuid not null references party,
  scheme text not null check (scheme in ('iso3166-1-alpha2', 'iso3166-1-alpha3', 'm49')),
  code text not null check (code ~ '^([A-Z]{2}|[A-Z]{3}|[0-9]{3})$'),
  used_from date,
  used_until date,
  source text not null check (trim(source) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text,
  check (used_until > used_from),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  exclude using gist (scheme with =, code with =, daterange(used_from, used_until) with &&) where (withdrawn_at is null)
);
create index on party_code (party_id);
comment on table party_code is 'Codes of a party, dated: a code can be given again (CS was Czechoslovakia, then Serbia and Montenegro), never to two at once.';
comment on column party_code.id is 'UUID version 7.';
comment on column party_code.party_id is 'Whose code.';
comment on column party_code.scheme is 'iso3166-1-alpha2, iso3166-1-alpha3 or m49 (numeric).';
comment on column party_code.code is 'The code.';
comment on column party_code.used_from is 'First day of use; null when as old as our knowledge.';
comment on column party_code.used_until is 'First day of no more use; null when in use.';
comment on column party_code.source is 'Standard it rests on.';
comment on column party_code.recorded_at is 'When we learned it.';
comment on column party_code.recorded_by is 'Who entered it.';
comment on column party_code.withdrawn_at is 'From then on we no longer say so.';
comment on column party_code.withdrawn_by is 'Who withdrew it.';
comment on column party_code.withdrawn_reason is 'Why.';

create table body (
  id uuid primary key,
  key text not null unique check (key ~ '^body:[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('dialogue', 'ministerial-conference', 'senior-officials-meeting', 'regional-working-group', 'thematic-working-group', 'reference-group', 'secretariat', 'network', 'other')),
  parent_id uuid references body,
  established_from date,
  established_until date,
  dissolved_on date,
  source text not null check (trim(source) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  check (established_until >= established_from),
  check (dissolved_on > established_from),
  check (parent_id <> id)
);
create index on body (parent_id);
comment on table body is 'A body of the dialogue: conference, meeting of officials, working group, reference group, secretariat, network.';
comment on column body.id is 'UUID version 7.';
comment on column body.key is 'Readable stable key, the same as the reader gives: body:senior-officials-meeting.';
comment on column body.kind is 'What sort of body.';
comment on column body.parent_id is 'The body it belongs under.';
comment on column body.established_from is 'Earliest day it can have been established on.';
comment on column body.established_until is 'Latest day it can have been established on.';
comment on column body.dissolved_on is 'First day it was no more; null when it lives.';
comment on column body.source is 'What that rests on.';
comment on column body.recorded_at is 'When it was entered.';
comment on column body.recorded_by is 'Who entered it.';

create table body_name (
  id uuid primary key,
  body_id uuid not null references body,
  language text not null check (language in ('en', 'ru', 'tr', 'ar', 'fa', 'ur', 'fr', 'uk')),
  form text not null check (form in ('short', 'official', 'acronym', 'as-listed', 'alias')),
  name text not null check (length(trim(name)) between 1 and 300),
  folded text not null,
  used_from date,
  used_until date,
  source text not null check (trim(source) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text,
  check (used_until > used_from),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  exclude using gist (body_id with =, language with =, form with =, name with =, daterange(used_from, used_until) with &&) where (withdrawn_at is null)
);
create index on body_name (body_id);
create index on body_name (folded) where withdrawn_at is null;
comment on table body_name is 'What a body is called: language, form, time of use. Corrections append.';
comment on column body_name.id is 'UUID version 7.';
comment on column body_name.body_id is 'Whose name.';
comment on column body_name.language is 'BCP 47 language of the name.';
comment on column body_name.form is 'short, official, acronym, as-listed or alias.';
comment on column body_name.name is 'As printed.';
comment on column body_name.folded is 'What a written name is looked up by; see party_name.folded.';
comment on column body_name.used_from is 'First day of use; null when as old as our knowledge.';
comment on column body_name.used_until is 'First day of no more use; null when in use.';
comment on column body_name.source is 'What it rests on.';
comment on column body_name.recorded_at is 'When we learned it.';
comment on column body_name.recorded_by is 'Who entered it.';
comment on column body_name.withdrawn_at is 'From then on we no longer say so.';
comment on column body_name.withdrawn_by is 'Who withdrew it.';
comment on column body_name.withdrawn_reason is 'Why.';

create table mandate (
  id uuid primary key,
  body_id uuid not null references body,
  party_id uuid not null references party,
  person_id uuid references person,
  role text not null check (role in ('chair', 'co-chair', 'member', 'observer', 'secretariat', 'rapporteur', 'thematic-chair', 'moderator', 'donor')),
  begins_from date,
  begins_until date not null,
  ends_from date,
  ends_until date,
  source text not null check (trim(source) <> ''),
  source_link text check (source_link ~ '^(https://|/)'),
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text,
  replaces_id uuid references mandate,
  check (begins_until >= begins_from),
  check (ends_from is not null or ends_until is null),
  check (ends_until >= ends_from),
  check (ends_from > begins_until),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  exclude using gist (body_id with =, party_id with =, role with =, (coalesce(person_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    daterange(begins_until, ends_from) with &&) where (withdrawn_at is null)
);
create index on mandate (body_id) where withdrawn_at is null;
create index on mandate (party_id) where withdrawn_at is null;
create index on mandate (person_id) where person_id is not null;
create index on mandate (replaces_id) where replaces_id is not null;
comment on table mandate is 'A party, or a person for a party, holds a role in a body. Attendance at a meeting is no mandate. Rosters as of any day are derived from this.';
comment on column mandate.id is 'UUID version 7.';
comment on column mandate.body_id is 'The body.';
comment on column mandate.party_id is 'The party that holds the role.';
comment on column mandate.person_id is 'The person who holds it for the party, when it is a person''s.';
comment on column mandate.role is 'chair, co-chair, member, observer, secretariat, rapporteur, thematic-chair, moderator or donor.';
comment on column mandate.begins_from is 'Earliest day it can have begun; null when that is unknown.';
comment on column mandate.begins_until is 'From this day on it certainly held.';
comment on column mandate.ends_from is 'Until this day (exclusive) it certainly held; null while nothing speaks for an end.';
comment on column mandate.ends_until is 'Latest day by which it had ended; null with ends_from set: not known whether it went on.';
comment on column mandate.source is 'Decision, report or letter that says so.';
comment on column mandate.source_link is 'Where to read it: an https address or a path of this application.';
comment on column mandate.note is 'What a reader should know.';
comment on column mandate.recorded_at is 'When we learned it.';
comment on column mandate.recorded_by is 'Who entered it.';
comment on column mandate.withdrawn_at is 'From then on we no longer say so.';
comment on column mandate.withdrawn_by is 'Who withdrew it.';
comment on column mandate.withdrawn_reason is 'Why: ended, corrected, entered by mistake.';
comment on column mandate.replaces_id is 'The entry that this one corrects or ends.';

create table appointment (
  id uuid primary key,
  function text not null check (function in ('national-focal-point', 'contributor', 'single-point-of-contact', 'liaison-officer', 'thb-coordinator')),
  party_id uuid not null references party,
  person_id uuid not null references person,
  posted_to_id uuid references party,
  post text,
  begins_from date,
  begins_until date not null,
  ends_from date,
  ends_until date,
  evidence text not null check (trim(evidence) <> ''),
  evidence_link text check (evidence_link ~ '^(https://|/)'),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text,
  replaces_id uuid references appointment,
  check ((function = 'liaison-officer') = (posted_to_id is not null)),
  check (posted_to_id <> party_id),
  check (begins_until >= begins_from),
  check (ends_from is not null or ends_until is null),
  check (ends_until >= ends_from),
  check (ends_from > begins_until),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  exclude using gist (function with =, party_id with =, person_id with =, (coalesce(posted_to_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    daterange(begins_until, ends_from) with &&) where (withdrawn_at is null)
);
create index on appointment (party_id) where withdrawn_at is null;
create index on appointment (person_id);
create index on appointment (posted_to_id) where posted_to_id is not null;
create index on appointment (replaces_id) where replaces_id is not null;
comment on table appointment is 'The function a person has for a party, from when until when, with the letter that says so.';
comment on column appointment.id is 'UUID version 7.';
comment on column appointment.function is 'national-focal-point, contributor, single-point-of-contact (link office), liaison-officer (posted to a party), thb-coordinator.';
comment on column appointment.party_id is 'The party that appointed.';
comment on column appointment.person_id is 'Who was appointed.';
comment on column appointment.posted_to_id is 'The party a liaison officer is posted to.';
comment on column appointment.post is 'Office and post, as the letter says.';
comment on column appointment.begins_from is 'Earliest day it can have begun; null when that is unknown.';
comment on column appointment.begins_until is 'From this day on it certainly held.';
comment on column appointment.ends_from is 'Until this day (exclusive) it certainly held; null while nothing speaks for an end.';
comment on column appointment.ends_until is 'Latest day by which it had ended; null with ends_from set: not known whether it went on.';
comment on column appointment.evidence is 'Nomination letter or other paper: who wrote it, when, its reference.';
comment on column appointment.evidence_link is 'Where to read it.';
comment on column appointment.recorded_at is 'When we learned it.';
comment on column appointment.recorded_by is 'Who entered it.';
comment on column appointment.withdrawn_at is 'From then on we no longer say so.';
comment on column appointment.withdrawn_by is 'Who withdrew it.';
comment on column appointment.withdrawn_reason is 'Why: ended, corrected, entered by mistake.';
comment on column appointment.replaces_id is 'The entry that this one corrects or ends.';

create table contact (
  id uuid primary key,
  appointment_id uuid not null references appointment,
  kind text not null check (kind in ('email', 'telephone', 'address')),
  value text not null check (length(trim(value)) between 1 and 500),
  visible_to text not null check (visible_to in ('secretariat', 'participants')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index on contact (appointment_id);
comment on table contact is 'How to reach a person in a function. The address they sign in with is not here.';
comment on column contact.id is 'UUID version 7.';
comment on column contact.appointment_id is 'The function it belongs to.';
comment on column contact.kind is 'email, telephone or address.';
comment on column contact.value is 'As the person gave it.';
comment on column contact.visible_to is 'secretariat: the Secretariat, the person and the focal points of the party; participants: everybody in the dialogue.';
comment on column contact.recorded_at is 'When we learned it.';
comment on column contact.recorded_by is 'Who entered it.';
comment on column contact.withdrawn_at is 'From then on it is no longer used.';
comment on column contact.withdrawn_by is 'Who withdrew it.';
comment on column contact.withdrawn_reason is 'Why.';

do $$ declare t text; begin
  foreach t in array array['party_name', 'party_code', 'body_name', 'mandate', 'appointment', 'contact'] loop
    execute format('create trigger keep_history before update or delete on %I for each row execute function keep_history()', t);
  end loop;
end $$;
