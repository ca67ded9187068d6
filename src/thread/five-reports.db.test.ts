import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { done } from '../../test/support/records.ts';
import type { Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { openReferences } from '../modules/followup/server/queries/references.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { receiveReports } from './1-receive-report.ts';
import { adoptRecord } from './4-adopt-record.ts';
import { recogniseWishes } from './5-recognise-wishes.ts';

/** Reads ../shared/reports: the whole way of the five real reports, from the file to proposed ties. */
const folder = path.resolve(import.meta.dirname, '../..', process.env['REDTHREAD_SHARED'] ?? '../shared', 'reports');
const there = existsSync(folder);
if (!there) console.log(`left out: the whole way of the five real reports, ${folder} is not there`);

const db = useDatabase();
let secretariat: Actor;
interface Tied {
  laterText: string;
  laterDay: string;
  earlierText: string;
  earlierDay: string;
  rank: number;
}
let ties: Tied[];

/** Imported, adopted, checked and confirmed as a desk officer would who has nothing to object. */
async function takeIn(name: string): Promise<void> {
  const answer = await receiveReports(
    db.database,
    secretariat,
    [{ name, bytes: readFileSync(path.join(folder, name)) }],
    { door: 'page' },
  );
  if (!answer.ok) throw answer.refusal;
  const [file] = answer.value;
  if (!file?.ok) throw new Error(`${name} was not taken in`);
  const adopted = await adoptRecord(db.database, secretariat, { import: file.import, bodies: [], names: [] }, 'page');
  if (!adopted.ok) throw adopted.refusal;
  const { report } = adopted.value;
  const proposed = await asActor(db.database, secretariat, (tx) =>
    tx.selectFrom('outcome').select(['id', 'revision']).where('report_id', '=', report).execute(),
  );
  for (const { id, revision } of proposed)
    await done(db, secretariat, 'records.outcome.confirm', { outcome: id, revision });
  await done(db, secretariat, 'records.report.check', { report, revision: 1 });
}

describe.skipIf(!there)('the five real reports, from the file to proposed ties', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    await seedRegister(db.database);
    secretariat = await someone(db, 'secretariat');
    for (const name of readdirSync(folder)) await takeIn(name);
    await recogniseWishes(db.database);
    ties = await asActor(
      db.database,
      secretariat,
      async (tx) =>
        (
          await sql<Tied>`
        select l.text as "laterText", lm.start_day as "laterDay", e.text as "earlierText", em.start_day as "earlierDay", t.rank
        from tie t join outcome l on l.id = t.later_outcome_id join report lr on lr.id = l.report_id join meeting lm on lm.id = lr.meeting_id
        join outcome e on e.id = t.earlier_outcome_id join report er on er.id = e.report_id join meeting em on em.id = er.meeting_id
        where t.state = 'proposed'`.execute(tx)
        ).rows,
    );
  }, 300_000);

  test.each<[what: string, later: string, earlier: string, about: RegExp]>([
    ['asylum authorities', '2022', '2019', /asylum authorit/i],
    ['early warning', '2022', '2019', /early warning/i],
    ['liaison officers and link offices', '2022', '2021', /liaison|link office/i],
    ['resource and information centres', '2019', '2016', /MRC|information centre/i],
    ['resource centres across goals of one report', '2019', '2019', /MRC/],
    ['reintegration of returnees', '2021-12', '2019', /reintegrat|returnee/i],
    ['reintegration of returnees', '2022', '2021-12', /reintegrat|returnee/i],
    ['study visits', '2022', '2019', /study visit/i],
    ['identification of victims of trafficking', '2022', '2019', /identif(?=[\s\S]*traffick)/i],
  ])('%s, %s and %s, within the first three', (_what, later, earlier, about) => {
    const found = ties.filter(
      (tie) =>
        tie.laterDay.startsWith(later) &&
        tie.earlierDay.startsWith(earlier) &&
        about.test(tie.laterText) &&
        about.test(tie.earlierText),
    );
    expect(Math.min(...found.map(({ rank }) => rank))).toBeLessThanOrEqual(3);
  });

  test('what the report of December 2021 says of June 2021 is an open reference', async () => {
    const open = await asActor(db.database, secretariat, (tx) => openReferences(tx));
    expect(open.filter(({ from }) => from === '2021-06-01').map(({ state, report }) => [state, report.day])).toEqual([
      ['open', '2021-12-02'],
    ]);
  });
});
