import { defineAction } from '../../../../kernel/action.ts';
import { activityReason } from '../../forms.ts';
import { activityPath } from '../../activity.ts';
import { activityCalled, lockActivity, setActivity } from '../activities.ts';

export const cancelActivity = defineAction({
  name: 'followup.activity.cancel',
  does: 'Cancels an activity, with the reason.',
  input: activityReason,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const activity = await lockActivity(tx, input.activity, input.revision, 'cancelled');
    const revision = await setActivity(tx, activity, { state: 'cancelled', reason: input.reason });
    log(`Cancelled ${activityCalled(activity)}.`, activityPath(activity.number));
    return { activity: activity.id, number: activity.number, revision };
  },
});
