import { defineAction } from '../../../../kernel/action.ts';
import { goalAdd } from '../../forms.ts';
import { addressOfGoal } from '../../generation.ts';
import { goalValues } from '../goal-values.ts';
import { enter, generationId, writerOf } from '../write.ts';

export const addGoal = defineAction({
  name: 'goals.goal.add',
  does: 'Adds a goal to a generation, or an action under one of its goals.',
  input: goalAdd,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const generation_id = await generationId(tx, input.generation);
    const values = await goalValues(tx, input.generation, input);
    const goal = await enter(writerOf(context), 'goal', { generation_id, ...values }, input.reason);
    const address = addressOfGoal(input.generation, input.code);
    log(`Added goal ${input.code} “${input.title.en}” to ${input.generation}: ${input.reason}`, address);
    return { goal, address };
  },
});
