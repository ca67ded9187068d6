-- Delegations: one unit a party, filed by its focal point, approved by the Secretariat. What is written is seen by the party alone until it is submitted;
-- what was approved is a copy of its own (participant), so that a change after approval is visible and takes effect when it is approved again.

create table delegation (
  id uuid primary key,
  meeting_id uuid not null references meeting_call,
  party_id uuid not null references party,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'returned', 'changed')),
  reason text check (length(trim(reason)) between 1 and 1000),
  submitted_at timestamptz,
  submitted_by uuid references person,
  decided_at timestamptz,
  decided_by uuid references person,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  unique (meeting_id, party_id),
  unique (id, meeting_id, party_id),
  foreign key (meeting_id, party_id) references meeting_invitation (meeting_id, party_id),
  check ((state = 'returned') <= (reason is not null)),
  check ((submitted_at is null) = (submitted_by is null)),
  check ((decided_at is null) = (decided_by is null))
);
create index on delegation (party_id);
comment on table delegation is 'Who a party sends to a meeting, as one unit.';
comment on column delegation.id is 'UUID version 7.';
comment on column delegation.meeting_id is 'The meeting.';
comment on column delegation.party_id is 'The party; invited to the meeting.';
comment on column delegation.state is 'draft (seen by the party alone), submitted, approved, returned (with a reason), changed (approved before, changed since, not submitted again).';
comment on column delegation.reason is 'Why it was returned.';
comment on column delegation.submitted_at is 'When it was submitted last; late when after delegations_due.';
comment on column delegation.submitted_by is 'The focal point who did.';
comment on column delegation.decided_at is 'When it was approved or returned last.';
comment on column delegation.decided_by is 'Who decided.';
comment on column delegation.revision is 'Counts every change of the unit or its members.';
comment on column delegation.at is 'When it was begun.';
comment on column delegation.by is 'Who began it.';

create table delegate (
  id uuid primary key,
  delegation_id uuid not null references delegation,
  ordinal integer not null check (ordinal >= 1),
  name text not null check (length(trim(name)) between 1 and 200),
  function text check (length(trim(function)) between 1 and 300),
  role text not null check (role in ('head', 'member', 'observer', 'adviser')),
  email text check (length(email) between 3 and 320),
  person_id uuid references person,
  removed_at timestamptz,
  at timestamptz not null,
  by uuid not null references person
);
create index on delegate (delegation_id);
create index on delegate (person_id) where person_id is not null;
create unique index one_head on delegate (delegation_id) where role = 'head' and removed_at is null;
comment on table delegate is 'A person in a delegation, as the party wrote it.';
comment on column delegate.id is 'UUID version 7; the badge and the check-in go by it.';
comment on column delegate.delegation_id is 'The delegation.';
comment on column delegate.ordinal is 'Place in the delegation, after the head.';
comment on column delegate.name is 'Name as it is to be printed.';
comment on column delegate.function is 'Function and service, as to be printed.';
comment on column delegate.role is 'head, member, observer or adviser. One head a delegation.';
comment on column delegate.email is 'For the invitation and its calendar entry.';
comment on column delegate.person_id is 'The account of this person, where there is one.';
comment on column delegate.removed_at is 'No longer in the delegation.';
comment on column delegate.at is 'When they were added.';
comment on column delegate.by is 'Who added them.';

create table delegate_day (
  delegate_id uuid not null references delegate on delete cascade,
  day date not null,
  mode text not null check (mode in ('in-room', 'online')),
  primary key (delegate_id, day)
);
comment on table delegate_day is 'On which days a delegate takes part, and how.';
comment on column delegate_day.delegate_id is 'The delegate.';
comment on column delegate_day.day is 'A day of the meeting.';
comment on column delegate_day.mode is 'in-room or online.';

