import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import type { LanguageMap } from '../../../kernel/language-map.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { newId } from '../../../kernel/ids.ts';
import { mergeTexts, tidyContent, type EntryContent } from '../entry.ts';
import type { EntryFields } from '../forms.ts';
import { partyIds } from './cycles.ts';

/** An entry with all it says, as it stands. */
export interface StandingEntry extends EntryContent {
  id: string;
  cycle_id: string;
  input_id: string | null;
  ordinal: number;
  revision: number;
  removed: boolean;
}

const columns = sql`
  e.id, e.cycle_id, e.input_id, e.ordinal, e.revision, e.removed_at is not null as removed, e.kind, e.title, e.description, e.other_partners,
  e.when_from, e.when_until, e.place, e.funding,
  array(select p.party_id from plan_entry_party p where p.entry_id = e.id and p.role = 'lead' order by 1) as leads,
  array(select p.party_id from plan_entry_party p where p.entry_id = e.id and p.role = 'partner' order by 1) as partners,
  array(select g.goal_id from plan_entry_goal g where g.entry_id = e.id order by 1) as goals,
  array(select s.strand_id from plan_entry_strand s where s.entry_id = e.id order by 1) as strands,
  array(select k.commitment_id from plan_entry_commitment k where k.entry_id = e.id order by 1) as commitments`;

/** The entries of the plan of a cycle (`input` null), or of an input, in their order; removed ones left out. */
export async function standingEntries(tx: Tx, of: { cycle: string } | { input: string }): Promise<StandingEntry[]> {
  const where = 'cycle' in of ? sql`e.cycle_id = ${of.cycle} and e.input_id is null` : sql`e.input_id = ${of.input}`;
  const { rows } = await sql<StandingEntry>`
    select ${columns} from plan_entry e where ${where} and e.removed_at is null order by e.ordinal, e.id`.execute(tx);
  return rows;
}

/** Entries by their ids, as far as the actor sees them, removed ones included. */
export async function entriesById(tx: Tx, ids: readonly string[]): Promise<StandingEntry[]> {
  const { rows } = await sql<StandingEntry>`
    select ${columns} from plan_entry e where e.id = any (${ids}::uuid[]) order by array_position(${ids}::uuid[], e.id)`.execute(
    tx,
  );
  return rows;
}

/**
 * Locks an entry that the person has seen in `revision`.
 * @throws Refusal `plan.entry.not-found`, `plan.entry.state` when it cannot be changed any more, or `plan.entry.changed`
 */
export async function lockEntry(tx: Tx, id: string, revision: number): Promise<StandingEntry> {
  const locked = await sql`select from plan_entry where id = ${id} for no key update`.execute(tx);
  const [entry] = await entriesById(tx, [id]);
  if (!entry) throw new Refusal('plan.entry.not-found', 'There is no such entry, or you may not see it.');
  if (locked.rows.length === 0)
    throw new Refusal(
      'plan.entry.state',
      'This entry cannot be changed now: its input is submitted or was taken into the draft, or the plan is out for comments. What you wrote is still here.',
    );
  if (entry.revision !== revision)
    throw new Refusal(
      'plan.entry.changed',
      'Somebody else changed this entry after you opened it. Nothing was overwritten, and what you wrote is still here; compare the two.',
    );
  return entry;
}

/** What a form said, over what stands: parties by id, texts by language merged. @throws Refusal for what the register or the framework does not have. */
export async function contentOf(
  tx: Tx,
  generation: string,
  fields: EntryFields,
  standing?: StandingEntry,
): Promise<EntryContent> {
  await checkGoals(tx, generation, fields.goals);
  return tidyContent({
    kind: fields.kind,
    title: mergeTexts(standing?.title ?? null, fields.title)!,
    description: withEnglish(mergeTexts(standing?.description ?? null, fields.description)),
    leads: await partyIds(tx, fields.leads, 'leads'),
    partners: await partyIds(tx, fields.partners, 'partners'),
    other_partners: fields.other_partners,
    when_from: fields.when_from,
    when_until: fields.when_until,
    place: fields.place,
    funding: fields.funding,
    goals: fields.goals,
    strands: fields.strands,
    commitments: fields.commitments,
  });
}

