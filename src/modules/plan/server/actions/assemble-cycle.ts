import { defineAction } from '../../../../kernel/action.ts';
import { cycleStep } from '../../forms.ts';
import { checkStep, lockCycle, moveCycle } from '../cycles.ts';

export const assembleCycle = defineAction({
  name: 'plan.cycle.assemble',
  does: 'Begins the draft of the plan from what was submitted. Inputs that are late can still come in until the draft is circulated, where the call allows it.',
  input: cycleStep,
  permission: ['secretariat', 'system'],
  async run({ tx, input, log }) {
    const cycle = await lockCycle(tx, input.cycle, input.revision);
    checkStep(cycle, 'draft');
    const revision = await moveCycle(tx, cycle, { stage: 'draft' });
    log(`Began the draft of “${cycle.title}”.`, `/plan/${cycle.slug}`);
    return { cycle: cycle.id, slug: cycle.slug, revision };
  },
});
