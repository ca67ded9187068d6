import { defineAction } from '../../../../kernel/action.ts';
import { activityStep } from '../../forms.ts';
import { activityPath } from '../../activity.ts';
import { activityCalled, lockActivity, setActivity } from '../activities.ts';

export const reopenActivity = defineAction({
  name: 'followup.activity.reopen',
  does: 'Takes a postponed or cancelled activity up again: it is planned.',
  input: activityStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const activity = await lockActivity(tx, input.activity, input.revision, 'planned');
    const revision = await setActivity(tx, activity, { state: 'planned', reason: null });
    log(`Took up again ${activityCalled(activity)}.`, activityPath(activity.number));
    return { activity: activity.id, number: activity.number, revision };
  },
});
