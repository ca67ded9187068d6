import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/kernel/server/db/database.ts';
import { sendDue } from '../../src/kernel/server/mail/outbox.ts';
import type { Runtime } from '../../src/kernel/server/runtime.ts';
import { readSettings } from '../../src/settings.ts';
import { tellPeople, writeNotice } from '../../src/thread/notices/tell.ts';

/**
 * A worker of notices that works until it is killed: works out who is to be told and sends what is due, over and over. Arguments: the connection as JSON, the data
 * folder, the moment (ISO). It prints `round` after each.
 */
const [login = '{}', dataDir = '', moment = ''] = process.argv.slice(2);
mkdirSync(join(dataDir, 'mail'), { recursive: true });
const runtime = {
  database: openDatabase(JSON.parse(login) as object, 4),
  settings: readSettings({}),
  secret: 'a-secret-of-the-tests-0123456789-abcdefghijklm',
  origin: 'http://localhost:3000',
  dataDir,
  beforeClose: [],
} as unknown as Runtime;
runtime.writeNotice = (mail) => writeNotice(runtime, mail);
for (;;) {
  await tellPeople(runtime, new Date(moment));
  await sendDue(runtime);
  process.stdout.write('round\n');
}
