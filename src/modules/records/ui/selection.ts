/**
 * The part of the record a person has selected, as `[start, end)` in the report's text, or `null` when the selection
 * is empty or lies outside. Runs of text carry `data-start`; white space at the edges is left out.
 */
export function selectedSpan(
  record: Element,
  selection: Selection | null,
): { start: number; end: number; text: string } | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const runs = [...record.querySelectorAll<HTMLElement>('.run[data-start]')].filter((run) => range.intersectsNode(run));
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return null;
  const firstStart = Number(first.dataset['start']);
  const lastText = last.textContent;
  const before = first.contains(range.startContainer)
    ? lengthBefore(first, range.startContainer, range.startOffset)
    : 0;
  const into = last.contains(range.endContainer)
    ? lengthBefore(last, range.endContainer, range.endOffset)
    : lastText.length;
  let start = firstStart + before;
  let end = Number(last.dataset['start']) + into;
  const text = textOf(runs, firstStart, start, end);
  start += text.length - text.trimStart().length;
  end -= text.length - text.trimEnd().length;
  return start < end ? { start, end, text: text.trim() } : null;
}

/** Characters of `run` before a point inside it. */
function lengthBefore(run: Element, container: Node, offset: number): number {
  const range = run.ownerDocument.createRange();
  range.setStart(run, 0);
  range.setEnd(container, offset);
  return range.toString().length;
}

/** The selected text; where two paragraphs meet, one space stands for what is between them. */
function textOf(runs: HTMLElement[], firstStart: number, start: number, end: number): string {
  let text = '';
  let at = firstStart;
  for (const run of runs) {
    const from = Number(run.dataset['start']);
    if (from > at) text += ' '.repeat(from - at);
    text += run.textContent;
    at = from + run.textContent.length;
  }
  return text.slice(start - firstStart, end - firstStart);
}
