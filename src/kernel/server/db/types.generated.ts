/**
 * Made by tools/generate-types.ts with kysely-codegen.
 * Please do not edit it manually.
 */

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<number, number | bigint, number | bigint>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AccessGrant {
  /**
   * The body a chair presides.
   */
  body_id: string | null;
  /**
   * Who granted it; null for the installation itself.
   */
  granted_by: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The party a member, focal point or observer acts for.
   */
  party_id: string | null;
  /**
   * The person who holds the role.
   */
  person_id: string;
  /**
   * Why, or the letter that says so.
   */
  reason: string;
  /**
   * member, focal-point and observer act for a party; chair for a body; secretariat, administrator and system for the dialogue.
   */
  role: string;
  /**
   * From this moment on.
   */
  valid_from: Generated<Timestamp>;
  /**
   * Until this moment; null is open.
   */
  valid_until: Timestamp | null;
}

export interface Activity {
  /**
   * When it was entered.
   */
  at: Timestamp;
  /**
   * participants, or public.
   */
  audience: Generated<string>;
  /**
   * The body it is held for.
   */
  body_id: string | null;
  /**
   * Who entered it.
   */
  by: string;
  /**
   * In full.
   */
  description: Generated<string>;
  /**
   * Last day; null when it takes one day or is unknown.
   */
  ends_on: string | null;
  /**
   * Who pays, as the plan says.
   */
  funding: Generated<string>;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What sort of activity.
   */
  kind: string;
  /**
   * BCP 47 language of title and description.
   */
  language: Generated<string>;
  /**
   * The meeting of the records or the meeting cycle that it is, when it is one.
   */
  meeting_id: string | null;
  /**
   * Permanent number people cite: A-7.
   */
  number: Generated<number>;
  /**
   * Where.
   */
  place: Generated<string>;
  /**
   * Address of the entry of the endorsed plan it comes from: cycle, entry.
   */
  plan_entry: string | null;
  /**
   * Why it was postponed or cancelled.
   */
  reason: string | null;
  /**
   * Counts changes; also the SEQUENCE of its calendar entry.
   */
  revision: Generated<number>;
  /**
   * Earliest day it can start; equal to starts_until when the day is fixed.
   */
  starts_from: string | null;
  /**
   * Latest day it can start.
   */
  starts_until: string | null;
  /**
   * planned, confirmed, postponed, held or cancelled.
   */
  state: Generated<string>;
  /**
   * When it came into this state; kept by a trigger.
   */
  state_since: Generated<Timestamp>;
  /**
   * Key of the strand of the plan.
   */
  strand: string | null;
  /**
   * In a few words.
   */
  title: string;
}

export interface ActivityCommitment {
  /**
   * The activity.
   */
  activity_id: string;
  /**
   * The commitment.
   */
  commitment_id: string;
}

export interface ActivityGoal {
  /**
   * The activity.
   */
  activity_id: string;
  /**
   * A goal: generation and number.
   */
  goal_id: string;
}

export interface ActivityParty {
  /**
   * The activity.
   */
  activity_id: string;
  /**
   * The body, or null for a party.
   */
  body_id: string | null;
  /**
   * Order within the role.
   */
  ordinal: number;
  /**
   * The party, or null for a body.
   */
  party_id: string | null;
  /**
   * lead, partner, host or funder.
   */
  role: string;
}

export interface ApiToken {
  /**
   * When it was made.
   */
  created_at: Timestamp;
  /**
   * SHA-256 of the token. 256 random bits need no slow digest.
   */
  digest: Buffer;
  /**
   * Worthless from then on; a year after it was made at the latest.
   */
  expires_at: Timestamp;
  /**
   * Its last characters, to tell tokens apart.
   */
  hint: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What the person calls it: the program or machine that uses it.
   */
  name: string;
  /**
   * Whose; it may never do more than this person may.
   */
  person_id: string;
  /**
   * When its person revoked it; worthless from then on.
   */
  revoked_at: Timestamp | null;
  /**
   * read, and write:<module> for each module whose actions it may call.
   */
  scopes: string[];
  /**
   * When it was used last, to five minutes.
   */
  used_at: Timestamp | null;
}

export interface Appointment {
  /**
   * Earliest day it can have begun; null when that is unknown.
   */
  begins_from: string | null;
  /**
   * From this day on it certainly held.
   */
  begins_until: string;
  /**
   * Until this day (exclusive) it certainly held; null while nothing speaks for an end.
   */
  ends_from: string | null;
  /**
   * Latest day by which it had ended; null with ends_from set: not known whether it went on.
   */
  ends_until: string | null;
  /**
   * Nomination letter or other paper: who wrote it, when, its reference.
   */
  evidence: string;
  /**
   * Where to read it.
   */
  evidence_link: string | null;
  /**
   * national-focal-point, contributor, single-point-of-contact (link office), liaison-officer (posted to a party), thb-coordinator.
   */
  function: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The party that appointed.
   */
  party_id: string;
  /**
   * Who was appointed.
   */
  person_id: string;
  /**
   * Office and post, as the letter says.
   */
  post: string | null;
  /**
   * The party a liaison officer is posted to.
   */
  posted_to_id: string | null;
  /**
   * When we learned it.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * The entry that this one corrects or ends.
   */
  replaces_id: string | null;
  /**
   * From then on we no longer say so.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Who withdrew it.
   */
  withdrawn_by: string | null;
  /**
   * Why: ended, corrected, entered by mistake.
   */
  withdrawn_reason: string | null;
}

export interface Attendance {
  /**
   * The name as printed.
   */
  as_written: string;
  /**
   * Unit after the last.
   */
  end_at: number;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * state or organisation.
   */
  kind: string;
  /**
   * Place in the list.
   */
  ordinal: number;
  /**
   * The party; null while the name is not resolved.
   */
  party_id: string | null;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * First unit of the span.
   */
  start_at: number;
  /**
   * The version that says so.
   */
  version_id: string;
}

export interface AuditEntry {
  /**
   * Dotted name of the action.
   */
  action: string;
  /**
   * When, microseconds.
   */
  at: Timestamp;
  /**
   * Code of the refusal, or the reference number of the bug.
   */
  code: string | null;
  /**
   * How the call came in.
   */
  door: string;
  /**
   * SHA-256 of previous_hash and the JSON array of the other columns.
   */
  hash: Buffer;
  /**
   * SHA-256 of the input, so that the log holds no content.
   */
  input_digest: Buffer | null;
  /**
   * Who called; null for the public.
   */
  person_id: string | null;
  /**
   * hash of seq - 1; 32 zero bytes for the first.
   */
  previous_hash: Buffer;
  /**
   * done, refused (expected) or failed (a bug).
   */
  result: string;
  /**
   * Gapless from 1.
   */
  seq: Int8;
  /**
   * Address of the thing it is about, when known.
   */
  subject: string | null;
}

export interface AuditHead {
  /**
   * Hash of the newest entry.
   */
  hash: Buffer;
  /**
   * Number of the newest entry, 0 when there is none.
   */
  seq: Int8;
  /**
   * There is one row.
   */
  singleton: Generated<boolean>;
}

export interface Body {
  /**
   * First day it was no more; null when it lives.
   */
  dissolved_on: string | null;
  /**
   * Earliest day it can have been established on.
   */
  established_from: string | null;
  /**
   * Latest day it can have been established on.
   */
  established_until: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Readable stable key, the same as the reader gives: body:senior-officials-meeting.
   */
  key: string;
  /**
   * What sort of body.
   */
  kind: string;
  /**
   * The body it belongs under.
   */
  parent_id: string | null;
  /**
   * When it was entered.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * What that rests on.
   */
  source: string;
}

export interface BodyName {
  /**
   * Whose name.
   */
  body_id: string;
  /**
   * What a written name is looked up by; see party_name.folded.
   */
  folded: string;
  /**
   * short, official, acronym, as-listed or alias.
   */
  form: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * BCP 47 language of the name.
   */
  language: string;
  /**
   * As printed.
   */
  name: string;
  /**
   * When we learned it.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * What it rests on.
   */
  source: string;
  /**
   * First day of use; null when as old as our knowledge.
   */
  used_from: string | null;
  /**
   * First day of no more use; null when in use.
   */
  used_until: string | null;
  /**
   * From then on we no longer say so.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Who withdrew it.
   */
  withdrawn_by: string | null;
  /**
   * Why.
   */
  withdrawn_reason: string | null;
}

export interface CalendarFeed {
  /**
   * SHA-256 of the secret; the secret itself is shown once and kept nowhere.
   */
  digest: Buffer;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * When it was made.
   */
  made_at: Timestamp;
  /**
   * What the person calls it: the device, the programme.
   */
  name: string;
  /**
   * Whose it is.
   */
  person_id: string;
  /**
   * Filters, as in the address of the calendar page.
   */
  query: Generated<string>;
  /**
   * When it last got another secret.
   */
  renewed_at: Timestamp | null;
  /**
   * From then on the link answers 410.
   */
  revoked_at: Timestamp | null;
}

export interface CalendarStamp {
  /**
   * The activity, or null.
   */
  activity_id: string | null;
  /**
   * When.
   */
  changed_at: Timestamp;
  /**
   * The commitment, or null.
   */
  commitment_id: string | null;
  /**
   * The plan cycle, or null.
   */
  cycle_id: string | null;
  /**
   * The meeting, or null.
   */
  meeting_id: string | null;
  /**
   * For an activity, a commitment or a cycle its revision less one; for a meeting, which has none, the number of changes.
   */
  sequence: Generated<number>;
  /**
   * Id of the one of the four that is not null.
   */
  thing_id: Generated<string>;
}

export interface CheckIn {
  /**
   * When the badge was read, as the device says.
   */
  at: Timestamp;
  /**
   * Who read the badge.
   */
  by: string;
  /**
   * Day of the meeting, in its zone.
   */
  day: string;
  /**
   * Made by the device that checked in, so that a repeated send counts once.
   */
  id: string;
  /**
   * in-room or online.
   */
  mode: string;
  /**
   * Who.
   */
  participant_id: string;
  /**
   * When it arrived here; later when the device was offline.
   */
  received_at: Timestamp;
}

