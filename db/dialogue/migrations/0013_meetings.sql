-- A meeting that is prepared and held here: its call, its sessions in a tree, who is invited and what they answered, its papers.
-- A meeting known from its report alone has a row in meeting and none of these. Whether an answer is late is computed from the clock.

create table meeting_call (
  meeting_id uuid primary key references meeting,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  stage text not null default 'draft' check (stage in ('draft', 'called', 'open', 'closed', 'cancelled')),
  template text not null check (template in ('senior-officials', 'working-group', 'thematic', 'ministerial', 'other')),
  zone text not null,
  host_party_id uuid references party,
  theme jsonb check (is_language_map(theme)),
  concept jsonb check (is_language_map(concept)),
  languages text[] not null default '{en}' check (cardinality(languages) >= 1),
  ordering text not null default 'short-name-en' check (ordering in ('short-name-en', 'short-name-ru', 'short-name-tr', 'short-name-ar')),
  announced boolean not null default false,
  list_published boolean not null default true,
  answers_due timestamptz,
  delegations_due timestamptz,
  needs_kept_days integer not null default 30 check (needs_kept_days between 0 and 365),
  saved_date_at timestamptz,
  called_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  cancelled_reason text check (length(trim(cancelled_reason)) between 1 and 1000),
  changes integer not null default 0 check (changes >= 0),
  changed_at timestamptz,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  check ((stage = 'cancelled') = (cancelled_reason is not null)),
  check (stage not in ('called', 'open', 'closed') or called_at is not null)
);
create index on meeting_call (stage);
create index on meeting_call (host_party_id) where host_party_id is not null;
comment on table meeting_call is 'How a meeting is prepared and held: one row for each meeting that Redthread runs. Title, days, place, mode and rule stand in meeting.';
comment on column meeting_call.meeting_id is 'The meeting.';
comment on column meeting_call.slug is 'Name in addresses, /meetings/<slug>; never changes.';
comment on column meeting_call.stage is 'draft (being prepared), called (invitations are out), open (in session), closed, cancelled.';
comment on column meeting_call.template is 'From which frame of the annual calendar it was made.';
comment on column meeting_call.zone is 'IANA time zone of the place; hours and deadlines are stated in it.';
comment on column meeting_call.host_party_id is 'The party that hosts it.';
comment on column meeting_call.theme is 'What it is about, one line, by language.';
comment on column meeting_call.concept is 'Concept note, by language.';
comment on column meeting_call.languages is 'Languages spoken with interpretation, BCP 47.';
comment on column meeting_call.ordering is 'Named rule by which delegations are ordered: by common short name in a language, collated by that language. The tour de table and every list follow it.';
comment on column meeting_call.announced is 'Whether the public may know that it takes place: title, theme, days, place.';
comment on column meeting_call.list_published is 'Whether a list of participants may be published. Under the Chatham House Rule for the whole meeting it must be false.';
comment on column meeting_call.answers_due is 'Until when invited parties are asked to answer.';
comment on column meeting_call.delegations_due is 'Until when delegations are to be filed.';
comment on column meeting_call.needs_kept_days is 'Days after the last day of the meeting when needs of delegates are deleted.';
comment on column meeting_call.saved_date_at is 'When the save-the-date went out.';
comment on column meeting_call.called_at is 'When the invitations went out.';
comment on column meeting_call.opened_at is 'When the meeting was opened, first.';
comment on column meeting_call.closed_at is 'When the meeting was closed, last.';
comment on column meeting_call.cancelled_reason is 'Why it was cancelled, as told to the parties.';
comment on column meeting_call.changes is 'How often title, days, place or mode were changed after the invitations were out; the invited are told of each.';
comment on column meeting_call.changed_at is 'When that happened last.';
comment on column meeting_call.revision is 'Counts changes of the call and its stage.';
comment on column meeting_call.at is 'When it was prepared.';
comment on column meeting_call.by is 'Who prepared it.';

