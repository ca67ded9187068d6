/**
 * What happens in the sample dialogue after its reports are in: ties are accepted, commitments raised, taken on, reported on; plans are made. Written down in
 * `sample/follow-up.json` as steps that named people take one after the other, each through the same action as anybody else.
 */
import { sql } from 'kysely';
import { actions } from '../actions.generated.ts';
import { system, type Actor } from '../kernel/actor.ts';
import type { Tx } from '../kernel/action.ts';
import { asActor, introduce, type Database } from '../kernel/server/db/database.ts';
import { newId } from '../kernel/ids.ts';
import { loadActor } from '../kernel/server/load-actor.ts';
import { runAction } from '../kernel/server/run-action.ts';
import { recogniseWishes } from './5-recognise-wishes.ts';
import { endorsePlan } from './6-endorse-plan.ts';

/**
 * One step. In `with` a text that begins with @ stands for something: `@outcome <its first words>`, `@paragraph <its first words>`, `@commitment name`, `@number name`, `@owner name:BIH`,
 * `@cycle name`, `@entry name`, `@comment name`, `@activity name`, `@goal bp-2024:1`, `@generation bp-2024`, `@strand key`, `@day -30` (days from today), `@time +30`, `@tuesday +48` (the first from then on; `@wednesday` is the day after it),
 * `@titled name:Title` (a session of the meeting), `@invited name:BIH`, `@person Name`, `@party BIH`, `@fresh` (a new id), or what an earlier step answered: `@turn name`.
 * A day may carry a time, in UTC: `@tuesday -24 08:10`. A revision is filled in as it stands.
 */
export interface SampleStep {
  /** Name of a person of the sample. */
  by: string;
  /** Name of an action. */
  does: string;
  with: Record<string, unknown>;
  /** When it was done, written like a day without its @; today when it is left out. */
  when?: string;
  /** What later steps call the thing that this one makes. */
  as?: string;
}

type Made = Record<string, string | number>;
interface Progress {
  step: number;
  made: Record<string, Made>;
}
const mark = 'sample.follow-up';

/** Takes the steps that were not taken yet. Where a start was stopped is kept after each step. @returns how many were taken now */
export async function playSample(database: Database, steps: readonly SampleStep[], at: Date): Promise<number> {
  const progress = await progressOf(database);
  const first = progress.step;
  if (first >= steps.length) return 0;
  await recogniseWishes(database);
  const people = new Map<string, Actor>();
  for (const step of steps.slice(first)) {
    const by = people.get(step.by) ?? (await personNamed(database, step.by));
    people.set(step.by, by);
    const input = await asActor(database, by, (tx) => filled(tx, step.with, progress.made, at));
    const value = await take(database, by, step.does, input, step.when === undefined ? at : momentOf(step.when, at));
    if (step.as) progress.made[step.as] = value;
    progress.step += 1;
    await keep(database, progress);
  }
  return steps.length - first;
}

async function take(
  database: Database,
  by: Actor,
  does: string,
  input: Record<string, unknown>,
  at: Date,
): Promise<Made> {
  const answer =
    does === 'plan.cycle.endorse'
      ? await endorsePlan(database, by, input, 'seed')
      : await runAction(database, actions.get(does)!, by, input, { door: 'seed', at });
  if (!answer.ok) throw answer.refusal;
  return answer.value as unknown as Made;
}

/** The input with everything filled in that it only names. */
async function filled(
  tx: Tx,
  given: Record<string, unknown>,
  made: Progress['made'],
  at: Date,
): Promise<Record<string, unknown>> {
  const fill = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(fill));
    return typeof value === 'string' && value.startsWith('@') ? meant(tx, value.slice(1), made, at) : value;
  };
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) input[name] = await fill(value);
  const revision = await revisionOf(tx, input);
  return revision === null ? input : { ...input, revision };
}

async function meant(tx: Tx, text: string, made: Progress['made'], at: Date): Promise<string> {
  const [kind = '', ...rest] = text.split(' ');
  const name = rest.join(' ');
  const [thing = '', part = ''] = name.split(':');
  const one = async (found: Promise<{ rows: { id: string }[] }>): Promise<string> => {
    const id = (await found).rows[0]?.id;
    if (id === undefined) throw new Error(`sample/follow-up.json: there is no ${text}`);
    return id;
  };
  if (kind === 'fresh') return newId(at);
  if (kind === 'day' || kind === 'tuesday' || kind === 'wednesday')
    return rest.length > 1 ? momentOf(text, at).toISOString() : dayMeant(text, at);
  if (kind === 'time') return `${dayFrom(at, Number(name))}T18:00`;
  if (kind === 'outcome')
    return one(
      sql<{ id: string }>`select id from outcome where state = 'confirmed' and starts_with(text, ${name})`.execute(tx),
    );
  if (kind === 'paragraph')
    return one(
      sql<{
        id: string;
      }>`select '/reports/' || r.slug || '#p' || p.number as id from paragraph_version v join paragraph p on p.id = v.paragraph_id
        join report r on r.id = v.report_id where v.current and starts_with(v.text, ${name})`.execute(tx),
    );
  if (kind === 'owner')
    return one(
      sql<{
        id: string;
      }>`select o.id from commitment_owner o left join party p on p.id = o.party_id left join body b on b.id = o.body_id
        where o.commitment_id = ${String(made[thing]?.['commitment'])} and ${name.slice(thing.length + 1)} in (p.key, b.key)`.execute(
        tx,
      ),
    );
  if (kind === 'goal')
    return one(
      sql<{
        id: string;
      }>`select g.id from goal g join framework_generation f on f.id = g.generation_id where f.key = ${thing} and g.code = ${part}`.execute(
        tx,
      ),
    );
  if (kind === 'generation')
    return one(sql<{ id: string }>`select id from framework_generation where key = ${thing}`.execute(tx));
  if (kind === 'strand') return one(sql<{ id: string }>`select id from strand where key = ${thing}`.execute(tx));
  if (kind === 'party') return one(sql<{ id: string }>`select id from party where key = ${name}`.execute(tx));
  if (kind === 'person')
    return one(sql<{ id: string }>`select id from person where name = ${name} and ended_at is null`.execute(tx));
  const ofIt = ofMeeting(kind, String(made[thing]?.['meeting']), name.slice(thing.length + 1));
  if (ofIt) return one(ofIt.execute(tx));
  const found = made[thing]?.[kind];
  if (found === undefined) throw new Error(`sample/follow-up.json: no step made the ${text}`);
  return kind === 'number' ? `C-${found}` : String(found);
}

