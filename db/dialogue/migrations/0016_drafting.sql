-- The report of a meeting while it is written, commented and adopted. The text is a row of paragraphs; each sentence the machine wrote is tied to what it was
-- written from. What was circulated never changes any more. Whether silence holds, is broken or has ended is computed from the clock and the objections;
-- nothing here says so, and no job has to run at the instant.

create table draft (
  id uuid primary key,
  meeting_id uuid not null unique references meeting_call,
  stage text not null default 'drafting' check (stage in ('drafting', 'circulated', 'revised', 'silence', 'adopted', 'published')),
  names_day date not null,
  zone text not null,
  adopted_how text check (adopted_how in ('in-meeting', 'chair', 'silence')),
  adopted_note text check (length(trim(adopted_note)) between 1 and 1000),
  adopted_at timestamptz,
  adopted_by uuid references person,
  adopted_version_id uuid,
  report_id uuid unique references report,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  check ((stage in ('adopted', 'published')) = (adopted_how is not null)),
  check ((adopted_how is null) = (adopted_at is null) and (adopted_how is null) = (adopted_by is null) and (adopted_how is null) = (adopted_version_id is null)),
  check ((stage = 'published') = (report_id is not null))
);
comment on table draft is 'The report of a meeting from its assembly to its publication; one for each meeting.';
comment on column draft.id is 'UUID version 7.';
comment on column draft.meeting_id is 'The meeting.';
comment on column draft.stage is 'drafting, circulated (comments are taken), revised (comments are being answered and the text revised), silence (silence procedure), adopted, published.';
comment on column draft.names_day is 'Parties are named as of this day, the first day of the meeting.';
comment on column draft.zone is 'IANA time zone in which deadlines are stated.';
comment on column draft.adopted_how is 'in-meeting, chair, or silence.';
comment on column draft.adopted_note is 'Where that is written.';
comment on column draft.adopted_at is 'When: of silence, the instant at which it ended.';
comment on column draft.adopted_by is 'Who recorded it.';
comment on column draft.adopted_version_id is 'The version that was adopted.';
comment on column draft.report_id is 'The report it was published as.';
comment on column draft.revision is 'Counts steps of the draft.';
comment on column draft.at is 'When it was assembled first.';
comment on column draft.by is 'Who assembled it.';

create table draft_paragraph (
  id uuid primary key,
  draft_id uuid not null references draft,
  session_id uuid references meeting_session,
  place numeric not null,
  kind text not null check (kind in ('heading', 'numbered', 'item', 'plain')),
  text text not null check (length(trim(text)) between 1 and 20000),
  material text check (length(material) between 1 and 200),
  assembled_text text,
  removed_at timestamptz,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  check ((material is null) = (assembled_text is null))
);
create index on draft_paragraph (draft_id, place);
create unique index one_for_material on draft_paragraph (draft_id, material) where material is not null;
comment on table draft_paragraph is 'A paragraph of a draft; keeps its id through all edits and versions. Its number is its place among the others, never kept.';
comment on column draft_paragraph.id is 'UUID version 7.';
comment on column draft_paragraph.draft_id is 'The draft.';
comment on column draft_paragraph.session_id is 'The session it reports; null for the meeting as such. Says whether the Chatham House Rule holds.';
comment on column draft_paragraph.place is 'Where it stands; between two there is always room for a third.';
comment on column draft_paragraph.kind is 'heading, numbered (1., 2.), item (a., b. of the numbered paragraph above), plain (without a number).';
comment on column draft_paragraph.text is 'Its text.';
comment on column draft_paragraph.material is 'What it was assembled from (attendance, session, intervention, point …), so that it is assembled once; null when a person wrote it.';
comment on column draft_paragraph.assembled_text is 'What was assembled last. While text is the same, nobody has edited it and it follows the meeting.';
comment on column draft_paragraph.removed_at is 'Taken out.';
comment on column draft_paragraph.revision is 'Counts every change; an edit names the revision it saw.';
comment on column draft_paragraph.at is 'When it was added.';
comment on column draft_paragraph.by is 'Who added it.';

