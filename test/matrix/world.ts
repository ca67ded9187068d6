import type { Actor, Role } from '../../src/kernel/actor.ts';
import { nobody, system } from '../../src/kernel/actor.ts';
import { seedGoals } from '../../src/modules/goals/server/index.ts';
import { seedRegister } from '../../src/modules/register/server/index.ts';
import { someone } from '../support/actors.ts';
import type { TestDatabase } from '../support/database.ts';
import { bodyId, partyId } from '../support/records.ts';

/** One of everybody, over the register and goals every installation starts with. `own` is what they act for, `foreign` what others do. */
export interface World {
  db: TestDatabase;
  actors: Record<Role, Actor>;
  own: Scope;
  foreign: Scope;
}

export interface Scope {
  party: { id: string; key: string };
  body: { id: string; key: string };
}

export async function makeWorld(db: TestDatabase): Promise<World> {
  await seedRegister(db.database);
  await seedGoals(db.database);
  // Marked as the sample, so that its own action can be tried too.
  await db.asSystem((tx) => tx.insertInto('setting').values({ name: 'mode', value: 'sample' }).execute());
  const scope = async (party: string, body: string): Promise<Scope> => ({
    party: { id: await partyId(db, party), key: party },
    body: { id: await bodyId(db, body), key: body },
  });
  const bodies = (
    await db.admin.query<{ key: string }>(`select key from body where kind = 'regional-working-group' order by key`)
  ).rows;
  const own = await scope('GEO', bodies[0]!.key);
  const foreign = await scope('BGR', bodies[1]!.key);
  return {
    db,
    own,
    foreign,
    actors: {
      public: nobody,
      member: await someone(db, 'member', { party: own.party.id }),
      'focal-point': await someone(db, 'focal-point', { party: own.party.id }),
      chair: await someone(db, 'chair', { body: own.body.id }),
      secretariat: await someone(db, 'secretariat'),
      observer: await someone(db, 'observer', { party: await partyId(db, 'org:iom') }),
      administrator: await someone(db, 'administrator'),
      system,
    },
  };
}
