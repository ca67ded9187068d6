-- Follow-up: what became of it. A commitment is raised by one or more outcomes and held by owners, each with a state and words of
-- their own; activities are what is done about it; progress is what an owner says of it, with evidence.
-- Nothing is overwritten: every change is a row of commitment_revision. Whether something is due, late or silent is computed from the clock.

insert into record_transition values
  ('commitment', 'open', 'completed'), ('commitment', 'completed', 'open'), ('commitment', 'open', 'superseded'),
  ('commitment', 'superseded', 'open'), ('commitment', 'open', 'withdrawn'), ('commitment', 'withdrawn', 'open'),
  ('owner', 'asked', 'accepted'), ('owner', 'asked', 'declined'), ('owner', 'asked', 'claimed'), ('owner', 'accepted', 'claimed'),
  ('owner', 'accepted', 'declined'), ('owner', 'declined', 'accepted'), ('owner', 'declined', 'asked'), ('owner', 'claimed', 'confirmed'),
  ('owner', 'claimed', 'accepted'), ('owner', 'confirmed', 'accepted'), ('owner', 'accepted', 'released'), ('owner', 'asked', 'released'),
  ('owner', 'declined', 'released'), ('owner', 'claimed', 'released'), ('owner', 'released', 'asked'),
  ('activity', 'planned', 'confirmed'), ('activity', 'planned', 'held'), ('activity', 'planned', 'postponed'), ('activity', 'planned', 'cancelled'),
  ('activity', 'confirmed', 'held'), ('activity', 'confirmed', 'postponed'), ('activity', 'confirmed', 'cancelled'),
  ('activity', 'postponed', 'planned'), ('activity', 'postponed', 'confirmed'), ('activity', 'postponed', 'cancelled'), ('activity', 'postponed', 'held'),
  ('activity', 'cancelled', 'planned'), ('activity', 'held', 'confirmed');

create sequence commitment_number;

