/** A line of a PDF with its text, and the pieces it is made of. */

export interface Segment {
  text: string;
  x: number;
  right: number;
  /** Flat triples start, end, flags in `text`; `null` for plain text. */
  looks: readonly number[] | null;
}

/** What of a line is true or not, as bits. */
export const [RTL, ALL_BOLD, STARTS_BOLD, SOFT] = [1, 2, 4, 8] as const;
/** Numbers of a line among those of its page: `x`, `right`, `y`, `size`, `left`, `edge`. */
export const PLACES = 6;

interface LineParts {
  page: number;
  /** The segments' texts with single spaces between them. */
  text: string;
  looks: readonly number[] | null;
  /** `null` when the line is one piece. */
  segments: readonly Segment[] | null;
  flags: number;
  /** Structure element of its first run in a tagged PDF, else -1. */
  tag: number;
  role: string | null;
  /** A raised number or star at the beginning: the line begins a footnote. */
  note: string | null;
  cells: PdfLine[][] | null;
}

/**
 * A line with its text, as everything after a page's own stage sees it. All lines of a document are kept until its paragraphs are told,
 * so they are small: the numbers of a page's lines stand in one list, and a line of one piece is its own segment.
 */
export class PdfLine implements Segment {
  readonly page: number;
  readonly text: string;
  readonly looks: readonly number[] | null;
  readonly tag: number;
  readonly role: string | null;
  readonly note: string | null;
  readonly cells: PdfLine[][] | null;
  readonly #segments: readonly Segment[] | null;
  readonly #flags: number;
  readonly #places: readonly number[];
  readonly #at: number;

  /** `places` holds the numbers of this line from `at` on. */
  constructor(parts: LineParts, places: readonly number[], at: number) {
    this.page = parts.page;
    this.text = parts.text;
    this.looks = parts.looks;
    this.tag = parts.tag;
    this.role = parts.role;
    this.note = parts.note;
    this.cells = parts.cells;
    this.#segments = parts.segments;
    this.#flags = parts.flags;
    this.#places = places;
    this.#at = at;
  }

  get segments(): readonly Segment[] {
    return this.#segments ?? [this];
  }

  get x(): number {
    return this.#places[this.#at]!;
  }

  get right(): number {
    return this.#places[this.#at + 1]!;
  }

  /** Baseline. */
  get y(): number {
    return this.#places[this.#at + 2]!;
  }

  get size(): number {
    return this.#places[this.#at + 3]!;
  }

  /** The edges of its column. */
  get left(): number {
    return this.#places[this.#at + 4]!;
  }

  get edge(): number {
    return this.#places[this.#at + 5]!;
  }

  get rtl(): boolean {
    return (this.#flags & RTL) !== 0;
  }

  /** Every letter is bold. */
  get bold(): boolean {
    return (this.#flags & ALL_BOLD) !== 0;
  }

  /** The first letter is bold. */
  get startsBold(): boolean {
    return (this.#flags & STARTS_BOLD) !== 0;
  }

  /** Ends with a soft hyphen. */
  get soft(): boolean {
    return (this.#flags & SOFT) !== 0;
  }

  /** The same line as the row of a table. */
  asRow(cells: PdfLine[][]): PdfLine {
    return new PdfLine(this.#with({ cells }), this.#places, this.#at);
  }

  /** One of its segments as a line of its own. */
  alone({ text, looks, x, right }: Segment): PdfLine {
    const places = [x, right, ...this.#places.slice(this.#at + 2, this.#at + PLACES)];
    return new PdfLine(this.#with({ text, looks, segments: null }), places, 0);
  }

  #with(other: Partial<LineParts>): LineParts {
    const { page, text, looks, tag, role, note, cells } = this;
    return { page, text, looks, tag, role, note, cells, segments: this.#segments, flags: this.#flags, ...other };
  }
}
