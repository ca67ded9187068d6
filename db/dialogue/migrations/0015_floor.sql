-- The floor of a session: the speakers' list, what is noted, what a break-out brings to plenary. At most one intervention in a session is in progress: the
-- database refuses a second one.

create table intervention (
  id uuid primary key,
  session_id uuid not null references meeting_session,
  party_id uuid references party,
  speaker text check (length(trim(speaker)) between 1 and 200),
  kind text not null check (kind in ('statement', 'tour', 'reply', 'point-of-order')),
  state text not null default 'waiting' check (state in ('waiting', 'speaking', 'paused', 'done', 'waived', 'written', 'withdrawn', 'absent')),
  ordinal integer not null,
  asked_at timestamptz not null,
  given_at timestamptz,
  running_since timestamptz,
  spoken_ms bigint not null default 0 check (spoken_ms >= 0),
  ended_at timestamptz,
  text text check (length(trim(text)) between 1 and 20000),
  revision integer not null default 1,
  by uuid not null references person,
  check (party_id is not null or speaker is not null),
  check ((state = 'speaking') = (running_since is not null)),
  check ((state = 'written') <= (text is not null)),
  unique (session_id, id)
);
create index on intervention (session_id, ordinal);
create index on intervention (party_id) where party_id is not null;
create unique index one_speaker on intervention (session_id) where state = 'speaking';
create unique index one_tour on intervention (session_id, party_id) where kind = 'tour';
comment on table intervention is 'One turn on the speakers’ list of a session.';
comment on column intervention.id is 'UUID version 7; made by the device that asks, so that a repeated send counts once.';
comment on column intervention.session_id is 'The session.';
comment on column intervention.party_id is 'For which party; null for a speaker from outside.';
comment on column intervention.speaker is 'Who speaks, as announced; null when the party alone is named.';
comment on column intervention.kind is 'statement, tour (of the tour de table), reply, point-of-order.';
comment on column intervention.state is 'waiting, speaking, paused, done, waived, written (in writing), withdrawn, absent.';
comment on column intervention.ordinal is 'Place on the list: ascending, with gaps, so that one can be put between two others without moving them.';
comment on column intervention.asked_at is 'When the floor was asked for, or the list was made.';
comment on column intervention.given_at is 'When the floor was given, first.';
comment on column intervention.running_since is 'Since when it runs; null unless speaking.';
comment on column intervention.spoken_ms is 'Milliseconds spoken before running_since.';
comment on column intervention.ended_at is 'When it ended.';
comment on column intervention.text is 'Statement in writing, as handed in.';
comment on column intervention.revision is 'Counts changes.';
comment on column intervention.by is 'Who put it on the list.';

create table floor_note (
  id uuid primary key,
  session_id uuid not null references meeting_session,
  intervention_id uuid,
  text text not null check (length(trim(text)) between 1 and 20000),
  device uuid not null,
  edit integer not null check (edit >= 1),
  sent_at timestamptz,
  removed_at timestamptz,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  foreign key (session_id, intervention_id) references intervention (session_id, id)
);
create index on floor_note (session_id);
create index on floor_note (intervention_id) where intervention_id is not null;
comment on table floor_note is 'What a note taker writes, tied to the intervention in progress. Seen by the author alone until sent, then by those who lead the session.';
comment on column floor_note.id is 'Made by the device, so that a repeated send counts once.';
comment on column floor_note.session_id is 'The session.';
comment on column floor_note.intervention_id is 'The intervention it belongs to; null for the session as such.';
comment on column floor_note.text is 'The note.';
comment on column floor_note.device is 'The browser that wrote last.';
comment on column floor_note.edit is 'How often that browser had changed the note: a save that arrives late, after a newer one, changes nothing.';
comment on column floor_note.sent_at is 'When it was handed to the drafting of the report.';
comment on column floor_note.removed_at is 'Struck out.';
comment on column floor_note.revision is 'Counts changes.';
comment on column floor_note.at is 'When it was begun, as the device says.';
comment on column floor_note.by is 'Who writes.';

create table session_point (
  id uuid primary key,
  session_id uuid not null references meeting_session,
  kind text not null check (kind in ('recommendation', 'decision', 'action-point', 'offer', 'request')),
  text text not null check (length(trim(text)) between 1 and 2000),
  party_id uuid references party,
  intervention_id uuid,
  ordinal integer not null check (ordinal >= 1),
  reported_at timestamptz,
  removed_at timestamptz,
  revision integer not null default 1,
  at timestamptz not null,
  by uuid not null references person,
  foreign key (session_id, intervention_id) references intervention (session_id, id)
);
create index on session_point (session_id);
comment on table session_point is 'What a session brings out: the list of a break-out that reports to plenary, the decisions of a plenary.';
comment on column session_point.id is 'UUID version 7.';
comment on column session_point.session_id is 'The session.';
comment on column session_point.kind is 'recommendation, decision, action-point, offer or request.';
comment on column session_point.text is 'One sentence.';
comment on column session_point.party_id is 'The party that offers, asks or undertakes; null for the session as such.';
comment on column session_point.intervention_id is 'In which intervention it was said.';
comment on column session_point.ordinal is 'Place in the list.';
comment on column session_point.reported_at is 'When it was reported to plenary.';
comment on column session_point.removed_at is 'Struck out.';
comment on column session_point.revision is 'Counts changes.';
comment on column session_point.at is 'When it was noted.';
comment on column session_point.by is 'Who noted it.';

