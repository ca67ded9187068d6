-- The Secretariat enters the delegation of a party of which no focal point holds an account: a ministry that answers by e-mail is filed too.
-- What was returned can be changed by its party before it is submitted again.

alter table delegation add column entered_by_secretariat boolean not null default false;
comment on column delegation.entered_by_secretariat is 'Whether all that is not submitted in it was written by the Secretariat for the party; false from the moment on when the party itself writes.';
comment on column delegation.submitted_by is 'The focal point who did; where the Secretariat entered it, who of the Secretariat did.';

-- What was returned is written in by its party while it still says so; that it was returned is said by the Secretariat alone.
create function delegation_decision_guard() returns trigger language plpgsql as $$
begin
  if current_user <> 'redthread_app' or app_is_staff() then return new; end if;
  if (new.decided_at, new.decided_by) is distinct from (old.decided_at, old.decided_by) or new.state = 'returned' and old.state <> 'returned' then
    raise exception using errcode = '42501', message = 'A delegation is decided on by the Secretariat.';
  end if;
  return new;
end $$;
comment on function delegation_decision_guard is 'Keeps decisions about a delegation to the Secretariat.';
create trigger decision_guard before update on delegation for each row execute function delegation_decision_guard();
