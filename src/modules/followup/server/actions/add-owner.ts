import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commitmentOwner } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called, lockCommitment, mustBeOpen } from '../commitments.ts';
import { holdersOf, nameOfHolder } from '../holders.ts';

export const addOwner = defineAction({
  name: 'followup.commitment.add-owner',
  does: 'Names one more owner of a commitment; it is asked.',
  input: commitmentOwner,
  permission: ['secretariat', 'chair', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const commitment = await lockCommitment(tx, input.commitment, input.revision);
    mustBeOpen(commitment);
    const [holder] = await holdersOf(tx, [input.owner], 'owner');
    const { rows } = await sql<{ ordinal: number; known: boolean }>`
      select coalesce(max(ordinal), 0) + 1 as ordinal,
        coalesce(bool_or(party_id is not distinct from ${holder!.party_id}::uuid and body_id is not distinct from ${holder!.body_id}::uuid), false) as known
      from commitment_owner where commitment_id = ${commitment.id}`.execute(tx);
    const { ordinal, known } = rows[0]!;
    const name = await nameOfHolder(tx, holder!);
    if (known)
      throw new Refusal(
        'followup.owner.exists',
        `${name} is an owner already; one that was released can be asked again.`,
        { field: 'owner' },
      );
    const by = actor.personId!;
    const id = newId(at);
    await tx
      .insertInto('commitment_owner')
      .values({ id, commitment_id: commitment.id, ordinal, ...holder!, since: at })
      .execute();
    const revision = input.revision + 1;
    await tx.updateTable('commitment').set({ revision }).where('id', '=', commitment.id).execute();
    await appendRevision(tx, {
      commitment: commitment.id,
      owner: id,
      verb: 'owner-added',
      after: { owner: input.owner },
      at,
      by,
    });
    log(`Asked ${name} to take on ${called(commitment)}.`, commitmentPath(commitment.number));
    return { commitment: commitment.id, number: commitment.number, owner: id, revision };
  },
});
