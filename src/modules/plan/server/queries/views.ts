import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { ActivityKind, EntryContent } from '../../entry.ts';

export interface Named {
  key: string;
  name: string;
}
export interface Told {
  text: string;
  language: string;
}

/** An entry as a page prints it. */
export interface EntryView {
  id: string;
  revision: number;
  kind: ActivityKind;
  title: Told;
  description: Told | null;
  leads: Named[];
  partners: Named[];
  otherPartners: string | null;
  when: { from: string; until: string } | null;
  place: string | null;
  funding: string | null;
  /** Goals of the generation of the cycle, in its order. */
  goals: GoalView[];
  strands: { id: string; key: string; title: string }[];
  /** Commitments the reader may see; others are left out. */
  commitments: { id: string; number: number; title: string }[];
}

export interface GoalView {
  id: string;
  code: string;
  title: string;
  ordinal: number;
}

/** Names behind ids, loaded at once for many entries. */
interface Labels {
  parties: Map<string, Named>;
  goals: Map<string, GoalView>;
  strands: Map<string, { id: string; key: string; title: string; ordinal: number }>;
  commitments: Map<string, { id: string; number: number; title: string }>;
}

/**
 * Entries as a page prints them.
 * @param day parties are named as of this day; null for today's names.
 */
export async function viewsOf(
  tx: Tx,
  entries: readonly { id: string; revision: number; content: EntryContent }[],
  language: string,
  day: string | null,
): Promise<EntryView[]> {
  const all = <K extends 'goals' | 'strands' | 'commitments' | 'leads' | 'partners'>(...keys: K[]) => [
    ...new Set(entries.flatMap(({ content }) => keys.flatMap((key) => content[key]))),
  ];
  const labels: Labels = {
    parties: await partyNames(tx, all('leads', 'partners'), language, day),
    goals: await goalTitles(tx, all('goals'), language),
    strands: await strandTitles(tx, all('strands'), language),
    commitments: await commitmentTitles(tx, all('commitments')),
  };
  return entries.map((entry) => viewOf(entry, labels, language));
}

function viewOf(
  entry: { id: string; revision: number; content: EntryContent },
  labels: Labels,
  language: string,
): EntryView {
  const { content } = entry;
  const found = <T>(ids: readonly string[], map: Map<string, T>): T[] => ids.flatMap((id) => map.get(id) ?? []);
  const byName = (a: Named, b: Named) => a.name.localeCompare(b.name, 'en');
  const byPlace = (a: { ordinal: number }, b: { ordinal: number }) => a.ordinal - b.ordinal;
  return {
    id: entry.id,
    revision: entry.revision,
    kind: content.kind,
    title: inLanguage(content.title, language),
    description: content.description === null ? null : inLanguage(content.description, language),
    leads: found(content.leads, labels.parties).sort(byName),
    partners: found(content.partners, labels.parties).sort(byName),
    otherPartners: content.other_partners,
    when: content.when_from === null ? null : { from: content.when_from, until: content.when_until! },
    place: content.place,
    funding: content.funding,
    goals: found(content.goals, labels.goals).sort(byPlace),
    strands: found(content.strands, labels.strands)
      .sort(byPlace)
      .map(({ id, key, title }) => ({ id, key, title })),
    commitments: found(content.commitments, labels.commitments).sort((a, b) => a.number - b.number),
  };
}

/** Names of parties on a day, by id. */
export async function partyNames(
  tx: Tx,
  ids: readonly string[],
  language: string,
  day: string | null,
): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Named & { id: string }>`
    select p.id, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'd.day', language)}, p.key) as name
    from party p, (select ${day}::date as day) d where p.id = any (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, key, name }) => [id, { key, name }]));
}

async function goalTitles(tx: Tx, ids: readonly string[], language: string): Promise<Map<string, GoalView>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; code: string; ordinal: number; title: LanguageMap }>`
    select id, code, ordinal, title from goal where id = any (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ title, ...row }) => [row.id, { ...row, title: inLanguage(title, language).text }]));
}

async function strandTitles(tx: Tx, ids: readonly string[], language: string): Promise<Labels['strands']> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; key: string; ordinal: number; title: LanguageMap }>`
    select id, key, ordinal, title from strand where id = any (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ title, ...row }) => [row.id, { ...row, title: inLanguage(title, language).text }]));
}

async function commitmentTitles(tx: Tx, ids: readonly string[]): Promise<Labels['commitments']> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: number; title: string }>`
    select id, number, title from commitment where id = any (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
