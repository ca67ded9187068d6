/** Which part of a sentence enumerates those who took part. Places, hosts and chairs are cut out. */
import type { Mention } from '../mentions/mentions.ts';

type Region = [from: number, to: number];

/** A list follows these words. */
const STRONG_BEFORE =
  /\b(?:attended(?: \w+){0,4} by|attended (?:by|with)|(?:attended|participated|joined|came)(?: \w+ly)? from|(?:with|and) the participation (?:of|from)|participation (?:of|from)|participants? (?:\w+ )?from|participated in by|gather(?:ed|ing)(?! (?:in|at|on|to|under|for|again)\b)|(?:brought|bringing) together|joined by|accompanied by|took part,?[^.;:]{0,40}\bwere\b|^(?:also )?taking part were|presence of|^(?:also )?(?:represented|present|attending|in attendance)(?: at the \w+)? (?:were|was):?|in attendance(?: (?:were|was|included))?:?|(?:officials|participants|delegates|experts|representatives|trainees|delegations|they) (?:\w+ )?came from|(?:lecturers|speakers|resource persons|trainers|facilitators)(?: were)? (?:provided by|from)|attendance of|(?:participants|partners|observers|guests|organi[sz]ations|delegations|those)(?: (?:represented|present|attending|participating|in attendance))? (?:were|included)|(?:represented|present|participated|attended|took part) \((?=[^)]{0,80},)|representing:?|(?:participating|attending|taking part|present)(?: in| at)? [^.;:]{3,60}? (?:were|included)(?: also)?\b|(?:together|along) with (?:the )?(?:representatives|officials|experts|delegates) (?:of|from)(?=.*\b(?:met|gathered|attended|participated|took part|assembled|convened)\b)|from the following|following [^:.;]{0,80}(?:participated|attended|present|represented|took part)[^:.;]{0,60}:|(?:attended|represented|present|participated|took part|participating|attending|met)(?: \w+){0,5}:|as (?:special )?observers,? (?:including|were)|(?:participated|attended|present),?[^.;:]{0,30}\bwere\b|including (?:staff|representatives|officials|experts|participants|delegates) (?:of|from)|among (?:them|whom|others)|^observers?:|^observers?(?: \w+)? (?:included|were)(?= )|countries and organi[sz]ations:?|states and organi[sz]ations:?)/giu;
/** "They represented Latvia and Malta", not "was represented by". */
const REPRESENTED = /(?<!(?:was|were|being|been|also) )\brepresented(?= (?:the )?\p{Lu})/u;
const WEAK_BEFORE =
  /\b(?:delegat(?:es|ions)|representatives?|officials|experts|ministers|members|leaders|heads of (?:state|government|delegation)s?|persons|people|countries|states|governments|economies)(?:,? (?:and|&) [\w\s]{1,30})? (?:from|of|representing|–|-)(?= )|\b(?:countries|states|governments|economies|delegations):/gi;
/** A list goes before these words. */
const AFTER_LIST =
  /\b(?:attended|participated|took part|(?:was|were)(?: \w+)? (?:represented|present|in attendance)|(?:also )?joined (?:the|this|in the) (?:meeting|conference|forum|session|discussions?)|contributed to the (?:discussions?|meeting|proceedings)|(?:was|were) granted observer status|joined (?:on-?line|remotely|virtually|by video)|observed the meeting|sent (?:(?:an?|their|special) )*(?:observers?|representatives?|envoys?|delegations?|delegates?)|(?:was|were) (?:also )?(?:there|on hand)|(?:was|were) (?:a |the )?(?:special |invited )?guests?|(?:made|gave|contributed|provided) (?:\w+ )?(?:presentations|statements|resource persons|speakers|experts|papers)|addressed the (?:meeting|participants)|connected|came together|gathered (?:in|at|on)|represented (?:his|her|their) countr(?:y|ies))\b/i;
