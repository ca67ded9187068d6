-- Since when an activity is in its state, so that a state of play of an earlier day does not tell what was only entered later.
alter table activity add column state_since timestamptz not null default now();
comment on column activity.state_since is 'When it came into this state; kept by a trigger.';

create function keep_state_since() returns trigger language plpgsql as $$
begin
  new.state_since := now();
  return new;
end $$;
comment on function keep_state_since is 'Whoever changes a state, the database says when.';
create trigger state_since before update of state on activity for each row when (old.state is distinct from new.state) execute function keep_state_since();
