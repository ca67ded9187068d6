import type { OutcomeKind } from '../../../reader/reading.ts';

/**
 * A report as it leaves the house, the same for every format. Made from what one audience may see: what the database keeps from it is not in here, so it is in no
 * text, property or file name of any format.
 */
export interface Rendition {
  /** Name in addresses, `2019-10-09-skopje`. */
  slug: string;
  /** Public address of the installation, without a slash at the end. */
  origin: string;
  /** BCP 47 language of the text. */
  language: string;
  /** `public`: what everybody may see. `internal`: what its reader may see. */
  audience: 'public' | 'internal';
  version: number;
  /** ISO day on which this version was recorded. */
  issued: string;
  meeting: {
    title: string;
    startDay: string | null;
    endDay: string | null;
    place: string | null;
    mode: string | null;
    underRule: boolean;
    bodies: { key: string; name: string }[];
  };
  attendance: { key: string | null; name: string; kind: 'state' | 'organisation' }[];
  paragraphs: RenditionParagraph[];
  outcomes: RenditionOutcome[];
  references: { target: string; start: number; end: number }[];
}

export interface RenditionParagraph {
  /** Permanent id. */
  id: string;
  /** Permanent number in the report. */
  number: number;
  /** As printed, `5.` or `a.`; null without numbering. */
  label: string | null;
  level: number;
  parent: string | null;
  text: string;
  /** First UTF-16 unit of the text in the version, for the spans of outcomes and references. */
  start: number;
}

export interface RenditionOutcome {
  id: string;
  number: number;
  kind: OutcomeKind;
  start: number;
  end: number;
  text: string;
  by: { key: string | null; name: string }[];
  to: { key: string | null; name: string }[];
  goals: number[];
  when: { from: string; until: string } | null;
}

/** A paragraph with those below it. */
export interface Branch {
  paragraph: RenditionParagraph;
  children: Branch[];
}

/** The paragraphs as trees in the order of the text; one whose parent is not there stands at the top. */
export function branches(paragraphs: readonly RenditionParagraph[]): Branch[] {
  const known = new Map<string, Branch>(paragraphs.map((paragraph) => [paragraph.id, { paragraph, children: [] }]));
  const top: Branch[] = [];
  const earlier = new Set<string>();
  for (const { id, parent } of paragraphs) {
    const above = parent !== null && earlier.has(parent) ? known.get(parent)! : null;
    (above?.children ?? top).push(known.get(id)!);
    earlier.add(id);
  }
  return top;
}

/** Something marked in the text of a paragraph: `[start, end)` counted in that text. */
export interface Mark<T> {
  start: number;
  end: number;
  value: T;
}

/** A stretch of text, or a mark with what stands in it. */
export type Piece<T> = { text: string } | { mark: T; inner: Piece<T>[] };

/**
 * Cuts a text at marks that may stand within each other. Of two that cross, the one that begins first stays, and of two that begin together the longer: no markup
 * language can hold both. Empty marks, and those that reach beyond the text, are left out.
 */
export function pieces<T>(text: string, marks: readonly Mark<T>[], offset = 0): Piece<T>[] {
  const sorted = marks
    .filter(({ start, end }) => start < end && start >= offset && end <= offset + text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const found: Piece<T>[] = [];
  let at = offset;
  for (let index = 0; index < sorted.length; index++) {
    const mark = sorted[index]!;
    if (mark.start < at) continue;
    if (mark.start > at) found.push({ text: text.slice(at - offset, mark.start - offset) });
    const within = sorted.slice(index + 1).filter((other) => other.start < mark.end && other.end <= mark.end);
    found.push({
      mark: mark.value,
      inner: pieces(text.slice(mark.start - offset, mark.end - offset), within, mark.start),
    });
    at = mark.end;
  }
  if (at < offset + text.length) found.push({ text: text.slice(at - offset) });
  return found;
}

/** Outcomes whose words stand in a paragraph, and references out of it, as marks in its text. */
export function marksIn(
  rendition: Pick<Rendition, 'outcomes' | 'references'>,
  { start, text }: RenditionParagraph,
): Mark<{ outcome: RenditionOutcome } | { target: string }>[] {
  const end = start + text.length;
  const inside = <T extends { start: number; end: number }>(one: T) => one.start >= start && one.end <= end;
  return [
    ...rendition.outcomes
      .filter(inside)
      .map((outcome) => ({ start: outcome.start - start, end: outcome.end - start, value: { outcome } })),
    ...rendition.references
      .filter(inside)
      .map((one) => ({ start: one.start - start, end: one.end - start, value: { target: one.target } })),
  ];
}

/** Name of the file, without ending. Nothing but the address of the report and the audience: a file name is read by whoever sees the folder. */
export const fileNameOf = ({ slug, audience }: Pick<Rendition, 'slug' | 'audience'>): string =>
  audience === 'public' ? slug : `${slug}-internal`;
