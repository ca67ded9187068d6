import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeBulk } from '../../forms.ts';
import { decide, lockOutcomes } from '../decide.ts';
import { lockReport } from '../reports.ts';

export const confirmCertainOutcomes = defineAction({
  name: 'records.outcome.confirm-certain',
  does: 'Confirms all proposed outcomes of a report that the reader is certain of. One undo takes all of them back.',
  input: outcomeBulk,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const report = await lockReport(tx, input.report, null);
    const ids = await tx
      .selectFrom('outcome')
      .select('id')
      .where('report_id', '=', report.id)
      .where('state', '=', 'proposed')
      .where('confidence', '>=', input.threshold)
      .execute();
    const batch = newId(at);
    const locked = (
      await lockOutcomes(
        tx,
        ids.map(({ id }) => id),
      )
    ).filter(({ state }) => state === 'proposed');
    if (locked.length === 0)
      throw new Refusal(
        'records.outcome.none',
        `No proposed outcome of this report has a confidence of ${Math.round(input.threshold * 100)} % or more.`,
        { field: 'threshold' },
      );
    for (const outcome of locked)
      await decide(tx, outcome, { state: 'confirmed' }, { verb: 'confirmed', batch, at, by: actor.personId! });
    log(
      `Confirmed ${locked.length} outcomes of “${report.title}” with a confidence of ${Math.round(input.threshold * 100)} % or more.`,
      `/reports/${report.slug}`,
    );
    return { report: report.id, slug: report.slug, confirmed: locked.length, batch };
  },
});
