import { defineAction } from '../../../../kernel/action.ts';
import { linkAdd } from '../../forms.ts';
import { ledCall, newRow, pathOf } from '../calls.ts';
import { checkParent, placesIn } from '../sessions.ts';

export const addLink = defineAction({
  name: 'meetings.link.add',
  does: 'Adds where one joins online, for the whole meeting or one session. Seen by its leaders and by those invited, and by nobody else.',
  input: linkAdd,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const call = await ledCall(tx, input.meeting);
    checkParent(await placesIn(tx, call.id), input.session);
    const { session: session_id, label, url } = input;
    const row = newRow({ at, by: actor.personId! });
    await tx
      .insertInto('meeting_link')
      .values({ ...row, meeting_id: call.id, session_id, label, url })
      .execute();
    log(`Added a link to join “${call.title}” online.`, pathOf(call));
    return { slug: call.slug, link: row.id };
  },
});
