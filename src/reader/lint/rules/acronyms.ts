import { parties } from '../../lexicon/parties.ts';
import type { DatedName } from '../../lexicon/types.ts';
import { spanOf, type LintRule } from '../rule.ts';

interface Expansion {
  acronym: string;
  name: string;
  span: readonly [number, number];
}

const inBrackets = /\(\s*(?:the\s+)?["“']?(?<acronym>\p{Lu}[\p{L}&-]{0,6}\p{Lu}s?|Frontex|FRONTEX)["”']?\s*\)/gu;

/**
 * “Name of Something (NOS)”: the words before the bracket whose initials spell the acronym, small words passed over.
 * Only an expansion whose initials fit is taken, so that “the plan (see EU)” is none.
 */
function expansions(text: string): Expansion[] {
  return [...text.matchAll(inBrackets)].flatMap((match) => {
    const acronym = match.groups!['acronym']!.replace(/s$/, '');
    const before = text.slice(Math.max(0, match.index - 160), match.index);
    const name = wordsFor(acronym, before);
    return name === null
      ? []
      : [
          {
            acronym,
            name,
            span: [match.index - (before.length - before.lastIndexOf(name)), match.index + match[0].length] as const,
          },
        ];
  });
}

/**
 * The words at the end of `before` whose initials are the acronym. A word in capitals may give several letters
 * (`UN` in `UN High Commissioner for Refugees`). A name that lacks the first letters is taken too when it has three and
 * at least half of them (`High Commission for Refugees (UNHCR)`): that is the acronym spelt out, only not as it should be.
 */
function wordsFor(acronym: string, before: string): string | null {
  const words = [...before.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)];
  const letters = acronym.toUpperCase().replace(/[^\p{L}]/gu, '');
  let at = words.length - 1;
  let left = letters.length;
  let start: number | null = null;
  while (left > 0) {
    while (at >= 0 && taken(words[at]![0], letters, left) === 0 && /^\p{Ll}/u.test(words[at]![0])) at--;
    const word = words[at];
    const count = word ? taken(word[0], letters, left) : 0;
    if (!word || count === 0) break;
    start = word.index;
    left -= count;
    at--;
  }
  const spelt = letters.length - left;
  const whole = left === 0 || (spelt >= 3 && spelt * 2 >= letters.length && /^\p{Lu}/u.test(before.slice(start ?? 0)));
  return start === null || !whole
    ? null
    : before
        .slice(start)
        .trim()
        .replace(/[\s,]+$/, '');
}

/** How many of the first `left` letters this word accounts for, from their end. */
function taken(word: string, letters: string, left: number): number {
  if (/^\p{Lu}{2,}$/u.test(word) && letters.slice(0, left).endsWith(word)) return word.length;
  return fits(word, letters[left - 1]!) ? 1 : 0;
}

const fits = (word: string, letter: string): boolean =>
  word[0]!.toUpperCase() === letter || word.split('-').some((part) => part[0]?.toUpperCase() === letter);

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/organis/g, 'organiz')
    .replace(/\bun\b/g, 'united nations')
    .replace(/\beu\b/g, 'european union')
    .replace(/\b(?:the|of|for|on|and|to|in)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/s\b/g, '')
    .trim();

export const acronymTwice: LintRule = {
  code: 'acronym.two-expansions',
  severity: 'warning',
  speaks: 'when one acronym is spelt out in two ways',
  *check({ reading: { text } }) {
    const first = new Map<string, string>();
    for (const { acronym, name, span } of expansions(text)) {
      const before = first.get(acronym) ?? name;
      first.set(acronym, before);
      if (!same(before, name))
        yield { message: `${acronym} is spelt out as “${before}” and here as “${name}”. Use one.`, span };
    }
  },
};

let official: Map<string, DatedName[]> | undefined;
/** Acronym → names of the organisations that use it. */
function registered(): Map<string, DatedName[]> {
  if (official) return official;
  official = new Map();
  for (const party of parties().values()) {
    if (party.kind !== 'organisation') continue;
    const english = party.names.filter((name) => (name.language ?? 'en') === 'en');
    const names = english.filter((name) => name.form === 'official' || name.form === 'short');
    for (const { name, form } of english) {
      const acronym = name.toUpperCase();
      if (form === 'acronym') official.set(acronym, [...(official.get(acronym) ?? []), ...names]);
    }
  }
  return official;
}

/** Names of organisations with this acronym, those borne on the day first. */
function namesOf(acronym: string, day: string | null): string[] {
  const names = (registered().get(acronym.toUpperCase()) ?? []).filter(({ name }) => name.length > acronym.length + 3);
  const borne = ({ from, until, decidedOn }: DatedName) =>
    day !== null && (decidedOn ?? from ?? '') <= day && (until === undefined || day < until);
  return [...names.filter(borne), ...names.filter((name) => !borne(name))].map(({ name }) => name);
}

export const acronymUnlikeRegister: LintRule = {
  code: 'acronym.unlike-register',
  severity: 'warning',
  speaks: 'when an organisation is spelt out in another way than it calls itself',
  *check({ reading: { text }, asOf }) {
    for (const { acronym, name, span } of expansions(text)) {
      const names = namesOf(acronym, asOf);
      if (names.length > 0 && !names.some((known) => same(known, name)))
        yield { message: `${acronym} calls itself “${names[0]}”, not “${name}”. Use its own name.`, span };
    }
  },
};

const usual = new Set(
  'EU UN USA UK COVID NATO TV ID IT PDF NGO NGOS ICT CEO VIP AM PM USD EUR GDP HIV AIDS OK MOU'.split(' '),
);

export const acronymUnexplained: LintRule = {
  code: 'acronym.unexplained',
  severity: 'note',
  speaks: 'when an acronym is used at least twice and nowhere spelt out',
  *check({ reading: { text } }) {
    const uses = new Map<string, RegExpMatchArray[]>();
    for (const match of text.matchAll(/(?<![\p{L}\p{N}.-])\p{Lu}{3,7}(?![\p{L}\p{N}])/gu))
      uses.set(match[0], [...(uses.get(match[0]) ?? []), match].slice(0, 3));
    for (const [acronym, found] of uses) {
      if (found.length < 2 || usual.has(acronym) || registered().has(acronym) || isHeadline(text, found[0]!.index!))
        continue;
      const explained = new RegExp(`\\(\\s*["“']?${acronym}s?["”']?\\s*\\)|\\b${acronym}\\s*\\(`, 'u').test(text);
      if (!explained)
        yield {
          message: `${acronym} is used ${found.length > 2 ? 'several times' : 'twice'} and nowhere spelt out. Spell it out where it stands first.`,
          span: spanOf(found[0]!, 0),
        };
    }
  },
};

/** A line in capitals is a headline, its words are no acronyms. */
function isHeadline(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end < 0 ? Math.min(text.length, start + 200) : end);
  return line.length < 200 && line === line.toUpperCase();
}
