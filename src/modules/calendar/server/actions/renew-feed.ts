import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { oneFeed } from '../../forms.ts';
import { newSecret } from '../queries/feeds.ts';

export const renewFeed = defineAction({
  name: 'calendar.feed.renew',
  does: 'Gives one of the own calendar feeds another secret link; the old one stops at once.',
  input: oneFeed,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer'],
  async run({ tx, actor, input, at, log }) {
    const { secret, digest } = newSecret();
    const feed = await tx
      .updateTable('calendar_feed')
      .set({ digest, renewed_at: at })
      .where('id', '=', input.feed)
      .returning(['name'])
      .executeTakeFirst();
    if (!feed) throw new Refusal('calendar.feed.not-found', 'You have no such calendar link.');
    log(`Renewed a calendar link, ${feed.name}.`, `/people/${actor.personId}`);
    return { feed: input.feed, secret };
  },
});
