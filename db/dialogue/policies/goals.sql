-- Who may see and do what with goals.
call reset_policies(array['framework_generation', 'goal', 'goal_crosswalk', 'strand', 'theme',
  'framework_generation_revision', 'goal_revision', 'strand_revision', 'theme_revision']);

grant select, insert on framework_generation, goal, goal_crosswalk, strand, theme,
  framework_generation_revision, goal_revision, strand_revision, theme_revision to redthread_app;
grant update (title, adopted_on, effective_from, effective_until, source, note, revision) on framework_generation to redthread_app;
grant update (parent_id, code, ordinal, title, text, source, revision) on goal to redthread_app;
grant update (ordinal, title, used_from, used_until, source, revision) on strand to redthread_app;
grant update (ordinal, horizontal, title, used_from, used_until, source, revision) on theme to redthread_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on goal_crosswalk to redthread_app;
-- outcome_goal reads as whoever asks: the rules of outcome, report and meeting hold in it.
grant select on outcome_goal to redthread_app;

-- Goals and what they are sorted by are public record: everybody reads them, earlier wordings and withdrawn crosswalks included.
create policy reads on framework_generation for select to redthread_app using (true);
create policy reads on goal for select to redthread_app using (true);
create policy reads on goal_crosswalk for select to redthread_app using (true);
create policy reads on strand for select to redthread_app using (true);
create policy reads on theme for select to redthread_app using (true);
create policy reads on framework_generation_revision for select to redthread_app using (true);
create policy reads on goal_revision for select to redthread_app using (true);
create policy reads on strand_revision for select to redthread_app using (true);
create policy reads on theme_revision for select to redthread_app using (true);

-- The Secretariat enters and changes them; a history line and a crosswalk carry the name of who wrote them, and nobody else's.
create policy enters on framework_generation for insert to redthread_app with check ((select app_is_staff()));
create policy enters on goal for insert to redthread_app with check ((select app_is_staff()));
create policy enters on strand for insert to redthread_app with check ((select app_is_staff()));
create policy enters on theme for insert to redthread_app with check ((select app_is_staff()));
create policy changes on framework_generation for update to redthread_app using ((select app_is_staff()));
create policy changes on goal for update to redthread_app using ((select app_is_staff()));
create policy changes on strand for update to redthread_app using ((select app_is_staff()));
create policy changes on theme for update to redthread_app using ((select app_is_staff()));
create policy enters on goal_crosswalk for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy withdraws on goal_crosswalk for update to redthread_app using ((select app_is_staff())) with check (withdrawn_by = (select app_actor()));
create policy appends on framework_generation_revision for insert to redthread_app with check ((select app_is_staff()) and by = (select app_actor()));
create policy appends on goal_revision for insert to redthread_app with check ((select app_is_staff()) and by = (select app_actor()));
create policy appends on strand_revision for insert to redthread_app with check ((select app_is_staff()) and by = (select app_actor()));
create policy appends on theme_revision for insert to redthread_app with check ((select app_is_staff()) and by = (select app_actor()));
