import { defineAction } from '../../../../kernel/action.ts';
import { activityStep } from '../../forms.ts';
import { activityPath } from '../../activity.ts';
import { activityCalled, lockActivity, setActivity } from '../activities.ts';

export const confirmActivity = defineAction({
  name: 'followup.activity.confirm',
  does: 'Says that an activity will take place as planned.',
  input: activityStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const activity = await lockActivity(tx, input.activity, input.revision, 'confirmed');
    const revision = await setActivity(tx, activity, { state: 'confirmed', reason: null });
    log(`Confirmed ${activityCalled(activity)}.`, activityPath(activity.number));
    return { activity: activity.id, number: activity.number, revision };
  },
});
