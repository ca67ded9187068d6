import { defineAction } from '../../../../kernel/action.ts';
import { progressWithdraw } from '../../forms.ts';
import { lockOwner } from '../commitments.ts';
import { lockProgress, sayReported, withdrawProgressRow } from '../progress.ts';

export const withdrawProgress = defineAction({
  name: 'followup.progress.withdraw',
  does: 'Withdraws a progress report with the reason. Who could read it reads that it was withdrawn.',
  input: progressWithdraw,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  logs: false,
  async run({ tx, actor, input, at, log }) {
    const { id: progress, owner_id, audience, day } = await lockProgress(tx, input.progress);
    const owner = await lockOwner(tx, owner_id, null, null);
    const step = { at, by: actor.personId! };
    await withdrawProgressRow(tx, progress, input.reason, at);
    await sayReported(tx, owner, { progress, verb: 'progress-withdrawn', audience, day }, step, log);
    return { commitment: owner.commitment_id, number: owner.number };
  },
});
