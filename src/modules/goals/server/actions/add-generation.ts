import { defineAction } from '../../../../kernel/action.ts';
import { generationAdd } from '../../forms.ts';
import { addressOfGoal } from '../../generation.ts';
import { refuseOverlap } from '../overlap.ts';
import { enter, writerOf } from '../write.ts';

export const addGeneration = defineAction({
  name: 'goals.generation.add',
  does: 'Adds a generation of goals. One of the dialogue cannot be in force on a day on which another is.',
  input: generationAdd,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    await refuseOverlap(tx, input);
    const { reason, ...values } = input;
    const id = await enter(writerOf(context), 'framework_generation', values, reason);
    log(
      `Added the generation ${input.key}, in force from ${input.effective_from}: ${reason}`,
      addressOfGoal(input.key),
    );
    return { id };
  },
});
