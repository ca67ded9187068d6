-- Goals: towards what. A framework has generations (2013, 2019, 2024) whose numbers mean different things, so a goal is always
-- (generation, code). Crosswalks tie goals of different generations, and of the dialogue and the world. Strands and themes are further ways to sort.
-- Every entry is versioned: its standing revision must exist in its history (a foreign key says so), and the history is appended only.

-- A text in several languages: an object of language → text with at least English, nothing else in it.
create function is_language_map(map jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(map) = 'object' and length(trim(map ->> 'en')) > 0
    and not exists (select from jsonb_each(map) e where e.key not in ('en', 'ru', 'tr', 'ar', 'fa', 'ur', 'fr', 'uk')
      or jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and 10000)
$$;
comment on function is_language_map is 'Whether a value is a text in several languages: English at least, known languages only, 1 to 10,000 characters each.';

create table framework_generation (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('dialogue', 'global')),
  title jsonb not null check (is_language_map(title)),
  adopted_on date not null,
  effective_from date not null,
  effective_until date,
  source text not null check (trim(source) <> ''),
  note text,
  revision integer not null default 1,
  check (effective_from >= adopted_on),
  check (effective_until > effective_from),
  constraint framework_generation_one_in_force exclude using gist (daterange(effective_from, effective_until) with &&) where (kind = 'dialogue')
);
comment on table framework_generation is 'A set of goals as one instrument adopted it. Of the dialogue''s own, at most one is in force on a day.';
comment on column framework_generation.id is 'UUID version 7.';
comment on column framework_generation.key is 'Readable stable key: bp-2013, bp-2019, bp-2024, gcm, sdg.';
comment on column framework_generation.kind is 'dialogue: the dialogue''s own goals, in force one after the other; global: a framework of the world that crosswalks lead to.';
comment on column framework_generation.title is 'What the instrument is called, by language.';
comment on column framework_generation.adopted_on is 'Day of adoption.';
comment on column framework_generation.effective_from is 'First day on which a number in a text means a goal of this generation.';
comment on column framework_generation.effective_until is 'First day on which it no longer does; null while open.';
comment on column framework_generation.source is 'Instrument or publication it rests on.';
comment on column framework_generation.note is 'What a reader should know, for instance that adoption and effect differ.';
comment on column framework_generation.revision is 'Counts every change; a change names the revision it saw.';

create table goal (
  id uuid primary key,
  generation_id uuid not null references framework_generation,
  parent_id uuid references goal,
  code text not null check (code ~ '^[0-9a-z]+(\.[0-9a-z]+)*$'),
  ordinal integer not null check (ordinal >= 1),
  title jsonb not null check (is_language_map(title)),
  text jsonb check (is_language_map(text)),
  source text not null check (trim(source) <> ''),
  revision integer not null default 1,
  unique (generation_id, code),
  check (parent_id <> id)
);
create index on goal (parent_id);
comment on table goal is 'A goal of one generation. A number alone is no goal: 1 means something else in each generation.';
comment on column goal.id is 'UUID version 7; what commitments and plan entries refer to.';
comment on column goal.generation_id is 'The generation.';
comment on column goal.parent_id is 'The goal it belongs under: an action of the Call for Action under its goal; null for a goal itself.';
comment on column goal.code is 'As the instrument numbers it: 1, 10.7, 10.c.';
comment on column goal.ordinal is 'Place among the goals of the generation.';
comment on column goal.title is 'Short title, by language.';
comment on column goal.text is 'Full wording as far as it was entered, by language.';
comment on column goal.source is 'What the wording rests on.';
comment on column goal.revision is 'Counts every change; a change names the revision it saw.';

create table goal_crosswalk (
  id uuid primary key,
  from_goal_id uuid not null references goal,
  to_goal_id uuid not null references goal,
  relation text not null check (relation in ('same', 'close', 'broader', 'narrower', 'related')),
  source text not null check (trim(source) <> ''),
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text,
  check (from_goal_id <> to_goal_id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)),
  check (withdrawn_at >= recorded_at)
);
create unique index goal_crosswalk_once on goal_crosswalk (least(from_goal_id, to_goal_id), greatest(from_goal_id, to_goal_id)) where withdrawn_at is null;
create index on goal_crosswalk (from_goal_id) where withdrawn_at is null;
create index on goal_crosswalk (to_goal_id) where withdrawn_at is null;
create trigger keep_history before update or delete on goal_crosswalk for each row execute function keep_history();
comment on table goal_crosswalk is 'How a goal of one generation stands to one of another. Read both ways; one standing entry for two goals. Corrections append.';
comment on column goal_crosswalk.id is 'UUID version 7.';
comment on column goal_crosswalk.from_goal_id is 'The goal that is described.';
comment on column goal_crosswalk.to_goal_id is 'The goal it is described by.';
comment on column goal_crosswalk.relation is 'same, close, broader (to is wider than from), narrower (to is only a part of from), related. Read from the other side, broader and narrower change places.';
comment on column goal_crosswalk.source is 'Whose reading it is: an instrument, a publication, or our own.';
comment on column goal_crosswalk.note is 'What a reader should know.';
comment on column goal_crosswalk.recorded_at is 'When it was entered.';
comment on column goal_crosswalk.recorded_by is 'Who entered it.';
comment on column goal_crosswalk.withdrawn_at is 'From then on we no longer say so; null for what we say today.';
comment on column goal_crosswalk.withdrawn_by is 'Who withdrew it.';
comment on column goal_crosswalk.withdrawn_reason is 'Why.';

