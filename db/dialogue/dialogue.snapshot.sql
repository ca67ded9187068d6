-- Made by tools/generate-types.ts from db/dialogue/migrations and db/dialogue/policies. Do not edit; do not run: for reading and comparing.

-- Who may act as what, from when until when. Ended, never deleted.
create table access_grant (
  id uuid not null,  -- UUID version 7.
  person_id uuid not null,  -- The person who holds the role.
  role text not null,  -- member, focal-point and observer act for a party; chair for a body; secretariat, administrator and system for the dialogue.
  party_id uuid,  -- The party a member, focal point or observer acts for.
  body_id uuid,  -- The body a chair presides.
  valid_from timestamp with time zone default now() not null,  -- From this moment on.
  valid_until timestamp with time zone,  -- Until this moment; null is open.
  granted_by uuid,  -- Who granted it; null for the installation itself.
  reason text not null,  -- Why, or the letter that says so.
  constraint access_grant_check CHECK (((role = ANY (ARRAY['member'::text, 'focal-point'::text, 'observer'::text])) = (party_id IS NOT NULL))),
  constraint access_grant_check1 CHECK (((role = 'chair'::text) = (body_id IS NOT NULL))),
  constraint access_grant_check2 CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
  constraint access_grant_role_check CHECK ((role = ANY (ARRAY['member'::text, 'focal-point'::text, 'chair'::text, 'secretariat'::text, 'observer'::text, 'administrator'::text, 'system'::text]))),
  constraint access_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id),
  constraint access_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint access_grant_pkey PRIMARY KEY (id)
);
CREATE INDEX access_grant_person_id_idx ON public.access_grant USING btree (person_id);
CREATE TRIGGER guard BEFORE UPDATE ON public.access_grant FOR EACH ROW EXECUTE FUNCTION access_grant_guard();
create policy definer_reads on access_grant for select to redthread_definer using (true);
create policy ends on access_grant for update to redthread_app using (((person_id <> ( SELECT app_actor() AS app_actor)) AND (role <> 'system'::text) AND (( SELECT app_is_staff() AS app_is_staff) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text]) OR ((role = 'member'::text) AND (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])))))) with check ((person_id <> ( SELECT app_actor() AS app_actor)));
create policy grants on access_grant for insert to redthread_app with check (((person_id <> ( SELECT app_actor() AS app_actor)) AND (role <> 'system'::text) AND ((granted_by = ( SELECT app_actor() AS app_actor)) OR ((granted_by IS NULL) AND (( SELECT app_roles() AS app_roles) && ARRAY['system'::text]))) AND (( SELECT app_is_staff() AS app_is_staff) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text]) OR ((role = 'member'::text) AND (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[]))))));
create policy reads on access_grant for select to redthread_app using (((person_id = ( SELECT app_actor() AS app_actor)) OR (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])) OR ( SELECT app_is_staff() AS app_is_staff) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text])));
grant insert, select on access_grant to redthread_app;
grant select on access_grant to redthread_definer;

-- What is done about commitments: a meeting, training, study visit, publication, project …
create table activity (
  id uuid not null,  -- UUID version 7.
  number integer default nextval('activity_number'::regclass) not null,  -- Permanent number people cite: A-7.
  kind text not null,  -- What sort of activity.
  title text not null,  -- In a few words.
  description text default ''::text not null,  -- In full.
  language text default 'en'::text not null,  -- BCP 47 language of title and description.
  body_id uuid,  -- The body it is held for.
  meeting_id uuid,  -- The meeting of the records or the meeting cycle that it is, when it is one.
  state text default 'planned'::text not null,  -- planned, confirmed, postponed, held or cancelled.
  audience text default 'participants'::text not null,  -- participants, or public.
  starts_from date,  -- Earliest day it can start; equal to starts_until when the day is fixed.
  starts_until date,  -- Latest day it can start.
  ends_on date,  -- Last day; null when it takes one day or is unknown.
  place text default ''::text not null,  -- Where.
  funding text default ''::text not null,  -- Who pays, as the plan says.
  strand text,  -- Key of the strand of the plan.
  plan_entry text,  -- Address of the entry of the endorsed plan it comes from: cycle, entry.
  reason text,  -- Why it was postponed or cancelled.
  at timestamp with time zone not null,  -- When it was entered.
  by uuid not null,  -- Who entered it.
  revision integer default 1 not null,  -- Counts changes; also the SEQUENCE of its calendar entry.
  state_since timestamp with time zone default now() not null,  -- When it came into this state; kept by a trigger.
  constraint activity_audience_check CHECK ((audience = ANY (ARRAY['participants'::text, 'public'::text]))),
  constraint activity_check CHECK ((((starts_from IS NULL) = (starts_until IS NULL)) AND (starts_until >= starts_from))),
  constraint activity_check1 CHECK (((ends_on IS NULL) OR ((starts_from IS NOT NULL) AND (ends_on >= starts_from)))),
  constraint activity_check2 CHECK (((state = ANY (ARRAY['postponed'::text, 'cancelled'::text])) <= ((reason IS NOT NULL) AND (length(TRIM(BOTH FROM reason)) > 0)))),
  constraint activity_check3 CHECK (((state <> 'held'::text) OR (starts_from IS NOT NULL))),
  constraint activity_description_check CHECK ((length(description) <= 5000)),
  constraint activity_funding_check CHECK ((length(funding) <= 500)),
  constraint activity_kind_check CHECK ((kind = ANY (ARRAY['meeting'::text, 'expert-meeting'::text, 'training'::text, 'study-visit'::text, 'publication'::text, 'project'::text, 'deployment'::text, 'query'::text, 'procedure'::text, 'other'::text]))),
  constraint activity_place_check CHECK ((length(place) <= 200)),
  constraint activity_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'confirmed'::text, 'postponed'::text, 'held'::text, 'cancelled'::text]))),
  constraint activity_title_check CHECK (((length(TRIM(BOTH FROM title)) >= 3) AND (length(TRIM(BOTH FROM title)) <= 300))),
  constraint activity_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint activity_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint activity_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_number_key UNIQUE (number)
);
CREATE INDEX activity_body_id_idx ON public.activity USING btree (body_id);
CREATE INDEX activity_meeting_id_idx ON public.activity USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE UNIQUE INDEX activity_plan_entry_idx ON public.activity USING btree (plan_entry) WHERE (plan_entry IS NOT NULL);
CREATE INDEX activity_starts_from_idx ON public.activity USING btree (starts_from);
CREATE TRIGGER activity_revision BEFORE UPDATE ON public.activity FOR EACH ROW EXECUTE FUNCTION check_revision('activity');
CREATE TRIGGER activity_state BEFORE UPDATE ON public.activity FOR EACH ROW EXECUTE FUNCTION check_transition('activity', 'state');
CREATE TRIGGER calendar_stamp AFTER INSERT OR UPDATE ON public.activity FOR EACH ROW EXECUTE FUNCTION stamp_calendar();
CREATE TRIGGER heard AFTER UPDATE OF state, audience, starts_until, ends_on ON public.activity FOR EACH ROW EXECUTE FUNCTION heard_elsewhere();
CREATE TRIGGER state_since BEFORE UPDATE OF state ON public.activity FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION keep_state_since();
create policy changes on activity for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))));
create policy definer_reads on activity for select to redthread_definer using (true);
create policy enters on activity for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])))));
create policy reads on activity for select to redthread_app using (((audience = 'public'::text) OR ( SELECT app_is_participant() AS app_is_participant)));
grant insert, select on activity to redthread_app;
grant select on activity to redthread_definer;

-- Which commitments an activity fulfils.
create table activity_commitment (
  activity_id uuid not null,  -- The activity.
  commitment_id uuid not null,  -- The commitment.
  constraint activity_commitment_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint activity_commitment_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint activity_commitment_pkey PRIMARY KEY (activity_id, commitment_id)
);
CREATE INDEX activity_commitment_commitment_id_idx ON public.activity_commitment USING btree (commitment_id);
CREATE TRIGGER heard AFTER INSERT OR DELETE ON public.activity_commitment FOR EACH ROW EXECUTE FUNCTION heard_of_commitment();
create policy definer_reads on activity_commitment for select to redthread_definer using (true);
create policy reads on activity_commitment for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_commitment.activity_id)))));
create policy removes on activity_commitment for delete to redthread_app using ((activity_id IN ( SELECT a.id
   FROM activity a
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (a.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))));
create policy writes on activity_commitment for insert to redthread_app with check ((activity_id IN ( SELECT a.id
   FROM activity a
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (a.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))));
grant delete, insert, select on activity_commitment to redthread_app;
grant select on activity_commitment to redthread_definer;

-- Goals an activity serves.
create table activity_goal (
  activity_id uuid not null,  -- The activity.
  goal_id uuid not null,  -- A goal: generation and number.
  constraint activity_goal_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint activity_goal_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id),
  constraint activity_goal_pkey PRIMARY KEY (activity_id, goal_id)
);
CREATE INDEX activity_goal_goal_id_idx ON public.activity_goal USING btree (goal_id);
create policy reads on activity_goal for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_goal.activity_id)))));
create policy removes on activity_goal for delete to redthread_app using ((activity_id IN ( SELECT a.id
   FROM activity a
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (a.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))));
create policy writes on activity_goal for insert to redthread_app with check ((activity_id IN ( SELECT a.id
   FROM activity a
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (a.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))));
grant delete, insert, select on activity_goal to redthread_app;

-- Who leads, hosts, pays for or takes part in an activity.
create table activity_party (
  activity_id uuid not null,  -- The activity.
  role text not null,  -- lead, partner, host or funder.
  ordinal integer not null,  -- Order within the role.
  party_id uuid,  -- The party, or null for a body.
  body_id uuid,  -- The body, or null for a party.
  constraint activity_party_check CHECK (((party_id IS NULL) <> (body_id IS NULL))),
  constraint activity_party_ordinal_check CHECK ((ordinal >= 1)),
  constraint activity_party_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'partner'::text, 'host'::text, 'funder'::text]))),
  constraint activity_party_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint activity_party_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint activity_party_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint activity_party_pkey PRIMARY KEY (activity_id, role, ordinal)
);
CREATE INDEX activity_party_party_id_idx ON public.activity_party USING btree (party_id);
create policy reads on activity_party for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (EXISTS ( SELECT
   FROM activity a
  WHERE (a.id = activity_party.activity_id)))));
create policy removes on activity_party for delete to redthread_app using ((activity_id IN ( SELECT a.id
   FROM activity a
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (a.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))));
create policy writes on activity_party for insert to redthread_app with check ((activity_id IN ( SELECT a.id
   FROM activity a
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (a.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))));
grant delete, insert, select on activity_party to redthread_app;

-- A personal access token for the API. The token itself is shown once, when it is made, and never kept.
create table api_token (
  id uuid not null,  -- UUID version 7.
  person_id uuid not null,  -- Whose; it may never do more than this person may.
  name text not null,  -- What the person calls it: the program or machine that uses it.
  hint text not null,  -- Its last characters, to tell tokens apart.
  digest bytea not null,  -- SHA-256 of the token. 256 random bits need no slow digest.
  scopes text[] not null,  -- read, and write:<module> for each module whose actions it may call.
  created_at timestamp with time zone not null,  -- When it was made.
  expires_at timestamp with time zone not null,  -- Worthless from then on; a year after it was made at the latest.
  used_at timestamp with time zone,  -- When it was used last, to five minutes.
  revoked_at timestamp with time zone,  -- When its person revoked it; worthless from then on.
  constraint api_token_check CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '367 days'::interval)))),
  constraint api_token_check1 CHECK (((revoked_at IS NULL) OR (revoked_at >= created_at))),
  constraint api_token_digest_check CHECK ((length(digest) = 32)),
  constraint api_token_hint_check CHECK (((length(hint) >= 4) AND (length(hint) <= 20))),
  constraint api_token_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 80))),
  constraint api_token_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 30))),
  constraint api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_digest_key UNIQUE (digest)
);
CREATE INDEX api_token_person_id_idx ON public.api_token USING btree (person_id);
CREATE TRIGGER never_changed BEFORE UPDATE ON public.api_token FOR EACH ROW EXECUTE FUNCTION check_api_token();
create policy door_notes on api_token for update to redthread_definer using ((revoked_at IS NULL)) with check ((revoked_at IS NULL));
create policy door_reads on api_token for select to redthread_definer using (true);
create policy own on api_token for all to redthread_app using ((person_id = ( SELECT app_actor() AS app_actor))) with check ((person_id = ( SELECT app_actor() AS app_actor)));
grant insert on api_token to redthread_app;
grant select on api_token to redthread_definer;

-- The function a person has for a party, from when until when, with the letter that says so.
create table appointment (
  id uuid not null,  -- UUID version 7.
  function text not null,  -- national-focal-point, contributor, single-point-of-contact (link office), liaison-officer (posted to a party), thb-coordinator.
  party_id uuid not null,  -- The party that appointed.
  person_id uuid not null,  -- Who was appointed.
  posted_to_id uuid,  -- The party a liaison officer is posted to.
  post text,  -- Office and post, as the letter says.
  begins_from date,  -- Earliest day it can have begun; null when that is unknown.
  begins_until date not null,  -- From this day on it certainly held.
  ends_from date,  -- Until this day (exclusive) it certainly held; null while nothing speaks for an end.
  ends_until date,  -- Latest day by which it had ended; null with ends_from set: not known whether it went on.
  evidence text not null,  -- Nomination letter or other paper: who wrote it, when, its reference.
  evidence_link text,  -- Where to read it.
  recorded_at timestamp with time zone default now() not null,  -- When we learned it.
  recorded_by uuid not null,  -- Who entered it.
  withdrawn_at timestamp with time zone,  -- From then on we no longer say so.
  withdrawn_by uuid,  -- Who withdrew it.
  withdrawn_reason text,  -- Why: ended, corrected, entered by mistake.
  replaces_id uuid,  -- The entry that this one corrects or ends.
  constraint appointment_check CHECK (((function = 'liaison-officer'::text) = (posted_to_id IS NOT NULL))),
  constraint appointment_check1 CHECK ((posted_to_id <> party_id)),
  constraint appointment_check2 CHECK ((begins_until >= begins_from)),
  constraint appointment_check3 CHECK (((ends_from IS NOT NULL) OR (ends_until IS NULL))),
  constraint appointment_check4 CHECK ((ends_until >= ends_from)),
  constraint appointment_check5 CHECK ((ends_from > begins_until)),
  constraint appointment_check6 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint appointment_evidence_check CHECK ((TRIM(BOTH FROM evidence) <> ''::text)),
  constraint appointment_evidence_link_check CHECK ((evidence_link ~ '^(https://|/)'::text)),
  constraint appointment_function_check CHECK ((function = ANY (ARRAY['national-focal-point'::text, 'contributor'::text, 'single-point-of-contact'::text, 'liaison-officer'::text, 'thb-coordinator'::text]))),
  constraint appointment_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint appointment_posted_to_id_fkey FOREIGN KEY (posted_to_id) REFERENCES party(id),
  constraint appointment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint appointment_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES appointment(id),
  constraint appointment_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_function_party_id_person_id_coalesce_daterange_excl EXCLUDE USING gist (function WITH =, party_id WITH =, person_id WITH =, COALESCE(posted_to_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(begins_until, ends_from) WITH &&) WHERE ((withdrawn_at IS NULL))
);
CREATE INDEX appointment_party_id_idx ON public.appointment USING btree (party_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX appointment_person_id_idx ON public.appointment USING btree (person_id);
CREATE INDEX appointment_posted_to_id_idx ON public.appointment USING btree (posted_to_id) WHERE (posted_to_id IS NOT NULL);
CREATE INDEX appointment_replaces_id_idx ON public.appointment USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON public.appointment FOR EACH ROW EXECUTE FUNCTION keep_history();
create policy enters on appointment for insert to redthread_app with check (((recorded_by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR ((function = 'contributor'::text) AND (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[]))))));
create policy reads on appointment for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (person_id = ( SELECT app_actor() AS app_actor))));
create policy withdraws on appointment for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR ((function = 'contributor'::text) AND (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[]))))) with check ((withdrawn_by = ( SELECT app_actor() AS app_actor)));
grant insert, select on appointment to redthread_app;

-- Who took part, as the text says. Not membership.
create table attendance (
  id uuid not null,  -- UUID version 7.
  report_id uuid not null,  -- The report, for the rule who sees it.
  version_id uuid not null,  -- The version that says so.
  party_id uuid,  -- The party; null while the name is not resolved.
  kind text not null,  -- state or organisation.
  as_written text not null,  -- The name as printed.
  ordinal integer not null,  -- Place in the list.
  start_at integer not null,  -- First unit of the span.
  end_at integer not null,  -- Unit after the last.
  constraint attendance_kind_check CHECK ((kind = ANY (ARRAY['state'::text, 'organisation'::text]))),
  constraint attendance_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint attendance_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint attendance_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id),
  constraint attendance_pkey PRIMARY KEY (id)
);
CREATE INDEX attendance_party_id_idx ON public.attendance USING btree (party_id);
CREATE INDEX attendance_version_id_idx ON public.attendance USING btree (version_id);
create policy appends on attendance for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on attendance for select to redthread_app using ((report_id IN ( SELECT r.id
   FROM (report r
     JOIN meeting m ON ((m.id = r.meeting_id)))
  WHERE ((m.rule IS NULL) OR ( SELECT app_is_staff() AS app_is_staff) OR (m.id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))))));
grant insert, select on attendance to redthread_app;
grant select on attendance to redthread_definer;

-- Every call of an action, refused ones included, as a hash chain: each hash covers the row and the hash before it.
create table audit_entry (
  seq bigint not null,  -- Gapless from 1.
  at timestamp with time zone not null,  -- When, microseconds.
  door text not null,  -- How the call came in.
  action text not null,  -- Dotted name of the action.
  person_id uuid,  -- Who called; null for the public.
  result text not null,  -- done, refused (expected) or failed (a bug).
  code text,  -- Code of the refusal, or the reference number of the bug.
  subject text,  -- Address of the thing it is about, when known.
  input_digest bytea,  -- SHA-256 of the input, so that the log holds no content.
  previous_hash bytea not null,  -- hash of seq - 1; 32 zero bytes for the first.
  hash bytea not null,  -- SHA-256 of previous_hash and the JSON array of the other columns.
  constraint audit_entry_door_check CHECK ((door = ANY (ARRAY['page'::text, 'api'::text, 'cli'::text, 'job'::text, 'seed'::text]))),
  constraint audit_entry_result_check CHECK ((result = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text]))),
  constraint audit_entry_pkey PRIMARY KEY (seq)
);
create policy definer_appends on audit_entry for insert to redthread_definer with check (true);
create policy definer_reads on audit_entry for select to redthread_definer using (true);
create policy reads on audit_entry for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text])));
grant select on audit_entry to redthread_app;
grant insert, select on audit_entry to redthread_definer;

-- The newest entry of the chain. Locked while one is appended, so that entries have one order; shows a cut-off tail.
create table audit_head (
  singleton boolean default true not null,  -- There is one row.
  seq bigint not null,  -- Number of the newest entry, 0 when there is none.
  hash bytea not null,  -- Hash of the newest entry.
  constraint audit_head_singleton_check CHECK (singleton),
  constraint audit_head_pkey PRIMARY KEY (singleton)
);
create policy definer_moves on audit_head for update to redthread_definer using (true) with check (true);
create policy definer_reads on audit_head for select to redthread_definer using (true);
create policy reads on audit_head for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text])));
grant select on audit_head to redthread_app;
grant select, update on audit_head to redthread_definer;

-- A body of the dialogue: conference, meeting of officials, working group, reference group, secretariat, network.
create table body (
  id uuid not null,  -- UUID version 7.
  key text not null,  -- Readable stable key, the same as the reader gives: body:senior-officials-meeting.
  kind text not null,  -- What sort of body.
  parent_id uuid,  -- The body it belongs under.
  established_from date,  -- Earliest day it can have been established on.
  established_until date,  -- Latest day it can have been established on.
  dissolved_on date,  -- First day it was no more; null when it lives.
  source text not null,  -- What that rests on.
  recorded_at timestamp with time zone default now() not null,  -- When it was entered.
  recorded_by uuid not null,  -- Who entered it.
  constraint body_check CHECK ((established_until >= established_from)),
  constraint body_check1 CHECK ((dissolved_on > established_from)),
  constraint body_check2 CHECK ((parent_id <> id)),
  constraint body_key_check CHECK ((key ~ '^body:[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint body_kind_check CHECK ((kind = ANY (ARRAY['dialogue'::text, 'ministerial-conference'::text, 'senior-officials-meeting'::text, 'regional-working-group'::text, 'thematic-working-group'::text, 'reference-group'::text, 'secretariat'::text, 'network'::text, 'other'::text]))),
  constraint body_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint body_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES body(id),
  constraint body_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint body_pkey PRIMARY KEY (id),
  constraint body_key_key UNIQUE (key)
);
CREATE INDEX body_parent_id_idx ON public.body USING btree (parent_id);
create policy enters on body for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on body for select to redthread_app using (true);
grant insert, select on body to redthread_app;

-- What a body is called: language, form, time of use. Corrections append.
create table body_name (
  id uuid not null,  -- UUID version 7.
  body_id uuid not null,  -- Whose name.
  language text not null,  -- BCP 47 language of the name.
  form text not null,  -- short, official, acronym, as-listed or alias.
  name text not null,  -- As printed.
  folded text not null,  -- What a written name is looked up by; see party_name.folded.
  used_from date,  -- First day of use; null when as old as our knowledge.
  used_until date,  -- First day of no more use; null when in use.
  source text not null,  -- What it rests on.
  recorded_at timestamp with time zone default now() not null,  -- When we learned it.
  recorded_by uuid not null,  -- Who entered it.
  withdrawn_at timestamp with time zone,  -- From then on we no longer say so.
  withdrawn_by uuid,  -- Who withdrew it.
  withdrawn_reason text,  -- Why.
  constraint body_name_check CHECK ((used_until > used_from)),
  constraint body_name_check1 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint body_name_form_check CHECK ((form = ANY (ARRAY['short'::text, 'official'::text, 'acronym'::text, 'as-listed'::text, 'alias'::text]))),
  constraint body_name_language_check CHECK ((language = ANY (ARRAY['en'::text, 'ru'::text, 'tr'::text, 'ar'::text, 'fa'::text, 'ur'::text, 'fr'::text, 'uk'::text]))),
  constraint body_name_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 300))),
  constraint body_name_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint body_name_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint body_name_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint body_name_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint body_name_pkey PRIMARY KEY (id),
  constraint body_name_body_id_language_form_name_daterange_excl EXCLUDE USING gist (body_id WITH =, language WITH =, form WITH =, name WITH =, daterange(used_from, used_until) WITH &&) WHERE ((withdrawn_at IS NULL))
);
CREATE INDEX body_name_body_id_idx ON public.body_name USING btree (body_id);
CREATE INDEX body_name_folded_idx ON public.body_name USING btree (folded) WHERE (withdrawn_at IS NULL);
CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON public.body_name FOR EACH ROW EXECUTE FUNCTION keep_history();
create policy enters on body_name for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on body_name for select to redthread_app using (true);
create policy withdraws on body_name for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff)) with check ((withdrawn_by = ( SELECT app_actor() AS app_actor)));
grant insert, select on body_name to redthread_app;

-- A calendar feed by secret link: whoever has the link reads what the person may see at that moment. Revoked, never deleted.
create table calendar_feed (
  id uuid not null,  -- UUID version 7.
  person_id uuid not null,  -- Whose it is.
  name text not null,  -- What the person calls it: the device, the programme.
  query text default ''::text not null,  -- Filters, as in the address of the calendar page.
  digest bytea not null,  -- SHA-256 of the secret; the secret itself is shown once and kept nowhere.
  made_at timestamp with time zone not null,  -- When it was made.
  renewed_at timestamp with time zone,  -- When it last got another secret.
  revoked_at timestamp with time zone,  -- From then on the link answers 410.
  constraint calendar_feed_digest_check CHECK ((length(digest) = 32)),
  constraint calendar_feed_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 80))),
  constraint calendar_feed_query_check CHECK ((length(query) <= 500)),
  constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint calendar_feed_pkey PRIMARY KEY (id),
  constraint calendar_feed_digest_key UNIQUE (digest)
);
CREATE INDEX calendar_feed_person_id_idx ON public.calendar_feed USING btree (person_id);
CREATE TRIGGER guard BEFORE UPDATE ON public.calendar_feed FOR EACH ROW EXECUTE FUNCTION calendar_feed_guard();
create policy definer_reads on calendar_feed for select to redthread_definer using (true);
create policy own on calendar_feed for all to redthread_app using ((person_id = ( SELECT app_actor() AS app_actor))) with check ((person_id = ( SELECT app_actor() AS app_actor)));
grant insert on calendar_feed to redthread_app;
grant select on calendar_feed to redthread_definer;

-- When what the calendar shows of a meeting, an activity, a due commitment or a plan cycle was last changed, and how often: LAST-MODIFIED and SEQUENCE of its entry in a feed (RFC 5545). Kept by triggers.
create table calendar_stamp (
  thing_id uuid generated always as (COALESCE(meeting_id, activity_id, commitment_id, cycle_id)) stored not null,  -- Id of the one of the four that is not null.
  meeting_id uuid,  -- The meeting, or null.
  activity_id uuid,  -- The activity, or null.
  commitment_id uuid,  -- The commitment, or null.
  cycle_id uuid,  -- The plan cycle, or null.
  sequence integer default 0 not null,  -- For an activity, a commitment or a cycle its revision less one; for a meeting, which has none, the number of changes.
  changed_at timestamp with time zone not null,  -- When.
  constraint calendar_stamp_check CHECK ((num_nonnulls(meeting_id, activity_id, commitment_id, cycle_id) = 1)),
  constraint calendar_stamp_sequence_check CHECK ((sequence >= 0)),
  constraint calendar_stamp_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint calendar_stamp_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint calendar_stamp_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES plan_cycle(id),
  constraint calendar_stamp_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint calendar_stamp_pkey PRIMARY KEY (thing_id),
  constraint calendar_stamp_activity_id_key UNIQUE (activity_id),
  constraint calendar_stamp_commitment_id_key UNIQUE (commitment_id),
  constraint calendar_stamp_cycle_id_key UNIQUE (cycle_id),
  constraint calendar_stamp_meeting_id_key UNIQUE (meeting_id)
);
create policy keeps on calendar_stamp for all to redthread_definer using (true) with check (true);
create policy reads on calendar_stamp for select to redthread_app using (((meeting_id IN ( SELECT m.id
   FROM meeting m)) OR (activity_id IN ( SELECT a.id
   FROM activity a)) OR (commitment_id IN ( SELECT c.id
   FROM commitment c)) OR (cycle_id IN ( SELECT c.id
   FROM plan_cycle c))));
grant select on calendar_stamp to redthread_app;
grant insert, select, update on calendar_stamp to redthread_definer;

-- Who came on which day.
create table check_in (
  id uuid not null,  -- Made by the device that checked in, so that a repeated send counts once.
  participant_id uuid not null,  -- Who.
  day date not null,  -- Day of the meeting, in its zone.
  at timestamp with time zone not null,  -- When the badge was read, as the device says.
  received_at timestamp with time zone not null,  -- When it arrived here; later when the device was offline.
  mode text not null,  -- in-room or online.
  by uuid not null,  -- Who read the badge.
  constraint check_in_mode_check CHECK ((mode = ANY (ARRAY['in-room'::text, 'online'::text]))),
  constraint check_in_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint check_in_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES participant(id),
  constraint check_in_pkey PRIMARY KEY (id),
  constraint check_in_participant_id_day_key UNIQUE (participant_id, day)
);
create policy checks on check_in for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (by = ( SELECT app_actor() AS app_actor))));
create policy drafting_reads on check_in for select to redthread_definer using (true);
create policy reads on check_in for select to redthread_app using ((participant_id IN ( SELECT p.id
   FROM participant p
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (p.meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR (p.party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[]))))));
grant insert, select on check_in to redthread_app;
grant select on check_in to redthread_definer;

-- What the dialogue follows up. Raised by one or more outcomes, held by owners.
create table commitment (
  id uuid not null,  -- UUID version 7.
  number integer default nextval('commitment_number'::regclass) not null,  -- Permanent number people cite: C-12.
  title text not null,  -- What is to be done, in a few words.
  wording text default ''::text not null,  -- What is to be done, in full; empty when the sentences of its outcomes say it.
  language text default 'en'::text not null,  -- BCP 47 language of title and wording.
  body_id uuid,  -- The body that follows it up; its chair may confirm completion.
  state text default 'open'::text not null,  -- open, completed (every owner that did not decline is confirmed), superseded or withdrawn.
  audience text default 'participants'::text not null,  -- participants, or public.
  due_from date,  -- Earliest day it can be due; null with due_until when no day was named.
  due_until date,  -- Latest day of the interval in which it is due (inclusive).
  recurs text,  -- How often it is due again after due_until; null when once.
  recurs_until date,  -- Last day on which it can be due again.
  occurrence integer default 1 not null,  -- Which time it is due now, from 1; a completed occurrence of a recurring commitment opens the next.
  superseded_by_id uuid,  -- The commitment that took its place.
  reason text,  -- Why it was withdrawn or superseded.
  raised_at timestamp with time zone not null,  -- When it was raised.
  raised_by uuid not null,  -- Who raised it.
  revision integer default 1 not null,  -- Counts changes; a writer names the one they saw.
  constraint commitment_audience_check CHECK ((audience = ANY (ARRAY['participants'::text, 'public'::text]))),
  constraint commitment_check CHECK ((((due_from IS NULL) = (due_until IS NULL)) AND (due_until >= due_from))),
  constraint commitment_check1 CHECK (((recurs IS NULL) OR (due_until IS NOT NULL))),
  constraint commitment_check2 CHECK (((recurs_until IS NULL) OR (recurs IS NOT NULL))),
  constraint commitment_check3 CHECK (((state = 'superseded'::text) <= (superseded_by_id IS NOT NULL))),
  constraint commitment_check4 CHECK ((superseded_by_id <> id)),
  constraint commitment_check5 CHECK (((state = ANY (ARRAY['withdrawn'::text, 'superseded'::text])) <= ((reason IS NOT NULL) AND (length(TRIM(BOTH FROM reason)) > 0)))),
  constraint commitment_occurrence_check CHECK ((occurrence >= 1)),
  constraint commitment_recurs_check CHECK ((recurs = ANY (ARRAY['monthly'::text, 'quarterly'::text, 'half-yearly'::text, 'yearly'::text]))),
  constraint commitment_state_check CHECK ((state = ANY (ARRAY['open'::text, 'completed'::text, 'superseded'::text, 'withdrawn'::text]))),
  constraint commitment_title_check CHECK (((length(TRIM(BOTH FROM title)) >= 3) AND (length(TRIM(BOTH FROM title)) <= 300))),
  constraint commitment_wording_check CHECK ((length(wording) <= 5000)),
  constraint commitment_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint commitment_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES person(id),
  constraint commitment_superseded_by_id_fkey FOREIGN KEY (superseded_by_id) REFERENCES commitment(id),
  constraint commitment_pkey PRIMARY KEY (id),
  constraint commitment_number_key UNIQUE (number)
);
CREATE INDEX commitment_body_id_idx ON public.commitment USING btree (body_id);
CREATE INDEX commitment_state_due_until_idx ON public.commitment USING btree (state, due_until);
CREATE INDEX commitment_superseded_by_id_idx ON public.commitment USING btree (superseded_by_id) WHERE (superseded_by_id IS NOT NULL);
CREATE TRIGGER calendar_stamp AFTER INSERT OR UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION stamp_calendar();
CREATE TRIGGER commitment_revision BEFORE UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION check_revision('commitment');
CREATE TRIGGER commitment_state BEFORE UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION check_transition('commitment', 'state');
CREATE TRIGGER guard BEFORE UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION commitment_guard();
create policy changes on commitment for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR ((raised_by = ( SELECT app_actor() AS app_actor)) AND (cardinality(( SELECT app_focal_parties() AS app_focal_parties)) > 0))));
create policy definer_completes on commitment for update to redthread_definer using (true);
create policy definer_reads on commitment for select to redthread_definer using (true);
create policy raises on commitment for insert to redthread_app with check (((raised_by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR (cardinality(( SELECT app_focal_parties() AS app_focal_parties)) > 0))));
create policy reads on commitment for select to redthread_app using (((audience = 'public'::text) OR ( SELECT app_is_participant() AS app_is_participant)));
create policy standing_reads on commitment for select to redthread_definer using (true);
grant insert, select on commitment to redthread_app;
grant select on commitment to redthread_definer;

-- To whom a commitment is addressed, and what they answered.
create table commitment_addressee (
  id uuid not null,  -- UUID version 7.
  commitment_id uuid not null,  -- The commitment.
  party_id uuid,  -- The party, or null for a body.
  body_id uuid,  -- The body, or null for a party.
  ordinal integer not null,  -- Order in which they are printed.
  response text,  -- supported, in-part, noted or declined, as recommendations of a peer review are answered; null while unanswered.
  reason text,  -- Why in part, or why declined.
  responded_at timestamp with time zone,  -- When it was answered.
  responded_by uuid,  -- Who answered for them.
  revision integer default 1 not null,  -- Counts changes; a writer names the one they saw.
  constraint commitment_addressee_check CHECK (((party_id IS NULL) <> (body_id IS NULL))),
  constraint commitment_addressee_check1 CHECK (((response = ANY (ARRAY['in-part'::text, 'declined'::text])) <= ((reason IS NOT NULL) AND (length(TRIM(BOTH FROM reason)) > 0)))),
  constraint commitment_addressee_check2 CHECK (((response IS NULL) = (responded_at IS NULL))),
  constraint commitment_addressee_ordinal_check CHECK ((ordinal >= 1)),
  constraint commitment_addressee_reason_check CHECK ((length(reason) <= 2000)),
  constraint commitment_addressee_response_check CHECK ((response = ANY (ARRAY['supported'::text, 'in-part'::text, 'noted'::text, 'declined'::text]))),
  constraint commitment_addressee_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint commitment_addressee_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_addressee_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint commitment_addressee_responded_by_fkey FOREIGN KEY (responded_by) REFERENCES person(id),
  constraint commitment_addressee_pkey PRIMARY KEY (id),
  constraint commitment_addressee_commitment_id_party_id_body_id_key UNIQUE NULLS NOT DISTINCT (commitment_id, party_id, body_id)
);
CREATE INDEX commitment_addressee_party_id_idx ON public.commitment_addressee USING btree (party_id);
CREATE TRIGGER addressee_revision BEFORE UPDATE ON public.commitment_addressee FOR EACH ROW EXECUTE FUNCTION check_revision('addressee');
CREATE TRIGGER guard BEFORE UPDATE ON public.commitment_addressee FOR EACH ROW EXECUTE FUNCTION commitment_addressee_guard();
CREATE TRIGGER heard AFTER UPDATE ON public.commitment_addressee FOR EACH ROW EXECUTE FUNCTION heard_of_commitment();
create policy answers on commitment_addressee for update to redthread_app using (((party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR ((body_id IS NOT NULL) AND ( SELECT app_is_staff() AS app_is_staff))));
create policy definer_reads on commitment_addressee for select to redthread_definer using (true);
create policy names on commitment_addressee for insert to redthread_app with check ((commitment_id IN ( SELECT c.id
   FROM commitment c
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR (c.raised_by = ( SELECT app_actor() AS app_actor))))));
create policy reads on commitment_addressee for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = commitment_addressee.commitment_id)))));
grant insert, select on commitment_addressee to redthread_app;
grant select on commitment_addressee to redthread_definer;

