import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { reportSteps, type ReportStage } from '../report.ts';
import type { LockedReport } from './reports.ts';

const nextWords: Record<ReportStage, string> = {
  received: 'It has to be checked first.',
  checked: 'It is checked already; it can be published or taken back.',
  published: 'It is published already; it can be taken back.',
};

/**
 * Moves a locked report to another stage; `back` is the stage before.
 * @throws Refusal when the stages do not follow each other, or findings of severity error are open.
 */
export async function moveStage(tx: Tx, report: LockedReport, to: ReportStage | 'back'): Promise<number> {
  const target =
    to === 'back' ? ({ received: null, checked: 'received', published: 'checked' } as const)[report.stage] : to;
  if (target === null)
    throw new Refusal('records.report.state', 'This report is at its first stage; there is nothing to take back.');
  if (!reportSteps[report.stage].includes(target))
    throw new Refusal('records.report.state', `This report is ${report.stage}. ${nextWords[report.stage]}`);
  if (target === 'published') await refuseOpenErrors(tx, report);
  await tx
    .updateTable('report')
    .set({ stage: target, revision: report.revision + 1 })
    .where('id', '=', report.id)
    .execute();
  return report.revision + 1;
}

async function refuseOpenErrors(tx: Tx, report: LockedReport): Promise<void> {
  const { rows } = await sql<{ message: string }>`
    select message from finding where version_id = ${report.version_id} and state = 'open' and severity = 'error' order by start_at`.execute(
    tx,
  );
  if (rows.length === 0) return;
  const named = rows
    .slice(0, 3)
    .map(({ message }) => message.replace(/\.?$/, '.'))
    .join(' ');
  const more = rows.length > 3 ? ` And ${rows.length - 3} more.` : '';
  throw new Refusal(
    'records.report.findings',
    `Before publishing, correct or dismiss ${rows.length === 1 ? 'this finding' : `these ${rows.length} findings`}: ${named}${more}`,
  );
}
