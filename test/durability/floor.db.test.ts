import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { embeddedLogin } from '../../src/kernel/server/db/roles.ts';
import { changed, type FloorChange, type FloorView } from '../../src/modules/floor/index.ts';
import { seedRegister } from '../../src/modules/register/server/index.ts';
import { someone } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { aMeeting } from '../support/meeting.ts';

const db = useDatabase();
const days = 3;
const delegations = 60;
let room: ChildProcess | null = null;
let port = 0;

/** Starts a server of the floor, after the last one was killed. */
async function openRoom(): Promise<void> {
  const { login } = inject('cluster');
  const config = { ...login, user: login.user ?? embeddedLogin, database: db.name };
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'floor-room.ts'), JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  port = Number(line);
  room = child;
}
async function killRoom(): Promise<void> {
  const child = room!;
  room = null;
  child.kill('SIGKILL');
  await once(child, 'close');
}

/** Chance that repeats itself, so that a run that failed can be run again. */
function dice(seed: number) {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}
const chance = dice(Number(process.env['REDTHREAD_REHEARSAL'] ?? 4711));

interface Answer {
  ok: boolean;
  code?: string;
  value?: { turn: string; revision: number; state: string };
}

/** Sends until it is answered. Some answers get lost on the way back, so that the same command arrives twice. */
async function send(person: string, action: string, input: object): Promise<Answer> {
  const body = JSON.stringify({ person, action, input });
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
      const answer = (await response.json()) as Answer;
      if (chance() < 0.08) throw new Error('the answer was lost');
      return answer;
    } catch {
      await pause(5 + chance() * 20);
    }
  }
  throw new Error(`${action} was never answered`);
}

/** A screen whose line breaks now and then. Keeps the view as a browser does, and remembers whether it ever showed two speakers. */
function screen(person: string, session: string) {
  let view: FloorView | null = null;
  let two = false;
  let line = new AbortController();
  let over = false;
  const take = (event: string, data: { view?: FloorView; change?: FloorChange }) => {
    if (event === 'full') view = data.view!;
    if (event === 'change') {
      const next = view && changed(view, data.change!);
      if (next) view = next;
      else line.abort();
    }
    two ||= (view?.turns.filter(({ state }) => state === 'speaking').length ?? 0) > 1;
  };
  const follow = async () => {
    while (!over) {
      try {
        line = new AbortController();
        const since = view ? `&since=${view.sight}-${view.version}` : '';
        const response = await fetch(`http://127.0.0.1:${port}/${session}?person=${person}${since}`, {
          signal: line.signal,
        });
        let rest = '';
        for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
          const blocks = `${rest}${chunk}`.split('\n\n');
          rest = blocks.pop()!;
          for (const block of blocks) {
            const [, event = '', data = '{}'] = /event: (\w+)\ndata: (.*)/.exec(block) ?? [];
            take(event, JSON.parse(data) as { view?: FloorView; change?: FloorChange });
          }
        }
      } catch {
        // The line broke; a browser comes back by itself.
      }
      await pause(20);
    }
  };
  const done = follow();
  return {
    get view() {
      return view;
    },
    get sawTwo() {
      return two;
    },
    breakLine: () => line.abort(),
    async close() {
      over = true;
      line.abort();
      await done;
    },
  };
}

let parties: string[];
let people: string[];
let chair: string;
let body: string;
beforeAll(async () => {
  await seedRegister(db.database);
  const rows = await db.admin.query<{ id: string }>('select id from party order by key limit $1', [delegations]);
  parties = rows.rows.map(({ id }) => id);
  const bodies = await db.admin.query<{ id: string }>(
    `select id from body where kind = 'senior-officials-meeting' limit 1`,
  );
  body = bodies.rows[0]!.id;
  chair = (await someone(db, 'chair', { body })).personId!;
  people = [];
  for (const party of parties) people.push((await someone(db, 'focal-point', { party })).personId!);
  await openRoom();
});
afterAll(async () => {
  if (room) await killRoom();
});

describe('a rehearsal', () => {
  it(
    `${delegations} delegations, ${days} days, lines that break, commands twice and late, a server killed in the middle of each day: nothing lost, never two speakers`,
    { timeout: 240_000 },
    async () => {
      for (let day = 1; day <= days; day++) await holdDay(day);
    },
  );
});

