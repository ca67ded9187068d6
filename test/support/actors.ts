import { sql } from 'kysely';
import { system, type Actor, type Role } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/ids.ts';
import { loadActor } from '../../src/kernel/server/load-actor.ts';
import type { TestDatabase } from './database.ts';

/**
 * Makes a person who holds a role, as the installation itself would, and returns them as an actor.
 * Names are fictional; every call makes a new person.
 */
export async function someone(
  database: TestDatabase,
  role: Exclude<Role, 'public'>,
  scope: { party?: string; body?: string; name?: string } = {},
): Promise<Actor> {
  const id = newId();
  const name = scope.name ?? `Test ${role} ${id.slice(-4)}`;
  await database.asSystem(async (tx) => {
    await sql`insert into person (id, name, email) values (${id}, ${name}, ${`${id}@example.org`})`.execute(tx);
    await sql`insert into access_grant (id, person_id, role, party_id, body_id, valid_from, granted_by, reason)
      values (${newId()}, ${id}, ${role}, ${scope.party ?? null}, ${scope.body ?? null}, '2000-01-01', ${system.personId}, 'test')`.execute(
      tx,
    );
  });
  return loadActor(database.database, id);
}