-- Goals a commitment serves.
create table commitment_goal (
  commitment_id uuid not null,  -- The commitment.
  goal_id uuid not null,  -- A goal: generation and number.
  constraint commitment_goal_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_goal_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id),
  constraint commitment_goal_pkey PRIMARY KEY (commitment_id, goal_id)
);
CREATE INDEX commitment_goal_goal_id_idx ON public.commitment_goal USING btree (goal_id);
create policy reads on commitment_goal for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = commitment_goal.commitment_id)))));
create policy removes on commitment_goal for delete to redthread_app using ((commitment_id IN ( SELECT c.id
   FROM commitment c
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR (c.raised_by = ( SELECT app_actor() AS app_actor))))));
create policy writes on commitment_goal for insert to redthread_app with check ((commitment_id IN ( SELECT c.id
   FROM commitment c
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR (c.raised_by = ( SELECT app_actor() AS app_actor))))));
grant delete, insert, select on commitment_goal to redthread_app;

-- The last day something was heard of a commitment, for each audience, so that silence can be listed. Kept by triggers; an internal note is no sign for others.
create table commitment_heard (
  commitment_id uuid not null,  -- The commitment.
  audience text not null,  -- Who may know: participants (they see both), or public.
  heard_on date not null,  -- The newest day of an outcome, progress report or held activity that this audience may see.
  constraint commitment_heard_audience_check CHECK ((audience = ANY (ARRAY['participants'::text, 'public'::text]))),
  constraint commitment_heard_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_heard_pkey PRIMARY KEY (commitment_id, audience)
);
create policy definer_keeps on commitment_heard for all to redthread_definer using (true) with check (true);
create policy reads on commitment_heard for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR ((audience = 'public'::text) AND (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = commitment_heard.commitment_id))))));
grant select on commitment_heard to redthread_app;
grant delete, insert, select, update on commitment_heard to redthread_definer;

-- Which outcomes raise a commitment: many outcomes, one commitment, and the reverse.
create table commitment_outcome (
  commitment_id uuid not null,  -- The commitment.
  outcome_id uuid not null,  -- An outcome that asks for it.
  at timestamp with time zone not null,  -- When it was tied.
  by uuid not null,  -- Who tied it.
  constraint commitment_outcome_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint commitment_outcome_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_outcome_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id),
  constraint commitment_outcome_pkey PRIMARY KEY (commitment_id, outcome_id)
);
CREATE INDEX commitment_outcome_outcome_id_idx ON public.commitment_outcome USING btree (outcome_id);
CREATE TRIGGER heard AFTER INSERT OR DELETE ON public.commitment_outcome FOR EACH ROW EXECUTE FUNCTION heard_of_commitment();
CREATE TRIGGER note_outcomes AFTER INSERT OR DELETE ON public.commitment_outcome FOR EACH ROW EXECUTE FUNCTION note_outcomes_of_commitment();
create policy definer_reads on commitment_outcome for select to redthread_definer using (true);
create policy reads on commitment_outcome for select to redthread_app using (((( SELECT app_is_participant() AS app_is_participant) OR (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = commitment_outcome.commitment_id)))) AND (( SELECT app_is_staff() AS app_is_staff) OR (EXISTS ( SELECT
   FROM outcome o
  WHERE (o.id = commitment_outcome.outcome_id))))));
create policy ties on commitment_outcome for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (outcome_id IN ( SELECT o.id
   FROM outcome o
  WHERE (o.state = 'confirmed'::text))) AND (commitment_id IN ( SELECT c.id
   FROM commitment c
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR (c.raised_by = ( SELECT app_actor() AS app_actor)))))));
create policy unties on commitment_outcome for delete to redthread_app using ((commitment_id IN ( SELECT c.id
   FROM commitment c
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR (c.raised_by = ( SELECT app_actor() AS app_actor))))));
grant delete, insert, select on commitment_outcome to redthread_app;
grant select on commitment_outcome to redthread_definer;

-- Who holds a commitment: a state, an organisation or a body, each with a state and words of their own.
create table commitment_owner (
  id uuid not null,  -- UUID version 7.
  commitment_id uuid not null,  -- The commitment.
  party_id uuid,  -- The party, or null for a body.
  body_id uuid,  -- The body, or null for a party.
  ordinal integer not null,  -- Order in which owners are printed.
  state text default 'asked'::text not null,  -- asked, accepted (taken on), declined, claimed (says it is done), confirmed (somebody else agrees), released (no owner any longer).
  words text default ''::text not null,  -- What the owner says it will do, in its own words.
  reason text,  -- Why it declined or was released, or why a claim was not confirmed.
  since timestamp with time zone not null,  -- When it came into this state.
  confirmed_by uuid,  -- Who confirmed completion: the chair, or a person of another party.
  revision integer default 1 not null,  -- Counts changes; a writer names the one they saw.
  constraint commitment_owner_check CHECK (((party_id IS NULL) <> (body_id IS NULL))),
  constraint commitment_owner_check1 CHECK (((state = 'declined'::text) <= ((reason IS NOT NULL) AND (length(TRIM(BOTH FROM reason)) > 0)))),
  constraint commitment_owner_check2 CHECK (((state = 'confirmed'::text) = (confirmed_by IS NOT NULL))),
  constraint commitment_owner_ordinal_check CHECK ((ordinal >= 1)),
  constraint commitment_owner_reason_check CHECK ((length(reason) <= 2000)),
  constraint commitment_owner_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'claimed'::text, 'confirmed'::text, 'released'::text]))),
  constraint commitment_owner_words_check CHECK ((length(words) <= 2000)),
  constraint commitment_owner_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint commitment_owner_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_owner_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id),
  constraint commitment_owner_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint commitment_owner_pkey PRIMARY KEY (id),
  constraint commitment_owner_commitment_id_party_id_body_id_key UNIQUE NULLS NOT DISTINCT (commitment_id, party_id, body_id),
  constraint commitment_owner_id_commitment_id_key UNIQUE (id, commitment_id)
);
CREATE INDEX commitment_owner_body_id_idx ON public.commitment_owner USING btree (body_id) WHERE (body_id IS NOT NULL);
CREATE INDEX commitment_owner_party_id_state_idx ON public.commitment_owner USING btree (party_id, state);
CREATE TRIGGER follows AFTER UPDATE OF state ON public.commitment_owner FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) AND (CURRENT_USER <> 'redthread_definer'::name))) EXECUTE FUNCTION commitment_follows();
CREATE TRIGGER guard BEFORE UPDATE ON public.commitment_owner FOR EACH ROW EXECUTE FUNCTION commitment_owner_guard();
CREATE TRIGGER heard AFTER UPDATE OF state ON public.commitment_owner FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION heard_of_commitment();
CREATE TRIGGER owner_revision BEFORE UPDATE ON public.commitment_owner FOR EACH ROW EXECUTE FUNCTION check_revision('owner');
CREATE TRIGGER owner_state BEFORE UPDATE ON public.commitment_owner FOR EACH ROW EXECUTE FUNCTION check_transition('owner', 'state');
create policy changes on commitment_owner for update to redthread_app using (( SELECT app_is_participant() AS app_is_participant));
create policy definer_reads on commitment_owner for select to redthread_definer using (true);
create policy definer_renews on commitment_owner for update to redthread_definer using (true);
create policy names on commitment_owner for insert to redthread_app with check (((state = 'asked'::text) AND (words = ''::text) AND (commitment_id IN ( SELECT c.id
   FROM commitment c
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR ((c.raised_by = ( SELECT app_actor() AS app_actor)) AND (commitment_owner.party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[]))))))));
create policy reads on commitment_owner for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = commitment_owner.commitment_id)))));
create policy standing_reads on commitment_owner for select to redthread_definer using (true);
grant insert, select on commitment_owner to redthread_app;
grant select on commitment_owner to redthread_definer;

-- Every change of a commitment, its owners and addressees: what, before, after, who and when. Appended only; never holds an internal note.
create table commitment_revision (
  commitment_id uuid not null,  -- The commitment.
  n integer default 0 not null,  -- Counts from 1 without gaps; given by the database, whatever the writer says.
  verb text not null,  -- What was done; the list is the check of the column. completed and renewed follow by themselves when the last owner is confirmed.
  owner_id uuid,  -- The owner it is about, when it is about one.
  before jsonb,  -- What stood before; null for the first.
  after jsonb not null,  -- What stands after.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint commitment_revision_n_check CHECK ((n >= 1)),
  constraint commitment_revision_verb_check CHECK ((verb = ANY (ARRAY['raised'::text, 'edited'::text, 'outcome-added'::text, 'outcome-removed'::text, 'owner-added'::text, 'asked'::text, 'taken-on'::text, 'declined'::text, 'reported'::text, 'corrected'::text, 'progress-withdrawn'::text, 'update-asked'::text, 'claimed'::text, 'confirmed'::text, 'returned'::text, 'released'::text, 'responded'::text, 'completed'::text, 'renewed'::text, 'superseded'::text, 'withdrawn'::text, 'reopened'::text]))),
  constraint commitment_revision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint commitment_revision_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint commitment_revision_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES commitment_owner(id),
  constraint commitment_revision_pkey PRIMARY KEY (commitment_id, n)
);
CREATE TRIGGER number BEFORE INSERT ON public.commitment_revision FOR EACH ROW EXECUTE FUNCTION commitment_revision_number();
create policy appends on commitment_revision for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (commitment_id IN ( SELECT c.id
   FROM commitment c))));
create policy definer_appends on commitment_revision for insert to redthread_definer with check (true);
create policy definer_reads on commitment_revision for select to redthread_definer using (true);
create policy reads on commitment_revision for select to redthread_app using (( SELECT app_is_participant() AS app_is_participant));
create policy standing_reads on commitment_revision for select to redthread_definer using (true);
grant insert, select on commitment_revision to redthread_app;
grant insert, select on commitment_revision to redthread_definer;

-- How to reach a person in a function. The address they sign in with is not here.
create table contact (
  id uuid not null,  -- UUID version 7.
  appointment_id uuid not null,  -- The function it belongs to.
  kind text not null,  -- email, telephone or address.
  value text not null,  -- As the person gave it.
  visible_to text not null,  -- secretariat: the Secretariat, the person and the focal points of the party; participants: everybody in the dialogue.
  recorded_at timestamp with time zone default now() not null,  -- When we learned it.
  recorded_by uuid not null,  -- Who entered it.
  withdrawn_at timestamp with time zone,  -- From then on it is no longer used.
  withdrawn_by uuid,  -- Who withdrew it.
  withdrawn_reason text,  -- Why.
  constraint contact_check CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint contact_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'telephone'::text, 'address'::text]))),
  constraint contact_value_check CHECK (((length(TRIM(BOTH FROM value)) >= 1) AND (length(TRIM(BOTH FROM value)) <= 500))),
  constraint contact_visible_to_check CHECK ((visible_to = ANY (ARRAY['secretariat'::text, 'participants'::text]))),
  constraint contact_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id),
  constraint contact_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint contact_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint contact_pkey PRIMARY KEY (id)
);
CREATE INDEX contact_appointment_id_idx ON public.contact USING btree (appointment_id);
CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION keep_history();
create policy enters on contact for insert to redthread_app with check (((recorded_by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (appointment_id IN ( SELECT a.id
   FROM appointment a
  WHERE ((a.person_id = ( SELECT app_actor() AS app_actor)) OR ((a.function = 'contributor'::text) AND (a.party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])))))))));
create policy reads on contact for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR ((visible_to = 'participants'::text) AND ( SELECT app_is_participant() AS app_is_participant)) OR (appointment_id IN ( SELECT a.id
   FROM appointment a
  WHERE ((a.person_id = ( SELECT app_actor() AS app_actor)) OR (a.party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])))))));
create policy withdraws on contact for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (appointment_id IN ( SELECT a.id
   FROM appointment a
  WHERE ((a.person_id = ( SELECT app_actor() AS app_actor)) OR ((a.function = 'contributor'::text) AND (a.party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])))))))) with check ((withdrawn_by = ( SELECT app_actor() AS app_actor)));
grant insert, select on contact to redthread_app;

-- A person in a delegation, as the party wrote it.
create table delegate (
  id uuid not null,  -- UUID version 7; the badge and the check-in go by it.
  delegation_id uuid not null,  -- The delegation.
  ordinal integer not null,  -- Place in the delegation, after the head.
  name text not null,  -- Name as it is to be printed.
  function text,  -- Function and service, as to be printed.
  role text not null,  -- head, member, observer or adviser. One head a delegation.
  email text,  -- For the invitation and its calendar entry.
  person_id uuid,  -- The account of this person, where there is one.
  removed_at timestamp with time zone,  -- No longer in the delegation.
  at timestamp with time zone not null,  -- When they were added.
  by uuid not null,  -- Who added them.
  constraint delegate_email_check CHECK (((length(email) >= 3) AND (length(email) <= 320))),
  constraint delegate_function_check CHECK (((length(TRIM(BOTH FROM function)) >= 1) AND (length(TRIM(BOTH FROM function)) <= 300))),
  constraint delegate_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200))),
  constraint delegate_ordinal_check CHECK ((ordinal >= 1)),
  constraint delegate_role_check CHECK ((role = ANY (ARRAY['head'::text, 'member'::text, 'observer'::text, 'adviser'::text]))),
  constraint delegate_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint delegate_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id),
  constraint delegate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint delegate_pkey PRIMARY KEY (id)
);
CREATE INDEX delegate_delegation_id_idx ON public.delegate USING btree (delegation_id);
CREATE INDEX delegate_person_id_idx ON public.delegate USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX one_head ON public.delegate USING btree (delegation_id) WHERE ((role = 'head'::text) AND (removed_at IS NULL));
create policy adds on delegate for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (delegation_id = ANY (( SELECT delegations_to_write() AS delegations_to_write)::uuid[]))));
create policy edits on delegate for update to redthread_app using ((delegation_id = ANY (( SELECT delegations_to_write() AS delegations_to_write)::uuid[])));
create policy reads on delegate for select to redthread_app using ((delegation_id IN ( SELECT d.id
   FROM delegation d
  WHERE ((d.party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR (d.state = ANY (ARRAY['submitted'::text, 'approved'::text])) OR (d.entered_by_secretariat AND ( SELECT app_is_staff() AS app_is_staff))))));
grant insert, select on delegate to redthread_app;

-- On which days a delegate takes part, and how.
create table delegate_day (
  delegate_id uuid not null,  -- The delegate.
  day date not null,  -- A day of the meeting.
  mode text not null,  -- in-room or online.
  constraint delegate_day_mode_check CHECK ((mode = ANY (ARRAY['in-room'::text, 'online'::text]))),
  constraint delegate_day_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES delegate(id) ON DELETE CASCADE,
  constraint delegate_day_pkey PRIMARY KEY (delegate_id, day)
);
create policy adds on delegate_day for insert to redthread_app with check ((delegate_id IN ( SELECT p.id
   FROM delegate p
  WHERE (p.delegation_id = ANY (( SELECT delegations_to_write() AS delegations_to_write)::uuid[])))));
create policy reads on delegate_day for select to redthread_app using ((delegate_id IN ( SELECT p.id
   FROM delegate p)));
create policy replaces on delegate_day for delete to redthread_app using ((delegate_id IN ( SELECT p.id
   FROM delegate p
  WHERE (p.delegation_id = ANY (( SELECT delegations_to_write() AS delegations_to_write)::uuid[])))));
grant delete, insert, select on delegate_day to redthread_app;

-- What a delegate needs, and what a visa letter needs of them. Seen by the party and, once submitted, by the Secretariat alone; deleted by itself.
create table delegate_need (
  id uuid not null,  -- UUID version 7.
  delegate_id uuid not null,  -- The delegate.
  kind text not null,  -- visa-letter (passport data as needed for it), interpretation (language), access, dietary.
  text text not null,  -- What is needed.
  delete_on date not null,  -- On this day it is deleted: last day of the meeting and the days its call states.
  at timestamp with time zone not null,  -- When it was written.
  by uuid not null,  -- Who wrote it.
  constraint delegate_need_kind_check CHECK ((kind = ANY (ARRAY['visa-letter'::text, 'interpretation'::text, 'access'::text, 'dietary'::text]))),
  constraint delegate_need_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 1000))),
  constraint delegate_need_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint delegate_need_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES delegate(id) ON DELETE CASCADE,
  constraint delegate_need_pkey PRIMARY KEY (id),
  constraint delegate_need_delegate_id_kind_key UNIQUE (delegate_id, kind)
);
CREATE INDEX delegate_need_delete_on_idx ON public.delegate_need USING btree (delete_on);
create policy adds on delegate_need for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (delegate_id IN ( SELECT p.id
   FROM delegate p
  WHERE (p.delegation_id = ANY (( SELECT delegations_to_write() AS delegations_to_write)::uuid[]))))));
create policy deletes on delegate_need for delete to redthread_app using (((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]) OR (delegate_id IN ( SELECT p.id
   FROM delegate p
  WHERE (p.delegation_id = ANY (( SELECT delegations_to_write() AS delegations_to_write)::uuid[]))))));
create policy edits on delegate_need for update to redthread_app using ((delegate_id IN ( SELECT p.id
   FROM delegate p
  WHERE (p.delegation_id = ANY (( SELECT delegations_to_write() AS delegations_to_write)::uuid[])))));
create policy reads on delegate_need for select to redthread_app using (((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]) OR (delegate_id IN ( SELECT p.id
   FROM (delegate p
     JOIN delegation d ON ((d.id = p.delegation_id)))
  WHERE ((d.party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) OR (((d.state = ANY (ARRAY['submitted'::text, 'approved'::text])) OR d.entered_by_secretariat) AND ( SELECT app_is_staff() AS app_is_staff)))))));
grant delete, insert, select on delegate_need to redthread_app;

-- Who a party sends to a meeting, as one unit.
create table delegation (
  id uuid not null,  -- UUID version 7.
  meeting_id uuid not null,  -- The meeting.
  party_id uuid not null,  -- The party; invited to the meeting.
  state text default 'draft'::text not null,  -- draft (seen by the party alone), submitted, approved, returned (with a reason), changed (approved before, changed since, not submitted again).
  reason text,  -- Why it was returned.
  submitted_at timestamp with time zone,  -- When it was submitted last; late when after delegations_due.
  submitted_by uuid,  -- The focal point who did; where the Secretariat entered it, who of the Secretariat did.
  decided_at timestamp with time zone,  -- When it was approved or returned last.
  decided_by uuid,  -- Who decided.
  revision integer default 1 not null,  -- Counts every change of the unit or its members.
  at timestamp with time zone not null,  -- When it was begun.
  by uuid not null,  -- Who began it.
  entered_by_secretariat boolean default false not null,  -- Whether all that is not submitted in it was written by the Secretariat for the party; false from the moment on when the party itself writes.
  constraint delegation_check CHECK (((state = 'returned'::text) <= (reason IS NOT NULL))),
  constraint delegation_check1 CHECK (((submitted_at IS NULL) = (submitted_by IS NULL))),
  constraint delegation_check2 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint delegation_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 1000))),
  constraint delegation_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'returned'::text, 'changed'::text]))),
  constraint delegation_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint delegation_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint delegation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting_call(meeting_id),
  constraint delegation_meeting_id_party_id_fkey FOREIGN KEY (meeting_id, party_id) REFERENCES meeting_invitation(meeting_id, party_id),
  constraint delegation_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint delegation_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_id_meeting_id_party_id_key UNIQUE (id, meeting_id, party_id),
  constraint delegation_meeting_id_party_id_key UNIQUE (meeting_id, party_id)
);
CREATE INDEX delegation_party_id_idx ON public.delegation USING btree (party_id);
CREATE TRIGGER decision_guard BEFORE UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION delegation_decision_guard();
CREATE TRIGGER revision BEFORE UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION check_revision('delegation');
CREATE TRIGGER transition BEFORE UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION check_transition('delegation', 'state');
create policy begins on delegation for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (state = 'draft'::text) AND
CASE
    WHEN entered_by_secretariat THEN (( SELECT app_is_staff() AS app_is_staff) AND (party_id <> ALL (( SELECT parties_with_focal_point() AS parties_with_focal_point)::uuid[])) AND (EXISTS ( SELECT 1
       FROM meeting_invitation i
      WHERE ((i.meeting_id = delegation.meeting_id) AND (i.party_id = delegation.party_id) AND (i.withdrawn_at IS NULL)))))
    ELSE ((party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) AND (meeting_id = ANY (( SELECT app_invited_meetings() AS app_invited_meetings)::uuid[])))
END));
create policy definer_reads on delegation for select to redthread_definer using (true);
create policy moves on delegation for update to redthread_app using (
CASE
    WHEN (entered_by_secretariat AND (party_id <> ALL (( SELECT parties_with_focal_point() AS parties_with_focal_point)::uuid[]))) THEN ( SELECT app_is_staff() AS app_is_staff)
    ELSE ((( SELECT app_is_staff() AS app_is_staff) AND (state = ANY (ARRAY['submitted'::text, 'approved'::text]))) OR (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])) OR ((party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) AND (state <> 'submitted'::text)))
END) with check ((((state = ANY (ARRAY['approved'::text, 'returned'::text])) AND ( SELECT app_is_staff() AS app_is_staff) AND (decided_by = ( SELECT app_actor() AS app_actor))) OR
CASE
    WHEN (state = 'approved'::text) THEN false
    WHEN entered_by_secretariat THEN (( SELECT app_is_staff() AS app_is_staff) AND (party_id <> ALL (( SELECT parties_with_focal_point() AS parties_with_focal_point)::uuid[])) AND ((state <> 'submitted'::text) OR (submitted_by = ( SELECT app_actor() AS app_actor))))
    WHEN (state = 'submitted'::text) THEN ((party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])) AND (submitted_by = ( SELECT app_actor() AS app_actor)))
    ELSE (party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[]))
END));
create policy reads on delegation for select to redthread_app using (((party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR ((state <> 'draft'::text) AND (( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))) OR (entered_by_secretariat AND ( SELECT app_is_staff() AS app_is_staff))));
grant insert, select on delegation to redthread_app;
grant select on delegation to redthread_definer;

-- The report of a meeting from its assembly to its publication; one for each meeting.
create table draft (
  id uuid not null,  -- UUID version 7.
  meeting_id uuid not null,  -- The meeting.
  stage text default 'drafting'::text not null,  -- drafting, circulated (comments are taken), revised (comments are being answered and the text revised), silence (silence procedure), adopted, published.
  names_day date not null,  -- Parties are named as of this day, the first day of the meeting.
  zone text not null,  -- IANA time zone in which deadlines are stated.
  adopted_how text,  -- in-meeting, chair, or silence.
  adopted_note text,  -- Where that is written.
  adopted_at timestamp with time zone,  -- When: of silence, the instant at which it ended.
  adopted_by uuid,  -- Who recorded it.
  adopted_version_id uuid,  -- The version that was adopted.
  report_id uuid,  -- The report it was published as.
  revision integer default 1 not null,  -- Counts steps of the draft.
  at timestamp with time zone not null,  -- When it was assembled first.
  by uuid not null,  -- Who assembled it.
  constraint draft_adopted_how_check CHECK ((adopted_how = ANY (ARRAY['in-meeting'::text, 'chair'::text, 'silence'::text]))),
  constraint draft_adopted_note_check CHECK (((length(TRIM(BOTH FROM adopted_note)) >= 1) AND (length(TRIM(BOTH FROM adopted_note)) <= 1000))),
  constraint draft_check CHECK (((stage = ANY (ARRAY['adopted'::text, 'published'::text])) = (adopted_how IS NOT NULL))),
  constraint draft_check1 CHECK ((((adopted_how IS NULL) = (adopted_at IS NULL)) AND ((adopted_how IS NULL) = (adopted_by IS NULL)) AND ((adopted_how IS NULL) = (adopted_version_id IS NULL)))),
  constraint draft_check2 CHECK (((stage = 'published'::text) = (report_id IS NOT NULL))),
  constraint draft_stage_check CHECK ((stage = ANY (ARRAY['drafting'::text, 'circulated'::text, 'revised'::text, 'silence'::text, 'adopted'::text, 'published'::text]))),
  constraint draft_adopted_by_fkey FOREIGN KEY (adopted_by) REFERENCES person(id),
  constraint draft_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_id_adopted_version_id_fkey FOREIGN KEY (id, adopted_version_id) REFERENCES draft_version(draft_id, id),
  constraint draft_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting_call(meeting_id),
  constraint draft_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_meeting_id_key UNIQUE (meeting_id),
  constraint draft_report_id_key UNIQUE (report_id)
);
CREATE TRIGGER revision BEFORE UPDATE ON public.draft FOR EACH ROW EXECUTE FUNCTION check_revision('draft');
CREATE TRIGGER silence BEFORE UPDATE ON public.draft FOR EACH ROW EXECUTE FUNCTION draft_leaves_silence();
CREATE TRIGGER transition BEFORE UPDATE ON public.draft FOR EACH ROW EXECUTE FUNCTION check_transition('draft', 'stage');
create policy begins on draft for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (stage = 'drafting'::text) AND (( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))));
create policy definer_reads on draft for select to redthread_definer using (true);
create policy definer_takes_back on draft for update to redthread_definer using (true) with check ((stage = 'silence'::text));
create policy leads on draft for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
create policy reads on draft for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR (id = ANY (( SELECT app_noted_drafts() AS app_noted_drafts)::uuid[])) OR (id = ANY (( SELECT app_circulated_drafts() AS app_circulated_drafts)::uuid[])) OR ((stage = 'published'::text) AND ( SELECT app_is_participant() AS app_is_participant))));
grant insert, select on draft to redthread_app;
grant select, update on draft to redthread_definer;

-- What a party that took part says about a paragraph of a circulated version, or about the whole of it. Until it is sent the people of the party alone see it.
create table draft_comment (
  id uuid not null,  -- UUID version 7.
  draft_id uuid not null,  -- The draft.
  version_id uuid not null,  -- The version it is about.
  paragraph_id uuid,  -- The paragraph; null for the whole.
  party_id uuid not null,  -- The party.
  text text not null,  -- The comment.
  proposed text,  -- How the paragraph should read instead.
  sent_at timestamp with time zone,  -- When it was sent; late when after the deadline of the version. Null while it is internal.
  sent_by uuid,  -- The focal point who sent it.
  withdrawn_at timestamp with time zone,  -- Taken back before it was sent.
  disposition text,  -- accepted, accepted-in-part, rejected or noted; null while open.
  reason text,  -- Why; needed unless accepted.
  decided_at timestamp with time zone,  -- When that was decided.
  decided_by uuid,  -- Who decided.
  revision integer default 1 not null,  -- Counts changes.
  at timestamp with time zone not null,  -- When it was begun.
  by uuid not null,  -- Who began it.
  constraint draft_comment_check CHECK (((sent_at IS NULL) = (sent_by IS NULL))),
  constraint draft_comment_check1 CHECK (((disposition IS NULL) OR (sent_at IS NOT NULL))),
  constraint draft_comment_check2 CHECK ((((disposition IS NULL) = (decided_at IS NULL)) AND ((disposition IS NULL) = (decided_by IS NULL)))),
  constraint draft_comment_check3 CHECK (((disposition IS NULL) OR (disposition = 'accepted'::text) OR (reason IS NOT NULL))),
  constraint draft_comment_disposition_check CHECK ((disposition = ANY (ARRAY['accepted'::text, 'accepted-in-part'::text, 'rejected'::text, 'noted'::text]))),
  constraint draft_comment_proposed_check CHECK (((length(TRIM(BOTH FROM proposed)) >= 1) AND (length(TRIM(BOTH FROM proposed)) <= 20000))),
  constraint draft_comment_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 2000))),
  constraint draft_comment_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 5000))),
  constraint draft_comment_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_comment_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint draft_comment_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint draft_comment_draft_id_version_id_fkey FOREIGN KEY (draft_id, version_id) REFERENCES draft_version(draft_id, id),
  constraint draft_comment_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint draft_comment_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id),
  constraint draft_comment_version_id_paragraph_id_fkey FOREIGN KEY (version_id, paragraph_id) REFERENCES draft_version_paragraph(version_id, paragraph_id),
  constraint draft_comment_pkey PRIMARY KEY (id)
);
CREATE INDEX draft_comment_draft_id_party_id_idx ON public.draft_comment USING btree (draft_id, party_id);
CREATE INDEX draft_comment_version_id_paragraph_id_idx ON public.draft_comment USING btree (version_id, paragraph_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.draft_comment FOR EACH ROW EXECUTE FUNCTION check_revision('draft_comment');
create policy answers on draft_comment for update to redthread_app using (((sent_at IS NOT NULL) AND (( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[]))) AND (draft_id IN ( SELECT d.id
   FROM draft d
  WHERE (d.stage = ANY (ARRAY['circulated'::text, 'revised'::text])))))) with check ((decided_by = ( SELECT app_actor() AS app_actor)));
create policy edits on draft_comment for update to redthread_app using (((sent_at IS NULL) AND (withdrawn_at IS NULL) AND (party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) AND (draft_id IN ( SELECT d.id
   FROM draft d
  WHERE (d.stage = 'circulated'::text))))) with check (((disposition IS NULL) AND (party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) AND ((sent_at IS NULL) OR ((sent_by = ( SELECT app_actor() AS app_actor)) AND (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[]))))));
create policy reads on draft_comment for select to redthread_app using (((party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) OR ((sent_at IS NOT NULL) AND (( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])))) OR ((disposition IS NOT NULL) AND (draft_id = ANY (( SELECT app_circulated_drafts() AS app_circulated_drafts)::uuid[])) AND (NOT (EXISTS ( SELECT
   FROM draft_version_paragraph f
  WHERE ((f.version_id = draft_comment.version_id) AND (f.paragraph_id = draft_comment.paragraph_id) AND f.under_rule)))))));
create policy writes on draft_comment for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (disposition IS NULL) AND (party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) AND ((sent_at IS NULL) OR (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[]))) AND (draft_id IN ( SELECT d.id
   FROM draft d
  WHERE ((d.stage = 'circulated'::text) AND party_took_part(draft_comment.party_id, d.meeting_id))))));
grant insert, select on draft_comment to redthread_app;

-- Material of the meeting that a drafter looked at and left out. Offered again when it says something else.
create table draft_material_left (
  draft_id uuid not null,  -- The draft.
  material text not null,  -- What it is, as in draft_paragraph.material.
  text text not null,  -- What it said when it was left out.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint draft_material_left_material_check CHECK (((length(material) >= 1) AND (length(material) <= 200))),
  constraint draft_material_left_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_material_left_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint draft_material_left_pkey PRIMARY KEY (draft_id, material)
);
create policy leaves on draft_material_left for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])))));
create policy leaves_again on draft_material_left for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[]))));
create policy reads on draft_material_left for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[]))));
grant insert, select on draft_material_left to redthread_app;

-- A written objection or amendment of an entitled party. Kept whenever it comes: before the instant it breaks silence, from the instant on it is late. Appended, never changed.
create table draft_objection (
  id uuid not null,  -- UUID version 7.
  version_id uuid not null,  -- The version under silence.
  paragraph_id uuid,  -- The paragraph; null for the whole.
  party_id uuid not null,  -- The party. Seen by its own people and the leaders of the meeting; others see that silence is broken and at which paragraphs.
  kind text not null,  -- objection or amendment (with wording).
  text text not null,  -- What it says.
  proposed text,  -- How the paragraph should read.
  received_at timestamp with time zone not null,  -- When it arrived, to the millisecond, taken before anything else was done with it.
  by uuid not null,  -- Who wrote it.
  constraint draft_objection_check CHECK (((kind = 'amendment'::text) <= ((proposed IS NOT NULL) AND (paragraph_id IS NOT NULL)))),
  constraint draft_objection_kind_check CHECK ((kind = ANY (ARRAY['objection'::text, 'amendment'::text]))),
  constraint draft_objection_proposed_check CHECK (((length(TRIM(BOTH FROM proposed)) >= 1) AND (length(TRIM(BOTH FROM proposed)) <= 20000))),
  constraint draft_objection_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 5000))),
  constraint draft_objection_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_objection_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint draft_objection_version_id_fkey FOREIGN KEY (version_id) REFERENCES draft_silence(version_id),
  constraint draft_objection_version_id_paragraph_id_fkey FOREIGN KEY (version_id, paragraph_id) REFERENCES draft_version_paragraph(version_id, paragraph_id),
  constraint draft_objection_pkey PRIMARY KEY (id)
);
CREATE INDEX draft_objection_version_id_received_at_idx ON public.draft_objection USING btree (version_id, received_at);
CREATE TRIGGER breaks_silence AFTER INSERT ON public.draft_objection FOR EACH ROW EXECUTE FUNCTION draft_objection_after_adoption();
create policy definer_reads on draft_objection for select to redthread_definer using (true);
create policy objects on draft_objection for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) AND may_object(party_id, version_id)));
create policy reads on draft_objection for select to redthread_app using (((party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) OR (version_id IN ( SELECT s.version_id
   FROM draft_silence s
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (s.draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])))))));
grant insert, select on draft_objection to redthread_app;
grant select on draft_objection to redthread_definer;

