import type { ActionContext } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mustLead, onceOnFloor, type LockedFloor } from './floor.ts';

export interface PointRow {
  session_id: string;
  revision: number;
  removed_at: Date | null;
  reported_at: Date | null;
}

/**
 * Changes one point, once, as it was seen.
 * @throws Refusal `floor.point.not-found`, `floor.point.changed`, `access.denied`
 */
export async function changePoint<Input extends { command: string; point: string; revision: number }>(
  context: ActionContext<Input>,
  name: string,
  change: (floor: LockedFloor, point: PointRow) => { set: Record<string, unknown>; said: string },
) {
  const { tx, input, log } = context;
  const read = () =>
    tx
      .selectFrom('session_point')
      .select(['session_id', 'revision', 'removed_at', 'reported_at'])
      .where('id', '=', input.point)
      .executeTakeFirst();
  const noPoint = () => new Refusal('floor.point.not-found', 'There is no such point, or it is not for you to see.');
  const seen = await read();
  if (!seen) throw noPoint();
  return onceOnFloor(context, name, { command: input.command, session: seen.session_id }, async (floor) => {
    mustLead(floor);
    const point = await read();
    if (!point) throw noPoint();
    if (point.revision !== input.revision)
      throw new Refusal(
        'floor.point.changed',
        'Somebody else changed this point after you saw it. Nothing was overwritten.',
      );
    const { set, said } = change(floor, point);
    const revision = point.revision + 1;
    await tx
      .updateTable('session_point')
      .set({ ...set, revision })
      .where('id', '=', input.point)
      .execute();
    log(`${said}, ${floor.title}.`, floor.path);
    return { point: input.point, revision };
  });
}
