/**
 * Lists and what they are lists of: a lead that ends with a colon, or a heading, makes its entries recommendations, action points,
 * decisions or requests. Entries of a list below an entry belong to that entry.
 */
import type { OutcomeKind } from '../reading.ts';
import type { View } from '../mentions/view.ts';
import type { Para } from '../structure/document.ts';
import { TASK_BOX } from '../structure/labels.ts';
import { BREAK_OUT, CALLED, HEADINGS, LEADS, NOT_OUTCOMES } from './list-leads.ts';
import type { LeadRule } from './list-leads.ts';

export interface ListContext {
  kind: OutcomeKind;
  rule: string;
  confidence: number;
  /** The line that introduces the list. */
  lead: Para;
  /** Last sentence of the lead, masked, to find who speaks. */
  leadView: View | null;
  /** Set when the entries begin with their own verb: "Leaders: (a) endorsed …". */
  implied: boolean;
  /** From a heading: an entry that is a sentence of its own ("Ministers asked …") is read as that sentence. */
  fromHeading: boolean;
  /** Prose under the heading: only a sentence that says who will do what is an entry. */
  prose?: true;
}

type LastView = (p: Para) => View | null;

/** For each paragraph that is an entry: the list it is in. `views` gives the last sentence of a paragraph. */
export function listContexts(paras: readonly Para[], lastView: LastView): Map<Para, ListContext> {
  const out = new Map<Para, ListContext>();
  let heading: { rule: LeadRule; para: Para } | null = null;
  let lead: ListContext | null = null;
  let groups: ListContext | null = null;
  paras.forEach((para, i) => {
    if (para.zone !== 'main') {
      if (para.zone !== 'notes') lead = null;
      return;
    }
    if (lead && (para.isGroup || /^(?:this|these|they|which) includes?:$/i.test(para.text))) return;
    const title = isTitle(para, paras[i + 1]);
    if (lead && title && isGroupTitle(para, i, paras, lead, groups)) {
      groups = lead;
      return;
    }
    if (
      lead &&
      (isEntryOf(para, lead.lead) || isOutlineEntry(para, paras[i - 1], lead, out)) &&
      !isLeadUnderTitle(para, paras[i + 1], lead)
    ) {
      const above = nearestEntry(para, out);
      if (!above) out.set(para, lead);
      if (!para.text.endsWith(':') || !lead.implied) return;
    }
    if (title) groups = null;
    if (title)
      heading =
        heading && paras[i - 1] === heading.para
          ? (headingAfter(para, heading) ?? { rule: heading.rule, para })
          : headingAfter(para, heading);
    lead = leadContext(para, paras[i + 1], lastView(para), heading);
    if (heading && isBeside(para, heading.para)) heading = null;
    if (!lead && !title && heading && isHeadingEntry(para))
      out.set(para, contextOf(heading.rule, heading.para, null, true));
    else if (!lead && !title && heading && isProseUnder(para, heading.rule))
      out.set(para, { ...contextOf(heading.rule, heading.para, null, true), prose: true });
    else if (!lead && !title && TASK_BOX.test(para.marker ?? '')) out.set(para, contextOf(TASK, para, null, true));
  });
  return out;
}

/** "The Ministers recommend the following:", then titles with bullets below: the titles divide the list. */
const isGroupTitle = (
  para: Para,
  i: number,
  paras: readonly Para[],
  lead: ListContext,
  groups: ListContext | null,
): boolean =>
  (paras[i - 1] === lead.lead || groups === lead) &&
  !lead.fromHeading &&
  lead.lead.text.endsWith(':') &&
  (para.label === null || para.kind === 'heading' || isBold(para)) &&
  (paras[i + 1]?.isBullet === true || (paras[i + 1]?.label !== null && /^\p{Ll}/u.test(paras[i + 1]?.text ?? ''))) &&
  !HEADINGS.some((h) => h.pattern.test(para.text));

/** "2. The group suggested the following:" over its own list, under the title of the group: it opens the list and is no entry of it. */
const isLeadUnderTitle = (para: Para, next: Para | undefined, lead: ListContext): boolean =>
  lead.fromHeading &&
  para.text.endsWith(':') &&
  next !== undefined &&
  (next.isBullet || next.level > para.level) &&
  LEADS.some(({ pattern }) => pattern.test(para.text.slice(-240)));

const isBold = (p: Para): boolean =>
  p.node.block.emphasis.some((e) => e.kind === 'bold' && e.end - e.start >= p.text.length - 2);