create table meeting_session (
  id uuid primary key,
  meeting_id uuid not null references meeting_call,
  parent_id uuid,
  ordinal integer not null check (ordinal >= 1),
  kind text not null check (kind in ('opening', 'plenary', 'tour-de-table', 'break-out', 'closing', 'other')),
  title jsonb not null check (is_language_map(title)),
  questions jsonb check (is_language_map(questions)),
  starts_at timestamptz,
  ends_at timestamptz,
  room text check (length(trim(room)) between 1 and 200),
  goal_id uuid references goal,
  rule text check (rule in ('chatham-house')),
  state text not null default 'planned' check (state in ('planned', 'open', 'suspended', 'closed')),
  seconds_each integer check (seconds_each between 10 and 7200),
  seconds_party integer check (seconds_party between 10 and 36000),
  removed_at timestamptz,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  unique (meeting_id, id),
  foreign key (meeting_id, parent_id) references meeting_session (meeting_id, id),
  check (ends_at > starts_at),
  check (parent_id <> id)
);
create index on meeting_session (meeting_id, ordinal);
create index on meeting_session (parent_id) where parent_id is not null;
create index on meeting_session (goal_id) where goal_id is not null;
comment on table meeting_session is 'A part of a meeting; parts can have parts (break-outs within a plenary).';
comment on column meeting_session.id is 'UUID version 7.';
comment on column meeting_session.meeting_id is 'The meeting.';
comment on column meeting_session.parent_id is 'The session it is a part of; null at the top.';
comment on column meeting_session.ordinal is 'Place among the sessions of the meeting.';
comment on column meeting_session.kind is 'opening, plenary, tour-de-table, break-out, closing or other.';
comment on column meeting_session.title is 'Title, by language.';
comment on column meeting_session.questions is 'Guiding questions, one a line, by language.';
comment on column meeting_session.starts_at is 'When it is planned to begin.';
comment on column meeting_session.ends_at is 'When it is planned to end.';
comment on column meeting_session.room is 'Room, as signposted.';
comment on column meeting_session.goal_id is 'The goal it is about, for a break-out by goal.';
comment on column meeting_session.rule is 'chatham-house: who said what in this session is shown to who leads the meeting only. A session also carries the rule of its meeting and of the session it is a part of.';
comment on column meeting_session.state is 'planned, open, suspended, closed; the floor is given in an open session only.';
comment on column meeting_session.seconds_each is 'Time for one intervention, seconds; null is unlimited.';
comment on column meeting_session.seconds_party is 'Time for one delegation in the whole session, seconds; null is unlimited.';
comment on column meeting_session.removed_at is 'Taken out of the agenda.';
comment on column meeting_session.revision is 'Counts changes; that others were moved before it is none.';
comment on column meeting_session.at is 'When it was added.';
comment on column meeting_session.by is 'Who added it.';

create table meeting_session_duty (
  session_id uuid not null references meeting_session,
  duty text not null check (duty in ('moderator', 'rapporteur', 'note-taker', 'speaker')),
  ordinal integer not null check (ordinal >= 1),
  party_id uuid references party,
  person_id uuid references person,
  name text not null check (length(trim(name)) between 1 and 200),
  primary key (session_id, duty, ordinal)
);
create index on meeting_session_duty (person_id) where person_id is not null;
create index on meeting_session_duty (party_id) where party_id is not null;
comment on table meeting_session_duty is 'Who moderates, reports on, notes or introduces a session.';
comment on column meeting_session_duty.session_id is 'The session.';
comment on column meeting_session_duty.duty is 'moderator, rapporteur, note-taker or speaker.';
comment on column meeting_session_duty.ordinal is 'Place among those with the same duty.';
comment on column meeting_session_duty.party_id is 'For which party; null for somebody from outside.';
comment on column meeting_session_duty.person_id is 'The account that does it: a moderator or note-taker with an account leads the floor of this session.';
comment on column meeting_session_duty.name is 'As printed in the agenda.';

create table meeting_link (
  id uuid primary key,
  meeting_id uuid not null references meeting_call,
  session_id uuid,
  label text not null check (length(trim(label)) between 1 and 200),
  url text not null check (url ~ '^https://' and length(url) <= 2000),
  removed_at timestamptz,
  at timestamptz not null,
  by uuid not null references person,
  foreign key (meeting_id, session_id) references meeting_session (meeting_id, id)
);
create index on meeting_link (meeting_id);
comment on table meeting_link is 'Where one joins online. Seen by those who lead the meeting and by delegations.';
comment on column meeting_link.id is 'UUID version 7.';
comment on column meeting_link.meeting_id is 'The meeting.';
comment on column meeting_link.session_id is 'The session it is for; null for all of it.';
comment on column meeting_link.label is 'What it is called.';
comment on column meeting_link.url is 'Address, https.';
comment on column meeting_link.removed_at is 'No longer valid.';
comment on column meeting_link.at is 'When it was added.';
comment on column meeting_link.by is 'Who added it.';

