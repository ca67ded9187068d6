-- The implementation plan: a cycle of a body from the call for inputs to the endorsed plan. Whether an input or a comment is late, and whether one is
-- missing, is computed from the clock and the deadline; nothing here says so. A version, once circulated, never changes.

create table plan_cycle (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  body_id uuid not null references body,
  generation_id uuid not null references framework_generation,
  title jsonb not null check (is_language_map(title)),
  call jsonb not null check (is_language_map(call)),
  first_day date not null,
  last_day date not null,
  stage text not null default 'call' check (stage in ('call', 'inputs', 'draft', 'comments', 'revised', 'endorsed')),
  inputs_due timestamptz not null,
  zone text not null,
  late_inputs boolean not null,
  opened_on date,
  comments_due timestamptz,
  endorsed_version_id uuid,
  endorsed_on date,
  endorsed_meeting_id uuid references meeting,
  endorsed_outcome_id uuid references outcome,
  endorsed_note text check (length(trim(endorsed_note)) between 1 and 500),
  endorsed_by uuid references person,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  check (last_day > first_day),
  check ((stage = 'call') = (opened_on is null)),
  check ((stage = 'comments') <= (comments_due is not null)),
  check ((stage = 'endorsed') = (endorsed_version_id is not null)),
  check ((stage = 'endorsed') = (endorsed_on is not null)),
  check ((stage = 'endorsed') = (endorsed_note is not null)),
  check ((stage = 'endorsed') = (endorsed_by is not null)),
  check (stage = 'endorsed' or endorsed_meeting_id is null and endorsed_outcome_id is null)
);
create index on plan_cycle (body_id);
create index on plan_cycle (endorsed_meeting_id) where endorsed_meeting_id is not null;
create index on plan_cycle (endorsed_outcome_id) where endorsed_outcome_id is not null;
comment on table plan_cycle is 'One round of the implementation plan of a body: call for inputs, inputs, draft, comments, revision, endorsement.';
comment on column plan_cycle.id is 'UUID version 7.';
comment on column plan_cycle.slug is 'Name in addresses, /plan/<slug>; never changes.';
comment on column plan_cycle.body_id is 'The body whose plan it is and which endorses it.';
comment on column plan_cycle.generation_id is 'The generation of the framework whose goals the entries serve.';
comment on column plan_cycle.title is 'What the plan is called, by language.';
comment on column plan_cycle.call is 'The call for inputs, by language.';
comment on column plan_cycle.first_day is 'First day of the period the plan is for.';
comment on column plan_cycle.last_day is 'Last day of the period.';
comment on column plan_cycle.stage is 'call (being prepared), inputs, draft (being assembled), comments, revised, endorsed.';
comment on column plan_cycle.inputs_due is 'Last moment for an input to be in time.';
comment on column plan_cycle.zone is 'IANA time zone in which deadlines of this cycle are stated.';
comment on column plan_cycle.late_inputs is 'Whether an input may still be submitted after the deadline, until the draft is circulated; it is then shown as late.';
comment on column plan_cycle.opened_on is 'Day the call went out; the parties asked are those of the roster of that day.';
comment on column plan_cycle.comments_due is 'Last moment for a comment of the present or last round to be in time.';
comment on column plan_cycle.endorsed_version_id is 'The version that was endorsed.';
comment on column plan_cycle.endorsed_on is 'Day of the decision.';
comment on column plan_cycle.endorsed_meeting_id is 'The meeting that decided, where its report is on record.';
comment on column plan_cycle.endorsed_outcome_id is 'The outcome that records the decision, where there is one.';
comment on column plan_cycle.endorsed_note is 'Which meeting decided, and where that is written.';
comment on column plan_cycle.endorsed_by is 'Who recorded the decision.';
comment on column plan_cycle.revision is 'Counts changes of the cycle itself, its stage and its deadlines.';
comment on column plan_cycle.at is 'When it was prepared.';
comment on column plan_cycle.by is 'Who prepared it.';

create table plan_party (
  cycle_id uuid not null references plan_cycle,
  party_id uuid not null references party,
  primary key (cycle_id, party_id)
);
create index on plan_party (party_id);
comment on table plan_party is 'The parties a call asks. Whether one has left the body since is read from its mandates.';
comment on column plan_party.cycle_id is 'The cycle.';
comment on column plan_party.party_id is 'The party asked.';

create table plan_input (
  id uuid primary key,
  cycle_id uuid not null references plan_cycle,
  party_id uuid not null references party,
  state text not null default 'draft' check (state in ('draft', 'submitted')),
  submitted_at timestamptz,
  submitted_by uuid references person,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  unique (cycle_id, party_id),
  foreign key (cycle_id, party_id) references plan_party (cycle_id, party_id),
  check ((state = 'submitted') = (submitted_at is not null)),
  check ((state = 'submitted') = (submitted_by is not null))
);
create index on plan_input (party_id);
comment on table plan_input is 'What one party sends in for a cycle: a set of entries that its people write and its focal point submits.';
comment on column plan_input.id is 'UUID version 7.';
comment on column plan_input.cycle_id is 'The cycle.';
comment on column plan_input.party_id is 'The party.';
comment on column plan_input.state is 'draft: seen by the party alone; submitted: by all participants.';
comment on column plan_input.submitted_at is 'When it was submitted; late when after the deadline of the cycle.';
comment on column plan_input.submitted_by is 'The focal point who did.';
comment on column plan_input.revision is 'Counts submissions and taking back.';
comment on column plan_input.at is 'When it was begun.';
comment on column plan_input.by is 'Who began it.';