const SAYS_SO =
  /\b(?:attended|attendance|attending|participat(?:ed|ion|ing)|participants?(?: \w+)? from|participants were|present (?:at|were|in)\b|took part|(?:was|were)(?: also)? (?:represented|present|in attendance)|gather(?:ed|ing)|(?:brought|bringing) together|joined|presence of|delegat(?:es|ions) (?:from|of)|representatives? (?:from|of)|officials from|ministers from|representing|represented|sent (?:(?:an?|their|special) )*(?:observers?|envoys?|delegations?|delegates?|representatives?)|were also there|(?:was|were) granted observer status|(?:was|were) (?:a |the )?(?:special |invited )?guests?\b|(?:made|gave|contributed|provided) (?:\w+ )?(?:presentations|statements|resource persons|speakers|experts|papers)|connected|came together|registered|contributed to the (?:discussion|meeting))\b|^observers? (?:\w+ )?(?:included|were)\b|^(?:also )?(?:represented|present|attending|taking part) (?:at the \w+ )?(?:were|was)\b|\b(?:officials|participants|delegates|experts|representatives|trainees|delegations|they) (?:\w+ )?came from\b|\b(?:lecturers|speakers|resource persons|trainers|facilitators)(?: were)? provided by\b/i;
const NOT_THERE =
  /\b(?:apolog(?:y|ies|ised)|unable to|absent|absence|regret(?:s|ted)? (?:that|the)|(?:did|could|was|were) not (?:\w+ )?(?:attend|participate|represented|present))\b/i;
const NOT_THIS =
  /\b(?:will be|would be|would|should|next meeting|to be held|to be attended|encourag\w+|urged|called (?:up)?on|invited (?:to|all)|in the (?:project|programme|survey)|previous meeting|(?:full|strengthened|stronger|increased|greater|broad|wide|wider) participation|active participation|meaningful participation|effective participation|participation in the (?:project|programme))\b/i;
const WE_MET =
  /^.{0,260}?\b(?:ministers|vice-?\s?ministers|leaders|heads of (?:state|government|delegation)|representatives|member (?:states|countries)|delegates|participants|authorities|officials|experts|persons|directors|chiefs|president|prime minister|king|minister|heads|states|countries|parties|delegations|members)\b/i;
const MET = /\b(?:met|having met|meeting in|gathered|convened|assembled)\b/gi;
const MEETING_IN = /^(?:\d{1,2}\.\s)?(?:Meeting|Gathered|Assembled|Having met|Convened) (?:in|at|on)\b/i;

/** "The Harbour Conference, SEAWATCH and the Partnership on Tides were present": names in a row. */
const SEVERAL = /\p{Ll},\s\p{Lu}[^,]*\sand\s(?:the\s)?\p{Lu}[^,]*$/u;

/** Whether a sentence or a lead line says who came. */
export const saysWhoCame = (text: string): boolean =>
  SAYS_SO.test(text) && !NOT_THERE.test(text) && !NOT_THIS.test(text);

/**
 * The enumerating parts, as offsets in the sentence, and the part that names the chair. `mentions` are in the coordinates of the
 * sentence; `position` is the paragraph's place in the text: early on, fewer names are proof enough.
 */
export function regionsOf(
  text: string,
  mentions: readonly Mention[],
  position: number,
): { regions: Region[]; chair: Region | null } {
  const chair =
    clause(text, /\b(?:co-)?chaired (?:jointly )?by\b|\bunder the (?:chairmanship|chairpersonship|presidency) of\b/i) ??
    ownChair(text);
  const names = mentions.filter(
    (m) => !m.adjective && (m.kind === 'state' || m.kind === 'organisation') && !isPlace(text, m.start),
  );
  if (NOT_THERE.test(text) || NOT_THIS.test(text)) return { regions: [], chair: null };
  const base = enumeration(text, names, position);
  if (!base) return { regions: [], chair };
  const cut = [
    chair,
    clause(
      text,
      /\b(?:hosted|opened|moderated|facilitated|inaugurated|organi[sz]ed|presided over|led|addressed)(?: \w+)? by\b(?! (?:their|its|his|her)\b)|\bhosted in\b/i,
    ),
    invitation(text),
    ...exceptions(text),
    ...places(text),
  ].filter((c) => c !== null);
  return { regions: without(base, cut), chair };
}

