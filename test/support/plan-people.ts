import { type Actor } from '../../src/kernel/actor.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { seedGoals } from '../../src/modules/goals/server/index.ts';
import { cyclePage, inputPage, versionPage } from '../../src/modules/plan/server/index.ts';
import { seedRegister } from '../../src/modules/register/server/index.ts';
import { someone } from './actors.ts';
import type { TestDatabase } from './database.ts';
import { callAt, type TestCycle } from './plan.ts';
import { bodyId, partyId } from './records.ts';

/** Moments around the deadline of a cycle that `callFor` prepared. */
export const before = new Date('2099-02-01T00:00:00Z');
export const deadline = new Date('2099-03-01T11:00:00Z');
export const after = new Date('2099-03-01T11:00:01Z');

/** What a step of a cycle sends: which one, as it was seen. */
export const step = ({ cycle, revision }: TestCycle) => ({ cycle, revision });

/** Fills register and goals, and makes everybody a suite of plans works with: `member` and `focal` are of Georgia. */
export async function planPeople(db: TestDatabase) {
  await seedRegister(db.database);
  await seedGoals(db.database);
  return {
    secretariat: await someone(db, 'secretariat'),
    chair: await someone(db, 'chair', { body: await bodyId(db, 'body:senior-officials-meeting') }),
    member: await someone(db, 'member', { party: await partyId(db, 'GEO') }),
    focal: await someone(db, 'focal-point', { party: await partyId(db, 'GEO') }),
    bulgaria: await someone(db, 'focal-point', { party: await partyId(db, 'BGR') }),
    observer: await someone(db, 'observer', { party: await partyId(db, 'org:iom') }),
    administrator: await someone(db, 'administrator'),
  };
}

/** What a person sees of a cycle, and the code of the refusal of what they try (`done` where there is none). */
export const planViews = (db: TestDatabase) => ({
  seen: (actor: Actor, slug: string, at = before) => asActor(db.database, actor, (tx) => cyclePage(tx, slug, 'en', at)),
  input: (actor: Actor, slug: string, party: string, at = before) =>
    asActor(db.database, actor, (tx) => inputPage(tx, slug, party, 'en', at)),
  version: (actor: Actor, slug: string, n: number) =>
    asActor(db.database, actor, (tx) => versionPage(tx, slug, n, 'en')),
  codeAt: async (at: Date, actor: Actor, name: string, given: unknown) => {
    const answer = await callAt(db, at, actor, name, given);
    return answer.ok ? 'done' : answer.refusal.code;
  },
});
