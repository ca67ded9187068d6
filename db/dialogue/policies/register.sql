-- Who may see and do what in the register.
call reset_policies(array['party', 'party_succession', 'party_name', 'party_code', 'body', 'body_name', 'mandate', 'appointment', 'contact']);

grant select, insert on party, party_succession, party_name, party_code, body, body_name, mandate, appointment, contact to redthread_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on party_name, party_code, body_name, mandate, appointment, contact to redthread_app;

-- Parties, their names and codes, bodies and their names are public record: everybody reads them, earlier entries included.
create policy reads on party for select to redthread_app using (true);
create policy reads on party_succession for select to redthread_app using (true);
create policy reads on party_name for select to redthread_app using (true);
create policy reads on party_code for select to redthread_app using (true);
create policy reads on body for select to redthread_app using (true);
create policy reads on body_name for select to redthread_app using (true);
-- The Secretariat enters and withdraws them, always in its own name.
create policy enters on party for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy enters on party_succession for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy enters on party_name for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy enters on party_code for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy enters on body for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy enters on body_name for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy withdraws on party_name for update to redthread_app using ((select app_is_staff())) with check (withdrawn_by = (select app_actor()));
create policy withdraws on party_code for update to redthread_app using ((select app_is_staff())) with check (withdrawn_by = (select app_actor()));
create policy withdraws on body_name for update to redthread_app using ((select app_is_staff())) with check (withdrawn_by = (select app_actor()));

-- mandate: what a party holds is public record; what a person holds for a party is seen by participants.
create policy reads on mandate for select to redthread_app using (person_id is null or (select app_is_participant()));
-- The Secretariat keeps mandates.
create policy enters on mandate for insert to redthread_app with check ((select app_is_staff()) and recorded_by = (select app_actor()));
create policy withdraws on mandate for update to redthread_app using ((select app_is_staff())) with check (withdrawn_by = (select app_actor()));

-- appointment: participants see who has which function; the public does not.
create policy reads on appointment for select to redthread_app
  using ((select app_is_participant()) or person_id = (select app_actor()));
-- The Secretariat keeps appointments; a focal point those of contributors of their own party.
create policy enters on appointment for insert to redthread_app
  with check (recorded_by = (select app_actor())
    and ((select app_is_staff()) or function = 'contributor' and party_id = any ((select app_focal_parties())::uuid[])));
create policy withdraws on appointment for update to redthread_app
  using ((select app_is_staff()) or function = 'contributor' and party_id = any ((select app_focal_parties())::uuid[]))
  with check (withdrawn_by = (select app_actor()));

-- contact: participants see what is meant for them; the rest is for the Secretariat, the person and the focal points of the party.
create policy reads on contact for select to redthread_app
  using ((select app_is_staff()) or visible_to = 'participants' and (select app_is_participant())
    or appointment_id in (select a.id from appointment a where a.person_id = (select app_actor()) or a.party_id = any ((select app_focal_parties())::uuid[])));
-- The Secretariat keeps contacts; a person their own; a focal point those of contributors of their own party.
create policy enters on contact for insert to redthread_app
  with check (recorded_by = (select app_actor()) and ((select app_is_staff())
    or appointment_id in (select a.id from appointment a where a.person_id = (select app_actor())
      or a.function = 'contributor' and a.party_id = any ((select app_focal_parties())::uuid[]))));
create policy withdraws on contact for update to redthread_app
  using ((select app_is_staff()) or appointment_id in (select a.id from appointment a where a.person_id = (select app_actor())
    or a.function = 'contributor' and a.party_id = any ((select app_focal_parties())::uuid[])))
  with check (withdrawn_by = (select app_actor()));
