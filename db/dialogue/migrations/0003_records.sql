-- Records: what was said. Files as they came, imports until a person adopts them, meetings, reports in versions,
-- paragraphs with permanent ids, what the text says (attendance, statements, sessions, references, findings) and the outcomes.
-- Spans are [start_at, end_at) in UTF-16 units of report_version.text, as the reader gives them.

-- Search: accents do not matter. One configuration with English word stems, one with the words as they stand (for prefixes and exact words).
create text search configuration redthread_stem (copy = english);
alter text search configuration redthread_stem alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, english_stem;
create text search configuration redthread_word (copy = simple);
alter text search configuration redthread_word alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, simple;

create table record_transition (
  thing text not null,
  from_state text not null,
  to_state text not null,
  primary key (thing, from_state, to_state)
);
comment on table record_transition is 'Every change of state that is possible; any other is refused by the database itself.';
comment on column record_transition.thing is 'import, report, outcome or finding.';
comment on column record_transition.from_state is 'State before.';
comment on column record_transition.to_state is 'State after.';
insert into record_transition values
  ('import', 'received', 'read'), ('import', 'received', 'failed'), ('import', 'received', 'discarded'), ('import', 'failed', 'discarded'),
  ('import', 'failed', 'read'), ('import', 'read', 'adopted'), ('import', 'read', 'discarded'),
  ('report', 'received', 'checked'), ('report', 'checked', 'published'), ('report', 'checked', 'received'), ('report', 'published', 'checked'),
  ('outcome', 'proposed', 'confirmed'), ('outcome', 'proposed', 'rejected'), ('outcome', 'proposed', 'withdrawn'), ('outcome', 'confirmed', 'proposed'),
  ('outcome', 'rejected', 'proposed'), ('outcome', 'confirmed', 'withdrawn'), ('outcome', 'withdrawn', 'proposed'), ('outcome', 'withdrawn', 'confirmed'),
  ('outcome', 'confirmed', 'rejected'), ('outcome', 'rejected', 'confirmed'),
  ('finding', 'open', 'dismissed'), ('finding', 'dismissed', 'open');

-- Trigger arguments: the thing, the column that holds its state.
create function check_transition() returns trigger language plpgsql as $$
declare before_state text := to_jsonb(old) ->> tg_argv[1]; after_state text := to_jsonb(new) ->> tg_argv[1];
begin
  if before_state is distinct from after_state
    and not exists (select from record_transition t where t.thing = tg_argv[0] and t.from_state = before_state and t.to_state = after_state) then
    raise exception using errcode = 'RT409', message = format('This %s is %s and cannot become %s from there.', tg_argv[0], before_state, after_state);
  end if;
  return new;
end $$;
comment on function check_transition is 'Refuses a change of state that record_transition does not list.';

-- Two people at once: every change takes the next revision, so a second writer with the old number cannot overwrite.
create function check_revision() returns trigger language plpgsql as $$
begin
  if new.revision <> old.revision + 1 then
    raise exception using errcode = 'RT409', message = format('Somebody else has changed this %s in the meantime. Nothing was overwritten.', tg_argv[0]);
  end if;
  return new;
end $$;
comment on function check_revision is 'Every change counts revision up by exactly one.';

create table stored_file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  at timestamptz not null,
  by uuid not null references person
);
create index on stored_file (sha256);
comment on table stored_file is 'A file as it was received, kept byte for byte.';
comment on column stored_file.id is 'UUID version 7.';
comment on column stored_file.sha256 is 'SHA-256 of the bytes, lower-case hexadecimal.';
comment on column stored_file.size is 'Bytes.';
comment on column stored_file.name is 'File name as given, without a path.';
comment on column stored_file.media_type is 'As recognised from the bytes, else from the name.';
comment on column stored_file.at is 'When it was received.';
comment on column stored_file.by is 'Who sent it in.';

