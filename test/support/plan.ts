import { actions } from '../../src/actions.generated.ts';
import type { Action } from '../../src/kernel/action.ts';
import { system, type Actor } from '../../src/kernel/actor.ts';
import type { Answer } from '../../src/kernel/refusal.ts';
import { runAction } from '../../src/kernel/server/run-action.ts';
import { someone } from './actors.ts';
import type { TestDatabase } from './database.ts';
import { done, partyId } from './records.ts';

/** A plan cycle as a test holds it. `revision` is that of the cycle itself. */
export interface TestCycle {
  cycle: string;
  slug: string;
  revision: number;
}

/** Calls an action at a moment of the test's choosing: deadlines pass without anybody waiting. */
export function callAt<T>(db: TestDatabase, at: Date, actor: Actor, name: string, input: unknown): Promise<Answer<T>> {
  return runAction(db.database, actions.get(name) as Action<unknown, T>, actor, input, { door: 'page', at });
}

/** The same, which must succeed. */
export async function doneAt<T = Record<string, never>>(
  db: TestDatabase,
  at: Date,
  actor: Actor,
  name: string,
  input: unknown,
): Promise<T> {
  const answer = await callAt<T>(db, at, actor, name, input);
  if (!answer.ok) throw answer.refusal;
  return answer.value;
}

/** Id of the dialogue's generation of goals in force since 2024. */
export async function generationId(db: TestDatabase): Promise<string> {
  const { rows } = await db.admin.query<{ id: string }>(
    `select id from framework_generation where kind = 'dialogue' order by effective_from desc limit 1`,
  );
  return rows[0]!.id;
}

/** What a Secretariat writes to prepare a cycle; due on 1 March 2099, noon in Vienna, unless told otherwise. */
export async function callFor(
  db: TestDatabase,
  more: { body?: string; parties?: string[]; due?: string; late?: boolean; years?: [number, number] } = {},
) {
  const [first, last] = more.years ?? [2099, 2100];
  return {
    body: more.body ?? 'body:senior-officials-meeting',
    title: { en: `Implementation plan ${first}–${last}` },
    call: { en: 'Please say what you plan to host, fund or take part in.' },
    first_day: `${first}-01-01`,
    last_day: `${last}-12-31`,
    generation: await generationId(db),
    due: more.due ?? '2099-03-01T12:00',
    zone: 'Europe/Vienna',
    late_inputs: more.late ?? false,
    parties: more.parties ?? ['GEO', 'BGR', 'TUR'],
  };
}

/** A cycle in stage call. */
export async function preparedCycle(db: TestDatabase, more: Parameters<typeof callFor>[1] = {}): Promise<TestCycle> {
  return done<TestCycle>(db, system, 'plan.cycle.prepare', await callFor(db, more));
}

/** A cycle whose call is out. */
export async function openedCycle(db: TestDatabase, more: Parameters<typeof callFor>[1] = {}): Promise<TestCycle> {
  const cycle = await preparedCycle(db, more);
  return done<TestCycle>(db, system, 'plan.cycle.open', { cycle: cycle.cycle, revision: cycle.revision });
}

/** What a form sends for an entry. */
export const entryOf = (title: string, more: Record<string, unknown> = {}) => ({
  kind: 'training',
  title: { en: title },
  description: { en: `${title}, for two days.` },
  leads: ['GEO'],
  partners: ['TUR'],
  when_from: '2099-05-01',
  when_until: '2099-06-30',
  place: 'Tbilisi',
  funding: 'Own funds',
  ...more,
});

/** Writes and submits an input with one entry for a party, by a focal point of its own. */
export async function submitted(
  db: TestDatabase,
  cycle: TestCycle,
  key: string,
  title: string,
): Promise<{ focal: Actor; entry: string }> {
  const focal = await someone(db, 'focal-point', { party: await partyId(db, key) });
  const { entry } = await done<{ entry: string }>(db, focal, 'plan.entry.propose', {
    cycle: cycle.cycle,
    party: key,
    ...entryOf(title, { leads: [key], partners: [] }),
  });
  await done(db, focal, 'plan.input.submit', { cycle: cycle.cycle, party: key, revision: 1 });
  return { focal, entry };
}

/** A cycle being drafted, with one entry of the Secretariat's own. */
export async function draftedCycle(
  db: TestDatabase,
  more: Parameters<typeof callFor>[1] = {},
): Promise<TestCycle & { entry: string }> {
  const opened = await openedCycle(db, more);
  const cycle = await done<TestCycle>(db, system, 'plan.cycle.assemble', {
    cycle: opened.cycle,
    revision: opened.revision,
  });
  const { entry } = await done<{ entry: string }>(db, system, 'plan.entry.add', {
    cycle: cycle.cycle,
    ...entryOf('A training on lake patrols'),
  });
  return { ...cycle, entry };
}

/** A cycle whose first version is out for comments. */
export async function circulatedCycle(
  db: TestDatabase,
  more: Parameters<typeof callFor>[1] = {},
): Promise<TestCycle & { entry: string }> {
  const { entry, ...drafted } = await draftedCycle(db, more);
  const cycle = await done<TestCycle>(db, system, 'plan.version.circulate', {
    cycle: drafted.cycle,
    revision: drafted.revision,
    due: '2099-04-01T12:00',
  });
  return { ...cycle, entry };
}

/** A cycle under revision whose second version lies before the meeting. */
export async function issuedCycle(
  db: TestDatabase,
  more: Parameters<typeof callFor>[1] = {},
): Promise<TestCycle & { entry: string }> {
  const { entry, ...circulated } = await circulatedCycle(db, more);
  const revised = await done<TestCycle>(db, system, 'plan.cycle.revise', {
    cycle: circulated.cycle,
    revision: circulated.revision,
  });
  const cycle = await done<TestCycle>(db, system, 'plan.version.circulate', {
    cycle: revised.cycle,
    revision: revised.revision,
    due: '',
  });
  return { ...cycle, entry };
}
