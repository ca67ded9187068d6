import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { oneFeed } from '../../forms.ts';

export const revokeFeed = defineAction({
  name: 'calendar.feed.revoke',
  does: 'Ends one of the own calendar feeds for good; its link answers that it is gone.',
  input: oneFeed,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer'],
  async run({ tx, actor, input, at, log }) {
    const feed = await tx
      .updateTable('calendar_feed')
      .set({ revoked_at: at })
      .where('id', '=', input.feed)
      .returning(['name'])
      .executeTakeFirst();
    if (!feed) throw new Refusal('calendar.feed.not-found', 'You have no such calendar link.');
    log(`Ended a calendar link, ${feed.name}.`, `/people/${actor.personId}`);
    return {};
  },
});
