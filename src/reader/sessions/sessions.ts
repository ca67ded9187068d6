/** Sessions: opening, plenary, tour de table, break-out groups with moderator and goal, closing. */
import type { ReadingSession } from '../reading.ts';
import type { View } from '../mentions/view.ts';
import type { Para } from '../structure/document.ts';
import { goalsIn } from '../outcomes/goals.ts';

const KINDS: [ReadingSession['kind'], RegExp][] = [
  ['break-out', /\bbreak-?\s?out (?:group|session)s? on\b|^(?:break-?\s?out|parallel|discussion) (?:group|session)\b/i],
  ['tour-de-table', /\btour de table\b|\bplenary for interventions\b/i],
  [
    'opening',
    /\b(?:opening (?:remarks|statements|session|ceremony|addresses)|(?:officially |formally )?opened (?:the|by)|was opened by)\b/i,
  ],
  [
    'closing',
    /\b(?:concluding remarks|closing (?:remarks|session|statements|ceremony)|in closing\b|closed the meeting)/i,
  ],
  ['plenary', /\b(?:in plenary|plenary session|reconvened in)\b/i],
  ['session', /^(?:session|panel|agenda item|item)\s(?:\d{1,2}|[IVX]{1,5}|one|two|three|four|five)\b/i],
];

/** One session for each paragraph that opens one; its children belong to it. */
export function sessionsOf(paras: readonly Para[], views: readonly View[]): ReadingSession[] {
  const first = new Map<Para, number>();
  views.forEach(({ para }, i) => {
    if (!first.has(para)) first.set(para, i);
  });
  const out: ReadingSession[] = [];
  for (const para of paras) {
    if (para.zone !== 'main' || para.isBullet || (para.level > 1 && para.kind !== 'heading')) continue;
    const head = para.sentences[0]?.text ?? '';
    const kind = KINDS.find(([, pattern]) => pattern.test(head))?.[0];
    if (!kind || out.some((s) => s.kind === kind && (kind === 'opening' || kind === 'closing'))) continue;
    out.push({
      kind,
      title: titleOf(head),
      moderators: moderatorsOf(viewsFrom(views, para, first.get(para))),
      goals: kind === 'break-out' ? goalsIn(para.text) : [],
      paragraphs: [para.id, ...para.children.map((c) => c.id)],
    });
  }
  return out;
}

/** The first sentences of a paragraph, of which the first stands at `from`. */
const viewsFrom = (views: readonly View[], para: Para, from: number | undefined): View[] =>
  from === undefined ? [] : views.slice(from, from + 6).filter((v) => v.para === para);

const titleOf = (head: string): string => {
  const colon = head.indexOf(':');
  const cut = colon > 10 && colon < 140 ? head.slice(0, colon) : head;
  return cut.length > 140 ? `${cut.slice(0, 137).trimEnd()}…` : cut;
};

function moderatorsOf(views: readonly View[]): string[] {
  const out: string[] = [];
  for (const view of views)
    for (const m of view.masked.matchAll(
      /\b(?:moderated|chaired|facilitated|led) (?:jointly )?by (?:[^.;:⟦]{0,60})⟦S(\d+)⟧(?: and ⟦S(\d+)⟧)?/gi,
    ))
      for (const n of [m[1], m[2]]) {
        const party = n === undefined ? null : view.mentions[Number(n)]?.party;
        if (party && !out.includes(party)) out.push(party);
      }
  return out;
}