create table plan_entry (
  id uuid primary key,
  cycle_id uuid not null references plan_cycle,
  input_id uuid references plan_input,
  ordinal integer not null check (ordinal >= 1),
  kind text not null check (kind in ('meeting', 'expert-meeting', 'training', 'study-visit', 'publication', 'project', 'deployment', 'query', 'procedure', 'other')),
  title jsonb not null check (is_language_map(title)),
  description jsonb check (is_language_map(description)),
  other_partners text check (length(trim(other_partners)) between 1 and 500),
  when_from date,
  when_until date,
  place text check (length(trim(place)) between 1 and 200),
  funding text check (length(trim(funding)) between 1 and 500),
  removed_at timestamptz,
  removed_by uuid references person,
  removed_reason text check (length(trim(removed_reason)) between 1 and 500),
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  check ((when_from is null) = (when_until is null)),
  check (when_until >= when_from),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_reason is null))
);
create index on plan_entry (cycle_id) where input_id is null;
create index on plan_entry (input_id);
comment on table plan_entry is 'One thing to be done: in the input of a party, or in the plan the Secretariat assembles. Each edit counts its revision up; versions keep what was circulated.';
comment on column plan_entry.id is 'UUID version 7; the same through all versions of the plan.';
comment on column plan_entry.cycle_id is 'The cycle.';
comment on column plan_entry.input_id is 'The input it belongs to; null for an entry of the plan itself.';
comment on column plan_entry.ordinal is 'Place in its input or in the plan.';
comment on column plan_entry.kind is 'Kind of activity, one of those of activity.kind.';
comment on column plan_entry.title is 'What is to be done, by language.';
comment on column plan_entry.description is 'More about it, by language.';
comment on column plan_entry.other_partners is 'Partners that are no party of the register, as written.';
comment on column plan_entry.when_from is 'First day it may take place; null when that is open.';
comment on column plan_entry.when_until is 'Last day it may take place.';
comment on column plan_entry.place is 'Where, as written.';
comment on column plan_entry.funding is 'Who pays, or what is sought, as written.';
comment on column plan_entry.removed_at is 'From then on it is no longer in the input or the plan; earlier versions keep it.';
comment on column plan_entry.removed_by is 'Who took it out.';
comment on column plan_entry.removed_reason is 'Why.';
comment on column plan_entry.revision is 'Counts every change; an edit names the revision it saw.';
comment on column plan_entry.at is 'When it was added.';
comment on column plan_entry.by is 'Who added it.';

create table plan_entry_party (
  entry_id uuid not null references plan_entry,
  party_id uuid not null references party,
  role text not null check (role in ('lead', 'partner')),
  primary key (entry_id, party_id)
);
create index on plan_entry_party (party_id);
comment on table plan_entry_party is 'Who leads an entry and who takes part.';
comment on column plan_entry_party.entry_id is 'The entry.';
comment on column plan_entry_party.party_id is 'The party.';
comment on column plan_entry_party.role is 'lead or partner.';

create table plan_entry_goal (
  entry_id uuid not null references plan_entry,
  goal_id uuid not null references goal,
  primary key (entry_id, goal_id)
);
create index on plan_entry_goal (goal_id);
comment on table plan_entry_goal is 'Goals an entry serves.';
comment on column plan_entry_goal.entry_id is 'The entry.';
comment on column plan_entry_goal.goal_id is 'A goal of the generation of the cycle.';

create table plan_entry_strand (
  entry_id uuid not null references plan_entry,
  strand_id uuid not null references strand,
  primary key (entry_id, strand_id)
);
create index on plan_entry_strand (strand_id);
comment on table plan_entry_strand is 'Strands an entry belongs to.';
comment on column plan_entry_strand.entry_id is 'The entry.';
comment on column plan_entry_strand.strand_id is 'The strand.';

create table plan_entry_commitment (
  entry_id uuid not null references plan_entry,
  commitment_id uuid not null references commitment,
  primary key (entry_id, commitment_id)
);
create index on plan_entry_commitment (commitment_id);
comment on table plan_entry_commitment is 'Commitments an entry serves.';
comment on column plan_entry_commitment.entry_id is 'The entry.';
comment on column plan_entry_commitment.commitment_id is 'The commitment.';

create table plan_entry_source (
  entry_id uuid not null references plan_entry,
  source_id uuid not null references plan_entry,
  primary key (entry_id, source_id),
  check (entry_id <> source_id)
);
create index on plan_entry_source (source_id);
comment on table plan_entry_source is 'From which entries of inputs an entry of the plan was taken over or merged.';
comment on column plan_entry_source.entry_id is 'The entry of the plan.';
comment on column plan_entry_source.source_id is 'The entry of an input.';

