import type { Block, Column, Fact, Knot, PrintedDocument, Text } from './document.ts';

/**
 * A text that every format can hold: line ends as `\n`, tabs as a space; without control characters, halves of surrogate pairs, and the two characters that turn the direction of foreign text around
 * (U+202D, U+202E: what is printed must read as it was written).
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    // oxlint-disable-next-line no-control-regex -- these are the characters no document may hold
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202d\u202e\ufeff\ufffe\uffff]/g, '');

/** The same on one line: titles, labels, heads of columns. */
export const oneLine = (text: string): string => plainText(text).replace(/\s*\n\s*/g, ' ');

/** The document with every text made plain; the first thing both renderers do. */
export function plainDocument(document: PrintedDocument): PrintedDocument {
  return {
    ...document,
    title: oneLine(document.title),
    ...optional('subtitle', document.subtitle, oneLine),
    ...optional('issuer', document.issuer, oneLine),
    ...optional('footer', document.footer, oneLine),
    facts: (document.facts ?? []).map((f): Fact => ({ label: oneLine(f.label), value: plain(f.value) })),
    blocks: document.blocks.map(plainBlock),
  };
}

function plainBlock(b: Block): Block {
  switch (b.kind) {
    case 'heading':
      return { ...b, text: oneLine(b.text) };
    case 'paragraph':
      return { ...b, runs: plain(b.runs), ...optional('label', b.label, oneLine), level: clamp(b.level ?? 0, 0, 5) };
    case 'list':
      return { ...b, items: b.items.map(plain) };
    case 'table':
      return {
        ...b,
        ...optional('caption', b.caption, oneLine),
        columns: b.columns.map((c): Column => ({ ...c, head: oneLine(c.head), width: clamp(c.width ?? 1, 0.1, 100) })),
        rows: b.rows.map((row) => b.columns.map((_, i) => plain(row[i] ?? ''))),
      };
    case 'quote':
      return { ...b, runs: plain(b.runs), ...optional('source', b.source, plain) };
    case 'thread':
      return {
        ...b,
        knots: b.knots.map((k): Knot => ({
          ...k,
          date: oneLine(k.date),
          title: oneLine(k.title),
          ...optional('runs', k.runs, plain),
        })),
      };
    case 'pageBreak':
      return b;
  }
}

const plain = (text: Text): Text =>
  typeof text === 'string' ? plainText(text) : text.map((run) => ({ ...run, text: plainText(run.text) }));

/** A field that may be left out, left out also when nothing is in it. */
const optional = <K extends string, V, R>(key: K, value: V | undefined, make: (value: V) => R) =>
  (value === undefined || value === '' ? {} : { [key]: make(value) }) as { [P in K]?: R };

const clamp = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
