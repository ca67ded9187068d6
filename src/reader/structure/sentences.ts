/** Sentences of a paragraph, robust to abbreviations, initials, ordinals and dots inside brackets or figures. */
import { matchesOf } from '../matches.ts';

export interface Slice {
  start: number;
  end: number;
}

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mme mlle dr prof st ste hon rt h.e h.h h.r.h h.m amb gen col lt capt maj sgt sen rep gov pres no nos nr para paras art arts ' +
    'sec ch vol pp p fig figs ed eds cf vs v viz e.g i.e etc al approx incl res doc docs op dept univ assoc inc ltd co corp jr sr ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mt ft u.s u.k u.n e.u d.c a.m p.m resp ref est dir min s.e sh tel'
  ).split(' '),
);
/** After these a capital begins a new sentence more often than not. */
const MAY_END = new Set(['etc', 'a.m', 'p.m', 'inc', 'ltd', 'co', 'u.s', 'u.k', 'u.n', 'e.u', 'd.c', 'al', 'jr', 'sr']);
const BREAK = /[.!?؟。…](?:["”’»)\]]{0,3})(?:\s+|$)|\n+/g;

/** "Decision: …": what it is, before the sentence. */
const PREFIX = /^(?:decisions?|conclusions?|recommendations?|requests?|agreed|outcomes?)(?:\s\d{1,3})?\s?:\s(?=\S)/i;

/** Splits `text` into sentences, as [start, end) within it, white space trimmed. Linear. */
export function sentences(text: string): Slice[] {
  const out: Slice[] = [];
  let start = PREFIX.exec(text)?.[0].length ?? 0;
  for (const m of matchesOf(BREAK, text)) {
    const end = m.index + m[0].length;
    if (!m[0].startsWith('\n') && !isEnd(text, start, m.index, end)) continue;
    push(out, text, start, end);
    start = end;
  }
  push(out, text, start, text.length);
  return out;
}

function push(out: Slice[], text: string, start: number, end: number): void {
  while (start < end && isWhite(text.charCodeAt(start))) start++;
  while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
  if (end > start) out.push({ start, end });
}

/** What `\s` matches; a letter of any Latin text is told by its number. */
const isWhite = (code: number): boolean =>
  code === 0x20 || (code < 0x20 ? code >= 0x09 && code <= 0x0d : code >= 0xa0 && /\s/.test(String.fromCharCode(code)));

function isEnd(text: string, start: number, dot: number, next: number): boolean {
  if (next >= text.length) return true;
  const after = text.slice(next, next + 3);
  if (text[dot] !== '.') return !/^[\p{Ll}]/u.test(after);
  if (!/^["“‘'«([]?[\p{Lu}\p{Lo}\p{N}➤•–-]/u.test(after)) return false;
  const before = text.slice(Math.max(start, dot - 14), dot);
  const word = (/[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? '').toLowerCase();
  if (/^\p{L}$/u.test(word))
    return !/\p{Lu}$/u.test(before) || /(?:Annex|Group|Option|Part|Section|Category)\s\p{Lu}$/u.test(before);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word) && !ABBREVIATIONS.has(word)) return startsSentence(text.slice(next, next + 30));
  if (MAY_END.has(word)) return startsSentence(text.slice(next, next + 30));
  if (
    /^(?:no|nos|art|fig|min|ref|sec|ch|co|dir|res|mar|may|mt|ed|est|p|v|pp)$/.test(word) &&
    !/^["“(]?\p{N}|^\p{Lu}/u.test(after)
  )
    return true;
  if (word === 'no' && !/^\p{N}/u.test(after)) return true;
  return !ABBREVIATIONS.has(word);
}

const startsSentence = (ahead: string): boolean =>
  /^(?:The|This|These|Those|It|In|On|At|A|An|He|She|They|We|As|For|Following|However|Moreover|Furthermore|Participants|Delegates|Ministers|Leaders|All|There|To|With|During|After|Finally)\b/.test(
    ahead,
  );
