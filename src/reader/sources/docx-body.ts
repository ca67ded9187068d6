/**
 * The body of a DOCX (or its footnotes) as it streams by → paragraphs. Tracked changes come out as the final text: what was
 * inserted or moved here stays, what was deleted or moved away is gone. Fields give their result, comments nothing.
 */
import { isOn, setLook, twips } from './docx-styles.ts';
import { symbolText } from './docx-symbols.ts';
import type { XmlHandler } from './xml.ts';

export interface TextPiece {
  text: string;
  on: number;
  off: number;
  style: string | null;
  /** A note referred to here: its id; `text` is empty. */
  note: { kind: 'footnote' | 'endnote'; id: string } | null;
  raised: boolean;
}

export interface DocxParagraph {
  style: string | null;
  numId: string | null;
  ilvl: number | null;
  outline: number | null;
  indent: number | null;
  pieces: TextPiece[];
  /** The paragraph mark was deleted under track changes: the next paragraph goes on here. */
  markDeleted: boolean;
}

/** Receives the structure in document order. */
export interface BodySink {
  paragraph: (paragraph: DocxParagraph) => void;
  tableStart: () => void;
  rowEnd: (deleted: boolean) => void;
  cellEnd: () => void;
  tableEnd: () => void;
  /** `w:footnote` and `w:endnote` in their own parts. */
  noteStart?: (id: string, special: boolean) => void;
  noteEnd?: () => void;
}

/** Everything inside is not text of the final document, or is a former state of it. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
  'tblGridChange',
  'instrText',
  'delText',
  'delInstrText',
  'fldData',
  'rt',
  'sectPr',
  'Fallback',
]);

interface Run {
  on: number;
  off: number;
  style: string | null;
  hidden: boolean;
  raised: boolean;
}

const newRun = (): Run => ({ on: 0, off: 0, style: null, hidden: false, raised: false });
const newParagraph = (): DocxParagraph => ({
  style: null,
  numId: null,
  ilvl: null,
  outline: null,
  indent: null,
  pieces: [],
  markDeleted: false,
});

/** A handler for `readXml` that tells `sink` what it finds. */
export function bodyHandler(sink: BodySink): XmlHandler {
  const state = new BodyState(sink);
  return {
    open: (name, attribute) => state.open(name, attribute),
    close: (name) => state.close(name),
    text: (text) => state.text(text),
  };
}

type Attribute = (name: string) => string | null;

class BodyState {
  #sink: BodySink;
  /** Paragraphs under way: a text box inside a paragraph holds paragraphs of its own. */
  #open: DocxParagraph[] = [];
  /** Finished paragraphs of text boxes wait until the paragraph around them is finished. */
  #boxed: DocxParagraph[] = [];
  #run = newRun();
  #path: string[] = [];
  #skip = 0;
  /** Depth of `w:pPr`: 1 inside, else 0. */
  #properties = 0;
  #inText = false;
  #rowDeleted = false;
  #boxDepth = 0;
  #placeholder = false;

  constructor(sink: BodySink) {
    this.#sink = sink;
  }

  open(name: string, attribute: Attribute): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (this.#skip > 0) {
      this.#skip++;
      return;
    }
    if (this.#isSkipped(name, parent)) this.#skip = 1;
    else if (name === 'pPr') this.#properties++;
    else if (this.#properties > 0) this.#paragraphProperty(name, attribute, parent);
    else if (parent === 'rPr') this.#runProperty(name, attribute);
    else this.#content(name, attribute, parent);
  }

  /** Marks on properties (`w:rPr/w:del`, `w:trPr/w:del`) are read, not skipped. */
  #isSkipped(name: string, parent: string): boolean {
    if (!SKIPPED.has(name)) return false;
    return !((name === 'del' || name === 'moveFrom') && (parent === 'rPr' || parent === 'trPr'));
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    if (name === 'pPr') this.#properties--;
    else if (name === 't') this.#inText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'txbxContent') this.#boxDepth--;
    else if (name === 'sdt') this.#placeholder = false;
    else if (this.#boxDepth === 0) this.#closeTable(name);
    if (name === 'footnote' || name === 'endnote') this.#sink.noteEnd?.();
  }

  #closeTable(name: string): void {
    if (name === 'tc') this.#sink.cellEnd();
    else if (name === 'tr') this.#sink.rowEnd(this.#rowDeleted);
    else if (name === 'tbl') this.#sink.tableEnd();
  }

  text(text: string): void {
    if (this.#inText && this.#skip === 0 && !this.#placeholder) this.#add(text);
  }

  #add(text: string, note: TextPiece['note'] = null): void {
    const paragraph = this.#open.at(-1);
    const { on, off, style, hidden, raised } = this.#run;
    if (!paragraph || hidden) return;
    paragraph.pieces.push({ text, on, off, style, note, raised });
  }

  #content(name: string, attribute: Attribute, parent: string): void {
    if (name === 'p') this.#open.push(newParagraph());
    else if (name === 'r') this.#run = newRun();
    else if (name === 't') this.#inText = true;
    else if (name === 'tab' || name === 'ptab') this.#add('\t');
    else if (name === 'br' || name === 'cr') this.#add(attribute('type') === 'page' ? ' ' : '\n');
    else if (name === 'noBreakHyphen') this.#add('-');
    else if (name === 'sym') this.#add(symbolText(attribute('font'), attribute('char')));
    else if (name === 'footnoteReference') this.#add('', { kind: 'footnote', id: attribute('id') ?? '' });
    else if (name === 'endnoteReference') this.#add('', { kind: 'endnote', id: attribute('id') ?? '' });
    else if (name === 'txbxContent') this.#boxDepth++;
    else if (name === 'showingPlcHdr') this.#placeholder = true;
    else if (name === 'footnote' || name === 'endnote')
      this.#sink.noteStart?.(attribute('id') ?? '', attribute('type') !== null);
    else if ((name === 'del' || name === 'moveFrom') && parent === 'trPr') this.#rowDeleted = true;
    else if (this.#boxDepth === 0 && name === 'tbl') this.#sink.tableStart();
    else if (this.#boxDepth === 0 && name === 'tr') this.#rowDeleted = false;
  }

  #paragraphProperty(name: string, attribute: Attribute, parent: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph) return;
    if (name === 'pStyle') paragraph.style = attribute('val');
    else if (name === 'numId') paragraph.numId = attribute('val');
    else if (name === 'ilvl') paragraph.ilvl = Number.parseInt(attribute('val') ?? '0', 10);
    else if (name === 'outlineLvl') paragraph.outline = Number.parseInt(attribute('val') ?? '9', 10);
    else if (name === 'ind') paragraph.indent = twips(attribute('left') ?? attribute('start'));
    else if ((name === 'del' || name === 'moveFrom') && parent === 'rPr') paragraph.markDeleted = true;
  }

  #runProperty(name: string, attribute: Attribute): void {
    const value = attribute('val');
    if (name === 'rStyle') this.#run.style = value;
    else if (name === 'vanish' || name === 'webHidden') this.#run.hidden = isOn(value);
    else if (name === 'vertAlign') this.#run.raised = value === 'superscript';
    else setLook(this.#run, name, value);
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    if (this.#open.length > 0) {
      this.#boxed.push(paragraph);
      return;
    }
    const boxed = this.#boxed;
    this.#boxed = [];
    this.#sink.paragraph(paragraph);
    for (const inner of boxed) this.#sink.paragraph(inner);
  }
}
