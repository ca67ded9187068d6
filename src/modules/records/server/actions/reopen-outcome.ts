import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeStep } from '../../forms.ts';
import { called, decide, lockSeen } from '../decide.ts';

export const reopenOutcome = defineAction({
  name: 'records.outcome.reopen',
  does: 'Makes a decided outcome a proposal again.',
  input: outcomeStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const outcome = await lockSeen(tx, input.outcome, input.revision);
    if (outcome.state === 'proposed') throw new Refusal('records.outcome.state', 'This outcome is proposed already.');
    const batch = newId(at);
    const revision = await decide(
      tx,
      outcome,
      { state: 'proposed' },
      { verb: 'reopened', batch, at, by: actor.personId! },
    );
    log(`Reopened ${called(outcome)}.`, `/reports/${outcome.slug}`);
    return { outcome: outcome.id, report: outcome.report_id, slug: outcome.slug, revision, batch };
  },
});
