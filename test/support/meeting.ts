import { system } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestDatabase } from './database.ts';

/** A meeting of one body as a test needs it, in any stage, straight in the tables: what led there is tested where it is done. */
export interface TestMeeting {
  meeting: string;
  slug: string;
  /** Session ids by the names given. */
  sessions: Record<string, string>;
}

export interface SessionWish {
  kind?: 'opening' | 'plenary' | 'tour-de-table' | 'break-out' | 'closing' | 'other';
  state?: 'planned' | 'open' | 'suspended' | 'closed';
  rule?: 'chatham-house' | null;
  /** Name of the session it is part of; named before. */
  within?: string;
  /** Account that moderates it. */
  moderator?: string;
  secondsEach?: number;
  secondsParty?: number;
}

/**
 * @param body id of the body that meets.
 * @param parties ids of the parties invited.
 */
export async function aMeeting(
  db: TestDatabase,
  {
    body,
    parties,
    stage = 'called',
    rule = null,
    sessions = { plenary: { kind: 'plenary' } },
    days = ['2031-05-06', '2031-05-08'],
  }: {
    body: string;
    parties: readonly string[];
    stage?: 'draft' | 'called' | 'open' | 'closed';
    rule?: 'chatham-house' | null;
    sessions?: Record<string, SessionWish>;
    days?: [string, string];
  },
): Promise<TestMeeting> {
  const meeting = newId();
  const slug = `${days[0]}-test-${meeting.slice(-6)}`;
  const by = system.personId;
  const past = stage !== 'draft';
  await db.admin.query(
    `insert into meeting (id, title, start_day, end_day, place, mode, rule) values ($1, 'Meeting of a test', $2, $3, 'Tirana, Albania', 'hybrid', $4)`,
    [meeting, ...days, rule],
  );
  await db.admin.query('insert into meeting_body (meeting_id, body_id) values ($1, $2)', [meeting, body]);
  await db.admin.query(
    `insert into meeting_call (meeting_id, slug, stage, template, zone, called_at, opened_at, list_published, at, by)
     values ($1, $2, $3, 'working-group', 'Europe/Tirane', case when $4 then now() end, case when $3 in ('open', 'closed') then now() end, $5, now(), $6)`,
    [meeting, slug, stage, past, rule === null, by],
  );
  for (const party of parties)
    await db.admin.query(
      `insert into meeting_invitation (id, meeting_id, party_id, standing, at, by) values ($1, $2, $3, 'member', now(), $4)`,
      [newId(), meeting, party, by],
    );
  const ids: Record<string, string> = {};
  for (const [index, [name, wish]] of Object.entries(sessions).entries()) {
    ids[name] = newId();
    await db.admin.query(
      `insert into meeting_session (id, meeting_id, parent_id, ordinal, kind, title, state, rule, seconds_each, seconds_party, at, by)
       values ($1, $2, $3, $4, $5, jsonb_build_object('en', $6::text), $7, $8, $9, $10, now(), $11)`,
      [
        ids[name],
        meeting,
        wish.within ? ids[wish.within] : null,
        index + 1,
        wish.kind ?? 'plenary',
        name,
        wish.state ?? 'planned',
        wish.rule ?? null,
        wish.secondsEach ?? null,
        wish.secondsParty ?? null,
        by,
      ],
    );
    if (wish.moderator)
      await db.admin.query(
        `insert into meeting_session_duty (session_id, duty, ordinal, person_id, name) values ($1, 'moderator', 1, $2, 'Moderator of a test')`,
        [ids[name], wish.moderator],
      );
  }
  return { meeting, slug, sessions: ids };
}
