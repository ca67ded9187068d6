import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEmbedded } from '../../src/kernel/server/db/embedded.ts';

/**
 * A small application on the embedded database, to be killed: opens the folder given as argument, writes one row after the other
 * and prints each number once it is committed. On SIGTERM it leaves in order. The last line of a failure is its sentence.
 */
const dataDir = process.argv[2] ?? '';
const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  const server = await openEmbedded({ dataDir, onNotice: (sentence) => say(`notice ${sentence}`) });
  const pool = new pg.Pool({ ...server.config('postgres', 'postgres'), max: 1 });
  pool.on('error', () => undefined);
  let leaving = false;
  process.on('SIGTERM', () => (leaving = true));
  await pool.query('create table if not exists written (number bigint primary key)');
  say('open');
  while (!leaving) {
    const next = await pool
      .query<{ number: string }>(
        'insert into written select coalesce(max(number), 0) + 1 from written returning number',
      )
      .catch(() => pause(20));
    if (next) say(`wrote ${next.rows[0]?.number}`);
    await pause(2);
  }
  await pool.end();
  await server.stop();
  say('left');
} catch (error) {
  say(`refused ${(error as Error).message}`);
  process.exitCode = 1;
}
