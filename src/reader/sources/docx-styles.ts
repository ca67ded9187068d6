/** Styles of a DOCX that matter to reading: headings, numbering, bold and italic, each with what it inherits. */
import { BOLD, ITALIC, UNDERLINE } from './rich-text.ts';
import type { XmlHandler } from './xml.ts';

export interface Style {
  name: string;
  basedOn: string | null;
  /** 0 to 8 for levels 1 to 9; 9 is body text. */
  outline: number | null;
  numId: string | null;
  ilvl: number | null;
  /** Bits of `RichText` flags that the style switches on, and those it switches off. */
  on: number;
  off: number;
  hidden: boolean | null;
  indent: number | null;
}

export interface Styles {
  byId: Map<string, Style>;
  /** The paragraph style of paragraphs that name none. */
  standard: string | null;
}

export function emptyStyles(): Styles {
  return { byId: new Map(), standard: null };
}

/** Collects the styles while `word/styles.xml` streams by. */
export function stylesHandler(styles: Styles): XmlHandler {
  let style: Style | null = null;
  return {
    open(name, attribute) {
      if (name === 'style') {
        style = {
          name: '',
          basedOn: null,
          outline: null,
          numId: null,
          ilvl: null,
          on: 0,
          off: 0,
          hidden: null,
          indent: null,
        };
        const id = attribute('styleId') ?? '';
        styles.byId.set(id, style);
        if (attribute('type') === 'paragraph' && isOn(attribute('default') ?? '0')) styles.standard = id;
      } else if (style) readStyle(style, name, attribute);
    },
    close(name) {
      if (name === 'style') style = null;
    },
  };
}

function readStyle(style: Style, name: string, attribute: (name: string) => string | null): void {
  const value = attribute('val');
  if (name === 'name') style.name = value ?? '';
  else if (name === 'basedOn') style.basedOn = value;
  else if (name === 'outlineLvl') style.outline = Number.parseInt(value ?? '9', 10);
  else if (name === 'numId') style.numId = value;
  else if (name === 'ilvl') style.ilvl = Number.parseInt(value ?? '0', 10);
  else if (name === 'vanish') style.hidden = isOn(value);
  else if (name === 'ind') style.indent = twips(attribute('left') ?? attribute('start'));
  else setLook(style, name, value);
}

/** On/off properties: absent value means on. */
export function isOn(value: string | null): boolean {
  return value === null || !/^(?:0|false|off|none)$/i.test(value);
}

/** Twentieths of a point → points. */
export function twips(value: string | null): number | null {
  const number = Number.parseFloat(value ?? '');
  return Number.isFinite(number) ? number / 20 : null;
}

/** Applies `w:b`, `w:i`, `w:u` to a pair of on and off bits; other names change nothing. */
export function setLook(look: { on: number; off: number }, name: string, value: string | null): void {
  const bit = name === 'b' ? BOLD : name === 'i' ? ITALIC : name === 'u' ? UNDERLINE : 0;
  if (bit === 0) return;
  const on = isOn(value);
  look.on = on ? look.on | bit : look.on & ~bit;
  look.off = on ? look.off & ~bit : look.off | bit;
}

/** The style itself and those it is based on, nearest first; a circle ends where it began. */
export function* lineage(styles: Styles, id: string | null): Generator<[id: string, style: Style]> {
  const seen = new Set<string>();
  for (let at = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const style = styles.byId.get(at);
    if (!style) return;
    yield [at, style];
    at = style.basedOn;
  }
}

/** The flags a style gives to text. */
export function lookOf(styles: Styles, id: string | null): number {
  let flags = 0;
  let settled = 0;
  for (const [, style] of lineage(styles, id)) {
    flags |= style.on & ~settled;
    settled |= style.on | style.off;
  }
  return flags;
}

/** Heading level 1 to 6 of a paragraph style, by outline level or by its (untranslated) name; `null` for body text. */
export function headingLevel(styles: Styles, id: string | null): number | null {
  for (const [styleId, style] of lineage(styles, id)) {
    if (style.outline !== null) return style.outline > 8 ? null : Math.min(6, style.outline + 1);
    const named = /^heading ([1-9])$/i.exec(style.name) ?? /^Heading([1-9])$/.exec(styleId);
    if (named) return Math.min(6, Number(named[1]));
    if (/^title$/i.test(style.name)) return 1;
    if (/^subtitle$/i.test(style.name)) return 2;
  }
  return null;
}

/** A line of a table of contents or of a list of figures. */
export function isContents(styles: Styles, id: string | null): boolean {
  for (const [styleId, style] of lineage(styles, id))
    if (/^(?:toc \d|TOC ?\d|table of figures)$/i.test(style.name) || /^TOC\d$/.test(styleId)) return true;
  return false;
}
