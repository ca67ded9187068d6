import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { GrantableRole } from '../grant.ts';

export interface PersonRow {
  id: string;
  name: string;
  /** `null` for those who may not see it. */
  email: string | null;
  language: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface GrantRow {
  id: string;
  person_id: string;
  role: GrantableRole;
  party_id: string | null;
  body_id: string | null;
  valid_from: Date;
  valid_until: Date | null;
  reason: string;
  by: string | null;
}

/** A person by id. @throws Refusal `people.person.not-found` */
export async function namedPerson(tx: Tx, id: string): Promise<{ id: string; name: string; ended_at: Date | null }> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name', 'ended_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!person) throw new Refusal('people.person.not-found', 'There is no such person.');
  return person;
}

/** Everybody the asker may see, with the address where they may see that; Redthread itself left out. By name, ended ones last. */
export async function listPeople(
  tx: Tx,
  { words = '', limit = 500 }: { words?: string; limit?: number } = {},
): Promise<PersonRow[]> {
  const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<PersonRow>`select p.id, p.name, e.email, p.language, p.created_at, p.ended_at
    from person p left join person_emails() e on e.person_id = p.id
    where p.id <> '00000000-0000-7000-8000-000000000001' and (p.name ilike ${like} or e.email ilike ${like})
    order by p.ended_at is not null, p.name collate "und-x-icu", p.id limit ${limit}`.execute(tx);
  return rows;
}

/** One person as the asker may see them; `null` when they may not. */
export async function findPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`select p.id, p.name, e.email, p.language, p.created_at, p.ended_at
    from person p left join person_emails() e on e.person_id = p.id where p.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Rights, newest first; of one person or of all the asker may see. Ended ones too. */
export async function listGrants(tx: Tx, person: string | null = null): Promise<GrantRow[]> {
  const { rows } =
    await sql<GrantRow>`select g.id, g.person_id, g.role, g.party_id, g.body_id, g.valid_from, g.valid_until, g.reason, b.name as by
    from access_grant g left join person b on b.id = g.granted_by
    where g.role <> 'system' and (${person}::uuid is null or g.person_id = ${person}::uuid)
    order by g.valid_from desc, g.id`.execute(tx);
  return rows;
}

export interface SessionRow {
  id: string;
  signed_in_at: Date;
  seen_at: Date;
  address: string | null;
  browser: string | null;
}

/** The sessions of whoever asks, last used first. */
export async function mySessions(tx: Tx): Promise<SessionRow[]> {
  return (await sql<SessionRow>`select id, signed_in_at, seen_at, address, browser from my_sessions()`.execute(tx))
    .rows;
}

export interface PasskeyRow {
  id: string;
  name: string;
  synced: boolean;
  created_at: Date;
  used_at: Date | null;
}

/** The passkeys of whoever asks, oldest first. */
export function myPasskeys(tx: Tx): Promise<PasskeyRow[]> {
  return tx
    .selectFrom('passkey')
    .select(['id', 'name', 'synced', 'created_at', 'used_at'])
    .orderBy('created_at')
    .execute();
}

export interface TokenRow {
  id: string;
  name: string;
  /** Its last characters. */
  hint: string;
  scopes: string[];
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

/** The tokens of whoever asks that are valid at the moment, the newest first. */
export function myTokens(tx: Tx, at: Date): Promise<TokenRow[]> {
  return tx
    .selectFrom('api_token')
    .select(['id', 'name', 'hint', 'scopes', 'created_at', 'expires_at', 'used_at'])
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}
