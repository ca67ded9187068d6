import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Actor } from '../src/kernel/actor.ts';
import type { Tx } from '../src/kernel/action.ts';
import { newId } from '../src/kernel/ids.ts';
import { asActor, type Database, introduceReader, openDatabase } from '../src/kernel/server/db/database.ts';
import { openEmbedded } from '../src/kernel/server/db/embedded.ts';
import { keepPlans } from '../src/kernel/server/db/kept-plans.ts';
import { migrate } from '../src/kernel/server/db/migrate.ts';
import { embeddedLogin, ensureRoles } from '../src/kernel/server/db/roles.ts';
import type { DB } from '../src/kernel/server/db/types.generated.ts';
import { loadActor } from '../src/kernel/server/load-actor.ts';
import { startServer } from '../test/support/postgres.ts';
import { type Ratio, inTurns, ms, stops } from './bench.ts';

/** The same query twice: as a person asks it, under every rule; and as the superuser, for whom no rule holds, in the name of the same person. */
export interface Sides {
  /** "embedded", "PostgreSQL 18.4 over TCP". */
  where: string;
  database: Database;
  /** The superuser's connection. */
  admin: pg.Client;
  /** Makes a person with a role: members and focal points of the party with that key, chairs of the body. */
  somebody(role: 'member' | 'focal-point' | 'chair' | 'secretariat', of?: string): Promise<Actor>;
  /** @returns the median time under the rules over that without them; promised to stay at or below 2. */
  compare(what: string, actor: Actor, ask: (tx: Tx) => Promise<unknown>, rounds?: number): Promise<Ratio>;
}

/** How to reach one database: as the superuser, and as the application's login. */
export interface Reach {
  where: string;
  admin(database: string): pg.ClientConfig;
  login(database: string): pg.ClientConfig;
}

/**
 * Fills a database on the embedded engine and on a server over TCP (the oldest that is installed, else the newest), one after the other, and measures on each.
 * @param fill gets the administrator of a migrated, empty database.
 */
export async function onEngines(
  fill: (admin: pg.Client) => Promise<void>,
  measure: (sides: Sides) => Promise<Ratio[]>,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'redthread-bench-'));
  const embedded = await openEmbedded({ dataDir });
  const stopEmbedded = () => embedded.stop();
  stops.add(stopEmbedded);
  const ratios: Ratio[] = [];
  try {
    const reach: Reach = {
      where: 'embedded',
      admin: (database) => embedded.config(database, 'postgres'),
      login: (database) => embedded.config(database, embeddedLogin),
    };
    ratios.push(...(await fillAndMeasure(reach, fill, measure, say)));
  } finally {
    await embedded.stop();
    stops.delete(stopEmbedded);
    await rm(dataDir, { recursive: true, force: true });
  }
  const server = (await startServer('floor')) ?? (await startServer('newest'))!;
  const stopServer = () => server.stop();
  stops.add(stopServer);
  try {
    const reach: Reach = {
      where: server.name,
      admin: (database) => ({ connectionString: server.url(database) }),
      login: (database) => ({ connectionString: server.loginUrl(database) }),
    };
    ratios.push(...(await fillAndMeasure(reach, fill, measure, say)));
  } finally {
    await server.stop();
    stops.delete(stopServer);
  }
  return ratios;
}

async function fillAndMeasure(
  reach: Reach,
  fill: (admin: pg.Client) => Promise<void>,
  measure: (sides: Sides) => Promise<Ratio[]>,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const from = performance.now();
  const root = new pg.Client(reach.admin('postgres'));
  await root.connect();
  await ensureRoles(root, embeddedLogin);
  await root.query('create database dialogue');
  await root.end();
  const client = new pg.Client(reach.admin('dialogue'));
  await client.connect();
  try {
    await migrate(client, join(import.meta.dirname, '../db/dialogue'));
    await fill(client);
  } finally {
    await client.end();
  }
  say(`${reach.where}: filled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return measureOn(reach, measure, say);
}

/** Measures on a database `dialogue` that is there and filled. @param say prints each ratio as it is known. */
export async function measureOn(
  reach: Reach,
  measure: (sides: Sides) => Promise<Ratio[]>,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const admin = new pg.Client(reach.admin('dialogue'));
  await admin.connect();
  const database = openDatabase(reach.login('dialogue'), 2);
  const pool = new pg.Pool({
    ...reach.admin('dialogue'),
    max: 2,
    options: '-c search_path=public -c timezone=UTC -c jit=off',
  });
  pool.on('error', () => undefined);
  const bare = new Kysely<DB>({ dialect: new PostgresDialect({ pool: keepPlans(pool) }) });
  try {
    return await measure({
      where: reach.where,
      database,
      admin,
      somebody: (role, of) => somebody(admin, database, role, of),
      compare: async (what, actor, ask, rounds = 9) => {
        const guarded = () => asActor(database, actor, ask);
        const open = () =>
          bare
            .transaction()
            .setAccessMode('read only')
            .setIsolationLevel('repeatable read')
            .execute(async (tx) => {
              await introduceReader(tx, actor);
              return ask(tx);
            });
        const { ratio, first, second } = await inTurns(rounds, guarded, open);
        const detail = `${ms(first)} / ${ms(second)}`;
        say(`${reach.where}: ${what}: ${ratio.toFixed(2)} (${detail})`);
        return { what: `${reach.where}: ${what}`, value: ratio, limit: 2, detail };
      },
    });
  } finally {
    await database.close();
    await bare.destroy();
    await admin.end();
  }
}

async function somebody(admin: pg.Client, database: Database, role: string, of?: string): Promise<Actor> {
  const person = newId();
  await admin.query(`insert into person (id, name, email) values ($1, 'Bench', $2)`, [person, `${person}@example.org`]);
  await admin.query(
    `insert into access_grant (id, person_id, role, party_id, body_id, valid_from, reason)
     select $1, $2, $3, (select id from party where key = $4), (select id from body where key = $4), '2000-01-01', 'bench'`,
    [newId(), person, role, of ?? null],
  );
  return loadActor(database, person);
}
