import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { findingStep } from '../../forms.ts';

export const dismissFinding = defineAction({
  name: 'records.finding.dismiss',
  does: 'Sets a finding aside with a reason: the text is right as it stands, or will stay as it is.',
  input: findingStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { rows } = await sql<{ state: string; message: string; slug: string }>`
      select f.state, f.message, r.slug from finding f join report r on r.id = f.report_id where f.id = ${input.finding} for no key update of f`.execute(
      tx,
    );
    const finding = rows[0];
    if (!finding) throw new Refusal('records.finding.not-found', 'There is no such finding.');
    if (finding.state !== 'open')
      throw new Refusal('records.finding.state', 'This finding has been dismissed already.');
    await tx
      .updateTable('finding')
      .set({ state: 'dismissed', reason: input.reason, decided_at: at, decided_by: actor.personId })
      .where('id', '=', input.finding)
      .execute();
    log(`Dismissed a finding (${finding.message}): ${input.reason}`, `/reports/${finding.slug}`);
    return { finding: input.finding, slug: finding.slug };
  },
});
