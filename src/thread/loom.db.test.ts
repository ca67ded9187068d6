import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { manyThreads } from '../../bench/many-threads.ts';
import { nobody, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { outcomeFilter } from '../modules/records/forms.ts';
import { listOutcomes } from '../modules/records/server/index.ts';
import { addressOfCell } from '../modules/goals/ui/loom-cells.ts';
import { loomAsked, loomCells, type LoomCell } from './loom.ts';
import { loomCsv, loomLines, loomPage } from './loom-page.ts';
import { amongGoals, goalsAsked } from './outcomes-of-goals.ts';
import { yearReview, yearsWithMeetings } from './year.ts';

const db = useDatabase();
let member: Actor;
let secretariat: Actor;
const today = '2025-12-31';

beforeAll(async () => {
  await manyThreads(db.admin, { outcomes: 1500, commitments: 300, parties: 8, years: 30 });
  const { rows } = await db.admin.query<{ id: string }>('select id from party order by key limit 1');
  member = await someone(db, 'member', { party: rows[0]!.id });
  secretariat = await someone(db, 'secretariat');
}, 120_000);

const read = <T>(actor: Actor, work: Parameters<typeof asActor<T>>[2]) => asActor(db.database, actor, work);
const cells = (actor: Actor, asked: object) => read(actor, (tx) => loomCells(tx, loomAsked.parse(asked), today));
const total = (list: readonly LoomCell[]) => list.reduce((sum, one) => sum + one.kept + one.moving + one.silent, 0);

async function listed(actor: Actor, address: string): Promise<number> {
  const query = Object.fromEntries(new URL(address, 'http://localhost').searchParams);
  const { filter, among } = amongGoals(goalsAsked.parse(query), outcomeFilter.parse(query), today);
  return read(actor, async (tx) => (await listOutcomes(tx, filter, 'en', 1, among)).total);
}

describe('the loom', () => {
  it.each([
    {},
    { body: 'body:made-up-2' },
    { generation: 'made-up-2' },
    { generation: 'made-up-3', through: '1' },
    { across: 'parties', from: '2003', until: '2011' },
    { across: 'parties', generation: 'made-up-1', through: '1' },
  ])('counts in each cell what the list behind it shows: %j', async (asked) => {
    for (const actor of [nobody, member, secretariat]) {
      const loom = await read(actor, (tx) => loomPage(tx, loomAsked.parse(asked), today, 'en'));
      const lines = loomLines(loom);
      expect(lines.length).toBe(loom.cells.length);
      const places = lines.filter((_, index) => index % Math.ceil(lines.length / 2) === 0);
      for (const { group, goal, column, cell } of places)
        for (const fate of ['any', 'kept', 'moving', 'silent'] as const) {
          const address = addressOfCell(loom, { generation: group.key, code: goal.code, column: column.key }, fate);
          const count = fate === 'any' ? cell.kept + cell.moving + cell.silent : cell[fate];
          expect([address, await listed(actor, address)]).toEqual([address, count]);
        }
    }
  });

  it('never counts what a person may not see', async () => {
    const [all, some, open] = [await cells(secretariat, {}), await cells(member, {}), await cells(nobody, {})];
    expect(total(all)).toBeGreaterThan(total(some));
    expect(total(some)).toBeGreaterThan(total(open));
    expect(total(open)).toBeGreaterThan(0);
    const visible = await read(nobody, async (tx) =>
      tx.selectFrom('outcome').select('id').where('state', '=', 'confirmed').execute(),
    );
    const twice = await read(nobody, async (tx) => tx.selectFrom('outcome_goal').select('outcome_id').execute());
    expect(total(open)).toBeLessThanOrEqual(Math.max(visible.length, twice.length));
  });

  it('shows under the Chatham House Rule what was agreed, and from whom to reviewers alone', async () => {
    await db.admin.query(`update meeting set rule = 'chatham-house'`);
    const before = total(await cells(member, {}));
    const owners = await read(member, async (tx) =>
      (await loomCells(tx, loomAsked.parse({ across: 'parties' }), today)).map(({ column }) => column),
    );
    const said = await read(member, (tx) =>
      tx.selectFrom('outcome_party').select('outcome_id').where('role', '=', 'by').execute(),
    );
    expect(said).toEqual([]);
    expect(before).toBeGreaterThan(0);
    // What is left to a party is what it owns as a commitment.
    expect(owners.length).toBeGreaterThan(0);
    await db.admin.query(`update meeting set rule = null`);
    expect(total(await cells(member, { across: 'parties' }))).toBeGreaterThan(0);
  });

  it('an internal note moves nothing for others', async () => {
    const before = await cells(member, {});
    await db.admin.query(`update progress_report set day = '2025-12-01' where audience = 'party'`);
    expect(await cells(member, {})).toEqual(before);
  });

  it('reads through a crosswalk only when asked, and says of each cell how much', async () => {
    const own = await cells(member, { generation: 'made-up-3' });
    const through = await cells(member, { generation: 'made-up-3', through: '1' });
    expect(own.every((cell) => cell.through === 0)).toBe(true);
    expect(total(through)).toBeGreaterThan(total(own));
    expect(through.reduce((sum, cell) => sum + cell.through, 0)).toBeGreaterThanOrEqual(total(through) - total(own));
    await db.admin.query(
      `update goal_crosswalk set withdrawn_at = now(), withdrawn_by = recorded_by, withdrawn_reason = 'test'`,
    );
    expect(total(await cells(member, { generation: 'made-up-3', through: '1' }))).toBe(total(own));
  });

  it('takes anything for an address, and is a file', async () => {
    const asked = loomAsked.parse({
      across: 'moons',
      generation: 'nothing',
      from: 'x',
      until: '99999',
      through: 'yes',
    });
    const loom = await read(nobody, (tx) => loomPage(tx, asked, today, 'ar'));
    expect(loom.asked).toMatchObject({ across: 'years', generation: null, from: null, until: null, through: false });
    const [head, ...lines] = loomCsv(loom).trimEnd().split('\r\n');
    expect(head).toBe('generation,goal,goal_title,year,kept,moving,silent,read_through_crosswalk');
    expect(lines.length).toBe(loom.cells.length);
  });
});

describe('the year in review', () => {
  it('adds up, and each number is the length of its list', async () => {
    for (const actor of [nobody, member, secretariat]) {
      const review = await read(actor, (tx) => yearReview(tx, 2014, today, 'en'));
      const agreed = review.agreed.reduce((sum, { count }) => sum + count, 0);
      const settled = agreed - Object.values(review.became).reduce((sum, count) => sum + count, 0);
      expect(settled).toBeGreaterThanOrEqual(0);
      for (const { kind, count } of review.agreed)
        expect(await listed(actor, `/outcomes?year=2014&kind=${kind}&state=confirmed`)).toBe(count);
      for (const fate of ['kept', 'moving', 'silent'] as const)
        expect(await listed(actor, `/outcomes?year=2014&state=confirmed&became=${fate}`)).toBe(review.became[fate]);
      for (const { generation, code, count } of review.goals)
        expect(await listed(actor, `/outcomes?generation=${generation}&goal=${code}&year=2014&state=confirmed`)).toBe(
          count,
        );
      const years = await read(actor, (tx) => yearsWithMeetings(tx));
      expect(years.find(({ year }) => year === 2014)).toEqual({
        year: 2014,
        meetings: review.meetings.length,
        outcomes: agreed,
      });
    }
  });

  it('tells the public of public commitments only', async () => {
    const [open, all] = [
      await read(nobody, (tx) => yearReview(tx, 2014, today, 'en')),
      await read(member, (tx) => yearReview(tx, 2014, today, 'en')),
    ];
    expect(open.raised).toBeLessThan(all.raised);
    expect(open.kept.total).toBeLessThan(all.kept.total);
    const hidden = await db.admin.query<{ number: number }>(`select number from commitment where audience <> 'public'`);
    const numbers = new Set(hidden.rows.map(({ number }) => number));
    expect([...open.kept.rows, ...open.silent.rows].filter(({ number }) => numbers.has(number))).toEqual([]);
  });
});
