/** Paragraphs, speakers and lists → outcomes. One sentence or one list entry, once for each kind. */
import type { OutcomeKind, ReadingOutcome } from '../reading.ts';
import type { View } from '../mentions/view.ts';
import type { Floor } from '../statements/speakers.ts';
import type { Para } from '../structure/document.ts';
import { apply, mayApply, rules } from './apply.ts';
import { findDates } from '../facts/dates.ts';
import { whenOf } from './when.ts';
import { resolveConflicts } from './conflicts.ts';
import type { OutcomeContext } from './context.ts';
import { acceptedOffer, announcedEvent, entryOutcome, namesOwners, offerInside, rowOutcome } from './entries.ts';
import type { ListContext } from './lists.ts';
import { tableEntries } from './tables.ts';

/** All outcomes, in the order of the text. `floors` are those of the views, one for each. */
export function findOutcomes(
  views: readonly View[],
  floors: Iterator<Floor>,
  context: OutcomeContext,
): ReadingOutcome[] {
  const out: ReadingOutcome[] = [];
  const done = new Set<Para>();
  const rows = tableEntries([...new Set(views.map((v) => v.para))]);
  const leads = new Set([...context.lists.values()].map((l) => l.leadView));
  views.forEach((view) => {
    const floor = floors.next().value as Floor;
    if (view.para.zone !== 'main' || isTitleLine(view)) return;
    const row = rows.get(view.para);
    const entered = row && !done.has(view.para) ? rowOutcome(view, row, context) : null;
    if (entered) out.push(entered);
    if (row || view.para.kind === 'table-row') {
      done.add(view.para);
      return;
    }
    const list = context.lists.get(view.para);
    if (list?.prose || list?.kind === 'announcement') {
      out.push(...proseOutcomes(view, list, floor, context));
      return;
    }
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

/** A sentence in the prose under "Next steps" or "Next meeting": what it says by itself, else a task with its owner, or a day to come. */
function proseOutcomes(view: View, list: ListContext, floor: Floor, context: OutcomeContext): ReadingOutcome[] {
  const own = sentenceOutcomes(view, floor, context, null).filter((o) => o.rule !== 'offer.will-give');
  const entered = list.kind === 'announcement' ? beginsWithDay(view, context) : own.length === 0 && namesOwners(view);
  const entry = entered && !own.some((o) => o.kind === list.kind) ? entryOutcome(view, list, floor, context) : null;
  if (!entry) return own;
  const { start, end, text } = view.sentence;
  return [...own, { ...entry, text, span: [start, end], when: whenOf(text, context.meetingEnd), confidence: 0.76 }];
}

/** "24 November 2015, Riga": a day after the meeting, before anything else is said. */
function beginsWithDay(view: View, context: OutcomeContext): boolean {
  const day = findDates(view.sentence.text)[0];
  return day !== undefined && day.start < 30 && (context.meetingEnd === null || day.from > context.meetingEnd);
}

/** Under a heading such as "Decisions", "SAOs asked the task force to …" is a sentence of its own. */
function speaksForItself(view: View, list: ListContext): boolean {
  if (!list.fromHeading) return false;
  if (
    list.kind === 'action-point' &&
    view.para.sentences.length === 1 &&
    (namesOwners(view) || ALL_DO.test(view.masked))
  )
    return false;
  if (view.para.sentences.length > 1) return !/^(?:to|\w+: to) [a-z]+/i.test(view.para.text);
  return /^(?:[A-Z][^⟦]{0,60},\s)?(?:[Tt]he\s)?⟦[SMNA]\d+⟧(?:\s\([^)]*\))?,?\s(?!to\b)/.test(view.masked);
}

/** "Delegations may send comments until May." */
const ALL_DO = /^(?:[Tt]he )?⟦[MN]\d+⟧ (?:will|shall|should|may|would|are to)\b/;

const isTitleLine = (view: View): boolean => view.para.kind === 'heading' || view.para.isGroup;

function belowAnEntry(para: Para, lists: Map<Para, ListContext>): boolean {
  if (para.kind === 'paragraph' && !para.isBullet && para.label === null && /^\p{Lu}/u.test(para.text)) return false;
  for (let p = para.parent; p; p = p.parent) if (lists.get(p)?.implied === false) return true;
  return false;
}

/** "Malta offered a boat, and Spain expressed its willingness to provide nets": one sentence, two parties that offer. */
function bothSpeak(before: ReadingOutcome, hit: ReadingOutcome): ReadingOutcome {
  const stronger = before.confidence < hit.confidence ? hit : before;
  const [a, b] = [before.by[0], hit.by[0]];
  const apart =
    stronger.kind === 'offer' &&
    before.by.length === 1 &&
    hit.by.length === 1 &&
    a?.party !== null &&
    b?.party !== null &&
    a?.party !== b?.party;
  return apart
    ? { ...stronger, by: [...before.by, ...hit.by].sort((x, y) => at(stronger, x) - at(stronger, y)) }
    : stronger;
}

const at = (outcome: ReadingOutcome, named: { asWritten: string }): number => outcome.text.indexOf(named.asWritten);

function sentenceOutcomes(
  view: View,
  floor: Floor,
  context: OutcomeContext,
  list: ListContext | null,
): ReadingOutcome[] {
  let found: Map<OutcomeKind, ReadingOutcome> | null = null;
  for (const number of mayApply(view.masked)) {
    const rule = rules[number]!;
    const hit = apply(rule, view, floor, context, list);
    if (!hit) continue;
    found ??= new Map();
    const before = found.get(rule.kind);
    found.set(rule.kind, before ? bothSpeak(before, hit) : hit);
  }
  return found === null ? [] : resolveConflicts([...found.values()], view);
}