create table commitment (
  id uuid primary key,
  number integer not null unique default nextval('commitment_number'),
  title text not null check (length(trim(title)) between 3 and 300),
  wording text not null default '' check (length(wording) <= 5000),
  language text not null default 'en',
  body_id uuid references body,
  state text not null default 'open' check (state in ('open', 'completed', 'superseded', 'withdrawn')),
  audience text not null default 'participants' check (audience in ('participants', 'public')),
  due_from date,
  due_until date,
  recurs text check (recurs in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
  recurs_until date,
  occurrence integer not null default 1 check (occurrence >= 1),
  superseded_by_id uuid references commitment,
  reason text,
  raised_at timestamptz not null,
  raised_by uuid not null references person,
  revision integer not null default 1,
  check ((due_from is null) = (due_until is null) and due_until >= due_from),
  check (recurs is null or due_until is not null),
  check (recurs_until is null or recurs is not null),
  check ((state = 'superseded') <= (superseded_by_id is not null)),
  check (superseded_by_id <> id),
  check ((state in ('withdrawn', 'superseded')) <= (reason is not null and length(trim(reason)) > 0))
);
create index on commitment (body_id);
create index on commitment (state, due_until);
create index on commitment (superseded_by_id) where superseded_by_id is not null;
create trigger commitment_state before update on commitment for each row execute function check_transition('commitment', 'state');
create trigger commitment_revision before update on commitment for each row execute function check_revision('commitment');
comment on table commitment is 'What the dialogue follows up. Raised by one or more outcomes, held by owners.';
comment on column commitment.id is 'UUID version 7.';
comment on column commitment.number is 'Permanent number people cite: C-12.';
comment on column commitment.title is 'What is to be done, in a few words.';
comment on column commitment.wording is 'What is to be done, in full; empty when the sentences of its outcomes say it.';
comment on column commitment.language is 'BCP 47 language of title and wording.';
comment on column commitment.body_id is 'The body that follows it up; its chair may confirm completion.';
comment on column commitment.state is 'open, completed (every owner that did not decline is confirmed), superseded or withdrawn.';
comment on column commitment.audience is 'participants, or public.';
comment on column commitment.due_from is 'Earliest day it can be due; null with due_until when no day was named.';
comment on column commitment.due_until is 'Latest day of the interval in which it is due (inclusive).';
comment on column commitment.recurs is 'How often it is due again after due_until; null when once.';
comment on column commitment.recurs_until is 'Last day on which it can be due again.';
comment on column commitment.occurrence is 'Which time it is due now, from 1; a completed occurrence of a recurring commitment opens the next.';
comment on column commitment.superseded_by_id is 'The commitment that took its place.';
comment on column commitment.reason is 'Why it was withdrawn or superseded.';
comment on column commitment.raised_at is 'When it was raised.';
comment on column commitment.raised_by is 'Who raised it.';
comment on column commitment.revision is 'Counts changes; a writer names the one they saw.';

create table commitment_outcome (
  commitment_id uuid not null references commitment,
  outcome_id uuid not null references outcome,
  at timestamptz not null,
  by uuid not null references person,
  primary key (commitment_id, outcome_id)
);
create index on commitment_outcome (outcome_id);
-- Who sees an outcome is asked for each row that names one; this index answers without the texts.
create index outcome_seen on outcome (id) include (report_id, state);
comment on table commitment_outcome is 'Which outcomes raise a commitment: many outcomes, one commitment, and the reverse.';
comment on column commitment_outcome.commitment_id is 'The commitment.';
comment on column commitment_outcome.outcome_id is 'An outcome that asks for it.';
comment on column commitment_outcome.at is 'When it was tied.';
comment on column commitment_outcome.by is 'Who tied it.';

create table commitment_goal (
  commitment_id uuid not null references commitment,
  goal_id uuid not null references goal,
  primary key (commitment_id, goal_id)
);
create index on commitment_goal (goal_id);
comment on table commitment_goal is 'Goals a commitment serves.';
comment on column commitment_goal.commitment_id is 'The commitment.';
comment on column commitment_goal.goal_id is 'A goal: generation and number.';

create table commitment_owner (
  id uuid primary key,
  commitment_id uuid not null references commitment,
  party_id uuid references party,
  body_id uuid references body,
  ordinal integer not null check (ordinal >= 1),
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'claimed', 'confirmed', 'released')),
  words text not null default '' check (length(words) <= 2000),
  reason text check (length(reason) <= 2000),
  since timestamptz not null,
  confirmed_by uuid references person,
  revision integer not null default 1,
  check ((party_id is null) <> (body_id is null)),
  check ((state = 'declined') <= (reason is not null and length(trim(reason)) > 0)),
  check ((state = 'confirmed') = (confirmed_by is not null)),
  unique nulls not distinct (commitment_id, party_id, body_id),
  unique (id, commitment_id)
);
create index on commitment_owner (party_id, state);
create index on commitment_owner (body_id) where body_id is not null;
create trigger owner_state before update on commitment_owner for each row execute function check_transition('owner', 'state');
create trigger owner_revision before update on commitment_owner for each row execute function check_revision('owner');
comment on table commitment_owner is 'Who holds a commitment: a state, an organisation or a body, each with a state and words of their own.';
comment on column commitment_owner.id is 'UUID version 7.';
comment on column commitment_owner.commitment_id is 'The commitment.';
comment on column commitment_owner.party_id is 'The party, or null for a body.';
comment on column commitment_owner.body_id is 'The body, or null for a party.';
comment on column commitment_owner.ordinal is 'Order in which owners are printed.';
comment on column commitment_owner.state is 'asked, accepted (taken on), declined, claimed (says it is done), confirmed (somebody else agrees), released (no owner any longer).';
comment on column commitment_owner.words is 'What the owner says it will do, in its own words.';
comment on column commitment_owner.reason is 'Why it declined or was released, or why a claim was not confirmed.';
comment on column commitment_owner.since is 'When it came into this state.';
comment on column commitment_owner.confirmed_by is 'Who confirmed completion: the chair, or a person of another party.';
comment on column commitment_owner.revision is 'Counts changes; a writer names the one they saw.';