-- An outcome marked while the report is written, by its words in a paragraph. It stands while its words stand; where they changed, it is adrift until a person says what became of it.
create table draft_outcome (
  id uuid not null,  -- UUID version 7.
  draft_id uuid not null,  -- The draft.
  paragraph_id uuid not null,  -- The paragraph it stands in.
  text text not null,  -- Its words in the paragraph, a whole sentence or list entry; the span is where they stand.
  kind text not null,  -- recommendation, decision, action-point, offer, request or announcement.
  goals integer[] default '{}'::integer[] not null,  -- Priority goals, numbers of the framework generation in force at the meeting.
  when_from date,  -- First day it may mean.
  when_until date,  -- Last day it may mean.
  when_as_written text,  -- The time as written.
  origin text not null,  -- person (marked), reader (proposed and accepted), point (of a session).
  session_point_id uuid,  -- The point it comes from.
  removed_at timestamp with time zone,  -- No outcome after all.
  revision integer default 1 not null,  -- Counts changes.
  at timestamp with time zone not null,  -- When it was marked.
  by uuid not null,  -- Who marked it.
  constraint draft_outcome_check CHECK (((when_from IS NULL) = (when_until IS NULL))),
  constraint draft_outcome_check1 CHECK ((when_until >= when_from)),
  constraint draft_outcome_check2 CHECK (((session_point_id IS NOT NULL) <= (origin = 'point'::text))),
  constraint draft_outcome_kind_check CHECK ((kind = ANY (ARRAY['recommendation'::text, 'decision'::text, 'action-point'::text, 'offer'::text, 'request'::text, 'announcement'::text]))),
  constraint draft_outcome_origin_check CHECK ((origin = ANY (ARRAY['person'::text, 'reader'::text, 'point'::text]))),
  constraint draft_outcome_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 20000))),
  constraint draft_outcome_when_as_written_check CHECK (((length(when_as_written) >= 1) AND (length(when_as_written) <= 200))),
  constraint draft_outcome_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_outcome_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint draft_outcome_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES draft_paragraph(id),
  constraint draft_outcome_session_point_id_fkey FOREIGN KEY (session_point_id) REFERENCES session_point(id),
  constraint draft_outcome_pkey PRIMARY KEY (id)
);
CREATE INDEX draft_outcome_draft_id_idx ON public.draft_outcome USING btree (draft_id);
CREATE INDEX draft_outcome_paragraph_id_idx ON public.draft_outcome USING btree (paragraph_id);
CREATE INDEX draft_outcome_session_point_id_idx ON public.draft_outcome USING btree (session_point_id) WHERE (session_point_id IS NOT NULL);
CREATE TRIGGER revision BEFORE UPDATE ON public.draft_outcome FOR EACH ROW EXECUTE FUNCTION check_revision('draft_outcome');
create policy changes on draft_outcome for update to redthread_app using ((paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p
  WHERE (p.draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])))));
create policy marks on draft_outcome for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p
  WHERE (p.draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[]))))));
create policy reads on draft_outcome for select to redthread_app using ((paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p)));
grant insert, select on draft_outcome to redthread_app;

-- From whom an outcome comes and to whom it goes. None by: the meeting as a whole.
create table draft_outcome_party (
  outcome_id uuid not null,  -- The outcome.
  role text not null,  -- by or to.
  ordinal integer not null,  -- Place in the list.
  party_id uuid,  -- The party.
  body_id uuid,  -- The body, where one is meant.
  as_written text not null,  -- As written.
  constraint draft_outcome_party_as_written_check CHECK (((length(TRIM(BOTH FROM as_written)) >= 1) AND (length(TRIM(BOTH FROM as_written)) <= 300))),
  constraint draft_outcome_party_check CHECK (((party_id IS NULL) OR (body_id IS NULL))),
  constraint draft_outcome_party_ordinal_check CHECK ((ordinal >= 1)),
  constraint draft_outcome_party_role_check CHECK ((role = ANY (ARRAY['by'::text, 'to'::text]))),
  constraint draft_outcome_party_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint draft_outcome_party_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES draft_outcome(id),
  constraint draft_outcome_party_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint draft_outcome_party_pkey PRIMARY KEY (outcome_id, role, ordinal)
);
CREATE INDEX draft_outcome_party_body_id_idx ON public.draft_outcome_party USING btree (body_id) WHERE (body_id IS NOT NULL);
CREATE INDEX draft_outcome_party_party_id_idx ON public.draft_outcome_party USING btree (party_id) WHERE (party_id IS NOT NULL);
create policy names on draft_outcome_party for insert to redthread_app with check ((outcome_id IN ( SELECT o.id
   FROM draft_outcome o
  WHERE (o.draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])))));
create policy reads on draft_outcome_party for select to redthread_app using ((outcome_id IN ( SELECT o.id
   FROM draft_outcome o)));
create policy renames on draft_outcome_party for delete to redthread_app using ((outcome_id IN ( SELECT o.id
   FROM draft_outcome o
  WHERE (o.draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])))));
grant delete, insert, select on draft_outcome_party to redthread_app;

-- A paragraph of a draft; keeps its id through all edits and versions. Its number is its place among the others, never kept.
create table draft_paragraph (
  id uuid not null,  -- UUID version 7.
  draft_id uuid not null,  -- The draft.
  session_id uuid,  -- The session it reports; null for the meeting as such. Says whether the Chatham House Rule holds.
  place numeric not null,  -- Where it stands; between two there is always room for a third.
  kind text not null,  -- heading, numbered (1., 2.), item (a., b. of the numbered paragraph above), plain (without a number).
  text text not null,  -- Its text.
  material text,  -- What it was assembled from (attendance, session, intervention, point …), so that it is assembled once; null when a person wrote it.
  assembled_text text,  -- What was assembled last. While text is the same, nobody has edited it and it follows the meeting.
  removed_at timestamp with time zone,  -- Taken out.
  revision integer default 1 not null,  -- Counts every change; an edit names the revision it saw.
  at timestamp with time zone not null,  -- When it was added.
  by uuid not null,  -- Who added it.
  constraint draft_paragraph_check CHECK (((material IS NULL) = (assembled_text IS NULL))),
  constraint draft_paragraph_kind_check CHECK ((kind = ANY (ARRAY['heading'::text, 'numbered'::text, 'item'::text, 'plain'::text]))),
  constraint draft_paragraph_material_check CHECK (((length(material) >= 1) AND (length(material) <= 200))),
  constraint draft_paragraph_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 20000))),
  constraint draft_paragraph_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_paragraph_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint draft_paragraph_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint draft_paragraph_pkey PRIMARY KEY (id)
);
CREATE INDEX draft_paragraph_draft_id_place_idx ON public.draft_paragraph USING btree (draft_id, place);
CREATE UNIQUE INDEX one_for_material ON public.draft_paragraph USING btree (draft_id, material) WHERE (material IS NOT NULL);
CREATE TRIGGER revision BEFORE UPDATE ON public.draft_paragraph FOR EACH ROW EXECUTE FUNCTION check_revision('draft_paragraph');
create policy adds on draft_paragraph for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])) AND (( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])) OR (session_id = ANY (( SELECT app_led_sessions() AS app_led_sessions)::uuid[])))));
create policy edits on draft_paragraph for update to redthread_app using (((draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])) AND (( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])) OR (session_id = ANY (( SELECT app_led_sessions() AS app_led_sessions)::uuid[]))))) with check ((( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])) OR (session_id = ANY (( SELECT app_led_sessions() AS app_led_sessions)::uuid[]))));
create policy reads on draft_paragraph for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])) OR (draft_id = ANY (( SELECT app_noted_drafts() AS app_noted_drafts)::uuid[]))));
grant insert, select on draft_paragraph to redthread_app;

-- Who changed a paragraph, when, from what to what. Appended only.
create table draft_paragraph_revision (
  paragraph_id uuid not null,  -- The paragraph.
  revision integer not null,  -- The revision the change made.
  draft_id uuid not null,  -- The draft, for the rule who sees it.
  verb text not null,  -- added, edited, moved, split, merged, removed, restored, or refreshed from the meeting while nobody had edited it.
  before jsonb,  -- text, kind, place and session before; null when it was added.
  after jsonb not null,  -- The same afterwards.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint draft_paragraph_revision_verb_check CHECK ((verb = ANY (ARRAY['added'::text, 'edited'::text, 'moved'::text, 'split'::text, 'merged'::text, 'removed'::text, 'restored'::text, 'refreshed'::text]))),
  constraint draft_paragraph_revision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_paragraph_revision_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint draft_paragraph_revision_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES draft_paragraph(id),
  constraint draft_paragraph_revision_pkey PRIMARY KEY (paragraph_id, revision)
);
CREATE INDEX draft_paragraph_revision_draft_id_at_idx ON public.draft_paragraph_revision USING btree (draft_id, at);
create policy appends on draft_paragraph_revision for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p))));
create policy reads on draft_paragraph_revision for select to redthread_app using ((paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p)));
grant insert, select on draft_paragraph_revision to redthread_app;

-- A silence procedure: the version stands adopted at the instant unless an objection was received before it.
create table draft_silence (
  version_id uuid not null,  -- The version under silence.
  draft_id uuid not null,  -- The draft.
  until timestamp with time zone not null,  -- The exact instant. What is received at it, or after it, is late.
  zone text not null,  -- The zone in which it was stated.
  at timestamp with time zone not null,  -- When silence began.
  by uuid not null,  -- Who began it.
  constraint draft_silence_check CHECK ((until > at)),
  constraint draft_silence_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_silence_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint draft_silence_draft_id_version_id_fkey FOREIGN KEY (draft_id, version_id) REFERENCES draft_version(draft_id, id),
  constraint draft_silence_pkey PRIMARY KEY (version_id)
);
CREATE INDEX draft_silence_draft_id_idx ON public.draft_silence USING btree (draft_id);
create policy begins on draft_silence for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])))));
create policy definer_locks on draft_silence for update to redthread_definer using (true);
create policy definer_reads on draft_silence for select to redthread_definer using (true);
create policy reads on draft_silence for select to redthread_app using ((version_id IN ( SELECT v.id
   FROM draft_version v)));
grant insert, select on draft_silence to redthread_app;
grant select, update on draft_silence to redthread_definer;

-- What a sentence of a paragraph was written from. Where the sentence no longer stands word for word, the tie holds for the paragraph.
create table draft_source (
  id uuid not null,  -- UUID version 7.
  paragraph_id uuid not null,  -- The paragraph.
  sentence text not null,  -- The sentence as it was assembled.
  participant_id uuid,  -- A participant who came; null also when the list was approved again without them.
  delegation_id uuid,  -- A delegation that came.
  intervention_id uuid,  -- What was said on the floor, or handed in in writing.
  floor_note_id uuid,  -- A note on it.
  session_point_id uuid,  -- A point a session brought out.
  session_id uuid,  -- The session itself: its title, its moderators.
  paper_id uuid,  -- A paper of the meeting.
  ordinal integer not null,  -- Place among the sources of the paragraph.
  constraint draft_source_check CHECK ((num_nonnulls(participant_id, delegation_id, intervention_id, floor_note_id, session_point_id, session_id, paper_id) <= 1)),
  constraint draft_source_ordinal_check CHECK ((ordinal >= 1)),
  constraint draft_source_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 20000))),
  constraint draft_source_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id),
  constraint draft_source_floor_note_id_fkey FOREIGN KEY (floor_note_id) REFERENCES floor_note(id),
  constraint draft_source_intervention_id_fkey FOREIGN KEY (intervention_id) REFERENCES intervention(id),
  constraint draft_source_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES meeting_paper(id),
  constraint draft_source_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES draft_paragraph(id),
  constraint draft_source_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES participant(id) ON DELETE SET NULL,
  constraint draft_source_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint draft_source_session_point_id_fkey FOREIGN KEY (session_point_id) REFERENCES session_point(id),
  constraint draft_source_pkey PRIMARY KEY (id),
  constraint draft_source_paragraph_id_ordinal_key UNIQUE (paragraph_id, ordinal)
);
CREATE INDEX draft_source_delegation_id_idx ON public.draft_source USING btree (delegation_id) WHERE (delegation_id IS NOT NULL);
CREATE INDEX draft_source_floor_note_id_idx ON public.draft_source USING btree (floor_note_id) WHERE (floor_note_id IS NOT NULL);
CREATE INDEX draft_source_intervention_id_idx ON public.draft_source USING btree (intervention_id) WHERE (intervention_id IS NOT NULL);
CREATE INDEX draft_source_paper_id_idx ON public.draft_source USING btree (paper_id) WHERE (paper_id IS NOT NULL);
CREATE INDEX draft_source_participant_id_idx ON public.draft_source USING btree (participant_id) WHERE (participant_id IS NOT NULL);
CREATE INDEX draft_source_session_id_idx ON public.draft_source USING btree (session_id) WHERE (session_id IS NOT NULL);
CREATE INDEX draft_source_session_point_id_idx ON public.draft_source USING btree (session_point_id) WHERE (session_point_id IS NOT NULL);
create policy follows on draft_source for update to redthread_app using ((paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p
  WHERE (p.draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])))));
create policy reads on draft_source for select to redthread_app using ((paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p)));
create policy replaces on draft_source for delete to redthread_app using ((paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p
  WHERE (p.draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])))));
create policy ties on draft_source for insert to redthread_app with check ((paragraph_id IN ( SELECT p.id
   FROM draft_paragraph p
  WHERE (p.draft_id = ANY (( SELECT open_drafts() AS open_drafts)::uuid[])))));
grant delete, insert, select on draft_source to redthread_app;

-- The text as it was circulated. Appended, never changed.
create table draft_version (
  id uuid not null,  -- UUID version 7.
  draft_id uuid not null,  -- The draft.
  n integer not null,  -- Number of the version, from 1.
  purpose text not null,  -- comments, silence (under the silence procedure) or adoption (as it was adopted in the meeting or by the chair).
  note text,  -- What was said with it.
  comments_due timestamp with time zone,  -- Until when comments were asked for, an exact instant.
  at timestamp with time zone not null,  -- When it was circulated.
  by uuid not null,  -- Who circulated it.
  constraint draft_version_check CHECK (((purpose = 'comments'::text) = (comments_due IS NOT NULL))),
  constraint draft_version_n_check CHECK ((n >= 1)),
  constraint draft_version_note_check CHECK (((length(TRIM(BOTH FROM note)) >= 1) AND (length(TRIM(BOTH FROM note)) <= 1000))),
  constraint draft_version_purpose_check CHECK ((purpose = ANY (ARRAY['comments'::text, 'silence'::text, 'adoption'::text]))),
  constraint draft_version_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint draft_version_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id),
  constraint draft_version_pkey PRIMARY KEY (id),
  constraint draft_version_draft_id_id_key UNIQUE (draft_id, id),
  constraint draft_version_draft_id_n_key UNIQUE (draft_id, n)
);
create policy circulates on draft_version for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])))));
create policy reads on draft_version for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[])) OR (draft_id = ANY (( SELECT app_noted_drafts() AS app_noted_drafts)::uuid[])) OR (draft_id = ANY (( SELECT app_circulated_drafts() AS app_circulated_drafts)::uuid[]))));
grant insert, select on draft_version to redthread_app;

-- A paragraph as it stood in a version: a frozen copy.
create table draft_version_paragraph (
  version_id uuid not null,  -- The version.
  paragraph_id uuid not null,  -- The paragraph.
  ordinal integer not null,  -- Place in the text.
  kind text not null,  -- As in draft_paragraph.
  label text,  -- Its number as printed: 5. or a.
  text text not null,  -- Its text.
  session_id uuid,  -- The session it reports.
  under_rule boolean not null,  -- Whether the Chatham House Rule held for it when the version was made.
  outcomes jsonb default '[]'::jsonb not null,  -- The outcomes in it (DraftedOutcome of src/modules/drafting/outcome.ts).
  constraint draft_version_paragraph_kind_check CHECK ((kind = ANY (ARRAY['heading'::text, 'numbered'::text, 'item'::text, 'plain'::text]))),
  constraint draft_version_paragraph_ordinal_check CHECK ((ordinal >= 1)),
  constraint draft_version_paragraph_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES draft_paragraph(id),
  constraint draft_version_paragraph_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint draft_version_paragraph_version_id_fkey FOREIGN KEY (version_id) REFERENCES draft_version(id),
  constraint draft_version_paragraph_pkey PRIMARY KEY (version_id, paragraph_id),
  constraint draft_version_paragraph_version_id_ordinal_key UNIQUE (version_id, ordinal)
);
CREATE INDEX draft_version_paragraph_paragraph_id_idx ON public.draft_version_paragraph USING btree (paragraph_id);
CREATE INDEX draft_version_paragraph_session_id_idx ON public.draft_version_paragraph USING btree (session_id) WHERE (session_id IS NOT NULL);
create policy circulates on draft_version_paragraph for insert to redthread_app with check ((version_id IN ( SELECT v.id
   FROM draft_version v
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (v.draft_id = ANY (( SELECT app_reviewed_drafts() AS app_reviewed_drafts)::uuid[]))))));
create policy reads on draft_version_paragraph for select to redthread_app using ((version_id IN ( SELECT v.id
   FROM draft_version v)));
grant insert, select on draft_version_paragraph to redthread_app;

-- What a progress report rests on: a paragraph of a report, a file or a link.
create table evidence (
  id uuid not null,  -- UUID version 7.
  progress_id uuid not null,  -- The progress report.
  kind text not null,  -- paragraph, file or link.
  paragraph_id uuid,  -- The paragraph, when it is one.
  file_id uuid,  -- The file, when it is one.
  link text,  -- The https address, when it is one.
  title text not null,  -- What a reader sees.
  audience text not null,  -- party, participants or public; never wider than its progress report shows.
  constraint evidence_audience_check CHECK ((audience = ANY (ARRAY['party'::text, 'participants'::text, 'public'::text]))),
  constraint evidence_check CHECK (((kind = 'paragraph'::text) = (paragraph_id IS NOT NULL))),
  constraint evidence_check1 CHECK (((kind = 'file'::text) = (file_id IS NOT NULL))),
  constraint evidence_check2 CHECK (((kind = 'link'::text) = (link IS NOT NULL))),
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['paragraph'::text, 'file'::text, 'link'::text]))),
  constraint evidence_link_check CHECK (((link ~ '^https://'::text) AND (length(link) <= 2000))),
  constraint evidence_title_check CHECK (((length(TRIM(BOTH FROM title)) >= 1) AND (length(TRIM(BOTH FROM title)) <= 300))),
  constraint evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint evidence_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES paragraph(id),
  constraint evidence_progress_id_fkey FOREIGN KEY (progress_id) REFERENCES progress_report(id),
  constraint evidence_pkey PRIMARY KEY (id)
);
CREATE INDEX evidence_file_id_idx ON public.evidence USING btree (file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX evidence_paragraph_id_idx ON public.evidence USING btree (paragraph_id) WHERE (paragraph_id IS NOT NULL);
CREATE INDEX evidence_progress_id_idx ON public.evidence USING btree (progress_id);
CREATE TRIGGER guard BEFORE INSERT ON public.evidence FOR EACH ROW EXECUTE FUNCTION evidence_guard();
create policy adds on evidence for insert to redthread_app with check ((progress_id IN ( SELECT p.id
   FROM progress_report p
  WHERE (p.by = ( SELECT app_actor() AS app_actor)))));
create policy definer_reads on evidence for select to redthread_definer using (true);
create policy reads on evidence for select to redthread_app using ((EXISTS ( SELECT
   FROM progress_report p
  WHERE ((p.id = evidence.progress_id) AND ((evidence.audience = 'public'::text) OR ((evidence.audience = 'participants'::text) AND ( SELECT app_is_participant() AS app_is_participant)) OR (p.owner_id IN ( SELECT o.id
           FROM commitment_owner o
          WHERE ((o.party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR (o.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))))))));
grant insert, select on evidence to redthread_app;
grant select on evidence to redthread_definer;

-- Something the text check noticed.
create table finding (
  id uuid not null,  -- UUID version 7.
  report_id uuid not null,  -- The report, for the rule who sees it.
  version_id uuid not null,  -- The version it was found in.
  code text not null,  -- Dotted name of the rule.
  severity text not null,  -- error, warning or note. An open error stops publication.
  message text not null,  -- A sentence a drafter acts on.
  quote text not null,  -- The text of the span, to know the same finding again in a corrected version.
  start_at integer not null,  -- First unit of the span.
  end_at integer not null,  -- Unit after the last.
  state text default 'open'::text not null,  -- open, or dismissed with a reason.
  reason text,  -- Why it was dismissed.
  decided_at timestamp with time zone,  -- When it was dismissed or opened again.
  decided_by uuid,  -- Who did.
  constraint finding_check CHECK (((state = 'dismissed'::text) <= ((reason IS NOT NULL) AND (length(TRIM(BOTH FROM reason)) > 0)))),
  constraint finding_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'note'::text]))),
  constraint finding_state_check CHECK ((state = ANY (ARRAY['open'::text, 'dismissed'::text]))),
  constraint finding_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint finding_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint finding_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id),
  constraint finding_pkey PRIMARY KEY (id)
);
CREATE INDEX finding_report_id_idx ON public.finding USING btree (report_id) WHERE (state = 'open'::text);
CREATE INDEX finding_version_id_idx ON public.finding USING btree (version_id);
CREATE TRIGGER transition BEFORE UPDATE ON public.finding FOR EACH ROW EXECUTE FUNCTION check_transition('finding', 'state');
create policy appends on finding for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy decides on finding for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on finding for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
grant insert, select on finding to redthread_app;
grant select on finding to redthread_definer;

-- Commands that were carried out. One that is sent again after a lost connection is answered from here and counts once.
create table floor_command (
  id uuid not null,  -- Made by the device that sends.
  session_id uuid not null,  -- The session.
  name text not null,  -- Dotted name of the action.
  answer jsonb not null,  -- What it answered.
  at timestamp with time zone not null,  -- When it was carried out.
  by uuid not null,  -- Who sent it.
  constraint floor_command_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint floor_command_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint floor_command_pkey PRIMARY KEY (id)
);
CREATE INDEX floor_command_session_id_idx ON public.floor_command USING btree (session_id);
create policy own on floor_command for select to redthread_app using ((by = ( SELECT app_actor() AS app_actor)));
create policy sends on floor_command for insert to redthread_app with check ((by = ( SELECT app_actor() AS app_actor)));
grant insert, select on floor_command to redthread_app;

-- What a note taker writes, tied to the intervention in progress. Seen by the author alone until sent, then by those who lead the session.
create table floor_note (
  id uuid not null,  -- Made by the device, so that a repeated send counts once.
  session_id uuid not null,  -- The session.
  intervention_id uuid,  -- The intervention it belongs to; null for the session as such.
  text text not null,  -- The note.
  device uuid not null,  -- The browser that wrote last.
  edit integer not null,  -- How often that browser had changed the note: a save that arrives late, after a newer one, changes nothing.
  sent_at timestamp with time zone,  -- When it was handed to the drafting of the report.
  removed_at timestamp with time zone,  -- Struck out.
  revision integer default 1 not null,  -- Counts changes.
  at timestamp with time zone not null,  -- When it was begun, as the device says.
  by uuid not null,  -- Who writes.
  constraint floor_note_edit_check CHECK ((edit >= 1)),
  constraint floor_note_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 20000))),
  constraint floor_note_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint floor_note_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint floor_note_session_id_intervention_id_fkey FOREIGN KEY (session_id, intervention_id) REFERENCES intervention(session_id, id),
  constraint floor_note_pkey PRIMARY KEY (id)
);
CREATE INDEX floor_note_intervention_id_idx ON public.floor_note USING btree (intervention_id) WHERE (intervention_id IS NOT NULL);
CREATE INDEX floor_note_session_id_idx ON public.floor_note USING btree (session_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.floor_note FOR EACH ROW EXECUTE FUNCTION check_revision('floor_note');
create policy edits on floor_note for update to redthread_app using (((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])) AND ((by = ( SELECT app_actor() AS app_actor)) OR (sent_at IS NOT NULL))));
create policy reads on floor_note for select to redthread_app using (((by = ( SELECT app_actor() AS app_actor)) OR ((sent_at IS NOT NULL) AND (session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])))));
create policy writes on floor_note for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[]))));
grant insert, select on floor_note to redthread_app;

-- A link for a machine in the room that shows the floor without anybody signed in. It shows what the screen shows, for as long as who made it leads the session.
create table floor_screen (
  id uuid not null,  -- UUID version 7.
  session_id uuid not null,  -- The session it shows.
  digest bytea not null,  -- SHA-256 of the secret; the secret itself is shown once and kept nowhere.
  made_at timestamp with time zone not null,  -- When it was made.
  expires_at timestamp with time zone not null,  -- From then on it shows nothing.
  revoked_at timestamp with time zone,  -- Ended before that.
  by uuid not null,  -- Who made it.
  constraint floor_screen_check CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '7 days'::interval)))),
  constraint floor_screen_digest_check CHECK ((length(digest) = 32)),
  constraint floor_screen_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint floor_screen_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint floor_screen_pkey PRIMARY KEY (id),
  constraint floor_screen_digest_key UNIQUE (digest)
);
CREATE INDEX floor_screen_session_id_idx ON public.floor_screen USING btree (session_id);
CREATE TRIGGER guard BEFORE UPDATE ON public.floor_screen FOR EACH ROW EXECUTE FUNCTION floor_screen_guard();
create policy definer_reads on floor_screen for select to redthread_definer using (true);
create policy ends on floor_screen for update to redthread_app using ((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])));
create policy makes on floor_screen for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[]))));
create policy reads on floor_screen for select to redthread_app using ((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])));
grant insert on floor_screen to redthread_app;
grant select on floor_screen to redthread_definer;

-- Counts the changes of the floor of a session, so that a screen that was away knows whether it missed one. Its row is locked by every command: one at a time.
create table floor_version (
  session_id uuid not null,  -- The session.
  version bigint default 1 not null,  -- Goes up with every change that somebody can see.
  changed_at timestamp with time zone default '-infinity'::timestamp with time zone not null,  -- When it last went up. No command is dated before it, whatever a clock says.
  constraint floor_version_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint floor_version_pkey PRIMARY KEY (session_id)
);
create policy definer_keeps on floor_version for all to redthread_definer using (true) with check (true);
create policy reads on floor_version for select to redthread_app using ((session_id IN ( SELECT s.id
   FROM meeting_session s)));
grant select on floor_version to redthread_app;
grant insert, select, update on floor_version to redthread_definer;

-- A set of goals as one instrument adopted it. Of the dialogue's own, at most one is in force on a day.
create table framework_generation (
  id uuid not null,  -- UUID version 7.
  key text not null,  -- Readable stable key: bp-2013, bp-2019, bp-2024, gcm, sdg.
  kind text not null,  -- dialogue: the dialogue's own goals, in force one after the other; global: a framework of the world that crosswalks lead to.
  title jsonb not null,  -- What the instrument is called, by language.
  adopted_on date not null,  -- Day of adoption.
  effective_from date not null,  -- First day on which a number in a text means a goal of this generation.
  effective_until date,  -- First day on which it no longer does; null while open.
  source text not null,  -- Instrument or publication it rests on.
  note text,  -- What a reader should know, for instance that adoption and effect differ.
  revision integer default 1 not null,  -- Counts every change; a change names the revision it saw.
  constraint framework_generation_check CHECK ((effective_from >= adopted_on)),
  constraint framework_generation_check1 CHECK ((effective_until > effective_from)),
  constraint framework_generation_key_check CHECK ((key ~ '^[a-z]+(-[a-z0-9]+)*$'::text)),
  constraint framework_generation_kind_check CHECK ((kind = ANY (ARRAY['dialogue'::text, 'global'::text]))),
  constraint framework_generation_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint framework_generation_title_check CHECK (is_language_map(title)),
  constraint framework_generation_id_revision_fkey FOREIGN KEY (id, revision) REFERENCES framework_generation_revision(generation_id, revision) DEFERRABLE INITIALLY DEFERRED,
  constraint framework_generation_pkey PRIMARY KEY (id),
  constraint framework_generation_key_key UNIQUE (key),
  constraint framework_generation_one_in_force EXCLUDE USING gist (daterange(effective_from, effective_until) WITH &&) WHERE ((kind = 'dialogue'::text))
);
CREATE TRIGGER revision BEFORE UPDATE ON public.framework_generation FOR EACH ROW EXECUTE FUNCTION check_revision('framework generation');
create policy changes on framework_generation for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff));
create policy enters on framework_generation for insert to redthread_app with check (( SELECT app_is_staff() AS app_is_staff));
create policy reads on framework_generation for select to redthread_app using (true);
grant insert, select on framework_generation to redthread_app;

-- Every state of a framework generation with who made it and why. Appended only.
create table framework_generation_revision (
  generation_id uuid not null,  -- The framework generation.
  revision integer not null,  -- The revision this step made, from 1.
  before jsonb,  -- As it was; null for the first.
  after jsonb not null,  -- As it became.
  reason text not null,  -- Why, or what was entered.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint framework_generation_revision_check CHECK (((before IS NULL) = (revision = 1))),
  constraint framework_generation_revision_reason_check CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
  constraint framework_generation_revision_revision_check CHECK ((revision >= 1)),
  constraint framework_generation_revision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint framework_generation_revision_generation_id_fkey FOREIGN KEY (generation_id) REFERENCES framework_generation(id) DEFERRABLE INITIALLY DEFERRED,
  constraint framework_generation_revision_pkey PRIMARY KEY (generation_id, revision)
);
create policy appends on framework_generation_revision for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (by = ( SELECT app_actor() AS app_actor))));
create policy reads on framework_generation_revision for select to redthread_app using (true);
grant insert, select on framework_generation_revision to redthread_app;

-- A goal of one generation. A number alone is no goal: 1 means something else in each generation.
create table goal (
  id uuid not null,  -- UUID version 7; what commitments and plan entries refer to.
  generation_id uuid not null,  -- The generation.
  parent_id uuid,  -- The goal it belongs under: an action of the Call for Action under its goal; null for a goal itself.
  code text not null,  -- As the instrument numbers it: 1, 10.7, 10.c.
  ordinal integer not null,  -- Place among the goals of the generation.
  title jsonb not null,  -- Short title, by language.
  text jsonb,  -- Full wording as far as it was entered, by language.
  source text not null,  -- What the wording rests on.
  revision integer default 1 not null,  -- Counts every change; a change names the revision it saw.
  constraint goal_check CHECK ((parent_id <> id)),
  constraint goal_code_check CHECK ((code ~ '^[0-9a-z]+(\.[0-9a-z]+)*$'::text)),
  constraint goal_ordinal_check CHECK ((ordinal >= 1)),
  constraint goal_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint goal_text_check CHECK (is_language_map(text)),
  constraint goal_title_check CHECK (is_language_map(title)),
  constraint goal_generation_id_fkey FOREIGN KEY (generation_id) REFERENCES framework_generation(id),
  constraint goal_id_revision_fkey FOREIGN KEY (id, revision) REFERENCES goal_revision(goal_id, revision) DEFERRABLE INITIALLY DEFERRED,
  constraint goal_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES goal(id),
  constraint goal_pkey PRIMARY KEY (id),
  constraint goal_generation_id_code_key UNIQUE (generation_id, code)
);
CREATE INDEX goal_parent_id_idx ON public.goal USING btree (parent_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION check_revision('goal');
create policy changes on goal for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff));
create policy enters on goal for insert to redthread_app with check (( SELECT app_is_staff() AS app_is_staff));
create policy reads on goal for select to redthread_app using (true);
grant insert, select on goal to redthread_app;

-- How a goal of one generation stands to one of another. Read both ways; one standing entry for two goals. Corrections append.
create table goal_crosswalk (
  id uuid not null,  -- UUID version 7.
  from_goal_id uuid not null,  -- The goal that is described.
  to_goal_id uuid not null,  -- The goal it is described by.
  relation text not null,  -- same, close, broader (to is wider than from), narrower (to is only a part of from), related. Read from the other side, broader and narrower change places.
  source text not null,  -- Whose reading it is: an instrument, a publication, or our own.
  note text,  -- What a reader should know.
  recorded_at timestamp with time zone default now() not null,  -- When it was entered.
  recorded_by uuid not null,  -- Who entered it.
  withdrawn_at timestamp with time zone,  -- From then on we no longer say so; null for what we say today.
  withdrawn_by uuid,  -- Who withdrew it.
  withdrawn_reason text,  -- Why.
  constraint goal_crosswalk_check CHECK ((from_goal_id <> to_goal_id)),
  constraint goal_crosswalk_check1 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint goal_crosswalk_check2 CHECK ((withdrawn_at >= recorded_at)),
  constraint goal_crosswalk_relation_check CHECK ((relation = ANY (ARRAY['same'::text, 'close'::text, 'broader'::text, 'narrower'::text, 'related'::text]))),
  constraint goal_crosswalk_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint goal_crosswalk_from_goal_id_fkey FOREIGN KEY (from_goal_id) REFERENCES goal(id),
  constraint goal_crosswalk_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint goal_crosswalk_to_goal_id_fkey FOREIGN KEY (to_goal_id) REFERENCES goal(id),
  constraint goal_crosswalk_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint goal_crosswalk_pkey PRIMARY KEY (id)
);
CREATE INDEX goal_crosswalk_from_goal_id_idx ON public.goal_crosswalk USING btree (from_goal_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX goal_crosswalk_once ON public.goal_crosswalk USING btree (LEAST(from_goal_id, to_goal_id), GREATEST(from_goal_id, to_goal_id)) WHERE (withdrawn_at IS NULL);
CREATE INDEX goal_crosswalk_to_goal_id_idx ON public.goal_crosswalk USING btree (to_goal_id) WHERE (withdrawn_at IS NULL);
CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON public.goal_crosswalk FOR EACH ROW EXECUTE FUNCTION keep_history();
create policy enters on goal_crosswalk for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on goal_crosswalk for select to redthread_app using (true);
create policy withdraws on goal_crosswalk for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff)) with check ((withdrawn_by = ( SELECT app_actor() AS app_actor)));
grant insert, select on goal_crosswalk to redthread_app;

-- Every state of a goal with who made it and why. Appended only.
create table goal_revision (
  goal_id uuid not null,  -- The goal.
  revision integer not null,  -- The revision this step made, from 1.
  before jsonb,  -- As it was; null for the first.
  after jsonb not null,  -- As it became.
  reason text not null,  -- Why, or what was entered.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint goal_revision_check CHECK (((before IS NULL) = (revision = 1))),
  constraint goal_revision_reason_check CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
  constraint goal_revision_revision_check CHECK ((revision >= 1)),
  constraint goal_revision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint goal_revision_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint goal_revision_pkey PRIMARY KEY (goal_id, revision)
);
create policy appends on goal_revision for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (by = ( SELECT app_actor() AS app_actor))));
create policy reads on goal_revision for select to redthread_app using (true);
grant insert, select on goal_revision to redthread_app;

