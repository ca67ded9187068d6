import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkBackupFile } from '../../src/kernel/server/backup/file.ts';
import { openEmbedded } from '../../src/kernel/server/db/embedded.ts';
import { redthread } from '../support/cli.ts';

/** How often each part kills; `REDTHREAD_KILL_ROUNDS=40` for a long look. The moments are drawn anew in every run and printed when a round fails. */
const rounds = Number(process.env['REDTHREAD_KILL_ROUNDS'] ?? 4);
// Not a statement about speed: a busy machine may take its time.
const limit = 1_200_000;
const root = path.resolve(import.meta.dirname, '../..');
let scratch: string;
const at = (name: string) => path.join(scratch, name);

beforeAll(() => void (scratch = mkdtempSync(path.join(os.tmpdir(), 'redthread-kill-'))));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

// What a failed test left running would hold the data of the next one.
const started = new Set<ChildProcess>();
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});

type Running = { process: ChildProcess; lines: string[]; ended: Promise<void> };

function start(program: string, args: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [path.join(root, program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  started.add(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return { process: child, lines, ended: new Promise((resolve) => child.once('close', () => resolve())) };
}

async function until(running: Running, wanted: (lines: string[]) => boolean): Promise<void> {
  const patience = Date.now() + limit / 2;
  while (Date.now() < patience) {
    if (wanted(running.lines)) return;
    if (running.process.exitCode !== null) break;
    await pause(10);
  }
  throw new Error(`did not come so far: ${running.lines.join(' | ')}`);
}

/** The number PostgreSQL runs under; 0 while it is starting. */
function postmasterOf(dataDir: string): number {
  const file = path.join(dataDir, 'pg/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

async function inDatabase<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await openEmbedded({ dataDir });
  const client = new pg.Client(server.config('dialogue', 'postgres'));
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
    await server.stop();
  }
}

const one = async (client: pg.Client, text: string, values: unknown[] = []) =>
  (await client.query<{ found: string }>(text, values)).rows[0]?.found;

/** What was acknowledged is there, whole. */
async function expectKept(client: pg.Client, lines: string[]): Promise<void> {
  for (const line of lines) {
    const [what, first = '', second = '', third = ''] = line.split(' ');
    if (what === 'received') {
      const { rows } = await client.query<{ bytes: Buffer }>(
        'select c.bytes from import i join stored_file_chunk c on c.file_id = i.file_id where i.id = $1 order by c.n',
        [second],
      );
      expect(
        createHash('sha256')
          .update(Buffer.concat(rows.map((row) => row.bytes)))
          .digest('hex'),
        line,
      ).toBe(third);
    } else if (what === 'adopted') {
      expect(
        Number(await one(client, 'select count(*) as found from outcome where report_id = $1', [second])),
        line,
      ).toBe(Number(third));
    } else if (what === 'decided') {
      expect(await one(client, 'select state as found from outcome where id = $1', [first]), line).toBe(second);
    }
  }
}

/** Sentences about things that are there in part; none may ever be true, acknowledged or not. */
const halves = {
  'a file lacks bytes': `select f.name as found from stored_file f where f.size <> coalesce((select sum(length(c.bytes)) from stored_file_chunk c where c.file_id = f.id), 0)`,
  'a file has no import': `select f.name as found from stored_file f where not exists (select 1 from import i where i.file_id = f.id)`,
  'a report lacks its version': `select r.slug as found from report r where not exists (select 1 from report_version v where v.id = r.version_id and v.report_id = r.id)`,
  'a report lacks paragraphs': `select r.slug as found from report r where (select count(*) from paragraph_version p where p.version_id = r.version_id and p.current) <> (select count(*) from paragraph p where p.report_id = r.id)
     or not exists (select 1 from paragraph p where p.report_id = r.id)`,
  'reports of one text differ in their parts': `select string_agg(distinct parts, ' and ') as found from (select (select count(*) from paragraph p where p.report_id = r.id) || ' paragraphs, ' ||
       (select count(*) from outcome o where o.report_id = r.id) || ' outcomes, ' || (select count(*) from attendance a where a.report_id = r.id) || ' present' as parts from report r) x having count(distinct parts) > 1`,
  'an adopted import leads nowhere': `select i.id::text as found from import i where i.state = 'adopted' and not exists (select 1 from report r where r.id = i.report_id)`,
  'a report was adopted without its import': `select r.slug as found from report r where not exists (select 1 from import i where i.report_id = r.id and i.state = 'adopted')`,
  'a decision has no history': `select o.id::text as found from outcome o where o.state <> 'proposed' and not exists (select 1 from outcome_revision v where v.outcome_id = o.id and v.revision = o.revision)`,
  'a line of the history has no audit entry': `select l.action as found from log_entry l group by l.action having count(*) > 0 and not exists (select 1 from audit_entry a where a.action = l.action and a.result = 'done')`,
};

async function expectWhole(client: pg.Client): Promise<void> {
  for (const [sentence, query] of Object.entries(halves)) expect(await one(client, query), sentence).toBeUndefined();
}

describe('kill -9', () => {
  it(
    `during import and review, ${rounds} times: keeps what was acknowledged and shows nothing by halves`,
    async () => {
      const dataDir = at('import');
      const acknowledged: string[] = [];
      let next = 1;
      for (let round = 0; round < rounds; round++) {
        const desk = start('test/durability/desk.ts', [dataDir, String(next)]);
        // The moment is drawn in work acknowledged, then in milliseconds, so that a slow machine kills as deep into the work as a quick one.
        const answers = Math.floor(Math.random() * 30);
        await until(desk, (lines) => lines.length - lines.indexOf('open') > answers && lines.includes('open'));
        await pause(Math.random() * 300);
        // In every third round PostgreSQL is killed as well, in the other order each time.
        const postmaster = postmasterOf(dataDir);
        if (round % 3 === 1) process.kill(postmaster, 'SIGKILL');
        desk.process.kill('SIGKILL');
        if (round % 3 === 2) process.kill(postmaster, 'SIGKILL');
        await desk.ended;
        acknowledged.push(...desk.lines);
        next =
          1 +
          Math.max(
            next,
            ...desk.lines.flatMap((line) => (line.startsWith('received ') ? Number(line.split(' ')[1]) : [])),
          );
        await inDatabase(dataDir, async (client) => {
          await expectKept(client, acknowledged);
          await expectWhole(client);
        });
      }
      expect(
        acknowledged.filter((line) => line.startsWith('decided')).length,
        'the desk got nothing done; the test proves nothing',
      ).toBeGreaterThan(rounds);
      expect((await redthread(['audit', 'verify', '--data', dataDir])).out).toMatch(/unbroken/);
    },
    limit,
  );

  it(
    `of PostgreSQL alone, ${Math.ceil(rounds / 3)} times: the application goes on and loses nothing`,
    async () => {
      const dataDir = at('import');
      const desk = start('test/durability/desk.ts', [dataDir, '100000']);
      await until(desk, (lines) => lines.some((line) => line.startsWith('decided')));
      for (let round = 0; round < Math.ceil(rounds / 3); round++) {
        const killed = postmasterOf(dataDir);
        process.kill(killed, 'SIGKILL');
        // Lines may still be on their way from before: what counts is work done after PostgreSQL is there again.
        await until(desk, () => ![0, killed].includes(postmasterOf(dataDir)));
        const before = desk.lines.length;
        await until(desk, (lines) => lines.slice(before).some((line) => line.startsWith('decided')));
        await pause(Math.random() * 200);
      }
      desk.process.kill('SIGKILL');
      await desk.ended;
      await inDatabase(dataDir, async (client) => {
        await expectKept(client, desk.lines);
        await expectWhole(client);
      });
    },
    limit,
  );

  it(
    `during backup, ${rounds} times: the file is absent, or whole`,
    async () => {
      const dataDir = at('import');
      let finished = 0;
      for (let round = 0; round < rounds; round++) {
        const file = at(`kill-${round}.backup`);
        const backup = start('src/cli/main.ts', ['backup', file, '--data', dataDir]);
        await Promise.race([backup.ended, pause(250 + Math.random() * 900)]);
        backup.process.kill('SIGKILL');
        await backup.ended;
        if (!existsSync(file)) continue;
        finished += 1;
        await checkBackupFile(file);
      }
      expect((await redthread(['backup', at('good.backup'), '--data', dataDir])).status).toBe(0);
      expect(finished, 'every backup was killed, or none').toBeLessThanOrEqual(rounds);
    },
    limit,
  );

  it(
    `during restore, ${rounds} times: the old data or the new, never a mixture`,
    async () => {
      const dataDir = at('restored');
      expect((await redthread(['migrate', '--data', dataDir])).status).toBe(0);
      const sizes = (client: pg.Client) =>
        one(
          client,
          `select (select count(*) from audit_entry) || ' ' || (select count(*) from paragraph_version) || ' ' || (select count(*) from outcome_revision) as found`,
        );
      const old = await inDatabase(dataDir, sizes);
      const restored = await inDatabase(at('import'), sizes);
      expect(restored).not.toBe(old);
      const seen = new Set<string | undefined>();
      for (let round = 0; round < rounds; round++) {
        const restore = start('src/cli/main.ts', ['restore', at('good.backup'), '--replace', '--data', dataDir]);
        await Promise.race([restore.ended, pause(300 + Math.random() * 2000)]);
        restore.process.kill('SIGKILL');
        await restore.ended;
        const now = await inDatabase(dataDir, async (client) => {
          await expectWhole(client);
          return sizes(client);
        });
        expect([old, restored]).toContain(now);
        seen.add(now);
      }
      expect((await redthread(['restore', at('good.backup'), '--replace', '--data', dataDir])).status).toBe(0);
      const left = await inDatabase(dataDir, async (client) =>
        (
          await client.query<{ datname: string }>(`select datname from pg_database where datname like 'dialogue%'`)
        ).rows.map((row) => row.datname),
      );
      expect(left).toEqual(['dialogue']);
      expect(readdirSync(scratch).filter((name) => name.endsWith('.partial')).length).toBeLessThanOrEqual(rounds);
    },
    limit,
  );
});
