import { sql } from 'kysely';
import type { Role } from '../../actor.ts';
import { Refusal } from '../../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { beginSession, type From, type Step } from './session.ts';

export interface SamplePerson {
  id: string;
  name: string;
  role: Role;
  party_id: string | null;
  body_id: string | null;
}

/**
 * Whether this process may sign somebody in without proof: only in sample mode, and only towards this very machine
 * unless the operator said that everybody may see the sample. The third lock is in the database: `sample_people()` is
 * empty without the row `mode = sample` in `setting`, which the seed writes once and nothing changes.
 */
export function sampleAllowed({ settings, origin }: Pick<Runtime, 'settings' | 'origin'>): boolean {
  if (settings.REDTHREAD_MODE !== 'sample') return false;
  return settings.REDTHREAD_SAMPLE_PUBLIC || (isLoopback(new URL(origin).hostname) && isLoopback(settings.HOST));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The people one can be with one click; none outside sample mode. */
export async function samplePeople(runtime: Runtime): Promise<SamplePerson[]> {
  if (!sampleAllowed(runtime)) return [];
  return (
    await sql<SamplePerson>`select id, name, role, party_id, body_id from sample_people() order by role, name`.execute(
      runtime.database.app,
    )
  ).rows;
}

/**
 * Signs in one of the sample people.
 * @throws Refusal outside sample mode, on a database without the sample mark, and for anybody who is not in the list.
 */
export async function signInAsSample(runtime: Runtime, person: string, from: From, headers: Headers): Promise<Step> {
  const people = await samplePeople(runtime);
  if (!people.some((one) => one.id === person))
    throw new Refusal('access.sample', 'One-click sign-in exists in the sample only.');
  return beginSession(runtime, person, 'sample', from, headers);
}
