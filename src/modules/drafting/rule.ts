/** A name that may not stand in a paragraph under the Chatham House Rule. */
export interface ProtectedName {
  name: string;
  /** An acronym is found as it is written; a person also by their last name. */
  kind: 'name' | 'acronym' | 'person';
  /** BCP 47, for endings: Turkish and Russian ones are taken off. */
  language: string;
}

export interface NamedWord {
  /** As it stands in the text. */
  word: string;
  start: number;
}

const letter = '\\p{L}\\p{M}\\p{N}';
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Letters without accents and case, one for one, so that places in the text stay the same. */
export function folded(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const bare = character
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
      const plain = bare === 'ı' ? 'i' : bare === 'ё' ? 'е' : /[أإآ]/.test(bare) ? 'ا' : bare;
      return plain.length === character.length
        ? plain
        : character.toLowerCase().length === character.length
          ? character.toLowerCase()
          : character;
    })
    .join('');
}

const stripMarks = (text: string) => folded(text);

/** How a name may stand in a sentence: with the endings its language puts to it. */
function patternOf({ name, kind, language }: ProtectedName): string {
  const words = stripMarks(name)
    .trim()
    .split(/[\s\u00a0]+/)
    .map(escape);
  const joined = words.join('[\\s\\u00a0]+');
  if (kind === 'acronym') return joined;
  if (/\p{Script=Cyrillic}/u.test(name)) {
    // Each word may be declined: the last vowel gives way, up to three letters follow.
    return words
      .map((word) => (word.length >= 4 ? `${word.replace(/[аяоеиыуюйь]{1,2}$/u, '')}\\p{L}{0,3}` : word))
      .join('[\\s\\u00a0]+');
  }
  if (/\p{Script=Arabic}/u.test(name)) return `(?:[وفبكل]{0,2})(?:ال|لل)?${joined.replace(/^ال/u, '')}`;
  return `${joined}(?:['’]?s)?${language === 'tr' ? `(?:['’]\\p{L}{1,8})?` : ''}`;
}

/** Names too short or too common to be looked for as words. */
const usable = ({ name, kind }: ProtectedName) =>
  kind === 'acronym' ? name.trim().length >= 2 : [...name.trim()].length >= 3;

/**
 * Every protected name that stands in a text, in order: whole words, accents and case do not matter (except in acronyms), with the endings of Russian and Turkish and
 * the prefixes of Arabic. Pure.
 */
export function namesIn(text: string, names: readonly ProtectedName[]): NamedWord[] {
  const exact = text.normalize('NFC');
  const low = folded(text);
  const found: NamedWord[] = [];
  for (const name of expanded(names).filter(usable)) {
    const source = name.kind === 'acronym' ? escape(name.name.trim()) : patternOf(name);
    const pattern = new RegExp(`(?<![${letter}])${source}(?![${letter}])`, 'gu');
    for (const match of (name.kind === 'acronym' ? exact : low).matchAll(pattern)) {
      // A last name is looked for with its capital: "bay" is a title, "Bay" may be a person.
      if (name.kind === 'person' && !/^\P{Ll}/u.test(exact.slice(match.index))) continue;
      found.push({ word: exact.slice(match.index, match.index + match[0].length), start: match.index });
    }
  }
  return longest(found);
}

/** A person by the whole name and by each part of it that has four letters or more. */
function expanded(names: readonly ProtectedName[]): ProtectedName[] {
  return names.flatMap((one) => {
    if (one.kind !== 'person') return [one];
    const parts = one.name.split(/[\s,]+/).filter((part) => [...part].length >= 4 && /^\p{Lu}/u.test(part));
    return [one, ...parts.map((name) => ({ ...one, name }))];
  });
}

/** In order, the longer of two that overlap. */
function longest(found: readonly NamedWord[]): NamedWord[] {
  const result: NamedWord[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.word.length - a.word.length)) {
    const last = result.at(-1);
    if (last && one.start < last.start + last.word.length) continue;
    result.push(one);
  }
  return result;
}
