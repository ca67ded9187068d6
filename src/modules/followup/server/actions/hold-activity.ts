import { defineAction } from '../../../../kernel/action.ts';
import { activityHold } from '../../forms.ts';
import { activityPath } from '../../activity.ts';
import { activityCalled, heldOn, lockActivity, setActivity } from '../activities.ts';

export const holdActivity = defineAction({
  name: 'followup.activity.hold',
  does: 'Says that an activity was held, and when. Its commitments count as heard of.',
  input: activityHold,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const activity = await lockActivity(tx, input.activity, input.revision, 'held');
    const days = heldOn(activity, input, at.toISOString().slice(0, 10));
    const revision = await setActivity(tx, activity, { state: 'held', reason: null, ...days });
    log(`Held ${activityCalled(activity)}.`, activityPath(activity.number));
    return { activity: activity.id, number: activity.number, revision };
  },
});
