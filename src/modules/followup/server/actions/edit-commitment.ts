import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { commitmentEdit } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, contentOf, lockCommitment, mustBeOpen } from '../commitments.ts';
import { checkGoals, writeGoals } from '../content.ts';
import { bodyOf } from '../holders.ts';

export const editCommitment = defineAction({
  name: 'followup.commitment.edit',
  does: 'Changes what a commitment says: title, wording, body, audience, goals, when it is due and how often.',
  input: commitmentEdit,
  permission: ['secretariat', 'chair', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const before = await lockCommitment(tx, input.commitment, input.revision);
    mustBeOpen(before);
    const { commitment: id, revision, body, goals, ...columns } = input;
    const body_id = await bodyOf(tx, body);
    await checkGoals(tx, goals);
    await tx
      .updateTable('commitment')
      .set({ ...columns, body_id, revision: revision + 1 })
      .where('id', '=', id)
      .execute();
    await sql`delete from commitment_goal where commitment_id = ${id}`.execute(tx);
    await writeGoals(tx, 'commitment', id, goals);
    await appendRevision(tx, {
      commitment: id,
      verb: 'edited',
      before: contentOf(before),
      after: { ...columns, body_id, goals },
      at,
      by: actor.personId!,
    });
    log(`Edited ${called({ ...before, title: columns.title })}.`, commitmentPath(before.number));
    return { commitment: id, number: before.number, revision: revision + 1 };
  },
});