-- A file on its way in, until a person adopts or discards it. Nothing imported is live by itself.
create table import (
  id uuid not null,  -- UUID version 7.
  file_id uuid not null,  -- The file.
  state text not null,  -- received → read or failed → adopted or discarded.
  reading jsonb,  -- What the reader made of it, verbatim (redthread-reading/1).
  failure text,  -- Why it could not be read, one sentence.
  corrects_report_id uuid,  -- The report of which it is a corrected version, when it is one.
  report_id uuid,  -- What it was adopted as.
  at timestamp with time zone not null,  -- When it came in.
  by uuid not null,  -- Who sent it in.
  read_at timestamp with time zone,  -- When it was read.
  closed_at timestamp with time zone,  -- When it was adopted or discarded.
  closed_by uuid,  -- Who adopted or discarded it.
  constraint import_check CHECK (((state = ANY (ARRAY['read'::text, 'adopted'::text])) <= (reading IS NOT NULL))),
  constraint import_check1 CHECK (((state = 'failed'::text) <= (failure IS NOT NULL))),
  constraint import_check2 CHECK (((state = 'adopted'::text) = (report_id IS NOT NULL))),
  constraint import_state_check CHECK ((state = ANY (ARRAY['received'::text, 'read'::text, 'adopted'::text, 'discarded'::text, 'failed'::text]))),
  constraint import_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint import_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint import_corrects_report_id_fkey FOREIGN KEY (corrects_report_id) REFERENCES report(id),
  constraint import_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint import_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint import_pkey PRIMARY KEY (id)
);
CREATE INDEX import_corrects_report_id_idx ON public.import USING btree (corrects_report_id);
CREATE INDEX import_file_id_idx ON public.import USING btree (file_id);
CREATE INDEX import_report_id_idx ON public.import USING btree (report_id);
CREATE INDEX import_state_at_idx ON public.import USING btree (state, at DESC);
CREATE TRIGGER transition BEFORE UPDATE ON public.import FOR EACH ROW EXECUTE FUNCTION check_transition('import', 'state');
create policy changes on import for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR ((by = ( SELECT app_actor() AS app_actor)) AND (cardinality(( SELECT app_bodies() AS app_bodies)) > 0))));
create policy reads on import for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR ((by = ( SELECT app_actor() AS app_actor)) AND (cardinality(( SELECT app_bodies() AS app_bodies)) > 0))));
create policy receives on import for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (cardinality(( SELECT app_bodies() AS app_bodies)) > 0))));
grant insert, select on import to redthread_app;
grant select on import to redthread_definer;

-- One turn on the speakers’ list of a session.
create table intervention (
  id uuid not null,  -- UUID version 7; made by the device that asks, so that a repeated send counts once.
  session_id uuid not null,  -- The session.
  party_id uuid,  -- For which party; null for a speaker from outside.
  speaker text,  -- Who speaks, as announced; null when the party alone is named.
  kind text not null,  -- statement, tour (of the tour de table), reply, point-of-order.
  state text default 'waiting'::text not null,  -- waiting, speaking, paused, done, waived, written (in writing), withdrawn, absent.
  ordinal integer not null,  -- Place on the list: ascending, with gaps, so that one can be put between two others without moving them.
  asked_at timestamp with time zone not null,  -- When the floor was asked for, or the list was made.
  given_at timestamp with time zone,  -- When the floor was given, first.
  running_since timestamp with time zone,  -- Since when it runs; null unless speaking.
  spoken_ms bigint default 0 not null,  -- Milliseconds spoken before running_since.
  ended_at timestamp with time zone,  -- When it ended.
  text text,  -- Statement in writing, as handed in.
  revision integer default 1 not null,  -- Counts changes.
  by uuid not null,  -- Who put it on the list.
  constraint intervention_check CHECK (((party_id IS NOT NULL) OR (speaker IS NOT NULL))),
  constraint intervention_check1 CHECK (((state = 'speaking'::text) = (running_since IS NOT NULL))),
  constraint intervention_check2 CHECK (((state = 'written'::text) <= (text IS NOT NULL))),
  constraint intervention_kind_check CHECK ((kind = ANY (ARRAY['statement'::text, 'tour'::text, 'reply'::text, 'point-of-order'::text]))),
  constraint intervention_speaker_check CHECK (((length(TRIM(BOTH FROM speaker)) >= 1) AND (length(TRIM(BOTH FROM speaker)) <= 200))),
  constraint intervention_spoken_ms_check CHECK ((spoken_ms >= 0)),
  constraint intervention_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'speaking'::text, 'paused'::text, 'done'::text, 'waived'::text, 'written'::text, 'withdrawn'::text, 'absent'::text]))),
  constraint intervention_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 20000))),
  constraint intervention_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint intervention_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint intervention_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint intervention_pkey PRIMARY KEY (id),
  constraint intervention_session_id_id_key UNIQUE (session_id, id)
);
CREATE INDEX intervention_party_id_idx ON public.intervention USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX intervention_session_id_ordinal_idx ON public.intervention USING btree (session_id, ordinal);
CREATE UNIQUE INDEX one_speaker ON public.intervention USING btree (session_id) WHERE (state = 'speaking'::text);
CREATE UNIQUE INDEX one_tour ON public.intervention USING btree (session_id, party_id) WHERE (kind = 'tour'::text);
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.intervention FOR EACH ROW EXECUTE FUNCTION floor_guard();
CREATE TRIGGER own_turn BEFORE UPDATE ON public.intervention FOR EACH ROW EXECUTE FUNCTION floor_own_turn();
CREATE TRIGGER revision BEFORE UPDATE ON public.intervention FOR EACH ROW EXECUTE FUNCTION check_revision('intervention');
CREATE TRIGGER touch AFTER INSERT OR UPDATE ON public.intervention FOR EACH ROW EXECUTE FUNCTION floor_touch();
CREATE TRIGGER transition BEFORE UPDATE ON public.intervention FOR EACH ROW EXECUTE FUNCTION check_transition('intervention', 'state');
create policy asks on intervention for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND ((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])) OR ((party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) AND (state = ANY (ARRAY['waiting'::text, 'written'::text])) AND (kind <> 'tour'::text) AND (session_id = ANY (( SELECT floor_open_sessions() AS floor_open_sessions)::uuid[]))))));
create policy definer_reads on intervention for select to redthread_definer using (true);
create policy leads on intervention for update to redthread_app using (((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])) OR ((party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) AND (session_id = ANY (( SELECT floor_open_sessions() AS floor_open_sessions)::uuid[]))))) with check (((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])) OR (state = ANY (ARRAY['waiting'::text, 'waived'::text, 'withdrawn'::text, 'written'::text]))));
create policy reads on intervention for select to redthread_app using (((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])) OR (party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR (session_id = ANY (( SELECT floor_heard_sessions() AS floor_heard_sessions)::uuid[]))));
grant insert, select on intervention to redthread_app;
grant select on intervention to redthread_definer;

-- The history people read: one sentence for each thing that was done.
create table log_entry (
  id uuid not null,  -- UUID version 7.
  at timestamp with time zone not null,  -- When.
  person_id uuid not null,  -- Who did it.
  action text not null,  -- Dotted name of the action.
  sentence text not null,  -- What was done, in English.
  subject text not null,  -- Address of the thing it is about, /reports/….
  constraint log_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint log_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX log_entry_at_idx ON public.log_entry USING btree (at DESC);
CREATE INDEX log_entry_subject_at_idx ON public.log_entry USING btree (subject, at DESC);
create policy reads on log_entry for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (person_id = ( SELECT app_actor() AS app_actor)) OR ((( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text]) AND (action ~~ 'people.%'::text))));
create policy writes on log_entry for insert to redthread_app with check ((person_id = ( SELECT app_actor() AS app_actor)));
grant insert, select on log_entry to redthread_app;

-- Mails to be sent. Written in the transaction that causes them, so that none is lost or sent for nothing; holds no link and no token.
create table mail (
  id uuid not null,  -- UUID version 7.
  person_id uuid not null,  -- To whom.
  template text not null,  -- Which text.
  words jsonb default '{}'::jsonb not null,  -- What the text names: who invites, the path to open.
  created_at timestamp with time zone default now() not null,  -- When it was caused.
  next_at timestamp with time zone default now() not null,  -- When it is tried next.
  attempts integer default 0 not null,  -- How often it was tried.
  sent_at timestamp with time zone,  -- When the mail server took it.
  fault text,  -- What went wrong last: the code only.
  constraint mail_template_check CHECK ((template = ANY (ARRAY['sign-in'::text, 'invitation'::text, 'notice'::text, 'digest'::text]))),
  constraint mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint mail_pkey PRIMARY KEY (id)
);
CREATE INDEX mail_next_at_idx ON public.mail USING btree (next_at) WHERE (sent_at IS NULL);
create policy causes on mail for insert to redthread_app with check ((( SELECT app_actor() AS app_actor) IS NOT NULL));
create policy clears on mail for delete to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy definer_causes on mail for insert to redthread_definer with check ((template = 'sign-in'::text));
create policy marks on mail for update to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy sends on mail for select to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant delete, insert, select, update on mail to redthread_app;
grant insert on mail to redthread_definer;

-- A party, or a person for a party, holds a role in a body. Attendance at a meeting is no mandate. Rosters as of any day are derived from this.
create table mandate (
  id uuid not null,  -- UUID version 7.
  body_id uuid not null,  -- The body.
  party_id uuid not null,  -- The party that holds the role.
  person_id uuid,  -- The person who holds it for the party, when it is a person's.
  role text not null,  -- chair, co-chair, member, observer, secretariat, rapporteur, thematic-chair, moderator or donor.
  begins_from date,  -- Earliest day it can have begun; null when that is unknown.
  begins_until date not null,  -- From this day on it certainly held.
  ends_from date,  -- Until this day (exclusive) it certainly held; null while nothing speaks for an end.
  ends_until date,  -- Latest day by which it had ended; null with ends_from set: not known whether it went on.
  source text not null,  -- Decision, report or letter that says so.
  source_link text,  -- Where to read it: an https address or a path of this application.
  note text,  -- What a reader should know.
  recorded_at timestamp with time zone default now() not null,  -- When we learned it.
  recorded_by uuid not null,  -- Who entered it.
  withdrawn_at timestamp with time zone,  -- From then on we no longer say so.
  withdrawn_by uuid,  -- Who withdrew it.
  withdrawn_reason text,  -- Why: ended, corrected, entered by mistake.
  replaces_id uuid,  -- The entry that this one corrects or ends.
  constraint mandate_check CHECK ((begins_until >= begins_from)),
  constraint mandate_check1 CHECK (((ends_from IS NOT NULL) OR (ends_until IS NULL))),
  constraint mandate_check2 CHECK ((ends_until >= ends_from)),
  constraint mandate_check3 CHECK ((ends_from > begins_until)),
  constraint mandate_check4 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint mandate_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'co-chair'::text, 'member'::text, 'observer'::text, 'secretariat'::text, 'rapporteur'::text, 'thematic-chair'::text, 'moderator'::text, 'donor'::text]))),
  constraint mandate_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint mandate_source_link_check CHECK ((source_link ~ '^(https://|/)'::text)),
  constraint mandate_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint mandate_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint mandate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint mandate_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint mandate_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES mandate(id),
  constraint mandate_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_body_id_party_id_role_coalesce_daterange_excl EXCLUDE USING gist (body_id WITH =, party_id WITH =, role WITH =, COALESCE(person_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(begins_until, ends_from) WITH &&) WHERE ((withdrawn_at IS NULL))
);
CREATE INDEX mandate_body_id_idx ON public.mandate USING btree (body_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX mandate_party_id_idx ON public.mandate USING btree (party_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX mandate_person_id_idx ON public.mandate USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX mandate_replaces_id_idx ON public.mandate USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON public.mandate FOR EACH ROW EXECUTE FUNCTION keep_history();
create policy enters on mandate for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on mandate for select to redthread_app using (((person_id IS NULL) OR ( SELECT app_is_participant() AS app_is_participant)));
create policy withdraws on mandate for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff)) with check ((withdrawn_by = ( SELECT app_actor() AS app_actor)));
grant insert, select on mandate to redthread_app;

-- A meeting of one or more bodies.
create table meeting (
  id uuid not null,  -- UUID version 7.
  title text not null,  -- As its report names it.
  start_day date,  -- First day; null when no document says.
  end_day date,  -- Last day; the first day again for a meeting of one day.
  place text,  -- Town and country as written.
  mode text,  -- in-person, online or hybrid; null when no document says.
  rule text,  -- chatham-house: who said what and who took part is shown to reviewers only.
  constraint meeting_check CHECK (((end_day IS NULL) OR ((start_day IS NOT NULL) AND (end_day >= start_day)))),
  constraint meeting_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'online'::text, 'hybrid'::text]))),
  constraint meeting_rule_check CHECK ((rule = 'chatham-house'::text)),
  constraint meeting_title_check CHECK (((length(TRIM(BOTH FROM title)) >= 1) AND (length(TRIM(BOTH FROM title)) <= 500))),
  constraint meeting_pkey PRIMARY KEY (id)
);
CREATE INDEX meeting_start_day_idx ON public.meeting USING btree (start_day);
CREATE TRIGGER calendar_stamp AFTER INSERT OR UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION stamp_calendar();
CREATE TRIGGER heard AFTER UPDATE OF start_day, end_day ON public.meeting FOR EACH ROW EXECUTE FUNCTION heard_elsewhere();
CREATE TRIGGER note_outcomes AFTER UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION note_outcomes_of_meeting();
create policy changes on meeting for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
create policy definer_reads on meeting for select to redthread_definer using (true);
create policy reads on meeting for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR (EXISTS ( SELECT
   FROM report r
  WHERE (r.meeting_id = meeting.id))) OR (id = ANY (( SELECT app_called_meetings() AS app_called_meetings)::uuid[]))));
create policy records on meeting for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (cardinality(( SELECT app_bodies() AS app_bodies)) > 0)));
grant insert, select on meeting to redthread_app;
grant select on meeting to redthread_definer;

-- The bodies that met.
create table meeting_body (
  meeting_id uuid not null,  -- The meeting.
  body_id uuid not null,  -- A body that met; its chair reviews the report.
  constraint meeting_body_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint meeting_body_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint meeting_body_pkey PRIMARY KEY (meeting_id, body_id)
);
CREATE INDEX meeting_body_body_id_idx ON public.meeting_body USING btree (body_id);
create policy assigns on meeting_body for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR ((body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) AND (NOT meeting_has_report(meeting_id)))));
create policy definer_reads on meeting_body for select to redthread_definer using (true);
create policy reads on meeting_body for select to redthread_app using (((meeting_id IN ( SELECT m.id
   FROM meeting m)) OR ( SELECT app_is_staff() AS app_is_staff) OR (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))));
create policy removes on meeting_body for delete to redthread_app using (( SELECT app_is_staff() AS app_is_staff));
grant delete, insert, select on meeting_body to redthread_app;
grant select on meeting_body to redthread_definer;

-- How a meeting is prepared and held: one row for each meeting that Redthread runs. Title, days, place, mode and rule stand in meeting.
create table meeting_call (
  meeting_id uuid not null,  -- The meeting.
  slug text not null,  -- Name in addresses, /meetings/<slug>; never changes.
  stage text default 'draft'::text not null,  -- draft (being prepared), called (invitations are out), open (in session), closed, cancelled.
  template text not null,  -- From which frame of the annual calendar it was made.
  zone text not null,  -- IANA time zone of the place; hours and deadlines are stated in it.
  host_party_id uuid,  -- The party that hosts it.
  theme jsonb,  -- What it is about, one line, by language.
  concept jsonb,  -- Concept note, by language.
  languages text[] default '{en}'::text[] not null,  -- Languages spoken with interpretation, BCP 47.
  ordering text default 'short-name-en'::text not null,  -- Named rule by which delegations are ordered: by common short name in a language, collated by that language. The tour de table and every list follow it.
  announced boolean default false not null,  -- Whether the public may know that it takes place: title, theme, days, place.
  list_published boolean default true not null,  -- Whether a list of participants may be published. Under the Chatham House Rule for the whole meeting it must be false.
  answers_due timestamp with time zone,  -- Until when invited parties are asked to answer.
  delegations_due timestamp with time zone,  -- Until when delegations are to be filed.
  needs_kept_days integer default 30 not null,  -- Days after the last day of the meeting when needs of delegates are deleted.
  saved_date_at timestamp with time zone,  -- When the save-the-date went out.
  called_at timestamp with time zone,  -- When the invitations went out.
  opened_at timestamp with time zone,  -- When the meeting was opened, first.
  closed_at timestamp with time zone,  -- When the meeting was closed, last.
  cancelled_reason text,  -- Why it was cancelled, as told to the parties.
  changes integer default 0 not null,  -- How often title, days, place or mode were changed after the invitations were out; the invited are told of each.
  changed_at timestamp with time zone,  -- When that happened last.
  revision integer default 1 not null,  -- Counts changes of the call and its stage.
  at timestamp with time zone not null,  -- When it was prepared.
  by uuid not null,  -- Who prepared it.
  constraint meeting_call_cancelled_reason_check CHECK (((length(TRIM(BOTH FROM cancelled_reason)) >= 1) AND (length(TRIM(BOTH FROM cancelled_reason)) <= 1000))),
  constraint meeting_call_changes_check CHECK ((changes >= 0)),
  constraint meeting_call_check CHECK (((stage = 'cancelled'::text) = (cancelled_reason IS NOT NULL))),
  constraint meeting_call_check1 CHECK (((stage <> ALL (ARRAY['called'::text, 'open'::text, 'closed'::text])) OR (called_at IS NOT NULL))),
  constraint meeting_call_concept_check CHECK (is_language_map(concept)),
  constraint meeting_call_languages_check CHECK ((cardinality(languages) >= 1)),
  constraint meeting_call_needs_kept_days_check CHECK (((needs_kept_days >= 0) AND (needs_kept_days <= 365))),
  constraint meeting_call_ordering_check CHECK ((ordering = ANY (ARRAY['short-name-en'::text, 'short-name-ru'::text, 'short-name-tr'::text, 'short-name-ar'::text]))),
  constraint meeting_call_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint meeting_call_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'called'::text, 'open'::text, 'closed'::text, 'cancelled'::text]))),
  constraint meeting_call_template_check CHECK ((template = ANY (ARRAY['senior-officials'::text, 'working-group'::text, 'thematic'::text, 'ministerial'::text, 'other'::text]))),
  constraint meeting_call_theme_check CHECK (is_language_map(theme)),
  constraint meeting_call_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint meeting_call_host_party_id_fkey FOREIGN KEY (host_party_id) REFERENCES party(id),
  constraint meeting_call_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint meeting_call_pkey PRIMARY KEY (meeting_id),
  constraint meeting_call_slug_key UNIQUE (slug)
);
CREATE INDEX meeting_call_host_party_id_idx ON public.meeting_call USING btree (host_party_id) WHERE (host_party_id IS NOT NULL);
CREATE INDEX meeting_call_stage_idx ON public.meeting_call USING btree (stage);
CREATE TRIGGER calendar_stamp AFTER UPDATE OF stage ON public.meeting_call FOR EACH ROW EXECUTE FUNCTION stamp_meeting_call();
CREATE TRIGGER revision BEFORE UPDATE ON public.meeting_call FOR EACH ROW EXECUTE FUNCTION check_revision('meeting_call');
CREATE TRIGGER transition BEFORE UPDATE ON public.meeting_call FOR EACH ROW EXECUTE FUNCTION check_transition('meeting_call', 'stage');
create policy definer_reads on meeting_call for select to redthread_definer using (true);
create policy leads on meeting_call for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
create policy prepares on meeting_call for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (stage = 'draft'::text) AND (( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))));
create policy reads on meeting_call for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR ((called_at IS NOT NULL) AND announced) OR ((COALESCE(called_at, saved_date_at) IS NOT NULL) AND ( SELECT app_is_participant() AS app_is_participant))));
grant insert, select on meeting_call to redthread_app;
grant select on meeting_call to redthread_definer;

-- A party that is invited, and what it answered. It goes out when the meeting is called, later ones at once.
create table meeting_invitation (
  id uuid not null,  -- UUID version 7.
  meeting_id uuid not null,  -- The meeting.
  party_id uuid not null,  -- The state or organisation invited.
  standing text not null,  -- As what: member, observer or guest.
  seats integer,  -- Seats at the table; null is not stated.
  answer text,  -- accepted, tentative or declined; null while it has not answered.
  answer_note text,  -- What it says with its answer.
  answered_at timestamp with time zone,  -- When it answered, last; late when after answers_due.
  answered_by uuid,  -- Who answered for it.
  withdrawn_at timestamp with time zone,  -- From then on it is not invited any more.
  invited_again_at timestamp with time zone,  -- When it was put back on the list after it had been withdrawn, last.
  turns integer default 0 not null,  -- How often it was withdrawn or invited again: counts into the SEQUENCE of what its people get for their calendars.
  revision integer default 1 not null,  -- Counts answers and changes.
  at timestamp with time zone not null,  -- When it was put on the list.
  by uuid not null,  -- Who put it there.
  constraint meeting_invitation_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text]))),
  constraint meeting_invitation_answer_note_check CHECK (((length(TRIM(BOTH FROM answer_note)) >= 1) AND (length(TRIM(BOTH FROM answer_note)) <= 1000))),
  constraint meeting_invitation_check CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)))),
  constraint meeting_invitation_seats_check CHECK (((seats >= 1) AND (seats <= 100))),
  constraint meeting_invitation_standing_check CHECK ((standing = ANY (ARRAY['member'::text, 'observer'::text, 'guest'::text]))),
  constraint meeting_invitation_turns_check CHECK ((turns >= 0)),
  constraint meeting_invitation_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint meeting_invitation_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint meeting_invitation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting_call(meeting_id),
  constraint meeting_invitation_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint meeting_invitation_pkey PRIMARY KEY (id),
  constraint meeting_invitation_meeting_id_party_id_key UNIQUE (meeting_id, party_id)
);
CREATE INDEX meeting_invitation_party_id_idx ON public.meeting_invitation USING btree (party_id);
CREATE TRIGGER answer_guard BEFORE UPDATE ON public.meeting_invitation FOR EACH ROW EXECUTE FUNCTION meeting_invitation_guard();
CREATE TRIGGER revision BEFORE UPDATE ON public.meeting_invitation FOR EACH ROW EXECUTE FUNCTION check_revision('meeting_invitation');
create policy answers on meeting_invitation for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR ((party_id = ANY (( SELECT app_answers_for() AS app_answers_for)::uuid[])) AND (meeting_id = ANY (( SELECT app_invited_meetings() AS app_invited_meetings)::uuid[])))));
create policy definer_reads on meeting_invitation for select to redthread_definer using (true);
create policy invites on meeting_invitation for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (answer IS NULL) AND (( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))));
create policy reads on meeting_invitation for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR ((party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) AND (meeting_id = ANY (( SELECT app_invited_meetings() AS app_invited_meetings)::uuid[])))));
grant insert, select on meeting_invitation to redthread_app;
grant select on meeting_invitation to redthread_definer;

-- Where one joins online. Seen by those who lead the meeting and by delegations.
create table meeting_link (
  id uuid not null,  -- UUID version 7.
  meeting_id uuid not null,  -- The meeting.
  session_id uuid,  -- The session it is for; null for all of it.
  label text not null,  -- What it is called.
  url text not null,  -- Address, https.
  removed_at timestamp with time zone,  -- No longer valid.
  at timestamp with time zone not null,  -- When it was added.
  by uuid not null,  -- Who added it.
  constraint meeting_link_label_check CHECK (((length(TRIM(BOTH FROM label)) >= 1) AND (length(TRIM(BOTH FROM label)) <= 200))),
  constraint meeting_link_url_check CHECK (((url ~ '^https://'::text) AND (length(url) <= 2000))),
  constraint meeting_link_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint meeting_link_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting_call(meeting_id),
  constraint meeting_link_meeting_id_session_id_fkey FOREIGN KEY (meeting_id, session_id) REFERENCES meeting_session(meeting_id, id),
  constraint meeting_link_pkey PRIMARY KEY (id)
);
CREATE INDEX meeting_link_meeting_id_idx ON public.meeting_link USING btree (meeting_id);
create policy adds on meeting_link for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))));
create policy reads on meeting_link for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR (meeting_id = ANY (( SELECT app_invited_meetings() AS app_invited_meetings)::uuid[]))));
create policy removes on meeting_link for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
grant insert, select on meeting_link to redthread_app;

-- A paper of a meeting.
create table meeting_paper (
  id uuid not null,  -- UUID version 7.
  meeting_id uuid not null,  -- The meeting.
  session_id uuid,  -- The session it is for; null for the whole meeting.
  ordinal integer not null,  -- Place among the papers.
  title jsonb not null,  -- Title, by language.
  access text not null,  -- leaders (Secretariat and chairs), invited (people of invited parties), participants (of the dialogue), public.
  removed_at timestamp with time zone,  -- Taken from the list; its files stay.
  revision integer default 1 not null,  -- Counts changes.
  at timestamp with time zone not null,  -- When it was added.
  by uuid not null,  -- Who added it.
  constraint meeting_paper_access_check CHECK ((access = ANY (ARRAY['leaders'::text, 'invited'::text, 'participants'::text, 'public'::text]))),
  constraint meeting_paper_ordinal_check CHECK ((ordinal >= 1)),
  constraint meeting_paper_title_check CHECK (is_language_map(title)),
  constraint meeting_paper_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint meeting_paper_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting_call(meeting_id),
  constraint meeting_paper_meeting_id_session_id_fkey FOREIGN KEY (meeting_id, session_id) REFERENCES meeting_session(meeting_id, id),
  constraint meeting_paper_pkey PRIMARY KEY (id)
);
CREATE INDEX meeting_paper_meeting_id_idx ON public.meeting_paper USING btree (meeting_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.meeting_paper FOR EACH ROW EXECUTE FUNCTION check_revision('meeting_paper');
create policy adds on meeting_paper for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))));
create policy changes on meeting_paper for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
create policy reads on meeting_paper for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR ((removed_at IS NULL) AND (meeting_id IN ( SELECT c.meeting_id
   FROM meeting_call c
  WHERE (c.called_at IS NOT NULL))) AND
CASE access
    WHEN 'public'::text THEN true
    WHEN 'participants'::text THEN ( SELECT app_is_participant() AS app_is_participant)
    WHEN 'invited'::text THEN (meeting_id = ANY (( SELECT app_invited_meetings() AS app_invited_meetings)::uuid[]))
    ELSE false
END)));
grant insert, select on meeting_paper to redthread_app;

-- A text of a paper. Appended, never changed.
create table meeting_paper_version (
  paper_id uuid not null,  -- The paper.
  n integer not null,  -- Number of the version in its language, from 1.
  language text not null,  -- BCP 47.
  file_id uuid not null,  -- The file.
  note text,  -- What changed.
  at timestamp with time zone not null,  -- When it was added.
  by uuid not null,  -- Who added it.
  constraint meeting_paper_version_n_check CHECK ((n >= 1)),
  constraint meeting_paper_version_note_check CHECK (((length(TRIM(BOTH FROM note)) >= 1) AND (length(TRIM(BOTH FROM note)) <= 500))),
  constraint meeting_paper_version_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint meeting_paper_version_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint meeting_paper_version_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES meeting_paper(id),
  constraint meeting_paper_version_pkey PRIMARY KEY (paper_id, language, n)
);
CREATE INDEX meeting_paper_version_file_id_idx ON public.meeting_paper_version USING btree (file_id);
create policy adds on meeting_paper_version for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (paper_id IN ( SELECT p.id
   FROM meeting_paper p
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (p.meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))))));
create policy definer_reads on meeting_paper_version for select to redthread_definer using (true);
create policy reads on meeting_paper_version for select to redthread_app using ((paper_id IN ( SELECT p.id
   FROM meeting_paper p)));
grant insert, select on meeting_paper_version to redthread_app;
grant select on meeting_paper_version to redthread_definer;

-- A part of a meeting; parts can have parts (break-outs within a plenary).
create table meeting_session (
  id uuid not null,  -- UUID version 7.
  meeting_id uuid not null,  -- The meeting.
  parent_id uuid,  -- The session it is a part of; null at the top.
  ordinal integer not null,  -- Place among the sessions of the meeting.
  kind text not null,  -- opening, plenary, tour-de-table, break-out, closing or other.
  title jsonb not null,  -- Title, by language.
  questions jsonb,  -- Guiding questions, one a line, by language.
  starts_at timestamp with time zone,  -- When it is planned to begin.
  ends_at timestamp with time zone,  -- When it is planned to end.
  room text,  -- Room, as signposted.
  goal_id uuid,  -- The goal it is about, for a break-out by goal.
  rule text,  -- chatham-house: who said what in this session is shown to who leads the meeting only. A session also carries the rule of its meeting and of the session it is a part of.
  state text default 'planned'::text not null,  -- planned, open, suspended, closed; the floor is given in an open session only.
  seconds_each integer,  -- Time for one intervention, seconds; null is unlimited.
  seconds_party integer,  -- Time for one delegation in the whole session, seconds; null is unlimited.
  removed_at timestamp with time zone,  -- Taken out of the agenda.
  revision integer default 1 not null,  -- Counts changes; that others were moved before it is none.
  at timestamp with time zone not null,  -- When it was added.
  by uuid not null,  -- Who added it.
  constraint meeting_session_check CHECK ((ends_at > starts_at)),
  constraint meeting_session_check1 CHECK ((parent_id <> id)),
  constraint meeting_session_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'plenary'::text, 'tour-de-table'::text, 'break-out'::text, 'closing'::text, 'other'::text]))),
  constraint meeting_session_ordinal_check CHECK ((ordinal >= 1)),
  constraint meeting_session_questions_check CHECK (is_language_map(questions)),
  constraint meeting_session_room_check CHECK (((length(TRIM(BOTH FROM room)) >= 1) AND (length(TRIM(BOTH FROM room)) <= 200))),
  constraint meeting_session_rule_check CHECK ((rule = 'chatham-house'::text)),
  constraint meeting_session_seconds_each_check CHECK (((seconds_each >= 10) AND (seconds_each <= 7200))),
  constraint meeting_session_seconds_party_check CHECK (((seconds_party >= 10) AND (seconds_party <= 36000))),
  constraint meeting_session_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'suspended'::text, 'closed'::text]))),
  constraint meeting_session_title_check CHECK (is_language_map(title)),
  constraint meeting_session_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint meeting_session_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id),
  constraint meeting_session_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting_call(meeting_id),
  constraint meeting_session_meeting_id_parent_id_fkey FOREIGN KEY (meeting_id, parent_id) REFERENCES meeting_session(meeting_id, id),
  constraint meeting_session_pkey PRIMARY KEY (id),
  constraint meeting_session_meeting_id_id_key UNIQUE (meeting_id, id)
);
CREATE INDEX meeting_session_goal_id_idx ON public.meeting_session USING btree (goal_id) WHERE (goal_id IS NOT NULL);
CREATE INDEX meeting_session_meeting_id_ordinal_idx ON public.meeting_session USING btree (meeting_id, ordinal);
CREATE INDEX meeting_session_parent_id_idx ON public.meeting_session USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE TRIGGER agenda_guard BEFORE UPDATE ON public.meeting_session FOR EACH ROW EXECUTE FUNCTION meeting_session_guard();
CREATE TRIGGER guard BEFORE UPDATE OF state ON public.meeting_session FOR EACH ROW EXECUTE FUNCTION floor_guard();
CREATE TRIGGER revision BEFORE UPDATE OF parent_id, kind, title, questions, starts_at, ends_at, room, goal_id, rule, state, seconds_each, seconds_party, removed_at, revision ON public.meeting_session FOR EACH ROW EXECUTE FUNCTION check_revision('meeting_session');
CREATE TRIGGER touch AFTER UPDATE ON public.meeting_session FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION floor_touch();
CREATE TRIGGER transition BEFORE UPDATE ON public.meeting_session FOR EACH ROW EXECUTE FUNCTION check_transition('meeting_session', 'state');
create policy adds on meeting_session for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])))));
create policy changes on meeting_session for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR (id = ANY (( SELECT app_led_sessions() AS app_led_sessions)::uuid[]))));
create policy definer_reads on meeting_session for select to redthread_definer using (true);
create policy reads on meeting_session for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR (( SELECT app_is_participant() AS app_is_participant) AND (meeting_id IN ( SELECT c.meeting_id
   FROM meeting_call c
  WHERE (c.called_at IS NOT NULL))))));
grant insert, select on meeting_session to redthread_app;
grant select on meeting_session to redthread_definer;

-- Who moderates, reports on, notes or introduces a session.
create table meeting_session_duty (
  session_id uuid not null,  -- The session.
  duty text not null,  -- moderator, rapporteur, note-taker or speaker.
  ordinal integer not null,  -- Place among those with the same duty.
  party_id uuid,  -- For which party; null for somebody from outside.
  person_id uuid,  -- The account that does it: a moderator or note-taker with an account leads the floor of this session.
  name text not null,  -- As printed in the agenda.
  constraint meeting_session_duty_duty_check CHECK ((duty = ANY (ARRAY['moderator'::text, 'rapporteur'::text, 'note-taker'::text, 'speaker'::text]))),
  constraint meeting_session_duty_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200))),
  constraint meeting_session_duty_ordinal_check CHECK ((ordinal >= 1)),
  constraint meeting_session_duty_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint meeting_session_duty_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint meeting_session_duty_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint meeting_session_duty_pkey PRIMARY KEY (session_id, duty, ordinal)
);
CREATE INDEX meeting_session_duty_party_id_idx ON public.meeting_session_duty USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX meeting_session_duty_person_id_idx ON public.meeting_session_duty USING btree (person_id) WHERE (person_id IS NOT NULL);
create policy definer_reads on meeting_session_duty for select to redthread_definer using (true);
create policy names on meeting_session_duty for insert to redthread_app with check ((session_id IN ( SELECT s.id
   FROM meeting_session s
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (s.meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))))));
create policy reads on meeting_session_duty for select to redthread_app using ((session_id IN ( SELECT s.id
   FROM meeting_session s)));
create policy renames on meeting_session_duty for delete to redthread_app using ((session_id IN ( SELECT s.id
   FROM meeting_session s
  WHERE (( SELECT app_is_staff() AS app_is_staff) OR (s.meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))))));
grant delete, insert, select on meeting_session_duty to redthread_app;
grant select on meeting_session_duty to redthread_definer;

-- Migrations applied to this database, forward only.
create table migration (
  name text not null,  -- File name.
  sha256 text not null,  -- Of the file.
  applied_at timestamp with time zone default now() not null,  -- When.
  constraint migration_pkey PRIMARY KEY (name)
);
create policy keeps on migration for all to redthread_owner using (true) with check (true);
create policy reads on migration for select to redthread_app using (true);
grant select on migration to redthread_app;

