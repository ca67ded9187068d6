import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../../test/support/actors.ts';
import { useDatabase } from '../../../test/support/database.ts';
import { done, partyId } from '../../../test/support/records.ts';
import { useRuntime } from '../../../test/support/runtime.ts';
import { nobody, system, type Actor } from '../../kernel/actor.ts';
import { callerOf } from '../../kernel/server/api/caller.ts';
import { openApiDocument } from '../../kernel/server/api/openapi.ts';
import { readOverApi } from '../../kernel/server/api/read.ts';
import { asActor } from '../../kernel/server/db/database.ts';
import { seedGoals } from '../../modules/goals/server/index.ts';
import { seedRegister } from '../../modules/register/server/index.ts';
import { actions } from '../../actions.generated.ts';
import { queries } from '../../queries.generated.ts';
import { loadSample, type SampleDialogue } from '../load-sample.ts';
import { partyStanding } from '../party-standing.ts';
import { stateOfPlay, type StateOfPlay } from '../state-of-play.ts';

// On the sample dialogue, in which everything that can be said is said somewhere.
const db = useDatabase();
const runtime = useRuntime(db);
const folder = join(import.meta.dirname, '../../../sample');
let readers: Record<string, Actor>;
beforeAll(async () => {
  await db.asSystem((tx) => tx.insertInto('setting').values({ name: 'mode', value: 'sample' }).execute());
  await seedRegister(db.database);
  await seedGoals(db.database);
  const sample = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')) as SampleDialogue;
  await loadSample(
    db.database,
    sample,
    (file) => readFile(join(folder, file)),
    () => undefined,
  );
  readers = {
    nobody,
    member: await someone(db, 'member', { party: await partyId(db, 'GEO') }),
    secretariat: await someone(db, 'secretariat'),
  };
  // Nobody of the sample is owed anything.
  await done(db, readers['secretariat']!, 'followup.commitment.raise', {
    title: 'A list of contact points',
    owners: ['BGR'],
    addressees: ['GEO'],
    body: 'body:wg-south-east-europe',
  });
}, 600_000);

async function answerOf(actor: Actor, path: string): Promise<unknown> {
  const response = await readOverApi(
    runtime,
    queries,
    () => callerOf(runtime, new Headers(), actor, '198.51.100.9'),
    new URL(`http://localhost:3000/api/v1${path}`),
    new Headers(),
  );
  expect(response.status, `${path}: ${await response.clone().text()}`).toBe(200);
  return response.json();
}

/** Every place in a value that has something, as `agreed[].outcome.text`; places of two kinds of movements apart. */
function placesIn(value: unknown, at = '', places = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) placesIn(one, `${at}[]`, places);
  else if (value !== null && typeof value === 'object')
    for (const [name, part] of Object.entries(value)) placesIn(part, at === '' ? name : `${at}.${name}`, places);
  else places.add(at);
  return places;
}
/** Places that are known inside and not sent, and the other way round. */
const differing = (inside: unknown, sent: unknown) => {
  const [known, told] = [placesIn(JSON.parse(JSON.stringify(inside))), placesIn(sent)];
  return {
    kept: [...known].filter((place) => !told.has(place)),
    added: [...told].filter((place) => !known.has(place)),
  };
};
/** How sure the reader was is for reviewers; that the Chatham House Rule held is said of the report itself. */
const reviewersOnly = /(outcome|offer|rows\[\]|unused\[\])\.(rule|confidence|report\.rule)$/;

const keys = (table: 'body' | 'party') =>
  asActor(db.database, system, async (tx) =>
    (await tx.selectFrom(table).select(['id', 'key']).orderBy('key').execute()).map(({ id, key }) => ({ id, key })),
  );
const at = new Date();
const today = at.toISOString().slice(0, 10);

describe('the state of play of every body', () => {
  it('is sent whole to each reader as far as they may know it, but for what is for reviewers', async () => {
    const filled = new Set<string>();
    for (const [name, actor] of Object.entries(readers))
      for (const { key } of await keys('body'))
        for (const query of ['', '?on=2023-01-01&known=2099-01-01&since=2000-01-01']) {
          const sent = (await answerOf(
            actor,
            `/bodies/${encodeURIComponent(key)}/state-of-play${query}`,
          )) as StateOfPlay;
          const asked = query === '' ? { on: today } : { on: '2023-01-01', known: '2099-01-01', since: '2000-01-01' };
          const inside = await asActor(db.database, actor, (tx) => stateOfPlay(tx, { body: key, ...asked }, 'en'));
          const { kept, added } = differing(inside, sent);
          expect(
            kept.filter((place) => !reviewersOnly.test(place)),
            `${key} for ${name}`,
          ).toEqual([]);
          expect(added, `${key} for ${name}`).toEqual([]);
          for (const [part, value] of Object.entries(sent))
            if (Array.isArray(value) ? value.length > 0 : value !== null) filled.add(part);
          for (const { kind } of sent.moved) filled.add(kind);
        }
    // What no body of the sample has could hide a fault of the schema.
    expect([...filled].toSorted()).toEqual(
      expect.arrayContaining([
        'activity',
        'agreed',
        'due',
        'goals',
        'last',
        'next',
        'offers',
        'overdue',
        'progress',
        'questions',
        'requests',
        'silent',
        'step',
        'wishes',
      ]),
    );
  });
});

describe('the standing of every party', () => {
  it('is sent whole to each reader as far as they may know it, but for what is for reviewers', async () => {
    const filled = new Set<string>();
    // Parties of which nothing is known are all alike.
    const { rows } = await db.admin.query<{ key: string }>(
      `select key from party where id in (select party_id from commitment_owner union select party_id from commitment_addressee
         union select party_id from outcome_party union select party_id from plan_entry_party) union select 'ATG'`,
    );
    const known = new Set(rows.map(({ key }) => key));
    for (const [name, actor] of Object.entries(readers))
      for (const party of (await keys('party')).filter(({ key }) => known.has(key))) {
        const sent = (await answerOf(actor, `/parties/${encodeURIComponent(party.key)}/standing`)) as object;
        const inside = await asActor(db.database, actor, (tx) =>
          partyStanding(tx, party, { on: today, known: new Date() }, 'en', null),
        );
        const { kept, added } = differing(inside, sent);
        expect(
          kept.filter((place) => !reviewersOnly.test(place)),
          `${party.key} for ${name}`,
        ).toEqual([]);
        expect(added, `${party.key} for ${name}`).toEqual([]);
        for (const place of placesIn(sent)) filled.add(place.replace(/[.[].*/, ''));
      }
    expect([...filled].toSorted()).toEqual(
      expect.arrayContaining(['attended', 'made', 'offers', 'owed', 'owes', 'planned', 'recommendations', 'requests']),
    );
  });
});

it('both are described in OpenAPI down to their last field', () => {
  const { paths } = openApiDocument(actions, queries, 'http://localhost:3000') as {
    paths: Record<string, { get?: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>;
  };
  for (const path of ['/api/v1/bodies/{body}/state-of-play', '/api/v1/parties/{party}/standing', '/api/v1/search']) {
    const text = JSON.stringify(paths[path]!.get!.responses['200']!.content['application/json']!.schema);
    expect(text).toContain('"additionalProperties":false');
    // A part nobody described would be an empty schema.
    expect(text, path).not.toMatch(/:\{\}/);
  }
});
