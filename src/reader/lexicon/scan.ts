import type { Span } from '../reading.ts';
import { chooseEntry } from './choose.ts';
import { usableAt } from './dates.ts';
import { nameIndex, type NameEntry, type TrieNode } from './name-index.ts';
import type { IsoDate, NameForm, PartyKind } from './types.ts';
import { WordList, type Gap } from './words.ts';

/** A party named in a text. `form` says how: an adjective ("the Turkish Chair") is no entry of a list. */
export interface PartyMention {
  party: string;
  kind: PartyKind;
  /** The lexicon's spelling of the name. */
  name: string;
  form: NameForm;
  asWritten: string;
  span: Span;
}

export interface ScanOptions {
  at?: IsoDate;
  /** Also "Turkish", "Swiss". Default: true. */
  adjectives?: boolean;
  /** Only parties of these kinds. Default: all. */
  kinds?: readonly PartyKind[];
}

interface Scan {
  text: string;
  words: WordList;
  options: ScanOptions;
}

/** Acronyms that are common words; in a line of capitals they are read as the word. */
const commonWords = new Set(['who', 'us', 'add', 'car', 'isa', 'eco', 'it']);
const titles = new Set(['mr', 'mrs', 'ms', 'mme', 'dr', 'prof', 'professor', 'sir', 'miss']);
const prefixes = new Set(['non', 'pro', 'anti', 'ex', 'extra', 'intra']);

function gapFits(wanted: Gap, found: Gap): boolean {
  return found === 'space' || found === wanted;
}

function startsUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

