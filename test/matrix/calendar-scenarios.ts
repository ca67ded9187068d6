import { newId } from '../../src/kernel/ids.ts';
import type { Scenario, Setting } from './scenarios.ts';

/** A feed of the asker; of somebody else where the thing is not the asker's own. */
async function feed({ world, actor, scope }: Setting) {
  const id = newId();
  const owner = scope === world.own && actor.personId ? actor.personId : world.actors.system.personId;
  await world.db.admin.query(
    `insert into calendar_feed (id, person_id, name, digest, made_at) values ($1, $2, 'telephone', sha256($3), now())`,
    [id, owner, Buffer.from(id)],
  );
  return { feed: id };
}

/** The actions of the calendar and of notices. */
export const calendarScenarios: Record<string, Scenario> = {
  'calendar.feed.make': async () => ({ name: 'telephone' }),
  'calendar.feed.renew': feed,
  'calendar.feed.revoke': feed,
  'notices.choices.change': async () => ({ zone: 'Europe/Budapest', asked: 'weekly' }),
  'notices.mails.end': async () => ({ kind: 'due' }),
};
