import { setTimeout as pause } from 'node:timers/promises';
import { actions } from '../../src/actions.generated.ts';
import { migrateInstallation, openInstallation } from '../../src/cli/installation.ts';
import { seed } from '../../src/cli/seed.ts';
import { type Actor, system } from '../../src/kernel/actor.ts';
import { asActor, type Database, openDatabase } from '../../src/kernel/server/db/database.ts';
import { runAction } from '../../src/kernel/server/run-action.ts';
import { readSettings } from '../../src/settings.ts';
import { receiveReports } from '../../src/thread/1-receive-report.ts';
import { adoptRecord } from '../../src/thread/4-adopt-record.ts';
import { reportText } from './report-text.ts';

/**
 * A desk that works until it is killed: imports one report after the other into the data folder given as argument, adopts it, decides about its
 * outcomes. It prints one line for each thing the application acknowledged: what is printed must be there afterwards.
 */
const [dataDir = '', from = '1'] = process.argv.slice(2);
const say = (...words: (string | number)[]) => process.stdout.write(`${words.join(' ')}\n`);
const installation = await openInstallation(readSettings({ REDTHREAD_DATA: dataDir }), 'alone', () => undefined);
await migrateInstallation(installation);
const database = openDatabase(installation.login(), 4);
await seed(installation, database, () => undefined);
say('open');
for (let number = Number(from); ; number++) {
  try {
    await importOne(database, system, number);
  } catch {
    // PostgreSQL was killed under us: the application goes on with the next report once it is back.
    await pause(50);
  }
}

async function importOne(db: Database, actor: Actor, number: number): Promise<void> {
  const bytes = new TextEncoder().encode(reportText(number));
  const received = await receiveReports(db, actor, [{ name: `meeting-${number}.txt`, bytes }], { door: 'cli' });
  const file = received.ok ? received.value[0] : undefined;
  if (!file?.ok) return;
  say('received', number, file.import, file.sha256);
  const adopted = await adoptRecord(db, actor, { import: file.import, names: [] }, 'cli');
  if (!adopted.ok) return;
  say('adopted', number, adopted.value.report, adopted.value.outcomes);
  const open = await asActor(db, actor, (tx) =>
    tx
      .selectFrom('outcome')
      .select(['id', 'revision'])
      .where('report_id', '=', adopted.value.report)
      .orderBy('number')
      .execute(),
  );
  for (const [index, outcome] of open.entries()) {
    const verb = index % 2 === 0 ? 'confirm' : 'reject';
    const answer = await runAction(
      db,
      actions.get(`records.outcome.${verb}`)!,
      actor,
      { outcome: outcome.id, revision: outcome.revision, reason: 'Not an outcome.' },
      { door: 'cli' },
    );
    if (answer.ok) say('decided', outcome.id, verb === 'confirm' ? 'confirmed' : 'rejected');
  }
}
