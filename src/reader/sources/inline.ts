/**
 * One line of Markdown (or of the HTML-in-Markdown hybrids that document converters print) → clean text and emphasis.
 * Every pattern is bounded: the cost is linear in the length of the line.
 */
import type { Emphasis } from './source-document.ts';

export interface Inline {
  text: string;
  emphasis: Emphasis[];
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  shy: '',
  eacute: 'é',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  ccedil: 'ç',
};

type Kind = Emphasis['kind'];
const TAGS: Record<string, Kind> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
};
const TOKEN =
  /<!--[\s\S]{0,2000}?-->|<sup>([^<]{0,40})<\/sup>|<(\/?)([a-zA-Z][a-zA-Z0-9]{0,10})(?:\s[^<>]{0,500})?\/?>|!\[[^\]]{0,300}\]\([^)\s]{0,500}\)|\[\^[^\]]{1,20}\]|\[([^\][]{1,500})\]\([^)]{0,500}\)|&(#?[a-zA-Z0-9]{1,8});|\\([\\`*_{}[\]()#+\-.!|>~$&])|\*{1,3}|_{1,3}|`|[^\S\n]+|\S/g;

/** Removes markup from one line, keeps where bold, italic and underline were. Runs of white space become one space. */
export function readInline(source: string): Inline {
  const out = new InlineWriter();
  for (const match of source.matchAll(TOKEN)) {
    const [token, sup, closing, tag, link, entity, escaped] = match;
    const at = match.index;
    if (sup !== undefined) out.write(/^(?:st|nd|rd|th|er|e|o|a)$/i.test(sup.trim()) ? sup.trim() : '');
    else if (tag !== undefined) writeTag(out, tag.toLowerCase(), closing === '/');
    else if (link !== undefined) out.append(readInline(link));
    else if (entity !== undefined) out.write(readEntity(entity));
    else if (escaped !== undefined) out.write(escaped === '_' ? ' ' : escaped);
    else if (token.startsWith('![') || token.startsWith('<!--') || token.startsWith('[^') || token === '`') continue;
    else if (/^[*_]+$/.test(token)) writeMark(out, token, source[at - 1] ?? ' ', source[at + token.length] ?? ' ');
    else out.write(token);
  }
  return out.finish();
}

function writeTag(out: InlineWriter, tag: string, closing: boolean): void {
  const kind = TAGS[tag];
  if (kind) out.mark(kind, !closing);
  else if (['br', 'td', 'th', 'p', 'div', 'li', 'tr'].includes(tag)) out.write(' ');
}

/** `*` and `_` open before a letter and close after one; anything else (`Kosovo*`, `snake_case`) stays as it is. */
function writeMark(out: InlineWriter, token: string, before: string, after: string): void {
  const kind: Kind = token.length === 2 ? 'bold' : 'italic';
  const canOpen = !/[\s]/.test(after) && !/[\p{L}\p{N}]/u.test(before);
  const canClose = !/\s/.test(before);
  const key = token.length === 3 ? 'bold' : kind;
  if (out.isOpen(key) && canClose) out.mark(key, false);
  else if (canOpen && !(token.length === 1 && /[\p{P}]/u.test(after) && !/["“‘'([]/.test(after)))
    out.mark(key, true, token);
  else if (token[0] === '*' && token.length > 1) out.mark(key, !out.isOpen(key), token);
  else out.write(token);
}

function readEntity(name: string): string {
  if (name.startsWith('#')) {
    const hex = name[1] === 'x' || name[1] === 'X';
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return Number.isInteger(code) && code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : ' ';
  }
  return ENTITIES[name] ?? `&${name};`;
}

/** Gathers text and emphasis; an opening mark that never closes is put back as text when it was a lone asterisk. */
class InlineWriter {
  private text = '';
  private emphasis: Emphasis[] = [];
  private open = new Map<Kind, { at: number; token: string }>();

  write(piece: string): void {
    for (const part of piece.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s+$/.test(part)) {
        if (this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
      } else this.text += part;
    }
  }
  append(inner: Inline): void {
    const base = this.text.length;
    this.text += inner.text;
    for (const e of inner.emphasis) this.emphasis.push({ ...e, start: e.start + base, end: e.end + base });
  }
  isOpen(kind: Kind): boolean {
    return this.open.has(kind);
  }
  mark(kind: Kind, opening: boolean, token = ''): void {
    if (opening) {
      if (!this.open.has(kind)) this.open.set(kind, { at: this.text.length, token });
      return;
    }
    const from = this.open.get(kind);
    this.open.delete(kind);
    if (from && this.text.slice(from.at).trim() !== '')
      this.emphasis.push({ start: from.at, end: this.text.length, kind });
  }
  finish(): Inline {
    const lone = [...this.open.values()].filter((o) => o.token === '*').sort((a, b) => b.at - a.at);
    for (const o of lone) this.putBack(o.at, o.token);
    const text = this.text.trimEnd();
    const emphasis = this.emphasis
      .map((e) => trimSpan(text, e))
      .filter((e) => e.end > e.start)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    return { text, emphasis };
  }
  private putBack(at: number, token: string): void {
    this.text = this.text.slice(0, at) + token + this.text.slice(at);
    for (const e of this.emphasis) {
      if (e.start >= at) e.start += token.length;
      if (e.end > at) e.end += token.length;
    }
  }
}

function trimSpan(text: string, e: Emphasis): Emphasis {
  let start = Math.min(e.start, text.length);
  let end = Math.min(e.end, text.length);
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return { start, end, kind: e.kind };
}
