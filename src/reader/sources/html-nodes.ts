/** Questions about single elements of a parsed HTML page. */
import type { DefaultTreeAdapterMap } from 'parse5';
import { BOLD, ITALIC, UNDERLINE } from './rich-text.ts';

export type Node = DefaultTreeAdapterMap['childNode'];
export type Parent = DefaultTreeAdapterMap['parentNode'];
export type Element = DefaultTreeAdapterMap['element'];

const LOOKS: Readonly<Record<string, number>> = {
  b: BOLD,
  strong: BOLD,
  i: ITALIC,
  em: ITALIC,
  cite: ITALIC,
  u: UNDERLINE,
  ins: UNDERLINE,
  th: BOLD,
};

/** The look of text inside `node`, given the look around it. */
export function lookOf(node: Element, flags: number): number {
  let look = flags | (LOOKS[node.tagName] ?? 0);
  const style = attribute(node, 'style');
  if (style === null) return look;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) look |= BOLD;
  if (/font-weight\s*:\s*(?:normal|400)/i.test(style)) look &= ~BOLD;
  if (/font-style\s*:\s*italic/i.test(style)) look |= ITALIC;
  if (/text-decoration[^;]*underline/i.test(style)) look |= UNDERLINE;
  return look;
}

/** Not shown on a page. */
export function isHidden(node: Element): boolean {
  if (attribute(node, 'hidden') !== null || attribute(node, 'aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(node, 'style') ?? '');
}

/** What a content management system puts around an article: "Share", "Related news", "You are here", the notice about cookies. */
export function isFurniture(node: Element): boolean {
  const names = `${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`;
  return FURNITURE.test(names) && !/<h1/.test(firstTags(node));
}

const FURNITURE =
  /(?:^|\s)(?:(?:block|view|region|widget|post|entry|article|page|site)[-_]{1,2})?(?:breadcrumbs?|shar(?:e|ing)|social(?:[-_]?(?:share|links|media|icons|buttons))?|related(?:[-_]?(?:news|posts|articles|content|links|items|pages))?|cookies?(?:[-_]?(?:banner|notice|consent|bar))?|skip(?:[-_]?(?:link|nav|to-content))?|sidebar|navbar|pager|newsletter)(?=\s|$)/i;

/** The header of the page, not the header of an article, which holds its title. */
export function isPageHeader(node: Element): boolean {
  if (node.tagName !== 'header')
    return /^(?:navigation|banner|search|contentinfo)$/.test(attribute(node, 'role') ?? '');
  return (
    node.parentNode !== null &&
    'tagName' in node.parentNode &&
    node.parentNode.tagName === 'body' &&
    !/<h1/.test(firstTags(node))
  );
}

const firstTags = (node: Element): string =>
  node.childNodes.map((n) => ('tagName' in n ? `<${n.tagName}` : '')).join('');

/** A footnote or endnote. */
export function isNote(node: Element): boolean {
  if (/doc-(?:footnotes?|endnotes?)/.test(attribute(node, 'role') ?? '')) return true;
  return (
    /(?:^|\s)(?:footnotes?|endnotes?)(?:\s|$)/i.test(attribute(node, 'class') ?? '') ||
    /^(?:fn|footnote|ftn|_ftn|endnote)[-:_]?\d+$/i.test(attribute(node, 'id') ?? '')
  );
}

/** A link to a footnote, or back from it. */
export function isNoteReference(node: Element): boolean {
  const target = attribute(node, 'href') ?? '';
  if (/doc-(?:noteref|backlink)/.test(attribute(node, 'role') ?? '')) return true;
  return (
    /^#(?:_?(?:fn|ftn|footnote|note|endnote)|fnref|_ftnref)/i.test(target) &&
    /^\[?(?:\d{1,3}|[*†‡↩⏎^])\]?\ufe0e?$/.test(textOf(node).trim())
  );
}

/** All text inside. */
export function textOf(node: Parent): string {
  let text = '';
  for (const child of node.childNodes)
    text += child.nodeName === '#text' && 'value' in child ? child.value : 'childNodes' in child ? textOf(child) : '';
  return text;
}

/** The value of an attribute; `null` when it is absent. */
export function attribute(node: Element, name: string): string | null {
  for (const a of node.attrs) if (a.name === name) return a.value;
  return null;
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, em: 12, rem: 12, cm: 28.35, mm: 2.835, in: 72 };

/** Left margin and padding that the element's own style sets, in points; 0 when it sets none. */
export function leftMargin(node: Element): number {
  let margin = 0;
  const style = attribute(node, 'style') ?? '';
  for (const m of style.matchAll(
    /(?:margin|padding)-(?:left|inline-start)\s*:\s*(-?\d{1,4}(?:\.\d{1,4})?)(pt|px|r?em|cm|mm|in)/gi,
  )) {
    margin += Number(m[1]) * (POINTS[m[2]!.toLowerCase()] ?? 0);
  }
  return margin;
}
