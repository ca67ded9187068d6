-- Ties: the same wish found again. What is compared of an outcome is kept as a narrow inverted index; what Redthread proposes is a tie, and a
-- person decides about it. What a text refers to outside itself (a meeting of October 2021) is kept as what is sought; whether the register
-- holds it is asked each time, so that an open reference ties itself when such a meeting comes in.

insert into record_transition values
  ('tie', 'proposed', 'accepted'), ('tie', 'proposed', 'rejected'), ('tie', 'accepted', 'proposed'), ('tie', 'rejected', 'proposed'),
  ('tie', 'accepted', 'rejected'), ('tie', 'rejected', 'accepted');

create table tie_term (
  id integer generated always as identity primary key,
  key text not null unique check (key ~ '^[cwr]:.'),
  outcomes integer not null default 0 check (outcomes >= 0)
);
comment on table tie_term is 'A term that outcomes are compared by, with how many of them hold it: what is rare tells more.';
comment on column tie_term.id is 'Small number, for the index.';
comment on column tie_term.key is 'c: concept, r: region, w: stem of a word.';
comment on column tie_term.outcomes is 'How many confirmed outcomes hold it in their own words.';

create table outcome_compared (
  outcome_id uuid primary key references outcome,
  report_id uuid not null references report,
  day date,
  terms integer not null check (terms >= 0),
  at timestamptz not null
);
create index on outcome_compared (report_id);
comment on table outcome_compared is 'Confirmed outcomes that are in the index of terms.';
comment on column outcome_compared.outcome_id is 'The outcome.';
comment on column outcome_compared.report_id is 'Its report.';
comment on column outcome_compared.day is 'Last day of its meeting; null when no document says.';
comment on column outcome_compared.terms is 'How many terms it has, to compare long and short ones fairly.';
comment on column outcome_compared.at is 'When it was put in.';

create table outcome_term (
  term_id integer not null references tie_term,
  outcome_id uuid not null references outcome_compared on delete cascade,
  around boolean not null,
  primary key (term_id, outcome_id, around)
);
create index on outcome_term (outcome_id);
comment on table outcome_term is 'The inverted index: which outcome holds which term.';
comment on column outcome_term.term_id is 'The term.';
comment on column outcome_term.outcome_id is 'The outcome.';
comment on column outcome_term.around is 'True when it stands in the title over the outcome, not in its own words.';

create table outcome_to_compare (
  outcome_id uuid primary key references outcome,
  since timestamptz not null default clock_timestamp(),
  again boolean not null default false
);
create index on outcome_to_compare (since);
comment on table outcome_to_compare is 'Outcomes that changed since they were last compared; filled by triggers, emptied by Redthread.';
comment on column outcome_to_compare.outcome_id is 'The outcome.';
comment on column outcome_to_compare.since is 'Since when it waits.';
comment on column outcome_to_compare.again is 'True when only its ties are to be looked for again; its words stand.';

create table tie (
  id uuid primary key,
  later_outcome_id uuid not null references outcome,
  report_id uuid not null references report,
  earlier_outcome_id uuid references outcome,
  commitment_id uuid references commitment,
  kind text not null check (kind in ('repeats', 'follows', 'fulfils', 'supersedes', 'matches')),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'rejected')),
  rank integer check (rank between 1 and 3),
  score real check (score between 0 and 1),
  reason text check (length(reason) <= 500),
  proposed_at timestamptz not null,
  proposed_by uuid not null references person,
  decided_at timestamptz,
  decided_by uuid references person,
  revision integer not null default 1,
  check (num_nonnulls(earlier_outcome_id, commitment_id) = 1),
  check (later_outcome_id <> earlier_outcome_id),
  check ((rank is null) = (score is null)),
  check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (reason is null or state = 'rejected')
);
create unique index on tie (later_outcome_id, earlier_outcome_id) where earlier_outcome_id is not null;
create unique index on tie (later_outcome_id, commitment_id) where commitment_id is not null;
create index on tie (earlier_outcome_id) where earlier_outcome_id is not null;
create index on tie (commitment_id) where commitment_id is not null;
create index on tie (report_id, state);
create trigger tie_state before update on tie for each row execute function check_transition('tie', 'state');
create trigger tie_revision before update on tie for each row execute function check_revision('tie');
comment on table tie is 'A later outcome belongs to an earlier outcome or to a commitment. Proposed by Redthread, or made by a person; a person decides.';
comment on column tie.id is 'UUID version 7.';
comment on column tie.later_outcome_id is 'The later outcome.';
comment on column tie.report_id is 'The report of the later outcome, whose reviewers decide.';
comment on column tie.earlier_outcome_id is 'The earlier outcome; null when the other end is a commitment.';
comment on column tie.commitment_id is 'The commitment; null when the other end is an outcome.';
comment on column tie.kind is 'The later one repeats, follows, fulfils, supersedes, or (offer and request) matches the other.';
comment on column tie.state is 'proposed, accepted or rejected.';
comment on column tie.rank is 'Place among the suggestions for its outcome, from 1; null when a person made it.';
comment on column tie.score is '0 to 1, for ranking only; null when a person made it.';
comment on column tie.reason is 'Why it was rejected, when somebody said.';
comment on column tie.proposed_at is 'When it was proposed or made.';
comment on column tie.proposed_by is 'Redthread itself, or the person who made it.';
comment on column tie.decided_at is 'When it was decided.';
comment on column tie.decided_by is 'Who decided.';
comment on column tie.revision is 'Counts changes; a writer names the one they saw.';