create table commitment_addressee (
  id uuid primary key,
  commitment_id uuid not null references commitment,
  party_id uuid references party,
  body_id uuid references body,
  ordinal integer not null check (ordinal >= 1),
  response text check (response in ('supported', 'in-part', 'noted', 'declined')),
  reason text check (length(reason) <= 2000),
  responded_at timestamptz,
  responded_by uuid references person,
  revision integer not null default 1,
  check ((party_id is null) <> (body_id is null)),
  check ((response in ('in-part', 'declined')) <= (reason is not null and length(trim(reason)) > 0)),
  check ((response is null) = (responded_at is null)),
  unique nulls not distinct (commitment_id, party_id, body_id)
);
create index on commitment_addressee (party_id);
create trigger addressee_revision before update on commitment_addressee for each row execute function check_revision('addressee');
comment on table commitment_addressee is 'To whom a commitment is addressed, and what they answered.';
comment on column commitment_addressee.id is 'UUID version 7.';
comment on column commitment_addressee.commitment_id is 'The commitment.';
comment on column commitment_addressee.party_id is 'The party, or null for a body.';
comment on column commitment_addressee.body_id is 'The body, or null for a party.';
comment on column commitment_addressee.ordinal is 'Order in which they are printed.';
comment on column commitment_addressee.response is 'supported, in-part, noted or declined, as recommendations of a peer review are answered; null while unanswered.';
comment on column commitment_addressee.reason is 'Why in part, or why declined.';
comment on column commitment_addressee.responded_at is 'When it was answered.';
comment on column commitment_addressee.responded_by is 'Who answered for them.';
comment on column commitment_addressee.revision is 'Counts changes; a writer names the one they saw.';

create table progress_report (
  id uuid primary key,
  commitment_id uuid not null references commitment,
  owner_id uuid not null,
  occurrence integer not null default 1,
  day date not null,
  text text not null check (length(trim(text)) between 3 and 5000),
  language text not null default 'en',
  audience text not null check (audience in ('party', 'participants', 'public')),
  at timestamptz not null,
  by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  corrects_id uuid,
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (owner_id, commitment_id) references commitment_owner (id, commitment_id),
  unique (id, owner_id),
  foreign key (corrects_id, owner_id) references progress_report (id, owner_id)
);
create index on progress_report (commitment_id, day desc);
create index on progress_report (owner_id);
comment on table progress_report is 'What an owner says of its progress on a day. Appended; a correction withdraws one and appends another.';
comment on column progress_report.id is 'UUID version 7.';
comment on column progress_report.commitment_id is 'The commitment.';
comment on column progress_report.owner_id is 'The owner who speaks.';
comment on column progress_report.occurrence is 'Which time of a recurring commitment it is about.';
comment on column progress_report.day is 'The day it is about.';
comment on column progress_report.text is 'What was done.';
comment on column progress_report.language is 'BCP 47 language of the text.';
comment on column progress_report.audience is 'party: an internal note, for the people of the owner alone; participants; public.';
comment on column progress_report.at is 'When it was written.';
comment on column progress_report.by is 'Who wrote it.';
comment on column progress_report.withdrawn_at is 'From then on it is no longer said.';
comment on column progress_report.withdrawn_reason is 'Why.';
comment on column progress_report.corrects_id is 'The earlier report this one corrects.';

-- A file of evidence is seen by who sees the evidence, not by who reviews reports: so a file says what it was received for.
alter table stored_file add column purpose text not null default 'record' check (purpose in ('record', 'evidence'));
comment on column stored_file.purpose is 'record: a text on its way into the records, seen by its reviewers. evidence: of a progress report, seen by who sees that.';

create table evidence (
  id uuid primary key,
  progress_id uuid not null references progress_report,
  kind text not null check (kind in ('paragraph', 'file', 'link')),
  paragraph_id uuid references paragraph,
  file_id uuid references stored_file,
  link text check (link ~ '^https://' and length(link) <= 2000),
  title text not null check (length(trim(title)) between 1 and 300),
  audience text not null check (audience in ('party', 'participants', 'public')),
  check ((kind = 'paragraph') = (paragraph_id is not null)),
  check ((kind = 'file') = (file_id is not null)),
  check ((kind = 'link') = (link is not null))
);
create index on evidence (progress_id);
create index on evidence (paragraph_id) where paragraph_id is not null;
create index on evidence (file_id) where file_id is not null;
comment on table evidence is 'What a progress report rests on: a paragraph of a report, a file or a link.';
comment on column evidence.id is 'UUID version 7.';
comment on column evidence.progress_id is 'The progress report.';
comment on column evidence.kind is 'paragraph, file or link.';
comment on column evidence.paragraph_id is 'The paragraph, when it is one.';
comment on column evidence.file_id is 'The file, when it is one.';
comment on column evidence.link is 'The https address, when it is one.';
comment on column evidence.title is 'What a reader sees.';
comment on column evidence.audience is 'party, participants or public; never wider than its progress report shows.';

