import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { outcomeAdd } from '../../forms.ts';
import type { OutcomeContent } from '../../outcome.ts';
import { called, writeParties, writeRevision } from '../decide.ts';
import { refsOf } from '../names.ts';
import { lockReport, nextNumber } from '../reports.ts';
import { anchorOf } from '../span.ts';

export const addOutcome = defineAction({
  name: 'records.outcome.add',
  does: 'Adds an outcome the reader did not find, by the words a person selected. It is confirmed at once.',
  input: outcomeAdd,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    // The lock gives numbers without gaps or repeats when two reviewers add at once.
    const report = await lockReport(tx, input.report, null);
    const anchor = await anchorOf(tx, report.version_id, input.words, input.start ?? 0);
    const content: OutcomeContent = {
      ...anchor,
      kind: input.kind,
      state: 'confirmed',
      goals: [...new Set(input.goals)].sort((a, b) => a - b),
      when_from: input.when_from,
      when_until: input.when_until,
      when_as_written: input.when_from === null ? null : input.when_as_written,
      by: await refsOf(tx, input.by, 'by'),
      to: await refsOf(tx, input.to, 'to'),
    };
    const { by, to, ...columns } = content;
    const outcome = { id: newId(at), report_id: report.id, number: await nextNumber(tx, 'outcome', report.id) };
    await tx
      .insertInto('outcome')
      .values({ ...outcome, ...columns, rule: null, confidence: null, at, by: actor.personId! })
      .execute();
    await writeParties(tx, outcome, { by, to });
    const batch = newId(at);
    await writeRevision(tx, outcome, 1, null, content, { verb: 'added', batch, at, by: actor.personId! });
    log(`Added ${called({ ...outcome, kind: input.kind, title: report.title })}.`, `/reports/${report.slug}`);
    return { outcome: outcome.id, report: report.id, slug: report.slug, revision: 1, batch };
  },
});
