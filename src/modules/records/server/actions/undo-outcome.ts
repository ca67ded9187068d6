import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeUndo } from '../../forms.ts';
import type { OutcomeContent } from '../../outcome.ts';
import { called, decide, lockOutcomes } from '../decide.ts';

export const undoOutcome = defineAction({
  name: 'records.outcome.undo',
  does: 'Takes back one step of one’s own: everything decided in it is as it was before, unless somebody has decided again since.',
  input: outcomeUndo,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { rows: steps } = await sql<{
      outcome_id: string;
      revision: number;
      before: OutcomeContent | null;
      by: string;
      undone: boolean;
    }>`
      select v.outcome_id, v.revision, v.before, v.by, exists (select from outcome_revision u where u.undoes = v.batch) as undone
      from outcome_revision v where v.batch = ${input.batch}`.execute(tx);
    const first = steps[0];
    if (!first) throw new Refusal('records.outcome.not-found', 'There is no such step to take back.');
    if (first.by !== actor.personId)
      throw new Refusal('access.denied', 'Everybody takes back their own steps; reopen the outcome instead.');
    if (first.undone) throw new Refusal('records.outcome.state', 'This step has been taken back already.');
    const locked = await lockOutcomes(
      tx,
      steps.map((step) => step.outcome_id),
    );
    const batch = newId(at);
    let undone = 0;
    for (const outcome of locked) {
      const step = steps.find(({ outcome_id }) => outcome_id === outcome.id)!;
      if (outcome.revision !== step.revision) continue;
      await decide(tx, outcome, step.before ?? { state: 'withdrawn' }, {
        verb: 'undone',
        batch,
        undoes: input.batch,
        at,
        by: actor.personId!,
      });
      undone++;
    }
    const one = locked[0];
    if (undone === 0 || !one)
      throw new Refusal(
        'records.outcome.changed',
        'Somebody has decided again since; taking this back would undo their work.',
      );
    log(
      undone === 1 && steps.length === 1
        ? `Took back a decision on ${called(one)}.`
        : `Took back decisions on ${undone} of ${steps.length} outcomes of “${one.title}”.`,
      `/reports/${one.slug}`,
    );
    return { report: one.report_id, slug: one.slug, undone, kept: steps.length - undone, batch };
  },
});
