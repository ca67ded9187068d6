import { z } from 'zod';
import { defineAction } from '../../../../kernel/action.ts';
import { seedAll } from '../seed.ts';
import { writerOf } from '../write.ts';

export const applyGoalsSeed = defineAction({
  name: 'goals.seed.apply',
  does: 'Enters the generations, goals, crosswalks, strands and themes that every installation starts with. What is there is left alone.',
  input: z.object({}),
  permission: ['system'],
  async run(context) {
    const entered = await seedAll(writerOf(context));
    context.log(
      `Entered ${entered.generations} generations with ${entered.goals} goals and ${entered.crosswalks} crosswalks.`,
      '/goals',
    );
    return entered;
  },
});