create table strand (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z]+(-[a-z0-9]+)*$'),
  ordinal integer not null check (ordinal >= 1),
  title jsonb not null check (is_language_map(title)),
  used_from date not null,
  used_until date,
  source text not null check (trim(source) <> ''),
  revision integer not null default 1,
  check (used_until > used_from)
);
comment on table strand is 'The way in which work on a goal is done: policy dialogue, operational cooperation, research and knowledge base, impact assessment.';
comment on column strand.id is 'UUID version 7; what plan entries refer to.';
comment on column strand.key is 'Readable stable key: policy-dialogue.';
comment on column strand.ordinal is 'Place among the strands.';
comment on column strand.title is 'What it is called, by language.';
comment on column strand.used_from is 'First day of use.';
comment on column strand.used_until is 'First day of no more use; null when in use.';
comment on column strand.source is 'What it rests on.';
comment on column strand.revision is 'Counts every change; a change names the revision it saw.';

create table theme (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z]+(-[a-z0-9]+)*$'),
  ordinal integer not null check (ordinal >= 1),
  horizontal boolean not null,
  title jsonb not null check (is_language_map(title)),
  used_from date,
  used_until date,
  source text not null check (trim(source) <> ''),
  revision integer not null default 1,
  check (used_until > used_from)
);
comment on table theme is 'A subject that runs across goals: Afghanistan, vulnerability, gender.';
comment on column theme.id is 'UUID version 7.';
comment on column theme.key is 'Readable stable key: vulnerability.';
comment on column theme.ordinal is 'Place among the themes.';
comment on column theme.horizontal is 'Whether it runs across all goals.';
comment on column theme.title is 'What it is called, by language.';
comment on column theme.used_from is 'First day of use; null when as old as our knowledge.';
comment on column theme.used_until is 'First day of no more use; null when in use.';
comment on column theme.source is 'What it rests on.';
comment on column theme.revision is 'Counts every change; a change names the revision it saw.';

-- The history of an entry: what it was, what it became, who, when, why. Of these four tables the standing revision must be in it.
create table framework_generation_revision (
  generation_id uuid not null references framework_generation deferrable initially deferred,
  revision integer not null check (revision >= 1),
  before jsonb,
  after jsonb not null,
  reason text not null check (trim(reason) <> ''),
  at timestamptz not null,
  by uuid not null references person,
  primary key (generation_id, revision),
  check ((before is null) = (revision = 1))
);
create table goal_revision (
  goal_id uuid not null references goal deferrable initially deferred,
  revision integer not null check (revision >= 1),
  before jsonb,
  after jsonb not null,
  reason text not null check (trim(reason) <> ''),
  at timestamptz not null,
  by uuid not null references person,
  primary key (goal_id, revision),
  check ((before is null) = (revision = 1))
);
create table strand_revision (
  strand_id uuid not null references strand deferrable initially deferred,
  revision integer not null check (revision >= 1),
  before jsonb,
  after jsonb not null,
  reason text not null check (trim(reason) <> ''),
  at timestamptz not null,
  by uuid not null references person,
  primary key (strand_id, revision),
  check ((before is null) = (revision = 1))
);
create table theme_revision (
  theme_id uuid not null references theme deferrable initially deferred,
  revision integer not null check (revision >= 1),
  before jsonb,
  after jsonb not null,
  reason text not null check (trim(reason) <> ''),
  at timestamptz not null,
  by uuid not null references person,
  primary key (theme_id, revision),
  check ((before is null) = (revision = 1))
);

do $$ declare thing text; about text; what text; begin
  foreach thing in array array['framework_generation', 'goal', 'strand', 'theme'] loop
    about := case thing when 'framework_generation' then 'generation_id' else thing || '_id' end;
    what := replace(thing, '_', ' ');
    execute format('alter table %I add foreign key (id, revision) references %I deferrable initially deferred', thing, thing || '_revision');
    execute format('create trigger revision before update on %I for each row execute function check_revision(%L)', thing, what);
    execute format('comment on table %I is %L', thing || '_revision', 'Every state of a ' || what || ' with who made it and why. Appended only.');
    execute format('comment on column %I.%I is %L', thing || '_revision', about, 'The ' || what || '.');
    execute format('comment on column %I.revision is %L', thing || '_revision', 'The revision this step made, from 1.');
    execute format('comment on column %I.before is %L', thing || '_revision', 'As it was; null for the first.');
    execute format('comment on column %I.after is %L', thing || '_revision', 'As it became.');
    execute format('comment on column %I.reason is %L', thing || '_revision', 'Why, or what was entered.');
    execute format('comment on column %I.at is %L', thing || '_revision', 'When.');
    execute format('comment on column %I.by is %L', thing || '_revision', 'Who.');
  end loop;
end $$;

-- The goals an outcome is about: a number in a text means a goal of the generation in force on the day of the meeting. No goal: no generation
-- was in force, the meeting has no day, or the generation has no such number. Read as the asker: only outcomes they may see.
create view outcome_goal with (security_invoker = true) as
select o.id as outcome_id, o.report_id, m.id as meeting_id, m.start_day as day, n.number, f.id as generation_id, g.id as goal_id
from outcome o
join report r on r.id = o.report_id
join meeting m on m.id = r.meeting_id
cross join lateral unnest(o.goals) n(number)
left join framework_generation f on f.kind = 'dialogue' and m.start_day >= f.effective_from and (f.effective_until is null or m.start_day < f.effective_until)
left join goal g on g.generation_id = f.id and g.code = n.number::text;
comment on view outcome_goal is 'Each goal number of each outcome with the goal it meant on the day of its meeting.';