create table tie_reason (
  tie_id uuid not null references tie on delete cascade,
  ordinal integer not null check (ordinal >= 1),
  code text not null check (code in ('same-object', 'same-words', 'same-region', 'same-goal', 'same-party', 'later', 'same-report', 'offer-meets-request')),
  term text,
  goal_id uuid references goal,
  party_id uuid references party,
  body_id uuid references body,
  months integer check (months >= 0),
  primary key (tie_id, ordinal),
  check ((code in ('same-object', 'same-words', 'same-region')) = (term is not null)),
  check ((code = 'same-goal') = (goal_id is not null)),
  check ((code = 'same-party') = (num_nonnulls(party_id, body_id) = 1)),
  check ((code = 'later') = (months is not null))
);
create index on tie_reason (goal_id) where goal_id is not null;
create index on tie_reason (party_id) where party_id is not null;
comment on table tie_reason is 'Why a tie is proposed, in the order a person reads it; the interface puts it into words.';
comment on column tie_reason.tie_id is 'The tie.';
comment on column tie_reason.ordinal is 'Place, from 1.';
comment on column tie_reason.code is 'What they share.';
comment on column tie_reason.term is 'Key of the concept or region, or the words, when they share one.';
comment on column tie_reason.goal_id is 'The goal, when both are about it.';
comment on column tie_reason.party_id is 'The party, when both come from it; seen only by those who may see that of both.';
comment on column tie_reason.body_id is 'The body, when both come from it; seen only by those who may see that of both.';
comment on column tie_reason.months is 'Whole months between the meetings.';

create table tie_decision (
  id uuid primary key,
  tie_id uuid not null references tie,
  revision integer not null check (revision >= 2),
  verb text not null check (verb in ('accepted', 'rejected', 'undone')),
  state_before text not null,
  state_after text not null,
  kind_before text not null,
  kind_after text not null,
  joined boolean not null default false,
  reason text,
  at timestamptz not null,
  by uuid not null references person,
  unique (tie_id, revision)
);
comment on table tie_decision is 'Every decision about a tie. Appended only; the source of undo.';
comment on column tie_decision.id is 'UUID version 7.';
comment on column tie_decision.tie_id is 'The tie.';
comment on column tie_decision.revision is 'Revision the decision made.';
comment on column tie_decision.verb is 'accepted, rejected or undone.';
comment on column tie_decision.state_before is 'State before.';
comment on column tie_decision.state_after is 'State after.';
comment on column tie_decision.kind_before is 'Kind before.';
comment on column tie_decision.kind_after is 'Kind after.';
comment on column tie_decision.joined is 'True when it added the outcome to the commitment; undoing takes it out again.';
comment on column tie_decision.reason is 'Why, when somebody said.';
comment on column tie_decision.at is 'When.';
comment on column tie_decision.by is 'Who.';

create table sought_reference (
  id uuid primary key,
  report_id uuid not null references report,
  paragraph_id uuid references paragraph,
  reference_id uuid references report_reference,
  kind text not null check (kind in ('meeting', 'document')),
  as_written text not null,
  occurrence integer not null check (occurrence >= 1),
  sentence text not null,
  start_at integer not null,
  end_at integer not null check (end_at > start_at),
  day_from date not null,
  day_until date not null check (day_until >= day_from),
  place text,
  words text[] not null default '{}',
  unique nulls not distinct (report_id, paragraph_id, kind, as_written, occurrence)
);
create index on sought_reference (report_id) where reference_id is not null;
create index on sought_reference (day_from);
create index on sought_reference (reference_id);
comment on table sought_reference is 'A dated reference of a report to a meeting or document outside it, as it can be looked for in the register.';
comment on column sought_reference.id is 'UUID version 7; stays through corrected versions while its words stay in their paragraph.';
comment on column sought_reference.report_id is 'The report that refers.';
comment on column sought_reference.paragraph_id is 'The paragraph it stands in.';
comment on column sought_reference.reference_id is 'The reference in the version that stands; null when that has it no longer.';
comment on column sought_reference.kind is 'meeting or document.';
comment on column sought_reference.as_written is 'As printed.';
comment on column sought_reference.occurrence is 'Which of several equal ones in its paragraph, from 1.';
comment on column sought_reference.sentence is 'The sentence it stands in.';
comment on column sought_reference.start_at is 'First unit of the words in the version that stands.';
comment on column sought_reference.end_at is 'Unit after the last.';
comment on column sought_reference.day_from is 'First day it may mean.';
comment on column sought_reference.day_until is 'Last day it may mean.';
comment on column sought_reference.place is 'The place named with it, as written.';
comment on column sought_reference.words is 'What kind of meeting and what about, as terms.';

