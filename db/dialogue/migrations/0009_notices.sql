-- Calendar and notices: when what the calendar shows was last changed, feeds by secret link, what each person wants to be told and how,
-- and what they were told. Whether something is due is computed from the clock; a notice is a row so that nobody is told twice.

create table calendar_stamp (
  thing_id uuid primary key generated always as (coalesce(meeting_id, activity_id, commitment_id, cycle_id)) stored,
  meeting_id uuid unique references meeting,
  activity_id uuid unique references activity,
  commitment_id uuid unique references commitment,
  cycle_id uuid unique references plan_cycle,
  sequence integer not null default 0 check (sequence >= 0),
  changed_at timestamptz not null,
  check (num_nonnulls(meeting_id, activity_id, commitment_id, cycle_id) = 1)
);
comment on table calendar_stamp is 'When what the calendar shows of a meeting, an activity, a due commitment or a plan cycle was last changed, and how often: LAST-MODIFIED and SEQUENCE of its entry in a feed (RFC 5545). Kept by triggers.';
comment on column calendar_stamp.thing_id is 'Id of the one of the four that is not null.';
comment on column calendar_stamp.meeting_id is 'The meeting, or null.';
comment on column calendar_stamp.activity_id is 'The activity, or null.';
comment on column calendar_stamp.commitment_id is 'The commitment, or null.';
comment on column calendar_stamp.cycle_id is 'The plan cycle, or null.';
comment on column calendar_stamp.sequence is 'For an activity, a commitment or a cycle its revision less one; for a meeting, which has none, the number of changes.';
comment on column calendar_stamp.changed_at is 'When.';

-- Belongs to redthread_definer (policies/notices.sql), because nobody may write a stamp by hand.
create function stamp_calendar() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'meeting' then
    if tg_op = 'UPDATE' and (new.title, new.start_day, new.end_day, new.place, new.mode) is not distinct from (old.title, old.start_day, old.end_day, old.place, old.mode) then
      return null;
    end if;
    insert into calendar_stamp as s (meeting_id, changed_at) values (new.id, clock_timestamp())
      on conflict (meeting_id) do update set sequence = s.sequence + 1, changed_at = excluded.changed_at;
  elsif tg_table_name = 'activity' then
    insert into calendar_stamp (activity_id, sequence, changed_at) values (new.id, new.revision - 1, clock_timestamp())
      on conflict (activity_id) do update set sequence = excluded.sequence, changed_at = excluded.changed_at;
  elsif tg_table_name = 'plan_cycle' then
    insert into calendar_stamp (cycle_id, sequence, changed_at) values (new.id, new.revision - 1, clock_timestamp())
      on conflict (cycle_id) do update set sequence = excluded.sequence, changed_at = excluded.changed_at;
  else
    insert into calendar_stamp (commitment_id, sequence, changed_at) values (new.id, new.revision - 1, clock_timestamp())
      on conflict (commitment_id) do update set sequence = excluded.sequence, changed_at = excluded.changed_at;
  end if;
  return null;
end $$;
comment on function stamp_calendar is 'Keeps calendar_stamp.';
create trigger calendar_stamp after insert or update on meeting for each row execute function stamp_calendar();
create trigger calendar_stamp after insert or update on activity for each row execute function stamp_calendar();
create trigger calendar_stamp after insert or update on commitment for each row execute function stamp_calendar();
create trigger calendar_stamp after insert or update on plan_cycle for each row execute function stamp_calendar();
insert into calendar_stamp (meeting_id, changed_at) select id, now() from meeting;
insert into calendar_stamp (activity_id, sequence, changed_at) select id, revision - 1, now() from activity;
insert into calendar_stamp (commitment_id, sequence, changed_at) select id, revision - 1, now() from commitment;
insert into calendar_stamp (cycle_id, sequence, changed_at) select id, revision - 1, now() from plan_cycle;

