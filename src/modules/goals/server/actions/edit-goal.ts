import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { goalEdit } from '../../forms.ts';
import { addressOfGoal } from '../../generation.ts';
import { goalValues } from '../goal-values.ts';
import { change, writerOf } from '../write.ts';

export const editGoal = defineAction({
  name: 'goals.goal.edit',
  does: 'Changes the title, wording, number or place of a goal; what it was stays in its history.',
  input: goalEdit,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const standing = await tx
      .selectFrom('goal as g')
      .innerJoin('framework_generation as f', 'f.id', 'g.generation_id')
      .select(['f.key', 'g.code'])
      .where('g.id', '=', input.goal)
      .executeTakeFirst();
    if (standing === undefined) throw new Refusal('goals.goal.not-found', 'There is no such goal.');
    if (input.parent === standing.code || input.parent === input.code)
      throw new Refusal('input.invalid', 'A goal cannot belong under itself.', { field: 'parent' });
    const values = await goalValues(tx, standing.key, input);
    await change(writerOf(context), 'goal', input.goal, input.revision, values, input.reason);
    const address = addressOfGoal(standing.key, input.code);
    log(`Changed goal ${standing.code} of ${standing.key}: ${input.reason}`, address);
    return { goal: input.goal, address };
  },
});