export interface Commitment {
  /**
   * participants, or public.
   */
  audience: Generated<string>;
  /**
   * The body that follows it up; its chair may confirm completion.
   */
  body_id: string | null;
  /**
   * Earliest day it can be due; null with due_until when no day was named.
   */
  due_from: string | null;
  /**
   * Latest day of the interval in which it is due (inclusive).
   */
  due_until: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * BCP 47 language of title and wording.
   */
  language: Generated<string>;
  /**
   * Permanent number people cite: C-12.
   */
  number: Generated<number>;
  /**
   * Which time it is due now, from 1; a completed occurrence of a recurring commitment opens the next.
   */
  occurrence: Generated<number>;
  /**
   * When it was raised.
   */
  raised_at: Timestamp;
  /**
   * Who raised it.
   */
  raised_by: string;
  /**
   * Why it was withdrawn or superseded.
   */
  reason: string | null;
  /**
   * How often it is due again after due_until; null when once.
   */
  recurs: string | null;
  /**
   * Last day on which it can be due again.
   */
  recurs_until: string | null;
  /**
   * Counts changes; a writer names the one they saw.
   */
  revision: Generated<number>;
  /**
   * open, completed (every owner that did not decline is confirmed), superseded or withdrawn.
   */
  state: Generated<string>;
  /**
   * The commitment that took its place.
   */
  superseded_by_id: string | null;
  /**
   * What is to be done, in a few words.
   */
  title: string;
  /**
   * What is to be done, in full; empty when the sentences of its outcomes say it.
   */
  wording: Generated<string>;
}

export interface CommitmentAddressee {
  /**
   * The body, or null for a party.
   */
  body_id: string | null;
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Order in which they are printed.
   */
  ordinal: number;
  /**
   * The party, or null for a body.
   */
  party_id: string | null;
  /**
   * Why in part, or why declined.
   */
  reason: string | null;
  /**
   * When it was answered.
   */
  responded_at: Timestamp | null;
  /**
   * Who answered for them.
   */
  responded_by: string | null;
  /**
   * supported, in-part, noted or declined, as recommendations of a peer review are answered; null while unanswered.
   */
  response: string | null;
  /**
   * Counts changes; a writer names the one they saw.
   */
  revision: Generated<number>;
}

export interface CommitmentGoal {
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * A goal: generation and number.
   */
  goal_id: string;
}

export interface CommitmentHeard {
  /**
   * Who may know: participants (they see both), or public.
   */
  audience: string;
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * The newest day of an outcome, progress report or held activity that this audience may see.
   */
  heard_on: string;
}

export interface CommitmentOutcome {
  /**
   * When it was tied.
   */
  at: Timestamp;
  /**
   * Who tied it.
   */
  by: string;
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * An outcome that asks for it.
   */
  outcome_id: string;
}

export interface CommitmentOwner {
  /**
   * The body, or null for a party.
   */
  body_id: string | null;
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * Who confirmed completion: the chair, or a person of another party.
   */
  confirmed_by: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Order in which owners are printed.
   */
  ordinal: number;
  /**
   * The party, or null for a body.
   */
  party_id: string | null;
  /**
   * Why it declined or was released, or why a claim was not confirmed.
   */
  reason: string | null;
  /**
   * Counts changes; a writer names the one they saw.
   */
  revision: Generated<number>;
  /**
   * When it came into this state.
   */
  since: Timestamp;
  /**
   * asked, accepted (taken on), declined, claimed (says it is done), confirmed (somebody else agrees), released (no owner any longer).
   */
  state: Generated<string>;
  /**
   * What the owner says it will do, in its own words.
   */
  words: Generated<string>;
}

export interface CommitmentRevision {
  /**
   * What stands after.
   */
  after: Json;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * What stood before; null for the first.
   */
  before: Json | null;
  /**
   * Who.
   */
  by: string;
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * Counts from 1 without gaps; given by the database, whatever the writer says.
   */
  n: Generated<number>;
  /**
   * The owner it is about, when it is about one.
   */
  owner_id: string | null;
  /**
   * What was done; the list is the check of the column. completed and renewed follow by themselves when the last owner is confirmed.
   */
  verb: string;
}

export interface Contact {
  /**
   * The function it belongs to.
   */
  appointment_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * email, telephone or address.
   */
  kind: string;
  /**
   * When we learned it.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * As the person gave it.
   */
  value: string;
  /**
   * secretariat: the Secretariat, the person and the focal points of the party; participants: everybody in the dialogue.
   */
  visible_to: string;
  /**
   * From then on it is no longer used.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Who withdrew it.
   */
  withdrawn_by: string | null;
  /**
   * Why.
   */
  withdrawn_reason: string | null;
}

export interface Delegate {
  /**
   * When they were added.
   */
  at: Timestamp;
  /**
   * Who added them.
   */
  by: string;
  /**
   * The delegation.
   */
  delegation_id: string;
  /**
   * For the invitation and its calendar entry.
   */
  email: string | null;
  /**
   * Function and service, as to be printed.
   */
  function: string | null;
  /**
   * UUID version 7; the badge and the check-in go by it.
   */
  id: string;
  /**
   * Name as it is to be printed.
   */
  name: string;
  /**
   * Place in the delegation, after the head.
   */
  ordinal: number;
  /**
   * The account of this person, where there is one.
   */
  person_id: string | null;
  /**
   * No longer in the delegation.
   */
  removed_at: Timestamp | null;
  /**
   * head, member, observer or adviser. One head a delegation.
   */
  role: string;
}

export interface DelegateDay {
  /**
   * A day of the meeting.
   */
  day: string;
  /**
   * The delegate.
   */
  delegate_id: string;
  /**
   * in-room or online.
   */
  mode: string;
}

export interface DelegateNeed {
  /**
   * When it was written.
   */
  at: Timestamp;
  /**
   * Who wrote it.
   */
  by: string;
  /**
   * The delegate.
   */
  delegate_id: string;
  /**
   * On this day it is deleted: last day of the meeting and the days its call states.
   */
  delete_on: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * visa-letter (passport data as needed for it), interpretation (language), access, dietary.
   */
  kind: string;
  /**
   * What is needed.
   */
  text: string;
}

export interface Delegation {
  /**
   * When it was begun.
   */
  at: Timestamp;
  /**
   * Who began it.
   */
  by: string;
  /**
   * When it was approved or returned last.
   */
  decided_at: Timestamp | null;
  /**
   * Who decided.
   */
  decided_by: string | null;
  /**
   * Whether all that is not submitted in it was written by the Secretariat for the party; false from the moment on when the party itself writes.
   */
  entered_by_secretariat: Generated<boolean>;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * The party; invited to the meeting.
   */
  party_id: string;
  /**
   * Why it was returned.
   */
  reason: string | null;
  /**
   * Counts every change of the unit or its members.
   */
  revision: Generated<number>;
  /**
   * draft (seen by the party alone), submitted, approved, returned (with a reason), changed (approved before, changed since, not submitted again).
   */
  state: Generated<string>;
  /**
   * When it was submitted last; late when after delegations_due.
   */
  submitted_at: Timestamp | null;
  /**
   * The focal point who did; where the Secretariat entered it, who of the Secretariat did.
   */
  submitted_by: string | null;
}

export interface Draft {
  /**
   * When: of silence, the instant at which it ended.
   */
  adopted_at: Timestamp | null;
  /**
   * Who recorded it.
   */
  adopted_by: string | null;
  /**
   * in-meeting, chair, or silence.
   */
  adopted_how: string | null;
  /**
   * Where that is written.
   */
  adopted_note: string | null;
  /**
   * The version that was adopted.
   */
  adopted_version_id: string | null;
  /**
   * When it was assembled first.
   */
  at: Timestamp;
  /**
   * Who assembled it.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * Parties are named as of this day, the first day of the meeting.
   */
  names_day: string;
  /**
   * The report it was published as.
   */
  report_id: string | null;
  /**
   * Counts steps of the draft.
   */
  revision: Generated<number>;
  /**
   * drafting, circulated (comments are taken), revised (comments are being answered and the text revised), silence (silence procedure), adopted, published.
   */
  stage: Generated<string>;
  /**
   * IANA time zone in which deadlines are stated.
   */
  zone: string;
}

export interface DraftComment {
  /**
   * When it was begun.
   */
  at: Timestamp;
  /**
   * Who began it.
   */
  by: string;
  /**
   * When that was decided.
   */
  decided_at: Timestamp | null;
  /**
   * Who decided.
   */
  decided_by: string | null;
  /**
   * accepted, accepted-in-part, rejected or noted; null while open.
   */
  disposition: string | null;
  /**
   * The draft.
   */
  draft_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The paragraph; null for the whole.
   */
  paragraph_id: string | null;
  /**
   * The party.
   */
  party_id: string;
  /**
   * How the paragraph should read instead.
   */
  proposed: string | null;
  /**
   * Why; needed unless accepted.
   */
  reason: string | null;
  /**
   * Counts changes.
   */
  revision: Generated<number>;
  /**
   * When it was sent; late when after the deadline of the version. Null while it is internal.
   */
  sent_at: Timestamp | null;
  /**
   * The focal point who sent it.
   */
  sent_by: string | null;
  /**
   * The comment.
   */
  text: string;
  /**
   * The version it is about.
   */
  version_id: string;
  /**
   * Taken back before it was sent.
   */
  withdrawn_at: Timestamp | null;
}

export interface DraftMaterialLeft {
  /**
   * When.
   */
  at: Timestamp;
  /**
   * Who.
   */
  by: string;
  /**
   * The draft.
   */
  draft_id: string;
  /**
   * What it is, as in draft_paragraph.material.
   */
  material: string;
  /**
   * What it said when it was left out.
   */
  text: string;
}

export interface DraftObjection {
  /**
   * Who wrote it.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * objection or amendment (with wording).
   */
  kind: string;
  /**
   * The paragraph; null for the whole.
   */
  paragraph_id: string | null;
  /**
   * The party. Seen by its own people and the leaders of the meeting; others see that silence is broken and at which paragraphs.
   */
  party_id: string;
  /**
   * How the paragraph should read.
   */
  proposed: string | null;
  /**
   * When it arrived, to the millisecond, taken before anything else was done with it.
   */
  received_at: Timestamp;
  /**
   * What it says.
   */
  text: string;
  /**
   * The version under silence.
   */
  version_id: string;
}