create table floor_version (
  session_id uuid primary key references meeting_session,
  version bigint not null default 1,
  changed_at timestamptz not null default '-infinity'
);
comment on table floor_version is 'Counts the changes of the floor of a session, so that a screen that was away knows whether it missed one. Its row is locked by every command: one at a time.';
comment on column floor_version.session_id is 'The session.';
comment on column floor_version.version is 'Goes up with every change that somebody can see.';
comment on column floor_version.changed_at is 'When it last went up. No command is dated before it, whatever a clock says.';

create table floor_command (
  id uuid primary key,
  session_id uuid not null references meeting_session,
  name text not null,
  answer jsonb not null,
  at timestamptz not null,
  by uuid not null references person
);
create index on floor_command (session_id);
comment on table floor_command is 'Commands that were carried out. One that is sent again after a lost connection is answered from here and counts once.';
comment on column floor_command.id is 'Made by the device that sends.';
comment on column floor_command.session_id is 'The session.';
comment on column floor_command.name is 'Dotted name of the action.';
comment on column floor_command.answer is 'What it answered.';
comment on column floor_command.at is 'When it was carried out.';
comment on column floor_command.by is 'Who sent it.';

create table floor_screen (
  id uuid primary key,
  session_id uuid not null references meeting_session,
  digest bytea not null unique check (length(digest) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  by uuid not null references person,
  check (expires_at > made_at and expires_at <= made_at + interval '7 days')
);
create index on floor_screen (session_id);
comment on table floor_screen is 'A link for a machine in the room that shows the floor without anybody signed in. It shows what the screen shows, for as long as who made it leads the session.';
comment on column floor_screen.id is 'UUID version 7.';
comment on column floor_screen.session_id is 'The session it shows.';
comment on column floor_screen.digest is 'SHA-256 of the secret; the secret itself is shown once and kept nowhere.';
comment on column floor_screen.made_at is 'When it was made.';
comment on column floor_screen.expires_at is 'From then on it shows nothing.';
comment on column floor_screen.revoked_at is 'Ended before that.';
comment on column floor_screen.by is 'Who made it.';

insert into record_transition (thing, from_state, to_state) values
  ('intervention', 'waiting', 'speaking'), ('intervention', 'waiting', 'waived'), ('intervention', 'waiting', 'written'), ('intervention', 'waiting', 'withdrawn'),
  ('intervention', 'waiting', 'absent'), ('intervention', 'speaking', 'paused'), ('intervention', 'paused', 'speaking'), ('intervention', 'speaking', 'done'),
  ('intervention', 'paused', 'done'), ('intervention', 'done', 'paused'), ('intervention', 'waived', 'waiting'), ('intervention', 'withdrawn', 'waiting'),
  ('intervention', 'absent', 'waiting'), ('intervention', 'written', 'waiting');
create trigger transition before update on intervention for each row execute function check_transition('intervention', 'state');
create trigger revision before update on intervention for each row execute function check_revision('intervention');
create trigger revision before update on floor_note for each row execute function check_revision('floor_note');
create trigger revision before update on session_point for each row execute function check_revision('session_point');

-- Every change that somebody can see counts the version of its floor up and wakes the servers that show it. A point also shows in the session it is reported to.
create function floor_touch() returns trigger language plpgsql as $$
declare s uuid; shown uuid[];
begin
  if tg_table_name = 'meeting_session' then
    shown := array[new.id];
  elsif tg_table_name = 'session_point' then
    select array[p.id, p.parent_id] into shown from meeting_session p where p.id = new.session_id;
  else
    shown := array[new.session_id];
  end if;
  foreach s in array array_remove(shown, null) loop
    insert into floor_version (session_id, version, changed_at) values (s, 2, clock_timestamp())
      on conflict (session_id) do update set version = floor_version.version + 1, changed_at = greatest(floor_version.changed_at, clock_timestamp());
    perform pg_notify('floor', s::text);
  end loop;
  return null;
end $$;
comment on function floor_touch is 'Counts the version of a floor up and tells the servers.';
create trigger touch after insert or update on intervention for each row execute function floor_touch();
create trigger touch after insert or update on session_point for each row execute function floor_touch();
create trigger touch after update on meeting_session for each row
  when (old.* is distinct from new.*) execute function floor_touch();

-- The floor is given in an open session only, and nobody keeps it when the session is interrupted or closed.
create function floor_guard() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'intervention' then
    if new.state = 'speaking' and not exists (select from meeting_session s where s.id = new.session_id and s.state = 'open') then
      raise exception using errcode = 'RT409', message = 'The floor can be given in an open session only.';
    end if;
  elsif new.state <> 'open' and exists (select from intervention i where i.session_id = new.id and i.state = 'speaking') then
    raise exception using errcode = 'RT409', message = 'Somebody has the floor in this session. Pause or end the intervention first.';
  end if;
  return new;
end $$;
comment on function floor_guard is 'Nobody speaks but in an open session.';
create trigger guard before insert or update on intervention for each row execute function floor_guard();
create trigger guard before update of state on meeting_session for each row execute function floor_guard();

-- What is revoked stays revoked.
create function floor_screen_guard() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null then
    raise exception using errcode = 'RT409', message = 'This link was ended already. Make a new one.';
  end if;
  return new;
end $$;
comment on function floor_screen_guard is 'A revoked link is not changed any more.';
create trigger guard before update on floor_screen for each row execute function floor_screen_guard();
