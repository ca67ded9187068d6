import { defineAction } from '../../../../kernel/action.ts';
import { progressCorrect } from '../../forms.ts';
import { lockOwner } from '../commitments.ts';
import { checkReportable, lockProgress, sayReported, withdrawProgressRow, writeProgress } from '../progress.ts';

export const correctProgress = defineAction({
  name: 'followup.progress.correct',
  does: 'Corrects a progress report: the earlier one is withdrawn with the reason and another takes its place. What corrects an internal note stays internal.',
  input: progressCorrect,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  logs: false,
  async run({ tx, actor, input, at, log }) {
    const earlier = await lockProgress(tx, input.progress);
    const owner = await lockOwner(tx, earlier.owner_id, null, null);
    checkReportable(owner, input.day, at);
    const step = { at, by: actor.personId! };
    await withdrawProgressRow(tx, earlier.id, input.reason, at);
    const progress = await writeProgress(tx, owner, input, earlier.id, step);
    if (earlier.audience !== 'party')
      await sayReported(
        tx,
        owner,
        { progress, verb: 'corrected', audience: earlier.audience, day: input.day },
        step,
        log,
      );
    return { commitment: owner.commitment_id, number: owner.number, progress };
  },
});
