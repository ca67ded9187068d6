import type { DatedName, LexiconParty } from './types.ts';

interface Spelling {
  /** Other spellings as printed, the party's own or not. */
  aliases?: readonly string[];
  /** Further acronyms, printed with or instead of the first. */
  acronyms?: readonly string[];
  /** Names with a time: renamings. When given, they stand before the undated ones. */
  dated?: readonly DatedName[];
  partOf?: string;
}

/** One organisation: key `org:<slug>`, its name of today and its acronym (`null` when it has none). */
export function organisation(
  slug: string,
  name: string,
  acronym: string | null,
  spelling: Spelling = {},
): LexiconParty {
  const dated = spelling.dated ?? [];
  const isDated = (text: string): boolean => dated.some((entry) => entry.name === text);
  const plain: DatedName[] = [];
  if (!isDated(name)) plain.push({ name, form: 'short' });
  if (acronym !== null && !isDated(acronym)) plain.push({ name: acronym, form: 'acronym' });
  for (const other of spelling.acronyms ?? []) plain.push({ name: other, form: 'acronym' });
  for (const other of spelling.aliases ?? []) plain.push({ name: other, form: 'alias' });
  const party: LexiconParty = { key: `org:${slug}`, kind: 'organisation', names: [...dated, ...plain] };
  return spelling.partOf === undefined ? party : { ...party, partOf: `org:${spelling.partOf}` };
}