/** A line that is a heading by kind, by emphasis, by capitals, or a short numbered line over other text. */
function isTitle(p: Para, next: Para | undefined): boolean {
  if (p.kind === 'heading') return true;
  if (p.isBullet || p.text.length >= 90 || (/[.;,]$/.test(p.text) && !(isBold(p) && p.text.length < 40))) return false;
  if (isBold(p) || /^[\p{Lu}\d\W]{6,}$/u.test(p.text) || HEADINGS.some((h) => h.pattern.test(p.text))) return true;
  if (
    p.label === null &&
    p.kind === 'paragraph' &&
    p.text.length <= 60 &&
    /^\p{Lu}/u.test(p.text) &&
    !/[:;]$/.test(p.text) &&
    next !== undefined &&
    (next.text.length > 40 || next.isBullet || next.isGroup)
  )
    return true;
  const numbered = p.level === 1 && p.label !== null && p.text.length < 70 && !/:$/.test(p.text);
  return numbered && (p.children.length > 0 || (next !== undefined && next.label === null && next.text.length > 60));
}

/** A paragraph with a number of its own beside the numbered title "8. Follow-up": it is not under it. */
const isBeside = (p: Para, title: Para): boolean =>
  p !== title &&
  title.label !== null &&
  p.label !== null &&
  p.level === title.level &&
  p.node.label?.style === title.node.label?.style;

/** What a title opens: a part of outcomes, a part of the one that is open, or something else. */
function headingAfter(p: Para, open: { rule: LeadRule; para: Para } | null): { rule: LeadRule; para: Para } | null {
  const rule = HEADINGS.find((h) => h.pattern.test(p.text.replace(/:$/, '')));
  if (rule) return /:$/.test(p.text) && p.kind !== 'heading' ? null : { rule, para: p };
  const below =
    open !== null &&
    p.headingLevel !== null &&
    open.para.headingLevel !== null &&
    p.headingLevel > open.para.headingLevel;
  return below || (open !== null && p.isGroup) ? open : null;
}

/** Under "Recommendations", the numbered paragraphs and bullets themselves are the entries. */
const isHeadingEntry = (p: Para): boolean =>
  (p.label !== null || p.isBullet) &&
  (p.parent === null || p.isBullet || p.parent.kind === 'heading') &&
  p.text.length > 15 &&
  !p.text.endsWith(':');

/** Under "Next steps" and "Next meeting" plain sentences tell of tasks and of days. */
const isProseUnder = (p: Para, rule: LeadRule): boolean =>
  p.kind === 'paragraph' && p.label === null && (rule.kind === 'action-point' || rule.kind === 'announcement');

function contextOf(rule: LeadRule, lead: Para, leadView: View | null, fromHeading: boolean): ListContext {
  return { kind: rule.kind, rule: rule.name, confidence: rule.confidence, lead, leadView, implied: false, fromHeading };
}

function leadContext(
  para: Para,
  next: Para | undefined,
  view: View | null,
  heading: { rule: LeadRule } | null,
): ListContext | null {
  const opens =
    next !== undefined &&
    (next.isBullet ||
      (next.label !== null && next.level > para.level && next.zone === 'main') ||
      (next.label !== null && para.label === null));
  if (!para.text.endsWith(':')) {
    if (
      opens &&
      para.text.length < 160 &&
      !/[.;]$/.test(para.text) &&
      GROUP_TITLE.test(para.text) &&
      next.node.label?.style !== 'decimal'
    )
      return contextOf(RECOMMENDED, para, view, true);
    return opens && isBareSubject(view, next) ? impliedContext(para, view) : titleAsLead(para, next);
  }
  const text = view?.sentence.text ?? para.text;
  if (OWN_OBJECT.test(text)) return null;
  if (NOT_OUTCOMES.test(text) && !CALLED.test(text)) return null;
  const alone = HEADINGS.find((h) => h.pattern.test(para.text.replace(/:$/, '')));
  const tail = text.length > 240 ? text.slice(-240) : text;
  const found = LEADS.filter((l) => l.pattern.test(tail))
    .map((l) => ({ rule: l, at: lastIndex(l.pattern, tail) }))
    .sort((a, b) => b.at - a.at)[0]?.rule;
  // "The Working Group agreed:" has its own subject: a sentence, no heading.
  const told = found?.kind === 'action-point' && /^(?:[Tt]he\s)?⟦[SMN]\d+⟧\s/.test(view?.masked ?? '');
  if (found) return contextOf(told ? found : (alone ?? found), para, view, alone !== undefined && !told);
  if (alone) return contextOf(alone, para, view, true);
  if (SUBJECT_ALONE.test(view?.masked ?? '') && OWN_VERB.test(next?.text ?? '')) return impliedContext(para, view);
  if (heading) return contextOf(heading.rule, para, view, false);
  if (BREAK_OUT.test(para.text)) return contextOf(RECOMMENDED, para, view, false);
  return SUBJECT_ALONE.test(view?.masked ?? '') ? impliedContext(para, view) : null;
}

