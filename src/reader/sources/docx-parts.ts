/** What is known of a DOCX before its body is read. */
import { Counter, emptyNumbering, numberingHandler } from './docx-numbering.ts';
import { emptyStyles, lineage, stylesHandler } from './docx-styles.ts';
import type { Styles } from './docx-styles.ts';
import { UnreadableFile } from './source-document.ts';
import { readXml } from './xml.ts';
import type { Archive } from './zip.ts';

export interface Parts {
  document: string;
  footnotes: string | null;
  endnotes: string | null;
  styles: Styles;
  counter: Counter;
}

/** Finds the main part through the relations (its name is not fixed) and reads styles and numbering. */
export function readParts(archive: Archive): Parts {
  const document = relation(archive, '_rels/.rels', '', 'officeDocument') ?? 'word/document.xml';
  if (!archive.entries.has(document)) {
    const sentence = `“${archive.name}” is not a Word document: save it as DOCX or PDF and import that.`;
    throw new UnreadableFile('source.unknown-format', sentence);
  }
  const slash = document.lastIndexOf('/');
  const folder = document.slice(0, slash + 1);
  const rels = `${folder}_rels/${document.slice(slash + 1)}.rels`;
  const part = (type: string, usual: string) => relation(archive, rels, folder, type) ?? `${folder}${usual}`;
  const styles = emptyStyles();
  readXml(archive, part('styles', 'styles.xml'), stylesHandler(styles));
  const numbering = emptyNumbering();
  readXml(archive, part('numbering', 'numbering.xml'), numberingHandler(numbering));
  const counter = new Counter(numbering, (style) => numOf(styles, style)?.numId ?? null);
  const existing = (path: string) => (archive.entries.has(path) ? path : null);
  return {
    document,
    footnotes: existing(part('footnotes', 'footnotes.xml')),
    endnotes: existing(part('endnotes', 'endnotes.xml')),
    styles,
    counter,
  };
}

/** The list a style puts its paragraphs in; `ilvl` is `null` when the list's levels say it. */
export function numOf(styles: Styles, id: string | null): { numId: string; ilvl: number | null; style: string } | null {
  for (const [style, { numId, ilvl }] of lineage(styles, id)) {
    if (numId !== null) return numId === '0' ? null : { numId, ilvl, style };
  }
  return null;
}

/** The target of the first relation of a type, inside the archive; relations to places outside are never followed. */
function relation(archive: Archive, path: string, folder: string, type: string): string | null {
  let target: string | null = null;
  readXml(archive, path, {
    open(name, attribute) {
      if (name !== 'Relationship' || target !== null || attribute('TargetMode') === 'External') return;
      if (attribute('Type')?.endsWith(`/${type}`)) target = attribute('Target');
    },
    close() {},
  });
  if (target === null) return null;
  const found = target as string;
  return found.startsWith('/') ? found.slice(1) : resolve(folder + found);
}

function resolve(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
