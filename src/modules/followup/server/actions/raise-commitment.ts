import type { Tx } from '../../../../kernel/action.ts';
import { defineAction } from '../../../../kernel/action.ts';
import { holds, type Actor } from '../../../../kernel/actor.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { commitmentRaise } from '../../forms.ts';
import { commitmentPath } from '../../commitment.ts';
import { appendRevision, called } from '../commitments.ts';
import { checkGoals, checkOutcomes, writeGoals } from '../content.ts';
import { bodyOf, holdersOf, type HolderIds } from '../holders.ts';

export const raiseCommitment = defineAction({
  name: 'followup.commitment.raise',
  does: 'Raises a commitment from one or several confirmed outcomes, with its owners, addressees, goals and time. Owners are asked, nothing is taken on for them.',
  input: commitmentRaise,
  permission: ['secretariat', 'chair', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { outcomes, owners: ownerKeys, addressees: addresseeKeys, goals, body, ...columns } = input;
    const by = actor.personId!;
    const body_id = await bodyOf(tx, body);
    const owners = await holdersOf(tx, ownerKeys, 'owners');
    const addressees = await holdersOf(tx, addresseeKeys, 'addressees');
    mayName(actor, body_id, owners);
    await checkOutcomes(tx, outcomes);
    await checkGoals(tx, goals);
    const { id, number } = await tx
      .insertInto('commitment')
      .values({ id: newId(at), ...columns, body_id, raised_at: at, raised_by: by })
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow();
    for (const outcome_id of outcomes)
      await tx.insertInto('commitment_outcome').values({ commitment_id: id, outcome_id, at, by }).execute();
    await writeGoals(tx, 'commitment', id, goals);
    await writeHolders(tx, id, owners, addressees, at);
    await appendRevision(tx, {
      commitment: id,
      verb: 'raised',
      after: { ...columns, body_id, goals, outcomes, owners: ownerKeys, addressees: addresseeKeys },
      at,
      by,
    });
    log(`Raised ${called({ number, title: columns.title })}.`, commitmentPath(number));
    return { commitment: id, number };
  },
});

/** A focal point raises what their own party is to do; who asks others is the Secretariat or the chair. */
function mayName(actor: Actor, body: string | null, owners: readonly HolderIds[]): void {
  if (holds(actor, 'secretariat', 'system') || (body !== null && actor.bodies.includes(body))) return;
  if (actor.bodies.length > 0 && !holds(actor, 'focal-point'))
    throw new Refusal('followup.commitment.body', 'Name a body that you chair: you raise what it follows up.', {
      field: 'body',
    });
  if (owners.some(({ party_id }) => party_id === null || !actor.parties.includes(party_id)))
    throw new Refusal(
      'access.denied',
      'A focal point raises commitments of the own party. To ask another party or a body, write to the Secretariat or the chair.',
      { field: 'owners' },
    );
}

async function writeHolders(tx: Tx, id: string, owners: HolderIds[], addressees: HolderIds[], at: Date): Promise<void> {
  const rows = (holders: HolderIds[]) =>
    holders.map((holder, index) => ({ id: newId(at), commitment_id: id, ordinal: index + 1, ...holder }));
  await tx
    .insertInto('commitment_owner')
    .values(rows(owners).map((row) => ({ ...row, since: at })))
    .execute();
  if (addressees.length > 0) await tx.insertInto('commitment_addressee').values(rows(addressees)).execute();
}
