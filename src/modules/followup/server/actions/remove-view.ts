import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { viewRemove } from '../../forms.ts';

export const removeView = defineAction({
  name: 'followup.view.remove',
  does: 'Forgets a view the person kept.',
  input: viewRemove,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  logs: false,
  async run({ tx, input }) {
    const gone = await tx.deleteFrom('saved_view').where('id', '=', input.view).returning('address').executeTakeFirst();
    if (!gone)
      throw new Refusal('followup.view.not-found', 'There is no such view of yours; perhaps it was removed already.');
    return { address: gone.address };
  },
});
