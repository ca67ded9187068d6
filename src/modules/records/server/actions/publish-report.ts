import { defineAction } from '../../../../kernel/action.ts';
import { reportStep } from '../../forms.ts';
import { lockReport } from '../reports.ts';
import { moveStage } from '../stage.ts';

export const publishReport = defineAction({
  name: 'records.report.publish',
  does: 'Publishes a checked report: everybody can read it with its confirmed outcomes.',
  input: reportStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const report = await lockReport(tx, input.report, input.revision);
    const revision = await moveStage(tx, report, 'published');
    log(`Published the report “${report.title}”.`, `/reports/${report.slug}`);
    return { report: report.id, slug: report.slug, revision };
  },
});
