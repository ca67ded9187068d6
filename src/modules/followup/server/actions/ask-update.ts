import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { ownerAsk } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, lockOwner, mustBeOpen } from '../commitments.ts';
import { nameOfHolder } from '../holders.ts';

export const askUpdate = defineAction({
  name: 'followup.commitment.ask-update',
  does: 'Asks an owner how it stands, if need be by a day. The next progress report that others can read answers.',
  input: ownerAsk,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const owner = await lockOwner(tx, input.owner, null, null);
    mustBeOpen({ number: owner.number, state: owner.commitment_state });
    if (owner.party_id !== null && actor.parties.includes(owner.party_id))
      throw new Refusal('followup.update.own', 'This is your own party: report how it stands instead of asking.');
    if (owner.state === 'declined' || owner.state === 'released')
      throw new Refusal('followup.owner.state', `This owner is ${owner.state}; there is nothing it could report.`);
    const by = actor.personId!;
    const { note, answer_by } = input;
    await tx
      .insertInto('update_request')
      .values({ id: newId(at), commitment_id: owner.commitment_id, owner_id: owner.id, note, answer_by, at, by })
      .execute();
    const after = { note, answer_by };
    await appendRevision(tx, { commitment: owner.commitment_id, owner: owner.id, verb: 'update-asked', after, at, by });
    log(`Asked ${await nameOfHolder(tx, owner)} how it stands with ${called(owner)}.`, commitmentPath(owner.number));
    return { commitment: owner.commitment_id, number: owner.number };
  },
});
