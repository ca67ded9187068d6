import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { system } from '../kernel/actor.ts';
import { introduce, type Database } from '../kernel/server/db/database.ts';
import { seedGoals } from '../modules/goals/server/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { readWaiting } from '../thread/2-read-report.ts';
import { loadSample, type SampleDialogue } from '../thread/load-sample.ts';
import { type Installation, programFolder } from './installation.ts';

/**
 * What a database holds from the first start on: the register, the goals, and in sample mode the sample dialogue. Safe at every start: what is there is
 * left alone, and a start that was stopped halfway goes on. The mark of the sample is set first and never changes.
 */
export async function seed(
  installation: Installation,
  database: Database,
  tell: (sentence: string) => void,
): Promise<void> {
  const mode = installation.settings.REDTHREAD_MODE;
  await database.app.transaction().execute(async (tx) => {
    await introduce(tx, system);
    await tx
      .insertInto('setting')
      .values({ name: 'mode', value: mode })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  });
  const entered = await seedRegister(database);
  if (entered) tell(`The register holds ${entered.parties} parties and ${entered.bodies} bodies.`);
  const goals = await seedGoals(database);
  if (goals && goals.generations > 0)
    tell(`The frameworks hold ${goals.goals} goals of ${goals.generations} generations.`);
  const waiting = await readWaiting(database);
  if (waiting > 0) tell(`Read ${waiting} received ${waiting === 1 ? 'file' : 'files'} that had waited.`);
  if (mode === 'sample') await seedSample(database, tell);
}

async function seedSample(database: Database, tell: (sentence: string) => void): Promise<void> {
  const folder = path.join(programFolder, 'sample');
  const sample = JSON.parse(await readFile(path.join(folder, 'sample.json'), 'utf8')) as SampleDialogue;
  await loadSample(database, sample, (file) => readFile(path.join(folder, file)), tell);
}