-- That a person is to be told of something, once. Holds no words: they are written when the mail is sent, from what the person may see then.
create table notice (
  id uuid not null,  -- UUID version 7.
  person_id uuid not null,  -- Who is told.
  kind text not null,  -- Kind of notice.
  subject uuid not null,  -- Id of the thing it is about; the kind says of which table. No foreign key: the notice is a mark that survives the thing.
  occurrence text not null,  -- Which time of the same: the day that is due, the revision of the owner. With the three columns before it the key that keeps a person from being told twice.
  delivery text not null,  -- How it goes out, as chosen when it was caused.
  caused_at timestamp with time zone not null,  -- When the clock or an event caused it.
  due_at timestamp with time zone not null,  -- When it may go out: at once outside quiet hours, or at seven in the morning of the person.
  mail_id uuid,  -- The mail that carries it; told when that mail is sent.
  dropped_at timestamp with time zone,  -- When it was dropped, because nothing was left to say or the person no longer wants to hear of it.
  constraint notice_delivery_check CHECK ((delivery = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text]))),
  constraint notice_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'update-asked'::text, 'claim-waiting'::text, 'claim-answered'::text, 'due'::text, 'overdue'::text, 'silence'::text, 'plan-call'::text, 'plan-deadline'::text, 'comment-round'::text, 'plan-endorsed'::text, 'report'::text, 'tie'::text, 'meeting-call'::text, 'meeting-change'::text, 'meeting-answer'::text, 'report-draft'::text]))),
  constraint notice_occurrence_check CHECK (((length(occurrence) >= 1) AND (length(occurrence) <= 80))),
  constraint notice_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE SET NULL,
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_person_id_kind_subject_occurrence_key UNIQUE (person_id, kind, subject, occurrence)
);
CREATE INDEX notice_due_at_idx ON public.notice USING btree (due_at) WHERE ((mail_id IS NULL) AND (dropped_at IS NULL));
CREATE INDEX notice_mail_id_idx ON public.notice USING btree (mail_id) WHERE (mail_id IS NOT NULL);
create policy tells on notice for all to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text])) with check ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant insert, select on notice to redthread_app;

-- How a person wants to be told of a kind of thing. Without a row the default of the kind holds (src/modules/notices/kinds.ts).
create table notice_choice (
  person_id uuid not null,  -- Whose.
  kind text not null,  -- Kind of notice.
  delivery text not null,  -- at-once, daily or weekly digest, or none.
  at timestamp with time zone not null,  -- When it was chosen.
  constraint notice_choice_delivery_check CHECK ((delivery = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text, 'none'::text]))),
  constraint notice_choice_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'update-asked'::text, 'claim-waiting'::text, 'claim-answered'::text, 'due'::text, 'overdue'::text, 'silence'::text, 'plan-call'::text, 'plan-deadline'::text, 'comment-round'::text, 'plan-endorsed'::text, 'report'::text, 'tie'::text, 'meeting-call'::text, 'meeting-change'::text, 'meeting-answer'::text, 'report-draft'::text]))),
  constraint notice_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint notice_choice_pkey PRIMARY KEY (person_id, kind)
);
create policy own on notice_choice for all to redthread_app using ((person_id = ( SELECT app_actor() AS app_actor))) with check ((person_id = ( SELECT app_actor() AS app_actor)));
create policy tells on notice_choice for select to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant insert, select, update on notice_choice to redthread_app;

-- Where a person is, in time.
create table notice_setting (
  person_id uuid not null,  -- Whose.
  zone text,  -- IANA time zone in which digests come at seven in the morning; null: that of the capital of the party, else UTC.
  at timestamp with time zone not null,  -- When it was set.
  constraint notice_setting_zone_check CHECK (((zone ~ '^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$'::text) AND (length(zone) <= 60))),
  constraint notice_setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint notice_setting_pkey PRIMARY KEY (person_id)
);
create policy own on notice_setting for all to redthread_app using ((person_id = ( SELECT app_actor() AS app_actor))) with check ((person_id = ( SELECT app_actor() AS app_actor)));
create policy tells on notice_setting for select to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant insert, select, update on notice_setting to redthread_app;

-- Something the text says that matters afterwards, at its very sentence.
create table outcome (
  id uuid not null,  -- UUID version 7; its permanent address.
  report_id uuid not null,  -- The report.
  number integer not null,  -- Permanent number within the report.
  version_id uuid not null,  -- The newest version its sentence stands in.
  paragraph_id uuid,  -- The paragraph of the sentence.
  start_at integer not null,  -- First unit of the span in the text of that version.
  end_at integer not null,  -- Unit after the last.
  text text not null,  -- The whole sentence or list entry.
  kind text not null,  -- recommendation, decision, action-point, offer, request or announcement.
  state text not null,  -- proposed (by the reader), confirmed, rejected (by a person), withdrawn (its sentence no longer stands).
  goals integer[] default '{}'::integer[] not null,  -- Priority goals, numbers of the framework generation in force at the meeting.
  when_from date,  -- First day it may mean; null when the text names no time.
  when_until date,  -- Last day it may mean.
  when_as_written text,  -- The time as printed.
  rule text,  -- Dotted name of the rule of the reader that found it; null when a person added it.
  confidence real,  -- 0 to 1, of the reader; null when a person added it.
  replaces_id uuid,  -- The outcome of the earlier version whose changed sentence this is.
  revision integer default 1 not null,  -- Counts every change; a decision names the revision it saw.
  at timestamp with time zone not null,  -- When it was proposed or added.
  by uuid not null,  -- Who adopted the report or added the outcome.
  search tsvector generated always as ((to_tsvector('redthread_stem'::regconfig, text) || to_tsvector('redthread_word'::regconfig, text))) stored not null,  -- Word stems and words, without accents.
  constraint outcome_check CHECK ((end_at > start_at)),
  constraint outcome_check1 CHECK (((when_from IS NULL) = (when_until IS NULL))),
  constraint outcome_check2 CHECK ((when_until >= when_from)),
  constraint outcome_check3 CHECK (((rule IS NULL) = (confidence IS NULL))),
  constraint outcome_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  constraint outcome_kind_check CHECK ((kind = ANY (ARRAY['recommendation'::text, 'decision'::text, 'action-point'::text, 'offer'::text, 'request'::text, 'announcement'::text]))),
  constraint outcome_number_check CHECK ((number >= 1)),
  constraint outcome_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'rejected'::text, 'withdrawn'::text]))),
  constraint outcome_text_check CHECK ((length(TRIM(BOTH FROM text)) > 0)),
  constraint outcome_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint outcome_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES paragraph(id),
  constraint outcome_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES outcome(id),
  constraint outcome_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint outcome_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id),
  constraint outcome_pkey PRIMARY KEY (id),
  constraint outcome_report_id_number_key UNIQUE (report_id, number)
);
CREATE INDEX outcome_paragraph_id_idx ON public.outcome USING btree (paragraph_id);
CREATE INDEX outcome_replaces_id_idx ON public.outcome USING btree (replaces_id);
CREATE INDEX outcome_search ON public.outcome USING gin (search);
CREATE INDEX outcome_seen ON public.outcome USING btree (id) INCLUDE (report_id, state);
CREATE INDEX outcome_state_kind_idx ON public.outcome USING btree (state, kind);
CREATE INDEX outcome_version_id_idx ON public.outcome USING btree (version_id);
CREATE TRIGGER heard AFTER UPDATE OF state ON public.outcome FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION heard_elsewhere();
CREATE TRIGGER note_outcome AFTER INSERT OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION note_outcome();
CREATE TRIGGER revision BEFORE UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION check_revision('outcome');
CREATE TRIGGER transition BEFORE UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION check_transition('outcome', 'state');
create policy appends on outcome for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy decides on outcome for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy definer_reads on outcome for select to redthread_definer using (true);
create policy reads on outcome for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[])) OR ((EXISTS ( SELECT
   FROM report r
  WHERE (r.id = outcome.report_id))) AND ((state = 'confirmed'::text) OR ((state = ANY (ARRAY['proposed'::text, 'withdrawn'::text])) AND ( SELECT app_is_participant() AS app_is_participant))))));
grant insert, select on outcome to redthread_app;
grant select on outcome to redthread_definer;

-- Confirmed outcomes that are in the index of terms.
create table outcome_compared (
  outcome_id uuid not null,  -- The outcome.
  report_id uuid not null,  -- Its report.
  day date,  -- Last day of its meeting; null when no document says.
  terms integer not null,  -- How many terms it has, to compare long and short ones fairly.
  at timestamp with time zone not null,  -- When it was put in.
  constraint outcome_compared_terms_check CHECK ((terms >= 0)),
  constraint outcome_compared_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id),
  constraint outcome_compared_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint outcome_compared_pkey PRIMARY KEY (outcome_id)
);
CREATE INDEX outcome_compared_report_id_idx ON public.outcome_compared USING btree (report_id);
create policy own on outcome_compared for all to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text])) with check ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant delete, insert, select on outcome_compared to redthread_app;

-- Who an outcome comes from and whom it addresses. None by: the meeting as a whole speaks.
create table outcome_party (
  outcome_id uuid not null,  -- The outcome.
  report_id uuid not null,  -- The report, for the rule who sees it.
  role text not null,  -- by or to.
  ordinal integer not null,  -- Place in the list.
  party_id uuid,  -- The party; null while the name is not resolved, or a body is meant.
  body_id uuid,  -- The body, where one is meant (the Secretariat, a working group).
  as_written text not null,  -- As printed.
  constraint outcome_party_check CHECK (((party_id IS NULL) OR (body_id IS NULL))),
  constraint outcome_party_ordinal_check CHECK ((ordinal >= 1)),
  constraint outcome_party_role_check CHECK ((role = ANY (ARRAY['by'::text, 'to'::text]))),
  constraint outcome_party_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint outcome_party_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id),
  constraint outcome_party_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint outcome_party_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint outcome_party_pkey PRIMARY KEY (outcome_id, role, ordinal)
);
CREATE INDEX outcome_party_party_id_idx ON public.outcome_party USING btree (party_id);
create policy definer_reads on outcome_party for select to redthread_definer using (true);
create policy reads on outcome_party for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR ((EXISTS ( SELECT
   FROM outcome o
  WHERE (o.id = outcome_party.outcome_id))) AND ((role = 'to'::text) OR ((report_id <> ALL (( SELECT reports_under_rule() AS reports_under_rule)::uuid[])) AND (outcome_id <> ALL (( SELECT outcomes_under_rule() AS outcomes_under_rule)::uuid[]))) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))))));
create policy replaces on outcome_party for delete to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy writes on outcome_party for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
grant delete, insert, select on outcome_party to redthread_app;
grant select on outcome_party to redthread_definer;

-- Every decision on an outcome with what it was before and after. Appended only; the source of undo.
create table outcome_revision (
  id uuid not null,  -- UUID version 7.
  outcome_id uuid not null,  -- The outcome.
  report_id uuid not null,  -- The report, for the rule who sees it.
  revision integer not null,  -- Revision the decision made.
  verb text not null,  -- added, confirmed, edited, rejected, reopened, carried (into a corrected version), withdrawn or undone.
  batch uuid not null,  -- Same for everything decided in one step; what undo takes back.
  undoes uuid,  -- The batch this one took back.
  before jsonb,  -- The outcome as it was; null when the step added it.
  after jsonb not null,  -- The outcome as it became.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint outcome_revision_verb_check CHECK ((verb = ANY (ARRAY['added'::text, 'confirmed'::text, 'edited'::text, 'rejected'::text, 'reopened'::text, 'carried'::text, 'withdrawn'::text, 'undone'::text]))),
  constraint outcome_revision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint outcome_revision_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id),
  constraint outcome_revision_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint outcome_revision_pkey PRIMARY KEY (id),
  constraint outcome_revision_outcome_id_revision_key UNIQUE (outcome_id, revision)
);
CREATE INDEX outcome_revision_batch_idx ON public.outcome_revision USING btree (batch);
CREATE INDEX outcome_revision_report_id_at_idx ON public.outcome_revision USING btree (report_id, at DESC);
create policy appends on outcome_revision for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[])))));
create policy definer_reads on outcome_revision for select to redthread_definer using (true);
create policy reads on outcome_revision for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
grant insert, select on outcome_revision to redthread_app;
grant select on outcome_revision to redthread_definer;

-- The inverted index: which outcome holds which term.
create table outcome_term (
  term_id integer not null,  -- The term.
  outcome_id uuid not null,  -- The outcome.
  around boolean not null,  -- True when it stands in the title over the outcome, not in its own words.
  constraint outcome_term_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome_compared(outcome_id) ON DELETE CASCADE,
  constraint outcome_term_term_id_fkey FOREIGN KEY (term_id) REFERENCES tie_term(id),
  constraint outcome_term_pkey PRIMARY KEY (term_id, outcome_id, around)
);
CREATE INDEX outcome_term_outcome_id_idx ON public.outcome_term USING btree (outcome_id);
create policy own on outcome_term for all to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text])) with check ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant delete, insert, select on outcome_term to redthread_app;

-- Outcomes that changed since they were last compared; filled by triggers, emptied by Redthread.
create table outcome_to_compare (
  outcome_id uuid not null,  -- The outcome.
  since timestamp with time zone default clock_timestamp() not null,  -- Since when it waits.
  again boolean default false not null,  -- True when only its ties are to be looked for again; its words stand.
  constraint outcome_to_compare_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id),
  constraint outcome_to_compare_pkey PRIMARY KEY (outcome_id)
);
CREATE INDEX outcome_to_compare_since_idx ON public.outcome_to_compare USING btree (since);
create policy empties on outcome_to_compare for delete to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy finds on outcome_to_compare for select to redthread_definer using (true);
create policy holds on outcome_to_compare for update to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy marks on outcome_to_compare for update to redthread_definer using (true);
create policy notes on outcome_to_compare for insert to redthread_definer with check (true);
create policy reads on outcome_to_compare for select to redthread_app using (( SELECT app_is_staff() AS app_is_staff));
grant delete, select on outcome_to_compare to redthread_app;
grant insert, select on outcome_to_compare to redthread_definer;

-- A paragraph through all versions: renumbering never breaks a reference.
create table paragraph (
  id uuid not null,  -- UUID version 7.
  report_id uuid not null,  -- The report.
  number integer not null,  -- Permanent number within the report, for addresses; not the printed label.
  rule text,  -- chatham-house: it reports a session under the rule. Who spoke in it, and from whom an outcome in it comes, is shown to reviewers only.
  constraint paragraph_number_check CHECK ((number >= 1)),
  constraint paragraph_rule_check CHECK ((rule = 'chatham-house'::text)),
  constraint paragraph_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint paragraph_pkey PRIMARY KEY (id),
  constraint paragraph_report_id_number_key UNIQUE (report_id, number)
);
CREATE INDEX paragraph_under_rule ON public.paragraph USING btree (id) WHERE (rule IS NOT NULL);
create policy appends on paragraph for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy definer_reads on paragraph for select to redthread_definer using (true);
create policy reads on paragraph for select to redthread_app using ((report_id IN ( SELECT r.id
   FROM report r)));
grant insert, select on paragraph to redthread_app;
grant select on paragraph to redthread_definer;

-- A paragraph as it stands in one version.
create table paragraph_version (
  id uuid not null,  -- UUID version 7.
  paragraph_id uuid not null,  -- The paragraph.
  version_id uuid not null,  -- The version.
  report_id uuid not null,  -- The report, for the rule who sees it.
  current boolean not null,  -- Whether it belongs to the version that stands; only such are searched.
  path text not null,  -- Id of the reader, from the labels on the way down: p5.a; u3 without numbering.
  label text,  -- As printed, 5. or a.; null without numbering.
  label_supplied boolean default false not null,  -- True when the label is missing in print and was supplied by position.
  label_path text,  -- Labels on the way down, 5.a; a bullet carries the path of what it belongs to; null without numbering.
  level integer not null,  -- Depth of the printed numbering.
  ordinal integer not null,  -- Place in the text, from 1.
  parent_id uuid,  -- The paragraph above it.
  text text not null,  -- Its text, equal to the span of the version text.
  start_at integer not null,  -- First UTF-16 unit in the version text.
  end_at integer not null,  -- Unit after the last.
  search tsvector generated always as ((to_tsvector('redthread_stem'::regconfig, text) || to_tsvector('redthread_word'::regconfig, text))) stored not null,  -- Word stems and words, without accents.
  constraint paragraph_version_check CHECK ((end_at >= start_at)),
  constraint paragraph_version_level_check CHECK ((level >= 0)),
  constraint paragraph_version_ordinal_check CHECK ((ordinal >= 1)),
  constraint paragraph_version_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES paragraph(id),
  constraint paragraph_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES paragraph(id),
  constraint paragraph_version_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint paragraph_version_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id),
  constraint paragraph_version_pkey PRIMARY KEY (id),
  constraint paragraph_version_version_id_ordinal_key UNIQUE (version_id, ordinal),
  constraint paragraph_version_version_id_paragraph_id_key UNIQUE (version_id, paragraph_id)
);
CREATE INDEX paragraph_version_paragraph_id_idx ON public.paragraph_version USING btree (paragraph_id);
CREATE INDEX paragraph_version_report_id_idx ON public.paragraph_version USING btree (report_id) WHERE current;
CREATE INDEX paragraph_version_search ON public.paragraph_version USING gin (search) WHERE current;
create policy appends on paragraph_version for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy definer_reads on paragraph_version for select to redthread_definer using (true);
create policy reads on paragraph_version for select to redthread_app using (((current OR ( SELECT app_is_participant() AS app_is_participant)) AND (EXISTS ( SELECT
   FROM report r
  WHERE (r.id = paragraph_version.report_id)))));
create policy supersedes on paragraph_version for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
grant insert, select on paragraph_version to redthread_app;
grant select on paragraph_version to redthread_definer;

-- A delegate as approved: what lists, badges and the floor go by. Replaced when the delegation is approved again.
create table participant (
  id uuid not null,  -- The delegate.
  meeting_id uuid not null,  -- The meeting.
  party_id uuid not null,  -- The party.
  delegation_id uuid not null,  -- The delegation.
  ordinal integer not null,  -- Place in the delegation.
  name text not null,  -- As approved.
  function text,  -- As approved.
  role text not null,  -- head, member, observer or adviser.
  in_room date[] default '{}'::date[] not null,  -- Days in the room.
  online date[] default '{}'::date[] not null,  -- Days online.
  person_id uuid,  -- The account of this person, where there is one.
  left_at timestamp with time zone,  -- From then on no longer in the delegation; kept for who had checked in.
  approved_at timestamp with time zone not null,  -- When it was approved.
  approved_by uuid not null,  -- Who approved.
  constraint participant_role_check CHECK ((role = ANY (ARRAY['head'::text, 'member'::text, 'observer'::text, 'adviser'::text]))),
  constraint participant_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id),
  constraint participant_delegation_id_meeting_id_party_id_fkey FOREIGN KEY (delegation_id, meeting_id, party_id) REFERENCES delegation(id, meeting_id, party_id),
  constraint participant_id_fkey FOREIGN KEY (id) REFERENCES delegate(id),
  constraint participant_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting_call(meeting_id),
  constraint participant_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint participant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint participant_pkey PRIMARY KEY (id)
);
CREATE INDEX participant_meeting_id_party_id_idx ON public.participant USING btree (meeting_id, party_id);
CREATE INDEX participant_person_id_idx ON public.participant USING btree (person_id) WHERE (person_id IS NOT NULL);
create policy approves on participant for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (approved_by = ( SELECT app_actor() AS app_actor))));
create policy approves_again on participant for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff)) with check ((approved_by = ( SELECT app_actor() AS app_actor)));
create policy definer_reads on participant for select to redthread_definer using (true);
create policy reads on participant for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[])) OR (party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR ((meeting_id = ANY (( SELECT app_invited_meetings() AS app_invited_meetings)::uuid[])) AND (meeting_id = ANY (( SELECT meetings_with_list() AS meetings_with_list)::uuid[])))));
grant insert, select on participant to redthread_app;
grant select on participant to redthread_definer;

-- A state, territory or organisation. What it is called and which codes it has are dated attributes in tables of their own.
create table party (
  id uuid not null,  -- UUID version 7; our own stable id.
  key text not null,  -- Readable stable key, the same as the reader gives: AFG, XKX, org:iom. Not a code: codes are in party_code, because they are reused.
  kind text not null,  -- state, territory, former-state or organisation.
  un_standing text,  -- Standing of a state or territory in the United Nations: member, observer, none.
  part_of_id uuid,  -- The organisation this one belongs to (an agency of the European Union).
  recorded_at timestamp with time zone default now() not null,  -- When it was entered.
  recorded_by uuid not null,  -- Who entered it.
  constraint party_check CHECK (((kind = 'organisation'::text) = (key ~~ 'org:%'::text))),
  constraint party_check1 CHECK ((part_of_id <> id)),
  constraint party_key_check CHECK ((key ~ '^([A-Z]{3}|org:[a-z0-9]+(-[a-z0-9]+)*)$'::text)),
  constraint party_kind_check CHECK ((kind = ANY (ARRAY['state'::text, 'territory'::text, 'former-state'::text, 'organisation'::text]))),
  constraint party_un_standing_check CHECK ((un_standing = ANY (ARRAY['member'::text, 'observer'::text, 'none'::text]))),
  constraint party_part_of_id_fkey FOREIGN KEY (part_of_id) REFERENCES party(id),
  constraint party_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint party_pkey PRIMARY KEY (id),
  constraint party_key_key UNIQUE (key)
);
CREATE INDEX party_part_of_id_idx ON public.party USING btree (part_of_id);
create policy enters on party for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on party for select to redthread_app using (true);
grant insert, select on party to redthread_app;

-- Codes of a party, dated: a code can be given again (CS was Czechoslovakia, then Serbia and Montenegro), never to two at once.
create table party_code (
  id uuid not null,  -- UUID version 7.
  party_id uuid not null,  -- Whose code.
  scheme text not null,  -- iso3166-1-alpha2, iso3166-1-alpha3 or m49 (numeric).
  code text not null,  -- The code.
  used_from date,  -- First day of use; null when as old as our knowledge.
  used_until date,  -- First day of no more use; null when in use.
  source text not null,  -- Standard it rests on.
  recorded_at timestamp with time zone default now() not null,  -- When we learned it.
  recorded_by uuid not null,  -- Who entered it.
  withdrawn_at timestamp with time zone,  -- From then on we no longer say so.
  withdrawn_by uuid,  -- Who withdrew it.
  withdrawn_reason text,  -- Why.
  constraint party_code_check CHECK ((used_until > used_from)),
  constraint party_code_check1 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint party_code_code_check CHECK ((code ~ '^([A-Z]{2}|[A-Z]{3}|[0-9]{3})$'::text)),
  constraint party_code_scheme_check CHECK ((scheme = ANY (ARRAY['iso3166-1-alpha2'::text, 'iso3166-1-alpha3'::text, 'm49'::text]))),
  constraint party_code_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint party_code_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint party_code_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint party_code_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint party_code_pkey PRIMARY KEY (id),
  constraint party_code_scheme_code_daterange_excl EXCLUDE USING gist (scheme WITH =, code WITH =, daterange(used_from, used_until) WITH &&) WHERE ((withdrawn_at IS NULL))
);
CREATE INDEX party_code_party_id_idx ON public.party_code USING btree (party_id);
CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON public.party_code FOR EACH ROW EXECUTE FUNCTION keep_history();
create policy enters on party_code for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on party_code for select to redthread_app using (true);
create policy withdraws on party_code for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff)) with check ((withdrawn_by = ( SELECT app_actor() AS app_actor)));
grant insert, select on party_code to redthread_app;

-- What a party is called: language, form, time of use. Corrections append.
create table party_name (
  id uuid not null,  -- UUID version 7.
  party_id uuid not null,  -- Whose name.
  language text not null,  -- BCP 47 language of the name.
  form text not null,  -- short, official (formal), acronym, as-listed (form of an alphabetical list), alias (printed by others), adjective.
  name text not null,  -- As printed.
  folded text not null,  -- Words without accents, case, punctuation and leading article; what a written name is looked up by.
  sort_key text not null,  -- What a list in this language is sorted by; may differ from the name (the former Yugoslav Republic of Macedonia sorts under M).
  decided_on date,  -- When the name was decided or announced; its use is not a mistake from then on.
  used_from date,  -- First day of use; null when as old as our knowledge.
  used_until date,  -- First day of no more use; null when in use.
  source text not null,  -- Instrument or publication it rests on.
  note text,  -- What a register officer should know, for instance a day that is unsure.
  recorded_at timestamp with time zone default now() not null,  -- When we learned it.
  recorded_by uuid not null,  -- Who entered it.
  withdrawn_at timestamp with time zone,  -- From then on we no longer say so; null for what we say today.
  withdrawn_by uuid,  -- Who withdrew it.
  withdrawn_reason text,  -- Why.
  constraint party_name_check CHECK ((used_until > used_from)),
  constraint party_name_check1 CHECK ((decided_on <= used_from)),
  constraint party_name_check2 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint party_name_check3 CHECK ((withdrawn_at >= recorded_at)),
  constraint party_name_form_check CHECK ((form = ANY (ARRAY['short'::text, 'official'::text, 'acronym'::text, 'as-listed'::text, 'alias'::text, 'adjective'::text]))),
  constraint party_name_language_check CHECK ((language = ANY (ARRAY['en'::text, 'ru'::text, 'tr'::text, 'ar'::text, 'fa'::text, 'ur'::text, 'fr'::text, 'uk'::text]))),
  constraint party_name_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 300))),
  constraint party_name_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint party_name_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint party_name_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint party_name_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint party_name_pkey PRIMARY KEY (id),
  constraint party_name_party_id_language_form_name_daterange_excl EXCLUDE USING gist (party_id WITH =, language WITH =, form WITH =, name WITH =, daterange(used_from, used_until) WITH &&) WHERE ((withdrawn_at IS NULL))
);
CREATE INDEX party_name_folded_idx ON public.party_name USING btree (folded) WHERE (withdrawn_at IS NULL);
CREATE INDEX party_name_party_id_idx ON public.party_name USING btree (party_id);
CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON public.party_name FOR EACH ROW EXECUTE FUNCTION keep_history();
create policy enters on party_name for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on party_name for select to redthread_app using (true);
create policy withdraws on party_name for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff)) with check ((withdrawn_by = ( SELECT app_actor() AS app_actor)));
grant insert, select on party_name to redthread_app;

-- Which parties came after a former state.
create table party_succession (
  party_id uuid not null,  -- The former state.
  successor_id uuid not null,  -- A state that came after it.
  effective_on date not null,  -- First day of the new order.
  source text not null,  -- What that rests on.
  recorded_at timestamp with time zone default now() not null,  -- When it was entered.
  recorded_by uuid not null,  -- Who entered it.
  constraint party_succession_check CHECK ((party_id <> successor_id)),
  constraint party_succession_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint party_succession_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint party_succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES party(id),
  constraint party_succession_pkey PRIMARY KEY (party_id, successor_id)
);
CREATE INDEX party_succession_successor_id_idx ON public.party_succession USING btree (successor_id);
create policy enters on party_succession for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (recorded_by = ( SELECT app_actor() AS app_actor))));
create policy reads on party_succession for select to redthread_app using (true);
grant insert, select on party_succession to redthread_app;

-- A WebAuthn credential a person signs in with (W3C Web Authentication Level 3).
create table passkey (
  id uuid not null,  -- UUID version 7.
  person_id uuid not null,  -- Whose.
  credential_id text not null,  -- As the authenticator names it, base64url.
  public_key bytea not null,  -- COSE key.
  counter bigint default 0 not null,  -- Signature counter, 0 where the authenticator keeps none; going backwards refuses the sign-in.
  transports text[] default '{}'::text[] not null,  -- How the browser can reach it.
  synced boolean default false not null,  -- Whether the authenticator says it is backed up elsewhere.
  name text not null,  -- What the person calls it.
  created_at timestamp with time zone not null,  -- When it was added.
  used_at timestamp with time zone,  -- When it last signed in.
  constraint passkey_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 80))),
  constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id)
);
CREATE INDEX passkey_person_id_idx ON public.passkey USING btree (person_id);
create policy own on passkey for all to redthread_app using ((person_id = ( SELECT app_actor() AS app_actor))) with check ((person_id = ( SELECT app_actor() AS app_actor)));
create policy sign_in_counts on passkey for update to redthread_auth using (true);
create policy sign_in_reads on passkey for select to redthread_auth using (true);
grant delete, insert on passkey to redthread_app;
grant select on passkey to redthread_auth;

-- A challenge that was handed out and not answered yet. Used once.
create table passkey_challenge (
  challenge text not null,  -- Random, base64url.
  person_id uuid,  -- Who adds a passkey; null for a sign-in.
  expires_at timestamp with time zone not null,  -- Five minutes after it was made.
  constraint passkey_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint passkey_challenge_pkey PRIMARY KEY (challenge)
);
create policy own on passkey_challenge for all to redthread_app using ((person_id = ( SELECT app_actor() AS app_actor))) with check ((person_id = ( SELECT app_actor() AS app_actor)));
create policy sign_in on passkey_challenge for all to redthread_auth using (((person_id IS NULL) OR (expires_at < now()))) with check ((person_id IS NULL));
grant delete, insert, select on passkey_challenge to redthread_app;
grant delete, insert, select on passkey_challenge to redthread_auth;

-- A person who can sign in, or could. Never deleted while the history names them; ended instead.
create table person (
  id uuid not null,  -- UUID version 7; the sign-in user in schema auth has the same id.
  name text not null,  -- As the person writes it.
  email text not null,  -- Lower case; the address a sign-in link goes to. Seen by the person, the Secretariat and administrators.
  language text default 'en'::text not null,  -- BCP 47 language the interface and mails speak to this person.
  created_at timestamp with time zone default now() not null,  -- When the person was first recorded.
  ended_at timestamp with time zone,  -- From this moment on the person can no longer sign in.
  constraint person_email_check CHECK (((email = lower(email)) AND (POSITION(('@'::text) IN (email)) > 1))),
  constraint person_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200))),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_key UNIQUE (email)
);
CREATE TRIGGER guard BEFORE UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION person_guard();
CREATE TRIGGER sign_in_copy AFTER INSERT OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION person_sign_in_copy();
create policy changes on person for update to redthread_app using (((id <> '00000000-0000-7000-8000-000000000001'::uuid) AND ((id = ( SELECT app_actor() AS app_actor)) OR ( SELECT app_is_staff() AS app_is_staff) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text]))));
create policy definer_reads on person for select to redthread_definer using (true);
create policy reads on person for select to redthread_app using (((id = ( SELECT app_actor() AS app_actor)) OR ( SELECT app_is_participant() AS app_is_participant) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text])));
create policy records on person for insert to redthread_app with check (((( SELECT app_is_staff() AS app_is_staff) OR (( SELECT app_roles() AS app_roles) && ARRAY['administrator'::text, 'focal-point'::text])) AND (ended_at IS NULL)));
grant insert on person to redthread_app;
grant select on person to redthread_definer;

-- What a party says about an entry of a circulated version, or about the whole of it, and what became of that.
create table plan_comment (
  id uuid not null,  -- UUID version 7.
  cycle_id uuid not null,  -- The cycle, for the rule who sees it.
  version_id uuid not null,  -- The version it is about.
  entry_id uuid,  -- The entry it is about; null for the plan as a whole.
  party_id uuid not null,  -- The party that comments.
  text text not null,  -- The comment.
  at timestamp with time zone not null,  -- When it was made; late when after the deadline of the version.
  by uuid not null,  -- The focal point who made it.
  disposition text,  -- accepted, accepted-in-part, rejected or noted; null while open.
  reason text,  -- Why; needed unless accepted.
  decided_at timestamp with time zone,  -- When that was decided.
  decided_by uuid,  -- Who decided.
  revision integer default 1 not null,  -- Counts decisions on it.
  constraint plan_comment_check CHECK ((((disposition IS NULL) = (decided_at IS NULL)) AND ((disposition IS NULL) = (decided_by IS NULL)))),
  constraint plan_comment_check1 CHECK (((disposition IS NULL) OR (disposition = 'accepted'::text) OR (reason IS NOT NULL))),
  constraint plan_comment_disposition_check CHECK ((disposition = ANY (ARRAY['accepted'::text, 'accepted-in-part'::text, 'rejected'::text, 'noted'::text]))),
  constraint plan_comment_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 2000))),
  constraint plan_comment_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 5000))),
  constraint plan_comment_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint plan_comment_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES plan_cycle(id),
  constraint plan_comment_cycle_id_party_id_fkey FOREIGN KEY (cycle_id, party_id) REFERENCES plan_party(cycle_id, party_id),
  constraint plan_comment_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint plan_comment_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint plan_comment_version_id_entry_id_fkey FOREIGN KEY (version_id, entry_id) REFERENCES plan_version_entry(version_id, entry_id),
  constraint plan_comment_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_version(id),
  constraint plan_comment_pkey PRIMARY KEY (id)
);
CREATE INDEX plan_comment_cycle_id_party_id_idx ON public.plan_comment USING btree (cycle_id, party_id);
CREATE INDEX plan_comment_version_id_entry_id_idx ON public.plan_comment USING btree (version_id, entry_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.plan_comment FOR EACH ROW EXECUTE FUNCTION check_revision('plan_comment');
create policy answers on plan_comment for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) AND (cycle_id IN ( SELECT c.id
   FROM plan_cycle c
  WHERE (c.stage = ANY (ARRAY['comments'::text, 'revised'::text])))))) with check ((decided_by = ( SELECT app_actor() AS app_actor)));
create policy comments on plan_comment for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (disposition IS NULL) AND (party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])) AND (cycle_id IN ( SELECT c.id
   FROM plan_cycle c
  WHERE (c.stage = 'comments'::text)))));
create policy reads on plan_comment for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) OR (cycle_id IN ( SELECT c.id
   FROM plan_cycle c
  WHERE (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])))) OR ((disposition IS NOT NULL) AND ( SELECT app_is_participant() AS app_is_participant))));
grant insert, select on plan_comment to redthread_app;

