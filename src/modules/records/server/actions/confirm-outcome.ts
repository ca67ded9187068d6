import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeStep } from '../../forms.ts';
import { called, decide, lockSeen } from '../decide.ts';

export const confirmOutcome = defineAction({
  name: 'records.outcome.confirm',
  does: 'Confirms an outcome: the text says this, and it matters.',
  input: outcomeStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const outcome = await lockSeen(tx, input.outcome, input.revision);
    if (outcome.state === 'confirmed') throw new Refusal('records.outcome.state', 'This outcome is confirmed already.');
    const batch = newId(at);
    const revision = await decide(
      tx,
      outcome,
      { state: 'confirmed' },
      { verb: 'confirmed', batch, at, by: actor.personId! },
    );
    log(`Confirmed ${called(outcome)}.`, `/reports/${outcome.slug}`);
    return { outcome: outcome.id, report: outcome.report_id, slug: outcome.slug, revision, batch };
  },
});
