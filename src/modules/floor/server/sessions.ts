import type { ActionContext } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { stepTurn } from '../intervention.ts';
import { sessionSteps, type SessionCommand } from '../session.ts';
import { mustLead, onceOnFloor, type LockedFloor } from './floor.ts';
import { saveTurn, turnsOf } from './turns.ts';

/** @throws Refusal `floor.session.changed` when the session is no longer as it was seen. */
export function seenSession(floor: LockedFloor, revision: number): void {
  if (floor.revision !== revision)
    throw new Refusal(
      'floor.session.changed',
      `Somebody else changed this session after you opened it; it is now ${floor.state}. Nothing was overwritten.`,
    );
}

const said = { open: 'Opened', suspend: 'Suspended', close: 'Closed' } as const;

/**
 * Opens, suspends or closes a session. Suspended, whoever has the floor is interrupted; closed, they are ended.
 * @throws Refusal `floor.session.state`, `floor.session.changed`, `access.denied`
 */
export function moveSession(
  context: ActionContext<{ command: string; session: string; revision: number }>,
  name: string,
  command: SessionCommand,
) {
  const { tx, input, log } = context;
  return onceOnFloor(context, name, input, async (floor) => {
    mustLead(floor);
    seenSession(floor, input.revision);
    const { to, from } = sessionSteps[command];
    if (!(from as readonly string[]).includes(floor.state))
      throw new Refusal('floor.session.state', `This session is ${floor.state}; it cannot become ${to} from there.`);
    if (to !== 'open')
      for (const turn of await turnsOf(tx, floor.session)) {
        const after =
          turn.state === 'speaking' || (to === 'closed' && turn.state === 'paused')
            ? stepTurn(turn, to === 'closed' ? 'stop' : 'pause', floor.at.getTime())
            : null;
        if (after) await saveTurn(tx, after);
      }
    await tx
      .updateTable('meeting_session')
      .set({ state: to, revision: floor.revision + 1 })
      .where('id', '=', floor.session)
      .execute();
    log(`${said[command]} a session, ${floor.title}.`, floor.path);
    return { session: floor.session, state: to, revision: floor.revision + 1 };
  });
}