create table reference_choice (
  id uuid primary key,
  sought_id uuid not null references sought_reference,
  report_id uuid not null references report,
  choice text not null check (choice in ('meeting', 'activity', 'elsewhere', 'open')),
  meeting_id uuid references meeting,
  activity_id uuid references activity,
  at timestamptz not null,
  by uuid not null references person,
  check ((choice = 'meeting') = (meeting_id is not null)),
  check ((choice = 'activity') = (activity_id is not null))
);
create index on reference_choice (sought_id, id);
create index on reference_choice (meeting_id) where meeting_id is not null;
comment on table reference_choice is 'What a person says a reference means. Appended; the newest stands.';
comment on column reference_choice.id is 'UUID version 7.';
comment on column reference_choice.sought_id is 'The reference.';
comment on column reference_choice.report_id is 'The report that refers, whose reviewers choose.';
comment on column reference_choice.choice is 'meeting, activity, elsewhere (nothing this register will ever hold), or open (an earlier choice is taken back).';
comment on column reference_choice.meeting_id is 'The meeting.';
comment on column reference_choice.activity_id is 'The activity.';
comment on column reference_choice.at is 'When.';
comment on column reference_choice.by is 'Who.';

create table report_to_seek (
  report_id uuid primary key references report,
  since timestamptz not null default clock_timestamp()
);
comment on table report_to_seek is 'Reports with a new text whose references are to be looked at; filled by a trigger, emptied by Redthread.';
comment on column report_to_seek.report_id is 'The report.';
comment on column report_to_seek.since is 'Since when it waits.';

-- What has to be compared again. These functions only note ids, so they may look past the policies of whoever changed the outcome.
create function note_outcome() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if new.state = 'confirmed' then
      insert into outcome_to_compare (outcome_id) values (new.id) on conflict (outcome_id) do update set again = false;
    end if;
  elsif (new.state = 'confirmed' or old.state = 'confirmed') and (new.state, new.text, new.kind, new.goals, new.paragraph_id)
    is distinct from (old.state, old.text, old.kind, old.goals, old.paragraph_id) then
    insert into outcome_to_compare (outcome_id) values (new.id) on conflict (outcome_id) do update set again = false;
  end if;
  return null;
end $$;
comment on function note_outcome is 'A confirmed outcome that is new or changed waits for being compared.';
create trigger note_outcome after insert or update on outcome for each row execute function note_outcome();

create function note_outcomes_of_report() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.version_id is distinct from old.version_id then
    insert into report_to_seek (report_id) values (new.id) on conflict do nothing;
  end if;
  if new.stage is distinct from old.stage and old.stage = 'received' then
    insert into outcome_to_compare (outcome_id, again) select o.id, true from outcome o where o.report_id = new.id and o.state = 'confirmed'
      on conflict do nothing;
  end if;
  return null;
end $$;
comment on function note_outcomes_of_report is 'When a report is checked its outcomes look for ties; when it has a new text its references are looked at.';
create trigger note_outcomes after update on report for each row execute function note_outcomes_of_report();

create function note_report() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into report_to_seek (report_id) values (new.id) on conflict do nothing;
  return null;
end $$;
comment on function note_report is 'A new report: its references are looked at.';
create trigger note_report after insert on report for each row execute function note_report();

create function note_outcomes_of_meeting() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.start_day, new.end_day, new.rule) is distinct from (old.start_day, old.end_day, old.rule) then
    insert into outcome_to_compare (outcome_id) select o.id from outcome o join report r on r.id = o.report_id
      where r.meeting_id = new.id and o.state = 'confirmed' on conflict (outcome_id) do update set again = false;
  end if;
  return null;
end $$;
comment on function note_outcomes_of_meeting is 'A meeting moved in time or came under a rule: what its outcomes are tied to, and why, is looked at again.';
create trigger note_outcomes after update on meeting for each row execute function note_outcomes_of_meeting();

create function note_outcomes_of_commitment() returns trigger language plpgsql security definer set search_path = public as $$
declare changed uuid := case tg_op when 'DELETE' then old.outcome_id else new.outcome_id end;
begin
  insert into outcome_to_compare (outcome_id, again) select distinct t.later_outcome_id, true from tie t where t.earlier_outcome_id = changed on conflict do nothing;
  return null;
end $$;
comment on function note_outcomes_of_commitment is 'An outcome came to a commitment or left it: later outcomes tied to it may belong there too.';
create trigger note_outcomes after insert or delete on commitment_outcome for each row execute function note_outcomes_of_commitment();

-- What an installation holds already waits as if it had just come in.
insert into outcome_to_compare (outcome_id) select id from outcome where state = 'confirmed';
insert into report_to_seek (report_id) select id from report;
