/** Decisions and action points: the meeting agreed to, adopted, endorsed, accepted, decided, committed itself. */
import { ADV } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** "agreed that cooperation is essential" is an assessment: no will, shall or should follows. */
const ACTION_AHEAD =
  '(?=.{0,320}?\\b(?:should|shall|will|would|to be|wish(?:ed)?|want(?:ed)?|intend(?:ed)?|must|ought|be (?:\\w+(?:ed|en|t|ld|de)))\\b)';

export const decisionRules: Rule[] = [
  {
    name: 'decision.agreed-to',
    kind: 'decision',
    who: 'meeting',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:agreed?|agrees|concurred|consented) ${ADV}(?:to (?!disagree)|on (?!the (?:importance|need|necessity|value|relevance|significance))|upon |with (?:this|the|that) (?:proposal|suggestion|recommendation|approach|plan)|(?:the following|a|an|the) (?!importance|need))`,
      'i',
    ),
    confidence: 0.9,
  },
  {
    name: 'decision.agreed-that',
    kind: 'decision',
    who: 'meeting',
    pattern: new RegExp(`\\b(?:(?:has|have|had) )?${ADV}(?:agreed?|agrees|concurred) that ${ACTION_AHEAD}`, 'i'),
    unless:
      /\b(?:agreed|concurred) that (?:[^,;]{0,120}?) (?:is|are|was|were|remain(?:s|ed)?|can|could|has|have|had|ha[ds] been|continue[sd]? to (?:be|pose|face)) (?!to be\b)/i,
    confidence: 0.84,
  },
  {
    name: 'decision.it-was-agreed',
    kind: 'decision',
    who: 'thing',
    pattern: new RegExp(
      `\\b[Ii]t (?:was|is|has been|had been) ${ADV}(?:(?:agreed|decided|resolved),? (?:by ⟦[SMN]\\d+⟧ )?(?:to\\b|on\\b|(?:[^.;]{0,160}?)that ${ACTION_AHEAD})|decided that\\b)`,
    ),
    unless:
      /\bagreed that [^,;]{0,120}? (?:is|are|was|were|can|could|remain(?:s|ed)?|has|have|had) (?!to be\b)(?!.{0,200}\b(?:shall|will)\b)/i,
    confidence: 0.86,
  },
  {
    name: 'decision.that-be',
    kind: 'decision',
    who: 'thing',
    pattern:
      /^That,?\s[^.;]{2,160}?(?<!\b(?:should|shall|will|would|to|may|can|could|must|not) )\bbe (?:\w+ly )?(?!urged|invited|requested|encouraged|asked|reminded|called)\w+(?:ed|en|t)\b/,
    confidence: 0.72,
  },
  {
    name: 'decision.adopts',
    kind: 'decision',
    who: 'meeting',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:(?:adopt|endors|approv|accept|decid|resolv|establish|designat|authori[sz]|nominat|grant(?=\\w* (?:the (?:request|application|extension|status)|an extension|observer|consultative|membership|⟦))|confirm(?=\\w* (?:⟦S\\d+⟧ as|the (?:rules|date|venue|appointment|election|establishment|mandate|decision)|its decision)))(?:e?s|e?d|ied|ies)?|adopt|endorse|approve|accept|decide|resolve)\\b(?! (?:pursuant|under|during|earlier|previously|by(?! (?:acclamation|consensus|unanimity|silence|a vote))|in accordance|in the framework|in \\d{4}|at the (?:last|previous)|in (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}))`,
      'i',
    ),
    unless:
      /(?<!\bto \w+ (?:the following|these) [^:;]{2,80}):$|\b(?:had|having) (?:already |previously )?(?:adopted|decided|endorsed|approved|established)\b/i,
    confidence: 0.88,
  },
  {
    name: 'decision.settles',
    kind: 'decision',
    who: 'meeting',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:sign(?:s|ed) (?:the|a|an)\\b|launch(?:es|ed) (?:the|a|an)\\b|set(?:s)? (?:the|a) (?!stage|scene|tone|context)|renew(?:s|ed) the (?:mandate|term|agreement|appointment)|clear(?:s|ed) the|ratif(?:ies|ied) the|reach(?:es|ed) (?:an? )?(?:agreement|consensus|understanding) (?:on|to)|(?:took|takes|made) the following decisions?|conclud(?:es|ed) that (?=[^.;]{0,160}\\b(?:would|should|shall|will)\\b)|extend(?:s|ed) the (?:mandate|term|deadline|duration)|concurred (?:with|in)|gave (?:its|their) (?:approval|consent|endorsement))`,
      'i',
    ),
    unless: /\bconcluded that [^,;]{0,100}\b(?:is|are|was|were|remained)\b/i,
    confidence: 0.8,
  },
  {
    name: 'decision.consensus',
    kind: 'decision',
    who: 'thing',
    pattern:
      /\b(?:[Cc]onsensus|[Aa]greement) was reached (?:on|to|that)|\b[Tt]here was (?:general |broad |unanimous )?(?:agreement|consensus) (?:to|that [^.;]{0,120}\b(?:should|shall|would|will)\b)|\bmet with (?:general |broad |unanimous |the )?approval\b|,\swhich (?:was|were) (?:\w+ly )?(?:accepted|approved|adopted|endorsed)\.?$|\bshall (?:enter into force|take effect)\b/,
    confidence: 0.74,
  },
  {
    name: 'decision.was-adopted',
    kind: 'decision',
    who: 'thing',
    pattern: new RegExp(
      `(?<!\\b(?:as|which|that|who|when)\\s)\\b(?:was|were|is|are) ${ADV}(?:adopted|endorsed|approved|accepted|agreed upon|agreed|decided upon|decided|confirmed as|designated as)\\b(?! (?:by the (?:General|Security|Assembly|UN|United|Council|European|Parliament|Government|Cabinet)|in (?:\\w+ )?\\d{4}|at the (?:last|previous|first|second|third)|to be (?!held)))`,
      'i',
    ),
    unless:
      /:$|\b(?:agreed|stressed|noted|recalled|underlined|emphasi[sz]ed) that\b|\b[Ii]t (?:was|is)\b|\b(?:adopted|agreed|approved|endorsed) (?:in|at|by|during|on) (?:the )?(?:previous|last|\w+ \d{4}|\d{4})|\bonce\b|\bif\b|\bwhen\b|\b(?:project|proposal|request|application)s? (?:that|which) (?:was|were)|\bwidely (?:accepted|agreed)|\bgenerally accepted\b/i,
    confidence: 0.74,
  },
  {
    name: 'decision.welcomes-proposed',
    kind: 'decision',
    who: 'meeting',
    pattern: new RegExp(`\\b${ADV}welcome[sd]? the (?:proposed\\b|proposal (?:to|for|of|by))`, 'i'),
    confidence: 0.72,
  },
  {
    name: 'decision.supports-holding',
    kind: 'decision',
    who: 'meeting',
    pattern: new RegExp(
      `\\b${ADV}support(?:s|ed)? (?:in principle\\b|⟦S\\d+⟧[’']s proposal|(?:the|this|a) (?:proposed|proposal|nomination|candidature|candidacy|holding|establishment|creation|convening|launch|idea|organi[sz]ation|continuation|inclusion|adoption|initiative|suggestion)\\b)`,
      'i',
    ),
    confidence: 0.7,
  },
  {
    name: 'action-point.will',
    kind: 'action-point',
    who: 'collective',
    pattern: new RegExp(
      `\\b(?:will|shall) ${ADV}(?!be\\b|have\\b|remain|continue to (?:face|be)|need|see\\b|find|meet\\b|know|become|require|depend|benefit|receive|take place|reconvene|convene|discuss|focus|continue to be|serve|host|mark)[a-z]+`,
      'i',
    ),
    unless:
      /\b(?:noted|recogni[sz]ed|hoped|believed|expected|stressed|acknowledged|emphasi[sz]ed|if|when|agreed|decided|announced|aware)\b/i,
    confidence: 0.68,
  },
  {
    name: 'action-point.prefix',
    kind: 'action-point',
    who: 'thing',
    pattern:
      /^(?:Actions?(?: points?| required)?|Follow-up|To do|Next steps?)(?:\s\d{1,2})?\s?:\s(?:(?:[Tt]he )?⟦S(?<by>\d+)⟧(?= (?:to|will|shall)\b))?/,
    confidence: 0.85,
  },
  {
    name: 'action-point.committed-to',
    kind: 'action-point',
    who: 'meeting',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:commit(?:s|ted)? (?:themselves |ourselves |itself )?to (?!the\\b|their\\b|its\\b|a\\b|an\\b|this\\b|these\\b)\\w+|undert(?:ake|akes|ook) to|pledged? to)`,
      'i',
    ),
    unless: /\b(?:remain(?:s|ed)?|are|is|were|was) (?:fully |firmly |strongly )?committed\b/i,
    confidence: 0.72,
  },
];
