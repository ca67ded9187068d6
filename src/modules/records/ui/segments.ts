/** Something marked in the text: `[start, end)` in UTF-16 units of the report's text. */
export interface Mark {
  id: string;
  start: number;
  end: number;
}

/** A run of text under the same marks. */
export interface Segment {
  start: number;
  end: number;
  text: string;
  /** Ids of the marks that cover it, in order of their start, the longer first. */
  marks: string[];
  /** Those that begin here. */
  opens: string[];
}

/**
 * Cuts a paragraph at every place where a mark begins or ends, so that overlapping marks can be shown as flat runs.
 * Marks outside the paragraph are ignored, those across its edge are clipped; an empty mark shows nothing.
 * @param text the paragraph, whose first character stands at `offset` in the report's text.
 */
export function segmentsOf(text: string, offset: number, marks: readonly Mark[]): Segment[] {
  const end = offset + text.length;
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, offset), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.start < mark.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set([offset, end, ...inside.flatMap((mark) => [mark.start, mark.end])])].toSorted(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const until = cuts[index + 1]!;
    return {
      start: from,
      end: until,
      text: text.slice(from - offset, until - offset),
      marks: inside.filter((mark) => mark.start <= from && mark.end >= until).map((mark) => mark.id),
      opens: inside.filter((mark) => mark.start === from).map((mark) => mark.id),
    };
  });
}
