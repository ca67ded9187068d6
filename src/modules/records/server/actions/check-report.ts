import { defineAction } from '../../../../kernel/action.ts';
import { reportStep } from '../../forms.ts';
import { lockReport } from '../reports.ts';
import { moveStage } from '../stage.ts';

export const checkReport = defineAction({
  name: 'records.report.check',
  does: 'Marks a report as checked: all participants of the dialogue can read it from now on.',
  input: reportStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const report = await lockReport(tx, input.report, input.revision);
    const revision = await moveStage(tx, report, 'checked');
    log(`Checked the report “${report.title}”.`, `/reports/${report.slug}`);
    return { report: report.id, slug: report.slug, revision };
  },
});