create table draft_paragraph_revision (
  paragraph_id uuid not null references draft_paragraph,
  revision integer not null,
  draft_id uuid not null references draft,
  verb text not null check (verb in ('added', 'edited', 'moved', 'split', 'merged', 'removed', 'restored', 'refreshed')),
  before jsonb,
  after jsonb not null,
  at timestamptz not null,
  by uuid not null references person,
  primary key (paragraph_id, revision)
);
create index on draft_paragraph_revision (draft_id, at);
comment on table draft_paragraph_revision is 'Who changed a paragraph, when, from what to what. Appended only.';
comment on column draft_paragraph_revision.paragraph_id is 'The paragraph.';
comment on column draft_paragraph_revision.revision is 'The revision the change made.';
comment on column draft_paragraph_revision.draft_id is 'The draft, for the rule who sees it.';
comment on column draft_paragraph_revision.verb is 'added, edited, moved, split, merged, removed, restored, or refreshed from the meeting while nobody had edited it.';
comment on column draft_paragraph_revision.before is 'text, kind, place and session before; null when it was added.';
comment on column draft_paragraph_revision.after is 'The same afterwards.';
comment on column draft_paragraph_revision.at is 'When.';
comment on column draft_paragraph_revision.by is 'Who.';

create table draft_source (
  id uuid primary key,
  paragraph_id uuid not null references draft_paragraph,
  sentence text not null check (length(sentence) between 1 and 20000),
  participant_id uuid references participant on delete set null,
  delegation_id uuid references delegation,
  intervention_id uuid references intervention,
  floor_note_id uuid references floor_note,
  session_point_id uuid references session_point,
  session_id uuid references meeting_session,
  paper_id uuid references meeting_paper,
  ordinal integer not null check (ordinal >= 1),
  unique (paragraph_id, ordinal),
  check (num_nonnulls(participant_id, delegation_id, intervention_id, floor_note_id, session_point_id, session_id, paper_id) <= 1)
);
create index on draft_source (intervention_id) where intervention_id is not null;
create index on draft_source (floor_note_id) where floor_note_id is not null;
create index on draft_source (session_point_id) where session_point_id is not null;
create index on draft_source (participant_id) where participant_id is not null;
create index on draft_source (delegation_id) where delegation_id is not null;
create index on draft_source (session_id) where session_id is not null;
create index on draft_source (paper_id) where paper_id is not null;
comment on table draft_source is 'What a sentence of a paragraph was written from. Where the sentence no longer stands word for word, the tie holds for the paragraph.';
comment on column draft_source.id is 'UUID version 7.';
comment on column draft_source.paragraph_id is 'The paragraph.';
comment on column draft_source.sentence is 'The sentence as it was assembled.';
comment on column draft_source.participant_id is 'A participant who came; null also when the list was approved again without them.';
comment on column draft_source.delegation_id is 'A delegation that came.';
comment on column draft_source.intervention_id is 'What was said on the floor, or handed in in writing.';
comment on column draft_source.floor_note_id is 'A note on it.';
comment on column draft_source.session_point_id is 'A point a session brought out.';
comment on column draft_source.session_id is 'The session itself: its title, its moderators.';
comment on column draft_source.paper_id is 'A paper of the meeting.';
comment on column draft_source.ordinal is 'Place among the sources of the paragraph.';

create table draft_material_left (
  draft_id uuid not null references draft,
  material text not null check (length(material) between 1 and 200),
  text text not null,
  at timestamptz not null,
  by uuid not null references person,
  primary key (draft_id, material)
);
comment on table draft_material_left is 'Material of the meeting that a drafter looked at and left out. Offered again when it says something else.';
comment on column draft_material_left.draft_id is 'The draft.';
comment on column draft_material_left.material is 'What it is, as in draft_paragraph.material.';
comment on column draft_material_left.text is 'What it said when it was left out.';
comment on column draft_material_left.at is 'When.';
comment on column draft_material_left.by is 'Who.';

