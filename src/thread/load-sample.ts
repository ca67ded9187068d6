/**
 * The whole thread once, for trying out: the sample dialogue.
 *
 * The sample's reports take the same way as any other: received, read, adopted, their outcomes confirmed, checked, published, by a Secretariat member of
 * the sample and through the same actions. A start that was stopped halfway goes on where it was: each step looks at what is there.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { actions } from '../actions.generated.ts';
import { system, type Actor } from '../kernel/actor.ts';
import { asActor, type Database } from '../kernel/server/db/database.ts';
import { loadActor } from '../kernel/server/load-actor.ts';
import { runAction } from '../kernel/server/run-action.ts';
import { receiveReports } from './1-receive-report.ts';
import { readImported } from './2-read-report.ts';
import { adoptRecord } from './4-adopt-record.ts';
import { playSample, type SampleStep } from './sample-script.ts';

/** `sample/sample.json`, as far as loading needs it. */
export interface SampleDialogue {
  dismissReason: string;
  reports: SampleReport[];
  people: { role: string; name: string; email: string; party?: string; body?: string; language?: string }[];
}

export interface SampleReport {
  /** Path below `sample/`. */
  file: string;
  title: string;
  startDate: string;
  bodies: string[];
  stage: 'received' | 'checked' | 'published';
  confirm: 'all' | 'certain' | 'none';
  /** Goals that the Secretariat enters for outcomes whose sentences name none, by the first words of each. */
  goals?: Record<string, number[]>;
}

/**
 * Enters people and reports of the sample that are not there yet, then takes the steps of its follow-up. The database must be marked as the sample and its register seeded.
 * @param read gives the bytes of a file below `sample/`.
 * @param tell called with a sentence for each report that was loaded.
 */
export async function loadSample(
  database: Database,
  sample: SampleDialogue,
  read: (file: string) => Promise<Uint8Array>,
  tell: (sentence: string) => void,
): Promise<void> {
  const secretary = await enterPeople(database, sample);
  for (const report of sample.reports) {
    const bytes = await read(report.file);
    const slug = await loadReport(database, secretary, report, bytes, sample.dismissReason);
    if (slug) tell(`Loaded the sample report of ${report.startDate}.`);
  }
  const script = new TextDecoder().decode(await read('follow-up.json'));
  const taken = await playSample(database, (JSON.parse(script) as { steps: SampleStep[] }).steps, new Date());
  if (taken > 0) tell(`Took ${taken} steps of the sample's follow-up and plans.`);
}

async function enterPeople(database: Database, sample: SampleDialogue): Promise<Actor> {
  const ids = await asActor(database, system, async (tx) => {
    const parties = await tx.selectFrom('party').select(['key', 'id']).execute();
    const bodies = await tx.selectFrom('body').select(['key', 'id']).execute();
    return new Map([...parties, ...bodies].map((row) => [row.key, row.id]));
  });
  const people = sample.people.map(({ role, name, email, party, body, language }) => ({
    role,
    name,
    email,
    language: language ?? 'en',
    party: (party && ids.get(party)) ?? null,
    body: (body && ids.get(body)) ?? null,
  }));
  await call(database, system, 'people.sample.enter', { people });
  const secretary = sample.people.find((person) => person.role === 'secretariat');
  const row = await asActor(database, system, (tx) =>
    tx
      .selectFrom('person')
      .select('id')
      .where('name', '=', secretary?.name ?? '')
      .executeTakeFirstOrThrow(),
  );
  return loadActor(database, row.id);
}

type Progress = { import: string; state: string; report: string | null };

/** Where the file of a sample report stands; undefined when it has not come in. */
async function progressOf(database: Database, sha256: string): Promise<Progress | undefined> {
  return asActor(database, system, (tx) =>
    tx
      .selectFrom('stored_file')
      .innerJoin('import', 'import.file_id', 'stored_file.id')
      .select(['import.id as import', 'import.state', 'import.report_id as report'])
      .where('stored_file.sha256', '=', sha256)
      .orderBy('import.at', 'desc')
      .executeTakeFirst(),
  );
}

/** @returns the report when something was still to do. */
async function loadReport(
  database: Database,
  by: Actor,
  report: SampleReport,
  bytes: Uint8Array,
  reason: string,
): Promise<string | null> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const before = await progressOf(database, sha256);
  if (!before) {
    const answer = await receiveReports(database, by, [{ name: report.file.split('/').at(-1)!, bytes }], {
      door: 'seed',
    });
    if (!answer.ok) throw answer.refusal;
  } else if (before.state === 'received') await readImported(database, before.import);
  const read = (await progressOf(database, sha256))!;
  const id = read.report ?? (await adopt(database, by, report, read.import));
  const stage = await stageOf(database, id);
  if (before?.report && stage.stage === report.stage) return null;
  await enterGoals(database, by, id, report.goals ?? {});
  await confirm(database, by, id, report.confirm);
  await advance(database, by, id, report.stage, reason);
  return id;
}

