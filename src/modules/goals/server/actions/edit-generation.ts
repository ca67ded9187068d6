import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { generationEdit } from '../../forms.ts';
import { addressOfGoal, type GenerationKind } from '../../generation.ts';
import { refuseOverlap } from '../overlap.ts';
import { change, writerOf } from '../write.ts';

export const editGeneration = defineAction({
  name: 'goals.generation.edit',
  does: 'Changes what a generation is called or when it is in force. Outcomes keep their numbers; which goals those mean follows the new days.',
  input: generationEdit,
  permission: ['secretariat', 'system'],
  async run(context) {
    const { tx, input, log } = context;
    const standing = await tx
      .selectFrom('framework_generation')
      .select(['id', 'kind'])
      .where('key', '=', input.generation)
      .executeTakeFirst();
    if (standing === undefined)
      throw new Refusal('goals.generation.not-found', `There is no generation ${input.generation}.`);
    await refuseOverlap(tx, { ...input, key: input.generation, kind: standing.kind as GenerationKind });
    const { generation, revision, reason, ...values } = input;
    await change(writerOf(context), 'framework_generation', standing.id, revision, values, reason);
    log(`Changed the generation ${generation}: ${reason}`, addressOfGoal(generation));
    return { id: standing.id };
  },
});