create table stored_file_chunk (
  file_id uuid not null references stored_file on delete cascade,
  n integer not null check (n >= 0),
  bytes bytea not null check (length(bytes) between 1 and 1048576),
  primary key (file_id, n)
);
alter table stored_file_chunk alter column bytes set storage external;
comment on table stored_file_chunk is 'The bytes of a file in pieces of at most one megabyte.';
comment on column stored_file_chunk.file_id is 'The file.';
comment on column stored_file_chunk.n is 'Place of the piece, from 0.';
comment on column stored_file_chunk.bytes is 'The piece.';

create table meeting (
  id uuid primary key,
  title text not null check (length(trim(title)) between 1 and 500),
  start_day date,
  end_day date,
  place text,
  mode text check (mode in ('in-person', 'online', 'hybrid')),
  rule text check (rule in ('chatham-house')),
  check (end_day is null or start_day is not null and end_day >= start_day)
);
create index on meeting (start_day);
comment on table meeting is 'A meeting of one or more bodies.';
comment on column meeting.id is 'UUID version 7.';
comment on column meeting.title is 'As its report names it.';
comment on column meeting.start_day is 'First day; null when no document says.';
comment on column meeting.end_day is 'Last day; the first day again for a meeting of one day.';
comment on column meeting.place is 'Town and country as written.';
comment on column meeting.mode is 'in-person, online or hybrid; null when no document says.';
comment on column meeting.rule is 'chatham-house: who said what and who took part is shown to reviewers only.';

create table meeting_body (
  meeting_id uuid not null references meeting,
  body_id uuid not null references body,
  primary key (meeting_id, body_id)
);
create index on meeting_body (body_id);
comment on table meeting_body is 'The bodies that met.';
comment on column meeting_body.meeting_id is 'The meeting.';
comment on column meeting_body.body_id is 'A body that met; its chair reviews the report.';

create table report (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  meeting_id uuid not null references meeting,
  version_id uuid not null,
  stage text not null check (stage in ('received', 'checked', 'published')),
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person
);
create index on report (meeting_id);
create index on report (stage);
comment on table report is 'The record of a meeting. Who sees it follows its stage.';
comment on column report.id is 'UUID version 7.';
comment on column report.slug is 'Name in addresses, /reports/<slug>; never changes.';
comment on column report.meeting_id is 'The meeting it reports.';
comment on column report.version_id is 'The version that stands.';
comment on column report.stage is 'received: reviewers. checked: all participants. published: everybody.';
comment on column report.revision is 'Counts changes of stage, meeting facts and version.';
comment on column report.at is 'When it was adopted from its import.';
comment on column report.by is 'Who adopted it.';

create table report_version (
  id uuid primary key,
  report_id uuid not null references report deferrable initially deferred,
  n integer not null check (n >= 1),
  file_id uuid not null references stored_file,
  text text not null,
  pages integer,
  stated_participants integer,
  stated_countries integer,
  stated_countries_and_organisations integer,
  at timestamptz not null,
  by uuid not null references person,
  unique (report_id, n)
);
create index on report_version (file_id);
alter table report add foreign key (version_id) references report_version deferrable initially deferred;
comment on table report_version is 'One text of a report. Appended, never changed.';
comment on column report_version.id is 'UUID version 7.';
comment on column report_version.report_id is 'The report.';
comment on column report_version.n is 'From 1.';
comment on column report_version.file_id is 'The file it was read from.';
comment on column report_version.text is 'The normalised text; every span of this version points into it.';
comment on column report_version.pages is 'Pages of the file, where it has any.';
comment on column report_version.stated_participants is 'Number of participants as the text states it.';
comment on column report_version.stated_countries is 'Number of countries as the text states it.';
comment on column report_version.stated_countries_and_organisations is 'Number of countries and organisations together as the text states it.';
comment on column report_version.at is 'When it was adopted.';
comment on column report_version.by is 'Who adopted it.';

