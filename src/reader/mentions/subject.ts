/**
 * Who is the subject of a verb. Looks left from the verb: the name right before it, else (after a comma or "and")
 * the subject the sentence began with. Names governed by a preposition ("hosted by Serbia") are no subjects.
 */
import type { Mention } from './mentions.ts';
import { mentionAt } from './view.ts';
import type { View } from './view.ts';

export interface Subject {
  mention: Mention;
  /** Further names joined to it: "Iran and Serbia". */
  also: Mention[];
}

const FILLER =
  '(?:also|further|furthermore|therefore|thus|hence|then|again|always|already|now|still|strongly|however|moreover|subsequently|accordingly|in turn|in addition|in general|in principle|in particular|once again|once more|for (?:its|their|his|her) part|overall|inter alia|hereby|both|all|each|not|even|too|as well|in this regard|in this context|likewise|similarly|\\w+ly)';
const AUXILIARY =
  '(?:has|have|had|is|are|was|were|be|been|being|do|does|did|will|would|shall|should|may|might|can|could|must|to)';
const BEFORE_VERB = new RegExp(`(?:^|[\\s,])(?:${FILLER}|${AUXILIARY})[,\\s]*$`, 'i');
const PERSON_NOUN =
  /\b(?:minist(?:er|ry|ers)|head|director|representatives?|delegat(?:ion|ions|e|es)|government|president|secretary|ambassador|deputy|department|chief|commissioner|officers?|mr|ms|mrs|dr|h\.?e|delegations?|officials?|experts?|speakers?|chair(?:man|person)?|states?|permanent|people|authorities|republic|kingdom|commonwealth|colleagues?|participants?|prime|envoy|counsellor|professor|parliament|institute|embassy|on behalf|side|coordinator|manager|advis[eo]r|member)\b/i;
