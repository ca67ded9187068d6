import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { dutyEnd } from '../../forms.ts';
import { pathOf } from '../calls.ts';
import { ledSession } from '../sessions.ts';

export const endDuty = defineAction({
  name: 'meetings.duty.end',
  does: 'Takes a duty in a session from somebody.',
  input: dutyEnd,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const { session, call } = await ledSession(tx, input.session);
    const { numDeletedRows } = await tx
      .deleteFrom('meeting_session_duty')
      .where('session_id', '=', session.id)
      .where('duty', '=', input.duty)
      .where('ordinal', '=', input.ordinal)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Refusal('meetings.duty.not-found', 'Nobody has this duty any more.');
    log(`Took the duty of ${input.duty} in “${session.title}” of “${call.title}” from somebody.`, pathOf(call));
    return { slug: call.slug, session: session.id };
  },
});