create table import (
  id uuid primary key,
  file_id uuid not null references stored_file,
  state text not null check (state in ('received', 'read', 'adopted', 'discarded', 'failed')),
  reading jsonb,
  failure text,
  corrects_report_id uuid references report,
  report_id uuid references report,
  at timestamptz not null,
  by uuid not null references person,
  read_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references person,
  check ((state in ('read', 'adopted')) <= (reading is not null)),
  check ((state = 'failed') <= (failure is not null)),
  check ((state = 'adopted') = (report_id is not null))
);
create index on import (file_id);
create index on import (state, at desc);
create index on import (corrects_report_id);
create index on import (report_id);
comment on table import is 'A file on its way in, until a person adopts or discards it. Nothing imported is live by itself.';
comment on column import.id is 'UUID version 7.';
comment on column import.file_id is 'The file.';
comment on column import.state is 'received → read or failed → adopted or discarded.';
comment on column import.reading is 'What the reader made of it, verbatim (redthread-reading/1).';
comment on column import.failure is 'Why it could not be read, one sentence.';
comment on column import.corrects_report_id is 'The report of which it is a corrected version, when it is one.';
comment on column import.report_id is 'What it was adopted as.';
comment on column import.at is 'When it came in.';
comment on column import.by is 'Who sent it in.';
comment on column import.read_at is 'When it was read.';
comment on column import.closed_at is 'When it was adopted or discarded.';
comment on column import.closed_by is 'Who adopted or discarded it.';

create table paragraph (
  id uuid primary key,
  report_id uuid not null references report,
  number integer not null check (number >= 1),
  unique (report_id, number)
);
comment on table paragraph is 'A paragraph through all versions: renumbering never breaks a reference.';
comment on column paragraph.id is 'UUID version 7.';
comment on column paragraph.report_id is 'The report.';
comment on column paragraph.number is 'Permanent number within the report, for addresses; not the printed label.';

create table paragraph_version (
  id uuid primary key,
  paragraph_id uuid not null references paragraph,
  version_id uuid not null references report_version,
  report_id uuid not null references report,
  current boolean not null,
  path text not null,
  label text,
  label_supplied boolean not null default false,
  label_path text,
  level integer not null check (level >= 0),
  ordinal integer not null check (ordinal >= 1),
  parent_id uuid references paragraph,
  text text not null,
  start_at integer not null,
  end_at integer not null check (end_at >= start_at),
  search tsvector not null generated always as (to_tsvector('redthread_stem', text) || to_tsvector('redthread_word', text)) stored,
  unique (version_id, ordinal),
  unique (version_id, paragraph_id)
);
create index on paragraph_version (paragraph_id);
create index on paragraph_version (report_id) where current;
create index paragraph_version_search on paragraph_version using gin (search) where current;
comment on table paragraph_version is 'A paragraph as it stands in one version.';
comment on column paragraph_version.id is 'UUID version 7.';
comment on column paragraph_version.paragraph_id is 'The paragraph.';
comment on column paragraph_version.version_id is 'The version.';
comment on column paragraph_version.report_id is 'The report, for the rule who sees it.';
comment on column paragraph_version.current is 'Whether it belongs to the version that stands; only such are searched.';
comment on column paragraph_version.path is 'Id of the reader, from the labels on the way down: p5.a; u3 without numbering.';
comment on column paragraph_version.label is 'As printed, 5. or a.; null without numbering.';
comment on column paragraph_version.label_supplied is 'True when the label is missing in print and was supplied by position.';
comment on column paragraph_version.label_path is 'Labels on the way down, 5.a; a bullet carries the path of what it belongs to; null without numbering.';
comment on column paragraph_version.level is 'Depth of the printed numbering.';
comment on column paragraph_version.ordinal is 'Place in the text, from 1.';
comment on column paragraph_version.parent_id is 'The paragraph above it.';
comment on column paragraph_version.text is 'Its text, equal to the span of the version text.';
comment on column paragraph_version.start_at is 'First UTF-16 unit in the version text.';
comment on column paragraph_version.end_at is 'Unit after the last.';
comment on column paragraph_version.search is 'Word stems and words, without accents.';

