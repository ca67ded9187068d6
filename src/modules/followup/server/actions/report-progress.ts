import { defineAction } from '../../../../kernel/action.ts';
import { progressReport } from '../../forms.ts';
import { lockOwner } from '../commitments.ts';
import { checkReportable, sayReported, writeProgress } from '../progress.ts';

export const reportProgress = defineAction({
  name: 'followup.commitment.report',
  does: 'An owner reports its progress on a day, with evidence: an internal note, for participants, or public. An internal note leaves no line anywhere that others read.',
  input: progressReport,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  logs: false,
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, null, null);
    checkReportable(owner, input.day, at);
    const step = { at, by: actor.personId! };
    const progress = await writeProgress(tx, owner, input, null, step);
    await sayReported(tx, owner, { progress, verb: 'reported', audience: input.audience, day: input.day }, step, log);
    return { commitment: owner.commitment_id, number: owner.number, progress };
  },
});