export interface DraftOutcome {
  /**
   * When it was marked.
   */
  at: Timestamp;
  /**
   * Who marked it.
   */
  by: string;
  /**
   * The draft.
   */
  draft_id: string;
  /**
   * Priority goals, numbers of the framework generation in force at the meeting.
   */
  goals: Generated<number[]>;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * recommendation, decision, action-point, offer, request or announcement.
   */
  kind: string;
  /**
   * person (marked), reader (proposed and accepted), point (of a session).
   */
  origin: string;
  /**
   * The paragraph it stands in.
   */
  paragraph_id: string;
  /**
   * No outcome after all.
   */
  removed_at: Timestamp | null;
  /**
   * Counts changes.
   */
  revision: Generated<number>;
  /**
   * The point it comes from.
   */
  session_point_id: string | null;
  /**
   * Its words in the paragraph, a whole sentence or list entry; the span is where they stand.
   */
  text: string;
  /**
   * The time as written.
   */
  when_as_written: string | null;
  /**
   * First day it may mean.
   */
  when_from: string | null;
  /**
   * Last day it may mean.
   */
  when_until: string | null;
}

export interface DraftOutcomeParty {
  /**
   * As written.
   */
  as_written: string;
  /**
   * The body, where one is meant.
   */
  body_id: string | null;
  /**
   * Place in the list.
   */
  ordinal: number;
  /**
   * The outcome.
   */
  outcome_id: string;
  /**
   * The party.
   */
  party_id: string | null;
  /**
   * by or to.
   */
  role: string;
}

export interface DraftParagraph {
  /**
   * What was assembled last. While text is the same, nobody has edited it and it follows the meeting.
   */
  assembled_text: string | null;
  /**
   * When it was added.
   */
  at: Timestamp;
  /**
   * Who added it.
   */
  by: string;
  /**
   * The draft.
   */
  draft_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * heading, numbered (1., 2.), item (a., b. of the numbered paragraph above), plain (without a number).
   */
  kind: string;
  /**
   * What it was assembled from (attendance, session, intervention, point …), so that it is assembled once; null when a person wrote it.
   */
  material: string | null;
  /**
   * Where it stands; between two there is always room for a third.
   */
  place: Numeric;
  /**
   * Taken out.
   */
  removed_at: Timestamp | null;
  /**
   * Counts every change; an edit names the revision it saw.
   */
  revision: Generated<number>;
  /**
   * The session it reports; null for the meeting as such. Says whether the Chatham House Rule holds.
   */
  session_id: string | null;
  /**
   * Its text.
   */
  text: string;
}

export interface DraftParagraphRevision {
  /**
   * The same afterwards.
   */
  after: Json;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * text, kind, place and session before; null when it was added.
   */
  before: Json | null;
  /**
   * Who.
   */
  by: string;
  /**
   * The draft, for the rule who sees it.
   */
  draft_id: string;
  /**
   * The paragraph.
   */
  paragraph_id: string;
  /**
   * The revision the change made.
   */
  revision: number;
  /**
   * added, edited, moved, split, merged, removed, restored, or refreshed from the meeting while nobody had edited it.
   */
  verb: string;
}

export interface DraftSilence {
  /**
   * When silence began.
   */
  at: Timestamp;
  /**
   * Who began it.
   */
  by: string;
  /**
   * The draft.
   */
  draft_id: string;
  /**
   * The exact instant. What is received at it, or after it, is late.
   */
  until: Timestamp;
  /**
   * The version under silence.
   */
  version_id: string;
  /**
   * The zone in which it was stated.
   */
  zone: string;
}

export interface DraftSource {
  /**
   * A delegation that came.
   */
  delegation_id: string | null;
  /**
   * A note on it.
   */
  floor_note_id: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What was said on the floor, or handed in in writing.
   */
  intervention_id: string | null;
  /**
   * Place among the sources of the paragraph.
   */
  ordinal: number;
  /**
   * A paper of the meeting.
   */
  paper_id: string | null;
  /**
   * The paragraph.
   */
  paragraph_id: string;
  /**
   * A participant who came; null also when the list was approved again without them.
   */
  participant_id: string | null;
  /**
   * The sentence as it was assembled.
   */
  sentence: string;
  /**
   * The session itself: its title, its moderators.
   */
  session_id: string | null;
  /**
   * A point a session brought out.
   */
  session_point_id: string | null;
}

export interface DraftVersion {
  /**
   * When it was circulated.
   */
  at: Timestamp;
  /**
   * Who circulated it.
   */
  by: string;
  /**
   * Until when comments were asked for, an exact instant.
   */
  comments_due: Timestamp | null;
  /**
   * The draft.
   */
  draft_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Number of the version, from 1.
   */
  n: number;
  /**
   * What was said with it.
   */
  note: string | null;
  /**
   * comments, silence (under the silence procedure) or adoption (as it was adopted in the meeting or by the chair).
   */
  purpose: string;
}

export interface DraftVersionParagraph {
  /**
   * As in draft_paragraph.
   */
  kind: string;
  /**
   * Its number as printed: 5. or a.
   */
  label: string | null;
  /**
   * Place in the text.
   */
  ordinal: number;
  /**
   * The outcomes in it (DraftedOutcome of src/modules/drafting/outcome.ts).
   */
  outcomes: Generated<Json>;
  /**
   * The paragraph.
   */
  paragraph_id: string;
  /**
   * The session it reports.
   */
  session_id: string | null;
  /**
   * Its text.
   */
  text: string;
  /**
   * Whether the Chatham House Rule held for it when the version was made.
   */
  under_rule: boolean;
  /**
   * The version.
   */
  version_id: string;
}

export interface Evidence {
  /**
   * party, participants or public; never wider than its progress report shows.
   */
  audience: string;
  /**
   * The file, when it is one.
   */
  file_id: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * paragraph, file or link.
   */
  kind: string;
  /**
   * The https address, when it is one.
   */
  link: string | null;
  /**
   * The paragraph, when it is one.
   */
  paragraph_id: string | null;
  /**
   * The progress report.
   */
  progress_id: string;
  /**
   * What a reader sees.
   */
  title: string;
}

export interface Finding {
  /**
   * Dotted name of the rule.
   */
  code: string;
  /**
   * When it was dismissed or opened again.
   */
  decided_at: Timestamp | null;
  /**
   * Who did.
   */
  decided_by: string | null;
  /**
   * Unit after the last.
   */
  end_at: number;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * A sentence a drafter acts on.
   */
  message: string;
  /**
   * The text of the span, to know the same finding again in a corrected version.
   */
  quote: string;
  /**
   * Why it was dismissed.
   */
  reason: string | null;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * error, warning or note. An open error stops publication.
   */
  severity: string;
  /**
   * First unit of the span.
   */
  start_at: number;
  /**
   * open, or dismissed with a reason.
   */
  state: Generated<string>;
  /**
   * The version it was found in.
   */
  version_id: string;
}

export interface FloorCommand {
  /**
   * What it answered.
   */
  answer: Json;
  /**
   * When it was carried out.
   */
  at: Timestamp;
  /**
   * Who sent it.
   */
  by: string;
  /**
   * Made by the device that sends.
   */
  id: string;
  /**
   * Dotted name of the action.
   */
  name: string;
  /**
   * The session.
   */
  session_id: string;
}

export interface FloorNote {
  /**
   * When it was begun, as the device says.
   */
  at: Timestamp;
  /**
   * Who writes.
   */
  by: string;
  /**
   * The browser that wrote last.
   */
  device: string;
  /**
   * How often that browser had changed the note: a save that arrives late, after a newer one, changes nothing.
   */
  edit: number;
  /**
   * Made by the device, so that a repeated send counts once.
   */
  id: string;
  /**
   * The intervention it belongs to; null for the session as such.
   */
  intervention_id: string | null;
  /**
   * Struck out.
   */
  removed_at: Timestamp | null;
  /**
   * Counts changes.
   */
  revision: Generated<number>;
  /**
   * When it was handed to the drafting of the report.
   */
  sent_at: Timestamp | null;
  /**
   * The session.
   */
  session_id: string;
  /**
   * The note.
   */
  text: string;
}

export interface FloorScreen {
  /**
   * Who made it.
   */
  by: string;
  /**
   * SHA-256 of the secret; the secret itself is shown once and kept nowhere.
   */
  digest: Buffer;
  /**
   * From then on it shows nothing.
   */
  expires_at: Timestamp;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * When it was made.
   */
  made_at: Timestamp;
  /**
   * Ended before that.
   */
  revoked_at: Timestamp | null;
  /**
   * The session it shows.
   */
  session_id: string;
}

export interface FloorVersion {
  /**
   * When it last went up. No command is dated before it, whatever a clock says.
   */
  changed_at: Generated<Timestamp>;
  /**
   * The session.
   */
  session_id: string;
  /**
   * Goes up with every change that somebody can see.
   */
  version: Generated<Int8>;
}

export interface FrameworkGeneration {
  /**
   * Day of adoption.
   */
  adopted_on: string;
  /**
   * First day on which a number in a text means a goal of this generation.
   */
  effective_from: string;
  /**
   * First day on which it no longer does; null while open.
   */
  effective_until: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Readable stable key: bp-2013, bp-2019, bp-2024, gcm, sdg.
   */
  key: string;
  /**
   * dialogue: the dialogue's own goals, in force one after the other; global: a framework of the world that crosswalks lead to.
   */
  kind: string;
  /**
   * What a reader should know, for instance that adoption and effect differ.
   */
  note: string | null;
  /**
   * Counts every change; a change names the revision it saw.
   */
  revision: Generated<number>;
  /**
   * Instrument or publication it rests on.
   */
  source: string;
  /**
   * What the instrument is called, by language.
   */
  title: Json;
}

export interface FrameworkGenerationRevision {
  /**
   * As it became.
   */
  after: Json;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * As it was; null for the first.
   */
  before: Json | null;
  /**
   * Who.
   */
  by: string;
  /**
   * The framework generation.
   */
  generation_id: string;
  /**
   * Why, or what was entered.
   */
  reason: string;
  /**
   * The revision this step made, from 1.
   */
  revision: number;
}