create table attendance (
  id uuid primary key,
  report_id uuid not null references report,
  version_id uuid not null references report_version,
  party_id uuid references party,
  kind text not null check (kind in ('state', 'organisation')),
  as_written text not null,
  ordinal integer not null,
  start_at integer not null,
  end_at integer not null
);
create index on attendance (version_id);
create index on attendance (party_id);
comment on table attendance is 'Who took part, as the text says. Not membership.';
comment on column attendance.id is 'UUID version 7.';
comment on column attendance.report_id is 'The report, for the rule who sees it.';
comment on column attendance.version_id is 'The version that says so.';
comment on column attendance.party_id is 'The party; null while the name is not resolved.';
comment on column attendance.kind is 'state or organisation.';
comment on column attendance.as_written is 'The name as printed.';
comment on column attendance.ordinal is 'Place in the list.';
comment on column attendance.start_at is 'First unit of the span.';
comment on column attendance.end_at is 'Unit after the last.';

create table statement (
  id uuid primary key,
  report_id uuid not null references report,
  version_id uuid not null references report_version,
  paragraph_id uuid references paragraph,
  party_id uuid references party,
  body_id uuid references body,
  as_written text not null,
  start_at integer not null,
  end_at integer not null,
  check (party_id is null or body_id is null)
);
create index on statement (version_id);
create index on statement (party_id);
create index on statement (paragraph_id);
comment on table statement is 'A stretch of text in which one party speaks.';
comment on column statement.id is 'UUID version 7.';
comment on column statement.report_id is 'The report, for the rule who sees it.';
comment on column statement.version_id is 'The version.';
comment on column statement.paragraph_id is 'The paragraph it stands in.';
comment on column statement.party_id is 'Who speaks; null while the name is not resolved, or a body speaks.';
comment on column statement.body_id is 'The body, where one speaks.';
comment on column statement.as_written is 'Who speaks, as printed.';
comment on column statement.start_at is 'First unit of the span.';
comment on column statement.end_at is 'Unit after the last.';

create table report_session (
  id uuid primary key,
  report_id uuid not null references report,
  version_id uuid not null references report_version,
  kind text not null check (kind in ('opening', 'plenary', 'tour-de-table', 'break-out', 'closing', 'session')),
  title text not null,
  ordinal integer not null,
  goals integer[] not null default '{}'
);
create index on report_session (version_id);
comment on table report_session is 'A session of the meeting as the report tells it.';
comment on column report_session.id is 'UUID version 7.';
comment on column report_session.report_id is 'The report, for the rule who sees it.';
comment on column report_session.version_id is 'The version.';
comment on column report_session.kind is 'opening, plenary, tour-de-table, break-out, closing or session.';
comment on column report_session.title is 'Its title as written.';
comment on column report_session.ordinal is 'Place in the report.';
comment on column report_session.goals is 'Priority goals it is about, numbers of the framework generation in force at the meeting.';

create table report_session_moderator (
  session_id uuid not null references report_session,
  report_id uuid not null references report,
  ordinal integer not null,
  party_id uuid references party,
  as_written text not null,
  primary key (session_id, ordinal)
);
comment on table report_session_moderator is 'Who moderated a session.';
comment on column report_session_moderator.session_id is 'The session.';
comment on column report_session_moderator.report_id is 'The report, for the rule who sees it.';
comment on column report_session_moderator.ordinal is 'Place among the moderators.';
comment on column report_session_moderator.party_id is 'The party; null while the name is not resolved.';
comment on column report_session_moderator.as_written is 'Name, or key of the reader, as read.';

create table report_session_paragraph (
  session_id uuid not null references report_session,
  report_id uuid not null references report,
  paragraph_id uuid not null references paragraph,
  primary key (session_id, paragraph_id)
);
create index on report_session_paragraph (paragraph_id);
comment on table report_session_paragraph is 'Which paragraphs report a session.';
comment on column report_session_paragraph.session_id is 'The session.';
comment on column report_session_paragraph.report_id is 'The report, for the rule who sees it.';
comment on column report_session_paragraph.paragraph_id is 'The paragraph.';

