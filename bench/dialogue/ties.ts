import type pg from 'pg';
import { system } from '../../src/kernel/actor.ts';
import { runAction } from '../../src/kernel/server/run-action.ts';
import { keepTies } from '../../src/modules/followup/server/index.ts';
import { concepts } from '../../src/modules/followup/ties/concepts.ts';
import { median, ms, type Ratio } from '../bench.ts';
import type { Sides } from '../engines.ts';

/** Outcomes of the new report, and how long its suggestions may take. */
const fresh = 50;
const limitMs = 2000;

/** Suggestions for one new report among everything said before. */
export async function tiesPart(sides: Sides): Promise<Ratio[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) times.push(await suggestionsOnce(sides));
  return [
    {
      what: `${sides.where}: suggestions for ${fresh} outcomes / ${limitMs} ms`,
      value: median(times) / limitMs,
      limit: 1,
      detail: times.map(ms).join(', '),
    },
  ];
}

/** One round: outcomes of the newest reports ask again. @returns milliseconds. */
async function suggestionsOnce({ database, admin }: Sides): Promise<number> {
  await admin.query(
    `insert into outcome_to_compare (outcome_id, again) select o.id, true from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id
      where o.state = 'confirmed' and r.stage <> 'received' order by m.start_day desc, o.id limit $1`,
    [fresh],
  );
  const from = performance.now();
  const answer = await runAction(database, keepTies, system, {}, { door: 'job' });
  const took = performance.now() - from;
  if (!answer.ok || answer.value.compared !== fresh || answer.value.proposed === 0)
    throw new Error('nothing was proposed');
  return took;
}

/** Every confirmed outcome gets two concepts of the field and eight words, some common and most rare, in its text and in the index alike. */
export async function fillTieIndex(admin: pg.ClientBase): Promise<void> {
  const phrases = concepts.map(({ alternatives }) => alternatives[0]!.join(' '));
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `create temporary table held as select o.id, o.report_id, c.n as concept, w.n as word from outcome o
      cross join lateral (select array_agg((abs(hashint8(hashtext(o.id::text)::bigint * 7 + k)) % $1) + 1) as n from generate_series(1, 2) k) c
      cross join lateral (select array_agg((power((abs(hashint8(hashtext(o.id::text)::bigint * 13 + k)) % 10000) / 10000.0, 3) * 4000)::int) as n from generate_series(1, 8) k) w
      where o.state = 'confirmed'`,
    [concepts.length],
  );
  await admin.query(
    `update outcome o set text = (select string_agg(($1::text[])[c], ' ') from unnest(h.concept) c) || ' ' || (select string_agg('zo' || w || 'x', ' ') from unnest(h.word) w)
      from held h where h.id = o.id`,
    [phrases],
  );
  await admin.query(
    `insert into tie_term (key) select 'c:' || k from unnest($1::text[]) k union select 'w:zo' || n || 'x' from generate_series(0, 4000) n`,
    [concepts.map(({ key }) => key)],
  );
  await admin.query(
    `insert into outcome_compared select h.id, h.report_id, coalesce(m.end_day, m.start_day), 10, now() from held h join report r on r.id = h.report_id join meeting m on m.id = r.meeting_id`,
  );
  await admin.query(
    `insert into outcome_term select distinct t.id, h.id, false from held h, unnest(h.concept) c join tie_term t on t.key = 'c:' || ($1::text[])[c]`,
    [concepts.map(({ key }) => key)],
  );
  await admin.query(
    `insert into outcome_term select distinct t.id, h.id, false from held h, unnest(h.word) w join tie_term t on t.key = 'w:zo' || w || 'x'`,
  );
  await admin.query(
    'update tie_term t set outcomes = n.n from (select term_id, count(*)::int as n from outcome_term group by 1) n where n.term_id = t.id',
  );
  await admin.query('set session_replication_role = origin');
  await admin.query('truncate outcome_to_compare');
  // Every outcome was written twice: without its first rows the table is as large as a database in use would have it.
  await admin.query('vacuum full outcome');
  await admin.query('vacuum analyze');
}
