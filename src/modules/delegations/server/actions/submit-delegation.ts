import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { daysOf, hindrances, isUnsubmitted, type Hindrance } from '../../delegation.ts';
import { delegationStep } from '../../forms.ts';
import {
  addressOf,
  byHand,
  checkSubmits,
  checkTakes,
  delegatesOf,
  lockDelegation,
  meetingFor,
} from '../delegations.ts';

export const submitDelegation = defineAction({
  name: 'delegations.delegation.submit',
  does: 'Submits the delegation of one’s party to the Secretariat, or as the Secretariat what it entered for a party without a focal point. Whether it was late follows from the clock.',
  input: delegationStep,
  permission: ['focal-point', 'secretariat'],
  async run({ tx, actor, input, at, log }) {
    const delegation = await lockDelegation(tx, input.delegation, input.revision);
    checkSubmits(delegation);
    const meeting = await meetingFor(tx, delegation.meeting_id);
    checkTakes(meeting);
    if (!isUnsubmitted(delegation.state))
      throw new Refusal('delegations.delegation.state', 'This delegation is submitted already.');
    const [first] = hindrances(await delegatesOf(tx, delegation.id), daysOf(meeting.start_day, meeting.end_day));
    if (first) throw new Refusal('delegations.delegation.incomplete', sentenceOf(first));
    await tx
      .updateTable('delegation')
      .set({
        state: 'submitted',
        reason: null,
        submitted_at: at,
        submitted_by: actor.personId!,
        entered_by_secretariat: delegation.hand === 'secretariat',
        revision: delegation.revision + 1,
      })
      .where('id', '=', delegation.id)
      .execute();
    const late = meeting.delegations_due !== null && at > meeting.delegations_due;
    log(
      `Submitted the delegation of ${delegation.party} to “${meeting.title}”${byHand(delegation)}${late ? ', after the deadline' : ''}.`,
      addressOf(meeting, delegation.party),
    );
    return { delegation: delegation.id, revision: delegation.revision + 1, late };
  },
});

function sentenceOf(hindrance: Hindrance): string {
  switch (hindrance.kind) {
    case 'empty':
      return 'There is nobody in this delegation yet: add at least its head.';
    case 'no-head':
      return 'Say who leads the delegation: one person is its head.';
    case 'no-day':
      return `Say on which days ${hindrance.name} takes part, and how.`;
    case 'foreign-day':
      return `The meeting was moved: choose the days of ${hindrance.name} again.`;
  }
}
