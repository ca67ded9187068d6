import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { endorse } from '../../forms.ts';
import { checkStep, dayOf, lockCycle, moveCycle } from '../cycles.ts';
import { newestVersion, unlikeVersion } from '../versions.ts';

export const endorseCycle = defineAction({
  name: 'plan.cycle.endorse',
  does: 'Records that the body endorsed the newest version of the plan: when, at which meeting, and where that is written. The plan becomes public.',
  input: endorse,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const cycle = await lockCycle(tx, input.cycle, input.revision);
    checkStep(cycle, 'endorsed');
    const version = await newestVersion(tx, cycle.id);
    if (!version || version.comments_due !== null)
      throw new Refusal(
        'plan.version.not-issued',
        'Circulate the revised plan as it is laid before the meeting first; that version is then endorsed.',
      );
    if (version.n !== input.version)
      throw new Refusal(
        'plan.cycle.changed',
        `Version ${version.n} is the newest now. Look at it again before you record an endorsement.`,
      );
    if ((await unlikeVersion(tx, cycle.id, version.id)) > 0)
      throw new Refusal(
        'plan.version.behind',
        `Entries were changed after version ${version.n} went out. Circulate the plan as it stands, or take the changes back.`,
      );
    if (input.on > dayOf(at))
      throw new Refusal('plan.cycle.day', 'The day of the decision is still to come.', { field: 'on' });
    const revision = await moveCycle(tx, cycle, {
      stage: 'endorsed',
      endorsed_version_id: version.id,
      endorsed_on: input.on,
      endorsed_note: input.note,
      endorsed_meeting_id: input.meeting,
      endorsed_outcome_id: input.outcome,
      endorsed_by: actor.personId!,
    });
    log(`Recorded the endorsement of version ${version.n} of “${cycle.title}”: ${input.note}`, `/plan/${cycle.slug}`);
    return { cycle: cycle.id, slug: cycle.slug, version: version.n, revision };
  },
});
