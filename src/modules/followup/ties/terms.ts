import { concepts, regions, type Concept } from './concepts.ts';

/** What is compared of one outcome: concepts, regions and the remaining words, each once. */
export interface Terms {
  concepts: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

/** Words in a stretch in which the parts of a concept may stand apart. */
const stretch = 7;

const small = new Set(
  'a an and are as at be been being both but by can could did do does during each for from had has have how if in into including inter is it its itself may more most must need needed needs nor not of on one or other others out over own per re shall should so some such than that the their them then there these they this those through thus to under until up upon via was were what when where whether which while who whom will with within without would also well further furthermore moreover however therefore order see seen made make take taken given give'.split(
    ' ',
  ),
);
/** Words of every such text: they say nothing about what a wish is for. */
const everyday = new Set(
  'meeting meetings workshop workshops thematic expert experts level organise organize organising hold holding host support supporting develop development developing continue continuing cooperation cooperate cooperating country countries region regions regional national international migration migrant migrants issue issues topic topics activity activities action actions participant participants state states process dialogue budapest project projects new proposed propose proposes proposal recommend recommendation recommended establish establishing established set setting good practice practices important importance exchange sharing share work working promote promoting strengthen strengthening enhance enhancing improve improving better different various particular especially particularly like year years future first two three next ready interested interest wish wishes expressed expert-level group'.split(
    ' ',
  ),
);

/** Splits a text into what is compared. Linear in its length. */
export function termsOf(text: string): Terms {
  const tokens = tokensOf(text);
  return {
    concepts: found(tokens, concepts),
    regions: found(tokens, regions),
    words: new Set(tokens.filter((word) => word.length > 2 && !everyday.has(word) && !/^\d/.test(word)).map(stem)),
  };
}

/** The word of a text that a stem stands for, as it is written there in small letters; the stem itself when there is none. */
export const wordOf = (text: string, stemmed: string): string =>
  tokensOf(text).find((word) => stem(word) === stemmed) ?? stemmed;

function tokensOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']s\b/g, '');
  return (plain.match(/[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/gu) ?? []).filter((word) => !small.has(word));
}

interface Start {
  key: string;
  words: readonly string[];
}
const startsOf = new Map<readonly Concept[], Map<string, Start[]>>();

/** Alternatives by the first three letters of any of their words, so that a text is passed over once. */
function starts(list: readonly Concept[]): Map<string, Start[]> {
  let byStart = startsOf.get(list);
  if (byStart) return byStart;
  byStart = new Map();
  for (const { key, alternatives } of list)
    for (const words of alternatives)
      for (const word of new Set(words.map((part) => part.slice(0, 3))))
        byStart.set(word, [...(byStart.get(word) ?? []), { key, words }]);
  startsOf.set(list, byStart);
  return byStart;
}

function found(tokens: readonly string[], list: readonly Concept[]): Set<string> {
  const byStart = starts(list);
  const keys = new Set<string>();
  for (const [i, token] of tokens.entries())
    for (const { key, words } of byStart.get(token.slice(0, 3)) ?? [])
      if (
        !keys.has(key) &&
        words.some((word) => token.startsWith(word)) &&
        allNear(tokens.slice(i, i + stretch), words)
      )
        keys.add(key);
  return keys;
}

/** Every word beginning has a token of its own in the stretch. */
function allNear(near: readonly string[], words: readonly string[]): boolean {
  const used = new Set<number>();
  return words.every((word) => {
    const at = near.findIndex(
      (token, i) =>
        !used.has(i) &&
        (word.length <= 4 && !word.endsWith('-')
          ? token === word || (word.length > 3 && token.startsWith(word))
          : token.startsWith(word)),
    );
    if (at < 0) return false;
    used.add(at);
    return true;
  });
}

/** Takes the commonest English endings off, so that forms of one word meet. Light on purpose: it never joins different words of this field. */
export function stem(word: string): string {
  const cut = word
    .replace(/(?:isation|ization)s?$/, 'is')
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{4})(?:ations?|ating|ated|ates?)$/, 'at')
    .replace(/(?<=[a-z]{3})(?:ments?)$/, '')
    .replace(/(?<=[a-z]{3})(?:ings?|ed)$/, '')
    .replace(/(?<=[a-z]{3}[^s])s$/, '');
  return cut.length > 3 ? cut.replace(/e$/, '') : cut;
}
