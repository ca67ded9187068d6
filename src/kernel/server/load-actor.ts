import { sql } from 'kysely';
import { nobody, type Actor, type Role } from '../actor.ts';
import type { Database } from './db/database.ts';

/** The actor behind a signed-in person id; `nobody` when the person is unknown or ended. */
export async function loadActor(database: Database, personId: string | null): Promise<Actor & { language: string }> {
  if (personId === null) return { ...nobody, language: 'en' };
  const { rows } = await sql<{
    id: string;
    name: string;
    language: string;
    roles: Role[];
    parties: string[];
    bodies: string[];
  }>`select * from app_person(${personId})`.execute(database.app);
  const row = rows[0];
  if (!row) return { ...nobody, language: 'en' };
  return {
    personId: row.id,
    name: row.name,
    language: row.language,
    roles: ['public', ...row.roles],
    parties: row.parties,
    bodies: row.bodies,
  };
}
