import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { delegationStep } from '../../forms.ts';
import { addressOf, checkTakes, delegatesOf, lockDelegation, meetingFor } from '../delegations.ts';

export const approveDelegation = defineAction({
  name: 'delegations.delegation.approve',
  does: 'Approves a submitted delegation as it was seen. From then on its people are participants: lists, badges and the floor go by them.',
  input: delegationStep,
  permission: ['secretariat'],
  async run({ tx, actor, input, at, log }) {
    const delegation = await lockDelegation(tx, input.delegation, input.revision);
    const meeting = await meetingFor(tx, delegation.meeting_id);
    checkTakes(meeting);
    if (delegation.state !== 'submitted')
      throw new Refusal(
        'delegations.delegation.state',
        `A submitted delegation is approved; this one is ${delegation.state}.`,
      );
    const delegates = await delegatesOf(tx, delegation.id);
    for (const [index, delegate] of delegates.entries()) {
      const approved = {
        ordinal: index + 1,
        name: delegate.name,
        function: delegate.function,
        role: delegate.role,
        in_room: delegate.inRoom as string[],
        online: delegate.online as string[],
        person_id: delegate.person,
        left_at: null,
        approved_at: at,
        approved_by: actor.personId!,
      };
      await tx
        .insertInto('participant')
        .values({
          id: delegate.id,
          meeting_id: delegation.meeting_id,
          party_id: delegation.party_id,
          delegation_id: delegation.id,
          ...approved,
        })
        .onConflict((clash) => clash.column('id').doUpdateSet(approved))
        .execute();
    }
    await sql`update participant set left_at = ${at}, approved_by = ${actor.personId}
      where delegation_id = ${delegation.id} and left_at is null and not id = any (${delegates.map(({ id }) => id)}::uuid[])`.execute(
      tx,
    );
    await tx
      .updateTable('delegation')
      .set({ state: 'approved', decided_at: at, decided_by: actor.personId!, revision: delegation.revision + 1 })
      .where('id', '=', delegation.id)
      .execute();
    log(`Approved the delegation of ${delegation.party} to “${meeting.title}”.`, addressOf(meeting, delegation.party));
    return { delegation: delegation.id, revision: delegation.revision + 1, participants: delegates.length };
  },
});
