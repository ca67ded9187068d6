import { defineAction } from '../../../../kernel/action.ts';
import { sessionAdd } from '../../forms.ts';
import { ledCall, pathOf } from '../calls.ts';
import { addSession as add, checkParent, columnsOf, placesIn } from '../sessions.ts';

export const addSession = defineAction({
  name: 'meetings.session.add',
  does: 'Adds a session to the agenda of a meeting, at the end or as the last part of another.',
  input: sessionAdd,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const call = await ledCall(tx, input.meeting);
    checkParent(await placesIn(tx, call.id), input.parent);
    const columns = await columnsOf(tx, call, input);
    const session = await add(tx, call.id, input.parent, columns, { at, by: actor.personId! });
    log(`Added “${input.title.en}” to the agenda of “${call.title}”.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, session, revision: 1 };
  },
});
