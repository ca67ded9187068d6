/** Which part of the document each block belongs to: what stands before the text, the text, its contents list, annexes, notes. */
import type { SourceBlock } from '../sources/source-document.ts';
import { isNumbered, plainFigures } from './figures.ts';
import { TASK_BOX } from './labels.ts';

export type Zone = 'front' | 'main' | 'contents' | 'participants' | 'annex' | 'notes';

const ANNEX =
  /^(?:\W{0,3})(?:annex(?:e|es|ure)?|appendix|appendices|attachment|enclosure|schedule)\b(?!\s+(?:to|of|is|was|contains)\b)/i;
const PARTICIPANTS =
  /^(?:\W{0,3})(?:(?:provisional|final|tentative)\s)?(?:list of (?:the\s)?(?:participants|delegates|delegations|attendees|participating)|participants?(?:\s+list|’ list|' list)?|attendance(?: list)?|delegations?|present|in attendance|participating (?:states|countries|delegations)|members? present)\b.{0,50}$/i;
/** "Participants agreed to:" opens a list of what they did, no list of who they were. */
const SPEAK =
  /\b(?:agreed|decided|recommended|proposed|suggested|noted|discussed|committed|welcomed|called|urged|adopted|endorsed|approved|accepted|requested|invited|encouraged|identified|made|emphasi[sz]ed|stressed|underlined|highlighted|considered|expressed|exchanged|reviewed|shared|will|should|would|undertook|pledged)\b/i;
const CONTENTS = /^(?:table of )?contents\W{0,2}$/i;
const LEADER = /(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,})\s{0,4}\d{0,4}$/;

/** One zone for each block. Annexes start only after some text has been read, so that a report that is itself an annex is read. */
export function zonesOf(blocks: readonly SourceBlock[]): Zone[] {
  const zones: Zone[] = [];
  const first = firstOfMain(blocks);
  let zone: Zone = 'front';
  let prose = 0;
  blocks.forEach((block, i) => {
    if (zone === 'front' && i >= first) zone = 'main';
    zone = next(zone, block, prose, blocks[i + 1]);
    const own: Zone = block.kind === 'footnote' ? 'notes' : LEADER.test(block.text) ? 'contents' : zone;
    zones.push(own);
    if (own === 'main' && block.text.length > 120) prose++;
  });
  return zones;
}

function next(zone: Zone, block: SourceBlock, prose: number, following: SourceBlock | undefined): Zone {
  const title = isTitle(block);
  if (zone !== 'annex' && CONTENTS.test(block.text)) return 'contents';
  if (zone === 'contents') return stillContents(block) ? 'contents' : 'main';
  if (title && prose >= 1 && ANNEX.test(label(block)) && !/^[\p{Ll}]/u.test(following?.text ?? '')) return 'annex';
  if (
    title &&
    zone !== 'annex' &&
    PARTICIPANTS.test(block.text) &&
    !SPEAK.test(block.text) &&
    !SAYS_WHAT_THEY_DID.test(following?.text ?? '') &&
    !isNumbered(block.marker)
  )
    return 'participants';
  if (zone === 'participants' && !isListed(block))
    return block.kind === 'heading' || block.marker !== null || block.text.length > 160 || OPENS_LIST.test(block.text)
      ? 'main'
      : 'participants';
  return zone;
}

/** "Participants:" over "welcomed …", "agreed to …" is the subject of these. */
const SAYS_WHAT_THEY_DID = /^(?:\p{Ll}+ed|took|gave|held|met|heard)\s\p{Ll}/u;

const label = (b: SourceBlock): string => `${b.marker ?? ''} ${b.text}`.trim();
const isTitle = (b: SourceBlock): boolean =>
  b.kind === 'heading' || (b.text.length <= 100 && !/[.;,]$/.test(b.text) && b.kind !== 'table-row');
/** "The session adopted the following agenda:" */
const OPENS_LIST = /\b(?:adopted|agreed|decided|discussed|considered)\b.*:$/;

/** "Austria, Belgium, Bulgaria …" without a verb, however long. */
const isEnumeration = (b: SourceBlock): boolean =>
  b.kind === 'paragraph' &&
  b.text.split(/[,;]\s\p{Lu}/u).length > 5 &&
  !VERB.test(b.text) &&
  !/\p{Ll}{3}\.$/u.test(b.text);
const isListed = (b: SourceBlock): boolean =>
  b.kind === 'table-row' ||
  isEnumeration(b) ||
  (!OPENS_LIST.test(b.text) &&
    b.kind !== 'heading' &&
    b.text.length <= 160 &&
    !/\.$/.test(b.text) &&
    !/^\d{1,3}[.)]?$/.test(b.marker ?? ''));
const stillContents = (b: SourceBlock): boolean =>
  LEADER.test(b.text) ||
  /\s\d{1,3}$/.test(b.text) ||
  (b.text.length < 90 && !/[.:]$/.test(b.text) && b.kind !== 'heading');

/** `I. Opening` or `A. Opening` right over text; `1. Opening` over text or a table when it is set as a heading. */
const opensOutline = (b: SourceBlock, next: readonly SourceBlock[]): boolean =>
  (/^\(?(?:I|A)[.)]$/.test(b.marker ?? '') ||
    (b.kind === 'heading' && /^(?:(?:agenda )?item )?1[.):]?$/i.test(b.marker ?? ''))) &&
  b.text.length < 90 &&
  !LEADER.test(b.text) &&
  next.some((n) => isProse(n) || (b.kind === 'heading' && (n.kind === 'table-row' || isShortProse(n))));

/** "The agenda was adopted." */
const isShortProse = (b: SourceBlock): boolean =>
  b.kind === 'paragraph' && VERB.test(b.text) && /^\p{Lu}.*\.$/u.test(b.text) && b.text.split(' ').length >= 4;

/** The first numbered paragraph or the first prose, whichever comes first. */
function firstOfMain(blocks: readonly SourceBlock[]): number {
  const at = blocks.findIndex(
    (b, i) =>
      opensOutline(b, blocks.slice(i + 1, i + 3)) ||
      (b.kind !== 'heading' &&
        b.kind !== 'table-row' &&
        (isProse(b) ||
          TASK_BOX.test(b.marker ?? '') ||
          (isNumbered(b.marker) &&
            (b.text.length > 30 || /^\(?1[.)]/.test(plainFigures(b.marker ?? ''))) &&
            !LEADER.test(b.text)))),
  );
  return at < 0 ? blocks.length : at;
}

const VERB = /\s(?:was|were|is|are|has|have|participated|attended|took part|met|gathered|agreed|convened)\s/;

/** "The delegations of Peru and Chile, meeting in Lima,": where a declaration begins. */
const PREAMBLE =
  /^(?:We,? |The (?:delegations|delegates|ministers|representatives|heads|governments|member states|authorities|participants|leaders) )[^.]*\b(?:meeting|met|gathered|assembled|having|recalling)\b[^.]*[,:]$/i;

export function isProse(b: SourceBlock): boolean {
  const words = b.text.split(/\s+/);
  const lower = words.filter((w) => /^[\p{Ll}(]/u.test(w)).length / words.length;
  if (words.length >= 8 && /[.:]$/.test(b.text) && VERB.test(b.text)) return true;
  if (words.length >= 8 && PREAMBLE.test(b.text)) return true;
  return words.length >= 14 && /[.:;,!?]["”’)]?$/.test(b.text)
    ? lower >= (b.text.length > 200 ? 0.2 : 0.3)
    : words.length >= 35 && lower >= 0.5;
}