/** SQL of a session by its title, or the invitation of a party, of a meeting that a step made; null for anything else. */
function ofMeeting(kind: string, meeting: string, name: string) {
  if (kind === 'titled')
    return sql<{ id: string }>`select id from meeting_session
      where meeting_id = ${meeting} and title ->> 'en' = ${name} and removed_at is null`;
  if (kind === 'invited')
    return sql<{ id: string }>`select i.id from meeting_invitation i join party p on p.id = i.party_id
      where i.meeting_id = ${meeting} and p.key = ${name}`;
  return null;
}

/** The day of `-30`, `day -30`, `tuesday -24` or `wednesday -24`, counted from a moment; ISO. */
function dayMeant(text: string, at: Date): string {
  const [kind = '', count = kind] = text.split(' ');
  if (kind !== 'tuesday' && kind !== 'wednesday') return dayFrom(at, Number(count));
  return dayFrom(at, daysToTuesday(at, Number(count)) + (kind === 'tuesday' ? 0 : 1));
}

/** The moment of a day with a time, in UTC; without a time at noon. */
function momentOf(text: string, at: Date): Date {
  const [, day = text, time = '12:00'] = /^(.*?)(?: (\d{2}:\d{2}))?$/.exec(text) ?? [];
  return new Date(`${dayMeant(day, at)}T${time}:00Z`);
}

/** Days from a moment to the first Tuesday that is at least so many days away. */
const daysToTuesday = (at: Date, days: number): number => {
  const weekday = new Date(at.getTime() + days * 86_400_000).getUTCDay();
  return days + ((2 - weekday + 7) % 7);
};

/** The revision of what an input is about, as it stands; null for what has none. */
async function revisionOf(tx: Tx, input: Record<string, unknown>): Promise<number | null> {
  const tables = {
    comment: 'plan_comment',
    entry: 'plan_entry',
    owner: 'commitment_owner',
    activity: 'activity',
    commitment: 'commitment',
    cycle: 'plan_cycle',
    session: 'meeting_session',
    invitation: 'meeting_invitation',
    paper: 'meeting_paper',
    delegation: 'delegation',
    draft: 'draft',
    turn: 'intervention',
  };
  if (typeof input['delegate'] === 'string') {
    const { rows } = await sql<{
      revision: number;
    }>`select d.revision from delegation d join delegate p on p.delegation_id = d.id
      where p.id = ${input['delegate']}`.execute(tx);
    return rows[0]?.revision ?? null;
  }
  if (typeof input['party'] === 'string' && typeof input['meeting'] === 'string') {
    const { rows } = await sql<{
      revision: number;
    }>`select d.revision from delegation d join party p on p.id = d.party_id
      where d.meeting_id = ${input['meeting']} and p.key = ${input['party']}`.execute(tx);
    return rows[0]?.revision ?? 0;
  }
  if (typeof input['party'] === 'string' && typeof input['cycle'] === 'string') {
    const { rows } = await sql<{
      revision: number;
    }>`select i.revision from plan_input i join party p on p.id = i.party_id
      where i.cycle_id = ${input['cycle']} and p.key = ${input['party']}`.execute(tx);
    return rows[0]?.revision ?? null;
  }
  if (typeof input['meeting'] === 'string' && Object.keys(tables).every((name) => typeof input[name] !== 'string')) {
    const { rows } = await sql<{
      revision: number;
    }>`select revision from meeting_call where meeting_id = ${input['meeting']}`.execute(tx);
    return rows[0]?.revision ?? null;
  }
  for (const [name, table] of Object.entries(tables)) {
    if (typeof input[name] !== 'string') continue;
    const { rows } = await sql<{
      revision: number;
    }>`select revision from ${sql.table(table)} where id = ${input[name]}`.execute(tx);
    return rows[0]?.revision ?? null;
  }
  return null;
}

const dayFrom = (at: Date, days: number): string =>
  new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function personNamed(database: Database, name: string): Promise<Actor> {
  const { id } = await asActor(database, system, (tx) =>
    tx.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow(),
  );
  return loadActor(database, id);
}

async function progressOf(database: Database): Promise<Progress> {
  const row = await asActor(database, system, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', mark).executeTakeFirst(),
  );
  return row ? (JSON.parse(row.value) as Progress) : { step: 0, made: {} };
}

async function keep(database: Database, progress: Progress): Promise<void> {
  const value = JSON.stringify(progress);
  await database.app.transaction().execute(async (tx) => {
    await introduce(tx, system);
    await tx
      .insertInto('setting')
      .values({ name: mark, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  });
}
