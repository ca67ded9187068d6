import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../src/actions.generated.ts';
import type { Action } from '../../src/kernel/action.ts';
import { roles, type Actor, type Role } from '../../src/kernel/actor.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { runAction } from '../../src/kernel/server/run-action.ts';
import { sql } from 'kysely';
import { useDatabase } from '../support/database.ts';
import { useRuntime } from '../support/runtime.ts';
import { reached } from './people-scenarios.ts';
import { scenarios } from './scenarios.ts';
import { makeWorld, type World } from './world.ts';

const db = useDatabase();
const runtime = useRuntime(db);
let world: World;
beforeAll(async () => {
  world = await makeWorld(db);
});
const committed = (name: string) => join(import.meta.dirname, name);

async function attempt(action: Action, actor: Actor, input: unknown): Promise<{ done: boolean; code: string }> {
  try {
    const answer = await runAction(db.database, action, actor, input, { door: 'api' });
    if (answer.ok) return { done: true, code: 'done' };
    return { done: answer.refusal.code === reached[action.name], code: answer.refusal.code };
  } catch (error) {
    return { done: false, code: (error as { cause?: { code?: string } }).cause?.code ?? 'failed' };
  }
}

/**
 * One cell: `yes` done; `row` the role may, but not for this one; `no` the role may not, and the database alone refuses
 * as well; `role` the role may not, and only the check of the role says so.
 */
async function cell(action: Action, role: Role, scope: World['own']): Promise<string> {
  const actor = world.actors[role];
  const make = () => scenarios[action.name]!({ world, runtime, scope, actor });
  const checked = await attempt(action, actor, await make());
  if (checked.done) return 'yes';
  if (action.permission.includes(role)) return 'row';
  expect(['access.denied', 'access.sign-in'], `${action.name} as ${role}`).toContain(checked.code);
  const open = { ...action, permission: roles as unknown as Action['permission'] };
  return (await attempt(open, actor, await make())).done ? 'role' : 'no';
}

const wide = (texts: string[]) =>
  texts
    .map((text, i) => `${text} `.padEnd(i === 0 ? 34 : i === 1 ? 9 : 15))
    .join('')
    .trimEnd();

const text = (lines: string[]) => `${lines.join('\n')}\n`;

/** UPDATE_MATRIX=1 writes the file anew; read the difference before committing it. */
function keep(name: string, lines: string[]): void {
  if (process.env.UPDATE_MATRIX || !existsSync(committed(name))) writeFileSync(committed(name), text(lines));
}

describe('every action × every role', () => {
  const head = [
    '# Every action × every role, as the role check and the real database answer. Made by test/matrix/permissions.test.ts.',
    '# own: the thing belongs to the party or body the person acts for; other: to another.',
    '# yes   done',
    '# row   the role may call it, but not for this one',
    '# no    the role may not call it, and the database alone refuses as well',
    '# role  the role may not call it; the database alone would not have refused',
    wide(['# action', '', ...roles]),
  ];
  const found: string[] = [];
  const before = readFileSync(committed('permissions.txt'), 'utf8').split('\n');
  const sorted = [...actions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

  it('has a scenario', () => {
    expect(Object.keys(scenarios).sort()).toEqual([...actions.keys()].sort());
  });

  it.each(sorted.map((action) => [action.name, action] as const))('%s is as committed', async (name, action) => {
    const lines: string[] = [];
    for (const [label, scope] of [
      ['own', world.own],
      ['other', world.foreign],
    ] as const) {
      const cells: string[] = [];
      for (const role of roles) cells.push(await cell(action, role, scope));
      lines.push(wide([label === 'own' ? name : '', label, ...cells]));
    }
    found.push(...lines);
    const at = before.findIndex((line) => line.startsWith(`${name} `));
    if (!process.env.UPDATE_MATRIX) expect(lines).toEqual(before.slice(at, at + 2));
  });

  it('permissions.txt has these lines, in order, and no others', () => {
    keep('permissions.txt', [...head, ...found]);
    expect(readFileSync(committed('permissions.txt'), 'utf8')).toBe(text([...head, ...found]));
  });
});

describe('every table × every role, reading', () => {
  /** Tables an administrator sees more of than the public: people, rights, the log of calls, and what is their own. */
  const administration = [
    'access_grant',
    'api_token',
    'audit_entry',
    'audit_head',
    'log_entry',
    'person',
    'passkey',
    'passkey_challenge',
    'calendar_feed',
    'notice_choice',
    'notice_setting',
  ];

  async function tables(): Promise<string[]> {
    const { rows } = await db.admin.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
    return rows.map((row) => row.name);
  }
  async function seen(table: string, actor: Actor): Promise<number | null> {
    return asActor(
      db.database,
      actor,
      async (tx) =>
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]!.n,
    ).catch((error: { code?: string }) => {
      if (error.code === '42501') return null;
      throw error;
    });
  }

  it('is as committed in tables.txt', { timeout: 120_000 }, async () => {
    const lines = [
      '# Every table × every role: how many of its rows a person with that role can read, after everything in permissions.txt was tried.',
      '# all, some, none; closed: the application may not read the table at all; (empty): nothing was in it.',
      wide(['# table', '', ...roles]),
    ];
    for (const table of await tables()) {
      const total = (await db.admin.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
      const cells: string[] = [];
      for (const role of roles) {
        const rows = await seen(table, world.actors[role]);
        cells.push(
          rows === null ? 'closed' : total === 0 ? '(empty)' : rows === 0 ? 'none' : rows === total ? 'all' : 'some',
        );
      }
      lines.push(wide([table, '', ...cells]));
    }
    keep('tables.txt', lines);
    expect(text(lines)).toBe(readFileSync(committed('tables.txt'), 'utf8'));
  });

  it('administrators see of the content what the public sees, and nothing more', async () => {
    for (const table of (await tables()).filter((name) => !administration.includes(name)))
      expect([table, await seen(table, world.actors.administrator)]).toEqual([
        table,
        await seen(table, world.actors.public),
      ]);
  });

  it('administrators read in the history what was done about people, no sentence about reports', async () => {
    const rows = await asActor(db.database, world.actors.administrator, (tx) =>
      tx.selectFrom('log_entry').select(['action', 'person_id']).execute(),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.filter((row) => !row.action.startsWith('people.') && row.person_id !== world.actors.administrator.personId),
    ).toEqual([]);
  });
});
