import type { Tx } from '../../../kernel/action.ts';
import { Temporal } from 'temporal-polyfill';
import { localOf } from '../../../kernel/wall-clock.ts';
import { momentFrom } from '../template.ts';
import type { SeenCall } from './calls.ts';

/**
 * Moves the hours of all sessions with the first day and the zone of a meeting: a session at half past nine on the second day stays there.
 * Answers how many were moved.
 */
export async function shiftSessions(
  tx: Tx,
  call: Pick<SeenCall, 'id' | 'start_day' | 'zone'>,
  to: { firstDay: string; zone: string },
): Promise<number> {
  const days =
    call.start_day === null
      ? 0
      : Temporal.PlainDate.from(call.start_day).until(Temporal.PlainDate.from(to.firstDay), { largestUnit: 'days' })
          .days;
  if (days === 0 && call.zone === to.zone) return 0;
  const sessions = await tx
    .selectFrom('meeting_session')
    .select(['id', 'starts_at', 'ends_at', 'revision'])
    .where('meeting_id', '=', call.id)
    .where('starts_at', 'is not', null)
    .execute();
  const moved = (moment: Date | null): Date | null =>
    moment && momentFrom(Temporal.PlainDateTime.from(localOf(moment, call.zone)).add({ days }), to.zone);
  for (const { id, starts_at, ends_at, revision } of sessions)
    await tx
      .updateTable('meeting_session')
      .set({ starts_at: moved(starts_at), ends_at: moved(ends_at), revision: revision + 1 })
      .where('id', '=', id)
      .execute();
  return sessions.length;
}