create table report_reference (
  id uuid primary key,
  report_id uuid not null references report,
  version_id uuid not null references report_version,
  kind text not null check (kind in ('paragraph', 'meeting', 'document')),
  as_written text not null,
  target_id uuid references paragraph,
  start_at integer not null,
  end_at integer not null
);
create index on report_reference (version_id);
comment on table report_reference is 'A place where the text points to another: a paragraph, a meeting, a document.';
comment on column report_reference.id is 'UUID version 7.';
comment on column report_reference.report_id is 'The report, for the rule who sees it.';
comment on column report_reference.version_id is 'The version.';
comment on column report_reference.kind is 'paragraph, meeting or document.';
comment on column report_reference.as_written is 'As printed.';
comment on column report_reference.target_id is 'The paragraph of this report it points to; null when it points elsewhere or nowhere.';
comment on column report_reference.start_at is 'First unit of the span.';
comment on column report_reference.end_at is 'Unit after the last.';

create table finding (
  id uuid primary key,
  report_id uuid not null references report,
  version_id uuid not null references report_version,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'note')),
  message text not null,
  quote text not null,
  start_at integer not null,
  end_at integer not null,
  state text not null default 'open' check (state in ('open', 'dismissed')),
  reason text,
  decided_at timestamptz,
  decided_by uuid references person,
  check ((state = 'dismissed') <= (reason is not null and length(trim(reason)) > 0))
);
create index on finding (version_id);
create index on finding (report_id) where state = 'open';
comment on table finding is 'Something the text check noticed.';
comment on column finding.id is 'UUID version 7.';
comment on column finding.report_id is 'The report, for the rule who sees it.';
comment on column finding.version_id is 'The version it was found in.';
comment on column finding.code is 'Dotted name of the rule.';
comment on column finding.severity is 'error, warning or note. An open error stops publication.';
comment on column finding.message is 'A sentence a drafter acts on.';
comment on column finding.quote is 'The text of the span, to know the same finding again in a corrected version.';
comment on column finding.start_at is 'First unit of the span.';
comment on column finding.end_at is 'Unit after the last.';
comment on column finding.state is 'open, or dismissed with a reason.';
comment on column finding.reason is 'Why it was dismissed.';
comment on column finding.decided_at is 'When it was dismissed or opened again.';
comment on column finding.decided_by is 'Who did.';

create table outcome (
  id uuid primary key,
  report_id uuid not null references report,
  number integer not null check (number >= 1),
  version_id uuid not null references report_version,
  paragraph_id uuid references paragraph,
  start_at integer not null,
  end_at integer not null check (end_at > start_at),
  text text not null check (length(trim(text)) > 0),
  kind text not null check (kind in ('recommendation', 'decision', 'action-point', 'offer', 'request', 'announcement')),
  state text not null check (state in ('proposed', 'confirmed', 'rejected', 'withdrawn')),
  goals integer[] not null default '{}',
  when_from date,
  when_until date,
  when_as_written text,
  rule text,
  confidence real check (confidence between 0 and 1),
  replaces_id uuid references outcome,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  search tsvector not null generated always as (to_tsvector('redthread_stem', text) || to_tsvector('redthread_word', text)) stored,
  unique (report_id, number),
  check ((when_from is null) = (when_until is null)),
  check (when_until >= when_from),
  check ((rule is null) = (confidence is null))
);
create index on outcome (version_id);
create index on outcome (paragraph_id);
create index on outcome (state, kind);
create index on outcome (replaces_id);
create index outcome_search on outcome using gin (search);
comment on table outcome is 'Something the text says that matters afterwards, at its very sentence.';
comment on column outcome.id is 'UUID version 7; its permanent address.';
comment on column outcome.report_id is 'The report.';
comment on column outcome.number is 'Permanent number within the report.';
comment on column outcome.version_id is 'The newest version its sentence stands in.';
comment on column outcome.paragraph_id is 'The paragraph of the sentence.';
comment on column outcome.start_at is 'First unit of the span in the text of that version.';
comment on column outcome.end_at is 'Unit after the last.';
comment on column outcome.text is 'The whole sentence or list entry.';
comment on column outcome.kind is 'recommendation, decision, action-point, offer, request or announcement.';
comment on column outcome.state is 'proposed (by the reader), confirmed, rejected (by a person), withdrawn (its sentence no longer stands).';
comment on column outcome.goals is 'Priority goals, numbers of the framework generation in force at the meeting.';
comment on column outcome.when_from is 'First day it may mean; null when the text names no time.';
comment on column outcome.when_until is 'Last day it may mean.';
comment on column outcome.when_as_written is 'The time as printed.';
comment on column outcome.rule is 'Dotted name of the rule of the reader that found it; null when a person added it.';
comment on column outcome.confidence is '0 to 1, of the reader; null when a person added it.';
comment on column outcome.replaces_id is 'The outcome of the earlier version whose changed sentence this is.';
comment on column outcome.revision is 'Counts every change; a decision names the revision it saw.';
comment on column outcome.at is 'When it was proposed or added.';
comment on column outcome.by is 'Who adopted the report or added the outcome.';
comment on column outcome.search is 'Word stems and words, without accents.';

