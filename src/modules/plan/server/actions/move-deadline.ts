import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { deadlineMove } from '../../forms.ts';
import { lockCycle, moveCycle } from '../cycles.ts';

export const moveDeadline = defineAction({
  name: 'plan.deadline.move',
  does: 'Moves the deadline of the present stage, for inputs or for comments, with the reason. From the draft it opens inputs again.',
  input: deadlineMove,
  permission: ['secretariat', 'system'],
  async run({ tx, input, at, log }) {
    const cycle = await lockCycle(tx, input.cycle, input.revision);
    if (input.instant <= at)
      throw new Refusal('plan.cycle.deadline', 'This moment has passed already; choose a later one.', { field: 'due' });
    const forInputs = cycle.stage === 'inputs' || cycle.stage === 'draft';
    if (!forInputs && cycle.stage !== 'comments')
      throw new Refusal('plan.cycle.state', `A plan in stage ${cycle.stage} has no deadline that could be moved.`);
    const revision = await moveCycle(
      tx,
      cycle,
      forInputs
        ? { stage: 'inputs', inputs_due: input.instant, zone: input.zone }
        : { comments_due: input.instant, zone: input.zone },
    );
    log(
      `Moved the deadline for ${forInputs ? 'inputs' : 'comments'} of “${cycle.title}” to ${input.due.replace('T', ' ')} (${input.zone}): ${input.reason}`,
      `/plan/${cycle.slug}`,
    );
    return { cycle: cycle.id, slug: cycle.slug, revision };
  },
});
