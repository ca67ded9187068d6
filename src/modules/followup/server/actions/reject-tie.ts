import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { tieReject } from '../../ties/forms.ts';
import { decideTie, leaveCommitment, lockTie, tieCalled } from '../ties/decide.ts';

export const rejectTie = defineAction({
  name: 'followup.tie.reject',
  does: 'Rejects a tie: the two do not belong together. It is not proposed again.',
  input: tieReject,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const tie = await lockTie(tx, input.tie, input.revision);
    if (tie.state === 'rejected') throw new Refusal('followup.tie.state', 'This tie is rejected already.');
    if (tie.commitment_id !== null && tie.state === 'accepted') {
      const { rows } = await sql<{ joined: boolean }>`
        select joined from tie_decision where tie_id = ${tie.id} order by revision desc limit 1`.execute(tx);
      if (rows[0]?.joined) await leaveCommitment(tx, tie.commitment_id, tie.later_outcome_id, at, actor.personId!);
    }
    const revision = await decideTie(
      tx,
      tie,
      { verb: 'rejected', state: 'rejected', kind: tie.kind, reason: input.reason ?? null, joined: false },
      at,
      actor.personId!,
    );
    log(`Rejected ${tieCalled(tie)}.`, `/reports/${tie.slug}`);
    return { tie: tie.id, slug: tie.slug, revision };
  },
});
