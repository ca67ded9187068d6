import type { ActivityKind } from '../../kernel/activity-kinds.ts';
import type { Language, LanguageMap } from '../../kernel/language-map.ts';

export { activityKinds, type ActivityKind } from '../../kernel/activity-kinds.ts';

/** All that an entry says. A version of the plan keeps it as it is here. Lists hold ids and are in order. */
export interface EntryContent {
  kind: ActivityKind;
  title: LanguageMap;
  description: LanguageMap | null;
  leads: string[];
  partners: string[];
  /** Partners that are no party of the register, as written. */
  other_partners: string | null;
  when_from: string | null;
  when_until: string | null;
  place: string | null;
  funding: string | null;
  goals: string[];
  strands: string[];
  commitments: string[];
}

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** The same content with its lists in their one order, a lead never also a partner: two that say the same are equal. */
export function tidyContent(content: EntryContent): EntryContent {
  const leads = sorted(content.leads);
  return {
    kind: content.kind,
    title: content.title,
    description: content.description,
    leads,
    partners: sorted(content.partners).filter((id) => !leads.includes(id)),
    other_partners: content.other_partners,
    when_from: content.when_from,
    when_until: content.when_until,
    place: content.place,
    funding: content.funding,
    goals: sorted(content.goals),
    strands: sorted(content.strands),
    commitments: sorted(content.commitments),
  };
}

const stable = (map: LanguageMap | null): string =>
  JSON.stringify(Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether two contents say the same, whatever the order of their lists. */
export function sameContent(a: EntryContent, b: EntryContent): boolean {
  const text = ({ title, description, ...rest }: EntryContent) =>
    `${stable(title)}${stable(description)}${JSON.stringify(rest)}`;
  return text(tidyContent(a)) === text(tidyContent(b));
}

/**
 * Several entries of inputs as one entry of the plan: the first gives kind and title; the others' descriptions are set below the first's, whatever is
 * named by any of them is named; the time spans them all. The Secretariat edits the rest by hand.
 */
export function mergeContents(contents: readonly [EntryContent, ...EntryContent[]]): EntryContent {
  const [first, ...others] = contents;
  if (others.length === 0) return tidyContent(first);
  const all = <K extends 'leads' | 'partners' | 'goals' | 'strands' | 'commitments'>(key: K) =>
    contents.flatMap((content) => content[key]);
  const texts = (key: 'place' | 'funding' | 'other_partners', most: number): string | null =>
    [...new Set(contents.map((content) => content[key]).filter((text) => text !== null))].join('; ').slice(0, most) ||
    null;
  const times = contents.filter((content) => content.when_from !== null);
  return tidyContent({
    kind: first.kind,
    title: first.title,
    description: stacked(contents),
    leads: all('leads'),
    partners: all('partners'),
    other_partners: texts('other_partners', 500),
    when_from: times.map((content) => content.when_from!).sort()[0] ?? null,
    when_until:
      times
        .map((content) => content.when_until!)
        .sort()
        .at(-1) ?? null,
    place: texts('place', 200),
    funding: texts('funding', 500),
    goals: all('goals'),
    strands: all('strands'),
    commitments: all('commitments'),
  });
}

/** Descriptions below each other, by language; the title of each further entry is its heading where its text would else be lost. */
function stacked([first, ...others]: readonly [EntryContent, ...EntryContent[]]): LanguageMap | null {
  const pieces = new Map<Language, string[]>();
  const add = (map: LanguageMap) => {
    for (const [language, text] of Object.entries(map) as [Language, string][])
      pieces.set(language, [...(pieces.get(language) ?? []), text]);
  };
  add(first.description ?? {});
  for (const { title, description } of others)
    add(
      Object.fromEntries(
        Object.entries(title).map(([language, text]) => {
          const more = description?.[language as Language];
          return [language, more === undefined ? text : `${text}: ${more}`];
        }),
      ),
    );
  if (pieces.size === 0) return null;
  // English stands first in a language map; every entry has an English title.
  return Object.fromEntries([...pieces].map(([language, texts]) => [language, texts.join('\n\n').slice(0, 5000)]));
}

/** Changed texts over those that stand: a language given as empty goes, one not given stays. Null when nothing is left. */
export function mergeTexts(standing: LanguageMap | null, given: LanguageMap): LanguageMap | null {
  const merged = Object.entries({ ...standing, ...given }).filter(
    ([, text]) => text !== undefined && text.trim() !== '',
  );
  return merged.length === 0 ? null : (Object.fromEntries(merged) as LanguageMap);
}