create table draft_outcome (
  id uuid primary key,
  draft_id uuid not null references draft,
  paragraph_id uuid not null references draft_paragraph,
  text text not null check (length(trim(text)) between 1 and 20000),
  kind text not null check (kind in ('recommendation', 'decision', 'action-point', 'offer', 'request', 'announcement')),
  goals integer[] not null default '{}',
  when_from date,
  when_until date,
  when_as_written text check (length(when_as_written) between 1 and 200),
  origin text not null check (origin in ('person', 'reader', 'point')),
  session_point_id uuid references session_point,
  removed_at timestamptz,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  check ((when_from is null) = (when_until is null)),
  check (when_until >= when_from),
  check ((session_point_id is not null) <= (origin = 'point'))
);
create index on draft_outcome (draft_id);
create index on draft_outcome (paragraph_id);
create index on draft_outcome (session_point_id) where session_point_id is not null;
comment on table draft_outcome is 'An outcome marked while the report is written, by its words in a paragraph. It stands while its words stand; where they changed, it is adrift until a person says what became of it.';
comment on column draft_outcome.id is 'UUID version 7.';
comment on column draft_outcome.draft_id is 'The draft.';
comment on column draft_outcome.paragraph_id is 'The paragraph it stands in.';
comment on column draft_outcome.text is 'Its words in the paragraph, a whole sentence or list entry; the span is where they stand.';
comment on column draft_outcome.kind is 'recommendation, decision, action-point, offer, request or announcement.';
comment on column draft_outcome.goals is 'Priority goals, numbers of the framework generation in force at the meeting.';
comment on column draft_outcome.when_from is 'First day it may mean.';
comment on column draft_outcome.when_until is 'Last day it may mean.';
comment on column draft_outcome.when_as_written is 'The time as written.';
comment on column draft_outcome.origin is 'person (marked), reader (proposed and accepted), point (of a session).';
comment on column draft_outcome.session_point_id is 'The point it comes from.';
comment on column draft_outcome.removed_at is 'No outcome after all.';
comment on column draft_outcome.revision is 'Counts changes.';
comment on column draft_outcome.at is 'When it was marked.';
comment on column draft_outcome.by is 'Who marked it.';

create table draft_outcome_party (
  outcome_id uuid not null references draft_outcome,
  role text not null check (role in ('by', 'to')),
  ordinal integer not null check (ordinal >= 1),
  party_id uuid references party,
  body_id uuid references body,
  as_written text not null check (length(trim(as_written)) between 1 and 300),
  primary key (outcome_id, role, ordinal),
  check (party_id is null or body_id is null)
);
create index on draft_outcome_party (party_id) where party_id is not null;
create index on draft_outcome_party (body_id) where body_id is not null;
comment on table draft_outcome_party is 'From whom an outcome comes and to whom it goes. None by: the meeting as a whole.';
comment on column draft_outcome_party.outcome_id is 'The outcome.';
comment on column draft_outcome_party.role is 'by or to.';
comment on column draft_outcome_party.ordinal is 'Place in the list.';
comment on column draft_outcome_party.party_id is 'The party.';
comment on column draft_outcome_party.body_id is 'The body, where one is meant.';
comment on column draft_outcome_party.as_written is 'As written.';

