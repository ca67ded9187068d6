import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { cycleStep } from '../../forms.ts';
import { checkStep, dayOf, lockCycle, moveCycle } from '../cycles.ts';

export const openCycle = defineAction({
  name: 'plan.cycle.open',
  does: 'Sends the call for inputs out: from now on the parties asked see it and write.',
  input: cycleStep,
  permission: ['secretariat', 'system'],
  async run({ tx, input, at, log }) {
    const cycle = await lockCycle(tx, input.cycle, input.revision);
    checkStep(cycle, 'inputs');
    if (cycle.inputs_due <= at)
      throw new Refusal(
        'plan.cycle.deadline',
        'The deadline has passed already. Change it first; nothing was sent out.',
      );
    const revision = await moveCycle(tx, cycle, { stage: 'inputs', opened_on: dayOf(at) });
    log(`Opened the call for inputs to “${cycle.title}”.`, `/plan/${cycle.slug}`);
    return { cycle: cycle.id, slug: cycle.slug, revision };
  },
});
