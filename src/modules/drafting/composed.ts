import { readDocument } from '../../reader/index.ts';
import type { Finding, ReadingOutcome } from '../../reader/reading.ts';
import { dateLine, type PrintedReport } from './report-document.ts';
import { labelsOf, type ParagraphKind } from './text.ts';

/** The text being written, as far as the reader needs it. */
export interface ComposedText extends Omit<PrintedReport, 'paragraphs' | 'issuer'> {
  paragraphs: readonly { id: string; kind: ParagraphKind; text: string }[];
}

/** What the reader says of a paragraph. Places are those in its text; `[0, 0)` where it speaks of all of it. */
export interface ParagraphFinding {
  code: string;
  severity: Finding['severity'];
  message: string;
  start: number;
  end: number;
}

export interface TextCheck {
  /** By paragraph; those about the text as such are under `''`. */
  findings: Map<string, ParagraphFinding[]>;
  /** Outcomes the reader proposes, by paragraph. */
  outcomes: Map<string, (Pick<ReadingOutcome, 'kind' | 'text' | 'by' | 'to' | 'goals' | 'when'> & { start: number })[]>;
}

/** Runs the reader on the text as it stands, without a file: what it finds, beside the paragraph it is in. Pure. */
export function checkText(text: ComposedText): TextCheck {
  const labels = labelsOf(text.paragraphs);
  const line = dateLine(text);
  const front = [text.title, line].filter((one) => one !== '');
  const block = (
    kind: 'heading' | 'paragraph' | 'list-item',
    words: string,
    level: number | null,
    marker: string | null,
    indent: number,
  ) => ({
    kind,
    text: words,
    level,
    marker,
    emphasis: [],
    page: null,
    indent,
  });
  const reading = readDocument({
    name: 'draft',
    mediaType: 'text/plain',
    sha256: '',
    pages: null,
    notices: [],
    blocks: [
      ...front.map((words, index) =>
        block(index === 0 ? 'heading' : 'paragraph', words, index === 0 ? 1 : null, null, 0),
      ),
      ...text.paragraphs.map(({ kind, text: words }, index) =>
        kind === 'heading'
          ? block('heading', words, 2, null, 0)
          : block(
              kind === 'item' ? 'list-item' : 'paragraph',
              words,
              kind === 'item' ? 1 : null,
              labels[index]!,
              kind === 'item' ? 36 : 0,
            ),
      ),
    ],
  });
  const starts = placesIn(reading.text, text.paragraphs);
  const ownerOf = (at: number) => starts.findLast(({ start, end }) => start <= at && at < end);
  const check: TextCheck = { findings: new Map(), outcomes: new Map() };
  for (const { code, severity, message, span } of reading.findings) {
    const owner = ownerOf(span[0]);
    push(check.findings, owner?.id ?? '', {
      code,
      severity,
      message,
      start: owner ? span[0] - owner.start : 0,
      end: owner ? Math.min(span[1], owner.end) - owner.start : 0,
    });
  }
  for (const { kind, text: words, by, to, goals, when, span } of reading.outcomes) {
    const owner = ownerOf(span[0]);
    if (owner) push(check.outcomes, owner.id, { kind, text: words, by, to, goals, when, start: span[0] - owner.start });
  }
  return check;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** Where each paragraph stands in the reader's text; one that the reader writes otherwise is left out. */
function placesIn(
  text: string,
  paragraphs: readonly { id: string; text: string }[],
): { id: string; start: number; end: number }[] {
  let from = 0;
  return paragraphs.flatMap(({ id, text: words }) => {
    const start = text.indexOf(words, from);
    if (start < 0) return [];
    from = start + words.length;
    return [{ id, start, end: from }];
  });
}
