import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { delegateAdd } from '../../forms.ts';
import {
  addressOf,
  byHand,
  checkDays,
  checkRoom,
  checkTakes,
  delegatesOf,
  meetingFor,
  openDelegation,
  touch,
  writeDays,
} from '../delegations.ts';

export const addDelegate = defineAction({
  name: 'delegations.delegate.add',
  does: 'Adds a person to the delegation of one’s party, which begins with the first. The Secretariat adds for a party of which no focal point has an account.',
  input: delegateAdd,
  permission: ['member', 'focal-point', 'secretariat'],
  async run({ tx, actor, input, at, log }) {
    const meeting = await meetingFor(tx, input.meeting);
    checkTakes(meeting);
    checkDays(meeting, [...input.in_room, ...input.online]);
    const delegation = await openDelegation(tx, meeting, input.party, input.revision, at, actor.personId!);
    const standing = await delegatesOf(tx, delegation.id);
    checkRoom(standing, input);
    const revision = await touch(tx, delegation);
    const id = newId(at);
    const { ordinal } = await tx
      .selectFrom('delegate')
      .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), eb.lit(0)).as('ordinal'))
      .where('delegation_id', '=', delegation.id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('delegate')
      .values({
        id,
        delegation_id: delegation.id,
        ordinal: ordinal + 1,
        name: input.name,
        function: input.function,
        role: input.role,
        email: input.email,
        person_id: input.person,
        at,
        by: actor.personId!,
      })
      .execute();
    await writeDays(tx, id, input.in_room, input.online);
    log(
      `Added somebody to the delegation of ${input.party} to “${meeting.title}”${byHand(delegation)}.`,
      addressOf(meeting, input.party),
    );
    return { delegation: delegation.id, delegate: id, revision };
  },
});
