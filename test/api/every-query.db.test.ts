import { beforeAll, describe, expect, it } from 'vitest';
import { nobody, system, type Actor } from '../../src/kernel/actor.ts';
import type { Query } from '../../src/kernel/query.ts';
import { callerOf } from '../../src/kernel/server/api/caller.ts';
import { readOverApi } from '../../src/kernel/server/api/read.ts';
import { queries } from '../../src/queries.generated.ts';
import { someone } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { adopted } from '../support/records.ts';
import { useRuntime } from '../support/runtime.ts';

// Walks everything that can be read over the API, as nobody, as a member and as the Secretariat.
const db = useDatabase();
const runtime = useRuntime(db);
const secret = 'quicksilver lanterns';
const open = 'harbour lamps';
let members: Record<'nobody' | 'administrator' | 'secretariat', Actor>;
/** What stands in the braces of a path: a thing that only the Secretariat may see. */
const things: Record<string, string> = {
  party: 'TUR',
  generation: '2019',
  goal: '1',
  version: '1',
  plan: 'none',
  meeting: 'none',
  session: 'none',
};

const report = (words: string) => ({
  title: `Meeting on ${words}`,
  paragraphs: [`The participating states agreed to count the ${words} every spring.`],
  outcomes: [{ words: `agreed to count the ${words} every spring`, confidence: 0.9 }],
});

beforeAll(async () => {
  members = {
    nobody,
    administrator: await someone(db, 'administrator'),
    secretariat: await someone(db, 'secretariat'),
  };
  const hidden = await adopted(db, system, report(secret));
  await adopted(db, system, report(open), { stage: 'published' });
  const { rows } = await db.admin.query<{ id: string }>('select id from outcome where report_id = $1', [hidden.id]);
  Object.assign(things, {
    report: hidden.slug,
    outcome: rows[0]!.id,
    id: rows[0]!.id,
    commitment: '1',
    activity: '1',
    body: 'body:none',
  });
});

const needed: Record<string, string> = { 'records.text.search': `?q=${encodeURIComponent(secret)}` };
const addressOf = (query: Query) =>
  `/api/v1${query.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const thing = things[name];
    if (thing === undefined) throw new Error(`${query.name}: say in this test what {${name}} can be`);
    return encodeURIComponent(thing);
  })}${needed[query.name] ?? ''}`;
const ask = (actor: Actor, address: string) =>
  readOverApi(
    runtime,
    queries,
    () => callerOf(runtime, new Headers(), actor, '198.51.100.1'),
    new URL(address, 'http://localhost:3000'),
    new Headers(),
  );

describe.each([...queries.values()].map((query) => [query.name, query] as const))('%s', (_, query) => {
  it('answers or refuses, and never breaks', async () => {
    for (const actor of Object.values(members)) {
      const response = await ask(actor, addressOf(query));
      expect([200, 401, 403, 404], await response.clone().text()).toContain(response.status);
      if (query.kind === 'list' && response.status === 200) {
        const body = (await response.json()) as { items: unknown[]; next: string | null };
        expect(Array.isArray(body.items)).toBe(true);
      }
    }
  });

  it('lets nothing out of a report that has not been published', async () => {
    for (const actor of [members.nobody, members.administrator]) {
      const text = await (await ask(actor, addressOf(query))).text();
      expect(text).not.toContain('quicksilver');
      expect(text).not.toContain(things.outcome);
    }
  });
});

describe('the lists of records', () => {
  it.each(['/api/v1/reports', '/api/v1/meetings', '/api/v1/outcomes'])(
    '%s has both for the Secretariat',
    async (path) => {
      const text = await (await ask(members.secretariat, path)).text();
      expect(text).toContain(secret);
      expect(text).toContain(open);
      expect(await (await ask(members.nobody, path)).text()).not.toContain(secret);
    },
  );

  it('go on where they ended, and lose nothing', async () => {
    for (const path of ['/api/v1/reports', '/api/v1/outcomes', '/api/v1/parties', '/api/v1/goals', '/api/v1/bodies']) {
      const whole = (await (await ask(members.secretariat, `${path}?limit=200`)).json()) as { items: unknown[] };
      const first = (await (await ask(members.secretariat, `${path}?limit=1`)).json()) as {
        items: unknown[];
        next: string;
      };
      const seen = [...first.items];
      if (first.next !== null) {
        const rest = (await (await ask(members.secretariat, `${path}?limit=200&after=${first.next}`)).json()) as {
          items: unknown[];
        };
        seen.push(...rest.items);
      }
      expect(seen.slice(0, 200)).toEqual(whole.items);
    }
  });
});
