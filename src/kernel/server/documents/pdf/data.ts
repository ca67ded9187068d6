import type { Block, PrintedDocument, Run, Text } from '../document.ts';
import { directionOf, runsOf, safeLink } from '../document.ts';

/**
 * The document as data for `template.typ`: every field there, `null` for none, so that the template asks nothing twice.
 * Takes a plain document (`plainDocument`). Words travel as JSON strings and are shown as text; no Typst code is ever written from them.
 */
export function typstData(document: PrintedDocument) {
  const ids = new Map<string, string>();
  for (const block of document.blocks)
    if (block.kind === 'heading' && block.id && !ids.has(block.id)) ids.set(block.id, `place-${ids.size + 1}`);
  const runs = (text: Text) => runsOf(text).map((run) => runData(run, ids));
  const taken = new Set<string>();
  const block = (b: Block) => {
    switch (b.kind) {
      case 'heading':
        return { kind: b.kind, level: b.level, text: b.text, id: placeOnce(b.id, ids, taken) };
      case 'paragraph':
        return {
          kind: b.kind,
          runs: runs(b.runs),
          label: b.label ?? null,
          level: b.level ?? 0,
        };
      case 'list':
        return { kind: b.kind, ordered: b.ordered, items: b.items.map(runs) };
      case 'table':
        return {
          kind: b.kind,
          caption: b.caption ?? null,
          columns: b.columns.map((c) => ({ head: c.head, width: c.width ?? 1, align: c.align ?? 'start' })),
          rows: b.rows.map((row) => row.map(runs)),
        };
      case 'quote':
        return { kind: b.kind, runs: runs(b.runs), source: b.source ? runs(b.source) : null };
      case 'thread':
        return {
          kind: b.kind,
          knots: b.knots.map((k) => ({
            date: k.date,
            title: k.title,
            mark: k.mark,
            runs: k.runs ? runs(k.runs) : null,
          })),
        };
      case 'pageBreak':
        return { kind: b.kind };
    }
  };
  return {
    title: document.title,
    subtitle: document.subtitle ?? null,
    issuer: document.issuer ?? null,
    date: document.date ? document.date.split('-').map(Number) : null,
    language: document.language,
    direction: directionOf(document),
    landscape: document.landscape ?? false,
    facts: (document.facts ?? []).map((f) => ({ label: f.label, value: runs(f.value) })),
    blocks: document.blocks.map(block),
    footer: document.footer ?? '',
  };

  function runData(run: Run, places: Map<string, string>) {
    const link = safeLink(run.link);
    const place = link?.startsWith('#') ? places.get(link.slice(1)) : undefined;
    return {
      text: run.text,
      strong: run.strong ?? false,
      emphasis: run.emphasis ?? false,
      language: run.language ?? document.language,
      to: place ? 'place' : link && !link.startsWith('#') ? 'url' : null,
      link: place ?? link,
    };
  }
}

function placeOnce(id: string | undefined, ids: Map<string, string>, taken: Set<string>): string | null {
  const place = id === undefined ? undefined : ids.get(id);
  if (!place || taken.has(place)) return null;
  taken.add(place);
  return place;
}
