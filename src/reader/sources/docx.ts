/** DOCX → SourceDocument: paragraphs with their computed labels, headings by style, tables, footnotes, tracked changes as final text. */
import { labelled } from './text.ts';
import { breakEndsBlock, promoteBold, rowBlocks } from './block-rules.ts';
import { DOCX } from './detect.ts';
import { bodyHandler } from './docx-body.ts';
import type { BodySink, DocxParagraph, TextPiece } from './docx-body.ts';
import { readParts, numOf } from './docx-parts.ts';
import type { Parts } from './docx-parts.ts';
import { headingLevel, isContents, lineage, lookOf } from './docx-styles.ts';
import { MAX_BLOCKS } from './limits.ts';
import { formatNumber } from './number-format.ts';
import { addText, finishText, richBuilder } from './rich-text.ts';
import type { RichText } from './rich-text.ts';
import { UnreadableFile } from './source-document.ts';
import type { SourceBlock, SourceDocument, SourceNotice } from './source-document.ts';
import { readXml } from './xml.ts';
import { openArchive } from './zip.ts';
import type { Archive } from './zip.ts';

type Notes = Map<string, RichText>;

/** Reads a DOCX. @throws UnreadableFile `source.damaged`, `source.encrypted`, `source.too-large`, `source.unsafe`. */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  const archive = openArchive(bytes, name);
  const parts = readParts(archive);
  const notes: Notes = new Map();
  for (const [kind, path] of [
    ['footnote', parts.footnotes],
    ['endnote', parts.endnotes],
  ] as const) {
    if (path !== null) readXml(archive, path, bodyHandler(noteSink(kind, notes, parts)));
  }
  const writer = new BlockWriter(parts, notes, archive);
  readXml(archive, parts.document, bodyHandler(writer.sink()));
  const { blocks, notices } = writer.finish();
  return { name, mediaType: DOCX, sha256: '', pages: null, blocks, notices };
}

function noteSink(kind: string, notes: Notes, parts: Parts): BodySink {
  let builder: ReturnType<typeof richBuilder> | null = null;
  let open = '';
  return {
    noteStart(id, special) {
      [open, builder] = [id, special ? null : richBuilder()];
    },
    noteEnd() {
      if (builder) notes.set(`${kind} ${open}`, finishText(builder));
      builder = null;
    },
    paragraph(paragraph) {
      if (!builder) return;
      addText(builder, ' ');
      for (const piece of paragraph.pieces) addPiece(builder, piece, parts, paragraph.style);
    },
    tableStart() {},
    rowEnd() {},
    cellEnd() {},
    tableEnd() {},
  };
}

function addPiece(builder: ReturnType<typeof richBuilder>, piece: TextPiece, parts: Parts, style: string | null): void {
  const inherited = lookOf(parts.styles, style) | lookOf(parts.styles, piece.style);
  addText(builder, piece.text, (inherited | piece.on) & ~(piece.off & ~piece.on));
}

/** One table under way. */
interface Table {
  cells: SourceBlock[][];
  cell: SourceBlock[];
  rows: SourceBlock[];
}

interface Numbered {
  label: string | null;
  /** From 0. */
  level: number;
  indent: number | null;
}

class BlockWriter {
  #parts: Parts;
  #notes: Notes;
  #archive: Archive;
  #blocks: SourceBlock[] = [];
  #endnotes: SourceBlock[] = [];
  #tables: Table[] = [];
  #counts = { footnote: 0, endnote: 0 };
  #contents = 0;
  /** A paragraph whose mark was deleted: it goes on in the next. */
  #held: DocxParagraph | null = null;

  constructor(parts: Parts, notes: Notes, archive: Archive) {
    this.#parts = parts;
    this.#notes = notes;
    this.#archive = archive;
  }

  sink(): BodySink {
    return {
      paragraph: (p) => this.#paragraph(p),
      tableStart: () => void this.#tables.push({ cells: [], cell: [], rows: [] }),
      cellEnd: () => this.#cellEnd(),
      rowEnd: (deleted) => this.#rowEnd(deleted),
      tableEnd: () => this.#tableEnd(),
    };
  }

  finish(): { blocks: SourceBlock[]; notices: SourceNotice[] } {
    this.#flush();
    const notices: SourceNotice[] = [];
    if (this.#contents > 0) {
      notices.push({
        code: 'source.table-of-contents',
        message: `A table of contents (${this.#contents} lines) was left out.`,
        block: null,
      });
    }
    return { blocks: this.#blocks.concat(this.#endnotes), notices };
  }

  #flush(): void {
    const held = this.#held;
    this.#held = null;
    if (held && held.pieces.length > 0) this.#paragraph({ ...held, markDeleted: false });
  }

