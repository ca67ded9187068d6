import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { dayIn } from '../../../../kernel/wall-clock.ts';
import { nextStepOn, type MeetingNext, type MeetingStage } from '../../stage.ts';
import type { Named } from './meetings.ts';

/** What a meeting asks of the person who looks, for their Today page. */
export interface MeetingTask {
  /** `attend`: answer the invitation of `party`. `meeting`: the next step of who leads it. */
  kind: 'attend' | 'meeting';
  path: string;
  title: string;
  party: Named | null;
  due: Date | null;
  zone: string;
  /** For kind `meeting`. */
  next: MeetingNext | null;
}

interface Row {
  slug: string;
  title: string;
  zone: string;
  due: Date | null;
  key: string;
  name: string;
}

/**
 * What meetings ask of whoever is asking.
 * @param at the moment of the question.
 */
export async function openMeetingTasks(tx: Tx, at: Date, language = 'en'): Promise<MeetingTask[]> {
  return [...(await answers(tx, at, language)), ...(await leading(tx, at))];
}

const coming = (at: Date) =>
  sql`c.stage in ('called', 'open') and (m.end_day is null or m.end_day >= (${at}::timestamptz at time zone c.zone)::date)`;

async function answers(tx: Tx, at: Date, language: string): Promise<MeetingTask[]> {
  const { rows } = await sql<Row>`
    select c.slug, m.title, c.zone, c.answers_due as due, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name
    from meeting_invitation i join meeting_call c on c.meeting_id = i.meeting_id join meeting m on m.id = c.meeting_id join party p on p.id = i.party_id
    where i.withdrawn_at is null and i.answer is null and i.party_id = any (app_answers_for()) and ${coming(at)}`.execute(
    tx,
  );
  return rows.map(({ slug, title, zone, due, key, name }) => ({
    kind: 'attend',
    path: `/meetings/${slug}`,
    title,
    party: { key, name },
    due,
    zone,
    next: null,
  }));
}

/** The next step of who leads a meeting, from two months before it on. */
async function leading(tx: Tx, at: Date): Promise<MeetingTask[]> {
  const { rows } = await sql<{
    slug: string;
    title: string;
    zone: string;
    stage: MeetingStage;
    startDay: string | null;
    savedDateAt: Date | null;
    due: Date | null;
  }>`
    select c.slug, m.title, c.zone, c.stage, m.start_day as "startDay", c.saved_date_at as "savedDateAt", case c.stage when 'draft' then c.answers_due end as due
    from meeting_call c join meeting m on m.id = c.meeting_id
    where (app_is_staff() or m.id = any (app_reviewed_meetings())) and c.stage in ('draft', 'called', 'open')`.execute(
    tx,
  );
  return rows.flatMap(({ slug, title, zone, due, ...meeting }) => {
    const next = nextStepOn(meeting, dayIn(at, zone));
    if (next === 'await' || next === 'none') return [];
    return [{ kind: 'meeting' as const, path: `/meetings/${slug}`, title, party: null, due, zone, next }];
  });
}
