import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { tieAccept } from '../../ties/forms.ts';
import { decideTie, joinCommitment, lockTie, tieCalled } from '../ties/decide.ts';

export const acceptTie = defineAction({
  name: 'followup.tie.accept',
  does: 'Accepts a tie: the later outcome belongs to the earlier one. Accepted into a commitment, the outcome joins it.',
  input: tieAccept,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const tie = await lockTie(tx, input.tie, input.revision);
    const kind = input.kind ?? tie.kind;
    if (tie.state === 'accepted' && kind === tie.kind)
      throw new Refusal('followup.tie.state', 'This tie is accepted already.');
    const joined =
      tie.commitment_id !== null &&
      (await joinCommitment(tx, tie.commitment_id, tie.later_outcome_id, at, actor.personId!));
    const revision = await decideTie(
      tx,
      tie,
      { verb: 'accepted', state: 'accepted', kind, reason: null, joined },
      at,
      actor.personId!,
    );
    log(`Accepted ${tieCalled(tie)} (${kind}).`, `/reports/${tie.slug}`);
    return { tie: tie.id, slug: tie.slug, revision };
  },
});
