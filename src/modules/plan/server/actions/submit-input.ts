import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { maySubmit } from '../../cycle.ts';
import { inputStep } from '../../forms.ts';
import { dayOf, hasLeft } from '../cycles.ts';
import { askedParty, cycleForInput, lockInput } from '../inputs.ts';

export const submitInput = defineAction({
  name: 'plan.input.submit',
  does: 'Submits the input of one’s party. Whether it was late follows from the clock.',
  input: inputStep,
  permission: ['focal-point'],
  async run({ tx, actor, input, at, log }) {
    const cycle = await cycleForInput(tx, input.cycle);
    const party = await askedParty(tx, cycle.id, input.party);
    const own = await lockInput(tx, cycle.id, party, input.revision);
    if (own.state === 'submitted') throw new Refusal('plan.input.state', 'This input is submitted already.');
    const { rows } = await sql<{ entries: number; left: boolean }>`
      select (select count(*)::int from plan_entry e where e.input_id = ${own.id} and e.removed_at is null) as entries, ${hasLeft('i.party_id', dayOf(at))} as left
      from plan_input i join plan_cycle c on c.id = i.cycle_id where i.id = ${own.id}`.execute(tx);
    const { entries, left } = rows[0]!;
    if (left)
      throw new Refusal(
        'plan.input.left',
        `By the register ${input.party} is no longer in the body whose plan this is, so nothing is asked of it. What is written stays with you; if the register is wrong, tell the Secretariat.`,
      );
    if (entries === 0)
      throw new Refusal('plan.input.empty', 'There is nothing to submit yet: write at least one entry.');
    if (!maySubmit({ stage: cycle.stage, due: cycle.inputs_due, lateInputs: cycle.late_inputs }, at))
      throw new Refusal(
        'plan.input.late',
        'The deadline has passed and this call takes no late inputs. Everything you wrote is saved as a draft; ask the Secretariat to move the deadline.',
      );
    await tx
      .updateTable('plan_input')
      .set({ state: 'submitted', submitted_at: at, submitted_by: actor.personId!, revision: own.revision + 1 })
      .where('id', '=', own.id)
      .execute();
    const late = at > cycle.inputs_due;
    log(
      `Submitted the input of ${input.party} with ${entries} entries${late ? ', after the deadline' : ''}.`,
      `/plan/${cycle.slug}`,
    );
    return { slug: cycle.slug, entries, late, revision: own.revision + 1 };
  },
});
