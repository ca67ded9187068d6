import type pg from 'pg';
import { systemId } from '../src/kernel/actor.ts';

/** How much to make. */
export interface Threads {
  outcomes: number;
  commitments: number;
  parties: number;
  years: number;
}

export const aDialogue: Threads = { outcomes: 100_000, commitments: 20_000, parties: 60, years: 30 };

/** First year of the made-up dialogue; it ends with `firstYear + years - 1`. */
export const firstYear = 1996;
/** Last day of the made-up dialogue, from which silences are counted. */
export const lastDay = `${firstYear + aDialogue.years - 1}-12-31`;
/** Key of a made-up party, from 1: `QMA`, `QMB` … (codes that no state has). */
export const partyKey = (n: number): string =>
  `Q${String.fromCharCode(77 + Math.floor((n - 1) / 26))}${String.fromCharCode(65 + ((n - 1) % 26))}`;

const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;
const by = `'${systemId}'::uuid`;
/** A number from 0 to `below` that looks thrown and is always the same. */
const thrown = (n: string, salt: number, below: number) => `(abs(hashint8(${n}::bigint * 31 + ${salt})) % ${below})`;

/**
 * Fills an empty, migrated database with a whole dialogue: parties and bodies with names, three generations of six goals with crosswalks, meetings of every year
 * with a report of some 100 outcomes each, commitments with owners, addressees, goals, progress and evidence of silence, activities. One statement a table, inside the
 * server, without checks of references; the same amount always gives the same rows. One report in ten is only received, the rest are checked or published by halves;
 * one meeting in ten was held under the Chatham House Rule; one progress report in ten is an internal note.
 * @param admin a superuser's connection to that database.
 */
