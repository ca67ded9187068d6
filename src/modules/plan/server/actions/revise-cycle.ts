import { defineAction } from '../../../../kernel/action.ts';
import { cycleStep } from '../../forms.ts';
import { checkStep, lockCycle, moveCycle } from '../cycles.ts';

export const reviseCycle = defineAction({
  name: 'plan.cycle.revise',
  does: 'Closes the round of comments and begins the revision of the plan.',
  input: cycleStep,
  permission: ['secretariat', 'system'],
  async run({ tx, input, log }) {
    const cycle = await lockCycle(tx, input.cycle, input.revision);
    checkStep(cycle, 'revised');
    const revision = await moveCycle(tx, cycle, { stage: 'revised' });
    log(`Closed the comments on “${cycle.title}” and began its revision.`, `/plan/${cycle.slug}`);
    return { cycle: cycle.id, slug: cycle.slug, revision };
  },
});
