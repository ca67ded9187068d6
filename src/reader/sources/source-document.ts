/**
 * What every source (PDF, DOCX, HTML, Markdown, plain text) is turned into before anything is read from it:
 * a flat list of blocks in reading order. A source decides layout; it decides nothing about meaning.
 */
export interface SourceDocument {
  name: string;
  mediaType: string;
  sha256: string;
  /** Pages of the original, `null` where the format has none. */
  pages: number | null;
  blocks: SourceBlock[];
  /** What the source saw and set aside or could not read; becomes findings (`source.*`). */
  notices: SourceNotice[];
}

export interface SourceBlock {
  kind: 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'footnote';
  /** Clean text: no markup, single spaces, the marker NOT included. Table cells are joined with ` | `. */
  text: string;
  /** Heading level 1 to 6, or list nesting depth from 1; `null` where unknown. */
  level: number | null;
  /** The list marker or paragraph number as printed: `5.`, `a.`, `iii)`, `-`, `➤`, `1.2`; for DOCX the computed label. `null` when none. */
  marker: string | null;
  emphasis: Emphasis[];
  /** 1-based page on which the block starts; `null` where the format has none. */
  page: number | null;
  /** Left edge in points (PDF) or columns (text), to tell nesting; `null` where unknown. */
  indent: number | null;
}

/** `[start, end)` in the block's own `text`. */
export interface Emphasis {
  start: number;
  end: number;
  kind: 'bold' | 'italic' | 'underline';
}

export interface SourceNotice {
  /** `source.running-header`, `source.scanned-page` … */
  code: string;
  message: string;
  /** Index of the block nearest to it, or `null`. */
  block: number | null;
}

/**
 * The file is not a document Redthread can read: not a known format, encrypted, empty, too large, damaged.
 * The message is one clear sentence for the person who gave the file: what, where, what to do.
 */
export class UnreadableFile extends Error {
  readonly code: string;
  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}
