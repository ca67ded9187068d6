import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { crosswalkWithdraw } from '../../forms.ts';
import { addressOfGoal } from '../../generation.ts';
import { withdrawCrosswalk as withdraw, writerOf } from '../write.ts';

export const withdrawCrosswalk = defineAction({
  name: 'goals.crosswalk.withdraw',
  does: 'Withdraws a crosswalk between two goals; it stays in the history with the reason.',
  input: crosswalkWithdraw,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const goal = await tx
      .selectFrom('goal_crosswalk as c')
      .innerJoin('goal as g', 'g.id', 'c.from_goal_id')
      .innerJoin('framework_generation as f', 'f.id', 'g.generation_id')
      .select(['f.key', 'g.code'])
      .where('c.id', '=', input.entry)
      .executeTakeFirst();
    if (goal === undefined) throw new Refusal('goals.crosswalk.not-found', 'There is no such crosswalk entry.');
    await withdraw(writerOf(context), input.entry, input.reason);
    log(`Withdrew a crosswalk of goal ${goal.key}/${goal.code}: ${input.reason}`, addressOfGoal(goal.key, goal.code));
    return { entry: input.entry };
  },
});
