import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { crosswalkSet } from '../../forms.ts';
import { addressOfGoal } from '../../generation.ts';
import { goalNamed, insertCrosswalk, withdrawCrosswalk, writerOf } from '../write.ts';

export const setCrosswalk = defineAction({
  name: 'goals.crosswalk.set',
  does: 'Says how a goal stands to one of another generation, and whose reading that is; an earlier entry for the two is withdrawn.',
  input: crosswalkSet,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const [generation = '', code = ''] = input.from.split('/');
    if (generation === input.to.split('/')[0])
      throw new Refusal(
        'goals.crosswalk.same-generation',
        'A crosswalk ties goals of two generations; these are of one.',
        {
          field: 'to',
        },
      );
    const from = await goalNamed(tx, input.from, 'from');
    const to = await goalNamed(tx, input.to, 'to');
    const writer = writerOf(context);
    if (input.replaces !== null) await withdrawCrosswalk(writer, input.replaces, `replaced: ${input.relation}`);
    const { relation, source, note } = input;
    const entry = await insertCrosswalk(writer, { from, to, relation, source, note });
    log(`Tied goal ${input.from} to ${input.to} as ${relation} (${source}).`, addressOfGoal(generation, code));
    return { entry };
  },
});
