import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { activitiesEnterPlanned } from '../../forms.ts';
import { writeLinks } from '../activities.ts';
import { checkGoals } from '../content.ts';
import { bodyOf } from '../holders.ts';

export const enterPlannedActivities = defineAction({
  name: 'followup.activity.enter-planned',
  does: 'Enters the entries of an endorsed plan as planned activities, public as the plan is. What was entered before is left as it is.',
  input: activitiesEnterPlanned,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const body_id = await bodyOf(tx, input.body);
    let entered = 0;
    for (const { goals, commitments, lead, partner, ...columns } of input.entries) {
      await checkGoals(tx, goals);
      const row = await tx
        .insertInto('activity')
        .values({ id: newId(at), ...columns, audience: 'public', body_id, at, by: actor.personId! })
        .onConflict((conflict) => conflict.column('plan_entry').where('plan_entry', 'is not', null).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!row) continue;
      entered += 1;
      await writeLinks(tx, row.id, { goals, commitments, lead, partner, host: [], funder: [] });
    }
    log(`Entered ${entered} activities of the endorsed plan.`, input.plan);
    return { entered };
  },
});
