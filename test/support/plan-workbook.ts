import { expect } from 'vitest';
import type { Actor } from '../../src/kernel/actor.ts';
import type { Refusal } from '../../src/kernel/refusal.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { planWorkbook, type SheetPreview } from '../../src/modules/plan/server/index.ts';
import type { TestDatabase } from './database.ts';
import { callAt, draftedCycle, entryOf, type TestCycle } from './plan.ts';
import { resaved, type Cell, type Grid } from './plan-sheet.ts';
import { call, done } from './records.ts';

/** A plan with two entries: rows 2 (“A training on lake patrols”) and 3 (“A visit to Poti”) of its workbook. */
export async function planOfTwo(
  db: TestDatabase,
  secretariat: Actor,
): Promise<{ plan: TestCycle & { entry: string }; second: string }> {
  const plan = await draftedCycle(db);
  const { entry: second } = await done<{ entry: string }>(db, secretariat, 'plan.entry.add', {
    cycle: plan.cycle,
    ...entryOf('A visit to Poti', { kind: 'study-visit' }),
  });
  return { plan, second };
}

/** Writes the workbook of a plan out and brings it back. `now` is asked each time, for every test has a plan of its own. */
export function workbookSteps(db: TestDatabase, now: () => { plan: TestCycle; secretariat: Actor }) {
  const workbook = async (
    slug = now().plan.slug,
    of: Parameters<typeof planWorkbook>[2] = 'plan',
    actor = now().secretariat,
  ) => (await asActor(db.database, actor, (tx) => planWorkbook(tx, slug, of)))!.bytes;
  const bring = (file: string, more: Record<string, unknown> = {}, actor = now().secretariat) =>
    callAt<SheetPreview>(db, new Date(), actor, 'plan.sheet.preview', {
      cycle: now().plan.cycle,
      party: '',
      file,
      ...more,
    });
  async function shown(file: string): Promise<SheetPreview> {
    const answer = await bring(file);
    if (!answer.ok) throw answer.refusal;
    return answer.value;
  }
  async function turnedAway(
    file: string,
    more: Record<string, unknown> = {},
    actor = now().secretariat,
  ): Promise<Refusal> {
    const answer = await bring(file, more, actor);
    if (answer.ok) throw new Error('the file was taken');
    return answer.refusal;
  }
  /** All that is in the plan, to compare before with after. */
  const written = async () =>
    (
      await db.admin.query(
        `select e.*, array(select p.party_id from plan_entry_party p where p.entry_id = e.id order by 1) as parties,
         array(select g.goal_id from plan_entry_goal g where g.entry_id = e.id order by 1) as goals from plan_entry e where e.cycle_id = $1 order by e.id`,
        [now().plan.cycle],
      )
    ).rows;
  /** The faults of a file with one changed cell, each as `[row, column, head, sentence]`; and that nothing of it can be written. */
  async function faultsOf(change: (grid: Grid) => void) {
    const before = await written();
    const file = await resaved(await workbook(), change);
    const preview = await shown(file);
    expect(preview.counts).toMatchObject({ changed: 0, new: 0 });
    const apply = { cycle: now().plan.cycle, party: '', file, preview: preview.digest };
    expect(await call(db, now().secretariat, 'plan.sheet.apply', apply)).toMatchObject({
      refusal: { code: 'plan.sheet.state' },
    });
    expect(await written()).toEqual(before);
    return preview.lines.flatMap(({ faults }) =>
      faults.map(({ row, column, head, sentence }) => [row, column, head, sentence]),
    );
  }
  const faultOf = (head: string, cell: Cell) => faultsOf(({ set }) => set(2, head, cell));
  return { workbook, shown, turnedAway, written, faultsOf, faultOf };
}
