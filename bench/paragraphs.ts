import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { systemId } from '../src/kernel/actor.ts';

/** A small generator of numbers (mulberry32), so that every run has the same data. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = [
  'bor',
  'der',
  'mi',
  'gra',
  'tion',
  're',
  'turn',
  'la',
  'bour',
  'vi',
  'sa',
  'po',
  'li',
  'cy',
  'ex',
  'pert',
  'co',
  'op',
  'dia',
  'logue',
  'tra',
  'ning',
  'stu',
  'dy',
];

/** Words as frequent as in a language: the n-th word about 1/n as often as the first. */
function vocabulary(next: () => number, size: number): () => string {
  const words = Array.from(
    { length: size },
    (_, n) =>
      Array.from({ length: 2 + Math.floor(next() * 3) }, () => syllables[Math.floor(next() * syllables.length)]).join(
        '',
      ) + (n % 7 === 0 ? 's' : ''),
  );
  const weights: number[] = [];
  let total = 0;
  for (let n = 1; n <= size; n++) weights.push((total += 1 / n));
  return () => {
    const wanted = next() * total;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (weights[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
}

const id = (kind: number, n: number) =>
  `00000000-${kind.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;

/**
 * Fills a migrated database with reports that every participant may see: the marker words `aquamarine` (rare, one paragraph in 1,000),
 * `harbour` and `ledger` (together in one of 100) and `common` (in nine of ten) stand in known shares of the paragraphs.
 * @param client the administrator of the database.
 */
export async function fillParagraphs(client: pg.Client, paragraphs: number, reports: number): Promise<void> {
  const next = random(20260101);
  const word = vocabulary(next, 8000);
  const sentence = (n: number) => {
    const words = Array.from({ length: 30 + Math.floor(next() * 40) }, word);
    if (n % 1000 === 0) words[5] = 'aquamarine';
    if (n % 100 === 0) words.splice(3, 2, 'harbour', 'ledger');
    if (n % 10 !== 0) words[1] = 'common';
    return words.join(' ');
  };
  const each = paragraphs / reports;
  await client.query('begin');
  await client.query(
    `insert into stored_file (id, sha256, size, name, media_type, at, by) values ($1, repeat('0', 64), 0, 'bench.txt', 'text/plain', now(), $2)`,
    [id(1, 1), systemId],
  );
  await client.query(
    `insert into meeting (id, title, start_day) select format('00000000-0002-7000-8000-%s', lpad(to_hex(n), 12, '0'))::uuid, 'Meeting ' || n, date '2000-01-01' + n from generate_series(1, $1::int) n`,
    [reports],
  );
  await client.query(
    `insert into report (id, slug, meeting_id, version_id, stage, at, by) select format('00000000-0003-7000-8000-%s', h)::uuid, 'report-' || n, format('00000000-0002-7000-8000-%s', h)::uuid,
       format('00000000-0004-7000-8000-%s', h)::uuid, 'checked', now(), $2 from (select n, lpad(to_hex(n), 12, '0') as h from generate_series(1, $1::int) n) x`,
    [reports, systemId],
  );
  await client.query(
    `insert into report_version (id, report_id, n, file_id, text, at, by) select format('00000000-0004-7000-8000-%s', h)::uuid, format('00000000-0003-7000-8000-%s', h)::uuid, 1, $3, '', now(), $2
       from (select lpad(to_hex(n), 12, '0') as h from generate_series(1, $1::int) n) x`,
    [reports, systemId, id(1, 1)],
  );
  const paragraphRows = function* () {
    for (let n = 0; n < paragraphs; n++)
      yield `${id(5, n + 1)}\t${id(3, 1 + Math.floor(n / each))}\t${1 + (n % each)}\n`;
  };
  const versionRows = function* () {
    for (let n = 0; n < paragraphs; n++) {
      const report = 1 + Math.floor(n / each);
      yield `${id(6, n + 1)}\t${id(5, n + 1)}\t${id(4, report)}\t${id(3, report)}\tt\tp${1 + (n % each)}\t0\t${1 + (n % each)}\t${sentence(n)}\t0\t0\n`;
    }
  };
  await pipeline(
    Readable.from(paragraphRows()),
    client.query(copyFrom('copy paragraph (id, report_id, number) from stdin')),
  );
  await pipeline(
    Readable.from(versionRows()),
    client.query(
      copyFrom(
        'copy paragraph_version (id, paragraph_id, version_id, report_id, current, path, level, ordinal, text, start_at, end_at) from stdin',
      ),
    ),
  );
  await client.query('commit');
  await client.query('vacuum analyze');
}