export interface Goal {
  /**
   * As the instrument numbers it: 1, 10.7, 10.c.
   */
  code: string;
  /**
   * The generation.
   */
  generation_id: string;
  /**
   * UUID version 7; what commitments and plan entries refer to.
   */
  id: string;
  /**
   * Place among the goals of the generation.
   */
  ordinal: number;
  /**
   * The goal it belongs under: an action of the Call for Action under its goal; null for a goal itself.
   */
  parent_id: string | null;
  /**
   * Counts every change; a change names the revision it saw.
   */
  revision: Generated<number>;
  /**
   * What the wording rests on.
   */
  source: string;
  /**
   * Full wording as far as it was entered, by language.
   */
  text: Json | null;
  /**
   * Short title, by language.
   */
  title: Json;
}

export interface GoalCrosswalk {
  /**
   * The goal that is described.
   */
  from_goal_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What a reader should know.
   */
  note: string | null;
  /**
   * When it was entered.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * same, close, broader (to is wider than from), narrower (to is only a part of from), related. Read from the other side, broader and narrower change places.
   */
  relation: string;
  /**
   * Whose reading it is: an instrument, a publication, or our own.
   */
  source: string;
  /**
   * The goal it is described by.
   */
  to_goal_id: string;
  /**
   * From then on we no longer say so; null for what we say today.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Who withdrew it.
   */
  withdrawn_by: string | null;
  /**
   * Why.
   */
  withdrawn_reason: string | null;
}

export interface GoalRevision {
  /**
   * As it became.
   */
  after: Json;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * As it was; null for the first.
   */
  before: Json | null;
  /**
   * Who.
   */
  by: string;
  /**
   * The goal.
   */
  goal_id: string;
  /**
   * Why, or what was entered.
   */
  reason: string;
  /**
   * The revision this step made, from 1.
   */
  revision: number;
}

export interface Import {
  /**
   * When it came in.
   */
  at: Timestamp;
  /**
   * Who sent it in.
   */
  by: string;
  /**
   * When it was adopted or discarded.
   */
  closed_at: Timestamp | null;
  /**
   * Who adopted or discarded it.
   */
  closed_by: string | null;
  /**
   * The report of which it is a corrected version, when it is one.
   */
  corrects_report_id: string | null;
  /**
   * Why it could not be read, one sentence.
   */
  failure: string | null;
  /**
   * The file.
   */
  file_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * When it was read.
   */
  read_at: Timestamp | null;
  /**
   * What the reader made of it, verbatim (redthread-reading/1).
   */
  reading: Json | null;
  /**
   * What it was adopted as.
   */
  report_id: string | null;
  /**
   * received → read or failed → adopted or discarded.
   */
  state: string;
}

export interface Intervention {
  /**
   * When the floor was asked for, or the list was made.
   */
  asked_at: Timestamp;
  /**
   * Who put it on the list.
   */
  by: string;
  /**
   * When it ended.
   */
  ended_at: Timestamp | null;
  /**
   * When the floor was given, first.
   */
  given_at: Timestamp | null;
  /**
   * UUID version 7; made by the device that asks, so that a repeated send counts once.
   */
  id: string;
  /**
   * statement, tour (of the tour de table), reply, point-of-order.
   */
  kind: string;
  /**
   * Place on the list: ascending, with gaps, so that one can be put between two others without moving them.
   */
  ordinal: number;
  /**
   * For which party; null for a speaker from outside.
   */
  party_id: string | null;
  /**
   * Counts changes.
   */
  revision: Generated<number>;
  /**
   * Since when it runs; null unless speaking.
   */
  running_since: Timestamp | null;
  /**
   * The session.
   */
  session_id: string;
  /**
   * Who speaks, as announced; null when the party alone is named.
   */
  speaker: string | null;
  /**
   * Milliseconds spoken before running_since.
   */
  spoken_ms: Generated<Int8>;
  /**
   * waiting, speaking, paused, done, waived, written (in writing), withdrawn, absent.
   */
  state: Generated<string>;
  /**
   * Statement in writing, as handed in.
   */
  text: string | null;
}

export interface LogEntry {
  /**
   * Dotted name of the action.
   */
  action: string;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Who did it.
   */
  person_id: string;
  /**
   * What was done, in English.
   */
  sentence: string;
  /**
   * Address of the thing it is about, /reports/….
   */
  subject: string;
}

export interface Mail {
  /**
   * How often it was tried.
   */
  attempts: Generated<number>;
  /**
   * When it was caused.
   */
  created_at: Generated<Timestamp>;
  /**
   * What went wrong last: the code only.
   */
  fault: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * When it is tried next.
   */
  next_at: Generated<Timestamp>;
  /**
   * To whom.
   */
  person_id: string;
  /**
   * When the mail server took it.
   */
  sent_at: Timestamp | null;
  /**
   * Which text.
   */
  template: string;
  /**
   * What the text names: who invites, the path to open.
   */
  words: Generated<Json>;
}

export interface Mandate {
  /**
   * Earliest day it can have begun; null when that is unknown.
   */
  begins_from: string | null;
  /**
   * From this day on it certainly held.
   */
  begins_until: string;
  /**
   * The body.
   */
  body_id: string;
  /**
   * Until this day (exclusive) it certainly held; null while nothing speaks for an end.
   */
  ends_from: string | null;
  /**
   * Latest day by which it had ended; null with ends_from set: not known whether it went on.
   */
  ends_until: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What a reader should know.
   */
  note: string | null;
  /**
   * The party that holds the role.
   */
  party_id: string;
  /**
   * The person who holds it for the party, when it is a person's.
   */
  person_id: string | null;
  /**
   * When we learned it.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * The entry that this one corrects or ends.
   */
  replaces_id: string | null;
  /**
   * chair, co-chair, member, observer, secretariat, rapporteur, thematic-chair, moderator or donor.
   */
  role: string;
  /**
   * Decision, report or letter that says so.
   */
  source: string;
  /**
   * Where to read it: an https address or a path of this application.
   */
  source_link: string | null;
  /**
   * From then on we no longer say so.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Who withdrew it.
   */
  withdrawn_by: string | null;
  /**
   * Why: ended, corrected, entered by mistake.
   */
  withdrawn_reason: string | null;
}

export interface Meeting {
  /**
   * Last day; the first day again for a meeting of one day.
   */
  end_day: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * in-person, online or hybrid; null when no document says.
   */
  mode: string | null;
  /**
   * Town and country as written.
   */
  place: string | null;
  /**
   * chatham-house: who said what and who took part is shown to reviewers only.
   */
  rule: string | null;
  /**
   * First day; null when no document says.
   */
  start_day: string | null;
  /**
   * As its report names it.
   */
  title: string;
}

export interface MeetingBody {
  /**
   * A body that met; its chair reviews the report.
   */
  body_id: string;
  /**
   * The meeting.
   */
  meeting_id: string;
}

export interface MeetingCall {
  /**
   * Whether the public may know that it takes place: title, theme, days, place.
   */
  announced: Generated<boolean>;
  /**
   * Until when invited parties are asked to answer.
   */
  answers_due: Timestamp | null;
  /**
   * When it was prepared.
   */
  at: Timestamp;
  /**
   * Who prepared it.
   */
  by: string;
  /**
   * When the invitations went out.
   */
  called_at: Timestamp | null;
  /**
   * Why it was cancelled, as told to the parties.
   */
  cancelled_reason: string | null;
  /**
   * When that happened last.
   */
  changed_at: Timestamp | null;
  /**
   * How often title, days, place or mode were changed after the invitations were out; the invited are told of each.
   */
  changes: Generated<number>;
  /**
   * When the meeting was closed, last.
   */
  closed_at: Timestamp | null;
  /**
   * Concept note, by language.
   */
  concept: Json | null;
  /**
   * Until when delegations are to be filed.
   */
  delegations_due: Timestamp | null;
  /**
   * The party that hosts it.
   */
  host_party_id: string | null;
  /**
   * Languages spoken with interpretation, BCP 47.
   */
  languages: Generated<string[]>;
  /**
   * Whether a list of participants may be published. Under the Chatham House Rule for the whole meeting it must be false.
   */
  list_published: Generated<boolean>;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * Days after the last day of the meeting when needs of delegates are deleted.
   */
  needs_kept_days: Generated<number>;
  /**
   * When the meeting was opened, first.
   */
  opened_at: Timestamp | null;
  /**
   * Named rule by which delegations are ordered: by common short name in a language, collated by that language. The tour de table and every list follow it.
   */
  ordering: Generated<string>;
  /**
   * Counts changes of the call and its stage.
   */
  revision: Generated<number>;
  /**
   * When the save-the-date went out.
   */
  saved_date_at: Timestamp | null;
  /**
   * Name in addresses, /meetings/<slug>; never changes.
   */
  slug: string;
  /**
   * draft (being prepared), called (invitations are out), open (in session), closed, cancelled.
   */
  stage: Generated<string>;
  /**
   * From which frame of the annual calendar it was made.
   */
  template: string;
  /**
   * What it is about, one line, by language.
   */
  theme: Json | null;
  /**
   * IANA time zone of the place; hours and deadlines are stated in it.
   */
  zone: string;
}

export interface MeetingInvitation {
  /**
   * accepted, tentative or declined; null while it has not answered.
   */
  answer: string | null;
  /**
   * What it says with its answer.
   */
  answer_note: string | null;
  /**
   * When it answered, last; late when after answers_due.
   */
  answered_at: Timestamp | null;
  /**
   * Who answered for it.
   */
  answered_by: string | null;
  /**
   * When it was put on the list.
   */
  at: Timestamp;
  /**
   * Who put it there.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * When it was put back on the list after it had been withdrawn, last.
   */
  invited_again_at: Timestamp | null;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * The state or organisation invited.
   */
  party_id: string;
  /**
   * Counts answers and changes.
   */
  revision: Generated<number>;
  /**
   * Seats at the table; null is not stated.
   */
  seats: number | null;
  /**
   * As what: member, observer or guest.
   */
  standing: string;
  /**
   * How often it was withdrawn or invited again: counts into the SEQUENCE of what its people get for their calendars.
   */
  turns: Generated<number>;
  /**
   * From then on it is not invited any more.
   */
  withdrawn_at: Timestamp | null;
}