create table commitment_heard (
  commitment_id uuid not null references commitment,
  audience text not null check (audience in ('participants', 'public')),
  heard_on date not null,
  primary key (commitment_id, audience)
);
comment on table commitment_heard is 'The last day something was heard of a commitment, for each audience, so that silence can be listed. Kept by triggers; an internal note is no sign for others.';
comment on column commitment_heard.commitment_id is 'The commitment.';
comment on column commitment_heard.audience is 'Who may know: participants (they see both), or public.';
comment on column commitment_heard.heard_on is 'The newest day of an outcome, progress report or held activity that this audience may see.';

create table update_request (
  id uuid primary key,
  commitment_id uuid not null references commitment,
  owner_id uuid not null,
  answer_by date,
  note text not null default '' check (length(note) <= 2000),
  at timestamptz not null,
  by uuid not null references person,
  answered_at timestamptz,
  answered_by_id uuid references progress_report,
  foreign key (owner_id, commitment_id) references commitment_owner (id, commitment_id),
  check ((answered_at is null) = (answered_by_id is null))
);
create index on update_request (commitment_id);
create index on update_request (owner_id) where answered_at is null;
comment on table update_request is 'Somebody asks an owner how it stands.';
comment on column update_request.id is 'UUID version 7.';
comment on column update_request.commitment_id is 'The commitment.';
comment on column update_request.owner_id is 'The owner who is asked.';
comment on column update_request.answer_by is 'Until which day an answer is hoped for.';
comment on column update_request.note is 'What is asked.';
comment on column update_request.at is 'When it was asked.';
comment on column update_request.by is 'Who asks.';
comment on column update_request.answered_at is 'When the owner answered with a report others can read; kept by a trigger.';
comment on column update_request.answered_by_id is 'The progress report that answers.';

create table commitment_revision (
  commitment_id uuid not null references commitment,
  n integer not null default 0 check (n >= 1),
  verb text not null check (verb in ('raised', 'edited', 'outcome-added', 'outcome-removed', 'owner-added', 'asked', 'taken-on', 'declined', 'reported', 'corrected',
    'progress-withdrawn', 'update-asked', 'claimed', 'confirmed', 'returned', 'released', 'responded', 'completed', 'renewed', 'superseded', 'withdrawn', 'reopened')),
  owner_id uuid references commitment_owner,
  before jsonb,
  after jsonb not null,
  at timestamptz not null,
  by uuid not null references person,
  primary key (commitment_id, n)
);
comment on table commitment_revision is 'Every change of a commitment, its owners and addressees: what, before, after, who and when. Appended only; never holds an internal note.';
comment on column commitment_revision.commitment_id is 'The commitment.';
comment on column commitment_revision.n is 'Counts from 1 without gaps; given by the database, whatever the writer says.';
comment on column commitment_revision.verb is 'What was done; the list is the check of the column. completed and renewed follow by themselves when the last owner is confirmed.';
comment on column commitment_revision.owner_id is 'The owner it is about, when it is about one.';
comment on column commitment_revision.before is 'What stood before; null for the first.';
comment on column commitment_revision.after is 'What stands after.';
comment on column commitment_revision.at is 'When.';
comment on column commitment_revision.by is 'Who.';

create sequence activity_number;