function isUpper(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

function written({ text, words }: Scan, first: number, last: number = first): string {
  return first < 0 || last >= words.length ? '' : text.slice(words.start(first), words.end(last));
}

/** An acronym keeps its capitals; one of five letters or more may be written like a name (FRONTEX, Frontex). */
function acronymFits(found: string, name: string): boolean {
  if (found === name || found === name.toUpperCase()) return true;
  const letters = lettersOf(found);
  return letters.length >= 5 && startsUpper(letters) && letters.toLowerCase() === lettersOf(name).toLowerCase();
}

function acronymStands(scan: Scan, entry: NameEntry, first: number, last: number): boolean {
  const { words } = scan;
  const found = written(scan, first, last);
  const plain = (text: string): string => text.replace(/\./g, '');
  if (!acronymFits(found, entry.name.name) && !acronymFits(plain(found), plain(entry.name.name))) return false;
  if (first !== last || !commonWords.has(words.folded(first))) return true;
  const shouted = (at: number, gap: Gap): boolean => gap === 'space' && isUpper(written(scan, at));
  return !shouted(first - 1, words.gap(first)) && !(last + 1 < words.length && shouted(last + 1, words.gap(last + 1)));
}

/** "Congo, Democratic Republic of the" goes on with "Congo": then it is two names of a list, not one turned round. */
function continues(scan: Scan, last: number): boolean {
  return last + 1 < scan.words.length && scan.words.gap(last + 1) === 'space' && startsUpper(written(scan, last + 1));
}

/** Whether a name may stand at these words: gaps and capitals as in the name. Of an organisation only the first capital is asked for. */
function fits(scan: Scan, entry: NameEntry, first: number, last: number): boolean {
  for (let i = first + 1; i <= last; i += 1) {
    if (!gapFits(entry.gaps[i - first] ?? 'space', scan.words.gap(i))) return false;
  }
  if (entry.name.form === 'acronym') return acronymStands(scan, entry, first, last);
  if (/[,(].* of( the)?\)?$/.test(entry.name.name) && continues(scan, last)) return false;
  const kind = entry.party?.kind;
  const asked = kind === 'organisation' || kind === 'body' ? entry.capitals.slice(0, 1) : entry.capitals;
  return asked.every((capital, i) => !capital || startsUpper(written(scan, first + i)));
}

/** "Ms. Georgia …" is a person; "non-EU" is not the Union. */
function misleads(scan: Scan, first: number): boolean {
  const { text, words } = scan;
  if (first === 0) return false;
  const before = words.folded(first - 1);
  if (titles.has(before)) return words.gap(first) !== 'break' && startsUpper(written(scan, first - 1));
  return prefixes.has(before) && /^[-‐‑]$/.test(text.slice(words.end(first - 1), words.start(first)));
}

/** Whether a name was one of that time; without a day, whether its party still is. */
function isOfItsTime({ party, name }: NameEntry, at: IsoDate | undefined): boolean {
  return at === undefined ? party?.kind !== 'former-state' : usableAt(name, at);
}

/**
 * The longest name that begins at a word, with its last word. A name of another time gives way to a shorter one of this time:
 * since 2006 "Serbia and Montenegro" at the end of a list are two.
 */
function longestAt(scan: Scan, first: number, root: TrieNode): { last: number; entry: NameEntry } | null {
  let node: TrieNode | undefined = root;
  let best: { last: number; entry: NameEntry } | null = null;
  for (let i = first; i < scan.words.length; i += 1) {
    if (i > first && scan.words.gap(i) === 'break') break;
    node = node.next?.get(scan.words.folded(i));
    if (node === undefined) break;
    if (node.entries === undefined) continue;
    const fitting = node.entries.filter((entry) => fits(scan, entry, first, i));
    const entry = chooseEntry(fitting, written(scan, first, i), scan.options.at);
    if (entry === null) continue;
    const { at } = scan.options;
    if (best === null || isOfItsTime(entry, at) || !isOfItsTime(best.entry, at)) best = { last: i, entry };
  }
  return best;
}

function mentionOf(scan: Scan, first: number, last: number, { party, name }: NameEntry): PartyMention | null {
  const { adjectives = true, kinds } = scan.options;
  if (party === null || (!adjectives && name.form === 'adjective') || misleads(scan, first)) return null;
  if (kinds !== undefined && !kinds.includes(party.kind)) return null;
  const start = scan.words.start(first);
  let end = scan.words.end(last);
  const closing = name.name.at(-1) ?? '';
  if ((closing === '.' || closing === ')') && scan.text[end] === closing) end += 1;
  const asWritten = scan.text.slice(start, end);
  return { party: party.key, kind: party.kind, name: name.name, form: name.form, asWritten, span: [start, end] };
}

/** "Name (ACRONYM)" and "ACRONYM – the Name" are one mention. */
function joinPairs(text: string, mentions: readonly PartyMention[]): PartyMention[] {
  const joined: PartyMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    if (last !== undefined && last.party === mention.party && last.form !== 'adjective') {
      const between = text.slice(last.span[1], mention.span[0]);
      const bracket = /^\s*\(\s*(?:the )?$/i.test(between) && text[mention.span[1]] === ')';
      if (bracket || /^\s+[–—-]\s+(?:the )?$/i.test(between)) {
        const span: Span = [last.span[0], mention.span[1] + (bracket ? 1 : 0)];
        joined[joined.length - 1] = { ...last, span, asWritten: text.slice(span[0], span[1]) };
        continue;
      }
    }
    joined.push(mention);
  }
  return joined;
}

/**
 * Every party that a text names, in order, with its place. The longest name wins ("Equatorial Guinea"), names need their capitals
 * ("turkey" is a bird), words are whole ("Niger" is not in "Nigeria"). A name with its acronym is one mention. Linear in the length of the text.
 */
export function scanParties(text: string, options: ScanOptions = {}): PartyMention[] {
  const { root, mayBegin } = nameIndex();
  const words = new WordList(text);
  const scan: Scan = { text, words, options };
  const mentions: PartyMention[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (!mayBegin(text, words.start(i), words.end(i))) continue;
    const found = longestAt(scan, i, root);
    if (found === null) continue;
    const mention = mentionOf(scan, i, found.last, found.entry);
    if (mention !== null) mentions.push(mention);
    i = found.last;
  }
  return joinPairs(text, mentions);
}