create table delegate_need (
  id uuid primary key,
  delegate_id uuid not null references delegate on delete cascade,
  kind text not null check (kind in ('visa-letter', 'interpretation', 'access', 'dietary')),
  text text not null check (length(trim(text)) between 1 and 1000),
  delete_on date not null,
  at timestamptz not null,
  by uuid not null references person,
  unique (delegate_id, kind)
);
create index on delegate_need (delete_on);
comment on table delegate_need is 'What a delegate needs, and what a visa letter needs of them. Seen by the party and, once submitted, by the Secretariat alone; deleted by itself.';
comment on column delegate_need.id is 'UUID version 7.';
comment on column delegate_need.delegate_id is 'The delegate.';
comment on column delegate_need.kind is 'visa-letter (passport data as needed for it), interpretation (language), access, dietary.';
comment on column delegate_need.text is 'What is needed.';
comment on column delegate_need.delete_on is 'On this day it is deleted: last day of the meeting and the days its call states.';
comment on column delegate_need.at is 'When it was written.';
comment on column delegate_need.by is 'Who wrote it.';

create table participant (
  id uuid primary key references delegate,
  meeting_id uuid not null references meeting_call,
  party_id uuid not null references party,
  delegation_id uuid not null,
  ordinal integer not null,
  name text not null,
  function text,
  role text not null check (role in ('head', 'member', 'observer', 'adviser')),
  in_room date[] not null default '{}',
  online date[] not null default '{}',
  person_id uuid references person,
  left_at timestamptz,
  approved_at timestamptz not null,
  approved_by uuid not null references person,
  foreign key (delegation_id, meeting_id, party_id) references delegation (id, meeting_id, party_id)
);
create index on participant (meeting_id, party_id);
create index on participant (person_id) where person_id is not null;
comment on table participant is 'A delegate as approved: what lists, badges and the floor go by. Replaced when the delegation is approved again.';
comment on column participant.id is 'The delegate.';
comment on column participant.meeting_id is 'The meeting.';
comment on column participant.party_id is 'The party.';
comment on column participant.delegation_id is 'The delegation.';
comment on column participant.ordinal is 'Place in the delegation.';
comment on column participant.name is 'As approved.';
comment on column participant.function is 'As approved.';
comment on column participant.role is 'head, member, observer or adviser.';
comment on column participant.in_room is 'Days in the room.';
comment on column participant.online is 'Days online.';
comment on column participant.person_id is 'The account of this person, where there is one.';
comment on column participant.left_at is 'From then on no longer in the delegation; kept for who had checked in.';
comment on column participant.approved_at is 'When it was approved.';
comment on column participant.approved_by is 'Who approved.';

create table check_in (
  id uuid primary key,
  participant_id uuid not null references participant,
  day date not null,
  at timestamptz not null,
  received_at timestamptz not null,
  mode text not null check (mode in ('in-room', 'online')),
  by uuid not null references person,
  unique (participant_id, day)
);
comment on table check_in is 'Who came on which day.';
comment on column check_in.id is 'Made by the device that checked in, so that a repeated send counts once.';
comment on column check_in.participant_id is 'Who.';
comment on column check_in.day is 'Day of the meeting, in its zone.';
comment on column check_in.at is 'When the badge was read, as the device says.';
comment on column check_in.received_at is 'When it arrived here; later when the device was offline.';
comment on column check_in.mode is 'in-room or online.';
comment on column check_in.by is 'Who read the badge.';

insert into record_transition (thing, from_state, to_state) values
  ('delegation', 'draft', 'submitted'), ('delegation', 'submitted', 'approved'), ('delegation', 'submitted', 'returned'), ('delegation', 'submitted', 'draft'),
  ('delegation', 'returned', 'submitted'), ('delegation', 'approved', 'changed'), ('delegation', 'changed', 'submitted'), ('delegation', 'approved', 'returned');
create trigger transition before update on delegation for each row execute function check_transition('delegation', 'state');
create trigger revision before update on delegation for each row execute function check_revision('delegation');
