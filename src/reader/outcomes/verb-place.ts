/** Where a verb stands: what looks like the verb of a rule and is none (passive, noun, subordinate clause, told of earlier times). */
import { findDates } from '../facts/dates.ts';
import type { View } from '../mentions/view.ts';
import type { Rule } from './rule.ts';

/** "were invited to reflect": the name before is the one who is asked, not the one who asks. */
const isPassive = (masked: string, m: RegExpExecArray): boolean =>
  !/^(?:is|are|was|were|be|\w+ing)\b/i.test(m[0]) &&
  /\b(?:is|are|was|were|be|been|being)\s(?:(?:also|further|again|then|\w+ly)\s)*$/i.test(masked.slice(0, m.index));

/** "as invited guests", "their requested extension": what describes a noun. */
const isParticiple = (masked: string, m: RegExpExecArray): boolean =>
  /^\w+ed\b/.test(m[0]) && /\b(?:as|an?|the|its|their|of|for|from|by|with)\s$/i.test(masked.slice(0, m.index));

/** "what activities they can suggest", "in order to agree": no statement. */
const isEmbedded = (masked: string, m: RegExpExecArray): boolean =>
  /\b(?:can|could|may|might|not|cannot|whether to|how to|order to|opportunity to|possibility to|able to)\s(?:\w+ly\s)*$/i.test(
    masked.slice(0, m.index),
  ) && !/^(?:may|can|could)\b/i.test(m[0]);

/** "to renew the mandate for", "an offer of": the word is a verb in its base form only right after its subject. */
const isNoun = (rule: Rule, masked: string, m: RegExpExecArray): boolean => {
  const verb =
    /^(?:(?:also|further|\w+ly|,)\s)*(urge|invite|request|ask|encourage|exhort|instruct|mandate|entrust|direct|implore|call|appeal|adopt|endorse|approve|accept|decide|resolve|offer|plan|intend|agree|establish|confirm|grant|pledge|promise|propose|suggest|recommend|advise|advocate|design|designate|support|welcome|wish|desire|hope|want|need|design)\b/i.exec(
      m[0],
    );
  const joined = /^(?:mandate|request|call|appeal|offer|plan|need|wish|desire|hope|support|design)$/i.test(
    verb?.[1] ?? '',
  )
    ? ''
    : '|and|or';
  if (verb === null || m.index === 0) return false;
  return !subjectAhead(`${rule.kind === 'decision' ? '' : '|to'}${joined}`).test(masked.slice(0, m.index));
};

const aheads = new Map<string, RegExp>();

/** What stands before a verb in its base form; `also` are further words for it. Made once for each. */
function subjectAhead(also: string): RegExp {
  let made = aheads.get(also);
  if (made === undefined) {
    made = new RegExp(
      `(?:⟦[SMNA]\\d+⟧(?:\\s\\([^)]*\\))?,?|\\b(?:which|who|that|also|will|would${also}))\\s(?:(?:also|further|strongly|again|therefore|\\w+ly)\\s)*$`,
      'i',
    );
    aheads.set(also, made);
  }
  return made;
}

/** "any country that asks for one", "a state which offered": a relative clause; after a comma it tells what the subject did. */
const isRelative = (masked: string, m: RegExpExecArray): boolean =>
  /[^,]\s(?:that|which|who)\s(?:(?:also|\w+ly)\s)*$/.test(masked.slice(0, m.index)) &&
  !/\b(?:said|stated|noted|added|agreed|confirmed|announced|stressed|explained|reported|informed|indicated|recalled|hope[sd]?|that)\s(?:that|which|who)\s$/.test(
    masked.slice(0, m.index),
  );

/** "recommended that members adopt …", "which ministers adopted in May": not the verb of the sentence. */
const isSubordinate = (masked: string, m: RegExpExecArray): boolean =>
  !MEETING_GOES_ON.test(masked.slice(0, m.index)) && isBelowAnother(masked, m);

/** "Malta proposed that lights be added, and the Meeting endorsed this": a main clause of its own. */
const MEETING_GOES_ON = /,\sand\s(?:the\s)?⟦M\d+⟧\s(?:\w+ly\s)?$/;

const isBelowAnother = (masked: string, m: RegExpExecArray): boolean =>
  /\b(?:recommend|suggest|propos|request|ask|urg|requir|provid)\w* that [^;]{0,160}$|\b(?:asked|know|wondered|enquired|inquired|clarify|explain) (?:whether|if|how|who|when|why)\s[^;]{0,160}$/i.test(
    masked.slice(0, m.index),
  ) || /(?<!\bto\s)\b(?:which|whom)\s(?:the\s)?⟦[SMNA]\d+⟧\s(?:had\s|have\s|has\s)?$/i.test(masked.slice(0, m.index));

const NAMED_BY_DATE =
  /\b(?:plan|strategy|declaration|agenda|convention|programme|framework|agreement|resolution|protocol|treaty|report|document|decision)\s(?:of|for|from|on)?\s?$/i;

/** What is told of an earlier time ("In 2019, Serbia proposed …") is not an outcome of this meeting. */
export function isEarlier(masked: string, m: RegExpExecArray, meetingStart: string | null): boolean {
  if (meetingStart === null) return false;
  const before = masked.slice(0, m.index);
  return findDates(before).some((d) => {
    const lead = before.slice(0, d.start);
    if (d.until >= meetingStart || /⟦[SMNA]\d+⟧/.test(lead)) return false;
    return (
      /\b(?:in|on|since|during|of|by|until|held|early|late|between)\s(?:the\s)?$/i.test(lead) &&
      !NAMED_BY_DATE.test(lead)
    );
  });
}

/** "4. Agree to set up …" in a declaration: the paragraph begins with its verb, the subject stands in the preamble. */
export const isClause = (view: View): boolean =>
  (view.para.label !== null || view.para.isBullet) &&
  view.sentence.start === view.para.start &&
  /^(?:hereby |further |also )?[A-Za-z]/.test(view.masked);

/** Whether the match is not the verb that a named subject governs. */
export const isNoVerb = (rule: Rule, masked: string, m: RegExpExecArray): boolean =>
  isPassive(masked, m) ||
  isParticiple(masked, m) ||
  isEmbedded(masked, m) ||
  isNoun(rule, masked, m) ||
  isSubordinate(masked, m) ||
  isRelative(masked, m) ||
  (rule.kind === 'offer' && (/^had\b/i.test(m[0]) || /\bhad\s(?:\w+ly\s)?$/.test(masked.slice(0, m.index))));