const PREPOSITION =
  /(?:^|[\s(])(?:of|at|from|for|by|with|in|on|to|into|between|among|amongst|against|towards?|within|through|across|over|under|including|via|regarding|concerning|like|such as|as|than|about|upon|and|or|behind|after|before|to the|by the|of the|with the|in the|from the|for the|at the|on the|as the|and the|between the|than the)\s(?:the\s|a\s|an\s)?$/i;

/** "Fiji, supported by Samoa and Tonga, asked": the names after such a participle are governed to the last one. */
const GOVERNED_LIST =
  /,\s(?:\w+ly\s)?(?:supported|seconded|assisted|followed|joined|accompanied|backed|echoed|represented|co-?chaired|hosted)\s(?:in this\s)?by\s(?:the\s)?(?:⟦S\d{1,3}⟧(?:,\s|,?\s(?:and|as well as)\s)(?:the\s)?){1,30}$/i;

/** "Tuvalu, speaking on behalf of the islands, said": Tuvalu speaks. */
const ON_BEHALF = /⟦S\d{1,3}⟧,\s(?:\w+\s){0,3}on behalf of\s(?:the\s)?$/;

/** The subject of the verb that begins at `index` of the masked sentence, or `null` when it is a thing or unclear. */
export function subjectOf(view: View, index: number): Subject | null {
  let left = view.masked.slice(0, view.masked[index] === ',' ? index + 1 : index);
  for (let i = 0; i < 6; i++) {
    const cut = left.replace(BEFORE_VERB, ' ').trimEnd();
    if (cut.length === left.trimEnd().length) break;
    left = cut;
  }
  left = left.trimEnd();
  if (left === '') return null;
  const own = /(⟦[SMNA]\d{1,3}⟧)(?:\s\([^()]{0,40}\))?[,]?$/.exec(left);
  if (own && isFree(view, left.slice(0, own.index))) return withOthers(view, left, own.index, own[1] as string);
  if (/(?:[,;:–—-]|\b(?:and|but|while|or|then|which|who|that|to|by))$/i.test(left) || own)
    return leadSubject(view, left.length);
  if (/[,;]\s?(?:and|but|while|as well as)?\s?$/.test(left)) return leadSubject(view, left.length);
  return nounPhraseHead(view, left);
}

/** "the participants of the reference group", "the delegation of Malta and of Spain": a phrase whose head is a name. */
function nounPhraseHead(view: View, left: string): Subject | null {
  const tail =
    /(?:^|[,;:]\s|\b(?:that|while|and|but)\s)((?:[^,;:]{0,20}?)(⟦[SMNA]\d{1,3}⟧)(?:'s|’s)?\s(?:of|from|for|on|in|at|present|attending|as|to)\b[^,;:]{0,140})$/.exec(
      left,
    );
  if (!tail) return null;
  const mention = mentionAt(view, tail[2] as string);
  return mention && isFree(view, left.slice(0, left.lastIndexOf(tail[2] as string))) ? { mention, also: [] } : null;
}

/** "Request the Office to study …": a paragraph of a declaration begins with the verb; who is named after it is asked. */
const OPERATIVE =
  /^(?:(?:also|further|strongly|hereby)\s)?(?:requests?|invites?|urges?|encourages?|calls?\s(?:up)?on|asks?|tasks?|commends?|congratulates?|welcomes?|agrees?|decides?|adopts?|endorses?|approves?|express(?:es)?|recommends?|notes?|takes?\snote|reaffirms?|requested|invited|urged|encouraged|called\s(?:up)?on|asked|tasked|welcomed|agreed|decided|adopted|endorsed|approved|expressed|recommended|noted|took\snote)\s(?:that|to|on|of|with|its|our|their|the|all|⟦)/i;

const MARKS = /⟦[SMNA]\d{1,3}⟧/g;

/** The first subject of the sentence before `limit`. */
export function leadSubject(view: View, limit: number = view.masked.length): Subject | null {
  if (view.mentions.length === 0 || OPERATIVE.test(view.masked)) return null;
  MARKS.lastIndex = 0;
  for (let m = MARKS.exec(view.masked); m !== null; m = MARKS.exec(view.masked)) {
    if (m.index >= limit) return null;
    const after = view.masked.slice(m.index + m[0].length, m.index + m[0].length + 3);
    if (/^['’]s?\s?/.test(after)) continue;
    if (!isFree(view, view.masked.slice(0, m.index))) continue;
    if (!/^(?:[,\s)]|\s\()/.test(after) && after !== '' && !(m.index === 0 && /^:\s/.test(after))) continue;
    const joined = /^(?:(?:,\s|,?\s(?:and|as well as)\s)(?:the\s)?⟦S\d{1,3}⟧){1,30}/.exec(
      view.masked.slice(m.index + m[0].length),
    );
    const end = m.index + m[0].length + (joined?.[0].length ?? 0);
    const last = /⟦[SMNA]\d{1,3}⟧$/.exec(view.masked.slice(0, end))?.[0] ?? m[0];
    return withOthers(view, view.masked.slice(0, end), end - last.length, last);
  }
  return null;
}

/** "The Principal Secretary in the Ministry of …": where the speaker holds office. */
const POST_IN =
  /(?:^|,\s)(?:The|the)\s(?:\p{Lu}[\p{L}-]*\s){0,3}(?:Secretary|Director|Head|Deputy|Minister|Chief)\sin\s(?:the\s)?$/u;

/** Whether a name after `before` can be a subject: no preposition governs it, or it names where a person comes from. */
function isFree(_view: View, before: string): boolean {
  if (!PREPOSITION.test(before)) return true;
  if (GOVERNED_LIST.test(before) || ON_BEHALF.test(before)) return false;
  if (/(?:^|\s)(?:and|or)\s(?:the\s)?$/i.test(before))
    return /⟦[SMNA]\d{1,3}⟧[,)]?\s(?:and|or)\s(?:the\s)?$/.test(before)
      ? true
      : /[,;]\s(?:and|or)\s(?:the\s)?$/i.test(before) || !/⟦/.test(before);
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '), before.length - 220) + 1);
  if (!/(?:of|at|from|for)\s(?:the\s)?$/i.test(before) && !POST_IN.test(before)) return false;
  const phrase = /(?:^|[;:]\s|,\s(?=[^,]*$)|\b(?:that|while)\s)([^;:]{0,200})$/.exec(clause)?.[1] ?? clause;
  return (
    PERSON_NOUN.test(lastPhrase(phrase)) &&
    !/\b(?:by|with|to|in|between|against)\s(?:the\s)?(?:\w+\s){0,4}(?:of|at|from|for)\s(?:the\s)?$/i.test(before)
  );
}

/** The words since the last verb-like break: "…, Head of Department at the Ministry of". */
const lastPhrase = (phrase: string): string =>
  phrase.split(/\b(?:was|were|is|are|has|have|had|will|would|that|which)\b/).at(-1) ?? phrase;

function withOthers(view: View, left: string, at: number, mark: string): Subject | null {
  const mention = mentionAt(view, mark);
  if (!mention) return null;
  const also: Mention[] = [];
  const list = /((?:⟦S\d{1,3}⟧(?:,\s|\s(?:and|as well as)\s|,\s(?:and|as well as)\s)(?:the\s)?){1,30})$/.exec(
    left.slice(0, at),
  );
  if (list && mention.kind !== 'meeting') {
    const before = left.slice(0, at - (list[1] ?? '').length);
    if (!PREPOSITION.test(before) || PERSON_NOUN.test(before.slice(-60)))
      for (const m of (list[1] ?? '').matchAll(/⟦S\d{1,3}⟧/g)) {
        const other = mentionAt(view, m[0]);
        if (other && other.kind !== 'office') also.push(other);
      }
  }
  return { mention, also };
}
