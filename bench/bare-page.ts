import { createServer } from 'node:http';
import { listBodies } from '../src/modules/register/server/index.ts';
import { reportPage } from '../src/modules/records/server/index.ts';
import { openInstallation, secretOf } from '../src/cli/installation.ts';
import { asActor, openDatabase } from '../src/kernel/server/db/database.ts';
import { visitorOf } from '../src/kernel/server/auth/session.ts';
import type { Runtime } from '../src/kernel/server/runtime.ts';
import { readSettings } from '../src/settings.ts';

/**
 * The bare page of bench/page.bench.ts: asks who is there, makes the same queries as the report page, and answers with HTML that is given: no
 * routing, no components, no rendering. Arguments: data folder, slug, origin of the application whose HTML it repeats, cookie.
 */
const [dataDir = '', slug = '', origin = '', cookie = ''] = process.argv.slice(2);
const settings = readSettings({ REDTHREAD_DATA: dataDir, REDTHREAD_MODE: 'sample' });
const installation = await openInstallation(settings, 'beside', () => undefined);
const database = openDatabase(installation.login());
const runtime: Runtime = { database, settings, secret: await secretOf(installation), origin, dataDir, beforeClose: [] };
const answer = await fetch(`${origin}/reports/${slug}`, { headers: { cookie } });
const html = Buffer.from(await answer.arrayBuffer());

const server = createServer((request, response) => {
  void (async () => {
    const { actor } = await visitorOf(() => runtime, new Headers({ cookie: request.headers.cookie ?? '' }));
    const report = await asActor(database, actor, (tx) => reportPage(tx, slug, 'en', null));
    if (report?.may.correct) await asActor(database, actor, (tx) => listBodies(tx, { language: 'en' }));
    response.writeHead(report ? 200 : 404, { 'content-type': 'text/html' });
    response.end(html);
  })().catch((error: unknown) => {
    response.writeHead(500);
    response.end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
