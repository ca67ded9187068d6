import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { usualDelivery, type NoticeKind } from '../kinds.ts';
import type { Reminder } from '../reminders.ts';
import { deliverAt } from '../timing.ts';
import type { Listener } from './queries/choices.ts';

/** Writes down who is to be told of what and when; what was written down before is left. Answers how many are new. */
export async function recordNotices(
  tx: Tx,
  reminders: readonly Reminder[],
  people: ReadonlyMap<string, Listener>,
  at: Date,
): Promise<number> {
  const rows = reminders.flatMap(({ person, kind, subject, occurrence }) => {
    const listener = people.get(person);
    const delivery = listener?.choices.get(kind) ?? usualDelivery[kind];
    if (!listener || delivery === 'none') return [];
    const due_at = deliverAt(delivery, at, listener.zone);
    return [{ id: newId(at), person_id: person, kind, subject, occurrence, delivery, caused_at: at, due_at }];
  });
  let written = 0;
  for (let from = 0; from < rows.length; from += 1000) {
    const made = await tx
      .insertInto('notice')
      .values(rows.slice(from, from + 1000))
      .onConflict((c) => c.columns(['person_id', 'kind', 'subject', 'occurrence']).doNothing())
      .returning('id')
      .execute();
    written += made.length;
  }
  return written;
}

interface Waiting {
  id: string;
  person_id: string;
  delivery: 'at-once' | 'daily' | 'weekly';
}

/** Puts what may go out now into mails: one for each notice at once, one digest a person. Answers how many mails. One runs at a time. */
export async function putIntoMails(
  tx: Tx,
  people: ReadonlyMap<string, Listener>,
  at: Date,
  mostADay: number,
): Promise<number> {
  const { rows } = await sql<Waiting>`select id, person_id, delivery from notice
    where mail_id is null and dropped_at is null and due_at <= ${at} order by person_id, caused_at, id for update skip locked`.execute(
    tx,
  );
  let mails = 0;
  for (const [person, waiting] of Map.groupBy(rows, (row) => row.person_id)) {
    const room = mostADay - (await sentLately(tx, person, at));
    const atOnce = waiting.filter(({ delivery }) => delivery === 'at-once');
    for (const notice of atOnce.slice(0, Math.max(0, room))) {
      await intoMail(tx, person, 'notice', [notice.id], at);
      mails++;
    }
    const later = atOnce.slice(Math.max(0, room)).map(({ id }) => id);
    if (later.length > 0) await putOff(tx, later, deliverAt('daily', at, people.get(person)?.zone ?? 'UTC'));
    const digest = waiting.filter(({ delivery }) => delivery !== 'at-once').map(({ id }) => id);
    if (digest.length > 0) {
      await intoMail(tx, person, 'digest', digest, at);
      mails++;
    }
  }
  return mails;
}

async function sentLately(tx: Tx, person: string, at: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from mail
    where person_id = ${person} and template = 'notice' and created_at > ${at}::timestamptz - interval '24 hours'`.execute(
    tx,
  );
  return rows[0]!.n;
}

async function intoMail(tx: Tx, person: string, template: 'notice' | 'digest', notices: string[], at: Date) {
  const id = newId(at);
  await tx
    .insertInto('mail')
    .values({ id, person_id: person, template, words: '{}', created_at: at, next_at: at })
    .execute();
  await tx.updateTable('notice').set({ mail_id: id }).where('id', 'in', notices).execute();
}

/** More than a day's mails: the rest comes with the next digest. */
const putOff = (tx: Tx, ids: string[], until: Date) =>
  tx.updateTable('notice').set({ delivery: 'daily', due_at: until }).where('id', 'in', ids).execute();

/** What a mail tells of. */
export interface Told {
  id: string;
  kind: NoticeKind;
  subject: string;
  occurrence: string;
}

/** The notices of a mail that its person still wants to hear of, in the order of their kinds and causes. */
export async function noticesOf(tx: Tx, mail: string): Promise<Told[]> {
  const { rows } = await sql<Told>`select n.id, n.kind, n.subject, n.occurrence from notice n
    where n.mail_id = ${mail} and not exists (select from notice_choice c where c.person_id = n.person_id and c.kind = n.kind and c.delivery = 'none')
    order by n.caused_at, n.id`.execute(tx);
  return rows;
}

/** Nothing is left to say: the notices are dropped, the mail goes with them. */
export async function dropMail(tx: Tx, mail: string, at: Date): Promise<void> {
  await tx.updateTable('notice').set({ dropped_at: at }).where('mail_id', '=', mail).execute();
  await tx.deleteFrom('mail').where('id', '=', mail).execute();
}
