/**
 * A sentence as the rules see it: names are replaced by marks, so that a rule is about grammar (who, verb, object) and not about names.
 * `⟦S0⟧` a party, office or body; `⟦M1⟧` the meeting as a whole; `⟦N2⟧` some of its members; `⟦A3⟧` a stand-in ("it", "the agency").
 */
import type { Para, Sentence } from '../structure/document.ts';
import type { Mention } from './mentions.ts';

export interface View {
  para: Para;
  sentence: Sentence;
  /** The sentence with marks. */
  masked: string;
  mentions: Mention[];
}

export const WHO = '⟦[SMNA]\\d{1,3}⟧';
export const PARTY = '⟦S\\d{1,3}⟧';
const MARK: Record<Mention['kind'], string> = {
  state: 'S',
  organisation: 'S',
  office: 'S',
  body: 'S',
  meeting: 'M',
  some: 'N',
  'stand-in': 'A',
};
const HOLDER =
  /^\s(?:(?:\p{Lu}[\p{L}-]+\s){0,4}(?:Agency|Ministry|Government|Authority|Service|Police|Board|Office|Directorate|Department|Institute|Embassy|Delegation|Minister|Representative|Ambassador|Presidency|Commissioner|Council)|[Dd]elegations?|delegates?|representatives?|government|authorities|[Ss]ide|party|presidency|ministers?|ministry|embassy|chairmanship|experts?|team|officials|counterparts?|colleagues?|observer|hosts?|speakers?)\b/u;
const DUMMY =
  /^\s(?:is|was|has been|had been|will be|would be|should be|must be|can be|could be|may be|might be|remains?|became|seems|appears)\b/;

/** Every sentence of every paragraph as a view, in order; one pass over the mentions. */
export function viewsOf(paras: readonly Para[], mentions: readonly Mention[]): View[] {
  const views: View[] = [];
  let from = 0;
  for (const para of paras)
    for (const sentence of para.sentences) {
      const { view, next } = viewOf(para, sentence, mentions, from);
      from = next;
      views.push(view);
    }
  return views;
}

/** Masks one sentence. `all` are the mentions of the whole text; `from` is where to start looking, so that a document costs one pass. */
function viewOf(para: Para, sentence: Sentence, all: readonly Mention[], from: number): { view: View; next: number } {
  let k = from;
  while (k < all.length && (all[k] as Mention).end <= sentence.start) k++;
  const mentions: Mention[] = [];
  let masked = '';
  let at = sentence.start;
  for (; k < all.length && (all[k] as Mention).start < sentence.end; k++) {
    const found = widened(all, k, sentence);
    if (found === null || found.start < at) continue;
    const mention = ofParty(found, all[k + 1], sentence) ?? ofUnknown(found, all[k + 1], sentence) ?? found;
    masked +=
      sentence.text.slice(at - sentence.start, mention.start - sentence.start) +
      `⟦${MARK[mention.kind]}${mentions.length}⟧`;
    mentions.push(mention);
    at = mention.end;
  }
  masked += sentence.text.slice(at - sentence.start);
  // A copy has no room for more.
  return { view: { para, sentence, masked, mentions: mentions.slice() }, next: Math.max(from, k - 1) };
}

/** "The delegation of Honduras", "the Government of Fiji": the party, not a stand-in. */
function ofParty(mention: Mention, next: Mention | undefined, sentence: Sentence): Mention | null {
  if (GROUP_OF.test(mention.text) && next?.kind === 'state' && !next.adjective && next.end <= sentence.end)
    return /^\s(?:of|from)\s(?:the\s)?$/.test(
      sentence.text.slice(mention.end - sentence.start, next.start - sentence.start),
    )
      ? { ...next, start: mention.start }
      : null;
  const heads = mention.kind === 'office' && /^executive director|^director/.test(mention.role ?? '');
  if (
    !(mention.kind === 'stand-in' || (heads && next?.kind === 'organisation')) ||
    !next ||
    (next.kind !== 'state' && next.kind !== 'organisation') ||
    next.adjective
  )
    return null;
  const between = sentence.text.slice(mention.end - sentence.start, next.start - sentence.start);
  const far =
    /minist|government|secretary/.test(mention.role ?? '') &&
    /^\s(?:of|for)\s[^.,;⟦]{2,70}\s(?:of|in)\s(?:the\s)?$/.test(between);
  return (far || /^\s(?:of|from|for)\s(?:[Tt]he\s)?$/.test(between)) && next.end <= sentence.end
    ? { ...next, start: mention.start }
    : null;
}

