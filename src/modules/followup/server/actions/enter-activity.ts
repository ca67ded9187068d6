import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { activityEnter } from '../../forms.ts';
import { activityPath } from '../../activity.ts';
import { activityCalled, commitmentsOf, writeLinks } from '../activities.ts';
import { checkGoals } from '../content.ts';
import { bodyOf } from '../holders.ts';

export const enterActivity = defineAction({
  name: 'followup.activity.enter',
  does: 'Enters a planned activity: what, when, where, who leads, hosts, pays and takes part, and which commitments it fulfils.',
  input: activityEnter,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { body, goals, commitments, lead, partner, host, funder, ...columns } = input;
    const body_id = await bodyOf(tx, body);
    await checkGoals(tx, goals);
    const links = { goals, commitments: await commitmentsOf(tx, commitments), lead, partner, host, funder };
    const { id, number } = await tx
      .insertInto('activity')
      .values({ id: newId(at), ...columns, body_id, at, by: actor.personId! })
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow();
    await writeLinks(tx, id, links);
    log(`Entered ${activityCalled({ number, title: columns.title })}.`, activityPath(number));
    return { activity: id, number };
  },
});