  #cellEnd(): void {
    this.#flush();
    const table = this.#tables.at(-1);
    if (!table) return;
    table.cells.push(table.cell);
    table.cell = [];
  }

  #rowEnd(deleted: boolean): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    if (!deleted) table.rows.push(...rowBlocks(table.cells));
    table.cells = [];
  }

  #tableEnd(): void {
    const table = this.#tables.pop();
    if (table) for (const row of table.rows) this.#emit(row);
  }

  #emit(block: SourceBlock): void {
    const table = this.#tables.at(-1);
    if (table) table.cell.push(block);
    else if (this.#blocks.push(block) > MAX_BLOCKS) {
      const sentence = `“${this.#archive.name}” has more than ${MAX_BLOCKS} paragraphs: split it and import the parts.`;
      throw new UnreadableFile('source.too-large', sentence);
    }
  }

  #paragraph(given: DocxParagraph): void {
    const paragraph = this.#held ? { ...given, pieces: this.#held.pieces.concat(given.pieces) } : given;
    this.#held = null;
    if (paragraph.markDeleted) {
      this.#held = paragraph;
      return;
    }
    const { styles } = this.#parts;
    if (isContents(styles, paragraph.style ?? styles.standard)) {
      if (paragraph.pieces.some((p) => p.text.trim() !== '')) this.#contents++;
      return;
    }
    const numbered = this.#count(paragraph);
    const notes: SourceBlock[] = [];
    const whole = this.#heading(paragraph) !== null;
    for (const [i, pieces] of (whole ? [paragraph.pieces] : separateLines(paragraph.pieces)).entries()) {
      const block = this.#block(paragraph, pieces, i === 0 ? numbered : null, notes);
      if (block !== null) this.#emit(block);
    }
    for (const note of notes) this.#emit(note);
  }

  /** The paragraph's place in its list: direct, else by its style; `null` for none. */
  #count(paragraph: DocxParagraph): Numbered | null {
    const { styles, counter } = this.#parts;
    const ofStyle = numOf(styles, paragraph.style ?? styles.standard);
    if (paragraph.numId === '0') return null;
    const numId = paragraph.numId ?? ofStyle?.numId ?? null;
    if (numId === null) return null;
    const tied =
      ofStyle && paragraph.numId === null ? (counter.levelOfStyle(numId, ofStyle.style) ?? ofStyle.ilvl) : null;
    const level = paragraph.ilvl ?? tied ?? 0;
    const counted = counter.next(numId, level);
    return counted && { label: counted.label, level, indent: counted.indent };
  }

  #heading(paragraph: DocxParagraph): number | null {
    const { styles } = this.#parts;
    if (paragraph.outline === null) return headingLevel(styles, paragraph.style ?? styles.standard);
    return paragraph.outline > 8 ? null : Math.min(6, paragraph.outline + 1);
  }

  #block(
    paragraph: DocxParagraph,
    pieces: TextPiece[],
    numbered: Numbered | null,
    notes: SourceBlock[],
  ): SourceBlock | null {
    const { styles } = this.#parts;
    const style = paragraph.style ?? styles.standard;
    const builder = richBuilder();
    const label = numbered?.label ?? takeTabbedLabel(pieces);
    for (const piece of pieces) {
      if (piece.note) this.#note(piece.note, notes);
      else addPiece(builder, piece, this.#parts, style);
    }
    const rich = finishText(builder);
    if (rich.text === '') return null;
    const heading = this.#heading(paragraph);
    const base: SourceBlock = {
      kind: heading !== null ? 'heading' : label === null ? 'paragraph' : 'list-item',
      ...rich,
      level: heading ?? (numbered && label !== null ? numbered.level + 1 : null),
      marker: label,
      page: null,
      indent: paragraph.indent ?? numbered?.indent ?? styleIndent(this.#parts, style),
    };
    return promoteBold(labelled(base));
  }

  #note({ kind, id }: NonNullable<TextPiece['note']>, notes: SourceBlock[]): void {
    const rich = this.#notes.get(`${kind} ${id}`);
    if (!rich || rich.text === '') return;
    const marker = formatNumber(++this.#counts[kind], kind === 'endnote' ? 'lowerRoman' : 'decimal');
    const block: SourceBlock = { kind: 'footnote', ...rich, level: null, marker, page: null, indent: null };
    if (kind === 'footnote') notes.push(block);
    else this.#endnotes.push(block);
  }
}

function styleIndent(parts: Parts, style: string | null): number | null {
  for (const [, s] of lineage(parts.styles, style)) if (s.indent !== null) return s.indent;
  return null;
}

/** `5<tab>The delegation …`: a bare number set apart by a tab is a label; it is taken off the pieces. */
function takeTabbedLabel(pieces: TextPiece[]): string | null {
  const text = pieces
    .slice(0, 4)
    .map((p) => p.text)
    .join('');
  const label = /^\s{0,8}(\(?\d{1,3}[.)]?)\t/.exec(text);
  if (!label) return null;
  let left = label[0].length;
  for (const piece of pieces) {
    const cut = Math.min(left, piece.text.length);
    piece.text = piece.text.slice(cut);
    left -= cut;
    if (left === 0) break;
  }
  return label[1]!;
}

/** A paragraph is one block, unless line breaks inside it end blocks (`breakEndsBlock`). */
function separateLines(pieces: TextPiece[]): TextPiece[][] {
  if (!pieces.some((p) => p.text === '\n')) return [pieces];
  const lines: TextPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === '\n') lines.push([]);
    lines.at(-1)!.push(piece);
  }
  const joined: TextPiece[][] = [];
  let before = '';
  for (const line of lines) {
    const text = lineText(line);
    if (joined.length === 0 || (text !== '' && breakEndsBlock(before, text))) {
      joined.push(line);
      before = text;
    } else {
      joined.at(-1)!.push(...line);
      before = `${before} ${text}`.trim();
    }
  }
  return joined;
}

const lineText = (line: readonly TextPiece[]): string =>
  line
    .map((p) => p.text)
    .join('')
    .trim();