/** "The delegations of Malta and Peru": each of them. */
const GROUP_OF = /^(?:the )?(?:delegations|representatives|delegates|governments|experts|observers)$/i;

/** "The representative of Tidewatch": an organisation that no list knows. */
function ofUnknown(mention: Mention, next: Mention | undefined, sentence: Sentence): Mention | null {
  if (mention.kind !== 'stand-in' || !SPEAKS_FOR.test(mention.role ?? '')) return null;
  const m = OF_NAME.exec(sentence.text.slice(mention.end - sentence.start, mention.end - sentence.start + 120));
  const end = mention.end + (m?.[0].length ?? 0);
  return m === null || (next !== undefined && next.start < end && next.kind !== 'organisation')
    ? null
    : { ...mention, kind: 'organisation', role: null, end, text: m[1] as string };
}

const SPEAKS_FOR = /^(?:representative|delegate|delegation|observer|speaker)$/;
const OF_NAME =
  /^\s(?:of|from|for)\s(?:the\s)?((?!M[rs]+\b|Dr\b)\p{Lu}[\p{L}\p{N}&’'-]+(?:\s(?:(?:of|for|on|and|against|the)\s){0,2}\p{Lu}[\p{L}\p{N}&’'-]*){0,8})/u;

/** A mention with what belongs to it: `(ACRONYM)` after a name, "delegation" after an adjective. `null` when it names nobody here. */
function widened(all: readonly Mention[], k: number, sentence: Sentence): Mention | null {
  const mention = all[k] as Mention;
  const after = sentence.text.slice(mention.end - sentence.start, mention.end - sentence.start + 80);
  if (mention.adjective && mention.kind === 'state') {
    const holder = HOLDER.exec(after);
    return holder ? { ...mention, end: mention.end + holder[0].length } : null;
  }
  if (
    mention.kind === 'stand-in' &&
    /^it$/i.test(mention.text) &&
    DUMMY.test(after) &&
    isDummy(after) &&
    !(mention.text === 'it' && /^\s\w+\s(?:at|in|on|the|a|an|with)\b/.test(after))
  )
    return null;
  const representative = /^\s(?:representatives?|delegat(?:es?|ions?)|observers?)(?=\s\p{Ll})/u.exec(after);
  if (representative && (mention.kind === 'organisation' || mention.kind === 'state' || isNamedBody(mention)))
    return {
      ...mention,
      kind: mention.kind === 'meeting' ? 'body' : mention.kind,
      end: mention.end + representative[0].length,
    };
  const bracket = /^\s?\(([^()]{2,30})\)/.exec(after);
  if (
    bracket &&
    (mention.kind === 'organisation' || mention.kind === 'body') &&
    /^\p{Lu}[\p{L}\p{N}&\s./-]*$/u.test(bracket[1] ?? '')
  ) {
    const end = mention.end + bracket[0].length;
    return { ...mention, end, text: sentence.text.slice(mention.start - sentence.start, end - sentence.start) };
  }
  return mention;
}

/** "The Commission representative": somebody else than those who met. */
const isNamedBody = (m: Mention): boolean =>
  m.kind === 'body' || (m.kind === 'meeting' && /^[Tt]he \p{Lu}\p{L}+$/u.test(m.text));

const isDummy = (after: string): boolean =>
  /^\s\w+(?:\s(?:been|be))?(?:\s(?:also|further|therefore|thus|again|then|generally|widely|broadly|strongly|subsequently|unanimously|furthermore|\w+ly))*\s(?:agreed|decided|proposed|suggested|recommended|noted|stressed|emphasi[sz]ed|underlined|highlighted|advised|advisable|important|essential|crucial|vital|necessary|clear|hoped|recogni[sz]ed|acknowledged|felt|considered|observed|pointed|stated|mentioned|recalled|resolved|requested|expected|understood|concluded|confirmed|announced|reported|envisaged|foreseen|useful|at|in|on|the|a|an|that|with|argued|reiterated|urged|planned|possible|difficult|evident|imperative|critical|vital|desirable|appropriate|time|up)\b/.test(
    after,
  );

/** The mention behind a mark that stands at `index` in the masked text. */
export function mentionAt(view: View, mark: string): Mention | null {
  const n = /⟦[SMNA](\d{1,3})⟧/.exec(mark)?.[1];
  return n === undefined ? null : (view.mentions[Number(n)] ?? null);
}
