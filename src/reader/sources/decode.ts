/**
 * Bytes of a text file → string. The encoding is found, never asked for: byte order mark, UTF-16 without a mark,
 * UTF-8, and else the Windows code page whose letters make the likeliest words.
 */
import type { SourceNotice } from './source-document.ts';

export interface Decoded {
  text: string;
  encoding: string;
  notices: SourceNotice[];
}

/** Windows code pages tried when a file is not UTF-8, in order of preference on a tie. */
const CODE_PAGES = ['windows-1252', 'windows-1254', 'windows-1251', 'windows-1256', 'windows-1250'] as const;

/** Decodes text of unknown encoding; never throws. Null characters and lone surrogates are removed. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return decoded(bytes, marked, marked !== 'utf-8');
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return { text: clean(utf8), encoding: 'utf-8', notices: [] };
  return decoded(bytes, likeliestCodePage(bytes), true);
}

function decoded(bytes: Uint8Array, encoding: string, tell: boolean): Decoded {
  const text = clean(new TextDecoder(encoding).decode(bytes));
  const notices: SourceNotice[] = tell
    ? [{ code: 'source.encoding', message: `The file is not UTF-8; it was read as ${encoding}.`, block: null }]
    : [];
  return { text, encoding, notices };
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: mostly Latin text has a zero in every other byte. */
function byZeros(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length, 2000) & ~1;
  if (size < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > size * 0.2 && even < size * 0.05) return 'utf-16le';
  if (even > size * 0.2 && odd < size * 0.05) return 'utf-16be';
  return null;
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The code page that turns the fewest bytes into characters which words do not contain. */
function likeliestCodePage(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 60_000);
  let best: string = CODE_PAGES[0];
  let bestScore = -Infinity;
  for (const page of CODE_PAGES) {
    const score = plausibility(new TextDecoder(page).decode(sample), page);
    if (score > bestScore) {
      best = page;
      bestScore = score;
    }
  }
  return best;
}

function plausibility(text: string, page: string): number {
  let score = 0;
  for (const word of text.split(/[\s,.;:()"!?]+/)) {
    if (/^[\p{ASCII}‘’“”–—…€£§©]*$/u.test(word)) continue;
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u].filter((s) =>
      s.test(word),
    ).length;
    const oneCase = /^[\p{Lu}\p{P}]?[\p{Ll}\p{Lo}\p{M}’'\-–—]+$/u.test(word) || /^[\p{Lu}\p{P}]+$/u.test(word);
    score += scripts === 1 && oneCase ? 1 : -2;
    if (page === 'windows-1254' && /[ğşıİĞŞ]/.test(word)) score += 0.5;
    if (page === 'windows-1252' && /[ðþÐÞý]/.test(word)) score -= 0.7;
    if (page === 'windows-1250' && /[řšžčěůďťňőűąęłńśźż]/.test(word)) score += 0.25;
    if (page === 'windows-1250' && /[^\p{ASCII}řšžčěůďťňőűąęłńśźżáéíóúýäöüôâŘŠŽČ‘’“”–—…]/u.test(word)) score -= 1;
  }
  return score;
}

function clean(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/[\u0000\uFFFE\uFFFF]/g, '')
    .toWellFormed();
}