/** "The Expert Group:", over entries that bring their own verb: "(b) decided to …". */
const SUBJECT_ALONE = /⟦[SMA]\d+⟧(?:\s[a-z]+)?:$/;
const OWN_VERB =
  /^(?:recommended|decided|agreed|requested|invited|endorsed|adopted|approved|tasked|took note|welcomed|urged|called|encouraged|noted|expressed|asked|accepted|proposed|suggested|considered|concluded|stressed|underlined|recalled|commended|reaffirmed|reiterated|examined|reviewed|discussed|appointed|elected|instructed|mandated|directed|confirmed|acknowledged|recogni[sz]ed|congratulated|thanked)\b/i;

/** "tasked the Office to take forward the following projects:" says what is asked; the list only details it. */
const OWN_OBJECT =
  /\bto (?!undertake|implement|adopt|carry|take the following|do)\w+\b.{0,120}\b(?:the following|these) (?!recommend|actions?|steps?|measures?|decisions?|suggest|proposals?)[\w\s]{2,40}:$/i;

const GROUP_TITLE =
  /\bbreak-?\s?out\b|\bmoderat(?:ed|or)\b|\bdiscussion group\b|^(?:table|group|working (?:group|table)) \w{1,3}\b/i;

const RECOMMENDED: LeadRule = {
  name: 'recommendation.break-out-list',
  kind: 'recommendation',
  pattern: BREAK_OUT,
  confidence: 0.85,
};

/** A box to tick says by itself that something is to be done, whatever the heading above it is. */
const TASK: LeadRule = {
  name: 'action-point.task-list',
  kind: 'action-point',
  pattern: TASK_BOX,
  confidence: 0.8,
};

/** "5. Recommendations of the working groups" right over bullets. */
function titleAsLead(para: Para, next: Para | undefined): ListContext | null {
  const rule = HEADINGS.find((h) => h.pattern.test(para.text));
  return rule && (next?.isBullet === true || (next !== undefined && next.label !== null && next.level > para.level))
    ? contextOf(rule, para, null, true)
    : null;
}

const impliedContext = (lead: Para, leadView: View | null): ListContext => ({
  kind: 'decision',
  rule: 'implied',
  confidence: 0.8,
  lead,
  leadView,
  implied: true,
  fromHeading: false,
});

/** "The Working Group", then "(a) adopted …": the line is only the subject. */
const isBareSubject = (view: View | null, next: Para | undefined): boolean =>
  view !== null && /^(?:[\p{L}\s,]{0,60}\s)?⟦[SM]\d+⟧,?$/u.test(view.masked) && /^\p{Ll}/u.test(next?.text ?? '');

function lastIndex(pattern: RegExp, text: string): number {
  let at = -1;
  for (const m of text.matchAll(new RegExp(pattern.source, 'gi'))) at = m.index;
  return at;
}

/** "The Council decided:", then `1.1`, `1.2`: one right after the other. */
const isOutlineEntry = (p: Para, before: Para | undefined, lead: ListContext, out: Map<Para, ListContext>): boolean =>
  p.node.label?.style === 'decimal' &&
  p.parent === null &&
  lead.lead.label === null &&
  before !== undefined &&
  (before === lead.lead || (out.get(before) === lead && before.node.label?.style === 'decimal'));

/** An entry: a bullet or a labelled paragraph below the lead, or beside it when the lead has no label of that kind. */
function isEntryOf(para: Para, lead: Para): boolean {
  if (para.kind === 'heading' || para.kind === 'footnote') return false;
  if (para.isBullet || ORDINAL.test(para.text)) return true;
  if (para.label === null) return false;
  const outline =
    (para.node.label?.style === 'decimal' && !(para.parent === lead.parent && /^(?:To\s|\p{Ll})/u.test(para.text))) ||
    (para.node.label?.style === 'number' &&
      lead.parent !== null &&
      lead.parent.node.label?.style !== 'number' &&
      para.node.label.shape === '.' &&
      !/^\p{Ll}/u.test(para.text));
  return (
    isBelow(para, lead) ||
    (!outline && para.parent !== null && para.parent === lead.parent) ||
    (lead.label === null && !lead.isBullet && lead.parent === null && para.parent === null)
  );
}

/** "FIRST: …", "Second. …" */
export const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)(?:ly)?[:.]\s/i;

function isBelow(para: Para, lead: Para): boolean {
  for (let p = para.parent; p; p = p.parent) if (p === lead) return true;
  return false;
}

function nearestEntry(para: Para, out: Map<Para, ListContext>): ListContext | null {
  for (let p = para.parent; p; p = p.parent) {
    const context = out.get(p);
    if (context && !context.implied) return context;
  }
  return null;
}
