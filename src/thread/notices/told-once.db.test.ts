import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, inject, it } from 'vitest';
import { someone } from '../../../test/support/actors.ts';
import { useDatabase } from '../../../test/support/database.ts';
import { openedCycle } from '../../../test/support/plan.ts';
import { done, partyId } from '../../../test/support/records.ts';
import { useRuntime } from '../../../test/support/runtime.ts';
import { system } from '../../kernel/actor.ts';
import { embeddedLogin } from '../../kernel/server/db/roles.ts';
import { seedGoals } from '../../modules/goals/server/index.ts';
import { seedRegister } from '../../modules/register/server/index.ts';
import { tellPeople } from './tell.ts';

const db = useDatabase();
const runtime = useRuntime(db);
const day = 86_400_000;
const noon = new Date(Math.ceil(Date.now() / day - 0.5) * day + day / 2);
const later = (days: number) => new Date(noon.getTime() + days * day);
const iso = (moment: Date) => moment.toISOString().slice(0, 10);

beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
});

it('the deadline of inputs is told to who is awaited, not to a party that left the body after the call', async () => {
  const body = 'body:wg-silk-routes';
  const mandate = { body, party: 'PRT', role: 'member', beginsUntil: '2020-01-01', source: 'minutes of 2020' };
  await done(db, system, 'register.mandate.record', mandate);
  const people = {
    PRT: await someone(db, 'focal-point', { party: await partyId(db, 'PRT') }),
    BGR: await someone(db, 'focal-point', { party: await partyId(db, 'BGR') }),
  };
  await openedCycle(db, { body, parties: ['PRT', 'BGR'], due: `${iso(later(4))}T12:00` });
  const { rows } = await db.admin.query<{ id: string }>(`select id from mandate where source = 'minutes of 2020'`);
  const left = iso(later(1));
  await done(db, system, 'register.mandate.end', {
    entry: rows[0]!.id,
    endsFrom: left,
    endsUntil: left,
    source: 'note',
  });
  await tellPeople(runtime, later(2));
  const told = await db.admin.query<{ person: string }>(
    `select person_id as person from notice where kind = 'plan-deadline'`,
  );
  expect(told.rows).toEqual([{ person: people.BGR.personId }]);
});

it('a worker killed at any moment loses no notice and sends no other mail than once', async () => {
  await db.admin.query(
    'delete from notice; delete from mail; update access_grant set valid_until = now() where role <> $$system$$ and valid_until is null',
  );
  const georgia = await partyId(db, 'GEO');
  for (let n = 0; n < 6; n++) await someone(db, 'member', { party: georgia, name: `Reader ${n}` });
  for (let n = 0; n < 3; n++)
    await done(db, system, 'followup.commitment.raise', { title: `Count the boats of bay ${n}`, owners: ['GEO'] });
  const login = { ...inject('cluster').login, user: inject('cluster').login.user ?? embeddedLogin, database: db.name };
  const program = join(import.meta.dirname, '../../../test/durability/teller.ts');
  const workUntil = (enough: () => Promise<unknown>) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [program, JSON.stringify(login), runtime.dataDir, later(0).toISOString()]);
      const faults: string[] = [];
      child.stderr.on('data', (chunk: Buffer) => faults.push(chunk.toString()));
      child.stdout.resume();
      void enough().then(() => child.kill('SIGKILL'));
      child.once('close', (code) => (code === null ? resolve() : reject(new Error(faults.join('')))));
    });
  // Killed three times in the middle of it, at moments drawn by the machine; then left to finish.
  const began = async (mails: number) => {
    for (let n = 0; n < 3000 && (await sentNow()) < mails; n++) await pause(20);
  };
  const sentNow = async () => {
    await db.admin.query('update mail set next_at = now() where sent_at is null');
    const { rows } = await db.admin.query<{ n: number }>(
      'select count(*)::int as n from mail where sent_at is not null',
    );
    return rows[0]!.n;
  };
  for (const mails of [1, 4, 9]) await workUntil(() => began(mails));
  const all = 6 * 3;
  await workUntil(() => began(all));
  const { rows } = await db.admin.query<{ notices: number; subjects: number; waiting: number }>(
    `select count(*)::int as notices, count(distinct (n.person_id, n.subject))::int as subjects,
      (select count(*)::int from mail where sent_at is null) as waiting from notice n where n.kind = 'asked'`,
  );
  expect(rows).toEqual([{ notices: all, subjects: all, waiting: 0 }]);
  // A mail whose sending was not noted any more goes out again under the same Message-ID: whoever gets both shows one.
  const folder = join(runtime.dataDir, 'mail');
  const ids = await Promise.all(
    (await readdir(folder))
      .filter((name) => name.endsWith('.eml'))
      .map(async (name) => /^Message-ID: (.*)$/im.exec(await readFile(join(folder, name), 'utf8'))?.[1]),
  );
  expect(new Set(ids).size).toBe(all);
}, 180_000);
