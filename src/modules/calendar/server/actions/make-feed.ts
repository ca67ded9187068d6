import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { newFeed, queryOf } from '../../forms.ts';
import { newSecret } from '../queries/feeds.ts';

/** As many links as one person can keep apart. */
export const mostFeeds = 10;

export const makeFeed = defineAction({
  name: 'calendar.feed.make',
  does: 'Makes a calendar feed by secret link, with filters. The secret is answered once and kept nowhere.',
  input: newFeed,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer'],
  async run({ tx, actor, input, at, log }) {
    const { count } = await tx
      .selectFrom('calendar_feed')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostFeeds)
      throw new Refusal('calendar.feed.many', `You have ${mostFeeds} links already. End one you no longer use first.`);
    const { secret, digest } = newSecret();
    const id = newId(at);
    await tx
      .insertInto('calendar_feed')
      .values({ id, person_id: actor.personId!, name: input.name, query: queryOf(input), digest, made_at: at })
      .execute();
    log(`Made a calendar link, ${input.name}.`, `/people/${actor.personId}`);
    return { feed: id, secret };
  },
});
