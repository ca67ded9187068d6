import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { openEmbedded } from '../src/kernel/server/db/embedded.ts';
import type { TestDatabase } from '../test/support/database.ts';
import { aMeeting } from '../test/support/meeting.ts';
import type { Bench, Ratio } from './bench.ts';

const root = join(import.meta.dirname, '..');
const connections = 1000;
const changes = Number(process.env['REDTHREAD_BENCH_CHANGES'] ?? 100);

/** What the process with the connections reports. */
export type Heard =
  | { kind: 'connected' }
  /** How many lines heard of a version, and how long after `from` (ms since 1970) each did. */
  | { kind: 'version'; version: number; at: number[] };

export const bench: Bench = {
  about: `${connections} lines follow one session of a real server; from the answer of a command, or from the moment the database had changed the list, to each screen`,
  async run(say) {
    const dataDir = await mkdtemp(join(tmpdir(), 'redthread-bench-'));
    const application = await start(dataDir);
    let lines: ChildProcess | undefined;
    try {
      const meeting = await prepare(dataDir);
      const cookies = await Promise.all(people.map((name) => signIn(application.url, name)));
      lines = fork(join(import.meta.dirname, 'floor-lines.ts'), [
        `${application.url}/meetings/${meeting.slug}/floor/${meeting.session}/live`,
        String(connections),
        JSON.stringify(cookies.slice(1)),
      ]);
      const heard = ear(lines);
      await heard.until((one): one is Heard => one.kind === 'connected');
      const measured = await lead(application, heard, meeting, cookies[0]!);
      return report(measured, application.process.pid!, say);
    } finally {
      lines?.kill();
      await stop(application.process);
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** Who signs in: the Secretariat leads, the delegates of the sample share the lines between them. */
const people = ['Jonas Lindqvist', 'Yoana Stoeva', 'Arben Kodra', 'Emina Karadža'];

interface Measured {
  /** ms from the moment the database had changed the list (before the commit) to a line; one each line and change. */
  fromChange: number[];
  /** ms from the moment the command was answered; early ones are negative. */
  fromAnswer: number[];
  rssMb: number;
  /** Processor time of the server for one change, its command included, ms. */
  cpuMs: number;
}

async function lead(
  application: { url: string; process: ChildProcess },
  heard: ReturnType<typeof ear>,
  { slug, session, admin, party }: Awaited<ReturnType<typeof prepare>>,
  cookie: string,
): Promise<Measured> {
  const measured: Measured = { fromChange: [], fromAnswer: [], rssMb: 0, cpuMs: 0 };
  let before = cpuOf(application.process.pid!);
  const send = (action: string, input: object) =>
    post(`${application.url}/meetings/${slug}/floor/${session}/send`, cookie, { action, input });
  let turn: { turn: string; revision: number } | null = null;
  for (let n = 0; n < changes; n++) {
    await pause(40);
    // By turns somebody asks, gets the floor, is interrupted, goes on, ends.
    const step = ['ask', 'give', 'pause', 'resume', 'stop'][n % 5]!;
    const input: object =
      step === 'ask' ? { session, party } : { ...turn, ...(step === 'give' ? { current: null } : {}) };
    const answered = await send(`floor.turn.${step}`, { command: newId(), ...input });
    const answeredAt = performance.timeOrigin + performance.now();
    turn = answered;
    const { rows } = await admin.query<{ version: number; at: number }>(
      'select version::int, extract(epoch from changed_at) * 1000 as at from floor_version where session_id = $1',
      [session],
    );
    const { version, at } = rows[0]!;
    const arrived = await heard.until((one): one is Version => one.kind === 'version' && one.version === version);
    if (n < 10) {
      before = cpuOf(application.process.pid!);
      continue;
    }
    measured.fromChange.push(...arrived.at.map((moment) => moment - Number(at)));
    measured.fromAnswer.push(...arrived.at.map((moment) => moment - answeredAt));
    measured.rssMb = Math.max(measured.rssMb, rssOf(application.process.pid!));
  }
  measured.cpuMs = (cpuOf(application.process.pid!) - before) / (changes - 10);
  await admin.end();
  return measured;
}

function report({ fromChange, fromAnswer, rssMb, cpuMs }: Measured, pid: number, say: (line: string) => void): Ratio[] {
  const at = (values: number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;
  const peak = Math.max(rssMb, peakOf(pid));
  for (const [what, values] of Object.entries({ 'the change': fromChange, 'the answer': fromAnswer }))
    say(
      `from ${what}: p50 ${at(values, 0.5).toFixed(0)} ms, p99 ${at(values, 0.99).toFixed(0)} ms, most ${Math.max(...values.slice(0, 100_000)).toFixed(0)} ms over ${values.length} messages`,
    );
  return [
    {
      what: 'change to screen, p99 / 100 ms',
      value: at(fromChange, 0.99) / 100,
      limit: 1,
      detail: `${at(fromChange, 0.99).toFixed(0)} ms; p50 ${at(fromChange, 0.5).toFixed(0)} ms; ${cpuMs.toFixed(0)} ms of the processor a change`,
    },
    { what: 'memory of the server, most / 600 MB', value: peak / 600, limit: 1, detail: `${peak.toFixed(0)} MB` },
  ];
}

const statusOf = (pid: number, field: string) =>
  Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
/** Processor time a process has used, ms; the kernel counts it in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
const rssOf = (pid: number) => statusOf(pid, 'VmRSS');
const peakOf = (pid: number) => statusOf(pid, 'VmHWM');

/** What the lines have said so far and will say. */
function ear(lines: ChildProcess) {
  const said: Heard[] = [];
  const waiting = new Set<() => void>();
  lines.on('message', (one: Heard) => {
    said.push(one);
    for (const look of waiting) look();
  });
  lines.on('exit', (code) => void (code && console.error(`the lines ended with ${code}`)));
  return {
    /** The first message that fits, past or to come. */
    until<T extends Heard>(fits: (one: Heard) => one is T): Promise<T> {
      return new Promise((resolve) => {
        const look = () => {
          const found = said.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
  };
}
type Version = Extract<Heard, { kind: 'version' }>;

async function prepare(dataDir: string) {
  const server = await openEmbedded({ dataDir, guest: true });
  const admin = new pg.Client(server.config('dialogue', 'postgres'));
  await admin.connect();
  const ids = async (text: string) => (await admin.query<{ id: string }>(text)).rows.map(({ id }) => id);
  const parties = await ids(`select id from party where key in ('ALB', 'BGR', 'BIH') order by key`);
  const [body = ''] = await ids(`select id from body where kind = 'senior-officials-meeting' limit 1`);
  const { slug, sessions } = await aMeeting({ admin } as TestDatabase, {
    body,
    parties,
    stage: 'open',
    sessions: { plenary: { state: 'open' } },
  });
  const session = sessions['plenary']!;
  // A list as long as a tour de table of sixty.
  for (let n = 0; n < 60; n++)
    await admin.query(
      `insert into intervention (id, session_id, party_id, speaker, kind, state, ordinal, asked_at, by)
       values ($1, $2, $3, $4, 'statement', 'waiting', $5, now(), '00000000-0000-7000-8000-000000000001')`,
      [newId(), session, parties[n % 3], `Speaker ${n}`, n + 1],
    );
  return { slug, session, admin, party: parties[0]! };
}

async function start(dataDir: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--sample', '--port', '0', '--data', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout!) {
    printed += String(chunk);
    const url = /Open +(\S+)/.exec(printed)?.[1];
    if (url) return { url, process: child };
  }
  throw new Error(`the application ended: ${printed}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Becomes a person of the sample; the cookie. */
async function signIn(origin: string, name: string): Promise<string> {
  const page = await (await fetch(`${origin}/sign-in`)).text();
  const person = new RegExp(`name="person" value="([^"]+)"(?:(?!name="person")[\\s\\S])*?${name}`).exec(page)?.[1];
  if (!person) throw new Error(`the sign-in page does not offer ${name}`);
  const response = await fetch(`${origin}/sign-in?/sample`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person }).toString(),
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]!);
  if (cookies.length === 0) throw new Error(`${name} could not sign in (${response.status})`);
  return cookies.join('; ');
}

async function post(url: string, cookie: string, body: object): Promise<{ turn: string; revision: number }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { cookie, origin: new URL(url).origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { ok: boolean; value: { turn: string; revision: number } };
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.value;
}
