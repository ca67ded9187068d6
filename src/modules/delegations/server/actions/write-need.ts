import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { deletionDay } from '../../delegation.ts';
import { needWrite } from '../../forms.ts';
import { addressOf, byHand, checkTakes, lockOfDelegate, meetingFor, touch } from '../delegations.ts';

export const writeNeed = defineAction({
  name: 'delegations.need.write',
  does: 'Says what a delegate needs, or with an empty text that it is not needed any more. Deleted by itself after the meeting.',
  input: needWrite,
  permission: ['member', 'focal-point', 'secretariat'],
  async run({ tx, actor, input, at, log }) {
    const delegation = await lockOfDelegate(tx, input.delegate, input.revision);
    const meeting = await meetingFor(tx, delegation.meeting_id);
    checkTakes(meeting);
    const last = meeting.end_day ?? meeting.start_day;
    if (last === null)
      throw new Refusal(
        'delegations.need.undated',
        'The meeting has no day yet, so it could not be said when this is deleted. Write it once the day is fixed.',
      );
    const revision = await touch(tx, delegation);
    await tx
      .deleteFrom('delegate_need')
      .where('delegate_id', '=', input.delegate)
      .where('kind', '=', input.kind)
      .execute();
    if (input.text !== null)
      await tx
        .insertInto('delegate_need')
        .values({
          id: newId(at),
          delegate_id: input.delegate,
          kind: input.kind,
          text: input.text,
          delete_on: deletionDay(last, meeting.needs_kept_days),
          at,
          by: actor.personId!,
        })
        .execute();
    log(
      `Changed needs in the delegation of ${delegation.party} to “${meeting.title}”${byHand(delegation)}.`,
      addressOf(meeting, delegation.party),
    );
    return { delegation: delegation.id, revision };
  },
});
