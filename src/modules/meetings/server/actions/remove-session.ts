import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { sessionRemove } from '../../forms.ts';
import { withParts } from '../../tree.ts';
import { pathOf } from '../calls.ts';
import { checkSessionRevision, ledSession, placesIn } from '../sessions.ts';

export const removeSession = defineAction({
  name: 'meetings.session.remove',
  does: 'Takes a session out of the agenda with everything that is part of it, as long as none of it was opened.',
  input: sessionRemove,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const { session, call } = await ledSession(tx, input.session);
    checkSessionRevision(session, input.revision);
    const ids = withParts(await placesIn(tx, call.id), session.id);
    const begun = await tx
      .selectFrom('meeting_session')
      .select('id')
      .where('id', 'in', ids)
      .where('state', '<>', 'planned')
      .executeTakeFirst();
    if (begun)
      throw new Refusal('meetings.session.state', 'It was opened, or a part of it was: it stays in the agenda.');
    await tx
      .updateTable('meeting_session')
      .set((eb) => ({ removed_at: at, revision: eb('revision', '+', 1) }))
      .where('id', 'in', ids)
      .execute();
    log(`Took “${session.title}” out of the agenda of “${call.title}”.`, pathOf(call));
    return { slug: call.slug, removed: ids.length };
  },
});
