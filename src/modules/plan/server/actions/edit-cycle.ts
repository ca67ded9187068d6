import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { cycleEdit } from '../../forms.ts';
import { askParties, lockCycle, moveCycle, partyIds } from '../cycles.ts';

export const editCycle = defineAction({
  name: 'plan.cycle.edit',
  does: 'Changes a plan cycle while its call is not out: period, call, deadline, parties asked.',
  input: cycleEdit,
  permission: ['secretariat', 'system'],
  async run({ tx, input, log }) {
    const cycle = await lockCycle(tx, input.cycle, input.revision);
    if (cycle.stage !== 'call')
      throw new Refusal(
        'plan.cycle.state',
        'The call is out: its text and the parties asked stand. The deadline can still be moved.',
      );
    const parties = await partyIds(tx, input.parties, 'parties');
    await askParties(tx, cycle.id, parties);
    const revision = await moveCycle(tx, cycle, {
      generation_id: input.generation,
      title: JSON.stringify(input.title),
      call: JSON.stringify(input.call),
      first_day: input.first_day,
      last_day: input.last_day,
      inputs_due: input.instant,
      zone: input.zone,
      late_inputs: input.late_inputs,
    });
    log(`Changed the call of “${input.title.en}”.`, `/plan/${cycle.slug}`);
    return { cycle: cycle.id, slug: cycle.slug, revision };
  },
});
