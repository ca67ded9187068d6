import type pg from 'pg';

/** How much to make. One third of the reports each is received, checked and published; every tenth meeting was held under the Chatham House Rule. */
export interface Amount {
  paragraphs: number;
  /** Default: 100 paragraphs a report. */
  reports?: number;
  /** Outcomes for each hundred paragraphs, half of them confirmed. Default 10. */
  outcomes?: number;
}

// Invented vocabulary; its frequencies fall like those of a language: the first words are in nearly all paragraphs. Three rare words are set by number:
// marimba in every 31st, ocarina in every 53rd, zither in every 97th paragraph; paragraph0 to paragraph999 in one of a thousand each.
const vocabulary =
  'the of and to in cooperation border lake states meeting migration return agreed crossing patrol ferry training expert workshop host police shared list region route harbour landing pilot signal register exchange liaison officer quarterly survey bulletin archive lantern compass estuary causeway lighthouse pontoon';

/**
 * Fills an empty, migrated database with made-up reports, fast: one statement a table, inside the server, without checks of references.
 * The same amount always gives the same words.
 * @param admin a superuser's connection to that database.
 */
export async function manyRecords(
  admin: pg.ClientBase,
  { paragraphs, reports = Math.ceil(paragraphs / 100), outcomes = 10 }: Amount,
): Promise<void> {
  await admin.query('begin');
  try {
    await admin.query('set local session_replication_role = replica; select setseed(0.42)');
    const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;
    const by = "'00000000-0000-7000-8000-000000000001'::uuid";
    const run = (text: string, values: unknown[] = []) => admin.query(text, values);
    await run(
      `insert into stored_file (id, sha256, size, name, media_type, at, by) values (${id('file', '0')}, repeat('0', 64), 0, 'made-up.txt', 'text/plain', now(), ${by})`,
    );
    await run(
      `insert into meeting (id, title, start_day, end_day, place, mode, rule)
       select ${id('meeting', 'n')}, 'Made-up meeting ' || n, date '2000-01-01' + (n % 9000), date '2000-01-02' + (n % 9000), 'Port ' || n % 40, 'in-person', case when n % 10 = 0 then 'chatham-house' end
       from generate_series(1, $1::int) n`,
      [reports],
    );
    await run(
      `insert into report (id, slug, meeting_id, version_id, stage, at, by)
       select ${id('report', 'n')}, 'made-up-' || n, ${id('meeting', 'n')}, ${id('version', 'n')}, (array['received', 'checked', 'published'])[n % 3 + 1], now(), ${by} from generate_series(1, $1::int) n`,
      [reports],
    );
    await run(
      `insert into report_version (id, report_id, n, file_id, text, at, by)
       select ${id('version', 'n')}, ${id('report', 'n')}, 1, ${id('file', '0')}, '', now(), ${by} from generate_series(1, $1::int) n`,
      [reports],
    );
    await run(
      `insert into paragraph (id, report_id, number) select ${id('paragraph', 'n')}, ${id('report', '(n % $2::int + 1)')}, n / $2::int + 1 from generate_series(0, $1::int - 1) n`,
      [paragraphs, reports],
    );
    await run(
      `insert into paragraph_version (id, paragraph_id, version_id, report_id, current, path, label, label_path, level, ordinal, text, start_at, end_at)
       select ${id('paragraph-version', 'n')}, ${id('paragraph', 'n')}, ${id('version', '(n % $2::int + 1)')}, ${id('report', '(n % $2::int + 1)')}, true, 'p' || n / $2::int + 1, (n / $2::int + 1) || '.',
         (n / $2::int + 1)::text, 1, n / $2::int + 1, w.text, 0, length(w.text)
       from generate_series(0, $1::int - 1) n,
         lateral (select string_agg(($3::text[])[1 + floor(array_length($3::text[], 1) * power(random(), 2.2))::int], ' ') || ' paragraph' || n % 1000
             || case when n % 31 = 0 then ' marimba' else '' end || case when n % 53 = 0 then ' ocarina' else '' end || case when n % 97 = 0 then ' zither' else '' end || '.' as text
           from generate_series(1, 60 + n % 40)) w`,
      [paragraphs, reports, vocabulary.split(' ')],
    );
    await run(
      `insert into outcome (id, report_id, number, version_id, paragraph_id, start_at, end_at, text, kind, state, rule, confidence, at, by)
       select md5('outcome' || p.id::text)::uuid, p.report_id, p.ordinal, p.version_id, p.paragraph_id, 0, length(p.text), p.text,
         (array['recommendation', 'decision', 'action-point', 'offer', 'request', 'announcement'])[p.ordinal % 6 + 1], case when p.ordinal % 2 = 0 then 'confirmed' else 'proposed' end, 'made.up', 0.9, now(), ${by}
       from paragraph_version p where abs(hashtext(p.id::text)) % 100 < $1::int`,
      [outcomes],
    );
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
  await admin.query('vacuum analyze paragraph_version, paragraph, report, meeting, report_version, outcome');
}
