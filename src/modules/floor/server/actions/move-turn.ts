import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { turnMove } from '../../forms.ts';
import { placeBefore } from '../../order.ts';
import { listAllowed } from '../../session.ts';
import { mustBe, mustLead, onceOnFloor } from '../floor.ts';
import { seenTurn, sessionOfTurn, turnsOf } from '../turns.ts';

export const moveTurn = defineAction({
  name: 'floor.turn.move',
  does: 'Puts a turn that waits before another one, or at the end of the list.',
  input: turnMove,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  async run(context) {
    const { tx, input, log } = context;
    const session = await sessionOfTurn(tx, input.turn);
    return onceOnFloor(context, 'floor.turn.move', { command: input.command, session }, async (floor) => {
      mustLead(floor);
      mustBe(floor, listAllowed);
      const turns = await turnsOf(tx, session);
      const turn = seenTurn(turns, input.turn, input.revision);
      if (turn.state !== 'waiting')
        throw new Refusal('floor.turn.state', `A turn that is ${turn.state} keeps its place.`);
      const place = placeBefore(
        turns.filter((one) => one.id !== turn.id),
        input.before,
      );
      if (!place) throw new Refusal('floor.turn.not-found', 'The turn before which it should go is not on the list.');
      for (const { id, order } of [...place.moved, { id: turn.id, order: place.order }])
        await tx
          .updateTable('intervention')
          .set({ ordinal: order, revision: turns.find((one) => one.id === id)!.revision + 1 })
          .where('id', '=', id)
          .execute();
      log(`Changed the order of the list, ${floor.title}.`, floor.path);
      return { turn: turn.id, state: turn.state, revision: turn.revision + 1 };
    });
  },
});
