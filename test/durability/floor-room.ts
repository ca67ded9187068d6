import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Action } from '../../src/kernel/action.ts';
import { nobody } from '../../src/kernel/actor.ts';
import { openDatabase } from '../../src/kernel/server/db/database.ts';
import { loadActor } from '../../src/kernel/server/load-actor.ts';
import { runAction } from '../../src/kernel/server/run-action.ts';
import type { Runtime } from '../../src/kernel/server/runtime.ts';
import { floorStream } from '../../src/modules/floor/server/index.ts';

/**
 * A server of the floor that works until it is killed: `POST /` carries out one command of `{ person, action, input }`, `GET /<session>?person=` follows a floor.
 * Its argument is the connection as JSON. It prints its port.
 */
const database = openDatabase(JSON.parse(process.argv[2]!) as object, 8);
const runtime = { database, beforeClose: [] } as unknown as Runtime;
// Only the actions of the floor are read, so that it is there again soon after it was killed.
const folder = new URL('../../src/modules/floor/server/actions/', import.meta.url);
const actions = new Map<string, Action>();
for (const file of readdirSync(folder))
  for (const action of Object.values((await import(new URL(file, folder).href)) as Record<string, Action>))
    actions.set(action.name, action);
const people = new Map<string, Awaited<ReturnType<typeof loadActor>>>();
async function actorOf(person: string) {
  const actor = people.get(person) ?? (await loadActor(database, person));
  people.set(person, actor);
  return actor;
}

const server = createServer((request, response) => {
  void (async () => {
    const url = new URL(request.url ?? '/', 'http://room');
    if (request.method === 'GET') {
      const actor = await actorOf(url.searchParams.get('person') ?? '');
      const session = url.pathname.slice(1);
      const who = { actor, locale: 'en' as const, screen: false, since: url.searchParams.get('since') };
      const stream = floorStream(runtime, session, who, async () =>
        actor.personId === nobody.personId ? null : actor,
      );
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const body = Readable.fromWeb(stream.body as NodeStream);
      response.on('close', () => body.destroy());
      body.on('error', () => response.destroy()).pipe(response);
      return;
    }
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { person, action, input } = JSON.parse(text) as { person: string; action: string; input: unknown };
    const answer = await runAction(database, actions.get(action)!, await actorOf(person), input, { door: 'page' });
    response.end(JSON.stringify(answer.ok ? answer : { ok: false, code: answer.refusal.code }));
  })().catch(() => response.destroy());
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
