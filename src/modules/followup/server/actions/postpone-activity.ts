import { defineAction } from '../../../../kernel/action.ts';
import { activityReason } from '../../forms.ts';
import { activityPath } from '../../activity.ts';
import { activityCalled, lockActivity, setActivity } from '../activities.ts';

export const postponeActivity = defineAction({
  name: 'followup.activity.postpone',
  does: 'Postpones an activity, with the reason.',
  input: activityReason,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const activity = await lockActivity(tx, input.activity, input.revision, 'postponed');
    const revision = await setActivity(tx, activity, { state: 'postponed', reason: input.reason });
    log(`Postponed ${activityCalled(activity)}.`, activityPath(activity.number));
    return { activity: activity.id, number: activity.number, revision };
  },
});
