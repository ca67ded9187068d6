import { notParties } from './not-parties.ts';
import { parties } from './parties.ts';
import type { DatedName, LexiconParty } from './types.ts';
import { nameKey, wordsOf, type Gap } from './words.ts';

/** One name of one party, ready to be found. `party` is `null` for a phrase that only looks like a party. */
export interface NameEntry {
  party: LexiconParty | null;
  name: DatedName;
  key: string;
  /** For each word of the name without its article: its first letter is a capital; and the gap before it. */
  capitals: readonly boolean[];
  gaps: readonly Gap[];
}

export interface TrieNode {
  next: Map<string, TrieNode> | undefined;
  entries: NameEntry[] | undefined;
}

export interface NameIndex {
  byKey: ReadonlyMap<string, readonly NameEntry[]>;
  byParty: ReadonlyMap<string, readonly NameEntry[]>;
  root: TrieNode;
  /** Whether a name may begin with the word between two places of a text; `false` is certain and cheap. */
  mayBegin(text: string, start: number, end: number): boolean;
}

function entryOf(party: LexiconParty | null, name: DatedName): NameEntry {
  const words = wordsOf(name.name);
  const inner = words.length > 1 && words[0]?.folded === 'the' ? words.slice(1) : words;
  return {
    party,
    name,
    key: nameKey(name.name),
    capitals: inner.map((word) => /^\p{Lu}/u.test(name.name.slice(word.start, word.end))),
    gaps: inner.map((word) => word.gap),
  };
}

function insert(root: TrieNode, entry: NameEntry): void {
  let node = root;
  for (const word of entry.key.split(' ')) {
    node.next ??= new Map();
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: undefined, entries: undefined };
      node.next.set(word, next);
    }
    node = next;
  }
  (node.entries ??= []).push(entry);
}

function push<K>(map: Map<K, NameEntry[]>, key: K, entry: NameEntry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function build(): NameIndex {
  const byKey = new Map<string, NameEntry[]>();
  const byParty = new Map<string, NameEntry[]>();
  const root: TrieNode = { next: undefined, entries: undefined };
  for (const party of parties().values()) {
    for (const name of party.names) {
      const entry = entryOf(party, name);
      push(byKey, entry.key, entry);
      push(byParty, party.key, entry);
      if (name.language === undefined || name.language === 'en') insert(root, entry);
    }
  }
  for (const phrase of notParties) insert(root, entryOf(null, { name: phrase, form: 'alias' }));
  return { byKey, byParty, root, mayBegin: beginnings(root) };
}

/**
 * The first three letters of all names as bits, and whether a name begins so with a small letter; words that do not begin in plain
 * letters may always be one.
 */
function beginnings(root: TrieNode): NameIndex['mayBegin'] {
  const bits = new Uint8Array(1 << 15);
  const [any, small] = [1, 2];
  const bitOf = (text: string, start: number, end: number): number => {
    let bit = 0;
    for (let i = start; i < start + 3; i += 1) {
      const code = i < end ? text.charCodeAt(i) : 0;
      if (code >= 0x80) return -1;
      bit = (bit << 5) | (code & 0x1f);
    }
    return bit;
  };
  for (const [word, node] of root.next ?? []) {
    const bit = bitOf(word, 0, word.length);
    if (bit >= 0) bits[bit]! |= hasSmallLetter(node) ? any | small : any;
  }
  return (text, start, end) => {
    const first = text.charCodeAt(start);
    const bit = bitOf(text, start, end);
    return bit < 0 || (bits[bit]! & (first >= 0x61 && first <= 0x7a ? small : any)) !== 0;
  };
}

/** Whether a name at this node or below it begins with a small letter, as “eu-LISA” does. */
function hasSmallLetter(node: TrieNode): boolean {
  if (node.entries?.some(({ capitals }) => capitals[0] !== true)) return true;
  return node.next?.values().some(hasSmallLetter) ?? false;
}

let built: NameIndex | undefined;

/** All names, by key, by party and as a tree of words. Built once, on first use (a few milliseconds). */
export function nameIndex(): NameIndex {
  built ??= build();
  return built;
}