-- One round of the implementation plan of a body: call for inputs, inputs, draft, comments, revision, endorsement.
create table plan_cycle (
  id uuid not null,  -- UUID version 7.
  slug text not null,  -- Name in addresses, /plan/<slug>; never changes.
  body_id uuid not null,  -- The body whose plan it is and which endorses it.
  generation_id uuid not null,  -- The generation of the framework whose goals the entries serve.
  title jsonb not null,  -- What the plan is called, by language.
  call jsonb not null,  -- The call for inputs, by language.
  first_day date not null,  -- First day of the period the plan is for.
  last_day date not null,  -- Last day of the period.
  stage text default 'call'::text not null,  -- call (being prepared), inputs, draft (being assembled), comments, revised, endorsed.
  inputs_due timestamp with time zone not null,  -- Last moment for an input to be in time.
  zone text not null,  -- IANA time zone in which deadlines of this cycle are stated.
  late_inputs boolean not null,  -- Whether an input may still be submitted after the deadline, until the draft is circulated; it is then shown as late.
  opened_on date,  -- Day the call went out; the parties asked are those of the roster of that day.
  comments_due timestamp with time zone,  -- Last moment for a comment of the present or last round to be in time.
  endorsed_version_id uuid,  -- The version that was endorsed.
  endorsed_on date,  -- Day of the decision.
  endorsed_meeting_id uuid,  -- The meeting that decided, where its report is on record.
  endorsed_outcome_id uuid,  -- The outcome that records the decision, where there is one.
  endorsed_note text,  -- Which meeting decided, and where that is written.
  endorsed_by uuid,  -- Who recorded the decision.
  revision integer default 1 not null,  -- Counts changes of the cycle itself, its stage and its deadlines.
  at timestamp with time zone not null,  -- When it was prepared.
  by uuid not null,  -- Who prepared it.
  constraint plan_cycle_call_check CHECK (is_language_map(call)),
  constraint plan_cycle_check CHECK ((last_day > first_day)),
  constraint plan_cycle_check1 CHECK (((stage = 'call'::text) = (opened_on IS NULL))),
  constraint plan_cycle_check2 CHECK (((stage = 'comments'::text) <= (comments_due IS NOT NULL))),
  constraint plan_cycle_check3 CHECK (((stage = 'endorsed'::text) = (endorsed_version_id IS NOT NULL))),
  constraint plan_cycle_check4 CHECK (((stage = 'endorsed'::text) = (endorsed_on IS NOT NULL))),
  constraint plan_cycle_check5 CHECK (((stage = 'endorsed'::text) = (endorsed_note IS NOT NULL))),
  constraint plan_cycle_check6 CHECK (((stage = 'endorsed'::text) = (endorsed_by IS NOT NULL))),
  constraint plan_cycle_check7 CHECK (((stage = 'endorsed'::text) OR ((endorsed_meeting_id IS NULL) AND (endorsed_outcome_id IS NULL)))),
  constraint plan_cycle_endorsed_note_check CHECK (((length(TRIM(BOTH FROM endorsed_note)) >= 1) AND (length(TRIM(BOTH FROM endorsed_note)) <= 500))),
  constraint plan_cycle_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint plan_cycle_stage_check CHECK ((stage = ANY (ARRAY['call'::text, 'inputs'::text, 'draft'::text, 'comments'::text, 'revised'::text, 'endorsed'::text]))),
  constraint plan_cycle_title_check CHECK (is_language_map(title)),
  constraint plan_cycle_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint plan_cycle_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint plan_cycle_endorsed_by_fkey FOREIGN KEY (endorsed_by) REFERENCES person(id),
  constraint plan_cycle_endorsed_meeting_id_fkey FOREIGN KEY (endorsed_meeting_id) REFERENCES meeting(id),
  constraint plan_cycle_endorsed_outcome_id_fkey FOREIGN KEY (endorsed_outcome_id) REFERENCES outcome(id),
  constraint plan_cycle_endorsed_version_id_fkey FOREIGN KEY (endorsed_version_id) REFERENCES plan_version(id),
  constraint plan_cycle_generation_id_fkey FOREIGN KEY (generation_id) REFERENCES framework_generation(id),
  constraint plan_cycle_pkey PRIMARY KEY (id),
  constraint plan_cycle_slug_key UNIQUE (slug)
);
CREATE INDEX plan_cycle_body_id_idx ON public.plan_cycle USING btree (body_id);
CREATE INDEX plan_cycle_endorsed_meeting_id_idx ON public.plan_cycle USING btree (endorsed_meeting_id) WHERE (endorsed_meeting_id IS NOT NULL);
CREATE INDEX plan_cycle_endorsed_outcome_id_idx ON public.plan_cycle USING btree (endorsed_outcome_id) WHERE (endorsed_outcome_id IS NOT NULL);
CREATE INDEX plan_cycle_endorsed_version_id_idx ON public.plan_cycle USING btree (endorsed_version_id) WHERE (endorsed_version_id IS NOT NULL);
CREATE TRIGGER calendar_stamp AFTER INSERT OR UPDATE ON public.plan_cycle FOR EACH ROW EXECUTE FUNCTION stamp_calendar();
CREATE TRIGGER revision BEFORE UPDATE ON public.plan_cycle FOR EACH ROW EXECUTE FUNCTION check_revision('plan_cycle');
CREATE TRIGGER transition BEFORE UPDATE ON public.plan_cycle FOR EACH ROW EXECUTE FUNCTION check_transition('plan_cycle', 'stage');
create policy definer_reads on plan_cycle for select to redthread_definer using (true);
create policy leads on plan_cycle for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR ((stage = 'revised'::text) AND (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))) with check ((( SELECT app_is_staff() AS app_is_staff) OR ((stage = 'endorsed'::text) AND (endorsed_by = ( SELECT app_actor() AS app_actor)))));
create policy prepares on plan_cycle for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (by = ( SELECT app_actor() AS app_actor)) AND (stage = 'call'::text)));
create policy reads on plan_cycle for select to redthread_app using (((stage = 'endorsed'::text) OR ( SELECT app_is_staff() AS app_is_staff) OR (body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR ((stage <> 'call'::text) AND ( SELECT app_is_participant() AS app_is_participant))));
grant insert, select on plan_cycle to redthread_app;
grant select on plan_cycle to redthread_definer;

-- One thing to be done: in the input of a party, or in the plan the Secretariat assembles. Each edit counts its revision up; versions keep what was circulated.
create table plan_entry (
  id uuid not null,  -- UUID version 7; the same through all versions of the plan.
  cycle_id uuid not null,  -- The cycle.
  input_id uuid,  -- The input it belongs to; null for an entry of the plan itself.
  ordinal integer not null,  -- Place in its input or in the plan.
  kind text not null,  -- Kind of activity, one of those of activity.kind.
  title jsonb not null,  -- What is to be done, by language.
  description jsonb,  -- More about it, by language.
  other_partners text,  -- Partners that are no party of the register, as written.
  when_from date,  -- First day it may take place; null when that is open.
  when_until date,  -- Last day it may take place.
  place text,  -- Where, as written.
  funding text,  -- Who pays, or what is sought, as written.
  removed_at timestamp with time zone,  -- From then on it is no longer in the input or the plan; earlier versions keep it.
  removed_by uuid,  -- Who took it out.
  removed_reason text,  -- Why.
  revision integer default 1 not null,  -- Counts every change; an edit names the revision it saw.
  at timestamp with time zone not null,  -- When it was added.
  by uuid not null,  -- Who added it.
  constraint plan_entry_check CHECK (((when_from IS NULL) = (when_until IS NULL))),
  constraint plan_entry_check1 CHECK ((when_until >= when_from)),
  constraint plan_entry_check2 CHECK ((((removed_at IS NULL) = (removed_by IS NULL)) AND ((removed_at IS NULL) = (removed_reason IS NULL)))),
  constraint plan_entry_description_check CHECK (is_language_map(description)),
  constraint plan_entry_funding_check CHECK (((length(TRIM(BOTH FROM funding)) >= 1) AND (length(TRIM(BOTH FROM funding)) <= 500))),
  constraint plan_entry_kind_check CHECK ((kind = ANY (ARRAY['meeting'::text, 'expert-meeting'::text, 'training'::text, 'study-visit'::text, 'publication'::text, 'project'::text, 'deployment'::text, 'query'::text, 'procedure'::text, 'other'::text]))),
  constraint plan_entry_ordinal_check CHECK ((ordinal >= 1)),
  constraint plan_entry_other_partners_check CHECK (((length(TRIM(BOTH FROM other_partners)) >= 1) AND (length(TRIM(BOTH FROM other_partners)) <= 500))),
  constraint plan_entry_place_check CHECK (((length(TRIM(BOTH FROM place)) >= 1) AND (length(TRIM(BOTH FROM place)) <= 200))),
  constraint plan_entry_removed_reason_check CHECK (((length(TRIM(BOTH FROM removed_reason)) >= 1) AND (length(TRIM(BOTH FROM removed_reason)) <= 500))),
  constraint plan_entry_title_check CHECK (is_language_map(title)),
  constraint plan_entry_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint plan_entry_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES plan_cycle(id),
  constraint plan_entry_input_id_fkey FOREIGN KEY (input_id) REFERENCES plan_input(id),
  constraint plan_entry_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES person(id),
  constraint plan_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX plan_entry_cycle_id_idx ON public.plan_entry USING btree (cycle_id) WHERE (input_id IS NULL);
CREATE INDEX plan_entry_input_id_idx ON public.plan_entry USING btree (input_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.plan_entry FOR EACH ROW EXECUTE FUNCTION check_revision('plan_entry');
create policy adds on plan_entry for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND
CASE
    WHEN (input_id IS NOT NULL) THEN (input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
    ELSE (( SELECT app_is_staff() AS app_is_staff) AND (cycle_id IN ( SELECT c.id
       FROM plan_cycle c
      WHERE (c.stage = ANY (ARRAY['draft'::text, 'revised'::text])))))
END));
create policy edits on plan_entry for update to redthread_app using (
CASE
    WHEN (input_id IS NOT NULL) THEN (input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
    ELSE (( SELECT app_is_staff() AS app_is_staff) AND (cycle_id IN ( SELECT c.id
       FROM plan_cycle c
      WHERE (c.stage = ANY (ARRAY['draft'::text, 'revised'::text])))))
END);
create policy reads on plan_entry for select to redthread_app using (
CASE
    WHEN (input_id IS NOT NULL) THEN (input_id IN ( SELECT i.id
       FROM plan_input i))
    ELSE (( SELECT app_is_staff() AS app_is_staff) OR (cycle_id IN ( SELECT c.id
       FROM plan_cycle c
      WHERE (c.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])))))
END);
grant insert, select on plan_entry to redthread_app;

-- Commitments an entry serves.
create table plan_entry_commitment (
  entry_id uuid not null,  -- The entry.
  commitment_id uuid not null,  -- The commitment.
  constraint plan_entry_commitment_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint plan_entry_commitment_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES plan_entry(id),
  constraint plan_entry_commitment_pkey PRIMARY KEY (entry_id, commitment_id)
);
CREATE INDEX plan_entry_commitment_commitment_id_idx ON public.plan_entry_commitment USING btree (commitment_id);
create policy adds on plan_entry_commitment for insert to redthread_app with check ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
create policy reads on plan_entry_commitment for select to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e)));
create policy replaces on plan_entry_commitment for delete to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
grant delete, insert, select on plan_entry_commitment to redthread_app;

-- Goals an entry serves.
create table plan_entry_goal (
  entry_id uuid not null,  -- The entry.
  goal_id uuid not null,  -- A goal of the generation of the cycle.
  constraint plan_entry_goal_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES plan_entry(id),
  constraint plan_entry_goal_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id),
  constraint plan_entry_goal_pkey PRIMARY KEY (entry_id, goal_id)
);
CREATE INDEX plan_entry_goal_goal_id_idx ON public.plan_entry_goal USING btree (goal_id);
create policy adds on plan_entry_goal for insert to redthread_app with check ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
create policy reads on plan_entry_goal for select to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e)));
create policy replaces on plan_entry_goal for delete to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
grant delete, insert, select on plan_entry_goal to redthread_app;

-- Who leads an entry and who takes part.
create table plan_entry_party (
  entry_id uuid not null,  -- The entry.
  party_id uuid not null,  -- The party.
  role text not null,  -- lead or partner.
  constraint plan_entry_party_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'partner'::text]))),
  constraint plan_entry_party_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES plan_entry(id),
  constraint plan_entry_party_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint plan_entry_party_pkey PRIMARY KEY (entry_id, party_id)
);
CREATE INDEX plan_entry_party_party_id_idx ON public.plan_entry_party USING btree (party_id);
create policy adds on plan_entry_party for insert to redthread_app with check ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
create policy reads on plan_entry_party for select to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e)));
create policy replaces on plan_entry_party for delete to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
grant delete, insert, select on plan_entry_party to redthread_app;

-- From which entries of inputs an entry of the plan was taken over or merged.
create table plan_entry_source (
  entry_id uuid not null,  -- The entry of the plan.
  source_id uuid not null,  -- The entry of an input.
  constraint plan_entry_source_check CHECK ((entry_id <> source_id)),
  constraint plan_entry_source_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES plan_entry(id),
  constraint plan_entry_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES plan_entry(id),
  constraint plan_entry_source_pkey PRIMARY KEY (entry_id, source_id)
);
CREATE INDEX plan_entry_source_source_id_idx ON public.plan_entry_source USING btree (source_id);
create policy notes on plan_entry_source for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (source_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE (e.input_id IS NOT NULL)))));
create policy reads on plan_entry_source for select to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e)));
grant insert, select on plan_entry_source to redthread_app;

-- Strands an entry belongs to.
create table plan_entry_strand (
  entry_id uuid not null,  -- The entry.
  strand_id uuid not null,  -- The strand.
  constraint plan_entry_strand_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES plan_entry(id),
  constraint plan_entry_strand_strand_id_fkey FOREIGN KEY (strand_id) REFERENCES strand(id),
  constraint plan_entry_strand_pkey PRIMARY KEY (entry_id, strand_id)
);
CREATE INDEX plan_entry_strand_strand_id_idx ON public.plan_entry_strand USING btree (strand_id);
create policy adds on plan_entry_strand for insert to redthread_app with check ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
create policy reads on plan_entry_strand for select to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e)));
create policy replaces on plan_entry_strand for delete to redthread_app using ((entry_id IN ( SELECT e.id
   FROM plan_entry e
  WHERE
        CASE
            WHEN (e.input_id IS NOT NULL) THEN (e.input_id = ANY (( SELECT plan_open_inputs() AS plan_open_inputs)::uuid[]))
            ELSE ( SELECT app_is_staff() AS app_is_staff)
        END)));
grant delete, insert, select on plan_entry_strand to redthread_app;

-- What one party sends in for a cycle: a set of entries that its people write and its focal point submits.
create table plan_input (
  id uuid not null,  -- UUID version 7.
  cycle_id uuid not null,  -- The cycle.
  party_id uuid not null,  -- The party.
  state text default 'draft'::text not null,  -- draft: seen by the party alone; submitted: by all participants.
  submitted_at timestamp with time zone,  -- When it was submitted; late when after the deadline of the cycle.
  submitted_by uuid,  -- The focal point who did.
  revision integer default 1 not null,  -- Counts submissions and taking back.
  at timestamp with time zone not null,  -- When it was begun.
  by uuid not null,  -- Who began it.
  constraint plan_input_check CHECK (((state = 'submitted'::text) = (submitted_at IS NOT NULL))),
  constraint plan_input_check1 CHECK (((state = 'submitted'::text) = (submitted_by IS NOT NULL))),
  constraint plan_input_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text]))),
  constraint plan_input_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint plan_input_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES plan_cycle(id),
  constraint plan_input_cycle_id_party_id_fkey FOREIGN KEY (cycle_id, party_id) REFERENCES plan_party(cycle_id, party_id),
  constraint plan_input_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint plan_input_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id),
  constraint plan_input_pkey PRIMARY KEY (id),
  constraint plan_input_cycle_id_party_id_key UNIQUE (cycle_id, party_id)
);
CREATE INDEX plan_input_party_id_idx ON public.plan_input USING btree (party_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.plan_input FOR EACH ROW EXECUTE FUNCTION check_revision('plan_input');
CREATE TRIGGER transition BEFORE UPDATE ON public.plan_input FOR EACH ROW EXECUTE FUNCTION check_transition('plan_input', 'state');
create policy begins on plan_input for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (state = 'draft'::text) AND (party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) AND (cycle_id IN ( SELECT c.id
   FROM plan_cycle c
  WHERE (c.stage = ANY (ARRAY['inputs'::text, 'draft'::text]))))));
create policy definer_reads on plan_input for select to redthread_definer using (true);
create policy reads on plan_input for select to redthread_app using (((party_id = ANY (( SELECT app_writes_for() AS app_writes_for)::uuid[])) OR ((state = 'submitted'::text) AND ( SELECT app_is_participant() AS app_is_participant))));
create policy submits on plan_input for update to redthread_app using (((party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])) AND (cycle_id IN ( SELECT c.id
   FROM plan_cycle c
  WHERE (c.stage = ANY (ARRAY['inputs'::text, 'draft'::text])))))) with check (((party_id = ANY (( SELECT app_focal_parties() AS app_focal_parties)::uuid[])) AND ((state = 'draft'::text) OR (submitted_by = ( SELECT app_actor() AS app_actor)))));
grant insert, select on plan_input to redthread_app;
grant select on plan_input to redthread_definer;

-- The parties a call asks. Whether one has left the body since is read from its mandates.
create table plan_party (
  cycle_id uuid not null,  -- The cycle.
  party_id uuid not null,  -- The party asked.
  constraint plan_party_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES plan_cycle(id),
  constraint plan_party_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint plan_party_pkey PRIMARY KEY (cycle_id, party_id)
);
CREATE INDEX plan_party_party_id_idx ON public.plan_party USING btree (party_id);
create policy asks on plan_party for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (cycle_id IN ( SELECT c.id
   FROM plan_cycle c
  WHERE (c.stage = 'call'::text)))));
create policy asks_not on plan_party for delete to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) AND (cycle_id IN ( SELECT c.id
   FROM plan_cycle c
  WHERE (c.stage = 'call'::text)))));
create policy reads on plan_party for select to redthread_app using ((cycle_id IN ( SELECT c.id
   FROM plan_cycle c)));
grant delete, insert, select on plan_party to redthread_app;

-- A version of the plan as it was circulated. Appended, never changed; /plan/<slug>/versions/<n> is its permanent address.
create table plan_version (
  id uuid not null,  -- UUID version 7.
  cycle_id uuid not null,  -- The cycle.
  n integer not null,  -- Number of the version, from 1.
  note text,  -- What the Secretariat says about it.
  names_day date not null,  -- Parties are printed by their name on this day.
  comments_due timestamp with time zone,  -- Until when comments were asked for; null for a version laid before the meeting.
  at timestamp with time zone not null,  -- When it was circulated.
  by uuid not null,  -- Who circulated it.
  constraint plan_version_n_check CHECK ((n >= 1)),
  constraint plan_version_note_check CHECK (((length(TRIM(BOTH FROM note)) >= 1) AND (length(TRIM(BOTH FROM note)) <= 1000))),
  constraint plan_version_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint plan_version_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES plan_cycle(id),
  constraint plan_version_pkey PRIMARY KEY (id),
  constraint plan_version_cycle_id_n_key UNIQUE (cycle_id, n)
);
create policy circulates on plan_version for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (by = ( SELECT app_actor() AS app_actor))));
create policy reads on plan_version for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) OR (id IN ( SELECT c.endorsed_version_id
   FROM plan_cycle c))));
grant insert, select on plan_version to redthread_app;

-- An entry as it stood in a version: a frozen copy.
create table plan_version_entry (
  version_id uuid not null,  -- The version.
  entry_id uuid not null,  -- The entry.
  ordinal integer not null,  -- Place in the version.
  revision integer not null,  -- Revision of the entry that was copied.
  content jsonb not null,  -- All fields of the entry, parties, goals, strands and commitments by id (EntryContent of src/modules/plan/entry.ts).
  constraint plan_version_entry_ordinal_check CHECK ((ordinal >= 1)),
  constraint plan_version_entry_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES plan_entry(id),
  constraint plan_version_entry_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_version(id),
  constraint plan_version_entry_pkey PRIMARY KEY (version_id, entry_id)
);
CREATE INDEX plan_version_entry_entry_id_idx ON public.plan_version_entry USING btree (entry_id);
create policy circulates on plan_version_entry for insert to redthread_app with check (( SELECT app_is_staff() AS app_is_staff));
create policy reads on plan_version_entry for select to redthread_app using ((version_id IN ( SELECT v.id
   FROM plan_version v)));
grant insert, select on plan_version_entry to redthread_app;

-- Policy files as last applied.
create table policy_file (
  name text not null,  -- File name.
  sha256 text not null,  -- Of the file.
  applied_at timestamp with time zone default now() not null,  -- When.
  constraint policy_file_pkey PRIMARY KEY (name)
);
create policy keeps on policy_file for all to redthread_owner using (true) with check (true);
create policy reads on policy_file for select to redthread_app using (true);
grant select on policy_file to redthread_app;

-- What an owner says of its progress on a day. Appended; a correction withdraws one and appends another.
create table progress_report (
  id uuid not null,  -- UUID version 7.
  commitment_id uuid not null,  -- The commitment.
  owner_id uuid not null,  -- The owner who speaks.
  occurrence integer default 1 not null,  -- Which time of a recurring commitment it is about.
  day date not null,  -- The day it is about.
  text text not null,  -- What was done.
  language text default 'en'::text not null,  -- BCP 47 language of the text.
  audience text not null,  -- party: an internal note, for the people of the owner alone; participants; public.
  at timestamp with time zone not null,  -- When it was written.
  by uuid not null,  -- Who wrote it.
  withdrawn_at timestamp with time zone,  -- From then on it is no longer said.
  withdrawn_reason text,  -- Why.
  corrects_id uuid,  -- The earlier report this one corrects.
  constraint progress_report_audience_check CHECK ((audience = ANY (ARRAY['party'::text, 'participants'::text, 'public'::text]))),
  constraint progress_report_check CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint progress_report_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 3) AND (length(TRIM(BOTH FROM text)) <= 5000))),
  constraint progress_report_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint progress_report_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint progress_report_corrects_id_owner_id_fkey FOREIGN KEY (corrects_id, owner_id) REFERENCES progress_report(id, owner_id),
  constraint progress_report_owner_id_commitment_id_fkey FOREIGN KEY (owner_id, commitment_id) REFERENCES commitment_owner(id, commitment_id),
  constraint progress_report_pkey PRIMARY KEY (id),
  constraint progress_report_id_owner_id_key UNIQUE (id, owner_id)
);
CREATE INDEX progress_report_commitment_id_day_idx ON public.progress_report USING btree (commitment_id, day DESC);
CREATE INDEX progress_report_owner_id_idx ON public.progress_report USING btree (owner_id);
CREATE TRIGGER answers AFTER INSERT ON public.progress_report FOR EACH ROW EXECUTE FUNCTION progress_answers();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.progress_report FOR EACH ROW EXECUTE FUNCTION progress_report_guard();
CREATE TRIGGER heard AFTER INSERT OR UPDATE ON public.progress_report FOR EACH ROW WHEN ((new.audience <> 'party'::text)) EXECUTE FUNCTION heard_of_commitment();
create policy definer_reads on progress_report for select to redthread_definer using (true);
create policy reads on progress_report for select to redthread_app using ((((audience = 'participants'::text) AND ( SELECT app_is_participant() AS app_is_participant)) OR ((audience = 'public'::text) AND (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = progress_report.commitment_id)))) OR (EXISTS ( SELECT
   FROM commitment_owner o
  WHERE ((o.id = progress_report.owner_id) AND ((o.party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR (o.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[]))))))));
create policy reports on progress_report for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (owner_id IN ( SELECT o.id
   FROM commitment_owner o
  WHERE ((o.commitment_id = progress_report.commitment_id) AND ((o.party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR (o.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR ((o.body_id IS NOT NULL) AND ( SELECT app_is_staff() AS app_is_staff) AND (progress_report.audience <> 'party'::text))))))));
create policy withdraws on progress_report for update to redthread_app using ((owner_id IN ( SELECT o.id
   FROM commitment_owner o
  WHERE ((o.party_id = ANY (( SELECT app_parties() AS app_parties)::uuid[])) OR (o.body_id = ANY (( SELECT app_bodies() AS app_bodies)::uuid[])) OR ((o.body_id IS NOT NULL) AND ( SELECT app_is_staff() AS app_is_staff))))));
grant insert, select on progress_report to redthread_app;
grant select on progress_report to redthread_definer;

-- Every change of state that is possible; any other is refused by the database itself.
create table record_transition (
  thing text not null,  -- import, report, outcome or finding.
  from_state text not null,  -- State before.
  to_state text not null,  -- State after.
  constraint record_transition_pkey PRIMARY KEY (thing, from_state, to_state)
);
create policy reads on record_transition for select to redthread_app, redthread_definer using (true);
grant select on record_transition to redthread_app;
grant select on record_transition to redthread_definer;

-- What a person says a reference means. Appended; the newest stands.
create table reference_choice (
  id uuid not null,  -- UUID version 7.
  sought_id uuid not null,  -- The reference.
  report_id uuid not null,  -- The report that refers, whose reviewers choose.
  choice text not null,  -- meeting, activity, elsewhere (nothing this register will ever hold), or open (an earlier choice is taken back).
  meeting_id uuid,  -- The meeting.
  activity_id uuid,  -- The activity.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint reference_choice_check CHECK (((choice = 'meeting'::text) = (meeting_id IS NOT NULL))),
  constraint reference_choice_check1 CHECK (((choice = 'activity'::text) = (activity_id IS NOT NULL))),
  constraint reference_choice_choice_check CHECK ((choice = ANY (ARRAY['meeting'::text, 'activity'::text, 'elsewhere'::text, 'open'::text]))),
  constraint reference_choice_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id),
  constraint reference_choice_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint reference_choice_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint reference_choice_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint reference_choice_sought_id_fkey FOREIGN KEY (sought_id) REFERENCES sought_reference(id),
  constraint reference_choice_pkey PRIMARY KEY (id)
);
CREATE INDEX reference_choice_meeting_id_idx ON public.reference_choice USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE INDEX reference_choice_sought_id_id_idx ON public.reference_choice USING btree (sought_id, id);
create policy chooses on reference_choice for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[])))));
create policy reads on reference_choice for select to redthread_app using (((report_id IN ( SELECT r.id
   FROM report r)) AND ((meeting_id IS NULL) OR (meeting_id IN ( SELECT m.id
   FROM meeting m))) AND ((activity_id IS NULL) OR (activity_id IN ( SELECT a.id
   FROM activity a)))));
grant insert, select on reference_choice to redthread_app;

-- The record of a meeting. Who sees it follows its stage.
create table report (
  id uuid not null,  -- UUID version 7.
  slug text not null,  -- Name in addresses, /reports/<slug>; never changes.
  meeting_id uuid not null,  -- The meeting it reports.
  version_id uuid not null,  -- The version that stands.
  stage text not null,  -- received: reviewers. checked: all participants. published: everybody.
  revision integer default 1 not null,  -- Counts changes of stage, meeting facts and version.
  at timestamp with time zone not null,  -- When it was adopted from its import.
  by uuid not null,  -- Who adopted it.
  constraint report_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint report_stage_check CHECK ((stage = ANY (ARRAY['received'::text, 'checked'::text, 'published'::text]))),
  constraint report_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint report_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint report_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id) DEFERRABLE INITIALLY DEFERRED,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_slug_key UNIQUE (slug)
);
CREATE INDEX report_meeting_id_idx ON public.report USING btree (meeting_id);
CREATE INDEX report_stage_idx ON public.report USING btree (stage);
CREATE TRIGGER heard AFTER UPDATE OF stage ON public.report FOR EACH ROW WHEN ((old.stage IS DISTINCT FROM new.stage)) EXECUTE FUNCTION heard_elsewhere();
CREATE TRIGGER note_outcomes AFTER UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION note_outcomes_of_report();
CREATE TRIGGER note_report AFTER INSERT ON public.report FOR EACH ROW EXECUTE FUNCTION note_report();
CREATE TRIGGER revision BEFORE UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION check_revision('report');
CREATE TRIGGER transition BEFORE UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION check_transition('report', 'stage');
create policy adopts on report for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
create policy changes on report for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
create policy definer_reads on report for select to redthread_definer using (true);
create policy reads on report for select to redthread_app using (((stage = 'published'::text) OR ( SELECT app_is_staff() AS app_is_staff) OR ((stage = 'checked'::text) AND ( SELECT app_is_participant() AS app_is_participant)) OR (meeting_id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))));
grant insert, select on report to redthread_app;
grant select on report to redthread_definer;

-- A place where the text points to another: a paragraph, a meeting, a document.
create table report_reference (
  id uuid not null,  -- UUID version 7.
  report_id uuid not null,  -- The report, for the rule who sees it.
  version_id uuid not null,  -- The version.
  kind text not null,  -- paragraph, meeting or document.
  as_written text not null,  -- As printed.
  target_id uuid,  -- The paragraph of this report it points to; null when it points elsewhere or nowhere.
  start_at integer not null,  -- First unit of the span.
  end_at integer not null,  -- Unit after the last.
  constraint report_reference_kind_check CHECK ((kind = ANY (ARRAY['paragraph'::text, 'meeting'::text, 'document'::text]))),
  constraint report_reference_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_reference_target_id_fkey FOREIGN KEY (target_id) REFERENCES paragraph(id),
  constraint report_reference_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id),
  constraint report_reference_pkey PRIMARY KEY (id)
);
CREATE INDEX report_reference_version_id_idx ON public.report_reference USING btree (version_id);
create policy appends on report_reference for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on report_reference for select to redthread_app using ((report_id IN ( SELECT r.id
   FROM report r)));
grant insert, select on report_reference to redthread_app;
grant select on report_reference to redthread_definer;

-- A session of the meeting as the report tells it.
create table report_session (
  id uuid not null,  -- UUID version 7.
  report_id uuid not null,  -- The report, for the rule who sees it.
  version_id uuid not null,  -- The version.
  kind text not null,  -- opening, plenary, tour-de-table, break-out, closing or session.
  title text not null,  -- Its title as written.
  ordinal integer not null,  -- Place in the report.
  goals integer[] default '{}'::integer[] not null,  -- Priority goals it is about, numbers of the framework generation in force at the meeting.
  rule text,  -- chatham-house: who moderated it is shown to reviewers only.
  constraint report_session_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'plenary'::text, 'tour-de-table'::text, 'break-out'::text, 'closing'::text, 'session'::text]))),
  constraint report_session_rule_check CHECK ((rule = 'chatham-house'::text)),
  constraint report_session_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_session_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id),
  constraint report_session_pkey PRIMARY KEY (id)
);
CREATE INDEX report_session_under_rule ON public.report_session USING btree (id) WHERE (rule IS NOT NULL);
CREATE INDEX report_session_version_id_idx ON public.report_session USING btree (version_id);
create policy appends on report_session for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on report_session for select to redthread_app using ((report_id IN ( SELECT r.id
   FROM report r)));
grant insert, select on report_session to redthread_app;
grant select on report_session to redthread_definer;

-- Who moderated a session.
create table report_session_moderator (
  session_id uuid not null,  -- The session.
  report_id uuid not null,  -- The report, for the rule who sees it.
  ordinal integer not null,  -- Place among the moderators.
  party_id uuid,  -- The party; null while the name is not resolved.
  as_written text not null,  -- Name, or key of the reader, as read.
  constraint report_session_moderator_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint report_session_moderator_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_session_moderator_session_id_fkey FOREIGN KEY (session_id) REFERENCES report_session(id),
  constraint report_session_moderator_pkey PRIMARY KEY (session_id, ordinal)
);
create policy appends on report_session_moderator for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on report_session_moderator for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[])) OR ((report_id IN ( SELECT r.id
   FROM (report r
     JOIN meeting m ON ((m.id = r.meeting_id)))
  WHERE (m.rule IS NULL))) AND (session_id IN ( SELECT s.id
   FROM report_session s
  WHERE (s.rule IS NULL))))));
grant insert, select on report_session_moderator to redthread_app;
grant select on report_session_moderator to redthread_definer;

-- Which paragraphs report a session.
create table report_session_paragraph (
  session_id uuid not null,  -- The session.
  report_id uuid not null,  -- The report, for the rule who sees it.
  paragraph_id uuid not null,  -- The paragraph.
  constraint report_session_paragraph_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES paragraph(id),
  constraint report_session_paragraph_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_session_paragraph_session_id_fkey FOREIGN KEY (session_id) REFERENCES report_session(id),
  constraint report_session_paragraph_pkey PRIMARY KEY (session_id, paragraph_id)
);
CREATE INDEX report_session_paragraph_paragraph_id_idx ON public.report_session_paragraph USING btree (paragraph_id);
create policy appends on report_session_paragraph for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on report_session_paragraph for select to redthread_app using ((report_id IN ( SELECT r.id
   FROM report r)));
grant insert, select on report_session_paragraph to redthread_app;
grant select on report_session_paragraph to redthread_definer;

-- Reports with a new text whose references are to be looked at; filled by a trigger, emptied by Redthread.
create table report_to_seek (
  report_id uuid not null,  -- The report.
  since timestamp with time zone default clock_timestamp() not null,  -- Since when it waits.
  constraint report_to_seek_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_to_seek_pkey PRIMARY KEY (report_id)
);
create policy empties on report_to_seek for delete to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy finds on report_to_seek for select to redthread_definer using (true);
create policy holds on report_to_seek for update to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy marks on report_to_seek for update to redthread_definer using (true);
create policy notes on report_to_seek for insert to redthread_definer with check (true);
create policy reads on report_to_seek for select to redthread_app using (( SELECT app_is_staff() AS app_is_staff));
grant delete, select on report_to_seek to redthread_app;
grant insert, select on report_to_seek to redthread_definer;

-- One text of a report. Appended, never changed.
create table report_version (
  id uuid not null,  -- UUID version 7.
  report_id uuid not null,  -- The report.
  n integer not null,  -- From 1.
  file_id uuid not null,  -- The file it was read from.
  text text not null,  -- The normalised text; every span of this version points into it.
  pages integer,  -- Pages of the file, where it has any.
  stated_participants integer,  -- Number of participants as the text states it.
  stated_countries integer,  -- Number of countries as the text states it.
  stated_countries_and_organisations integer,  -- Number of countries and organisations together as the text states it.
  at timestamp with time zone not null,  -- When it was adopted.
  by uuid not null,  -- Who adopted it.
  constraint report_version_n_check CHECK ((n >= 1)),
  constraint report_version_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint report_version_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  constraint report_version_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) DEFERRABLE INITIALLY DEFERRED,
  constraint report_version_pkey PRIMARY KEY (id),
  constraint report_version_report_id_n_key UNIQUE (report_id, n)
);
CREATE INDEX report_version_file_id_idx ON public.report_version USING btree (file_id);
create policy appends on report_version for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on report_version for select to redthread_app using ((EXISTS ( SELECT
   FROM report r
  WHERE ((r.id = report_version.report_id) AND ((r.version_id = report_version.id) OR ( SELECT app_is_participant() AS app_is_participant))))));