function withEnglish(map: LanguageMap | null): LanguageMap | null {
  if (map !== null && map.en === undefined)
    throw new Refusal('input.invalid', 'A description needs an English text; other languages come beside it.', {
      field: 'description.en',
    });
  return map;
}

async function checkGoals(tx: Tx, generation: string, goals: readonly string[]): Promise<void> {
  if (goals.length === 0) return;
  const found = await tx
    .selectFrom('goal')
    .select('id')
    .where('generation_id', '=', generation)
    .where('id', 'in', [...goals])
    .execute();
  if (found.length < new Set(goals).size)
    throw new Refusal('plan.goal.not-found', 'One of the goals is not of the framework this plan is for.', {
      field: 'goals',
    });
}

/** Adds an entry at the end of the plan or of an input. */
export async function insertEntry(
  tx: Tx,
  place: { cycle: string; input: string | null; at: Date; by: string },
  content: EntryContent,
): Promise<string> {
  const id = newId(place.at);
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(ordinal), 0) + 1 as next from plan_entry where cycle_id = ${place.cycle} and input_id is not distinct from ${place.input}`.execute(
    tx,
  );
  await tx
    .insertInto('plan_entry')
    .values({
      id,
      cycle_id: place.cycle,
      input_id: place.input,
      ordinal: rows[0]!.next,
      at: place.at,
      by: place.by,
      ...columnsOf(content),
    })
    .execute();
  await insertParts(tx, id, content);
  return id;
}

/** Writes what an entry says now, in its next revision. */
export async function updateEntry(tx: Tx, entry: StandingEntry, content: EntryContent): Promise<number> {
  const revision = entry.revision + 1;
  await tx
    .updateTable('plan_entry')
    .set({ ...columnsOf(content), revision })
    .where('id', '=', entry.id)
    .execute();
  await tx.deleteFrom('plan_entry_party').where('entry_id', '=', entry.id).execute();
  await tx.deleteFrom('plan_entry_goal').where('entry_id', '=', entry.id).execute();
  await tx.deleteFrom('plan_entry_strand').where('entry_id', '=', entry.id).execute();
  await tx.deleteFrom('plan_entry_commitment').where('entry_id', '=', entry.id).execute();
  await insertParts(tx, entry.id, content);
  return revision;
}

const columnsOf = (content: EntryContent) => ({
  kind: content.kind,
  title: JSON.stringify(content.title),
  description: content.description === null ? null : JSON.stringify(content.description),
  other_partners: content.other_partners,
  when_from: content.when_from,
  when_until: content.when_until,
  place: content.place,
  funding: content.funding,
});

async function insertParts(tx: Tx, entry_id: string, content: EntryContent): Promise<void> {
  const parties = [
    ...content.leads.map((party_id) => ({ entry_id, party_id, role: 'lead' })),
    ...content.partners.map((party_id) => ({ entry_id, party_id, role: 'partner' })),
  ];
  if (parties.length > 0) await tx.insertInto('plan_entry_party').values(parties).execute();
  if (content.goals.length > 0)
    await tx
      .insertInto('plan_entry_goal')
      .values(content.goals.map((goal_id) => ({ entry_id, goal_id })))
      .execute();
  if (content.strands.length > 0)
    await tx
      .insertInto('plan_entry_strand')
      .values(content.strands.map((strand_id) => ({ entry_id, strand_id })))
      .execute();
  if (content.commitments.length > 0)
    await tx
      .insertInto('plan_entry_commitment')
      .values(content.commitments.map((commitment_id) => ({ entry_id, commitment_id })))
      .execute();
}

/** The bare content of a standing entry: what a version keeps. */
export const bare = (entry: StandingEntry): EntryContent => tidyContent(entry);