create table draft_version (
  id uuid primary key,
  draft_id uuid not null references draft,
  n integer not null check (n >= 1),
  purpose text not null check (purpose in ('comments', 'silence', 'adoption')),
  note text check (length(trim(note)) between 1 and 1000),
  comments_due timestamptz,
  at timestamptz not null,
  by uuid not null references person,
  unique (draft_id, n),
  unique (draft_id, id),
  check ((purpose = 'comments') = (comments_due is not null))
);
comment on table draft_version is 'The text as it was circulated. Appended, never changed.';
comment on column draft_version.id is 'UUID version 7.';
comment on column draft_version.draft_id is 'The draft.';
comment on column draft_version.n is 'Number of the version, from 1.';
comment on column draft_version.purpose is 'comments, silence (under the silence procedure) or adoption (as it was adopted in the meeting or by the chair).';
comment on column draft_version.note is 'What was said with it.';
comment on column draft_version.comments_due is 'Until when comments were asked for, an exact instant.';
comment on column draft_version.at is 'When it was circulated.';
comment on column draft_version.by is 'Who circulated it.';
alter table draft add foreign key (id, adopted_version_id) references draft_version (draft_id, id);

create table draft_version_paragraph (
  version_id uuid not null references draft_version,
  paragraph_id uuid not null references draft_paragraph,
  ordinal integer not null check (ordinal >= 1),
  kind text not null check (kind in ('heading', 'numbered', 'item', 'plain')),
  label text,
  text text not null,
  session_id uuid references meeting_session,
  under_rule boolean not null,
  outcomes jsonb not null default '[]',
  primary key (version_id, paragraph_id),
  unique (version_id, ordinal)
);
create index on draft_version_paragraph (paragraph_id);
create index on draft_version_paragraph (session_id) where session_id is not null;
comment on table draft_version_paragraph is 'A paragraph as it stood in a version: a frozen copy.';
comment on column draft_version_paragraph.version_id is 'The version.';
comment on column draft_version_paragraph.paragraph_id is 'The paragraph.';
comment on column draft_version_paragraph.ordinal is 'Place in the text.';
comment on column draft_version_paragraph.kind is 'As in draft_paragraph.';
comment on column draft_version_paragraph.label is 'Its number as printed: 5. or a.';
comment on column draft_version_paragraph.text is 'Its text.';
comment on column draft_version_paragraph.session_id is 'The session it reports.';
comment on column draft_version_paragraph.under_rule is 'Whether the Chatham House Rule held for it when the version was made.';
comment on column draft_version_paragraph.outcomes is 'The outcomes in it (DraftedOutcome of src/modules/drafting/outcome.ts).';

create table draft_comment (
  id uuid primary key,
  draft_id uuid not null references draft,
  version_id uuid not null,
  paragraph_id uuid,
  party_id uuid not null references party,
  text text not null check (length(trim(text)) between 1 and 5000),
  proposed text check (length(trim(proposed)) between 1 and 20000),
  sent_at timestamptz,
  sent_by uuid references person,
  withdrawn_at timestamptz,
  disposition text check (disposition in ('accepted', 'accepted-in-part', 'rejected', 'noted')),
  reason text check (length(trim(reason)) between 1 and 2000),
  decided_at timestamptz,
  decided_by uuid references person,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  foreign key (draft_id, version_id) references draft_version (draft_id, id),
  foreign key (version_id, paragraph_id) references draft_version_paragraph (version_id, paragraph_id),
  check ((sent_at is null) = (sent_by is null)),
  check (disposition is null or sent_at is not null),
  check ((disposition is null) = (decided_at is null) and (disposition is null) = (decided_by is null)),
  check (disposition is null or disposition = 'accepted' or reason is not null)
);
create index on draft_comment (version_id, paragraph_id);
create index on draft_comment (draft_id, party_id);
comment on table draft_comment is 'What a party that took part says about a paragraph of a circulated version, or about the whole of it. Until it is sent the people of the party alone see it.';
comment on column draft_comment.id is 'UUID version 7.';
comment on column draft_comment.draft_id is 'The draft.';
comment on column draft_comment.version_id is 'The version it is about.';
comment on column draft_comment.paragraph_id is 'The paragraph; null for the whole.';
comment on column draft_comment.party_id is 'The party.';
comment on column draft_comment.text is 'The comment.';
comment on column draft_comment.proposed is 'How the paragraph should read instead.';
comment on column draft_comment.sent_at is 'When it was sent; late when after the deadline of the version. Null while it is internal.';
comment on column draft_comment.sent_by is 'The focal point who sent it.';
comment on column draft_comment.withdrawn_at is 'Taken back before it was sent.';
comment on column draft_comment.disposition is 'accepted, accepted-in-part, rejected or noted; null while open.';
comment on column draft_comment.reason is 'Why; needed unless accepted.';
comment on column draft_comment.decided_at is 'When that was decided.';
comment on column draft_comment.decided_by is 'Who decided.';
comment on column draft_comment.revision is 'Counts changes.';
comment on column draft_comment.at is 'When it was begun.';
comment on column draft_comment.by is 'Who began it.';