create table calendar_feed (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null check (length(trim(name)) between 1 and 80),
  query text not null default '' check (length(query) <= 500),
  digest bytea not null unique check (length(digest) = 32),
  made_at timestamptz not null,
  renewed_at timestamptz,
  revoked_at timestamptz
);
create index on calendar_feed (person_id);
comment on table calendar_feed is 'A calendar feed by secret link: whoever has the link reads what the person may see at that moment. Revoked, never deleted.';
comment on column calendar_feed.id is 'UUID version 7.';
comment on column calendar_feed.person_id is 'Whose it is.';
comment on column calendar_feed.name is 'What the person calls it: the device, the programme.';
comment on column calendar_feed.query is 'Filters, as in the address of the calendar page.';
comment on column calendar_feed.digest is 'SHA-256 of the secret; the secret itself is shown once and kept nowhere.';
comment on column calendar_feed.made_at is 'When it was made.';
comment on column calendar_feed.renewed_at is 'When it last got another secret.';
comment on column calendar_feed.revoked_at is 'From then on the link answers 410.';

-- What is revoked stays revoked: a link that was given away must not come back to life.
create function calendar_feed_guard() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null then
    raise exception using errcode = 'RT409', message = 'This link was ended already. Make a new one.';
  end if;
  return new;
end $$;
comment on function calendar_feed_guard is 'A revoked feed is not changed any more.';
create trigger guard before update on calendar_feed for each row execute function calendar_feed_guard();

create table notice_setting (
  person_id uuid primary key references person,
  zone text check (zone ~ '^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$' and length(zone) <= 60),
  at timestamptz not null
);
comment on table notice_setting is 'Where a person is, in time.';
comment on column notice_setting.person_id is 'Whose.';
comment on column notice_setting.zone is 'IANA time zone in which digests come at seven in the morning; null: that of the capital of the party, else UTC.';
comment on column notice_setting.at is 'When it was set.';

create table notice_choice (
  person_id uuid not null references person,
  kind text not null check (kind in ('asked', 'update-asked', 'claim-waiting', 'claim-answered', 'due', 'overdue', 'silence', 'plan-call', 'plan-deadline',
    'comment-round', 'plan-endorsed', 'report', 'tie')),
  delivery text not null check (delivery in ('at-once', 'daily', 'weekly', 'none')),
  at timestamptz not null,
  primary key (person_id, kind)
);
comment on table notice_choice is 'How a person wants to be told of a kind of thing. Without a row the default of the kind holds (src/modules/notices/kinds.ts).';
comment on column notice_choice.person_id is 'Whose.';
comment on column notice_choice.kind is 'Kind of notice.';
comment on column notice_choice.delivery is 'at-once, daily or weekly digest, or none.';
comment on column notice_choice.at is 'When it was chosen.';

alter table mail drop constraint mail_template_check;
alter table mail add constraint mail_template_check check (template in ('sign-in', 'invitation', 'notice', 'digest'));

create table notice (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('asked', 'update-asked', 'claim-waiting', 'claim-answered', 'due', 'overdue', 'silence', 'plan-call', 'plan-deadline',
    'comment-round', 'plan-endorsed', 'report', 'tie')),
  subject uuid not null,
  occurrence text not null check (length(occurrence) between 1 and 80),
  delivery text not null check (delivery in ('at-once', 'daily', 'weekly')),
  caused_at timestamptz not null,
  due_at timestamptz not null,
  mail_id uuid references mail on delete set null,
  dropped_at timestamptz,
  unique (person_id, kind, subject, occurrence)
);
create index on notice (due_at) where mail_id is null and dropped_at is null;
create index on notice (mail_id) where mail_id is not null;
comment on table notice is 'That a person is to be told of something, once. Holds no words: they are written when the mail is sent, from what the person may see then.';
comment on column notice.id is 'UUID version 7.';
comment on column notice.person_id is 'Who is told.';
comment on column notice.kind is 'Kind of notice.';
comment on column notice.subject is 'Id of the thing it is about; the kind says of which table. No foreign key: the notice is a mark that survives the thing.';
comment on column notice.occurrence is 'Which time of the same: the day that is due, the revision of the owner. With the three columns before it the key that keeps a person from being told twice.';
comment on column notice.delivery is 'How it goes out, as chosen when it was caused.';
comment on column notice.caused_at is 'When the clock or an event caused it.';
comment on column notice.due_at is 'When it may go out: at once outside quiet hours, or at seven in the morning of the person.';
comment on column notice.mail_id is 'The mail that carries it; told when that mail is sent.';
comment on column notice.dropped_at is 'When it was dropped, because nothing was left to say or the person no longer wants to hear of it.';
