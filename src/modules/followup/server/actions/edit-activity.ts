import { defineAction } from '../../../../kernel/action.ts';
import { activityEdit } from '../../forms.ts';
import { activityPath } from '../../activity.ts';
import { activityCalled, clearLinks, commitmentsOf, lockActivity, writeLinks } from '../activities.ts';
import { checkGoals } from '../content.ts';
import { bodyOf } from '../holders.ts';

export const editActivity = defineAction({
  name: 'followup.activity.edit',
  does: 'Changes an activity: its days, place, parties, goals, and the commitments it fulfils.',
  input: activityEdit,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const { activity: id, revision, body, goals, commitments, lead, partner, host, funder, ...columns } = input;
    const { number } = await lockActivity(tx, id, revision, null);
    const body_id = await bodyOf(tx, body);
    await checkGoals(tx, goals);
    const links = { goals, commitments: await commitmentsOf(tx, commitments), lead, partner, host, funder };
    await tx
      .updateTable('activity')
      .set({ ...columns, body_id, revision: revision + 1 })
      .where('id', '=', id)
      .execute();
    await clearLinks(tx, id);
    await writeLinks(tx, id, links);
    log(`Edited ${activityCalled({ number, title: columns.title })}.`, activityPath(number));
    return { activity: id, number, revision: revision + 1 };
  },
});