create table draft_silence (
  version_id uuid primary key,
  draft_id uuid not null references draft,
  until timestamptz not null,
  zone text not null,
  at timestamptz not null,
  by uuid not null references person,
  foreign key (draft_id, version_id) references draft_version (draft_id, id),
  check (until > at)
);
create index on draft_silence (draft_id);
comment on table draft_silence is 'A silence procedure: the version stands adopted at the instant unless an objection was received before it.';
comment on column draft_silence.version_id is 'The version under silence.';
comment on column draft_silence.draft_id is 'The draft.';
comment on column draft_silence.until is 'The exact instant. What is received at it, or after it, is late.';
comment on column draft_silence.zone is 'The zone in which it was stated.';
comment on column draft_silence.at is 'When silence began.';
comment on column draft_silence.by is 'Who began it.';

create table draft_objection (
  id uuid primary key,
  version_id uuid not null references draft_silence,
  paragraph_id uuid,
  party_id uuid not null references party,
  kind text not null check (kind in ('objection', 'amendment')),
  text text not null check (length(trim(text)) between 1 and 5000),
  proposed text check (length(trim(proposed)) between 1 and 20000),
  received_at timestamptz not null,
  by uuid not null references person,
  foreign key (version_id, paragraph_id) references draft_version_paragraph (version_id, paragraph_id),
  check ((kind = 'amendment') <= (proposed is not null and paragraph_id is not null))
);
create index on draft_objection (version_id, received_at);
comment on table draft_objection is 'A written objection or amendment of an entitled party. Kept whenever it comes: before the instant it breaks silence, from the instant on it is late. Appended, never changed.';
comment on column draft_objection.id is 'UUID version 7.';
comment on column draft_objection.version_id is 'The version under silence.';
comment on column draft_objection.paragraph_id is 'The paragraph; null for the whole.';
comment on column draft_objection.party_id is 'The party. Seen by its own people and the leaders of the meeting; others see that silence is broken and at which paragraphs.';
comment on column draft_objection.kind is 'objection or amendment (with wording).';
comment on column draft_objection.text is 'What it says.';
comment on column draft_objection.proposed is 'How the paragraph should read.';
comment on column draft_objection.received_at is 'When it arrived, to the millisecond, taken before anything else was done with it.';
comment on column draft_objection.by is 'Who wrote it.';

insert into record_transition (thing, from_state, to_state) values
  ('draft', 'drafting', 'circulated'), ('draft', 'circulated', 'revised'), ('draft', 'revised', 'circulated'), ('draft', 'revised', 'silence'),
  ('draft', 'drafting', 'silence'), ('draft', 'silence', 'revised'), ('draft', 'drafting', 'adopted'), ('draft', 'revised', 'adopted'),
  ('draft', 'circulated', 'adopted'), ('draft', 'silence', 'adopted'), ('draft', 'adopted', 'published'), ('draft', 'adopted', 'silence');
create trigger transition before update on draft for each row execute function check_transition('draft', 'stage');
create trigger revision before update on draft for each row execute function check_revision('draft');
create trigger revision before update on draft_paragraph for each row execute function check_revision('draft_paragraph');
create trigger revision before update on draft_outcome for each row execute function check_revision('draft_outcome');
create trigger revision before update on draft_comment for each row execute function check_revision('draft_comment');

