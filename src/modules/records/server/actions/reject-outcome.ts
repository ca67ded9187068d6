import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeStep } from '../../forms.ts';
import { called, decide, lockSeen } from '../decide.ts';

export const rejectOutcome = defineAction({
  name: 'records.outcome.reject',
  does: 'Rejects an outcome: the text does not say this, or it does not matter. It stays on file for reviewers.',
  input: outcomeStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const outcome = await lockSeen(tx, input.outcome, input.revision);
    if (outcome.state === 'rejected') throw new Refusal('records.outcome.state', 'This outcome is rejected already.');
    const batch = newId(at);
    const revision = await decide(
      tx,
      outcome,
      { state: 'rejected' },
      { verb: 'rejected', batch, at, by: actor.personId! },
    );
    log(`Rejected ${called(outcome)}.`, `/reports/${outcome.slug}`);
    return { outcome: outcome.id, report: outcome.report_id, slug: outcome.slug, revision, batch };
  },
});