async function holdDay(day: number): Promise<void> {
  const { sessions } = await aMeeting(db, { body, parties, stage: 'open', sessions: { day: { secondsEach: 180 } } });
  const session = sessions['day']!;
  const screens = [screen(chair, session), screen(people[0]!, session), screen(people[1]!, session)];
  await send(chair, 'floor.session.open', { command: newId(), session, revision: 1 });
  const asked = await askAll(session);
  const spoken = await leadAll(session, asked, day, screens);
  await send(chair, 'floor.session.close', { command: newId(), session, revision: 2 });
  await expectWhole(session, asked, spoken);
  const { rows } = await db.admin.query<{ version: number }>(
    'select version from floor_version where session_id = $1',
    [session],
  );
  for (let tries = 0; tries < 500 && screens.some(({ view }) => view?.version !== rows[0]!.version); tries++)
    await pause(10);
  for (const one of screens) {
    expect(one.view?.version).toBe(rows[0]!.version);
    expect(one.view?.turns).toEqual(screens[0]!.view!.turns);
    expect(one.view?.turns.filter(({ state }) => state === 'done')).toHaveLength(spoken.length);
    expect(one.sawTwo).toBe(false);
    await one.close();
  }
}

/** Everybody asks, six at a time, some of them twice over; a tenth waives. */
async function askAll(session: string): Promise<{ turn: string; waives: boolean }[]> {
  const asked: { turn: string; waives: boolean }[] = [];
  const queue = parties.map((party, index) => ({ party, person: people[index]! }));
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { party, person } = next;
      const input = { command: newId(), session, party };
      const twice = chance() < 0.2 ? [1, 2] : [1];
      const answers = await Promise.all(twice.map(() => send(person, 'floor.turn.ask', input)));
      for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { turn: input.command } });
      const waives = chance() < 0.1;
      if (waives)
        expect(
          await send(person, 'floor.turn.waive', { command: newId(), turn: input.command, revision: 1 }),
        ).toMatchObject({ ok: true });
      asked.push({ turn: input.command, waives });
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return asked;
}

/** The chair gives the floor to one after the other. Old commands come in again between, and half way the server is killed while a command is on its way. */
async function leadAll(
  session: string,
  asked: readonly { turn: string; waives: boolean }[],
  day: number,
  screens: readonly ReturnType<typeof screen>[],
): Promise<string[]> {
  const { rows } = await db.admin.query<{ id: string }>(
    `select id from intervention where session_id = $1 and state = 'waiting' order by ordinal`,
    [session],
  );
  expect(rows).toHaveLength(asked.filter(({ waives }) => !waives).length);
  const sent: [action: string, input: object][] = [];
  let current: string | null = null;
  for (const [index, { id }] of rows.entries()) {
    if (chance() < 0.15) screens[Math.floor(chance() * screens.length)]!.breakLine();
    const give = { command: newId(), turn: id, revision: 1, current };
    const answering = send(chair, 'floor.turn.give', give);
    if (index === Math.floor(rows.length / 2)) {
      await pause(chance() * 8 * day);
      await killRoom();
      await openRoom();
    }
    expect(await answering).toMatchObject({ ok: true, value: { turn: id, state: 'speaking' } });
    sent.push(['floor.turn.give', give]);
    current = id;
    if (index % 7 === 3) {
      // A command of a while ago comes in late, under its own id and as one that is new: neither moves the floor.
      const [action, old] = sent[Math.floor(chance() * (sent.length - 1))]!;
      await send(chair, action, old);
      const late = await send(chair, action, { ...old, command: newId() });
      expect(late.ok).toBe(false);
    }
  }
  return rows.map(({ id }) => id);
}

/** As the database has it: every turn there once, in its state, and the times one after the other. */
async function expectWhole(
  session: string,
  asked: readonly { turn: string; waives: boolean }[],
  spoken: readonly string[],
): Promise<void> {
  const { rows } = await db.admin.query<{
    id: string;
    state: string;
    given_at: Date;
    ended_at: Date;
    spoken_ms: number;
  }>('select id, state, given_at, ended_at, spoken_ms from intervention where session_id = $1 order by given_at', [
    session,
  ]);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(asked.map(({ turn }) => turn).toSorted());
  expect(rows.filter(({ state }) => state === 'done').map(({ id }) => id)).toEqual(spoken);
  expect(rows.filter(({ state }) => state === 'waived')).toHaveLength(asked.filter(({ waives }) => waives).length);
  const speeches = rows.filter(({ state }) => state === 'done');
  for (const [index, speech] of speeches.entries()) {
    expect(Number(speech.spoken_ms)).toBe(speech.ended_at.getTime() - speech.given_at.getTime());
    // Nobody began before the one before had ended.
    const before = speeches[index - 1];
    if (before) expect(speech.given_at.getTime()).toBeGreaterThanOrEqual(before.ended_at.getTime());
  }
}