export interface MeetingLink {
  /**
   * When it was added.
   */
  at: Timestamp;
  /**
   * Who added it.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What it is called.
   */
  label: string;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * No longer valid.
   */
  removed_at: Timestamp | null;
  /**
   * The session it is for; null for all of it.
   */
  session_id: string | null;
  /**
   * Address, https.
   */
  url: string;
}

export interface MeetingPaper {
  /**
   * leaders (Secretariat and chairs), invited (people of invited parties), participants (of the dialogue), public.
   */
  access: string;
  /**
   * When it was added.
   */
  at: Timestamp;
  /**
   * Who added it.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * Place among the papers.
   */
  ordinal: number;
  /**
   * Taken from the list; its files stay.
   */
  removed_at: Timestamp | null;
  /**
   * Counts changes.
   */
  revision: Generated<number>;
  /**
   * The session it is for; null for the whole meeting.
   */
  session_id: string | null;
  /**
   * Title, by language.
   */
  title: Json;
}

export interface MeetingPaperVersion {
  /**
   * When it was added.
   */
  at: Timestamp;
  /**
   * Who added it.
   */
  by: string;
  /**
   * The file.
   */
  file_id: string;
  /**
   * BCP 47.
   */
  language: string;
  /**
   * Number of the version in its language, from 1.
   */
  n: number;
  /**
   * What changed.
   */
  note: string | null;
  /**
   * The paper.
   */
  paper_id: string;
}

export interface MeetingSession {
  /**
   * When it was added.
   */
  at: Timestamp;
  /**
   * Who added it.
   */
  by: string;
  /**
   * When it is planned to end.
   */
  ends_at: Timestamp | null;
  /**
   * The goal it is about, for a break-out by goal.
   */
  goal_id: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * opening, plenary, tour-de-table, break-out, closing or other.
   */
  kind: string;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * Place among the sessions of the meeting.
   */
  ordinal: number;
  /**
   * The session it is a part of; null at the top.
   */
  parent_id: string | null;
  /**
   * Guiding questions, one a line, by language.
   */
  questions: Json | null;
  /**
   * Taken out of the agenda.
   */
  removed_at: Timestamp | null;
  /**
   * Counts changes; that others were moved before it is none.
   */
  revision: Generated<number>;
  /**
   * Room, as signposted.
   */
  room: string | null;
  /**
   * chatham-house: who said what in this session is shown to who leads the meeting only. A session also carries the rule of its meeting and of the session it is a part of.
   */
  rule: string | null;
  /**
   * Time for one intervention, seconds; null is unlimited.
   */
  seconds_each: number | null;
  /**
   * Time for one delegation in the whole session, seconds; null is unlimited.
   */
  seconds_party: number | null;
  /**
   * When it is planned to begin.
   */
  starts_at: Timestamp | null;
  /**
   * planned, open, suspended, closed; the floor is given in an open session only.
   */
  state: Generated<string>;
  /**
   * Title, by language.
   */
  title: Json;
}

export interface MeetingSessionDuty {
  /**
   * moderator, rapporteur, note-taker or speaker.
   */
  duty: string;
  /**
   * As printed in the agenda.
   */
  name: string;
  /**
   * Place among those with the same duty.
   */
  ordinal: number;
  /**
   * For which party; null for somebody from outside.
   */
  party_id: string | null;
  /**
   * The account that does it: a moderator or note-taker with an account leads the floor of this session.
   */
  person_id: string | null;
  /**
   * The session.
   */
  session_id: string;
}

export interface Migration {
  /**
   * When.
   */
  applied_at: Generated<Timestamp>;
  /**
   * File name.
   */
  name: string;
  /**
   * Of the file.
   */
  sha256: string;
}

export interface Notice {
  /**
   * When the clock or an event caused it.
   */
  caused_at: Timestamp;
  /**
   * How it goes out, as chosen when it was caused.
   */
  delivery: string;
  /**
   * When it was dropped, because nothing was left to say or the person no longer wants to hear of it.
   */
  dropped_at: Timestamp | null;
  /**
   * When it may go out: at once outside quiet hours, or at seven in the morning of the person.
   */
  due_at: Timestamp;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Kind of notice.
   */
  kind: string;
  /**
   * The mail that carries it; told when that mail is sent.
   */
  mail_id: string | null;
  /**
   * Which time of the same: the day that is due, the revision of the owner. With the three columns before it the key that keeps a person from being told twice.
   */
  occurrence: string;
  /**
   * Who is told.
   */
  person_id: string;
  /**
   * Id of the thing it is about; the kind says of which table. No foreign key: the notice is a mark that survives the thing.
   */
  subject: string;
}

export interface NoticeChoice {
  /**
   * When it was chosen.
   */
  at: Timestamp;
  /**
   * at-once, daily or weekly digest, or none.
   */
  delivery: string;
  /**
   * Kind of notice.
   */
  kind: string;
  /**
   * Whose.
   */
  person_id: string;
}

export interface NoticeSetting {
  /**
   * When it was set.
   */
  at: Timestamp;
  /**
   * Whose.
   */
  person_id: string;
  /**
   * IANA time zone in which digests come at seven in the morning; null: that of the capital of the party, else UTC.
   */
  zone: string | null;
}

export interface Outcome {
  /**
   * When it was proposed or added.
   */
  at: Timestamp;
  /**
   * Who adopted the report or added the outcome.
   */
  by: string;
  /**
   * 0 to 1, of the reader; null when a person added it.
   */
  confidence: number | null;
  /**
   * Unit after the last.
   */
  end_at: number;
  /**
   * Priority goals, numbers of the framework generation in force at the meeting.
   */
  goals: Generated<number[]>;
  /**
   * UUID version 7; its permanent address.
   */
  id: string;
  /**
   * recommendation, decision, action-point, offer, request or announcement.
   */
  kind: string;
  /**
   * Permanent number within the report.
   */
  number: number;
  /**
   * The paragraph of the sentence.
   */
  paragraph_id: string | null;
  /**
   * The outcome of the earlier version whose changed sentence this is.
   */
  replaces_id: string | null;
  /**
   * The report.
   */
  report_id: string;
  /**
   * Counts every change; a decision names the revision it saw.
   */
  revision: Generated<number>;
  /**
   * Dotted name of the rule of the reader that found it; null when a person added it.
   */
  rule: string | null;
  /**
   * Word stems and words, without accents.
   */
  search: Generated<string>;
  /**
   * First unit of the span in the text of that version.
   */
  start_at: number;
  /**
   * proposed (by the reader), confirmed, rejected (by a person), withdrawn (its sentence no longer stands).
   */
  state: string;
  /**
   * The whole sentence or list entry.
   */
  text: string;
  /**
   * The newest version its sentence stands in.
   */
  version_id: string;
  /**
   * The time as printed.
   */
  when_as_written: string | null;
  /**
   * First day it may mean; null when the text names no time.
   */
  when_from: string | null;
  /**
   * Last day it may mean.
   */
  when_until: string | null;
}

export interface OutcomeCompared {
  /**
   * When it was put in.
   */
  at: Timestamp;
  /**
   * Last day of its meeting; null when no document says.
   */
  day: string | null;
  /**
   * The outcome.
   */
  outcome_id: string;
  /**
   * Its report.
   */
  report_id: string;
  /**
   * How many terms it has, to compare long and short ones fairly.
   */
  terms: number;
}

export interface OutcomeGoal {
  day: string | null;
  generation_id: string | null;
  goal_id: string | null;
  meeting_id: string | null;
  number: number | null;
  outcome_id: string | null;
  report_id: string | null;
}

export interface OutcomeParty {
  /**
   * As printed.
   */
  as_written: string;
  /**
   * The body, where one is meant (the Secretariat, a working group).
   */
  body_id: string | null;
  /**
   * Place in the list.
   */
  ordinal: number;
  /**
   * The outcome.
   */
  outcome_id: string;
  /**
   * The party; null while the name is not resolved, or a body is meant.
   */
  party_id: string | null;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * by or to.
   */
  role: string;
}

export interface OutcomeRevision {
  /**
   * The outcome as it became.
   */
  after: Json;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * Same for everything decided in one step; what undo takes back.
   */
  batch: string;
  /**
   * The outcome as it was; null when the step added it.
   */
  before: Json | null;
  /**
   * Who.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The outcome.
   */
  outcome_id: string;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * Revision the decision made.
   */
  revision: number;
  /**
   * The batch this one took back.
   */
  undoes: string | null;
  /**
   * added, confirmed, edited, rejected, reopened, carried (into a corrected version), withdrawn or undone.
   */
  verb: string;
}

export interface OutcomeTerm {
  /**
   * True when it stands in the title over the outcome, not in its own words.
   */
  around: boolean;
  /**
   * The outcome.
   */
  outcome_id: string;
  /**
   * The term.
   */
  term_id: number;
}

export interface OutcomeToCompare {
  /**
   * True when only its ties are to be looked for again; its words stand.
   */
  again: Generated<boolean>;
  /**
   * The outcome.
   */
  outcome_id: string;
  /**
   * Since when it waits.
   */
  since: Generated<Timestamp>;
}

export interface Paragraph {
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Permanent number within the report, for addresses; not the printed label.
   */
  number: number;
  /**
   * The report.
   */
  report_id: string;
  /**
   * chatham-house: it reports a session under the rule. Who spoke in it, and from whom an outcome in it comes, is shown to reviewers only.
   */
  rule: string | null;
}

export interface ParagraphVersion {
  /**
   * Whether it belongs to the version that stands; only such are searched.
   */
  current: boolean;
  /**
   * Unit after the last.
   */
  end_at: number;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * As printed, 5. or a.; null without numbering.
   */
  label: string | null;
  /**
   * Labels on the way down, 5.a; a bullet carries the path of what it belongs to; null without numbering.
   */
  label_path: string | null;
  /**
   * True when the label is missing in print and was supplied by position.
   */
  label_supplied: Generated<boolean>;
  /**
   * Depth of the printed numbering.
   */
  level: number;
  /**
   * Place in the text, from 1.
   */
  ordinal: number;
  /**
   * The paragraph.
   */
  paragraph_id: string;
  /**
   * The paragraph above it.
   */
  parent_id: string | null;
  /**
   * Id of the reader, from the labels on the way down: p5.a; u3 without numbering.
   */
  path: string;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * Word stems and words, without accents.
   */
  search: Generated<string>;
  /**
   * First UTF-16 unit in the version text.
   */
  start_at: number;
  /**
   * Its text, equal to the span of the version text.
   */
  text: string;
  /**
   * The version.
   */
  version_id: string;
}