create table activity (
  id uuid primary key,
  number integer not null unique default nextval('activity_number'),
  kind text not null check (kind in ('meeting', 'expert-meeting', 'training', 'study-visit', 'publication', 'project', 'deployment', 'query', 'procedure', 'other')),
  title text not null check (length(trim(title)) between 3 and 300),
  description text not null default '' check (length(description) <= 5000),
  language text not null default 'en',
  body_id uuid references body,
  meeting_id uuid references meeting,
  state text not null default 'planned' check (state in ('planned', 'confirmed', 'postponed', 'held', 'cancelled')),
  audience text not null default 'participants' check (audience in ('participants', 'public')),
  starts_from date,
  starts_until date,
  ends_on date,
  place text not null default '' check (length(place) <= 200),
  funding text not null default '' check (length(funding) <= 500),
  strand text,
  plan_entry text,
  reason text,
  at timestamptz not null,
  by uuid not null references person,
  revision integer not null default 1,
  check ((starts_from is null) = (starts_until is null) and starts_until >= starts_from),
  check (ends_on is null or starts_from is not null and ends_on >= starts_from),
  check ((state in ('postponed', 'cancelled')) <= (reason is not null and length(trim(reason)) > 0)),
  check (state <> 'held' or starts_from is not null)
);
create index on activity (starts_from);
create index on activity (body_id);
create index on activity (meeting_id) where meeting_id is not null;
create unique index on activity (plan_entry) where plan_entry is not null;
create trigger activity_state before update on activity for each row execute function check_transition('activity', 'state');
create trigger activity_revision before update on activity for each row execute function check_revision('activity');
comment on table activity is 'What is done about commitments: a meeting, training, study visit, publication, project …';
comment on column activity.id is 'UUID version 7.';
comment on column activity.number is 'Permanent number people cite: A-7.';
comment on column activity.kind is 'What sort of activity.';
comment on column activity.title is 'In a few words.';
comment on column activity.description is 'In full.';
comment on column activity.language is 'BCP 47 language of title and description.';
comment on column activity.body_id is 'The body it is held for.';
comment on column activity.meeting_id is 'The meeting of the records or the meeting cycle that it is, when it is one.';
comment on column activity.state is 'planned, confirmed, postponed, held or cancelled.';
comment on column activity.audience is 'participants, or public.';
comment on column activity.starts_from is 'Earliest day it can start; equal to starts_until when the day is fixed.';
comment on column activity.starts_until is 'Latest day it can start.';
comment on column activity.ends_on is 'Last day; null when it takes one day or is unknown.';
comment on column activity.place is 'Where.';
comment on column activity.funding is 'Who pays, as the plan says.';
comment on column activity.strand is 'Key of the strand of the plan.';
comment on column activity.plan_entry is 'Address of the entry of the endorsed plan it comes from: cycle, entry.';
comment on column activity.reason is 'Why it was postponed or cancelled.';
comment on column activity.at is 'When it was entered.';
comment on column activity.by is 'Who entered it.';
comment on column activity.revision is 'Counts changes; also the SEQUENCE of its calendar entry.';

create table activity_party (
  activity_id uuid not null references activity,
  role text not null check (role in ('lead', 'partner', 'host', 'funder')),
  ordinal integer not null check (ordinal >= 1),
  party_id uuid references party,
  body_id uuid references body,
  primary key (activity_id, role, ordinal),
  check ((party_id is null) <> (body_id is null))
);
create index on activity_party (party_id);
comment on table activity_party is 'Who leads, hosts, pays for or takes part in an activity.';
comment on column activity_party.activity_id is 'The activity.';
comment on column activity_party.role is 'lead, partner, host or funder.';
comment on column activity_party.ordinal is 'Order within the role.';
comment on column activity_party.party_id is 'The party, or null for a body.';
comment on column activity_party.body_id is 'The body, or null for a party.';

create table activity_commitment (
  activity_id uuid not null references activity,
  commitment_id uuid not null references commitment,
  primary key (activity_id, commitment_id)
);
create index on activity_commitment (commitment_id);
comment on table activity_commitment is 'Which commitments an activity fulfils.';
comment on column activity_commitment.activity_id is 'The activity.';
comment on column activity_commitment.commitment_id is 'The commitment.';

create table activity_goal (
  activity_id uuid not null references activity,
  goal_id uuid not null references goal,
  primary key (activity_id, goal_id)
);
create index on activity_goal (goal_id);
comment on table activity_goal is 'Goals an activity serves.';
comment on column activity_goal.activity_id is 'The activity.';
comment on column activity_goal.goal_id is 'A goal: generation and number.';

create table saved_view (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null check (length(trim(name)) between 1 and 80),
  address text not null check (address ~ '^/[a-z]' and length(address) <= 1000),
  at timestamptz not null,
  unique (person_id, name)
);
comment on table saved_view is 'A list with its filters that a person keeps under a name.';
comment on column saved_view.id is 'UUID version 7.';
comment on column saved_view.person_id is 'Whose it is; nobody else sees it.';
comment on column saved_view.name is 'As the person calls it.';
comment on column saved_view.address is 'Path and query of the list, without language.';
comment on column saved_view.at is 'When it was kept.';