-- Leaving silence. Adoption locks the silence first: an objection that is being written holds a share of that lock (its foreign key), so adoption waits for it
-- and then sees it. Belongs to redthread_definer (policies/drafting.sql).
create function draft_leaves_silence() returns trigger language plpgsql security definer set search_path = public as $$
declare procedure draft_silence; timely boolean;
begin
  if old.stage <> 'silence' or new.stage = 'silence' then return new; end if;
  select * into procedure from draft_silence s where s.draft_id = new.id order by s.at desc limit 1 for update;
  select exists (select from draft_objection o where o.version_id = procedure.version_id and o.received_at < procedure.until) into timely;
  if new.stage = 'adopted' and new.adopted_how <> 'silence' then
    raise exception using errcode = 'RT409', message = 'This draft is under silence; it is adopted by silence, or revised first.';
  elsif new.stage = 'adopted' and timely then
    raise exception using errcode = 'RT409', message = 'Silence was broken: an objection arrived before the instant. Nothing was adopted.';
  elsif new.stage = 'adopted' and (new.adopted_at <> procedure.until or new.adopted_version_id <> procedure.version_id) then
    raise exception using errcode = 'RT409', message = 'What is adopted by silence is the version that was under silence, at the instant at which silence ended.';
  elsif new.stage = 'revised' and not timely then
    raise exception using errcode = 'RT409', message = 'Nobody has broken silence; the draft stays as it is until the instant.';
  end if;
  return new;
end $$;
comment on function draft_leaves_silence is 'Silence ends as adopted when no objection was received before the instant, as revised when one was.';
create trigger silence before update on draft for each row execute function draft_leaves_silence();

-- The other order: adoption was recorded first, and an objection that had been received before the instant is written only now. It is not lost: the adoption is
-- taken back. A published report stays published (its reviewers decide), and the draft shows the objection as in time.
create function draft_objection_after_adoption() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update draft d set stage = 'silence', adopted_how = null, adopted_note = null, adopted_at = null, adopted_by = null, adopted_version_id = null, revision = d.revision + 1
  from draft_silence s
  where s.version_id = new.version_id and d.id = s.draft_id and d.stage = 'adopted' and d.adopted_how = 'silence'
    and d.adopted_version_id = new.version_id and new.received_at < s.until;
  return null;
end $$;
comment on function draft_objection_after_adoption is 'An objection received before the instant takes an adoption by silence back, also when that was recorded first.';
create trigger breaks_silence after insert on draft_objection for each row execute function draft_objection_after_adoption();

-- Records: the Chatham House Rule by session.
alter table paragraph add column rule text check (rule in ('chatham-house'));
create index paragraph_under_rule on paragraph (id) where rule is not null;
comment on column paragraph.rule is 'chatham-house: it reports a session under the rule. Who spoke in it, and from whom an outcome in it comes, is shown to reviewers only.';
alter table report_session add column rule text check (rule in ('chatham-house'));
create index report_session_under_rule on report_session (id) where rule is not null;
comment on column report_session.rule is 'chatham-house: who moderated it is shown to reviewers only.';

-- People are told when a draft is circulated, when silence begins, a day before it ends, when it is broken and when it has ended.
alter table notice_choice drop constraint notice_choice_kind_check;
alter table notice_choice add constraint notice_choice_kind_check check (kind in ('asked', 'update-asked', 'claim-waiting', 'claim-answered', 'due', 'overdue', 'silence',
  'plan-call', 'plan-deadline', 'comment-round', 'plan-endorsed', 'report', 'tie', 'meeting-call', 'meeting-change', 'meeting-answer', 'report-draft'));
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('asked', 'update-asked', 'claim-waiting', 'claim-answered', 'due', 'overdue', 'silence',
  'plan-call', 'plan-deadline', 'comment-round', 'plan-endorsed', 'report', 'tie', 'meeting-call', 'meeting-change', 'meeting-answer', 'report-draft'));
