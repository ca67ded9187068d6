import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { sessionEdit } from '../../forms.ts';
import { inAgendaOrder, mayBePartOf } from '../../tree.ts';
import { pathOf } from '../calls.ts';
import { checkParent, checkSessionRevision, columnsOf, ledSession, number, placesIn } from '../sessions.ts';

export const editSession = defineAction({
  name: 'meetings.session.edit',
  does: 'Changes a session: what it is, its title, guiding questions, hours, room, goal, rule, times for speaking, and which session it is part of.',
  input: sessionEdit,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const { session, call } = await ledSession(tx, input.session);
    checkSessionRevision(session, input.revision);
    const places = await placesIn(tx, call.id);
    checkParent(places, input.parent);
    if (input.parent !== null && !mayBePartOf(places, session.id, input.parent))
      throw new Refusal('meetings.session.parent', 'A session cannot be part of itself or of one of its parts.', {
        field: 'parent',
      });
    const revision = session.revision + 1;
    await tx
      .updateTable('meeting_session')
      .set({ parent_id: input.parent, ...(await columnsOf(tx, call, input)), revision })
      .where('id', '=', session.id)
      .execute();
    if (input.parent !== session.parentId) await number(tx, inAgendaOrder(await placesIn(tx, call.id)));
    log(`Changed the session “${input.title.en}” of “${call.title}”.`, pathOf(call));
    return { slug: call.slug, session: session.id, revision };
  },
});
