-- Who may see and do what with the calendar's stamps, feeds by secret link, and notices.
-- A feed, a setting and a choice belong to the person alone: not even the Secretariat sees them. Notices are the installation's own.
call reset_policies(array['calendar_stamp', 'calendar_feed', 'notice_setting', 'notice_choice', 'notice']);

grant select on calendar_stamp to redthread_app;
grant select, insert, update on calendar_stamp to redthread_definer;
grant select (id, person_id, name, query, made_at, renewed_at, revoked_at), insert, update (digest, renewed_at, revoked_at) on calendar_feed to redthread_app;
grant select on calendar_feed to redthread_definer;
grant select, insert, update on notice_setting, notice_choice to redthread_app;
grant select, insert on notice to redthread_app;
grant update (due_at, delivery, mail_id, dropped_at) on notice to redthread_app;

-- calendar_stamp: who sees the meeting, the activity, the commitment or the cycle. Written by the trigger alone.
create policy reads on calendar_stamp for select to redthread_app using (
  meeting_id in (select m.id from meeting m) or activity_id in (select a.id from activity a) or commitment_id in (select c.id from commitment c)
  or cycle_id in (select c.id from plan_cycle c));
create policy keeps on calendar_stamp to redthread_definer using (true) with check (true);

-- calendar_feed: the person makes, renews, revokes and lists their own; nobody reads a digest.
create policy own on calendar_feed to redthread_app using (person_id = (select app_actor())) with check (person_id = (select app_actor()));
create policy definer_reads on calendar_feed for select to redthread_definer using (true);

-- notice_setting, notice_choice: the person, and Redthread itself, which has to know how to tell them.
create policy own on notice_setting to redthread_app using (person_id = (select app_actor())) with check (person_id = (select app_actor()));
create policy tells on notice_setting for select to redthread_app using ((select app_roles()) && array['system']);
create policy own on notice_choice to redthread_app using (person_id = (select app_actor())) with check (person_id = (select app_actor()));
create policy tells on notice_choice for select to redthread_app using ((select app_roles()) && array['system']);

-- notice: Redthread itself.
create policy tells on notice to redthread_app using ((select app_roles()) && array['system']) with check ((select app_roles()) && array['system']);

-- The feed behind a secret: whose it is and its filters, or that it is over; a secret nobody has gives no row. The digest is the proof, so anybody may ask.
create or replace function calendar_feed_by(secret_digest bytea) returns table (person_id uuid, query text, over boolean)
language sql stable security definer set search_path = public as $$
  select f.person_id, f.query, f.revoked_at is not null or p.ended_at is not null
  from calendar_feed f join person p on p.id = f.person_id where f.digest = secret_digest
$$;

do $$ declare f text; begin
  foreach f in array array['calendar_feed_by(bytea)', 'stamp_calendar()'] loop
    execute format('alter function %s owner to redthread_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function calendar_feed_by(bytea) to redthread_app, redthread_owner;
