import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { tieStep } from '../../ties/forms.ts';
import type { TieKind } from '../../ties/suggest.ts';
import { decideTie, joinCommitment, leaveCommitment, lockTie, tieCalled, type TieState } from '../ties/decide.ts';

export const undoTie = defineAction({
  name: 'followup.tie.undo',
  does: 'Takes back the last decision about a tie: it is as it was before, and an outcome that joined a commitment by it leaves it again.',
  input: tieStep,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const tie = await lockTie(tx, input.tie, input.revision);
    const { rows } = await sql<{
      verb: string;
      state_before: TieState;
      kind_before: TieKind;
      joined: boolean;
      reason: string | null;
    }>`
      select verb, state_before, kind_before, joined, reason from tie_decision where tie_id = ${tie.id} order by revision desc limit 1`.execute(
      tx,
    );
    const last = rows[0];
    if (!last || last.verb === 'undone')
      throw new Refusal('followup.tie.state', 'There is no decision about this tie to take back.');
    if (tie.commitment_id !== null && last.joined)
      await leaveCommitment(tx, tie.commitment_id, tie.later_outcome_id, at, actor.personId!);
    const joined =
      tie.commitment_id !== null &&
      last.state_before === 'accepted' &&
      !last.joined &&
      (await joinCommitment(tx, tie.commitment_id, tie.later_outcome_id, at, actor.personId!));
    const revision = await decideTie(
      tx,
      tie,
      { verb: 'undone', state: last.state_before, kind: last.kind_before, reason: null, joined },
      at,
      actor.personId!,
    );
    log(`Took back a decision on ${tieCalled(tie)}.`, `/reports/${tie.slug}`);
    return { tie: tie.id, slug: tie.slug, revision };
  },
});
