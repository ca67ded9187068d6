import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { invitationAdd } from '../../forms.ts';
import { ledCall, partyIds, pathOf } from '../calls.ts';
import { invite } from '../invitations.ts';

export const addInvitation = defineAction({
  name: 'meetings.invitation.add',
  does: 'Puts states or organisations on the list of a meeting, as members, observers or guests. When its invitations are out, they are invited at once.',
  input: invitationAdd,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const call = await ledCall(tx, input.meeting);
    const { standing, seats } = input;
    const parties = (await partyIds(tx, input.parties, 'parties')).map((party_id) => ({ party_id, standing, seats }));
    const added = await invite(tx, call.id, parties, { at, by: actor.personId! });
    if (added === 0)
      throw new Refusal('meetings.invitation.exists', 'They are on the list already.', { field: 'parties' });
    log(`Put ${added} on the list of “${call.title}”: ${input.parties.join(', ')}.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, added };
  },
});