export async function manyThreads(admin: pg.ClientBase, amount: Threads = aDialogue): Promise<void> {
  await admin.query('begin');
  try {
    await admin.query('set local session_replication_role = replica');
    for (const statement of [...who(amount), ...towards(amount), ...said(amount), ...promised(amount), ...done(amount)])
      await admin.query(statement);
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
  // Without figures about the tables the planner walks them again for every commitment.
  await admin.query('vacuum analyze');
  await admin.query('select keep_heard(array_agg(id)) from commitment');
  await admin.query('vacuum analyze commitment_heard');
}

const bodies = 6;
const series = (count: number) => `generate_series(1, ${count}) n`;

function who({ parties }: Threads): string[] {
  const key = `'Q' || chr(77 + ((n - 1) / 26)::int) || chr(65 + ((n - 1) % 26)::int)`;
  return [
    `insert into party (id, key, kind, recorded_by) select ${id('party', 'n')}, ${key}, 'state', ${by} from ${series(parties)}`,
    `insert into party_name (id, party_id, language, form, name, folded, sort_key, source, recorded_by)
     select ${id('party-name', 'n')}, ${id('party', 'n')}, 'en', 'short', 'State ' || ${key}, lower('State ' || ${key}), 'State ' || ${key}, 'made up', ${by} from ${series(parties)}`,
    `insert into body (id, key, kind, source, recorded_by) select ${id('body', 'n')}, 'body:made-up-' || n, 'regional-working-group', 'made up', ${by} from ${series(bodies)}`,
    `insert into body_name (id, body_id, language, form, name, folded, source, recorded_by)
     select ${id('body-name', 'n')}, ${id('body', 'n')}, 'en', 'short', 'Group ' || n, 'group ' || n, 'made up', ${by} from ${series(bodies)}`,
  ];
}

function towards({ years }: Threads): string[] {
  const third = Math.ceil(years / 3);
  const title = (words: string) => `jsonb_build_object('en', ${words})`;
  const day = (n: string) => `make_date(${firstYear} + ${third} * (${n}), 1, 1)`;
  const remembered = (table: string, of: string) =>
    `insert into ${table}_revision (${of}, revision, after, reason, at, by) select id, 1, '{}', 'made up', now(), ${by} from ${table}`;
  return [
    `insert into framework_generation (id, key, kind, title, adopted_on, effective_from, effective_until, source)
     select ${id('generation', 'n')}, 'made-up-' || n, 'dialogue', ${title(`'Plan ' || n`)}, ${day('n - 1')}, ${day('n - 1')}, ${day('n')}, 'made up' from ${series(3)}`,
    remembered('framework_generation', 'generation_id'),
    `insert into goal (id, generation_id, code, ordinal, title, source)
     select ${id('goal', `f || '-' || n`)}, ${id('generation', 'f')}, n::text, n, ${title(`'Goal ' || n || ' of plan ' || f`)}, 'made up' from generate_series(1, 3) f, ${series(6)}`,
    remembered('goal', 'goal_id'),
    `insert into goal_crosswalk (id, from_goal_id, to_goal_id, relation, source, recorded_by)
     select ${id('crosswalk', `a || '-' || b || '-' || n`)}, ${id('goal', `a || '-' || n`)}, ${id('goal', `b || '-' || (n % 6 + 1)`)}, 'close', 'made up', ${by}
     from (values (1, 2), (2, 3), (1, 3)) pairs(a, b), ${series(6)}`,
  ];
}

function said({ outcomes, parties, years }: Threads): string[] {
  const reports = Math.max(years, Math.ceil(outcomes / 100));
  const report = `((n - 1) % ${reports} + 1)`;
  const start = `(make_date(${firstYear}, 1, 5) + ((n - 1) * ${years}.0 * 365.25 / ${reports})::int)`;
  const words = `'State ' || chr(65 + (n % 26)::int) || ' and its neighbours should keep harbour ' || n % 977 || ' open and tell each other of landing ' || n || '.'`;
  return [
    `insert into stored_file (id, sha256, size, name, media_type, at, by) values (${id('file', `'1'`)}, repeat('0', 64), 0, 'made-up.txt', 'text/plain', now(), ${by})`,
    `insert into meeting (id, title, start_day, end_day, place, mode, rule)
     select ${id('meeting', 'n')}, 'Made-up meeting ' || n, ${start}, ${start} + 1, 'Port ' || n % 40, 'in-person', case when n % 10 = 3 then 'chatham-house' end from ${series(reports)}`,
    `insert into meeting_body (meeting_id, body_id) select ${id('meeting', 'n')}, ${id('body', `(n % ${bodies} + 1)`)} from ${series(reports)}`,
    `insert into report (id, slug, meeting_id, version_id, stage, at, by)
     select ${id('report', 'n')}, 'made-up-' || n, ${id('meeting', 'n')}, ${id('version', 'n')}, case when n % 10 = 0 then 'received' when n % 2 = 0 then 'checked' else 'published' end, now(), ${by} from ${series(reports)}`,
    `insert into report_version (id, report_id, n, file_id, text, at, by) select ${id('version', 'n')}, ${id('report', 'n')}, 1, ${id('file', `'1'`)}, '', now(), ${by} from ${series(reports)}`,
    `insert into paragraph (id, report_id, number) select ${id('paragraph', 'n')}, ${id('report', report)}, (n - 1) / ${reports} + 1 from ${series(outcomes)}`,
    `insert into paragraph_version (id, paragraph_id, version_id, report_id, current, path, label, label_path, level, ordinal, text, start_at, end_at)
     select ${id('paragraph-version', 'n')}, ${id('paragraph', 'n')}, ${id('version', report)}, ${id('report', report)}, true, 'p' || (n - 1) / ${reports} + 1, ((n - 1) / ${reports} + 1) || '.',
       ((n - 1) / ${reports} + 1)::text, 1, (n - 1) / ${reports} + 1, ${words}, 0, length(${words}) from ${series(outcomes)}`,
    `insert into outcome (id, report_id, number, version_id, paragraph_id, start_at, end_at, text, kind, state, goals, at, by)
     select ${id('outcome', 'n')}, ${id('report', report)}, (n - 1) / ${reports} + 1, ${id('version', report)}, ${id('paragraph', 'n')}, 0, length(${words}), ${words},
       (array['recommendation', 'decision', 'action-point', 'offer', 'request', 'announcement'])[${thrown('n', 1, 6)} + 1], case when ${thrown('n', 2, 5)} = 0 then 'proposed' else 'confirmed' end,
       case when ${thrown('n', 3, 4)} = 0 then array[${thrown('n', 4, 3)} + 1, ${thrown('n', 5, 3)} + 4] else array[${thrown('n', 4, 6)} + 1] end, now(), ${by} from ${series(outcomes)}`,
    `insert into outcome_party (outcome_id, report_id, role, ordinal, party_id, as_written)
     select ${id('outcome', 'n')}, ${id('report', report)}, r.role, 1, ${id('party', `(1 + ${thrown('n + r.salt', 6, parties)})`)}, 'as written'
     from ${series(outcomes)}, (values ('by', 0, 6), ('to', 7, 3)) r(role, salt, share) where ${thrown('n + r.salt', 7, 10)} < r.share`,
  ];
}

function promised({ outcomes, commitments, parties, years }: Threads): string[] {
  const step = Math.max(1, Math.floor(outcomes / commitments));
  // The confirmed outcome nearest to the n-th place; several commitments may rest on one.
  const first = `(select ${id('outcome', 'o')} from generate_series(n * ${step} - ${step - 1}, n * ${step}) o where ${thrown('o', 2, 5)} <> 0 limit 1)`;
  const day = `(make_date(${firstYear}, 1, 5) + ${thrown('n', 11, Math.floor(years * 365))})`;
  return [
    `insert into commitment (id, number, title, wording, body_id, state, audience, due_from, due_until, superseded_by_id, reason, raised_at, raised_by)
     select ${id('commitment', 'n')}, n, 'Harbour ' || n % 977 || ' and landing ' || n, 'In full.', ${id('body', `(n % ${bodies} + 1)`)}, s.state, case when n % 5 = 0 then 'public' else 'participants' end,
       case when n % 3 > 0 then ${day} + 300 end, case when n % 3 > 0 then ${day} + 400 end, case when s.state = 'superseded' then ${id('commitment', `(n % ${commitments} + 1)`)} end,
       case when s.state in ('superseded', 'withdrawn') then 'made up' end, ${day}, ${by}
     from ${series(commitments)}, lateral (select (array['open', 'open', 'open', 'open', 'open', 'open', 'completed', 'completed', 'superseded', 'withdrawn'])[${thrown('n', 12, 10)} + 1] as state) s`,
    `select setval('commitment_number', ${commitments})`,
    `insert into commitment_outcome (commitment_id, outcome_id, at, by)
     select c, o, now(), ${by} from (select ${id('commitment', 'n')} as c, ${first} as o from ${series(commitments)}
       union select ${id('commitment', `(n % ${commitments} + 1)`)}, ${first} from ${series(commitments)} where n % 2 = 0) x where o is not null`,
    `insert into commitment_goal (commitment_id, goal_id) select distinct t.commitment_id, g.goal_id from commitment_outcome t join outcome_goal g on g.outcome_id = t.outcome_id where g.goal_id is not null`,
    `insert into commitment_owner (id, commitment_id, party_id, ordinal, state, reason, since, confirmed_by)
     select ${id('owner', `n || '-' || k`)}, ${id('commitment', 'n')}, ${id('party', `((n * 7 + k * 13) % ${parties} + 1)`)}, k, s.state, case when s.state = 'declined' then 'made up' end, ${day}, case when s.state = 'confirmed' then ${by} end
     from ${series(commitments)}, generate_series(1, 2) k,
       lateral (select case when c.state = 'completed' then 'confirmed' else (array['asked', 'accepted', 'accepted', 'accepted', 'claimed', 'declined'])[${thrown('n + k', 13, 6)} + 1] end as state
         from commitment c where c.number = n) s where k = 1 or n % 3 <> 0`,
    `insert into commitment_addressee (id, commitment_id, party_id, ordinal) select ${id('addressee', 'n')}, ${id('commitment', 'n')}, ${id('party', `((n * 11 + 5) % ${parties} + 1)`)}, 1
     from ${series(commitments)} where n % 4 = 0`,
    `insert into progress_report (id, commitment_id, owner_id, day, text, audience, at, by)
     select ${id('progress', `n || '-' || k`)}, ${id('commitment', 'n')}, ${id('owner', `n || '-1'`)}, least(${day} + k * 250, make_date(${firstYear + years - 1}, 12, 1)), 'Two more harbours report.',
       (array['participants', 'participants', 'participants', 'participants', 'participants', 'participants', 'public', 'public', 'public', 'party'])[${thrown('n + k', 14, 10)} + 1], now(), ${by}
     from ${series(commitments)}, generate_series(1, 3) k where ${thrown('n + k', 15, 2)} = 0`,
    `insert into commitment_revision (commitment_id, n, verb, after, at, by) select id, 1, 'raised', '{}', raised_at, ${by} from commitment`,
  ];
}

function done({ commitments, parties, years }: Threads): string[] {
  const activities = Math.ceil(commitments / 4);
  const day = `(make_date(${firstYear}, 1, 5) + ${thrown('n', 21, Math.floor(years * 365))})`;
  const commitment = id('commitment', `((n * 3) % ${commitments} + 1)`);
  return [
    `insert into activity (id, number, kind, title, body_id, state, audience, starts_from, starts_until, at, by)
     select ${id('activity', 'n')}, n, (array['meeting', 'training', 'study-visit', 'publication', 'project'])[n % 5 + 1], 'Harbour exchange ' || n, ${id('body', `(n % ${bodies} + 1)`)},
       case when n % 3 = 0 then 'planned' else 'held' end, case when n % 4 = 0 then 'public' else 'participants' end, ${day}, ${day}, now(), ${by} from ${series(activities)}`,
    `select setval('activity_number', ${activities})`,
    `insert into activity_commitment (activity_id, commitment_id) select ${id('activity', 'n')}, ${commitment} from ${series(activities)}`,
    `insert into activity_party (activity_id, role, ordinal, party_id) select ${id('activity', 'n')}, 'lead', 1, ${id('party', `(1 + ${thrown('n', 22, parties)})`)} from ${series(activities)}`,
    `insert into activity_goal (activity_id, goal_id) select a.activity_id, g.goal_id from activity_commitment a join commitment_goal g on g.commitment_id = a.commitment_id`,
  ];
}
