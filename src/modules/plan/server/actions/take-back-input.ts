import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { maySubmit } from '../../cycle.ts';
import { inputStep } from '../../forms.ts';
import { askedParty, cycleForInput, lockInput } from '../inputs.ts';

export const takeBackInput = defineAction({
  name: 'plan.input.take-back',
  does: 'Takes a submitted input back to change it, as long as it could be submitted again. Until then it counts as not submitted.',
  input: inputStep,
  permission: ['focal-point'],
  async run({ tx, input, at, log }) {
    const cycle = await cycleForInput(tx, input.cycle);
    const party = await askedParty(tx, cycle.id, input.party);
    const own = await lockInput(tx, cycle.id, party, input.revision);
    if (own.state === 'draft') throw new Refusal('plan.input.state', 'This input is not submitted.');
    if (!maySubmit({ stage: cycle.stage, due: cycle.inputs_due, lateInputs: cycle.late_inputs }, at))
      throw new Refusal(
        'plan.input.late',
        'The deadline has passed and this call takes no late inputs: taken back, it could not be submitted again. It stays submitted; tell the Secretariat what should change.',
      );
    await tx
      .updateTable('plan_input')
      .set({ state: 'draft', submitted_at: null, submitted_by: null, revision: own.revision + 1 })
      .where('id', '=', own.id)
      .execute();
    log(`Took the input of ${input.party} back.`, `/plan/${cycle.slug}`);
    return { slug: cycle.slug, revision: own.revision + 1 };
  },
});