export interface Participant {
  /**
   * When it was approved.
   */
  approved_at: Timestamp;
  /**
   * Who approved.
   */
  approved_by: string;
  /**
   * The delegation.
   */
  delegation_id: string;
  /**
   * As approved.
   */
  function: string | null;
  /**
   * The delegate.
   */
  id: string;
  /**
   * Days in the room.
   */
  in_room: Generated<string[]>;
  /**
   * From then on no longer in the delegation; kept for who had checked in.
   */
  left_at: Timestamp | null;
  /**
   * The meeting.
   */
  meeting_id: string;
  /**
   * As approved.
   */
  name: string;
  /**
   * Days online.
   */
  online: Generated<string[]>;
  /**
   * Place in the delegation.
   */
  ordinal: number;
  /**
   * The party.
   */
  party_id: string;
  /**
   * The account of this person, where there is one.
   */
  person_id: string | null;
  /**
   * head, member, observer or adviser.
   */
  role: string;
}

export interface Party {
  /**
   * UUID version 7; our own stable id.
   */
  id: string;
  /**
   * Readable stable key, the same as the reader gives: AFG, XKX, org:iom. Not a code: codes are in party_code, because they are reused.
   */
  key: string;
  /**
   * state, territory, former-state or organisation.
   */
  kind: string;
  /**
   * The organisation this one belongs to (an agency of the European Union).
   */
  part_of_id: string | null;
  /**
   * When it was entered.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * Standing of a state or territory in the United Nations: member, observer, none.
   */
  un_standing: string | null;
}

export interface PartyCode {
  /**
   * The code.
   */
  code: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Whose code.
   */
  party_id: string;
  /**
   * When we learned it.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * iso3166-1-alpha2, iso3166-1-alpha3 or m49 (numeric).
   */
  scheme: string;
  /**
   * Standard it rests on.
   */
  source: string;
  /**
   * First day of use; null when as old as our knowledge.
   */
  used_from: string | null;
  /**
   * First day of no more use; null when in use.
   */
  used_until: string | null;
  /**
   * From then on we no longer say so.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Who withdrew it.
   */
  withdrawn_by: string | null;
  /**
   * Why.
   */
  withdrawn_reason: string | null;
}

export interface PartyName {
  /**
   * When the name was decided or announced; its use is not a mistake from then on.
   */
  decided_on: string | null;
  /**
   * Words without accents, case, punctuation and leading article; what a written name is looked up by.
   */
  folded: string;
  /**
   * short, official (formal), acronym, as-listed (form of an alphabetical list), alias (printed by others), adjective.
   */
  form: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * BCP 47 language of the name.
   */
  language: string;
  /**
   * As printed.
   */
  name: string;
  /**
   * What a register officer should know, for instance a day that is unsure.
   */
  note: string | null;
  /**
   * Whose name.
   */
  party_id: string;
  /**
   * When we learned it.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * What a list in this language is sorted by; may differ from the name (the former Yugoslav Republic of Macedonia sorts under M).
   */
  sort_key: string;
  /**
   * Instrument or publication it rests on.
   */
  source: string;
  /**
   * First day of use; null when as old as our knowledge.
   */
  used_from: string | null;
  /**
   * First day of no more use; null when in use.
   */
  used_until: string | null;
  /**
   * From then on we no longer say so; null for what we say today.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Who withdrew it.
   */
  withdrawn_by: string | null;
  /**
   * Why.
   */
  withdrawn_reason: string | null;
}

export interface PartySuccession {
  /**
   * First day of the new order.
   */
  effective_on: string;
  /**
   * The former state.
   */
  party_id: string;
  /**
   * When it was entered.
   */
  recorded_at: Generated<Timestamp>;
  /**
   * Who entered it.
   */
  recorded_by: string;
  /**
   * What that rests on.
   */
  source: string;
  /**
   * A state that came after it.
   */
  successor_id: string;
}

export interface Passkey {
  /**
   * Signature counter, 0 where the authenticator keeps none; going backwards refuses the sign-in.
   */
  counter: Generated<Int8>;
  /**
   * When it was added.
   */
  created_at: Timestamp;
  /**
   * As the authenticator names it, base64url.
   */
  credential_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What the person calls it.
   */
  name: string;
  /**
   * Whose.
   */
  person_id: string;
  /**
   * COSE key.
   */
  public_key: Buffer;
  /**
   * Whether the authenticator says it is backed up elsewhere.
   */
  synced: Generated<boolean>;
  /**
   * How the browser can reach it.
   */
  transports: Generated<string[]>;
  /**
   * When it last signed in.
   */
  used_at: Timestamp | null;
}

export interface PasskeyChallenge {
  /**
   * Random, base64url.
   */
  challenge: string;
  /**
   * Five minutes after it was made.
   */
  expires_at: Timestamp;
  /**
   * Who adds a passkey; null for a sign-in.
   */
  person_id: string | null;
}

export interface Person {
  /**
   * When the person was first recorded.
   */
  created_at: Generated<Timestamp>;
  /**
   * Lower case; the address a sign-in link goes to. Seen by the person, the Secretariat and administrators.
   */
  email: string;
  /**
   * From this moment on the person can no longer sign in.
   */
  ended_at: Timestamp | null;
  /**
   * UUID version 7; the sign-in user in schema auth has the same id.
   */
  id: string;
  /**
   * BCP 47 language the interface and mails speak to this person.
   */
  language: Generated<string>;
  /**
   * As the person writes it.
   */
  name: string;
}

export interface PlanComment {
  /**
   * When it was made; late when after the deadline of the version.
   */
  at: Timestamp;
  /**
   * The focal point who made it.
   */
  by: string;
  /**
   * The cycle, for the rule who sees it.
   */
  cycle_id: string;
  /**
   * When that was decided.
   */
  decided_at: Timestamp | null;
  /**
   * Who decided.
   */
  decided_by: string | null;
  /**
   * accepted, accepted-in-part, rejected or noted; null while open.
   */
  disposition: string | null;
  /**
   * The entry it is about; null for the plan as a whole.
   */
  entry_id: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The party that comments.
   */
  party_id: string;
  /**
   * Why; needed unless accepted.
   */
  reason: string | null;
  /**
   * Counts decisions on it.
   */
  revision: Generated<number>;
  /**
   * The comment.
   */
  text: string;
  /**
   * The version it is about.
   */
  version_id: string;
}

export interface PlanCycle {
  /**
   * When it was prepared.
   */
  at: Timestamp;
  /**
   * The body whose plan it is and which endorses it.
   */
  body_id: string;
  /**
   * Who prepared it.
   */
  by: string;
  /**
   * The call for inputs, by language.
   */
  call: Json;
  /**
   * Last moment for a comment of the present or last round to be in time.
   */
  comments_due: Timestamp | null;
  /**
   * Who recorded the decision.
   */
  endorsed_by: string | null;
  /**
   * The meeting that decided, where its report is on record.
   */
  endorsed_meeting_id: string | null;
  /**
   * Which meeting decided, and where that is written.
   */
  endorsed_note: string | null;
  /**
   * Day of the decision.
   */
  endorsed_on: string | null;
  /**
   * The outcome that records the decision, where there is one.
   */
  endorsed_outcome_id: string | null;
  /**
   * The version that was endorsed.
   */
  endorsed_version_id: string | null;
  /**
   * First day of the period the plan is for.
   */
  first_day: string;
  /**
   * The generation of the framework whose goals the entries serve.
   */
  generation_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Last moment for an input to be in time.
   */
  inputs_due: Timestamp;
  /**
   * Last day of the period.
   */
  last_day: string;
  /**
   * Whether an input may still be submitted after the deadline, until the draft is circulated; it is then shown as late.
   */
  late_inputs: boolean;
  /**
   * Day the call went out; the parties asked are those of the roster of that day.
   */
  opened_on: string | null;
  /**
   * Counts changes of the cycle itself, its stage and its deadlines.
   */
  revision: Generated<number>;
  /**
   * Name in addresses, /plan/<slug>; never changes.
   */
  slug: string;
  /**
   * call (being prepared), inputs, draft (being assembled), comments, revised, endorsed.
   */
  stage: Generated<string>;
  /**
   * What the plan is called, by language.
   */
  title: Json;
  /**
   * IANA time zone in which deadlines of this cycle are stated.
   */
  zone: string;
}

export interface PlanEntry {
  /**
   * When it was added.
   */
  at: Timestamp;
  /**
   * Who added it.
   */
  by: string;
  /**
   * The cycle.
   */
  cycle_id: string;
  /**
   * More about it, by language.
   */
  description: Json | null;
  /**
   * Who pays, or what is sought, as written.
   */
  funding: string | null;
  /**
   * UUID version 7; the same through all versions of the plan.
   */
  id: string;
  /**
   * The input it belongs to; null for an entry of the plan itself.
   */
  input_id: string | null;
  /**
   * Kind of activity, one of those of activity.kind.
   */
  kind: string;
  /**
   * Place in its input or in the plan.
   */
  ordinal: number;
  /**
   * Partners that are no party of the register, as written.
   */
  other_partners: string | null;
  /**
   * Where, as written.
   */
  place: string | null;
  /**
   * From then on it is no longer in the input or the plan; earlier versions keep it.
   */
  removed_at: Timestamp | null;
  /**
   * Who took it out.
   */
  removed_by: string | null;
  /**
   * Why.
   */
  removed_reason: string | null;
  /**
   * Counts every change; an edit names the revision it saw.
   */
  revision: Generated<number>;
  /**
   * What is to be done, by language.
   */
  title: Json;
  /**
   * First day it may take place; null when that is open.
   */
  when_from: string | null;
  /**
   * Last day it may take place.
   */
  when_until: string | null;
}

export interface PlanEntryCommitment {
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * The entry.
   */
  entry_id: string;
}

export interface PlanEntryGoal {
  /**
   * The entry.
   */
  entry_id: string;
  /**
   * A goal of the generation of the cycle.
   */
  goal_id: string;
}