create table meeting_invitation (
  id uuid primary key,
  meeting_id uuid not null references meeting_call,
  party_id uuid not null references party,
  standing text not null check (standing in ('member', 'observer', 'guest')),
  seats integer check (seats between 1 and 100),
  answer text check (answer in ('accepted', 'tentative', 'declined')),
  answer_note text check (length(trim(answer_note)) between 1 and 1000),
  answered_at timestamptz,
  answered_by uuid references person,
  withdrawn_at timestamptz,
  invited_again_at timestamptz,
  turns integer not null default 0 check (turns >= 0),
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  unique (meeting_id, party_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index on meeting_invitation (party_id);
comment on table meeting_invitation is 'A party that is invited, and what it answered. It goes out when the meeting is called, later ones at once.';
comment on column meeting_invitation.id is 'UUID version 7.';
comment on column meeting_invitation.meeting_id is 'The meeting.';
comment on column meeting_invitation.party_id is 'The state or organisation invited.';
comment on column meeting_invitation.standing is 'As what: member, observer or guest.';
comment on column meeting_invitation.seats is 'Seats at the table; null is not stated.';
comment on column meeting_invitation.answer is 'accepted, tentative or declined; null while it has not answered.';
comment on column meeting_invitation.answer_note is 'What it says with its answer.';
comment on column meeting_invitation.answered_at is 'When it answered, last; late when after answers_due.';
comment on column meeting_invitation.answered_by is 'Who answered for it.';
comment on column meeting_invitation.withdrawn_at is 'From then on it is not invited any more.';
comment on column meeting_invitation.invited_again_at is 'When it was put back on the list after it had been withdrawn, last.';
comment on column meeting_invitation.turns is 'How often it was withdrawn or invited again: counts into the SEQUENCE of what its people get for their calendars.';
comment on column meeting_invitation.revision is 'Counts answers and changes.';
comment on column meeting_invitation.at is 'When it was put on the list.';
comment on column meeting_invitation.by is 'Who put it there.';

create table meeting_paper (
  id uuid primary key,
  meeting_id uuid not null references meeting_call,
  session_id uuid,
  ordinal integer not null check (ordinal >= 1),
  title jsonb not null check (is_language_map(title)),
  access text not null check (access in ('leaders', 'invited', 'participants', 'public')),
  removed_at timestamptz,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  foreign key (meeting_id, session_id) references meeting_session (meeting_id, id)
);
create index on meeting_paper (meeting_id);
comment on table meeting_paper is 'A paper of a meeting.';
comment on column meeting_paper.id is 'UUID version 7.';
comment on column meeting_paper.meeting_id is 'The meeting.';
comment on column meeting_paper.session_id is 'The session it is for; null for the whole meeting.';
comment on column meeting_paper.ordinal is 'Place among the papers.';
comment on column meeting_paper.title is 'Title, by language.';
comment on column meeting_paper.access is 'leaders (Secretariat and chairs), invited (people of invited parties), participants (of the dialogue), public.';
comment on column meeting_paper.removed_at is 'Taken from the list; its files stay.';
comment on column meeting_paper.revision is 'Counts changes.';
comment on column meeting_paper.at is 'When it was added.';
comment on column meeting_paper.by is 'Who added it.';

create table meeting_paper_version (
  paper_id uuid not null references meeting_paper,
  n integer not null check (n >= 1),
  language text not null,
  file_id uuid not null references stored_file,
  note text check (length(trim(note)) between 1 and 500),
  at timestamptz not null,
  by uuid not null references person,
  primary key (paper_id, language, n)
);
create index on meeting_paper_version (file_id);
comment on table meeting_paper_version is 'A text of a paper. Appended, never changed.';
comment on column meeting_paper_version.paper_id is 'The paper.';
comment on column meeting_paper_version.n is 'Number of the version in its language, from 1.';
comment on column meeting_paper_version.language is 'BCP 47.';
comment on column meeting_paper_version.file_id is 'The file.';
comment on column meeting_paper_version.note is 'What changed.';
comment on column meeting_paper_version.at is 'When it was added.';
comment on column meeting_paper_version.by is 'Who added it.';

insert into record_transition (thing, from_state, to_state) values
  ('meeting_call', 'draft', 'called'), ('meeting_call', 'called', 'open'), ('meeting_call', 'open', 'called'), ('meeting_call', 'open', 'closed'),
  ('meeting_call', 'closed', 'open'), ('meeting_call', 'draft', 'cancelled'), ('meeting_call', 'called', 'cancelled'),
  ('meeting_session', 'planned', 'open'), ('meeting_session', 'open', 'suspended'), ('meeting_session', 'suspended', 'open'),
  ('meeting_session', 'open', 'closed'), ('meeting_session', 'suspended', 'closed'), ('meeting_session', 'closed', 'open');
create trigger transition before update on meeting_call for each row execute function check_transition('meeting_call', 'stage');
create trigger transition before update on meeting_session for each row execute function check_transition('meeting_session', 'state');
create trigger revision before update on meeting_call for each row execute function check_revision('meeting_call');
create trigger revision before update of parent_id, kind, title, questions, starts_at, ends_at, room, goal_id, rule, state, seconds_each, seconds_party, removed_at, revision
  on meeting_session for each row execute function check_revision('meeting_session');
create trigger revision before update on meeting_invitation for each row execute function check_revision('meeting_invitation');
create trigger revision before update on meeting_paper for each row execute function check_revision('meeting_paper');

-- Who leads a session without leading the meeting moves its state and its times for speaking, and nothing else.
create function meeting_session_guard() returns trigger language plpgsql as $$
begin
  if current_user <> 'redthread_app' or app_is_staff() or new.meeting_id = any (app_reviewed_meetings()) then return new; end if;
  if (new.parent_id, new.ordinal, new.kind, new.title, new.questions, new.starts_at, new.ends_at, new.room, new.goal_id, new.rule, new.removed_at)
    is distinct from (old.parent_id, old.ordinal, old.kind, old.title, old.questions, old.starts_at, old.ends_at, old.room, old.goal_id, old.rule, old.removed_at) then
    raise exception using errcode = '42501', message = 'The agenda is changed by who leads the meeting.';
  end if;
  return new;
end $$;
comment on function meeting_session_guard is 'Keeps the agenda to the leaders of the meeting.';
create trigger agenda_guard before update on meeting_session for each row execute function meeting_session_guard();

-- A party answers; whether and as what it is invited is decided by who leads the meeting.
create function meeting_invitation_guard() returns trigger language plpgsql as $$
begin
  if current_user <> 'redthread_app' or app_is_staff() or new.meeting_id = any (app_reviewed_meetings()) then return new; end if;
  if (new.standing, new.seats, new.withdrawn_at, new.invited_again_at, new.turns) is distinct from (old.standing, old.seats, old.withdrawn_at, old.invited_again_at, old.turns) then
    raise exception using errcode = '42501', message = 'Who is invited, and as what, is decided by who leads the meeting.';
  end if;
  return new;
end $$;
comment on function meeting_invitation_guard is 'A party answers its invitation and changes nothing else of it.';
create trigger answer_guard before update on meeting_invitation for each row execute function meeting_invitation_guard();

-- That a meeting is called or cancelled changes what the calendar shows of it. Belongs to redthread_definer (policies/meetings.sql), as stamp_calendar does.
create function stamp_meeting_call() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.stage is distinct from old.stage and new.stage in ('called', 'cancelled') and old.stage <> 'open' then
    update calendar_stamp set sequence = sequence + 1, changed_at = clock_timestamp() where meeting_id = new.meeting_id;
  end if;
  return null;
end $$;
comment on function stamp_meeting_call is 'Keeps calendar_stamp of meetings that are called or cancelled.';
create trigger calendar_stamp after update of stage on meeting_call for each row execute function stamp_meeting_call();

-- Papers are files with a purpose of their own; people are told of calls, of what changes in them, and of answers that are due.
alter table stored_file drop constraint stored_file_purpose_check;
alter table stored_file add constraint stored_file_purpose_check check (purpose in ('record', 'evidence', 'paper'));
comment on column stored_file.purpose is 'record: a text on its way into the records, seen by its reviewers. evidence: of a progress report, seen by who sees that. paper: of a meeting, seen by who sees the paper.';
alter table notice_choice drop constraint notice_choice_kind_check;
alter table notice_choice add constraint notice_choice_kind_check check (kind in ('asked', 'update-asked', 'claim-waiting', 'claim-answered', 'due', 'overdue', 'silence',
  'plan-call', 'plan-deadline', 'comment-round', 'plan-endorsed', 'report', 'tie', 'meeting-call', 'meeting-change', 'meeting-answer'));
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('asked', 'update-asked', 'claim-waiting', 'claim-answered', 'due', 'overdue', 'silence',
  'plan-call', 'plan-deadline', 'comment-round', 'plan-endorsed', 'report', 'tie', 'meeting-call', 'meeting-change', 'meeting-answer'));
