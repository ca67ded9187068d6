import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { asActor, openDatabase } from '../src/kernel/server/db/database.ts';
import type { DB } from '../src/kernel/server/db/types.generated.ts';
import { openEmbedded } from '../src/kernel/server/db/embedded.ts';
import { migrate } from '../src/kernel/server/db/migrate.ts';
import { embeddedLogin, ensureRoles } from '../src/kernel/server/db/roles.ts';
import { loadActor } from '../src/kernel/server/load-actor.ts';
import { searchForm } from '../src/modules/records/forms.ts';
import { search } from '../src/modules/records/server/index.ts';
import { startServer } from '../test/support/postgres.ts';
import { type Bench, inTurns, ms, type Ratio } from './bench.ts';
import { fillParagraphs } from './paragraphs.ts';

const queries = {
  'rare word': 'aquamarine',
  'two words': 'harbour ledger',
  phrase: '"harbour ledger"',
  'common word': 'common',
};

/** The line of search_paragraphs that says who may see a hit. The unprotected search is the same function without it. */
const rule = /\n +and \(r\.stage = 'published' or staff or [^\n]+/;

export const bench: Bench = {
  about: 'the search page over 100,000 paragraphs as a member, against the same search without any rule',
  async run(say) {
    const dataDir = await mkdtemp(join(tmpdir(), 'redthread-bench-'));
    const server = await openEmbedded({ dataDir });
    const ratios: Ratio[] = [];
    try {
      ratios.push(
        ...(await compare(
          'embedded',
          server.config('dialogue', 'postgres'),
          server.config('dialogue', embeddedLogin),
          say,
        )),
      );
    } finally {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
    for (const which of ['newest', 'floor'] as const) {
      const other = await startServer(which);
      if (!other) {
        say('Left out: the oldest server, because no PostgreSQL of 15 or newer is installed.');
        continue;
      }
      try {
        ratios.push(
          ...(await compare(
            other.name,
            { connectionString: other.url('dialogue') },
            { connectionString: other.loginUrl('dialogue') },
            say,
          )),
        );
      } finally {
        await other.stop();
      }
    }
    return ratios;
  },
};

async function compare(
  where: string,
  admin: pg.ClientConfig,
  login: pg.ClientConfig,
  say: (line: string) => void,
): Promise<Ratio[]> {
  const from = performance.now();
  await prepare(admin);
  say(`${where}: 100,000 paragraphs in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  await makeUnprotected(admin);
  const database = openDatabase(login, 2);
  const pool = new pg.Pool({ ...admin, max: 2, options: '-c search_path=bare,public -c timezone=UTC' });
  pool.on('error', () => undefined);
  const bare = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  try {
    const member = await loadActor(database, await makeMember(admin));
    const ratios: Ratio[] = [];
    for (const [name, q] of Object.entries(queries)) {
      const form = searchForm.parse({ q });
      const guarded = () => asActor(database, member, (tx) => search(tx, form));
      const open = () =>
        bare
          .transaction()
          .setAccessMode('read only')
          .setIsolationLevel('repeatable read')
          .execute((tx) => search(tx, form));
      const [a, b] = [await guarded(), await open()];
      if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error(`${name}: the two searches answer differently`);
      const times = await inTurns(name === 'common word' ? 15 : 60, guarded, open);
      ratios.push({
        what: `${where}: ${name} (${a.total} hits)`,
        value: times.ratio,
        limit: 2,
        detail: `${ms(times.first)} / ${ms(times.second)}`,
      });
    }
    return ratios;
  } finally {
    await database.close();
    await bare.destroy();
  }
}

/** A second search_paragraphs in a schema of its own, word for word the same but for the rule; row-level security does not hold for the superuser who calls it. */
async function makeUnprotected(admin: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    `select pg_get_functiondef(oid) as text from pg_proc where proname = 'search_paragraphs' and pronamespace = 'public'::regnamespace`,
  );
  const text = rows[0]?.text ?? '';
  if (!rule.test(text)) throw new Error('search_paragraphs has another rule than this benchmark takes away');
  await client.query('create schema bare');
  await client.query(text.replace(rule, '').replace('public.search_paragraphs', 'bare.search_paragraphs'));
  await client.end();
}

async function prepare(admin: pg.ClientConfig): Promise<void> {
  const root = new pg.Client(atPostgres(admin));
  await root.connect();
  await ensureRoles(root, embeddedLogin);
  await root.query('create database dialogue');
  await root.end();
  const client = new pg.Client(admin);
  await client.connect();
  await migrate(client, join(import.meta.dirname, '../db/dialogue'));
  await fillParagraphs(client, 100_000, 1000);
  await client.end();
}

function atPostgres(config: pg.ClientConfig): pg.ClientConfig {
  if (config.connectionString) return { connectionString: config.connectionString.replace(/\/dialogue$/, '/postgres') };
  return { ...config, database: 'postgres' };
}

async function makeMember(admin: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(admin);
  await client.connect();
  const [person, party, grant] = [newId(), newId(), newId()];
  await client.query(`insert into person (id, name, email) values ($1, 'Bench member', 'bench@example.org')`, [person]);
  await client.query(`insert into party (id, key, kind, recorded_by) values ($1, 'ZZX', 'state', $2)`, [party, person]);
  await client.query(
    `insert into access_grant (id, person_id, role, party_id, valid_from, reason) values ($1, $2, 'member', $3, now() - interval '1 day', 'bench')`,
    [grant, person, party],
  );
  await client.end();
  return person;
}
