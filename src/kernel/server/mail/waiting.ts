import { sql } from 'kysely';
import type { Tx } from '../../action.ts';
import { mostAttempts } from './outbox.ts';

export interface WaitingMails {
  /** Not sent yet and still tried. */
  mails: number;
  /** Of these, caused more than an hour ago. */
  late: number;
  /** Tried as often as they are tried. */
  givenUp: number;
  /** What went wrong last, a code; null when nothing did. */
  fault: string | null;
  /** Notices that go out with a later digest. */
  notices: number;
}

/** What waits to be sent; asked as Redthread itself. Sign-in links nobody waits for any longer, and mails to ended people, are left out. */
export async function waitingMails(tx: Tx): Promise<WaitingMails> {
  const { rows } = await sql<WaitingMails>`
    with unsent as materialized (
      select m.* from mail m join person p on p.id = m.person_id and p.ended_at is null
      where m.sent_at is null and not (m.template = 'sign-in' and m.created_at < now() - interval '15 minutes'))
    select count(*) filter (where attempts < ${mostAttempts}) as mails,
      count(*) filter (where attempts < ${mostAttempts} and created_at < now() - interval '1 hour') as late,
      count(*) filter (where attempts >= ${mostAttempts}) as "givenUp",
      (array_agg(fault order by next_at desc) filter (where fault is not null))[1] as fault,
      (select count(*) from notice where mail_id is null and dropped_at is null) as notices
    from unsent`.execute(tx);
  return rows[0]!;
}
