import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { dayIn } from '../../../../kernel/wall-clock.ts';
import { invitationRoster } from '../../forms.ts';
import { ledCall, pathOf } from '../calls.ts';
import { invite } from '../invitations.ts';
import { rosterOfMeeting } from '../roster.ts';

export const takeRoster = defineAction({
  name: 'meetings.roster.invite',
  does: 'Puts everybody on the list who holds a mandate in the bodies of a meeting on its first day and is not on it yet. Who was withdrawn stays withdrawn.',
  input: invitationRoster,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const call = await ledCall(tx, input.meeting);
    const bodies = await tx.selectFrom('meeting_body').select('body_id').where('meeting_id', '=', call.id).execute();
    const listed = await tx
      .selectFrom('meeting_invitation')
      .select('party_id')
      .where('meeting_id', '=', call.id)
      .execute();
    const known = new Set(listed.map((row) => row.party_id));
    const day = call.start_day ?? dayIn(at, call.zone);
    const roster = await rosterOfMeeting(
      tx,
      bodies.map((row) => row.body_id),
      day,
    );
    const parties = roster.filter(({ party_id }) => !known.has(party_id)).map((party) => ({ ...party, seats: null }));
    if (parties.length === 0)
      throw new Refusal(
        'meetings.invitation.exists',
        'Everybody of the roster is on the list, or was withdrawn from it.',
      );
    const added = await invite(tx, call.id, parties, { at, by: actor.personId! });
    log(`Put ${added} of the roster on the list of “${call.title}”.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, added };
  },
});
