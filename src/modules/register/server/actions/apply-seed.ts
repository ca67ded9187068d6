import { z } from 'zod';
import { defineAction } from '../../../../kernel/action.ts';
import { seedAll } from '../seed.ts';
import { writerOf } from '../write.ts';

export const applyRegisterSeed = defineAction({
  name: 'register.seed.apply',
  does: 'Enters the states, organisations and bodies that every installation starts with. What is there is left alone.',
  input: z.object({}),
  permission: ['system'],
  async run(context) {
    const entered = await seedAll(writerOf(context));
    context.log(`Entered ${entered.parties} parties and ${entered.bodies} bodies into the register.`, '/register');
    return entered;
  },
});
