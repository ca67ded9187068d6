import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { isAssembled } from '../cycle.ts';
import type { EntryContent } from '../entry.ts';
import { compareSheet, type SheetLine, type StandingRow } from '../sheet-difference.ts';
import { seenCycle, type LockedCycle } from './cycles.ts';
import { bare, entriesById, insertEntry, standingEntries, updateEntry } from './entries.ts';
import { askedParty, cycleForInput, openInput } from './inputs.ts';
import { entryChoices } from './queries/choices.ts';
import { digestOf, readPlanWorkbook, writePlanWorkbook } from './workbook.ts';

export interface SheetPreview {
  lines: SheetLine[];
  counts: Record<SheetLine['status'], number>;
  /** Version or state the file was written from, as it says. */
  from: string;
  /** SHA-256 of what would be done; the second step is held to it. */
  digest: string;
}

/** Where a workbook goes: the plan being assembled, or the open input of a party. */
interface Target {
  cycle: LockedCycle;
  party: string | null;
  partyId: string | null;
  standing: StandingRow[];
}

/** @throws Refusal when neither the plan nor that input can be written now by whoever asks. */
async function targetOf(tx: Tx, cycleId: string, party: string | null): Promise<Target> {
  if (party !== null) {
    const cycle = await cycleForInput(tx, cycleId);
    const partyId = await askedParty(tx, cycle.id, party);
    const { rows } = await sql<{ may: boolean }>`select ${partyId}::uuid = any (app_writes_for()) as may`.execute(tx);
    if (!rows[0]!.may) throw new Refusal('access.denied', 'The people of a party write its input.');
    const input = await tx
      .selectFrom('plan_input')
      .select(['id', 'state'])
      .where('cycle_id', '=', cycle.id)
      .where('party_id', '=', partyId)
      .executeTakeFirst();
    if (input?.state === 'submitted')
      throw new Refusal(
        'plan.input.state',
        'The input is submitted. Your focal point can take it back to change it; your file is as it was.',
      );
    return { cycle, party, partyId, standing: input ? rowsOf(await standingEntries(tx, { input: input.id })) : [] };
  }
  const cycle = await seenCycle(tx, cycleId);
  const { rows } = await sql<{ may: boolean }>`select app_is_staff() as may`.execute(tx);
  if (!rows[0]!.may) throw new Refusal('access.denied', 'The Secretariat writes the plan.');
  if (!isAssembled(cycle.stage))
    throw new Refusal(
      'plan.cycle.state',
      `The plan is changed while it is drafted or revised; it is in stage ${cycle.stage}. Your file is as it was.`,
    );
  return { cycle, party, partyId: null, standing: rowsOf(await standingEntries(tx, { cycle: cycle.id })) };
}

const rowsOf = (entries: Awaited<ReturnType<typeof standingEntries>>): StandingRow[] =>
  entries.map((entry) => ({ id: entry.id, revision: entry.revision, content: bare(entry) }));

/** What a workbook would do. Writes nothing. @throws Refusal when it is of another plan or input, or cannot be read. */
export async function previewSheet(
  tx: Tx,
  input: { cycle: string; party: string | null; file: Uint8Array },
): Promise<SheetPreview & { target: Target }> {
  const target = await targetOf(tx, input.cycle, input.party);
  const { origin, rows, letters } = await readPlanWorkbook(input.file);
  if (origin.slug !== target.cycle.slug || origin.party !== (target.party ?? ''))
    throw new Refusal(
      'plan.sheet.other',
      `This workbook is ${whose(origin.party)} ${origin.slug || 'without a name'}; here it would be ${whose(target.party)} ${target.cycle.slug}. Nothing was taken.`,
      { field: 'file' },
    );
  const lines = compareSheet(rows, target.standing, await entryChoices(tx, target.cycle.id, 'en'), letters, digestOf);
  const counts = { unchanged: 0, changed: 0, new: 0, missing: 0, conflict: 0, error: 0 };
  for (const line of lines) counts[line.status] += 1;
  const digest = createHash('sha256').update(JSON.stringify(lines)).digest('hex');
  return { lines, counts, from: origin.version, digest, target };
}

const whose = (party: string | null) => (party ? `the input of ${party} for the plan` : 'of the plan');

/** Does what the preview showed: new and changed rows. */
export async function applySheet(
  tx: Tx,
  preview: Awaited<ReturnType<typeof previewSheet>>,
  at: Date,
  by: string,
): Promise<void> {
  const { target, lines } = preview;
  const fresh = lines.filter(({ status }) => status === 'new');
  const input =
    target.partyId === null
      ? null
      : fresh.length > 0 || lines.some(({ status }) => status === 'changed')
        ? await openInput(tx, target.cycle.id, target.partyId, at, by)
        : null;
  for (const line of lines.filter(({ status }) => status === 'changed')) {
    const [entry] = await entriesById(tx, [line.entry!]);
    await updateEntry(tx, entry!, line.content!);
  }
  for (const line of fresh) await insertEntry(tx, { cycle: target.cycle.id, input, at, by }, line.content!);
}

/**
 * The workbook of a version (`n`), of the plan being assembled, or of the input of a party, as far as the actor may see it.
 * @returns null when there is no such thing for the actor.
 */
export async function planWorkbook(
  tx: Tx,
  slug: string,
  of: { version: number } | { party: string } | 'plan',
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const { rows } = await sql<{ id: string; title: string; desk: boolean }>`
    select c.id, c.title ->> 'en' as title, app_is_staff() or c.body_id = any (app_bodies()) as desk from plan_cycle c where c.slug = ${slug}`.execute(
    tx,
  );
  const cycle = rows[0];
  if (!cycle || (of === 'plan' && !cycle.desk)) return null;
  const names = await entryChoices(tx, cycle.id, 'en');
  const entries = await entriesFor(tx, cycle.id, of);
  if (entries === null) return null;
  const origin = {
    slug,
    title: cycle.title,
    party: typeof of === 'object' && 'party' in of ? of.party : '',
    version: typeof of === 'object' && 'version' in of ? String(of.version) : '',
  };
  const part = origin.party ? `-${origin.party.replace(':', '-')}` : origin.version ? `-v${origin.version}` : '';
  return { name: `plan-${slug}${part}.xlsx`, bytes: await writePlanWorkbook(origin, entries, names) };
}

async function entriesFor(
  tx: Tx,
  cycle: string,
  of: { version: number } | { party: string } | 'plan',
): Promise<StandingRow[] | null> {
  if (of === 'plan') return rowsOf(await standingEntries(tx, { cycle }));
  if ('party' in of) {
    const { rows } = await sql<{ input: string | null; own: boolean }>`
      select i.id as input, a.party_id = any (app_writes_for()) as own from plan_party a join party p on p.id = a.party_id
      left join plan_input i on i.cycle_id = a.cycle_id and i.party_id = a.party_id where a.cycle_id = ${cycle} and p.key = ${of.party}`.execute(
      tx,
    );
    const row = rows[0];
    // A party that has written nothing yet gets an empty workbook to fill in.
    if (!row || (row.input === null && !row.own)) return null;
    return row.input === null ? [] : rowsOf(await standingEntries(tx, { input: row.input }));
  }
  const { rows } = await sql<{ id: string; revision: number; content: EntryContent }>`
    select e.entry_id as id, e.revision, e.content from plan_version_entry e join plan_version v on v.id = e.version_id
    where v.cycle_id = ${cycle} and v.n = ${of.version} order by e.ordinal`.execute(tx);
  return rows.length === 0 ? null : rows;
}