grant insert, select on report_version to redthread_app;
grant select on report_version to redthread_definer;

-- A list with its filters that a person keeps under a name.
create table saved_view (
  id uuid not null,  -- UUID version 7.
  person_id uuid not null,  -- Whose it is; nobody else sees it.
  name text not null,  -- As the person calls it.
  address text not null,  -- Path and query of the list, without language.
  at timestamp with time zone not null,  -- When it was kept.
  constraint saved_view_address_check CHECK (((address ~ '^/[a-z]'::text) AND (length(address) <= 1000))),
  constraint saved_view_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 80))),
  constraint saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint saved_view_pkey PRIMARY KEY (id),
  constraint saved_view_person_id_name_key UNIQUE (person_id, name)
);
create policy own on saved_view for all to redthread_app using (((person_id = ( SELECT app_actor() AS app_actor)) AND ( SELECT app_is_participant() AS app_is_participant))) with check (((person_id = ( SELECT app_actor() AS app_actor)) AND ( SELECT app_is_participant() AS app_is_participant)));
grant delete, insert, select on saved_view to redthread_app;

-- What a session brings out: the list of a break-out that reports to plenary, the decisions of a plenary.
create table session_point (
  id uuid not null,  -- UUID version 7.
  session_id uuid not null,  -- The session.
  kind text not null,  -- recommendation, decision, action-point, offer or request.
  text text not null,  -- One sentence.
  party_id uuid,  -- The party that offers, asks or undertakes; null for the session as such.
  intervention_id uuid,  -- In which intervention it was said.
  ordinal integer not null,  -- Place in the list.
  reported_at timestamp with time zone,  -- When it was reported to plenary.
  removed_at timestamp with time zone,  -- Struck out.
  revision integer default 1 not null,  -- Counts changes.
  at timestamp with time zone not null,  -- When it was noted.
  by uuid not null,  -- Who noted it.
  constraint session_point_kind_check CHECK ((kind = ANY (ARRAY['recommendation'::text, 'decision'::text, 'action-point'::text, 'offer'::text, 'request'::text]))),
  constraint session_point_ordinal_check CHECK ((ordinal >= 1)),
  constraint session_point_text_check CHECK (((length(TRIM(BOTH FROM text)) >= 1) AND (length(TRIM(BOTH FROM text)) <= 2000))),
  constraint session_point_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint session_point_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint session_point_session_id_fkey FOREIGN KEY (session_id) REFERENCES meeting_session(id),
  constraint session_point_session_id_intervention_id_fkey FOREIGN KEY (session_id, intervention_id) REFERENCES intervention(session_id, id),
  constraint session_point_pkey PRIMARY KEY (id)
);
CREATE INDEX session_point_session_id_idx ON public.session_point USING btree (session_id);
CREATE TRIGGER revision BEFORE UPDATE ON public.session_point FOR EACH ROW EXECUTE FUNCTION check_revision('session_point');
CREATE TRIGGER touch AFTER INSERT OR UPDATE ON public.session_point FOR EACH ROW EXECUTE FUNCTION floor_touch();
create policy edits on session_point for update to redthread_app using ((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])));
create policy notes on session_point for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[]))));
create policy reads on session_point for select to redthread_app using (((session_id = ANY (( SELECT floor_led_sessions() AS floor_led_sessions)::uuid[])) OR ((reported_at IS NOT NULL) AND (removed_at IS NULL) AND ((party_id IS NULL) OR (NOT session_under_rule(session_id))) AND (session_id IN ( SELECT s.id
   FROM meeting_session s
  WHERE (s.meeting_id = ANY (( SELECT app_invited_meetings() AS app_invited_meetings)::uuid[])))))));
grant insert, select on session_point to redthread_app;

-- What the installation keeps about itself: the seed version, the sample mark.
create table setting (
  name text not null,  -- Dotted name.
  value text not null,  -- Text.
  constraint setting_pkey PRIMARY KEY (name)
);
create policy changes on setting for update to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy definer_reads on setting for select to redthread_definer using (true);
create policy reads on setting for select to redthread_app using (true);
create policy writes on setting for insert to redthread_app with check ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant insert, select, update on setting to redthread_app;
grant select on setting to redthread_definer;

-- A dated reference of a report to a meeting or document outside it, as it can be looked for in the register.
create table sought_reference (
  id uuid not null,  -- UUID version 7; stays through corrected versions while its words stay in their paragraph.
  report_id uuid not null,  -- The report that refers.
  paragraph_id uuid,  -- The paragraph it stands in.
  reference_id uuid,  -- The reference in the version that stands; null when that has it no longer.
  kind text not null,  -- meeting or document.
  as_written text not null,  -- As printed.
  occurrence integer not null,  -- Which of several equal ones in its paragraph, from 1.
  sentence text not null,  -- The sentence it stands in.
  start_at integer not null,  -- First unit of the words in the version that stands.
  end_at integer not null,  -- Unit after the last.
  day_from date not null,  -- First day it may mean.
  day_until date not null,  -- Last day it may mean.
  place text,  -- The place named with it, as written.
  words text[] default '{}'::text[] not null,  -- What kind of meeting and what about, as terms.
  constraint sought_reference_check CHECK ((end_at > start_at)),
  constraint sought_reference_check1 CHECK ((day_until >= day_from)),
  constraint sought_reference_kind_check CHECK ((kind = ANY (ARRAY['meeting'::text, 'document'::text]))),
  constraint sought_reference_occurrence_check CHECK ((occurrence >= 1)),
  constraint sought_reference_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES paragraph(id),
  constraint sought_reference_reference_id_fkey FOREIGN KEY (reference_id) REFERENCES report_reference(id),
  constraint sought_reference_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint sought_reference_pkey PRIMARY KEY (id),
  constraint sought_reference_report_id_paragraph_id_kind_as_written_occ_key UNIQUE NULLS NOT DISTINCT (report_id, paragraph_id, kind, as_written, occurrence)
);
CREATE INDEX sought_reference_day_from_idx ON public.sought_reference USING btree (day_from);
CREATE INDEX sought_reference_reference_id_idx ON public.sought_reference USING btree (reference_id);
CREATE INDEX sought_reference_report_id_idx ON public.sought_reference USING btree (report_id) WHERE (reference_id IS NOT NULL);
create policy follows on sought_reference for update to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy keeps on sought_reference for insert to redthread_app with check ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy reads on sought_reference for select to redthread_app using ((report_id IN ( SELECT r.id
   FROM report r)));
grant insert, select on sought_reference to redthread_app;

-- A stretch of text in which one party speaks.
create table statement (
  id uuid not null,  -- UUID version 7.
  report_id uuid not null,  -- The report, for the rule who sees it.
  version_id uuid not null,  -- The version.
  paragraph_id uuid,  -- The paragraph it stands in.
  party_id uuid,  -- Who speaks; null while the name is not resolved, or a body speaks.
  body_id uuid,  -- The body, where one speaks.
  as_written text not null,  -- Who speaks, as printed.
  start_at integer not null,  -- First unit of the span.
  end_at integer not null,  -- Unit after the last.
  constraint statement_check CHECK (((party_id IS NULL) OR (body_id IS NULL))),
  constraint statement_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint statement_paragraph_id_fkey FOREIGN KEY (paragraph_id) REFERENCES paragraph(id),
  constraint statement_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint statement_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint statement_version_id_fkey FOREIGN KEY (version_id) REFERENCES report_version(id),
  constraint statement_pkey PRIMARY KEY (id)
);
CREATE INDEX statement_paragraph_id_idx ON public.statement USING btree (paragraph_id);
CREATE INDEX statement_party_id_idx ON public.statement USING btree (party_id);
CREATE INDEX statement_version_id_idx ON public.statement USING btree (version_id);
create policy appends on statement for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy definer_reads on statement for select to redthread_definer using (true);
create policy reads on statement for select to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[])) OR ((report_id IN ( SELECT r.id
   FROM (report r
     JOIN meeting m ON ((m.id = r.meeting_id)))
  WHERE (m.rule IS NULL))) AND ((paragraph_id IS NULL) OR (paragraph_id <> ALL (( SELECT paragraphs_under_rule() AS paragraphs_under_rule)::uuid[]))))));
grant insert, select on statement to redthread_app;
grant select on statement to redthread_definer;

-- A file as it was received, kept byte for byte.
create table stored_file (
  id uuid not null,  -- UUID version 7.
  sha256 text not null,  -- SHA-256 of the bytes, lower-case hexadecimal.
  size bigint not null,  -- Bytes.
  name text not null,  -- File name as given, without a path.
  media_type text not null,  -- As recognised from the bytes, else from the name.
  at timestamp with time zone not null,  -- When it was received.
  by uuid not null,  -- Who sent it in.
  purpose text default 'record'::text not null,  -- record: a text on its way into the records, seen by its reviewers. evidence: of a progress report, seen by who sees that. paper: of a meeting, seen by who sees the paper.
  constraint stored_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint stored_file_purpose_check CHECK ((purpose = ANY (ARRAY['record'::text, 'evidence'::text, 'paper'::text]))),
  constraint stored_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint stored_file_size_check CHECK ((size >= 0)),
  constraint stored_file_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint stored_file_pkey PRIMARY KEY (id)
);
CREATE INDEX stored_file_sha256_idx ON public.stored_file USING btree (sha256);
create policy reads on stored_file for select to redthread_app using ((((purpose = 'record'::text) AND (( SELECT app_is_staff() AS app_is_staff) OR (id IN ( SELECT i.file_id
   FROM import i)) OR (id IN ( SELECT v.file_id
   FROM ((report_version v
     JOIN report r ON ((r.id = v.report_id)))
     JOIN meeting m ON ((m.id = r.meeting_id)))
  WHERE ((m.rule IS NULL) OR (m.id = ANY (( SELECT app_reviewed_meetings() AS app_reviewed_meetings)::uuid[]))))))) OR ((purpose = 'evidence'::text) AND ((id IN ( SELECT e.file_id
   FROM evidence e
  WHERE (e.file_id IS NOT NULL))) OR ((by = ( SELECT app_actor() AS app_actor)) AND (NOT is_evidence(id))))) OR ((purpose = 'paper'::text) AND ((id IN ( SELECT v.file_id
   FROM meeting_paper_version v)) OR ((by = ( SELECT app_actor() AS app_actor)) AND (NOT is_paper(id)))))));
create policy receives on stored_file for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (((purpose = ANY (ARRAY['record'::text, 'paper'::text])) AND (( SELECT app_is_staff() AS app_is_staff) OR (cardinality(( SELECT app_bodies() AS app_bodies)) > 0))) OR ((purpose = 'evidence'::text) AND ( SELECT app_is_participant() AS app_is_participant)))));
grant insert, select on stored_file to redthread_app;
grant select on stored_file to redthread_definer;

-- The bytes of a file in pieces of at most one megabyte.
create table stored_file_chunk (
  file_id uuid not null,  -- The file.
  n integer not null,  -- Place of the piece, from 0.
  bytes bytea not null,  -- The piece.
  constraint stored_file_chunk_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 1048576))),
  constraint stored_file_chunk_n_check CHECK ((n >= 0)),
  constraint stored_file_chunk_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE CASCADE,
  constraint stored_file_chunk_pkey PRIMARY KEY (file_id, n)
);
create policy reads on stored_file_chunk for select to redthread_app using ((file_id IN ( SELECT f.id
   FROM stored_file f)));
create policy receives on stored_file_chunk for insert to redthread_app with check (((file_id IN ( SELECT i.file_id
   FROM import i
  WHERE ((i.state = 'received'::text) AND (i.by = ( SELECT app_actor() AS app_actor))))) OR (file_id IN ( SELECT f.id
   FROM stored_file f
  WHERE ((f.by = ( SELECT app_actor() AS app_actor)) AND (((f.purpose = 'evidence'::text) AND (NOT is_evidence(f.id))) OR ((f.purpose = 'paper'::text) AND (NOT is_paper(f.id)))))))));
grant insert, select on stored_file_chunk to redthread_app;
grant select on stored_file_chunk to redthread_definer;

-- The way in which work on a goal is done: policy dialogue, operational cooperation, research and knowledge base, impact assessment.
create table strand (
  id uuid not null,  -- UUID version 7; what plan entries refer to.
  key text not null,  -- Readable stable key: policy-dialogue.
  ordinal integer not null,  -- Place among the strands.
  title jsonb not null,  -- What it is called, by language.
  used_from date not null,  -- First day of use.
  used_until date,  -- First day of no more use; null when in use.
  source text not null,  -- What it rests on.
  revision integer default 1 not null,  -- Counts every change; a change names the revision it saw.
  constraint strand_check CHECK ((used_until > used_from)),
  constraint strand_key_check CHECK ((key ~ '^[a-z]+(-[a-z0-9]+)*$'::text)),
  constraint strand_ordinal_check CHECK ((ordinal >= 1)),
  constraint strand_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint strand_title_check CHECK (is_language_map(title)),
  constraint strand_id_revision_fkey FOREIGN KEY (id, revision) REFERENCES strand_revision(strand_id, revision) DEFERRABLE INITIALLY DEFERRED,
  constraint strand_pkey PRIMARY KEY (id),
  constraint strand_key_key UNIQUE (key)
);
CREATE TRIGGER revision BEFORE UPDATE ON public.strand FOR EACH ROW EXECUTE FUNCTION check_revision('strand');
create policy changes on strand for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff));
create policy enters on strand for insert to redthread_app with check (( SELECT app_is_staff() AS app_is_staff));
create policy reads on strand for select to redthread_app using (true);
grant insert, select on strand to redthread_app;

-- Every state of a strand with who made it and why. Appended only.
create table strand_revision (
  strand_id uuid not null,  -- The strand.
  revision integer not null,  -- The revision this step made, from 1.
  before jsonb,  -- As it was; null for the first.
  after jsonb not null,  -- As it became.
  reason text not null,  -- Why, or what was entered.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint strand_revision_check CHECK (((before IS NULL) = (revision = 1))),
  constraint strand_revision_reason_check CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
  constraint strand_revision_revision_check CHECK ((revision >= 1)),
  constraint strand_revision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint strand_revision_strand_id_fkey FOREIGN KEY (strand_id) REFERENCES strand(id) DEFERRABLE INITIALLY DEFERRED,
  constraint strand_revision_pkey PRIMARY KEY (strand_id, revision)
);
create policy appends on strand_revision for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (by = ( SELECT app_actor() AS app_actor))));
create policy reads on strand_revision for select to redthread_app using (true);
grant insert, select on strand_revision to redthread_app;

-- A subject that runs across goals: Afghanistan, vulnerability, gender.
create table theme (
  id uuid not null,  -- UUID version 7.
  key text not null,  -- Readable stable key: vulnerability.
  ordinal integer not null,  -- Place among the themes.
  horizontal boolean not null,  -- Whether it runs across all goals.
  title jsonb not null,  -- What it is called, by language.
  used_from date,  -- First day of use; null when as old as our knowledge.
  used_until date,  -- First day of no more use; null when in use.
  source text not null,  -- What it rests on.
  revision integer default 1 not null,  -- Counts every change; a change names the revision it saw.
  constraint theme_check CHECK ((used_until > used_from)),
  constraint theme_key_check CHECK ((key ~ '^[a-z]+(-[a-z0-9]+)*$'::text)),
  constraint theme_ordinal_check CHECK ((ordinal >= 1)),
  constraint theme_source_check CHECK ((TRIM(BOTH FROM source) <> ''::text)),
  constraint theme_title_check CHECK (is_language_map(title)),
  constraint theme_id_revision_fkey FOREIGN KEY (id, revision) REFERENCES theme_revision(theme_id, revision) DEFERRABLE INITIALLY DEFERRED,
  constraint theme_pkey PRIMARY KEY (id),
  constraint theme_key_key UNIQUE (key)
);
CREATE TRIGGER revision BEFORE UPDATE ON public.theme FOR EACH ROW EXECUTE FUNCTION check_revision('theme');
create policy changes on theme for update to redthread_app using (( SELECT app_is_staff() AS app_is_staff));
create policy enters on theme for insert to redthread_app with check (( SELECT app_is_staff() AS app_is_staff));
create policy reads on theme for select to redthread_app using (true);
grant insert, select on theme to redthread_app;

-- Every state of a theme with who made it and why. Appended only.
create table theme_revision (
  theme_id uuid not null,  -- The theme.
  revision integer not null,  -- The revision this step made, from 1.
  before jsonb,  -- As it was; null for the first.
  after jsonb not null,  -- As it became.
  reason text not null,  -- Why, or what was entered.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint theme_revision_check CHECK (((before IS NULL) = (revision = 1))),
  constraint theme_revision_reason_check CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
  constraint theme_revision_revision_check CHECK ((revision >= 1)),
  constraint theme_revision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint theme_revision_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED,
  constraint theme_revision_pkey PRIMARY KEY (theme_id, revision)
);
create policy appends on theme_revision for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) AND (by = ( SELECT app_actor() AS app_actor))));
create policy reads on theme_revision for select to redthread_app using (true);
grant insert, select on theme_revision to redthread_app;

-- A later outcome belongs to an earlier outcome or to a commitment. Proposed by Redthread, or made by a person; a person decides.
create table tie (
  id uuid not null,  -- UUID version 7.
  later_outcome_id uuid not null,  -- The later outcome.
  report_id uuid not null,  -- The report of the later outcome, whose reviewers decide.
  earlier_outcome_id uuid,  -- The earlier outcome; null when the other end is a commitment.
  commitment_id uuid,  -- The commitment; null when the other end is an outcome.
  kind text not null,  -- The later one repeats, follows, fulfils, supersedes, or (offer and request) matches the other.
  state text default 'proposed'::text not null,  -- proposed, accepted or rejected.
  rank integer,  -- Place among the suggestions for its outcome, from 1; null when a person made it.
  score real,  -- 0 to 1, for ranking only; null when a person made it.
  reason text,  -- Why it was rejected, when somebody said.
  proposed_at timestamp with time zone not null,  -- When it was proposed or made.
  proposed_by uuid not null,  -- Redthread itself, or the person who made it.
  decided_at timestamp with time zone,  -- When it was decided.
  decided_by uuid,  -- Who decided.
  revision integer default 1 not null,  -- Counts changes; a writer names the one they saw.
  constraint tie_check CHECK ((num_nonnulls(earlier_outcome_id, commitment_id) = 1)),
  constraint tie_check1 CHECK ((later_outcome_id <> earlier_outcome_id)),
  constraint tie_check2 CHECK (((rank IS NULL) = (score IS NULL))),
  constraint tie_check3 CHECK ((((state = 'proposed'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  constraint tie_check4 CHECK (((reason IS NULL) OR (state = 'rejected'::text))),
  constraint tie_kind_check CHECK ((kind = ANY (ARRAY['repeats'::text, 'follows'::text, 'fulfils'::text, 'supersedes'::text, 'matches'::text]))),
  constraint tie_rank_check CHECK (((rank >= 1) AND (rank <= 3))),
  constraint tie_reason_check CHECK ((length(reason) <= 500)),
  constraint tie_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision))),
  constraint tie_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'rejected'::text]))),
  constraint tie_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint tie_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint tie_earlier_outcome_id_fkey FOREIGN KEY (earlier_outcome_id) REFERENCES outcome(id),
  constraint tie_later_outcome_id_fkey FOREIGN KEY (later_outcome_id) REFERENCES outcome(id),
  constraint tie_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  constraint tie_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint tie_pkey PRIMARY KEY (id)
);
CREATE INDEX tie_commitment_id_idx ON public.tie USING btree (commitment_id) WHERE (commitment_id IS NOT NULL);
CREATE INDEX tie_earlier_outcome_id_idx ON public.tie USING btree (earlier_outcome_id) WHERE (earlier_outcome_id IS NOT NULL);
CREATE UNIQUE INDEX tie_later_outcome_id_commitment_id_idx ON public.tie USING btree (later_outcome_id, commitment_id) WHERE (commitment_id IS NOT NULL);
CREATE UNIQUE INDEX tie_later_outcome_id_earlier_outcome_id_idx ON public.tie USING btree (later_outcome_id, earlier_outcome_id) WHERE (earlier_outcome_id IS NOT NULL);
CREATE INDEX tie_report_id_state_idx ON public.tie USING btree (report_id, state);
CREATE TRIGGER tie_revision BEFORE UPDATE ON public.tie FOR EACH ROW EXECUTE FUNCTION check_revision('tie');
CREATE TRIGGER tie_state BEFORE UPDATE ON public.tie FOR EACH ROW EXECUTE FUNCTION check_transition('tie', 'state');
create policy decides on tie for update to redthread_app using ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy finds on tie for select to redthread_definer using (true);
create policy proposes on tie for insert to redthread_app with check ((( SELECT app_is_staff() AS app_is_staff) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))));
create policy reads on tie for select to redthread_app using (((( SELECT app_is_staff() AS app_is_staff) OR (state = 'accepted'::text) OR ((state = 'proposed'::text) AND ( SELECT app_is_participant() AS app_is_participant)) OR (report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))) AND (( SELECT app_is_staff() AS app_is_staff) OR (EXISTS ( SELECT
   FROM outcome o
  WHERE (o.id = tie.later_outcome_id)))) AND (( SELECT app_is_staff() AS app_is_staff) OR (earlier_outcome_id IS NULL) OR (EXISTS ( SELECT
   FROM outcome o
  WHERE (o.id = tie.earlier_outcome_id)))) AND (( SELECT app_is_staff() AS app_is_staff) OR (commitment_id IS NULL) OR (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = tie.commitment_id))))));
create policy replaces on tie for delete to redthread_app using (((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]) AND (state = 'proposed'::text) AND (revision = 1)));
grant delete, insert, select on tie to redthread_app;
grant select on tie to redthread_definer;

-- Every decision about a tie. Appended only; the source of undo.
create table tie_decision (
  id uuid not null,  -- UUID version 7.
  tie_id uuid not null,  -- The tie.
  revision integer not null,  -- Revision the decision made.
  verb text not null,  -- accepted, rejected or undone.
  state_before text not null,  -- State before.
  state_after text not null,  -- State after.
  kind_before text not null,  -- Kind before.
  kind_after text not null,  -- Kind after.
  joined boolean default false not null,  -- True when it added the outcome to the commitment; undoing takes it out again.
  reason text,  -- Why, when somebody said.
  at timestamp with time zone not null,  -- When.
  by uuid not null,  -- Who.
  constraint tie_decision_revision_check CHECK ((revision >= 2)),
  constraint tie_decision_verb_check CHECK ((verb = ANY (ARRAY['accepted'::text, 'rejected'::text, 'undone'::text]))),
  constraint tie_decision_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint tie_decision_tie_id_fkey FOREIGN KEY (tie_id) REFERENCES tie(id),
  constraint tie_decision_pkey PRIMARY KEY (id),
  constraint tie_decision_tie_id_revision_key UNIQUE (tie_id, revision)
);
create policy appends on tie_decision for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND (EXISTS ( SELECT
   FROM tie t
  WHERE ((t.id = tie_decision.tie_id) AND (( SELECT app_is_staff() AS app_is_staff) OR (t.report_id = ANY (( SELECT app_reviewed_reports() AS app_reviewed_reports)::uuid[]))))))));
create policy reads on tie_decision for select to redthread_app using ((( SELECT app_is_participant() AS app_is_participant) AND (EXISTS ( SELECT
   FROM tie t
  WHERE (t.id = tie_decision.tie_id)))));
grant insert, select on tie_decision to redthread_app;

-- Why a tie is proposed, in the order a person reads it; the interface puts it into words.
create table tie_reason (
  tie_id uuid not null,  -- The tie.
  ordinal integer not null,  -- Place, from 1.
  code text not null,  -- What they share.
  term text,  -- Key of the concept or region, or the words, when they share one.
  goal_id uuid,  -- The goal, when both are about it.
  party_id uuid,  -- The party, when both come from it; seen only by those who may see that of both.
  body_id uuid,  -- The body, when both come from it; seen only by those who may see that of both.
  months integer,  -- Whole months between the meetings.
  constraint tie_reason_check1 CHECK (((code = ANY (ARRAY['same-object'::text, 'same-words'::text, 'same-region'::text])) = (term IS NOT NULL))),
  constraint tie_reason_check2 CHECK (((code = 'same-goal'::text) = (goal_id IS NOT NULL))),
  constraint tie_reason_check3 CHECK (((code = 'same-party'::text) = (num_nonnulls(party_id, body_id) = 1))),
  constraint tie_reason_check4 CHECK (((code = 'later'::text) = (months IS NOT NULL))),
  constraint tie_reason_code_check CHECK ((code = ANY (ARRAY['same-object'::text, 'same-words'::text, 'same-region'::text, 'same-goal'::text, 'same-party'::text, 'later'::text, 'same-report'::text, 'offer-meets-request'::text]))),
  constraint tie_reason_months_check CHECK ((months >= 0)),
  constraint tie_reason_ordinal_check CHECK ((ordinal >= 1)),
  constraint tie_reason_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id),
  constraint tie_reason_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id),
  constraint tie_reason_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  constraint tie_reason_tie_id_fkey FOREIGN KEY (tie_id) REFERENCES tie(id) ON DELETE CASCADE,
  constraint tie_reason_pkey PRIMARY KEY (tie_id, ordinal)
);
CREATE INDEX tie_reason_goal_id_idx ON public.tie_reason USING btree (goal_id) WHERE (goal_id IS NOT NULL);
CREATE INDEX tie_reason_party_id_idx ON public.tie_reason USING btree (party_id) WHERE (party_id IS NOT NULL);
create policy reads on tie_reason for select to redthread_app using (((EXISTS ( SELECT
   FROM tie t
  WHERE (t.id = tie_reason.tie_id))) AND (( SELECT app_is_staff() AS app_is_staff) OR (code <> 'same-party'::text) OR (EXISTS ( SELECT
   FROM (tie t
     JOIN outcome_party a ON (((a.outcome_id = t.later_outcome_id) AND (a.role = 'by'::text))))
  WHERE ((t.id = tie_reason.tie_id) AND ((a.party_id = tie_reason.party_id) OR (a.body_id = tie_reason.body_id))))))));
create policy replaces on tie_reason for delete to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
create policy writes on tie_reason for insert to redthread_app with check ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant delete, insert, select on tie_reason to redthread_app;

-- A term that outcomes are compared by, with how many of them hold it: what is rare tells more.
create table tie_term (
  id integer generated always as identity not null,  -- Small number, for the index.
  key text not null,  -- c: concept, r: region, w: stem of a word.
  outcomes integer default 0 not null,  -- How many confirmed outcomes hold it in their own words.
  constraint tie_term_key_check CHECK ((key ~ '^[cwr]:.'::text)),
  constraint tie_term_outcomes_check CHECK ((outcomes >= 0)),
  constraint tie_term_pkey PRIMARY KEY (id),
  constraint tie_term_key_key UNIQUE (key)
);
create policy own on tie_term for all to redthread_app using ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text])) with check ((( SELECT app_roles() AS app_roles) && ARRAY['system'::text]));
grant insert, select on tie_term to redthread_app;

-- Somebody asks an owner how it stands.
create table update_request (
  id uuid not null,  -- UUID version 7.
  commitment_id uuid not null,  -- The commitment.
  owner_id uuid not null,  -- The owner who is asked.
  answer_by date,  -- Until which day an answer is hoped for.
  note text default ''::text not null,  -- What is asked.
  at timestamp with time zone not null,  -- When it was asked.
  by uuid not null,  -- Who asks.
  answered_at timestamp with time zone,  -- When the owner answered with a report others can read; kept by a trigger.
  answered_by_id uuid,  -- The progress report that answers.
  constraint update_request_check CHECK (((answered_at IS NULL) = (answered_by_id IS NULL))),
  constraint update_request_note_check CHECK ((length(note) <= 2000)),
  constraint update_request_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES progress_report(id),
  constraint update_request_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint update_request_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id),
  constraint update_request_owner_id_commitment_id_fkey FOREIGN KEY (owner_id, commitment_id) REFERENCES commitment_owner(id, commitment_id),
  constraint update_request_pkey PRIMARY KEY (id)
);
CREATE INDEX update_request_commitment_id_idx ON public.update_request USING btree (commitment_id);
CREATE INDEX update_request_owner_id_idx ON public.update_request USING btree (owner_id) WHERE (answered_at IS NULL);
create policy asks on update_request for insert to redthread_app with check (((by = ( SELECT app_actor() AS app_actor)) AND ( SELECT app_is_participant() AS app_is_participant)));
create policy definer_answers on update_request for update to redthread_definer using (true);
create policy definer_reads on update_request for select to redthread_definer using (true);
create policy reads on update_request for select to redthread_app using (( SELECT app_is_participant() AS app_is_participant));
grant insert, select on update_request to redthread_app;
grant select on update_request to redthread_definer;

-- Each goal number of each outcome with the goal it meant on the day of its meeting.
create view outcome_goal as
 SELECT o.id AS outcome_id,
    o.report_id,
    m.id AS meeting_id,
    m.start_day AS day,
    n.number,
    f.id AS generation_id,
    g.id AS goal_id
   FROM (((((outcome o
     JOIN report r ON ((r.id = o.report_id)))
     JOIN meeting m ON ((m.id = r.meeting_id)))
     CROSS JOIN LATERAL unnest(o.goals) n(number))
     LEFT JOIN framework_generation f ON (((f.kind = 'dialogue'::text) AND (m.start_day >= f.effective_from) AND ((f.effective_until IS NULL) OR (m.start_day < f.effective_until)))))
     LEFT JOIN goal g ON (((g.generation_id = f.id) AND (g.code = (n.number)::text))));

-- A grant is given or ended, never rewritten. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.access_grant_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.person_id, new.role, new.party_id, new.body_id, new.valid_from, new.granted_by, new.reason)
    is distinct from (old.id, old.person_id, old.role, old.party_id, old.body_id, old.valid_from, old.granted_by, old.reason) then
    raise exception using errcode = '42501', message = 'a grant is ended, not changed';
  end if;
  if old.valid_until is not null and old.valid_until <= now() then
    raise exception using errcode = 'RT409', message = 'This right has ended already.';
  end if;
  return new;
