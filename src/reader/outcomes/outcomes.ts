/** Paragraphs, speakers and lists → outcomes. One sentence or one list entry, once for each kind. */
import type { OutcomeKind, ReadingOutcome } from '../reading.ts';
import type { View } from '../mentions/view.ts';
import type { Floor } from '../statements/speakers.ts';
import type { Para } from '../structure/document.ts';
import { apply, mayApply, rules } from './apply.ts';
import { resolveConflicts } from './conflicts.ts';
import type { OutcomeContext } from './context.ts';
import { acceptedOffer, announcedEvent, entryOutcome, namesOwners, offerInside, rowOutcome } from './entries.ts';
import type { ListContext } from './lists.ts';
import { tableEntries } from './tables.ts';

/** All outcomes, in the order of the text. */
export function findOutcomes(
  views: readonly View[],
  floors: readonly Floor[],
  context: OutcomeContext,
): ReadingOutcome[] {
  const out: ReadingOutcome[] = [];
  const done = new Set<Para>();
  const rows = tableEntries([...new Set(views.map((v) => v.para))]);
  const leads = new Set([...context.lists.values()].map((l) => l.leadView));
  views.forEach((view, i) => {
    if (view.para.zone !== 'main' || isTitleLine(view)) return;
    const floor = floors[i] as Floor;
    const row = rows.get(view.para);
    const entered = row && !done.has(view.para) ? rowOutcome(view, row, context) : null;
    if (entered) out.push(entered);
    if (row || view.para.kind === 'table-row') {
      done.add(view.para);
      return;
    }
    const list = context.lists.get(view.para);
    if (list && !list.implied && !speaksForItself(view, list)) {
      const entry = done.has(view.para)
        ? null
        : (announcedEvent(view, list, floor, context) ?? entryOutcome(view, list, floor, context));
      if (entry) out.push(entry);
      done.add(view.para);
      if (list.kind === 'offer') return;
      const offer =
        acceptedOffer(view, floor, context) ??
        (list.kind === 'recommendation' ? offerInside(view, floor, context) : null);
      if (offer) out.push(offer);
      return;
    }
    if (belowAnEntry(view.para, context.lists) || leads.has(view) || view.sentence.text.length > 1200) return;
    out.push(...sentenceOutcomes(view, floor, context, list ?? null));
  });
  return out;
}

/** Under a heading such as "Decisions", "SAOs asked the task force to …" is a sentence of its own. */
function speaksForItself(view: View, list: ListContext): boolean {
  if (!list.fromHeading) return false;
  if (list.kind === 'action-point' && view.para.sentences.length === 1 && namesOwners(view)) return false;
  if (view.para.sentences.length > 1) return !/^(?:to|\w+: to) [a-z]+/i.test(view.para.text);
  return /^(?:[A-Z][^⟦]{0,60},\s)?(?:[Tt]he\s)?⟦[SMNA]\d+⟧(?:\s\([^)]*\))?,?\s(?!to\b)/.test(view.masked);
}

const isTitleLine = (view: View): boolean => view.para.kind === 'heading' || view.para.isGroup;

function belowAnEntry(para: Para, lists: Map<Para, ListContext>): boolean {
  if (para.kind === 'paragraph' && !para.isBullet && para.label === null && /^\p{Lu}/u.test(para.text)) return false;
  for (let p = para.parent; p; p = p.parent) if (lists.get(p)?.implied === false) return true;
  return false;
}

function sentenceOutcomes(
  view: View,
  floor: Floor,
  context: OutcomeContext,
  list: ListContext | null,
): ReadingOutcome[] {
  const found = new Map<OutcomeKind, ReadingOutcome>();
  for (const number of mayApply(view.masked)) {
    const rule = rules[number]!;
    const hit = apply(rule, view, floor, context, list);
    if (!hit) continue;
    const before = found.get(rule.kind);
    if (!before || before.confidence < hit.confidence) found.set(rule.kind, hit);
  }
  return resolveConflicts([...found.values()], view);
}
