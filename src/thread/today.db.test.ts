import { beforeAll, expect, it } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { heldMeeting } from '../../test/support/draft.ts';
import { openedCycle } from '../../test/support/plan.ts';
import { bodyId, done, partyId } from '../../test/support/records.ts';
import { nobody, system, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { seedGoals } from '../modules/goals/server/index.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { todayPage } from './today-page.ts';

const db = useDatabase();
let georgian: Actor;
let bulgarian: Actor;
let chair: Actor;
const at = new Date('2031-05-10T12:00:00Z');
const body = 'body:senior-officials-meeting';

beforeAll(async () => {
  await seedRegister(db.database);
  await seedGoals(db.database);
  georgian = await someone(db, 'focal-point', { party: await partyId(db, 'GEO') });
  bulgarian = await someone(db, 'focal-point', { party: await partyId(db, 'BGR') });
  chair = await someone(db, 'chair', { body: await bodyId(db, body) });
});

const today = (actor: Actor) => asActor(db.database, actor, (tx) => todayPage(tx, actor, false, at, 'en'));
const raise = (title: string, more: object) =>
  done<{ commitment: string }>(db, system, 'followup.commitment.raise', { title, owners: ['GEO'], body, ...more });
async function owner(commitment: string) {
  const { rows } = await db.admin.query<{ owner: string; revision: number }>(
    'select id as owner, revision from commitment_owner where commitment_id = $1',
    [commitment],
  );
  return rows[0]!;
}

it('says first what is late, then by day, each with its one next step; to others what is owed to them and what waits', async () => {
  const late = await raise('Count the boats', { due_from: '2031-04-01', due_until: '2031-04-30', addressees: ['BGR'] });
  await done(db, georgian, 'followup.commitment.take-on', {
    ...(await owner(late.commitment)),
    words: 'We count them.',
  });
  const claimed = await raise('Paint the pier', {});
  await done(db, georgian, 'followup.commitment.complete', await owner(claimed.commitment));
  await raise('Host a workshop', { due_from: '2031-06-01', due_until: '2031-06-30' });
  await openedCycle(db, { body, parties: ['GEO', 'BGR'], due: '2031-05-20T12:00' });

  const own = await today(georgian);
  expect(own.asked.map(({ step, title, late: passed }) => [step, title, passed])).toEqual([
    ['overdue', 'Count the boats', true],
    ['input', expect.any(String), false],
    ['answer', 'Host a workshop', false],
  ]);
  expect(own.owed).toEqual([]);
  const other = await today(bulgarian);
  expect(other.asked.map(({ step }) => step)).toEqual(['input', 'respond']);
  expect(other.owed).toMatchObject([{ title: 'Count the boats', late: true, owners: ['Georgia'] }]);
  const presiding = await today(chair);
  expect(presiding.waiting.map(({ step, title }) => [step, title])).toEqual([['confirm', 'Paint the pier']]);
  expect(presiding.chaired).toMatchObject([{ key: body }]);
  expect(await today(nobody)).toMatchObject({ asked: [], waiting: [], owed: [], owedTotal: 0 });
});

it('what is one’s own to do is not also owed to oneself', async () => {
  await raise('Keep our own lights', { addressees: ['GEO'] });
  expect((await today(georgian)).owed).toEqual([]);
});

it('a meeting asks too: for its delegation, and for its report', async () => {
  const meeting = await heldMeeting(db, { parties: { GEO: 1, BGR: 1 } });
  const { rows } = await db.admin.query<{ id: string; revision: number }>(
    `update delegation set state = 'changed', revision = revision + 1 where meeting_id = $1 and party_id = $2 returning id, revision`,
    [meeting.meeting, meeting.parties['GEO']],
  );
  expect(rows).toHaveLength(1);
  await db.admin.query(`update meeting_call set stage = 'open', revision = revision + 1 where meeting_id = $1`, [
    meeting.meeting,
  ]);
  const steps = async (actor: Actor) => {
    const { asked, waiting } = await asActor(db.database, actor, (tx) =>
      todayPage(tx, actor, false, new Date('2031-05-07T12:00:00Z'), 'en'),
    );
    return [asked, waiting].map((list) =>
      list.filter(({ path }) => path.includes(meeting.slug)).map(({ step }) => step),
    );
  };
  // The party has not answered either.
  expect(await steps(georgian)).toEqual([['attend', 'delegate'], []]);
  await db.admin.query(`update meeting_call set stage = 'closed', revision = revision + 1 where meeting_id = $1`, [
    meeting.meeting,
  ]);
  expect(await steps(georgian)).toEqual([[], []]);
  expect(await steps(chair)).toEqual([[], ['report']]);
});
