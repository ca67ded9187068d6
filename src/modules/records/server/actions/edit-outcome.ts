import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { outcomeEdit } from '../../forms.ts';
import { called, decide, lockSeen } from '../decide.ts';
import { refsOf } from '../names.ts';
import { anchorOf } from '../span.ts';

export const editOutcome = defineAction({
  name: 'records.outcome.edit',
  does: 'Corrects an outcome: its words in the text, kind, from whom, to whom, goals, time. With `confirm` it is confirmed in the same step.',
  input: outcomeEdit,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const outcome = await lockSeen(tx, input.outcome, input.revision);
    const anchor = await anchorOf(tx, outcome.version_id, input.words, input.start ?? outcome.start_at);
    const batch = newId(at);
    const change = {
      ...anchor,
      kind: input.kind,
      goals: [...new Set(input.goals)].sort((a, b) => a - b),
      when_from: input.when_from,
      when_until: input.when_until,
      when_as_written: input.when_from === null ? null : input.when_as_written,
      by: await refsOf(tx, input.by, 'by'),
      to: await refsOf(tx, input.to, 'to'),
      ...(input.confirm ? { state: 'confirmed' as const } : {}),
    };
    const revision = await decide(tx, outcome, change, { verb: 'edited', batch, at, by: actor.personId! });
    log(`Edited ${input.confirm ? 'and confirmed ' : ''}${called(outcome)}.`, `/reports/${outcome.slug}`);
    return { outcome: outcome.id, report: outcome.report_id, slug: outcome.slug, revision, batch };
  },
});
