import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import type { Tx } from '../../action.ts';
import { nobody, systemId } from '../../actor.ts';
import { asActor, introduce } from './database.ts';
import { kept, keptIds } from './kept-plans.ts';

const db = useDatabase();
const roles = async (tx: Tx) =>
  (await sql<{ roles: string[] }>`select app_roles() as roles`.execute(tx)).rows[0]!.roles;
const note = (tx: Tx, facts: string) => sql`select set_config('app.facts', ${facts}, true)`.execute(tx);

it('a reader has the roles the tables say, and nobody none', async () => {
  const staff = await someone(db, 'secretariat');
  expect(await asActor(db.database, staff, roles)).toEqual(['secretariat']);
  expect(await asActor(db.database, nobody, roles)).toEqual([]);
});

it('a note of somebody else is not believed, and in a transaction that writes none is', async () => {
  const admin = await someone(db, 'administrator');
  await asActor(db.database, admin, async (tx) => {
    await note(tx, `${systemId}|{system}|{}|{}|{}`);
    expect(await roles(tx)).toEqual(['administrator']);
  });
  await db.database.app.transaction().execute(async (tx) => {
    await introduce(tx, admin);
    await note(tx, `${admin.personId}|{system}|{}|{}|{}`);
    expect(await roles(tx)).toEqual(['administrator']);
  });
  // Nothing of it is left on the connection.
  expect(await asActor(db.database, nobody, roles)).toEqual([]);
});

it('a kept plan asks the policies of whoever asks', async () => {
  const admin = await someone(db, 'administrator');
  const people = (tx: Tx) =>
    sql<{ n: number }>`${kept} select count(*)::int as n from person where id <> ${systemId}`.execute(tx);
  for (let round = 0; round < 8; round++) {
    expect((await asActor(db.database, nobody, people)).rows[0]!.n).toBe(0);
    expect((await asActor(db.database, admin, people)).rows[0]!.n).toBeGreaterThanOrEqual(1);
  }
});

it('the plan of a query that follows a short list of ids is made a few times and then kept', async () => {
  const staff = await someone(db, 'secretariat');
  const counts = await asActor(db.database, staff, async (tx) => {
    for (let round = 0; round < 12; round++)
      await sql`${kept} select id, 'followed' as what from person where id = any (${keptIds([staff.personId!, systemId].slice(round % 2))})`.execute(
        tx,
      );
    const { rows } = await sql<{
      kept: number;
      anew: number;
    }>`select generic_plans::int as kept, custom_plans::int as anew from pg_prepared_statements
      where statement like ${'%followed%'}`.execute(tx);
    return rows;
  });
  expect(counts).toHaveLength(1);
  expect(counts[0]!.kept).toBeGreaterThan(counts[0]!.anew);
});