export interface PlanEntryParty {
  /**
   * The entry.
   */
  entry_id: string;
  /**
   * The party.
   */
  party_id: string;
  /**
   * lead or partner.
   */
  role: string;
}

export interface PlanEntrySource {
  /**
   * The entry of the plan.
   */
  entry_id: string;
  /**
   * The entry of an input.
   */
  source_id: string;
}

export interface PlanEntryStrand {
  /**
   * The entry.
   */
  entry_id: string;
  /**
   * The strand.
   */
  strand_id: string;
}

export interface PlanInput {
  /**
   * When it was begun.
   */
  at: Timestamp;
  /**
   * Who began it.
   */
  by: string;
  /**
   * The cycle.
   */
  cycle_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The party.
   */
  party_id: string;
  /**
   * Counts submissions and taking back.
   */
  revision: Generated<number>;
  /**
   * draft: seen by the party alone; submitted: by all participants.
   */
  state: Generated<string>;
  /**
   * When it was submitted; late when after the deadline of the cycle.
   */
  submitted_at: Timestamp | null;
  /**
   * The focal point who did.
   */
  submitted_by: string | null;
}

export interface PlanParty {
  /**
   * The cycle.
   */
  cycle_id: string;
  /**
   * The party asked.
   */
  party_id: string;
}

export interface PlanVersion {
  /**
   * When it was circulated.
   */
  at: Timestamp;
  /**
   * Who circulated it.
   */
  by: string;
  /**
   * Until when comments were asked for; null for a version laid before the meeting.
   */
  comments_due: Timestamp | null;
  /**
   * The cycle.
   */
  cycle_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Number of the version, from 1.
   */
  n: number;
  /**
   * Parties are printed by their name on this day.
   */
  names_day: string;
  /**
   * What the Secretariat says about it.
   */
  note: string | null;
}

export interface PlanVersionEntry {
  /**
   * All fields of the entry, parties, goals, strands and commitments by id (EntryContent of src/modules/plan/entry.ts).
   */
  content: Json;
  /**
   * The entry.
   */
  entry_id: string;
  /**
   * Place in the version.
   */
  ordinal: number;
  /**
   * Revision of the entry that was copied.
   */
  revision: number;
  /**
   * The version.
   */
  version_id: string;
}

export interface PolicyFile {
  /**
   * When.
   */
  applied_at: Generated<Timestamp>;
  /**
   * File name.
   */
  name: string;
  /**
   * Of the file.
   */
  sha256: string;
}

export interface ProgressReport {
  /**
   * When it was written.
   */
  at: Timestamp;
  /**
   * party: an internal note, for the people of the owner alone; participants; public.
   */
  audience: string;
  /**
   * Who wrote it.
   */
  by: string;
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * The earlier report this one corrects.
   */
  corrects_id: string | null;
  /**
   * The day it is about.
   */
  day: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * BCP 47 language of the text.
   */
  language: Generated<string>;
  /**
   * Which time of a recurring commitment it is about.
   */
  occurrence: Generated<number>;
  /**
   * The owner who speaks.
   */
  owner_id: string;
  /**
   * What was done.
   */
  text: string;
  /**
   * From then on it is no longer said.
   */
  withdrawn_at: Timestamp | null;
  /**
   * Why.
   */
  withdrawn_reason: string | null;
}

export interface RecordTransition {
  /**
   * State before.
   */
  from_state: string;
  /**
   * import, report, outcome or finding.
   */
  thing: string;
  /**
   * State after.
   */
  to_state: string;
}

export interface ReferenceChoice {
  /**
   * The activity.
   */
  activity_id: string | null;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * Who.
   */
  by: string;
  /**
   * meeting, activity, elsewhere (nothing this register will ever hold), or open (an earlier choice is taken back).
   */
  choice: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The meeting.
   */
  meeting_id: string | null;
  /**
   * The report that refers, whose reviewers choose.
   */
  report_id: string;
  /**
   * The reference.
   */
  sought_id: string;
}

export interface Report {
  /**
   * When it was adopted from its import.
   */
  at: Timestamp;
  /**
   * Who adopted it.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The meeting it reports.
   */
  meeting_id: string;
  /**
   * Counts changes of stage, meeting facts and version.
   */
  revision: Generated<number>;
  /**
   * Name in addresses, /reports/<slug>; never changes.
   */
  slug: string;
  /**
   * received: reviewers. checked: all participants. published: everybody.
   */
  stage: string;
  /**
   * The version that stands.
   */
  version_id: string;
}

export interface ReportReference {
  /**
   * As printed.
   */
  as_written: string;
  /**
   * Unit after the last.
   */
  end_at: number;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * paragraph, meeting or document.
   */
  kind: string;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * First unit of the span.
   */
  start_at: number;
  /**
   * The paragraph of this report it points to; null when it points elsewhere or nowhere.
   */
  target_id: string | null;
  /**
   * The version.
   */
  version_id: string;
}

export interface ReportSession {
  /**
   * Priority goals it is about, numbers of the framework generation in force at the meeting.
   */
  goals: Generated<number[]>;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * opening, plenary, tour-de-table, break-out, closing or session.
   */
  kind: string;
  /**
   * Place in the report.
   */
  ordinal: number;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * chatham-house: who moderated it is shown to reviewers only.
   */
  rule: string | null;
  /**
   * Its title as written.
   */
  title: string;
  /**
   * The version.
   */
  version_id: string;
}

export interface ReportSessionModerator {
  /**
   * Name, or key of the reader, as read.
   */
  as_written: string;
  /**
   * Place among the moderators.
   */
  ordinal: number;
  /**
   * The party; null while the name is not resolved.
   */
  party_id: string | null;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * The session.
   */
  session_id: string;
}

export interface ReportSessionParagraph {
  /**
   * The paragraph.
   */
  paragraph_id: string;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * The session.
   */
  session_id: string;
}

export interface ReportToSeek {
  /**
   * The report.
   */
  report_id: string;
  /**
   * Since when it waits.
   */
  since: Generated<Timestamp>;
}

export interface ReportVersion {
  /**
   * When it was adopted.
   */
  at: Timestamp;
  /**
   * Who adopted it.
   */
  by: string;
  /**
   * The file it was read from.
   */
  file_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * From 1.
   */
  n: number;
  /**
   * Pages of the file, where it has any.
   */
  pages: number | null;
  /**
   * The report.
   */
  report_id: string;
  /**
   * Number of countries as the text states it.
   */
  stated_countries: number | null;
  /**
   * Number of countries and organisations together as the text states it.
   */
  stated_countries_and_organisations: number | null;
  /**
   * Number of participants as the text states it.
   */
  stated_participants: number | null;
  /**
   * The normalised text; every span of this version points into it.
   */
  text: string;
}

export interface SavedView {
  /**
   * Path and query of the list, without language.
   */
  address: string;
  /**
   * When it was kept.
   */
  at: Timestamp;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * As the person calls it.
   */
  name: string;
  /**
   * Whose it is; nobody else sees it.
   */
  person_id: string;
}

export interface SessionPoint {
  /**
   * When it was noted.
   */
  at: Timestamp;
  /**
   * Who noted it.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * In which intervention it was said.
   */
  intervention_id: string | null;
  /**
   * recommendation, decision, action-point, offer or request.
   */
  kind: string;
  /**
   * Place in the list.
   */
  ordinal: number;
  /**
   * The party that offers, asks or undertakes; null for the session as such.
   */
  party_id: string | null;
  /**
   * Struck out.
   */
  removed_at: Timestamp | null;
  /**
   * When it was reported to plenary.
   */
  reported_at: Timestamp | null;
  /**
   * Counts changes.
   */
  revision: Generated<number>;
  /**
   * The session.
   */
  session_id: string;
  /**
   * One sentence.
   */
  text: string;
}

export interface Setting {
  /**
   * Dotted name.
   */
  name: string;
  /**
   * Text.
   */
  value: string;
}

export interface SoughtReference {
  /**
   * As printed.
   */
  as_written: string;
  /**
   * First day it may mean.
   */
  day_from: string;
  /**
   * Last day it may mean.
   */
  day_until: string;
  /**
   * Unit after the last.
   */
  end_at: number;
  /**
   * UUID version 7; stays through corrected versions while its words stay in their paragraph.
   */
  id: string;
  /**
   * meeting or document.
   */
  kind: string;
  /**
   * Which of several equal ones in its paragraph, from 1.
   */
  occurrence: number;
  /**
   * The paragraph it stands in.
   */
  paragraph_id: string | null;
  /**
   * The place named with it, as written.
   */
  place: string | null;
  /**
   * The reference in the version that stands; null when that has it no longer.
   */
  reference_id: string | null;
  /**
   * The report that refers.
   */
  report_id: string;
  /**
   * The sentence it stands in.
   */
  sentence: string;
  /**
   * First unit of the words in the version that stands.
   */
  start_at: number;
  /**
   * What kind of meeting and what about, as terms.
   */
  words: Generated<string[]>;
}

export interface Statement {
  /**
   * Who speaks, as printed.
   */
  as_written: string;
  /**
   * The body, where one speaks.
   */
  body_id: string | null;
  /**
   * Unit after the last.
   */
  end_at: number;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The paragraph it stands in.
   */
  paragraph_id: string | null;
  /**
   * Who speaks; null while the name is not resolved, or a body speaks.
   */
  party_id: string | null;
  /**
   * The report, for the rule who sees it.
   */
  report_id: string;
  /**
   * First unit of the span.
   */
  start_at: number;
  /**
   * The version.
   */
  version_id: string;
}

export interface StoredFile {
  /**
   * When it was received.
   */
  at: Timestamp;
  /**
   * Who sent it in.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * As recognised from the bytes, else from the name.
   */
  media_type: string;
  /**
   * File name as given, without a path.
   */
  name: string;
  /**
   * record: a text on its way into the records, seen by its reviewers. evidence: of a progress report, seen by who sees that. paper: of a meeting, seen by who sees the paper.
   */
  purpose: Generated<string>;
  /**
   * SHA-256 of the bytes, lower-case hexadecimal.
   */
  sha256: string;
  /**
   * Bytes.
   */
  size: Int8;
}

