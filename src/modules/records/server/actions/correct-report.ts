import { sql } from 'kysely';
import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { reportCorrect } from '../../forms.ts';
import { planCorrection, type Correction } from '../correction.ts';
import { decideMany, lockOutcomes } from '../decide.ts';
import { closeAdopted, lockReadImport } from '../imports.ts';
import { settledNames } from '../names.ts';
import { lockReport, nextNumber } from '../reports.ts';
import { partiesOf, writeFacts, writeOutcomes, writeParagraphs, writeVersion, type Place } from '../write-reading.ts';

export const correctReport = defineAction({
  name: 'records.report.correct',
  does: 'Adopts a read file as the next version of a report. Decisions whose sentence is unchanged stay; a confirmed outcome whose sentence is gone is withdrawn, what is new is proposed.',
  input: reportCorrect,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const waiting = await lockReadImport(tx, input.import);
    if (waiting.corrects_report_id && waiting.corrects_report_id !== input.report)
      throw new Refusal('records.import.correction', 'This file came in as a corrected version of another report.');
    const report = await lockReport(tx, input.report, input.revision);
    const { reading } = waiting;
    const plan = await planCorrection(tx, report.version_id, reading);
    const by = actor.personId!;
    const place: Place = { report: report.id, version: newId(at), at, by };
    const { rows } = await sql<{
      n: number;
    }>`select max(n) + 1 as n from report_version where report_id = ${report.id}`.execute(tx);
    const n = rows[0]!.n;
    await tx
      .updateTable('paragraph_version')
      .set({ current: false })
      .where('version_id', '=', report.version_id)
      .execute();
    await writeVersion(tx, place, { n, file: waiting.file_id, reading });
    const party = await partiesOf(tx, reading, settledNames(input.names));
    const paragraphs = await writeParagraphs(
      tx,
      place,
      reading.paragraphs,
      plan.known,
      await nextNumber(tx, 'paragraph', report.id),
    );
    await writeFacts(tx, place, reading, paragraphs, party);
    await keepDismissals(tx, report.version_id, place.version);
    const batch = newId(at);
    await carryOutcomes(tx, plan, place, paragraphs.written, batch);
    const proposed = plan.outcomes.proposed;
    await writeOutcomes(
      tx,
      place,
      proposed.map(({ index }) => reading.outcomes[index]!),
      proposed.map(({ replaces }) => replaces),
      await nextNumber(tx, 'outcome', report.id),
      paragraphs.written,
      party,
    );
    const stage = report.stage === 'published' && (await hasOpenErrors(tx, place.version)) ? 'checked' : report.stage;
    await tx
      .updateTable('report')
      .set({ version_id: place.version, revision: report.revision + 1, stage })
      .where('id', '=', report.id)
      .execute();
    await closeAdopted(tx, waiting.id, report.id, at, by);
    const { carried, withdrawn } = plan.outcomes;
    const back =
      stage === report.stage ? '' : ' It is no longer published: the new version has findings to settle first.';
    log(
      `Adopted version ${n} of “${report.title}”: ${carried.length} outcomes kept, ${withdrawn.length} withdrawn, ${proposed.length} newly proposed.${back}`,
      `/reports/${report.slug}`,
    );
    return {
      report: report.id,
      slug: report.slug,
      version: n,
      revision: report.revision + 1,
      stage,
      kept: carried.length,
      withdrawn: withdrawn.length,
      proposed: proposed.length,
    };
  },
});

async function carryOutcomes(
  tx: Tx,
  plan: Correction,
  place: Place,
  paragraphs: readonly { paragraph_id: string }[],
  batch: string,
): Promise<void> {
  const { carried, withdrawn } = plan.outcomes;
  const locked = new Map(
    (await lockOutcomes(tx, [...carried.map(({ id }) => id), ...withdrawn])).map((outcome) => [outcome.id, outcome]),
  );
  const kept = carried.map(({ id, start, end, place: at }) => ({
    outcome: locked.get(id)!,
    change: {
      version_id: place.version,
      paragraph_id: at === null ? null : paragraphs[at]!.paragraph_id,
      start_at: start,
      end_at: end,
    },
    verb: 'carried' as const,
  }));
  const gone = withdrawn.map((id) => ({
    outcome: locked.get(id)!,
    change: { state: 'withdrawn' as const },
    verb: 'withdrawn' as const,
  }));
  await decideMany(tx, [...kept, ...gone], { batch, at: place.at, by: place.by });
}

/** The same finding about the same words stays dismissed, with its reason. */
async function keepDismissals(tx: Tx, from: string, to: string): Promise<void> {
  const { rows: dismissed } = await sql<{ code: string; quote: string; message: string; id: string }>`
    select id, code, quote, message from finding where version_id = ${from} and state = 'dismissed'`.execute(tx);
  if (dismissed.length === 0) return;
  const { rows: fresh } = await sql<{ code: string; quote: string; message: string; id: string }>`
    select id, code, quote, message from finding where version_id = ${to}`.execute(tx);
  const keyOf = (finding: { code: string; quote: string; message: string }) =>
    JSON.stringify([finding.code, finding.quote, finding.message]);
  const earlier = new Map(dismissed.map((finding) => [keyOf(finding), finding.id]));
  const pairs = fresh.flatMap((finding) => {
    const old = earlier.get(keyOf(finding));
    return old === undefined ? [] : [{ id: finding.id, old }];
  });
  await sql`update finding n set state = 'dismissed', reason = o.reason, decided_at = o.decided_at, decided_by = o.decided_by
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(id uuid, old uuid) join finding o on o.id = p.old where n.id = p.id`.execute(
    tx,
  );
}

async function hasOpenErrors(tx: Tx, version: string): Promise<boolean> {
  const row = await tx
    .selectFrom('finding')
    .select('id')
    .where('version_id', '=', version)
    .where('state', '=', 'open')
    .where('severity', '=', 'error')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