/** "The Ministers of Malta met with their counterparts from Latvia and Spain": both sides took part. */
const COUNTERPARTS =
  /\bmet\b.{0,90}\bwith (?:(?:their|his|her|the) )?(?:counterparts|colleagues|representatives|ministers|heads|delegations) (?:from|of)\b/i;

function enumeration(text: string, names: readonly Mention[], position: number): Region | null {
  const preamble = /^\W{0,6}(?:we|meeting in|gathered in|having met)\b/i.test(text) ? weMet(text, names) : null;
  if (preamble) return [preamble[0], text.length];
  const both = names.length > 0 ? COUNTERPARTS.exec(text) : null;
  if (both) {
    const occasion = text.slice(both.index + both[0].length).search(/\sat (?:the|its|their|an?) /);
    return [0, occasion < 0 ? text.length : both.index + both[0].length + occasion];
  }
  const follows = (from: number): number => names.filter((m) => m.start >= from).length;
  if (SAYS_SO.test(text) || /^observers?:/i.test(text)) {
    const actively = REPRESENTED.exec(text);
    if (actively && follows(actively.index) >= 1) return [actively.index + actively[0].length, text.length];
    for (const t of text.matchAll(STRONG_BEFORE)) {
      const from = t.index + t[0].length;
      const told =
        /^(?:participated|attended|present)\b.*\bwere$/i.test(t[0]) ||
        (/^in attendance/i.test(t[0]) && /\b(?:was|were) (?:also )?$/.test(text.slice(0, t.index)));
      if (told && names.some((m) => m.start < t.index)) return [0, text.length];
      if (follows(from) >= 1 || /\p{Lu}.*(?:,|\band\b).*\p{Lu}/u.test(text.slice(from, from + 300)))
        return [from, text.length];
    }
    const after = AFTER_LIST.exec(text);
    if (after && names.some((m) => m.start < after.index))
      return [0, /^(?:gathered|came)/i.test(after[0]) ? after.index : text.length];
    if (
      after &&
      position < 16 &&
      names.length === 0 &&
      /^(?:The|A)?\s?\p{Lu}/u.test(text) &&
      /\p{Lu}.*\p{Lu}/u.test(text.slice(0, after.index)) &&
      (!/^(?:The|This) (?:\w+ ){0,6}(?:meeting|conference|forum|session|workshop)\b/i.test(text) ||
        SEVERAL.test(text.slice(0, after.index)))
    )
      return [0, after.index];
    for (const t of text.matchAll(WEAK_BEFORE)) {
      const from = t.index + t[0].length;
      if (names.filter((m) => m.kind === 'state' && m.start >= from).length >= (position < 4 ? 2 : 3))
        return [from, text.length];
    }
  }
  return position < 4 || /^\W{0,6}(?:we|the)\b/i.test(text) ? weMet(text, names) : null;
}

/** "We, the Ministers of Fiji, Samoa and Tonga, met in …". */
function weMet(text: string, names: readonly Mention[]): Region | null {
  const colon = /\b(?:met|gathered|convened|assembled)\b[^:.;]{0,80}:\s/i.exec(text);
  if (colon && names.filter((n) => n.kind === 'state' && n.start > colon.index).length >= 3)
    return [colon.index + colon[0].length, text.length];
  const states0 = names.filter((n) => n.kind === 'state');
  if (MEETING_IN.test(text) && states0.length >= 3) return [(states0[0] as Mention).start, text.length];
  if (!WE_MET.test(text)) return null;
  for (const m of text.matchAll(MET)) {
    const states = names.filter((n) => n.kind === 'state' && n.end <= m.index);
    const first = states[0];
    if (first && states.length >= (/\b[Mm]inister|\b[Pp]resident/.test(text.slice(0, first.start)) ? 2 : 3))
      return [first.start, m.index];
  }
  const states = names.filter((n) => n.kind === 'state');
  const met = text.search(MET);
  const first = states[0];
  if (first && states.length >= 4 && /^\W{0,6}we\b.*[;:,]\W{0,2}$/i.test(text)) return [first.start, text.length];
  return first && states.length >= 4 && /\b(?:having met|convened|gathered)\b/i.test(text) && met > first.start
    ? [first.start, met]
    : null;
}

