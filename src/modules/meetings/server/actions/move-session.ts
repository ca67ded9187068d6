import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { sessionMove } from '../../forms.ts';
import { moved } from '../../tree.ts';
import { pathOf } from '../calls.ts';
import { ledSession, number, placesIn } from '../sessions.ts';

export const moveSession = defineAction({
  name: 'meetings.session.move',
  does: 'Changes the places of a session and the one before or after it on its level; its parts go with it.',
  input: sessionMove,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const { session, call } = await ledSession(tx, input.session);
    const order = moved(await placesIn(tx, call.id), session.id, input.direction);
    if (order === null)
      throw new Refusal(
        'meetings.session.state',
        input.direction === 'up' ? 'This session is the first already.' : 'This session is the last already.',
      );
    await number(tx, order);
    log(`Moved the session “${session.title}” of “${call.title}” ${input.direction}.`, pathOf(call));
    return { slug: call.slug, session: session.id };
  },
});
