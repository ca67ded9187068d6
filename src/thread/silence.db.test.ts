import { beforeAll, expect, test } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { adopted, bodyId, done, pageOf, partyId } from '../../test/support/records.ts';
import { system, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { addMonths, isSilent } from '../modules/followup/index.ts';
import { commitmentFilter } from '../modules/followup/forms.ts';
import { listCommitments } from '../modules/followup/server/queries/list.ts';
import { seedGoals } from '../modules/goals/server/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { loomAsked, loomCells } from './loom.ts';
import { stateOfPlay } from './state-of-play.ts';
import { trace } from './trace.ts';

const db = useDatabase();
const body = 'body:senior-officials-meeting';
const now = new Date().toISOString().slice(0, 10);
/** The day of the meeting whose outcome raises the commitment. */
const said = '2024-05-02';
let secretariat: Actor, commitment: string, outcome: string;

beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  secretariat = await someone(db, 'secretariat');
  const words = 'Georgia should count the night ferries under goal 1.';
  const report = await adopted(
    db,
    secretariat,
    { startDate: said, paragraphs: [words], outcomes: [{ words, goals: [1] }] },
    { bodies: [await bodyId(db, body)], stage: 'checked' },
  );
  outcome = (await pageOf(db, secretariat, report.slug)).outcomes[0]!.id;
  await done(db, secretariat, 'records.outcome.confirm', { outcome, revision: 1 });
  ({ commitment } = await done(db, system, 'followup.commitment.raise', {
    title: 'Count the night ferries',
    outcomes: [outcome],
    owners: ['GEO'],
    due_from: addMonths(now, 24),
    due_until: addMonths(now, 24),
    body,
  }));
});

/** What the four pages say of the commitment on a day: silent or not. */
const verdicts = (on: string) =>
  asActor(db.database, secretariat, async (tx) => {
    const list = await listCommitments(tx, commitmentFilter.parse({}), on, 'en');
    const { heard, raised, state } = list.rows.find(({ id }) => id === commitment)!;
    const filtered = await listCommitments(tx, commitmentFilter.parse({ silent: '12' }), on, 'en');
    const cells = await loomCells(tx, loomAsked.parse({}), on);
    const play = await stateOfPlay(tx, { body, on, known: addMonths(now, 1) }, 'en');
    const thread = await trace(tx, commitment, on);
    return {
      list: isSilent({ state, heard, raised }, on),
      filtered: filtered.rows.some(({ id }) => id === commitment),
      loom: cells.some((cell) => cell.silent > 0),
      play: play.silent.some(({ id }) => id === commitment),
      trace: thread!.branches.some(({ silent }) => silent),
    };
  });
const all = (silent: boolean) => ({ list: silent, filtered: silent, loom: silent, play: silent, trace: silent });

test('list, filter, loom, state of play and trace say the same of one commitment, due in two years or not', async () => {
  // Raised now from what was said in May 2024: nothing has been heard since.
  expect(await verdicts(now)).toEqual(all(true));
});

test('a step of its owner is heard by all of them, and a year later is silence to all of them', async () => {
  const { id, revision } = await asActor(db.database, secretariat, (tx) =>
    tx
      .selectFrom('commitment_owner')
      .select(['id', 'revision'])
      .where('commitment_id', '=', commitment)
      .executeTakeFirstOrThrow(),
  );
  const georgian = await someone(db, 'focal-point', { party: await partyId(db, 'GEO') });
  await done(db, georgian, 'followup.commitment.take-on', { owner: id, revision, words: 'We count them from June.' });
  expect(await verdicts(now)).toEqual(all(false));
  expect(await verdicts(addMonths(now, 12))).toEqual(all(true));
});