create table plan_version (
  id uuid primary key,
  cycle_id uuid not null references plan_cycle,
  n integer not null check (n >= 1),
  note text check (length(trim(note)) between 1 and 1000),
  names_day date not null,
  comments_due timestamptz,
  at timestamptz not null,
  by uuid not null references person,
  unique (cycle_id, n)
);
comment on table plan_version is 'A version of the plan as it was circulated. Appended, never changed; /plan/<slug>/versions/<n> is its permanent address.';
comment on column plan_version.id is 'UUID version 7.';
comment on column plan_version.cycle_id is 'The cycle.';
comment on column plan_version.n is 'Number of the version, from 1.';
comment on column plan_version.note is 'What the Secretariat says about it.';
comment on column plan_version.names_day is 'Parties are printed by their name on this day.';
comment on column plan_version.comments_due is 'Until when comments were asked for; null for a version laid before the meeting.';
comment on column plan_version.at is 'When it was circulated.';
comment on column plan_version.by is 'Who circulated it.';
alter table plan_cycle add foreign key (endorsed_version_id) references plan_version;
create index on plan_cycle (endorsed_version_id) where endorsed_version_id is not null;

create table plan_version_entry (
  version_id uuid not null references plan_version,
  entry_id uuid not null references plan_entry,
  ordinal integer not null check (ordinal >= 1),
  revision integer not null,
  content jsonb not null,
  primary key (version_id, entry_id)
);
create index on plan_version_entry (entry_id);
comment on table plan_version_entry is 'An entry as it stood in a version: a frozen copy.';
comment on column plan_version_entry.version_id is 'The version.';
comment on column plan_version_entry.entry_id is 'The entry.';
comment on column plan_version_entry.ordinal is 'Place in the version.';
comment on column plan_version_entry.revision is 'Revision of the entry that was copied.';
comment on column plan_version_entry.content is 'All fields of the entry, parties, goals, strands and commitments by id (EntryContent of src/modules/plan/entry.ts).';

create table plan_comment (
  id uuid primary key,
  cycle_id uuid not null references plan_cycle,
  version_id uuid not null references plan_version,
  entry_id uuid,
  party_id uuid not null references party,
  text text not null check (length(trim(text)) between 1 and 5000),
  at timestamptz not null,
  by uuid not null references person,
  disposition text check (disposition in ('accepted', 'accepted-in-part', 'rejected', 'noted')),
  reason text check (length(trim(reason)) between 1 and 2000),
  decided_at timestamptz,
  decided_by uuid references person,
  revision integer not null default 1,
  foreign key (version_id, entry_id) references plan_version_entry (version_id, entry_id),
  foreign key (cycle_id, party_id) references plan_party (cycle_id, party_id),
  check ((disposition is null) = (decided_at is null) and (disposition is null) = (decided_by is null)),
  check (disposition is null or disposition = 'accepted' or reason is not null)
);
create index on plan_comment (version_id, entry_id);
create index on plan_comment (cycle_id, party_id);
comment on table plan_comment is 'What a party says about an entry of a circulated version, or about the whole of it, and what became of that.';
comment on column plan_comment.id is 'UUID version 7.';
comment on column plan_comment.cycle_id is 'The cycle, for the rule who sees it.';
comment on column plan_comment.version_id is 'The version it is about.';
comment on column plan_comment.entry_id is 'The entry it is about; null for the plan as a whole.';
comment on column plan_comment.party_id is 'The party that comments.';
comment on column plan_comment.text is 'The comment.';
comment on column plan_comment.at is 'When it was made; late when after the deadline of the version.';
comment on column plan_comment.by is 'The focal point who made it.';
comment on column plan_comment.disposition is 'accepted, accepted-in-part, rejected or noted; null while open.';
comment on column plan_comment.reason is 'Why; needed unless accepted.';
comment on column plan_comment.decided_at is 'When that was decided.';
comment on column plan_comment.decided_by is 'Who decided.';
comment on column plan_comment.revision is 'Counts decisions on it.';

insert into record_transition (thing, from_state, to_state) values
  ('plan_cycle', 'call', 'inputs'), ('plan_cycle', 'inputs', 'draft'), ('plan_cycle', 'draft', 'inputs'), ('plan_cycle', 'draft', 'comments'),
  ('plan_cycle', 'comments', 'revised'), ('plan_cycle', 'revised', 'comments'), ('plan_cycle', 'revised', 'endorsed'),
  ('plan_input', 'draft', 'submitted'), ('plan_input', 'submitted', 'draft');
create trigger transition before update on plan_cycle for each row execute function check_transition('plan_cycle', 'stage');
create trigger transition before update on plan_input for each row execute function check_transition('plan_input', 'state');
create trigger revision before update on plan_cycle for each row execute function check_revision('plan_cycle');
create trigger revision before update on plan_input for each row execute function check_revision('plan_input');
create trigger revision before update on plan_entry for each row execute function check_revision('plan_entry');
create trigger revision before update on plan_comment for each row execute function check_revision('plan_comment');