export interface StoredFileChunk {
  /**
   * The piece.
   */
  bytes: Buffer;
  /**
   * The file.
   */
  file_id: string;
  /**
   * Place of the piece, from 0.
   */
  n: number;
}

export interface Strand {
  /**
   * UUID version 7; what plan entries refer to.
   */
  id: string;
  /**
   * Readable stable key: policy-dialogue.
   */
  key: string;
  /**
   * Place among the strands.
   */
  ordinal: number;
  /**
   * Counts every change; a change names the revision it saw.
   */
  revision: Generated<number>;
  /**
   * What it rests on.
   */
  source: string;
  /**
   * What it is called, by language.
   */
  title: Json;
  /**
   * First day of use.
   */
  used_from: string;
  /**
   * First day of no more use; null when in use.
   */
  used_until: string | null;
}

export interface StrandRevision {
  /**
   * As it became.
   */
  after: Json;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * As it was; null for the first.
   */
  before: Json | null;
  /**
   * Who.
   */
  by: string;
  /**
   * Why, or what was entered.
   */
  reason: string;
  /**
   * The revision this step made, from 1.
   */
  revision: number;
  /**
   * The strand.
   */
  strand_id: string;
}

export interface Theme {
  /**
   * Whether it runs across all goals.
   */
  horizontal: boolean;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * Readable stable key: vulnerability.
   */
  key: string;
  /**
   * Place among the themes.
   */
  ordinal: number;
  /**
   * Counts every change; a change names the revision it saw.
   */
  revision: Generated<number>;
  /**
   * What it rests on.
   */
  source: string;
  /**
   * What it is called, by language.
   */
  title: Json;
  /**
   * First day of use; null when as old as our knowledge.
   */
  used_from: string | null;
  /**
   * First day of no more use; null when in use.
   */
  used_until: string | null;
}

export interface ThemeRevision {
  /**
   * As it became.
   */
  after: Json;
  /**
   * When.
   */
  at: Timestamp;
  /**
   * As it was; null for the first.
   */
  before: Json | null;
  /**
   * Who.
   */
  by: string;
  /**
   * Why, or what was entered.
   */
  reason: string;
  /**
   * The revision this step made, from 1.
   */
  revision: number;
  /**
   * The theme.
   */
  theme_id: string;
}

export interface Tie {
  /**
   * The commitment; null when the other end is an outcome.
   */
  commitment_id: string | null;
  /**
   * When it was decided.
   */
  decided_at: Timestamp | null;
  /**
   * Who decided.
   */
  decided_by: string | null;
  /**
   * The earlier outcome; null when the other end is a commitment.
   */
  earlier_outcome_id: string | null;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * The later one repeats, follows, fulfils, supersedes, or (offer and request) matches the other.
   */
  kind: string;
  /**
   * The later outcome.
   */
  later_outcome_id: string;
  /**
   * When it was proposed or made.
   */
  proposed_at: Timestamp;
  /**
   * Redthread itself, or the person who made it.
   */
  proposed_by: string;
  /**
   * Place among the suggestions for its outcome, from 1; null when a person made it.
   */
  rank: number | null;
  /**
   * Why it was rejected, when somebody said.
   */
  reason: string | null;
  /**
   * The report of the later outcome, whose reviewers decide.
   */
  report_id: string;
  /**
   * Counts changes; a writer names the one they saw.
   */
  revision: Generated<number>;
  /**
   * 0 to 1, for ranking only; null when a person made it.
   */
  score: number | null;
  /**
   * proposed, accepted or rejected.
   */
  state: Generated<string>;
}

export interface TieDecision {
  /**
   * When.
   */
  at: Timestamp;
  /**
   * Who.
   */
  by: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * True when it added the outcome to the commitment; undoing takes it out again.
   */
  joined: Generated<boolean>;
  /**
   * Kind after.
   */
  kind_after: string;
  /**
   * Kind before.
   */
  kind_before: string;
  /**
   * Why, when somebody said.
   */
  reason: string | null;
  /**
   * Revision the decision made.
   */
  revision: number;
  /**
   * State after.
   */
  state_after: string;
  /**
   * State before.
   */
  state_before: string;
  /**
   * The tie.
   */
  tie_id: string;
  /**
   * accepted, rejected or undone.
   */
  verb: string;
}

export interface TieReason {
  /**
   * The body, when both come from it; seen only by those who may see that of both.
   */
  body_id: string | null;
  /**
   * What they share.
   */
  code: string;
  /**
   * The goal, when both are about it.
   */
  goal_id: string | null;
  /**
   * Whole months between the meetings.
   */
  months: number | null;
  /**
   * Place, from 1.
   */
  ordinal: number;
  /**
   * The party, when both come from it; seen only by those who may see that of both.
   */
  party_id: string | null;
  /**
   * Key of the concept or region, or the words, when they share one.
   */
  term: string | null;
  /**
   * The tie.
   */
  tie_id: string;
}

export interface TieTerm {
  /**
   * Small number, for the index.
   */
  id: Generated<number>;
  /**
   * c: concept, r: region, w: stem of a word.
   */
  key: string;
  /**
   * How many confirmed outcomes hold it in their own words.
   */
  outcomes: Generated<number>;
}

export interface UpdateRequest {
  /**
   * Until which day an answer is hoped for.
   */
  answer_by: string | null;
  /**
   * When the owner answered with a report others can read; kept by a trigger.
   */
  answered_at: Timestamp | null;
  /**
   * The progress report that answers.
   */
  answered_by_id: string | null;
  /**
   * When it was asked.
   */
  at: Timestamp;
  /**
   * Who asks.
   */
  by: string;
  /**
   * The commitment.
   */
  commitment_id: string;
  /**
   * UUID version 7.
   */
  id: string;
  /**
   * What is asked.
   */
  note: Generated<string>;
  /**
   * The owner who is asked.
   */
  owner_id: string;
}

export interface DB {
  access_grant: AccessGrant;
  activity: Activity;
  activity_commitment: ActivityCommitment;
  activity_goal: ActivityGoal;
  activity_party: ActivityParty;
  api_token: ApiToken;
  appointment: Appointment;
  attendance: Attendance;
  audit_entry: AuditEntry;
  audit_head: AuditHead;
  body: Body;
  body_name: BodyName;
  calendar_feed: CalendarFeed;
  calendar_stamp: CalendarStamp;
  check_in: CheckIn;
  commitment: Commitment;
  commitment_addressee: CommitmentAddressee;
  commitment_goal: CommitmentGoal;
  commitment_heard: CommitmentHeard;
  commitment_outcome: CommitmentOutcome;
  commitment_owner: CommitmentOwner;
  commitment_revision: CommitmentRevision;
  contact: Contact;
  delegate: Delegate;
  delegate_day: DelegateDay;
  delegate_need: DelegateNeed;
  delegation: Delegation;
  draft: Draft;
  draft_comment: DraftComment;
  draft_material_left: DraftMaterialLeft;
  draft_objection: DraftObjection;
  draft_outcome: DraftOutcome;
  draft_outcome_party: DraftOutcomeParty;
  draft_paragraph: DraftParagraph;
  draft_paragraph_revision: DraftParagraphRevision;
  draft_silence: DraftSilence;
  draft_source: DraftSource;
  draft_version: DraftVersion;
  draft_version_paragraph: DraftVersionParagraph;
  evidence: Evidence;
  finding: Finding;
  floor_command: FloorCommand;
  floor_note: FloorNote;
  floor_screen: FloorScreen;
  floor_version: FloorVersion;
  framework_generation: FrameworkGeneration;
  framework_generation_revision: FrameworkGenerationRevision;
  goal: Goal;
  goal_crosswalk: GoalCrosswalk;
  goal_revision: GoalRevision;
  import: Import;
  intervention: Intervention;
  log_entry: LogEntry;
  mail: Mail;
  mandate: Mandate;
  meeting: Meeting;
  meeting_body: MeetingBody;
  meeting_call: MeetingCall;
  meeting_invitation: MeetingInvitation;
  meeting_link: MeetingLink;
  meeting_paper: MeetingPaper;
  meeting_paper_version: MeetingPaperVersion;
  meeting_session: MeetingSession;
  meeting_session_duty: MeetingSessionDuty;
  migration: Migration;
  notice: Notice;
  notice_choice: NoticeChoice;
  notice_setting: NoticeSetting;
  outcome: Outcome;
  outcome_compared: OutcomeCompared;
  outcome_goal: OutcomeGoal;
  outcome_party: OutcomeParty;
  outcome_revision: OutcomeRevision;
  outcome_term: OutcomeTerm;
  outcome_to_compare: OutcomeToCompare;
  paragraph: Paragraph;
  paragraph_version: ParagraphVersion;
  participant: Participant;
  party: Party;
  party_code: PartyCode;
  party_name: PartyName;
  party_succession: PartySuccession;
  passkey: Passkey;
  passkey_challenge: PasskeyChallenge;
  person: Person;
  plan_comment: PlanComment;
  plan_cycle: PlanCycle;
  plan_entry: PlanEntry;
  plan_entry_commitment: PlanEntryCommitment;
  plan_entry_goal: PlanEntryGoal;
  plan_entry_party: PlanEntryParty;
  plan_entry_source: PlanEntrySource;
  plan_entry_strand: PlanEntryStrand;
  plan_input: PlanInput;
  plan_party: PlanParty;
  plan_version: PlanVersion;
  plan_version_entry: PlanVersionEntry;
  policy_file: PolicyFile;
  progress_report: ProgressReport;
  record_transition: RecordTransition;
  reference_choice: ReferenceChoice;
  report: Report;
  report_reference: ReportReference;
  report_session: ReportSession;
  report_session_moderator: ReportSessionModerator;
  report_session_paragraph: ReportSessionParagraph;
  report_to_seek: ReportToSeek;
  report_version: ReportVersion;
  saved_view: SavedView;
  session_point: SessionPoint;
  setting: Setting;
  sought_reference: SoughtReference;
  statement: Statement;
  stored_file: StoredFile;
  stored_file_chunk: StoredFileChunk;
  strand: Strand;
  strand_revision: StrandRevision;
  theme: Theme;
  theme_revision: ThemeRevision;
  tie: Tie;
  tie_decision: TieDecision;
  tie_reason: TieReason;
  tie_term: TieTerm;
  update_request: UpdateRequest;
}