async function adopt(database: Database, by: Actor, report: SampleReport, id: string): Promise<string> {
  const bodies = await asActor(database, system, (tx) =>
    tx.selectFrom('body').select('id').where('key', 'in', report.bodies).execute(),
  );
  const facts = {
    import: id,
    title: report.title,
    start_day: report.startDate,
    bodies: bodies.map((body) => body.id),
    names: [],
  };
  const answer = await adoptRecord(database, by, facts, 'seed');
  if (!answer.ok) throw answer.refusal;
  return answer.value.report;
}

/** Edits and confirms the outcomes that begin with these words: as they were read, with the goals. */
async function enterGoals(
  database: Database,
  by: Actor,
  report: string,
  goals: Record<string, number[]>,
): Promise<void> {
  for (const [words, numbers] of Object.entries(goals)) {
    const outcome = await asActor(database, by, async (tx) => {
      const { rows } = await sql<Record<string, unknown>>`
        select o.id as outcome, o.revision, o.kind, o.text as words, o.start_at as start, o.when_from, o.when_until, o.when_as_written, ${partiesAs('by')} as by, ${partiesAs('to')} as to
        from outcome o where o.report_id = ${report} and o.state = 'proposed' and starts_with(o.text, ${words})`.execute(
        tx,
      );
      return rows[0];
    });
    if (outcome) await call(database, by, 'records.outcome.edit', { ...outcome, goals: numbers, confirm: true });
  }
}

/** SQL: the parties of outcome `o` in a role, as its form sends them. */
const partiesAs = (role: 'by' | 'to') => sql`coalesce((
  select json_agg(json_build_object('party', coalesce(p.key, b.key), 'asWritten', a.as_written) order by a.ordinal)
  from outcome_party a left join party p on p.id = a.party_id left join body b on b.id = a.body_id
  where a.outcome_id = o.id and a.role = ${sql.lit(role)}), '[]')`;

async function confirm(database: Database, by: Actor, report: string, which: SampleReport['confirm']): Promise<void> {
  if (which === 'none') return;
  const open = await asActor(database, by, (tx) =>
    tx
      .selectFrom('outcome')
      .select(['id', 'revision'])
      .where('report_id', '=', report)
      .where('state', '=', 'proposed')
      .execute(),
  );
  if (which === 'certain') {
    const answer = await runAction(
      database,
      actions.get('records.outcome.confirm-certain')!,
      by,
      { report },
      { door: 'seed' },
    );
    if (!answer.ok && answer.refusal.code !== 'records.outcome.none') throw answer.refusal;
    return;
  }
  for (const { id, revision } of open) await call(database, by, 'records.outcome.confirm', { outcome: id, revision });
}

/** Moves the report to its stage. What the text check found stays visible; errors are set aside with the sample's reason, so that it can be published. */
async function advance(
  database: Database,
  by: Actor,
  report: string,
  stage: SampleReport['stage'],
  reason: string,
): Promise<void> {
  if (stage === 'received') return;
  const now = await stageOf(database, report);
  if (now.stage === 'received') await call(database, by, 'records.report.check', { report, revision: now.revision });
  if (stage === 'checked') return;
  const errors = await asActor(database, by, (tx) =>
    tx
      .selectFrom('finding')
      .select('id')
      .where('report_id', '=', report)
      .where('state', '=', 'open')
      .where('severity', '=', 'error')
      .execute(),
  );
  for (const { id } of errors) await call(database, by, 'records.finding.dismiss', { finding: id, reason });
  const { revision } = await stageOf(database, report);
  await call(database, by, 'records.report.publish', { report, revision });
}

function stageOf(database: Database, report: string): Promise<{ stage: string; revision: number }> {
  return asActor(database, system, (tx) =>
    tx.selectFrom('report').select(['stage', 'revision']).where('id', '=', report).executeTakeFirstOrThrow(),
  );
}

async function call(database: Database, by: Actor, name: string, input: unknown): Promise<void> {
  const answer = await runAction(database, actions.get(name)!, by, input, { door: 'seed' });
  if (!answer.ok) throw answer.refusal;
}
