import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { OutcomeKind, Reading } from '../../../../reader/reading.ts';
import { wordDifference, type WordRun } from '../../../../kernel/word-difference.ts';
import type { OutcomeState } from '../../outcome.ts';
import { planCorrection } from '../correction.ts';

/** A paragraph in the difference of two versions. Unchanged ones are one run. */
export interface ParagraphDifference {
  change: 'same' | 'changed' | 'added' | 'removed';
  /** Permanent id; null for a paragraph that would be new. */
  id: string | null;
  label: { from: string | null; to: string | null };
  runs: WordRun[];
}

export interface OutcomeNote {
  id: string | null;
  kind: OutcomeKind;
  state: OutcomeState;
  text: string;
  /** The outcome whose changed sentence this is. */
  replaces: string | null;
}

/** What changes from one version to the next. */
export interface Difference {
  paragraphs: ParagraphDifference[];
  outcomes: { kept: number; withdrawn: OutcomeNote[]; proposed: OutcomeNote[] };
}

const runsOf = (change: ParagraphDifference['change'], from: string, to: string): WordRun[] => {
  if (change === 'changed') return wordDifference(from, to);
  return [{ change, text: change === 'removed' ? from : to }];
};

/** What adopting an import as the next version of a report would change. Null when either is not there for the actor. */
export async function correctionPreview(tx: Tx, importId: string, report: string): Promise<Difference | null> {
  const { rows } = await sql<{ version_id: string; reading: Reading }>`
    select r.version_id, i.reading from report r, import i where r.id = ${report} and i.id = ${importId} and i.state = 'read'`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return null;
  const { reading } = row;
  const plan = await planCorrection(tx, row.version_id, reading);
  const paragraphs = plan.pairs.map(({ from, to, change }): ParagraphDifference => {
    const old = from === null ? null : plan.standing[from]!;
    const fresh = to === null ? null : reading.paragraphs[to]!;
    return {
      change,
      id: old?.paragraph_id ?? null,
      label: { from: old?.label ?? null, to: fresh?.label ?? null },
      runs: runsOf(change, old?.text ?? '', fresh?.text ?? ''),
    };
  });
  const withdrawn = await notes(tx, plan.outcomes.withdrawn);
  const proposed = plan.outcomes.proposed.map(({ index, replaces }): OutcomeNote => {
    const { kind, text } = reading.outcomes[index]!;
    return { id: null, kind, state: 'proposed', text, replaces };
  });
  return { paragraphs, outcomes: { kept: plan.outcomes.carried.length, withdrawn, proposed } };
}

async function notes(tx: Tx, ids: readonly string[]): Promise<OutcomeNote[]> {
  const { rows } =
    await sql<OutcomeNote>`select id, kind, state, text, replaces_id as replaces from outcome where id = any (${ids}::uuid[]) order by number`.execute(
      tx,
    );
  return rows;
}

/**
 * The difference of two versions of a report by their numbers.
 * @returns null when there is no such report or version the actor may see.
 */
export async function versionDifference(tx: Tx, slug: string, from: number, to: number): Promise<Difference | null> {
  const versions = await sql<{ id: string; n: number; at: Date }>`
    select v.id, v.n, v.at from report_version v join report r on r.id = v.report_id where r.slug = ${slug} and v.n in (${from}, ${to})`.execute(
    tx,
  );
  const old = versions.rows.find(({ n }) => n === from);
  const fresh = versions.rows.find(({ n }) => n === to);
  if (!old || !fresh) return null;
  const outcomes = await sql<OutcomeNote & { group: 'withdrawn' | 'proposed' | 'kept' }>`
    select o.id, o.kind, o.state, o.text, o.replaces_id as replaces,
      case when o.version_id = ${old.id} then 'withdrawn' when o.at >= ${fresh.at} and o.rule is not null then 'proposed' else 'kept' end as group
    from outcome o where (o.version_id = ${old.id} and o.state = 'withdrawn') or o.version_id = ${fresh.id} order by o.number`.execute(
    tx,
  );
  const bare = outcomes.rows.map(({ group, ...note }) => ({ group, note }));
  return {
    paragraphs: await paragraphDifferences(tx, old.id, fresh.id),
    outcomes: {
      kept: bare.filter(({ group }) => group === 'kept').length,
      withdrawn: bare.filter(({ group }) => group === 'withdrawn').map(({ note }) => note),
      proposed: bare.filter(({ group }) => group === 'proposed').map(({ note }) => note),
    },
  };
}

type Line = { id: string; label: string | null; text: string };

/** Paragraphs paired by their permanent ids, in the order of the newer version; removed ones stand where they stood. */
async function paragraphDifferences(tx: Tx, from: string, to: string): Promise<ParagraphDifference[]> {
  const lines = async (version: string) =>
    (
      await sql<Line>`select paragraph_id as id, label, text from paragraph_version where version_id = ${version} order by ordinal`.execute(
        tx,
      )
    ).rows;
  const [old, fresh] = [await lines(from), await lines(to)];
  const oldById = new Map(old.map((line, index) => [line.id, { line, index }]));
  const kept = new Set(fresh.map(({ id }) => id));
  const result: ParagraphDifference[] = [];
  let next = 0;
  const removedBefore = (index: number) => {
    for (; next < index; next++) {
      const line = old[next]!;
      if (!kept.has(line.id))
        result.push({
          change: 'removed',
          id: line.id,
          label: { from: line.label, to: null },
          runs: runsOf('removed', line.text, ''),
        });
    }
  };
  for (const line of fresh) {
    const before = oldById.get(line.id);
    if (before) {
      removedBefore(before.index);
      next = Math.max(next, before.index + 1);
    }
    const change = before ? (before.line.text === line.text ? 'same' : 'changed') : 'added';
    result.push({
      change,
      id: line.id,
      label: { from: before?.line.label ?? null, to: line.label },
      runs: runsOf(change, before?.line.text ?? '', line.text),
    });
  }
  removedBefore(old.length);
  return result;
}