const END =
  /;|,\s(?:the\s\w+\s)?(?:and\s)?(?:brought|gathered|convened|took|met|bringing|saw|counted|welcomed|assembled|included|which)\b|,? and (?:was|were) |, (?:was|were|with the participation|gathering|attended|bringing|in the presence|on \d|from \d)|\band attended\b|(?<=\p{Ll}{3})\. |$/u;

/** From a phrase to the end of its clause. */
function clause(text: string, start: RegExp): Region | null {
  const m = start.exec(text);
  if (!m) return null;
  const from = m.index + m[0].length;
  return [m.index, from + text.slice(from).search(END)];
}

/** "all members except Myanmar". */
const exceptions = (text: string): Region[] =>
  [
    ...text.matchAll(
      /\b(?:with the exception of|except(?:ing)?(?: for)?|other than|excluding|apart from|besides)\b[^,;.]{0,80}/gi,
    ),
  ].map((m): Region => [m.index, m.index + m[0].length]);

/** "At the invitation of the Minister of Lebanon and following …": the host. */
function invitation(text: string): Region | null {
  const m =
    /\bat the (?:\w+ )?invitation of\b.{0,200}?(?:,\s(?!Minister|President|Prime)|\band following\b|[;:]|$)/i.exec(
      text,
    );
  return m ? [m.index, m.index + m[0].length] : null;
}

/** "The Prime Minister of Trinidad and Tobago chaired the proceedings." */
function ownChair(text: string): Region | null {
  const m = /^.{5,240}?\b(?:chaired|presided over) (?:the|this)\b/i.exec(text);
  return m ? [0, m[0].length] : null;
}

const PLACE_BEFORE =
  /\b(?:in|at|to|near)\s(?:the\s)?(?:(?:city|cities|town) of\s)?(?:\p{Lu}[\p{L}’'.-]*(?:\s(?:de|la|al|of|and|\p{Lu}[\p{L}’'.-]*)){0,5},\s){0,3}(?:the\s)?(?:(?:Republic|Kingdom|State) of\s)?$/u;
const isPlace = (text: string, start: number): boolean => PLACE_BEFORE.test(text.slice(Math.max(0, start - 90), start));

/** "VICTORIA, Seychelles – Members of …". */
const DATELINE =
  /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2},\s(?:the\s)?\p{Lu}[\p{L}\s’'-]{2,40}\s[–—-]\s(?=\p{Lu})/u;

/** "held in Nadi, Fiji, on 24 February". */
function places(text: string): Region[] {
  const line = DATELINE.exec(text);
  const found = [
    ...text.matchAll(
      /\b(?:held|met|convened|took place|gathered|hosted|conducted|organi[sz]ed|meeting|place)\b[^.;:]{0,60}?\s(?:in|at)\s(?:\p{Lu}[^,;:.]{1,60}?(?:,\s(?:the\s)?\p{Lu}[^,;.]{1,40}?)?)(?=,|\s(?:on|from|and|with|under|between|in|for|to)\b|\.|$)/gu,
    ),
  ].map((m): Region => [m.index, m.index + m[0].length]);
  return line ? [[0, line[0].length], ...found] : found;
}

function without(base: Region, cuts: readonly Region[]): Region[] {
  let parts: Region[] = [base];
  for (const [from, to] of cuts)
    parts = parts.flatMap(([a, b]): Region[] => {
      if (to <= a || from >= b) return [[a, b]];
      return (
        [
          [a, Math.min(from, b)],
          [Math.max(to, a), b],
        ] as Region[]
      ).filter(([x, y]) => y - x > 2);
    });
  return parts;
}
