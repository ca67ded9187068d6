import { system, type Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { standingParagraphs, type DraftParagraph } from '../../src/modules/drafting/server/paragraphs.ts';
import { someone } from './actors.ts';
import type { TestDatabase } from './database.ts';
import { aMeeting, type SessionWish, type TestMeeting } from './meeting.ts';
import { bodyId, done, partyId } from './records.ts';

/** A meeting that was held, with people who came and what was said, straight in the tables. All names are invented. */
export interface HeldMeeting extends TestMeeting {
  /** Ids of parties by key. */
  parties: Record<string, string>;
  /** Focal points by key of their party. */
  focal: Record<string, Actor>;
}

const people = [
  'Lira Vent',
  'Omar Kestrel',
  'Nadia Quillon',
  'Tomas Arden',
  'Sefa Marlow',
  'Ines Talbot',
  'Ruben Osk',
  'Yasna Pell',
  'Karo Winter',
];

/**
 * @param parties keys of parties with how many people of each came; those with 0 were approved and did not come.
 */
export async function heldMeeting(
  db: TestDatabase,
  {
    parties = { GEO: 2, BGR: 1, TUR: 2 },
    sessions = {
      opening: { kind: 'opening', state: 'closed' },
      plenary: { kind: 'plenary', state: 'closed' },
      closing: { kind: 'closing', state: 'closed' },
    },
    stage = 'closed',
    rule = null,
    body = 'body:senior-officials-meeting',
    standing = {},
  }: {
    parties?: Record<string, number>;
    sessions?: Record<string, SessionWish>;
    stage?: 'open' | 'closed';
    rule?: 'chatham-house' | null;
    body?: string;
    standing?: Record<string, 'member' | 'observer' | 'guest'>;
  } = {},
): Promise<HeldMeeting> {
  const ids = Object.fromEntries(
    await Promise.all(Object.keys(parties).map(async (key) => [key, await partyId(db, key)] as const)),
  );
  const meeting = await aMeeting(db, {
    body: await bodyId(db, body),
    parties: Object.values(ids),
    stage,
    rule,
    sessions,
  });
  await db.admin.query(`update meeting set title = 'Meeting on Mountain Passes' where id = $1`, [meeting.meeting]);
  const focal: Record<string, Actor> = {};
  for (const [key, came] of Object.entries(parties)) {
    focal[key] = await someone(db, 'focal-point', { party: ids[key]! });
    if (standing[key])
      await db.admin.query(
        'update meeting_invitation set standing = $3, revision = revision + 1 where meeting_id = $1 and party_id = $2',
        [meeting.meeting, ids[key], standing[key]],
      );
    await delegationThatCame(db, meeting.meeting, ids[key]!, came);
  }
  return { ...meeting, parties: ids, focal };
}

/** An approved delegation of which so many people were checked in. */
export async function delegationThatCame(
  db: TestDatabase,
  meeting: string,
  party: string,
  came: number,
): Promise<void> {
  const delegation = newId();
  await db.admin.query(
    `insert into delegation (id, meeting_id, party_id, state, at, by) values ($1, $2, $3, 'approved', now(), $4)`,
    [delegation, meeting, party, system.personId],
  );
  for (let n = 0; n < Math.max(1, came); n++) {
    const id = newId();
    const { rows } = await db.admin.query<{ count: string }>('select count(*) from participant where meeting_id = $1', [
      meeting,
    ]);
    const name = people[Number(rows[0]!.count) % people.length]!;
    const role = n === 0 ? 'head' : 'member';
    await db.admin.query(
      `insert into delegate (id, delegation_id, ordinal, name, role, at, by) values ($1, $2, $3, $4, $5, now(), $6)`,
      [id, delegation, n + 1, name, role, system.personId],
    );
    await db.admin.query(
      `insert into participant (id, meeting_id, party_id, delegation_id, ordinal, name, role, approved_at, approved_by) values ($1, $2, $3, $4, $5, $6, $7, now(), $8)`,
      [id, meeting, party, delegation, n + 1, name, role, system.personId],
    );
    if (came > 0)
      await db.admin.query(
        `insert into check_in (id, participant_id, day, at, received_at, mode, by) values ($1, $2, '2031-05-06', now(), now(), 'in-room', $3)`,
        [newId(), id, system.personId],
      );
  }
}

/** Something said in a session: an intervention with notes that were sent, or a written statement. */
export async function said(
  db: TestDatabase,
  meeting: HeldMeeting,
  session: string,
  party: string,
  words: { notes?: string[]; written?: string },
): Promise<string> {
  const id = newId();
  await db.admin.query(
    `insert into intervention (id, session_id, party_id, kind, state, ordinal, asked_at, given_at, text, by)
     values ($1, $2, $3, 'statement', $4, (select count(*) + 1 from intervention where session_id = $2), clock_timestamp(), clock_timestamp(), $5, $6)`,
    [
      id,
      meeting.sessions[session],
      meeting.parties[party],
      words.written ? 'written' : 'done',
      words.written ?? null,
      system.personId,
    ],
  );
  for (const note of words.notes ?? [])
    await db.admin.query(
      `insert into floor_note (id, session_id, intervention_id, text, device, edit, sent_at, at, by) values ($1, $2, $3, $4, $1, 1, now(), clock_timestamp(), $5)`,
      [newId(), meeting.sessions[session], id, note, system.personId],
    );
  return id;
}

/** A point that a session brought out. */
export async function point(
  db: TestDatabase,
  meeting: HeldMeeting,
  session: string,
  kind: string,
  text: string,
  party: string | null = null,
): Promise<string> {
  const id = newId();
  await db.admin.query(
    `insert into session_point (id, session_id, kind, text, party_id, ordinal, at, by)
     values ($1, $2, $3, $4, $5, (select count(*) + 1 from session_point where session_id = $2), clock_timestamp(), $6)`,
    [id, meeting.sessions[session], kind, text, party === null ? null : meeting.parties[party], system.personId],
  );
  return id;
}

/** A draft with its revision, as assembled. */
export interface TestDraft {
  draft: string;
  slug: string;
  revision: number;
}

export async function assembledDraft(db: TestDatabase, meeting: TestMeeting): Promise<TestDraft> {
  const { draft, slug } = await done<{ draft: string; slug: string }>(db, system, 'drafting.draft.assemble', {
    meeting: meeting.meeting,
  });
  return { draft, slug, revision: 1 };
}

/** Paragraphs of a draft as the Secretariat sees them. */
export const textOf = (db: TestDatabase, draft: string): Promise<DraftParagraph[]> =>
  asActor(db.database, system, (tx) => standingParagraphs(tx, draft));

/** A draft of a meeting in which Georgia said one thing; `statement` is its paragraph. */
export async function draftWithStatement(db: TestDatabase, more: Parameters<typeof heldMeeting>[1] = {}) {
  const meeting = await heldMeeting(db, more);
  await said(db, meeting, 'plenary', 'GEO', { notes: ['The passes were open. All of them were safe'] });
  const draft = await assembledDraft(db, meeting);
  const text = await textOf(db, draft.draft);
  return { meeting, ...draft, text, statement: text.find((one) => one.text.startsWith('Georgia'))! };
}
