import { defineAction } from '../../../../kernel/action.ts';
import { reportStep } from '../../forms.ts';
import { lockReport } from '../reports.ts';
import { moveStage } from '../stage.ts';

export const reopenReport = defineAction({
  name: 'records.report.reopen',
  does: 'Takes a report back one stage: from published to checked, from checked to received.',
  input: reportStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const report = await lockReport(tx, input.report, input.revision);
    const revision = await moveStage(tx, report, 'back');
    log(`Took back the report “${report.title}”.`, `/reports/${report.slug}`);
    return { report: report.id, slug: report.slug, revision };
  },
});