create table outcome_party (
  outcome_id uuid not null references outcome,
  report_id uuid not null references report,
  role text not null check (role in ('by', 'to')),
  ordinal integer not null check (ordinal >= 1),
  party_id uuid references party,
  body_id uuid references body,
  as_written text not null,
  primary key (outcome_id, role, ordinal),
  check (party_id is null or body_id is null)
);
create index on outcome_party (party_id);
comment on table outcome_party is 'Who an outcome comes from and whom it addresses. None by: the meeting as a whole speaks.';
comment on column outcome_party.outcome_id is 'The outcome.';
comment on column outcome_party.report_id is 'The report, for the rule who sees it.';
comment on column outcome_party.role is 'by or to.';
comment on column outcome_party.ordinal is 'Place in the list.';
comment on column outcome_party.party_id is 'The party; null while the name is not resolved, or a body is meant.';
comment on column outcome_party.body_id is 'The body, where one is meant (the Secretariat, a working group).';
comment on column outcome_party.as_written is 'As printed.';

create table outcome_revision (
  id uuid primary key,
  outcome_id uuid not null references outcome,
  report_id uuid not null references report,
  revision integer not null,
  verb text not null check (verb in ('added', 'confirmed', 'edited', 'rejected', 'reopened', 'carried', 'withdrawn', 'undone')),
  batch uuid not null,
  undoes uuid,
  before jsonb,
  after jsonb not null,
  at timestamptz not null,
  by uuid not null references person,
  unique (outcome_id, revision)
);
create index on outcome_revision (batch);
create index on outcome_revision (report_id, at desc);
comment on table outcome_revision is 'Every decision on an outcome with what it was before and after. Appended only; the source of undo.';
comment on column outcome_revision.id is 'UUID version 7.';
comment on column outcome_revision.outcome_id is 'The outcome.';
comment on column outcome_revision.report_id is 'The report, for the rule who sees it.';
comment on column outcome_revision.revision is 'Revision the decision made.';
comment on column outcome_revision.verb is 'added, confirmed, edited, rejected, reopened, carried (into a corrected version), withdrawn or undone.';
comment on column outcome_revision.batch is 'Same for everything decided in one step; what undo takes back.';
comment on column outcome_revision.undoes is 'The batch this one took back.';
comment on column outcome_revision.before is 'The outcome as it was; null when the step added it.';
comment on column outcome_revision.after is 'The outcome as it became.';
comment on column outcome_revision.at is 'When.';
comment on column outcome_revision.by is 'Who.';

create trigger transition before update on import for each row execute function check_transition('import', 'state');
create trigger transition before update on report for each row execute function check_transition('report', 'stage');
create trigger transition before update on outcome for each row execute function check_transition('outcome', 'state');
create trigger transition before update on finding for each row execute function check_transition('finding', 'state');
create trigger revision before update on report for each row execute function check_revision('report');
create trigger revision before update on outcome for each row execute function check_revision('outcome');