end $function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('app.actor', true), '')::uuid
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_acts_for(party uuid, body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(party = any (app_parties()), false) or coalesce(body = any (app_bodies()), false)
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_answers_for()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null), '{}')
  from access_grant g join person p on p.id = g.person_id
  where g.person_id = app_actor() and p.ended_at is null and g.role in ('focal-point', 'observer')
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_bodies()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return app_fact(4)::uuid[]; end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_called_meetings()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare participant boolean := app_is_participant(); begin
  return (select coalesce(array_agg(c.meeting_id), '{}') from meeting_call c
    where c.called_at is not null and c.announced or coalesce(c.called_at, c.saved_date_at) is not null and participant);
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_circulated_drafts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(d.id), '{}') from draft d where d.meeting_id = any ((select app_took_part())::uuid[]) and d.stage <> 'drafting'
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_fact(place integer)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
declare noted text := current_setting('app.facts', true); begin
  if noted is null or current_setting('transaction_read_only') <> 'on' or not starts_with(noted, current_setting('app.actor', true) || '|') then noted := app_facts(); end if;
  return split_part(noted, '|', place);
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_facts()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ begin
  return (
    select concat_ws('|', current_setting('app.actor', true), coalesce(array_agg(distinct g.role), '{}')::text,
      coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null), '{}')::text,
      coalesce(array_agg(distinct g.body_id) filter (where g.body_id is not null and g.role = 'chair'), '{}')::text,
      coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null and g.role = 'focal-point'), '{}')::text)
    from access_grant g join person p on p.id = g.person_id
    where g.person_id = app_actor() and p.ended_at is null
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()));
end $function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_focal_parties()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return app_fact(5)::uuid[]; end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_invited_meetings()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(distinct i.meeting_id), '{}')
  from meeting_invitation i join meeting_call c on c.meeting_id = i.meeting_id
  where i.party_id = any ((select app_parties())::uuid[]) and i.withdrawn_at is null and c.called_at is not null
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_is_participant()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select app_roles() && array['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system']
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_is_staff()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select app_roles() && array['secretariat', 'system']
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_led_sessions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(distinct d.session_id), '{}') from meeting_session_duty d
  where d.person_id = app_actor() and app_is_participant() and d.duty in ('moderator', 'rapporteur', 'note-taker')
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_noted_drafts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(distinct d.id), '{}') from draft d join meeting_session s on s.meeting_id = d.meeting_id where s.id = any ((select app_led_sessions())::uuid[])
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_owns(party uuid, body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select app_acts_for(party, body) or body is not null and app_is_staff()
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_parties()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return app_fact(3)::uuid[]; end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_person(wanted uuid)
 RETURNS TABLE(id uuid, name text, language text, roles text[], parties uuid[], bodies uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select p.id, p.name, p.language,
    coalesce(array_agg(distinct g.role) filter (where g.role is not null), '{}'),
    coalesce(array_agg(distinct g.party_id) filter (where g.party_id is not null), '{}'),
    coalesce(array_agg(distinct g.body_id) filter (where g.role = 'chair'), '{}')
  from person p
  left join access_grant g on g.person_id = p.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  where p.id = wanted and p.ended_at is null
  group by p.id
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_reviewed_drafts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(d.id), '{}') from draft d where d.meeting_id = any ((select app_reviewed_meetings())::uuid[])
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_reviewed_meetings()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare chaired uuid[] := app_bodies(); begin
  if chaired = '{}' then return chaired; end if;
  return (select coalesce(array_agg(distinct b.meeting_id), '{}') from meeting_body b where b.body_id = any (chaired));
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_reviewed_reports()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare reviewed uuid[] := app_reviewed_meetings(); begin
  if reviewed = '{}' then return reviewed; end if;
  return (select coalesce(array_agg(r.id), '{}') from report r where r.meeting_id = any (reviewed));
end $function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.app_roles()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return app_fact(2)::text[]; end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_took_part()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(distinct x.meeting_id), '{}') from (
    select p.meeting_id from participant p where p.party_id = any ((select app_parties())::uuid[]) and participant_came(p.id, p.meeting_id)
    union all
    select s.meeting_id from intervention i join meeting_session s on s.id = i.session_id
    where i.party_id = any ((select app_parties())::uuid[]) and i.state in ('speaking', 'paused', 'done', 'written')) x
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.app_writes_for()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(distinct g.party_id), '{}')
  from access_grant g join person p on p.id = g.person_id
  where g.person_id = app_actor() and p.ended_at is null and g.role in ('member', 'focal-point')
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.audit_append(door text, action text, result text, code text, subject text, input_digest bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare head audit_head; moment timestamptz := clock_timestamp(); entry_hash bytea;
begin
  select * into head from audit_head for update;
  entry_hash := sha256(head.hash || convert_to(jsonb_build_array(
    head.seq + 1, to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), door, action, app_actor(), result, code, subject,
    encode(input_digest, 'hex'))::text, 'UTF8'));
  insert into audit_entry values (head.seq + 1, moment, door, action, app_actor(), result, code, subject, input_digest, head.hash, entry_hash);
  update audit_head set seq = head.seq + 1, hash = entry_hash where singleton;
  return head.seq + 1;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.calendar_feed_by(secret_digest bytea)
 RETURNS TABLE(person_id uuid, query text, over boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select f.person_id, f.query, f.revoked_at is not null or p.ended_at is not null
  from calendar_feed f join person p on p.id = f.person_id where f.digest = secret_digest
$function$
;

-- A revoked feed is not changed any more. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.calendar_feed_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.revoked_at is not null then
    raise exception using errcode = 'RT409', message = 'This link was ended already. Make a new one.';
  end if;
  return new;
end $function$
;

-- A token is used and revoked, never changed. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.check_api_token()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.revoked_at is not null then
    raise exception using errcode = 'RT409', message = 'This token has been revoked already.';
  end if;
  if (new.id, new.person_id, new.name, new.hint, new.digest, new.scopes, new.created_at, new.expires_at)
    is distinct from (old.id, old.person_id, old.name, old.hint, old.digest, old.scopes, old.created_at, old.expires_at) then
    raise exception using errcode = 'RT409', message = 'A token is never changed. Revoke it and make another.';
  end if;
  return new;
end $function$
;

-- Every change counts revision up by exactly one. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.check_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.revision <> old.revision + 1 then
    raise exception using errcode = 'RT409', message = format('Somebody else has changed this %s in the meantime. Nothing was overwritten.', tg_argv[0]);
  end if;
  return new;
end $function$
;

-- Refuses a change of state that record_transition does not list. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.check_transition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare before_state text := to_jsonb(old) ->> tg_argv[1]; after_state text := to_jsonb(new) ->> tg_argv[1];
begin
  if before_state is distinct from after_state
    and not exists (select from record_transition t where t.thing = tg_argv[0] and t.from_state = before_state and t.to_state = after_state) then
    raise exception using errcode = 'RT409', message = format('This %s is %s and cannot become %s from there.', tg_argv[0], before_state, after_state);
  end if;
  return new;
end $function$
;

-- An answer is given in one's own name. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.commitment_addressee_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.responded_by is distinct from app_actor() then
    raise exception using errcode = '42501', message = 'who answers is who asks';
  end if;
  return new;
end $function$
;

-- Completes or renews a commitment when its owners are confirmed. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.commitment_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare c commitment; next_until date; renewed boolean;
begin
  select * into c from commitment where id = new.commitment_id for no key update;
  if c.state <> 'open' then
    raise exception using errcode = 'RT409', message = format('This commitment is %s; its owners make no further steps unless it is opened again.', c.state);
  end if;
  if new.state not in ('confirmed', 'declined', 'released') then return null; end if;
  if not exists (select from commitment_owner o where o.commitment_id = c.id and o.state = 'confirmed')
    or exists (select from commitment_owner o where o.commitment_id = c.id and o.state in ('asked', 'accepted', 'claimed')) then return null; end if;
  next_until := later_by(c.due_until, c.recurs);
  renewed := c.recurs is not null and (c.recurs_until is null or next_until <= c.recurs_until);
  if renewed then
    update commitment set due_from = later_by(c.due_from, c.recurs), due_until = next_until, occurrence = c.occurrence + 1, revision = c.revision + 1 where id = c.id;
    update commitment_owner set state = 'accepted', confirmed_by = null, since = new.since, revision = revision + 1
      where commitment_id = c.id and state = 'confirmed';
  else
    update commitment set state = 'completed', revision = c.revision + 1 where id = c.id;
  end if;
  insert into commitment_revision (commitment_id, verb, before, after, at, by)
  select c.id, case when renewed then 'renewed' else 'completed' end,
    jsonb_build_object('state', c.state, 'due_from', c.due_from, 'due_until', c.due_until, 'occurrence', c.occurrence),
    jsonb_build_object('state', n.state, 'due_from', n.due_from, 'due_until', n.due_until, 'occurrence', n.occurrence), new.since, app_actor()
  from commitment n where n.id = c.id;
  return null;
end $function$
;

-- What of a commitment is not changed by hand, and who opens it again. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.commitment_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'redthread_definer' then return new; end if;
  if new.occurrence <> old.occurrence or new.state = 'completed' and old.state <> 'completed' then
    raise exception using errcode = '42501', message = 'a commitment is completed and renewed by the confirmation of its owners';
  end if;
  if old.state <> 'open' and new.state = 'open' and not (app_is_staff() or coalesce(old.body_id = any (app_bodies()), false)) then
    raise exception using errcode = '42501', message = 'the Secretariat or the chair of its body opens a commitment again';
  end if;
  return new;
end $function$
;

-- Who may make which step of an owner, and who writes its words. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.commitment_owner_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  own boolean; presides boolean; may boolean;
  step text := old.state || ' ' || new.state;
begin
  if current_user = 'redthread_definer' then return new; end if;
  own := app_owns(old.party_id, old.body_id);
  select coalesce(c.body_id = any (app_bodies()), false) into presides from commitment c where c.id = old.commitment_id;
  if (new.words is distinct from old.words) and not own then
    raise exception using errcode = '42501', message = 'only its own people write the words of an owner';
  end if;
  if old.state = new.state then
    if not own or (new.reason, new.since, new.confirmed_by) is distinct from (old.reason, old.since, old.confirmed_by) then
      raise exception using errcode = '42501', message = 'without a step only the words of an owner change, by its own people';
    end if;
    return new;
  end if;
  may := case
    when step in ('asked accepted', 'asked declined', 'asked claimed', 'accepted claimed', 'accepted declined', 'declined accepted') then own
    when step in ('claimed confirmed', 'claimed accepted') then not own and (presides or app_roles() && array['member', 'focal-point'])
    when new.state = 'released' or step in ('declined asked', 'released asked', 'confirmed accepted') then presides or app_is_staff()
    else false end;
  if not may then
    raise exception using errcode = '42501', message = format('not a step for this person: %s', step);
  end if;
  if new.state = 'confirmed' and new.confirmed_by is distinct from app_actor() then
    raise exception using errcode = '42501', message = 'who confirms is who asks';
  end if;
  return new;
end $function$
;

-- Numbers the steps of a commitment without gaps. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.commitment_revision_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform from commitment c where c.id = new.commitment_id for no key update;
  select coalesce(max(r.n), 0) + 1 into new.n from commitment_revision r where r.commitment_id = new.commitment_id;
  return new;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.commitments_as_known(wanted uuid[], moment timestamp with time zone)
 RETURNS TABLE(commitment_id uuid, owner_id uuid, state text, due_from date, due_until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'public'
AS $function$
  select c.id, null::uuid, coalesce(standing_at(c.id, null, 'state', moment), c.state),
    coalesce(standing_at(c.id, null, 'due_from', moment)::date, c.due_from), coalesce(standing_at(c.id, null, 'due_until', moment)::date, c.due_until)
  from commitment c where c.id = any (wanted) and c.raised_at <= moment and (c.audience = 'public' or app_is_participant())
  union all
  select c.id, o.id, coalesce(standing_at(c.id, o.id, 'state', moment), o.state), null, null
  from commitment c join commitment_owner o on o.commitment_id = c.id
  where c.id = any (wanted) and c.raised_at <= moment and (c.audience = 'public' or app_is_participant())
$function$
;

-- Keeps decisions about a delegation to the Secretariat. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.delegation_decision_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'redthread_app' or app_is_staff() then return new; end if;
  if (new.decided_at, new.decided_by) is distinct from (old.decided_at, old.decided_by) or new.state = 'returned' and old.state <> 'returned' then
    raise exception using errcode = '42501', message = 'A delegation is decided on by the Secretariat.';
  end if;
  return new;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.delegations_to_write()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(d.id), '{}') from delegation d join meeting_call c on c.meeting_id = d.meeting_id
  where d.state <> 'submitted' and c.stage in ('called', 'open') and case when d.entered_by_secretariat
    then (select app_is_staff()) and d.party_id <> all ((select parties_with_focal_point())::uuid[])
    else d.party_id = any ((select app_writes_for())::uuid[]) end
$function$
;

-- Silence ends as adopted when no objection was received before the instant, as revised when one was. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.draft_leaves_silence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
;

-- An objection received before the instant takes an adoption by silence back, also when that was recorded first. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.draft_objection_after_adoption()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update draft d set stage = 'silence', adopted_how = null, adopted_note = null, adopted_at = null, adopted_by = null, adopted_version_id = null, revision = d.revision + 1
  from draft_silence s
  where s.version_id = new.version_id and d.id = s.draft_id and d.stage = 'adopted' and d.adopted_how = 'silence'
    and d.adopted_version_id = new.version_id and new.received_at < s.until;
  return null;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.end_my_sessions(only_this text, all_but text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with ended as (
    delete from auth."session" s where s."userId" = app_actor()::text
      and case when only_this is not null then s."id" = only_this else s."id" is distinct from all_but end
    returning 1)
  select count(*)::integer from ended
$function$
;

-- Evidence is never wider than its progress report. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.evidence_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if array_position(array['party', 'participants', 'public'], new.audience)
    > (select array_position(array['party', 'participants', 'public'], p.audience) from progress_report p where p.id = new.progress_id) then
    raise exception using errcode = 'RT409', message = 'Evidence cannot be shown to more people than the progress report it belongs to.';
  end if;
  return new;
end $function$
;

-- Nobody speaks but in an open session. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_table_name = 'intervention' then
    if new.state = 'speaking' and not exists (select from meeting_session s where s.id = new.session_id and s.state = 'open') then
      raise exception using errcode = 'RT409', message = 'The floor can be given in an open session only.';
    end if;
  elsif new.state <> 'open' and exists (select from intervention i where i.session_id = new.id and i.state = 'speaking') then
    raise exception using errcode = 'RT409', message = 'Somebody has the floor in this session. Pause or end the intervention first.';
  end if;
  return new;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_heard_sessions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(s.id), '{}') from meeting_session s
  where s.meeting_id = any ((select app_invited_meetings())::uuid[]) and (s.state <> 'closed' or not session_under_rule(s.id))
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_led_sessions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(s.id), '{}') from meeting_session s
  where (select app_is_staff()) or s.meeting_id = any ((select app_reviewed_meetings())::uuid[]) or s.id = any ((select app_led_sessions())::uuid[])
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_lock(wanted uuid)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare moment timestamptz;
begin
  if floor_sight(wanted) is null or not (floor_sight(wanted) = 'leader' or wanted = any ((select floor_open_sessions())::uuid[])) then return null; end if;
  insert into floor_version (session_id) values (wanted) on conflict do nothing;
  select v.changed_at into moment from floor_version v where v.session_id = wanted for update;
  return moment;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_open_sessions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(s.id), '{}') from meeting_session s
  where s.meeting_id = any ((select app_invited_meetings())::uuid[]) and s.state in ('planned', 'open', 'suspended') and s.removed_at is null
$function$
;

-- People of a party change neither place nor time of their turn. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.floor_own_turn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.ordinal, new.kind, new.given_at, new.running_since, new.spoken_ms) is distinct from (old.ordinal, old.kind, old.given_at, old.running_since, old.spoken_ms)
    and current_user = 'redthread_app' and not new.session_id = any ((select floor_led_sessions())::uuid[]) then
    raise exception using errcode = '42501', message = 'The list is led by the chair.';
  end if;
  return new;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_screen_by(secret_digest bytea)
 RETURNS TABLE(session_id uuid, person_id uuid, over boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select f.session_id, f.by, f.revoked_at is not null or f.expires_at <= now() from floor_screen f where f.digest = secret_digest
$function$
;

-- A revoked link is not changed any more. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.floor_screen_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.revoked_at is not null then
    raise exception using errcode = 'RT409', message = 'This link was ended already. Make a new one.';
  end if;
  return new;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_sight(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select case when app_is_staff() or s.meeting_id = any ((select app_reviewed_meetings())::uuid[]) or s.id = any ((select app_led_sessions())::uuid[]) then 'leader'
    when not s.meeting_id = any ((select app_invited_meetings())::uuid[]) then null
    when s.state = 'closed' and session_under_rule(s.id) then 'own' else 'heard' end
  from meeting_session s where s.id = wanted and s.removed_at is null
$function$
;

-- Counts the version of a floor up and tells the servers. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.floor_touch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.heard_elsewhere()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare touched uuid[];
begin
  if tg_table_name = 'activity' then
    select array_agg(t.commitment_id) into touched from activity_commitment t where t.activity_id = new.id;
  elsif tg_table_name = 'outcome' then
    select array_agg(t.commitment_id) into touched from commitment_outcome t where t.outcome_id = new.id;
  elsif tg_table_name = 'report' then
    select array_agg(distinct t.commitment_id) into touched from commitment_outcome t join outcome o on o.id = t.outcome_id where o.report_id = new.id;
  else
    select array_agg(distinct t.commitment_id) into touched from commitment_outcome t join outcome o on o.id = t.outcome_id
      join report r on r.id = o.report_id where r.meeting_id = new.id;
  end if;
  if touched is not null then perform keep_heard(touched); end if;
  return null;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.heard_of_commitment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform keep_heard(array[case tg_op when 'DELETE' then old.commitment_id else new.commitment_id end]);
  return null;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.is_evidence(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select from evidence e where e.file_id = wanted)
$function$
;

-- Whether a value is a text in several languages: English at least, known languages only, 1 to 10,000 characters each. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.is_language_map(map jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select jsonb_typeof(map) = 'object' and length(trim(map ->> 'en')) > 0
    and not exists (select from jsonb_each(map) e where e.key not in ('en', 'ru', 'tr', 'ar', 'fa', 'ur', 'fr', 'uk')
      or jsonb_typeof(e.value) <> 'string' or length(e.value #>> '{}') not between 1 and 10000)
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.is_paper(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select from meeting_paper_version v where v.file_id = wanted)
$function$
;

-- Computes commitment_heard anew for some commitments. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.keep_heard(wanted uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with said as (
    select t.commitment_id, coalesce(m.end_day, m.start_day) as day, r.stage = 'published' as by_all
    from commitment_outcome t join outcome o on o.id = t.outcome_id join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
    where t.commitment_id = any (wanted) and o.state = 'confirmed' and r.stage in ('checked', 'published')
    union all
    select p.commitment_id, p.day, p.audience = 'public' from progress_report p
    where p.commitment_id = any (wanted) and p.audience in ('participants', 'public') and p.withdrawn_at is null
    union all
    select t.commitment_id, coalesce(a.ends_on, a.starts_until), a.audience = 'public' from activity_commitment t join activity a on a.id = t.activity_id
    where t.commitment_id = any (wanted) and a.state = 'held'
    union all
    select w.commitment_id, (w.since at time zone 'UTC')::date, true from commitment_owner w
    where w.commitment_id = any (wanted) and w.state in ('accepted', 'declined', 'claimed', 'confirmed')
    union all
    select d.commitment_id, (d.responded_at at time zone 'UTC')::date, true from commitment_addressee d
    where d.commitment_id = any (wanted) and d.responded_at is not null),
  latest as (
    select commitment_id, 'participants' as audience, max(day) as heard_on from said group by 1
    union all select commitment_id, 'public', max(day) from said where by_all group by 1),
  standing as (select * from latest where heard_on is not null),
  gone as (
    delete from commitment_heard h where h.commitment_id = any (wanted)
      and not exists (select from standing s where s.commitment_id = h.commitment_id and s.audience = h.audience))
  insert into commitment_heard (commitment_id, audience, heard_on) select commitment_id, audience, heard_on from standing
  on conflict (commitment_id, audience) do update set heard_on = excluded.heard_on where commitment_heard.heard_on <> excluded.heard_on
$function$
;

-- Trigger of every table with recorded time: a row may be withdrawn once and is otherwise fixed. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.keep_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception using errcode = 'RT409', message = 'The register forgets nothing: withdraw the entry with a reason instead of deleting it.';
  end if;
  if old.withdrawn_at is not null then
    raise exception using errcode = 'RT409', message = 'This entry was corrected in the meantime. Look at its history and start from the newest entry.';
  end if;
  if to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'] <> to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason'] then
    raise exception using errcode = 'RT409', message = 'The register keeps what it was told: record a correction instead of changing an entry.';
  end if;
  return new;
end $function$
;

-- Whoever changes a state, the database says when. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.keep_state_since()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.state_since := now();
  return new;
end $function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.later_by(day date, period text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when day + 1 = date_trunc('month', day + 1)::date
    then (date_trunc('month', later) + interval '1 month' - interval '1 day')::date else later::date end
  from (select day + case period when 'monthly' then interval '1 month' when 'quarterly' then interval '3 months'
    when 'half-yearly' then interval '6 months' else interval '1 year' end as later) moved
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.may_object(wanted uuid, version uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select from draft_silence s join draft d on d.id = s.draft_id join meeting_invitation i on i.meeting_id = d.meeting_id
    where s.version_id = version and i.party_id = wanted and i.standing = 'member' and party_took_part(wanted, d.meeting_id))
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.meeting_has_report(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select from report r where r.meeting_id = wanted)
$function$
;

-- A party answers its invitation and changes nothing else of it. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.meeting_invitation_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'redthread_app' or app_is_staff() or new.meeting_id = any (app_reviewed_meetings()) then return new; end if;
  if (new.standing, new.seats, new.withdrawn_at, new.invited_again_at, new.turns) is distinct from (old.standing, old.seats, old.withdrawn_at, old.invited_again_at, old.turns) then
    raise exception using errcode = '42501', message = 'Who is invited, and as what, is decided by who leads the meeting.';
  end if;
  return new;
end $function$
;

-- Keeps the agenda to the leaders of the meeting. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.meeting_session_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'redthread_app' or app_is_staff() or new.meeting_id = any (app_reviewed_meetings()) then return new; end if;
  if (new.parent_id, new.ordinal, new.kind, new.title, new.questions, new.starts_at, new.ends_at, new.room, new.goal_id, new.rule, new.removed_at)
    is distinct from (old.parent_id, old.ordinal, old.kind, old.title, old.questions, old.starts_at, old.ends_at, old.room, old.goal_id, old.rule, old.removed_at) then
    raise exception using errcode = '42501', message = 'The agenda is changed by who leads the meeting.';
  end if;
  return new;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.meeting_slugs(beginning text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select c.slug from meeting_call c where starts_with(c.slug, beginning)
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.meeting_turns(wanted uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(max(i.turns), 0) from meeting_invitation i where i.meeting_id = wanted and i.party_id = any ((select app_parties())::uuid[])
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.meetings_with_list()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(c.meeting_id), '{}') from meeting_call c join meeting m on m.id = c.meeting_id where c.list_published and m.rule is null
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.my_sessions()
 RETURNS TABLE(id text, signed_in_at timestamp with time zone, seen_at timestamp with time zone, address text, browser text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s."id", s."createdAt", s."updatedAt", s."ipAddress", s."userAgent" from auth."session" s
  where s."userId" = app_actor()::text and s."expiresAt" > now() order by s."updatedAt" desc
$function$
;

-- A confirmed outcome that is new or changed waits for being compared. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.note_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
;

-- An outcome came to a commitment or left it: later outcomes tied to it may belong there too. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.note_outcomes_of_commitment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare changed uuid := case tg_op when 'DELETE' then old.outcome_id else new.outcome_id end;
begin
  insert into outcome_to_compare (outcome_id, again) select distinct t.later_outcome_id, true from tie t where t.earlier_outcome_id = changed
    order by t.later_outcome_id on conflict (outcome_id) do update set again = outcome_to_compare.again;
  return null;
end $function$
;

-- A meeting moved in time or came under a rule: what its outcomes are tied to, and why, is looked at again. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.note_outcomes_of_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if (new.start_day, new.end_day, new.rule) is distinct from (old.start_day, old.end_day, old.rule) then
    insert into outcome_to_compare (outcome_id) select o.id from outcome o join report r on r.id = o.report_id
      where r.meeting_id = new.id and o.state = 'confirmed' order by o.id on conflict (outcome_id) do update set again = false;
  end if;
  return null;
end $function$
;

-- When a report is checked its outcomes look for ties; when it has a new text its references are looked at. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.note_outcomes_of_report()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if new.version_id is distinct from old.version_id then
    insert into report_to_seek (report_id) values (new.id) on conflict (report_id) do update set since = report_to_seek.since;
  end if;
  if new.stage is distinct from old.stage and old.stage = 'received' then
    insert into outcome_to_compare (outcome_id, again) select o.id, true from outcome o where o.report_id = new.id and o.state = 'confirmed' order by o.id
      on conflict (outcome_id) do update set again = outcome_to_compare.again;
  end if;
  return null;
end $function$
;

-- A new report: its references are looked at. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.note_report()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into report_to_seek (report_id) values (new.id) on conflict (report_id) do update set since = report_to_seek.since;
  return null;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.open_drafts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(d.id), '{}') from draft d where d.stage in ('drafting', 'revised')
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.outcomes_confirmed_by(wanted uuid[], moment timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public'
AS $function$
  select o.id from outcome o join report r on r.id = o.report_id
  where o.id = any (wanted) and o.at <= moment
    and (r.stage = 'published' or app_is_staff() or (r.stage = 'checked' and app_is_participant()) or r.meeting_id = any ((select app_reviewed_meetings())::uuid[]))
    and coalesce(
      (select v.after ->> 'state' from outcome_revision v where v.outcome_id = o.id and v.at <= moment order by v.revision desc limit 1),
      (select v.before ->> 'state' from outcome_revision v where v.outcome_id = o.id order by v.revision limit 1),
      o.state) = 'confirmed'
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.outcomes_under_rule()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(o.id), '{}') from outcome o join paragraph p on p.id = o.paragraph_id where p.rule is not null
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.paragraphs_under_rule()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(p.id), '{}') from paragraph p where p.rule is not null
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.participant_came(wanted uuid, meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select from check_in c where c.participant_id = wanted)
    or not exists (select from check_in c join participant q on q.id = c.participant_id where q.meeting_id = meeting)
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.parties_with_focal_point()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(distinct g.party_id), '{}') from access_grant g join person p on p.id = g.person_id
  where g.role = 'focal-point' and p.ended_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
    and ((select app_is_staff()) or g.party_id = any ((select app_parties())::uuid[]))
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.party_took_part(wanted uuid, meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select from participant p where p.meeting_id = meeting and p.party_id = wanted and participant_came(p.id, meeting))
    or exists (select from intervention i join meeting_session s on s.id = i.session_id
      where s.meeting_id = meeting and i.party_id = wanted and i.state in ('speaking', 'paused', 'done', 'written'))
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.person_by_email(address text)
 RETURNS TABLE(id uuid, name text, ended boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select p.id, p.name, p.ended_at is not null from person p
  where p.email = lower(trim(address)) and app_roles() && array['secretariat', 'system', 'administrator', 'focal-point']
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.person_emails()
 RETURNS TABLE(person_id uuid, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select p.id, p.email from person p
  where p.id = app_actor() or app_roles() && array['secretariat', 'system', 'administrator']
$function$
;

-- Column rules of person that a row policy cannot say. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.person_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'redthread_app' and not ((select app_roles()) && array['secretariat', 'administrator', 'system'])
    and (new.email is distinct from old.email or new.ended_at is distinct from old.ended_at) then
    raise exception using errcode = '42501', message = 'only the Secretariat and administrators change an address or end a person';
  end if;
  if new.id is distinct from old.id or new.created_at is distinct from old.created_at then
    raise exception using errcode = '42501', message = 'the id and the beginning of a person do not change';
  end if;
  return new;
end $function$
;

-- Keeps auth.user equal to the persons that are not ended; ending a person ends their sessions at once. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.person_sign_in_copy()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if new.ended_at is null and new.email not like '%@redthread.invalid' then
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (new.id::text, new.name, new.email, true, new.created_at, now())
    on conflict ("id") do update set "name" = excluded."name", "email" = excluded."email", "updatedAt" = now();
  else
    delete from auth."user" where "id" = new.id::text;
  end if;
  return null;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.plan_open_inputs()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(i.id), '{}') from plan_input i join plan_cycle c on c.id = i.cycle_id
  where i.state = 'draft' and c.stage in ('inputs', 'draft') and i.party_id = any (app_writes_for())
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.plan_slugs(beginning text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select c.slug from plan_cycle c where starts_with(c.slug, beginning)
$function$
;

-- Progress that others can read answers what its owner was asked. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.progress_answers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if new.audience <> 'party' then
    update update_request set answered_at = new.at, answered_by_id = new.id where owner_id = new.owner_id and answered_at is null;
  end if;
  return null;
end $function$
;

-- Progress is appended and withdrawn, never rewritten; what corrects an internal note stays internal. Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.progress_report_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is not null then
    raise exception using errcode = 'RT409', message = 'This progress report was withdrawn already.';
  end if;
  if tg_op = 'INSERT' and new.corrects_id is not null and new.audience <> 'party'
    and exists (select from progress_report p where p.id = new.corrects_id and p.audience = 'party') then
    raise exception using errcode = 'RT409', message = 'A correction of an internal note stays internal. Write a new report for others to read.';
  end if;
  return new;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.report_slugs(beginning text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select r.slug from report r where starts_with(r.slug, beginning)
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.reports_under_rule()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(array_agg(r.id), '{}') from report r join meeting m on m.id = r.meeting_id where m.rule is not null
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.request_sign_in(mail_id uuid, address text, path text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into mail (id, person_id, template, words)
  select mail_id, p.id, 'sign-in', jsonb_build_object('path', path) from person p
  where p.email = lower(trim(address)) and p.ended_at is null and p.email not like '%@redthread.invalid'
$function$
;

-- First line of every policy file: makes re-applying it safe. Owner: redthread_owner.
CREATE OR REPLACE PROCEDURE public.reset_policies(IN tables text[])
 LANGUAGE plpgsql
AS $procedure$
declare t text; p record;
begin
  foreach t in array tables loop
    for p in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', p.policyname, t);
    end loop;
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $procedure$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.sample_people()
 RETURNS TABLE(id uuid, name text, role text, party_id uuid, body_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select p.id, p.name, g.role, g.party_id, g.body_id from person p
  join access_grant g on g.person_id = p.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  where p.ended_at is null and g.role <> 'system'
    and exists (select 1 from setting s where s.name = 'mode' and s.value = 'sample')
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.search_outcomes(wanted text, wanted_body uuid, wanted_party uuid, wanted_year integer, wanted_kind text, newest_first boolean, most integer, skipped integer)
 RETURNS TABLE(outcome_id uuid, rank real, total bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_custom_plan'
 SET jit TO 'off'
AS $function$
declare
  query tsquery := search_query(wanted);
  staff boolean := app_is_staff();
  participant boolean := app_is_participant();
  reviewed uuid[] := app_reviewed_meetings();
  ruled uuid[] := paragraphs_under_rule();
begin
  if numnode(query) = 0 then return; end if;
  return query
  select o.id, ts_rank(o.search, query, 1), count(*) over ()
  from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
  where o.search @@ query and o.state in ('proposed', 'confirmed')
    and (staff or r.meeting_id = any (reviewed)
      or o.state = 'confirmed' and (r.stage = 'published' or (r.stage = 'checked' and participant))
      or o.state = 'proposed' and participant and r.stage in ('checked', 'published'))
    and (wanted_body is null or exists (select from meeting_body b where b.meeting_id = r.meeting_id and b.body_id = wanted_body))
    and (wanted_party is null or exists (select from outcome_party a where a.outcome_id = o.id and a.party_id = wanted_party
      and (a.role = 'to' or m.rule is null and coalesce(o.paragraph_id <> all (ruled), true) or staff or m.id = any (reviewed))))
    and (wanted_year is null or m.start_day between make_date(wanted_year, 1, 1) and make_date(wanted_year, 12, 31))
    and (wanted_kind is null or o.kind = wanted_kind)
  order by case when newest_first then null else ts_rank(o.search, query, 1) end desc nulls last, m.start_day desc nulls last, o.report_id, o.number
  limit least(most, 200) offset skipped;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.search_paragraphs(wanted text, wanted_body uuid, wanted_party uuid, wanted_year integer, wanted_kind text, newest_first boolean, most integer, skipped integer)
 RETURNS TABLE(paragraph_id uuid, rank real, total bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_custom_plan'
 SET jit TO 'off'
AS $function$
declare
  query tsquery := search_query(wanted);
  staff boolean := app_is_staff();
  participant boolean := app_is_participant();
  reviewed uuid[] := app_reviewed_meetings();
  ruled uuid[] := paragraphs_under_rule();
begin
  if numnode(query) = 0 then return; end if;
  return query
  select p.paragraph_id, ts_rank(p.search, query, 1), count(*) over ()
  from paragraph_version p join report r on r.id = p.report_id join meeting m on m.id = r.meeting_id
  where p.current and p.search @@ query
    and (r.stage = 'published' or staff or (r.stage = 'checked' and participant) or r.meeting_id = any (reviewed))
    and (wanted_body is null or exists (select from meeting_body b where b.meeting_id = r.meeting_id and b.body_id = wanted_body))
    and (wanted_year is null or m.start_day between make_date(wanted_year, 1, 1) and make_date(wanted_year, 12, 31))
    and (wanted_kind is null and wanted_party is null
      or wanted_kind is null and exists (select from statement s where s.version_id = p.version_id and s.paragraph_id = p.paragraph_id and s.party_id = wanted_party
        and (m.rule is null and s.paragraph_id <> all (ruled) or staff or m.id = any (reviewed)))
      or exists (select from outcome o where o.paragraph_id = p.paragraph_id and (wanted_kind is null or o.kind = wanted_kind)
        and (staff or m.id = any (reviewed) or o.state = 'confirmed' or (participant and o.state in ('proposed', 'withdrawn')))
        and (wanted_party is null or exists (select from outcome_party a where a.outcome_id = o.id and a.party_id = wanted_party
          and (a.role = 'to' or m.rule is null and o.paragraph_id <> all (ruled) or staff or m.id = any (reviewed))))))
  order by case when newest_first then null else ts_rank(p.search, query, 1) end desc nulls last, m.start_day desc nulls last, p.report_id, p.ordinal
  limit least(most, 200) offset skipped;
end $function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.search_prefix(word text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'public'
 SET client_min_messages TO 'warning'
AS $function$
  select case when bare ~ '[[:alnum:]]' then to_tsquery('redthread_word', '''' || bare || ''':*') else '' end
  from translate(word, '''\*:&|!()<>"', '') as bare
$function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.search_query(wanted text)
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO 'public'
 SET client_min_messages TO 'warning'
AS $function$
declare piece text[]; term tsquery; part tsquery; whole tsquery := ''; positive boolean := false; pieces int := 0;
begin
  for piece in select regexp_matches(left(wanted, 400), '(-?)(?:"([^"]*)"?|(\S+))', 'g') loop
    pieces := pieces + 1;
    exit when pieces > 32;
    if piece[1] = '' and lower(piece[3]) = 'or' then
      if positive then whole := case when numnode(whole) = 0 then part else whole || part end; end if;
      part := null;
      positive := false;
      continue;
    end if;
    term := case
      when piece[2] is not null then phraseto_tsquery('redthread_stem', piece[2])
      when piece[3] like '%*' then search_prefix(piece[3])
      else phraseto_tsquery('redthread_stem', piece[3]) end;
    continue when numnode(term) = 0;
    if piece[1] = '-' then term := !!term; else positive := true; end if;
    part := case when part is null then term else part && term end;
  end loop;
  if positive then whole := case when numnode(whole) = 0 then part else whole || part end; end if;
  return whole;
end $function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.session_under_rule(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with recursive up as (
    select s.id, s.parent_id, s.rule, s.meeting_id from meeting_session s where s.id = wanted
    union all
    select s.id, s.parent_id, s.rule, s.meeting_id from meeting_session s join up on s.id = up.parent_id
  )
  select exists (select from up join meeting m on m.id = up.meeting_id where up.rule is not null or m.rule is not null)
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.silence_broken(version uuid)
 RETURNS TABLE(paragraph_id uuid, whole boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select distinct o.paragraph_id, o.paragraph_id is null from draft_objection o join draft_silence s on s.version_id = o.version_id
  where o.version_id = version and o.received_at < s.until
    and ((select app_is_staff()) or s.draft_id = any ((select app_reviewed_drafts())::uuid[]) or s.draft_id = any ((select app_noted_drafts())::uuid[]) or s.draft_id = any ((select app_circulated_drafts())::uuid[]))
$function$
;

-- Keeps calendar_stamp. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.stamp_calendar()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$
;

-- Keeps calendar_stamp of meetings that are called or cancelled. Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.stamp_meeting_call()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if new.stage is distinct from old.stage and new.stage in ('called', 'cancelled') and old.stage <> 'open' then
    update calendar_stamp set sequence = sequence + 1, changed_at = clock_timestamp() where meeting_id = new.meeting_id;
  end if;
  return null;
end $function$
;

-- Owner: redthread_owner.
CREATE OR REPLACE FUNCTION public.standing_at(of_commitment uuid, of_owner uuid, what text, moment timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select coalesce(
    (select v.after ->> what from commitment_revision v where v.commitment_id = of_commitment and v.owner_id is not distinct from of_owner
      and v.after ? what and v.at <= moment order by v.n desc limit 1),
    (select v.before ->> what from commitment_revision v where v.commitment_id = of_commitment and v.owner_id is not distinct from of_owner
      and v.before ? what and v.at > moment order by v.n limit 1))
$function$
;

-- Owner: redthread_definer.
CREATE OR REPLACE FUNCTION public.use_api_token(given bytea)
 RETURNS TABLE(person_id uuid, scopes text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare found record;
begin
  select t.id, t.person_id, t.scopes, t.used_at into found from api_token t join person p on p.id = t.person_id
    where t.digest = given and t.revoked_at is null and t.expires_at > now() and p.ended_at is null;
  if found.id is null then return; end if;
  if found.used_at is null or found.used_at < now() - interval '5 minutes' then
    update api_token t set used_at = now() where t.id = found.id;
  end if;
  return query select found.person_id, found.scopes;
end $function$
;
