import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { entriesById, standingEntries } from '../entries.ts';
import { cycleFacts, rightsIn, type CycleFacts, type CycleRights } from './cycles.ts';
import { asVersioned } from './input.ts';
import { partyNames, viewsOf, type EntryView, type Named } from './views.ts';

export interface DeskPage {
  cycle: CycleFacts;
  rights: CycleRights;
  /** Submitted inputs, each with its entries and where they went. */
  inputs: { party: Named; entries: (EntryView & { taken: boolean })[] }[];
  /** `sources`: the parties whose inputs are in it, in the order in which they submitted. */
  plan: (EntryView & { sources: Named[]; leftLeads: Named[] })[];
  removed: { id: string; revision: number; title: string; reason: string }[];
}

/** What the Secretariat assembles the plan from, and the plan as it stands; null for who may not see it. */
export async function deskPage(tx: Tx, slug: string, language: string): Promise<DeskPage | null> {
  const cycle = await cycleFacts(tx, slug, language);
  if (!cycle) return null;
  const rights = await rightsIn(tx, cycle.id);
  if (!rights.seeDesk) return null;
  const standing = await standingEntries(tx, { cycle: cycle.id });
  const origins = await sql<{ entry_id: string; source_id: string; party_id: string }>`
    select s.entry_id, s.source_id, i.party_id from plan_entry_source s
    join plan_entry e on e.id = s.source_id join plan_input i on i.id = e.input_id
    where e.cycle_id = ${cycle.id} and s.entry_id in (select p.id from plan_entry p where p.removed_at is null)
    order by i.submitted_at, i.party_id, e.ordinal`.execute(tx);
  const names = await partyNames(tx, [...new Set(origins.rows.map((row) => row.party_id))], language, null);
  const left = await leftLeads(tx, cycle.id);
  const leftNames = await partyNames(tx, [...new Set([...left.values()].flat())], language, null);
  const plan = (await viewsOf(tx, standing.map(asVersioned), language, null)).map((view) => ({
    ...view,
    sources: [...new Set(origins.rows.filter((row) => row.entry_id === view.id).map((row) => row.party_id))].flatMap(
      (id) => names.get(id) ?? [],
    ),
    leftLeads: (left.get(view.id) ?? []).flatMap((id) => leftNames.get(id) ?? []),
  }));
  const removed = await sql<{ id: string; revision: number; title: LanguageMap; reason: string }>`
    select id, revision, title, removed_reason as reason from plan_entry
    where cycle_id = ${cycle.id} and input_id is null and removed_at is not null order by removed_at desc`.execute(tx);
  return {
    cycle,
    rights,
    inputs: await submittedInputs(tx, cycle.id, language, new Set(origins.rows.map((row) => row.source_id))),
    plan,
    removed: removed.rows.map(({ title, ...row }) => ({ ...row, title: inLanguage(title, language).text })),
  };
}

async function submittedInputs(
  tx: Tx,
  cycle: string,
  language: string,
  taken: ReadonlySet<string>,
): Promise<DeskPage['inputs']> {
  const { rows } = await sql<{ id: string; input_id: string; party_id: string }>`
    select e.id, e.input_id, i.party_id from plan_entry e join plan_input i on i.id = e.input_id
    where e.cycle_id = ${cycle} and i.state = 'submitted' and e.removed_at is null order by i.submitted_at, e.ordinal`.execute(
    tx,
  );
  const entries = await entriesById(
    tx,
    rows.map((row) => row.id),
  );
  const views = new Map((await viewsOf(tx, entries.map(asVersioned), language, null)).map((view) => [view.id, view]));
  const names = await partyNames(tx, [...new Set(rows.map((row) => row.party_id))], language, null);
  const byParty = Map.groupBy(rows, (row) => row.party_id);
  return [...byParty].map(([party, lines]) => ({
    party: names.get(party)!,
    entries: lines.map((line) => ({ ...views.get(line.id)!, taken: taken.has(line.id) })),
  }));
}

/** Leads that have left the body of the cycle since the call, by entry of the plan. */
async function leftLeads(tx: Tx, cycle: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ entry_id: string; party_id: string }>`
    select l.entry_id, l.party_id from plan_entry_party l join plan_entry e on e.id = l.entry_id join plan_cycle c on c.id = e.cycle_id
    where e.cycle_id = ${cycle} and e.input_id is null and l.role = 'lead'
      and exists (select from mandate m where m.body_id = c.body_id and m.party_id = l.party_id and m.withdrawn_at is null and m.ends_until <= current_date)
      and not exists (select from mandate m where m.body_id = c.body_id and m.party_id = l.party_id and m.withdrawn_at is null
        and coalesce(m.begins_from, '-infinity') <= current_date and coalesce(m.ends_until, 'infinity') > current_date)`.execute(
    tx,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.entry_id)].map(([id, list]) => [id, list.map((row) => row.party_id)]),
  );
}
