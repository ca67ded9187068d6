/** Offers: one party hosts, funds, leads, contributes, is ready or plans to, for others. */
import { ADV, GIVING, GIVING_NARROW } from '../rule.ts';
import type { Rule } from '../rule.ts';

const OWN =
  "(?:its|their|his|her|the|a|an|continued|full|strong|firm|clear|⟦[SMNA]\\d+⟧[’']s?|country[’']s|own|and|willingness|readiness|interest)";
const BE = `(?:is|are|was|were|remain(?:s|ed)?|stands?|stood|(?:would|will|could) ${ADV}be|being|has been|felt|declared (?:it|them|him|her)self|to be)`;
const SAID =
  '(?:express|indicat|stat|confirm|declar|signal(?:l)?|announc|communicat|show|voic|convey|not|mention|underlin|stress|highlight|reiterat|reaffirm|reconfirm|signif|giv|repeat|inform(?:ed|s)?(?: (?:⟦[SMNA]\\d+⟧|the \\w+|\\w+))? (?:of|about)|repeat|emphasi[sz]|recall)';
/** What a state plans for itself. */
const AT_HOME =
  /\b(?:plans?|planned|planning|intends?|intended|intention|aims?|going) (?:\w+ )?to (?:adopt|amend|introduce|reform|revise|moderni|digitali[sz]|enact|ratify|draft|review its|improve its|strengthen its (?:own|national|border)|increase its (?:own|border)|establish (?:a national|its)|build (?:its|a national)|create (?:its|a national)|set up (?:its|a national)|implement its|update its|streamline)/i;

export const offerRules: Rule[] = [
  {
    name: 'offer.ready-to',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b${BE} ${ADV}(?:very |more than )?(?:ready|willing|prepared|keen|eager|pleased|glad|happy|available|standing by|disposed) to ${ADV}[a-z]+`,
      'i',
    ),
    unless:
      /\b(?:pleased|glad|happy|keen|eager) to (?:note|see|welcome|report|participate|take part|join|present|learn|hear|know|announce|inform|be|attend|have been)\b/i,
    confidence: 0.92,
  },
  {
    name: 'offer.at-disposal',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:stands?|stood) ready\b|\b(?:is|are|was|were|remain(?:s|ed)?|stands?|stood) (?:fully )?at (?:the |⟦[SMNA]\d+⟧['’]?s? |[\w’']+s )?(?:disposal|service)\b|\b(?:puts?|placed?|places) (?:(?!\bto\b).){2,90}\bat (?:the |its |their |⟦[SMNA]\d+⟧['’]?s? )(?:disposal|service)\b/i,
    confidence: 0.85,
  },
  {
    name: 'offer.in-a-position',
    kind: 'offer',
    who: 'party',
    pattern: /\b(?:is|are|was|were|would be|will be) (?:now |also )?in a position to [a-z]+/i,
    unless: /\bnot (?:yet )?(?:be )?in a position\b/i,
    confidence: 0.8,
  },
  {
    name: 'offer.money',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:(?:has|have|had) )?(?:set aside|sets aside|earmark(?:s|ed)|allocat(?:es|ed)|commit(?:s|ted)|announc(?:es|ed)|(?:is|are|was|were) (?:\w+ )?(?:pleased|glad|happy|able) to announce|(?:is|are) (?:making|providing|contributing|allocating|setting aside|adding)|made available|reserv(?:es|ed)|budgeted|confirm(?:s|ed)) (?:a |an |its |further |another |additional |up to |some |the )*(?:[\w]+ ){0,4}?(?:[A-Z]{3} ?\d|US\$|€|\$|£|DM ?\d|\d[\d,.]* (?:million|billion|euros?|dollars?|francs?))/i,
    confidence: 0.84,
  },
  {
    name: 'offer.renews-invitation',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:renew|reiterat|repeat|reaffirm|recall|present|submit|announc|extend|confirm)(?:s|ed|es) (?:its|their|his|her|the|an?) (?:standing |kind |earlier |open )*(?:offer|invitation|candidature|candidacy|bid|pledge|proposal to host)\b(?=.{0,120}?\b(?:to (?:host|visit|hold|organi[sz]e|provide|meet|share|second|receive|fund|support|chair)|of\b|for\b|in\b))/i,
    confidence: 0.82,
  },
  {
    name: 'offer.invites-to-visit',
    kind: 'offer',
    who: 'party',
    pattern:
      /\binvit(?:es|ed|ing) .{2,80}?\b(?:to (?:a|the|its|their) (?:\w+ ){0,2}(?:study visit|visit|training|workshop|seminar|course)\b|to (?:visit|attend|send (?:participants|trainees) to) (?:its|their)\b)/i,
    confidence: 0.9,
  },
  {
    name: 'offer.looks-into-giving',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:looking into|examining|exploring|considering|studying|looking at) (?:the )?(?:possibilit(?:y|ies)|option|feasibility|ways) of (?:co-?)?(?:funding|hosting|providing|supporting|contributing|seconding|financing|sharing|organi[sz]ing)\b/i,
    confidence: 0.7,
  },
  {
    name: 'offer.looks-forward-to-hosting',
    kind: 'offer',
    who: 'party',
    pattern: /\blook(?:s|ed|ing)? forward to (?:hosting|welcoming (?!the )|receiving)\b/i,
    confidence: 0.74,
  },
  {
    name: 'offer.expressed-readiness',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:${SAID}(?:es|ed|ing|s|e|ies|ied)?|put forward|(?:present|submit)(?:s|t?ed)) (?:${OWN} ){0,5}(?:readiness|willingness|intention|candida(?:cy|ture)|preparedness|disposition|availability|offer)(?: of (?:its|the|his|their|⟦[SMNA]\\d+⟧)(?: \\w+)?)?(?: (?:and|or) \\w+)? (?:to|in|for|of) ${ADV}[a-z]+`,
      'i',
    ),
    confidence: 0.88,
  },
  {
    name: 'offer.renews-commitment',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:reiterat|reaffirm|reconfirm|renew|repeat)(?:es|ed|ing|s) (?:${OWN} ){0,3}commitment to (?:fund|co-?fund|finance|co-?finance|host|provide|second|contribute|pay|train|donate|double)\\b`,
      'i',
    ),
    confidence: 0.8,
  },
  {
    name: 'offer.expressed-commitment',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:express|indicat|stat|confirm|declar|announc|voic|convey)(?:es|ed|ing|s) (?:${OWN} ){0,5}(?:commitment|interest)(?: (?:and|or) \\w+)? (?:to|in) ${ADV}(?:${GIVING}|(?:co-?)?hosting|providing|supporting|contributing|(?:co-?)?funding|(?:co-?)?financing|seconding|receiving|sharing|leading|joining|organi[sz]ing|participating|cooperating|working)`,
      'i',
    ),
    confidence: 0.86,
  },
  {
    name: 'offer.interested',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b${BE} ${ADV}(?:very |keenly |also |particularly )?interested (?:to|in) ${ADV}(?:${GIVING}|(?:co-?)?hosting|providing|supporting|contributing|(?:co-?)?funding|(?:co-?)?financing|seconding|receiving|sharing|leading|joining|organi[sz]ing|exploring|cooperating|working)`,
      'i',
    ),
    confidence: 0.82,
  },
  {
    name: 'offer.plans-to',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:plans?|planned|intends?|intended|(?:is|are|was|were) (?:also )?(?:planning|going|intending)) ${ADV}(?:to ${ADV}[a-z]+|on (?:contributing|hosting|funding|providing|supporting|organi[sz]ing|sending))`,
      'i',
    ),
    unless: AT_HOME,
    confidence: 0.83,
  },
  {
    name: 'offer.offers',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:offers?|offered|extended an offer|volunteers|volunteered|made available|makes available|put at (?:the|its) disposal) [\\w(⟦]`,
      'i',
    ),
    unless:
      /\b(?:offer(?:s|ed)? (?:an? |the |its |their )?(?:\w+ )?(?:opportunit|possibilit|chance|platform|congratulat|condolenc|insight|overview|perspective|example|views?|welcome|international protection|observations|comments|remarks|thanks|support for the)|programmes that offer|which offer)/i,
    confidence: 0.9,
  },
  {
    name: 'offer.pledges',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:pledge[sd]?|reaffirm(?:s|ed) (?:its|their) pledge|promise[sd]?|undert(?:akes?|ook|aken) (?:\\w+ )?to|assured? to|assured|commit(?:s|ted)(?: itself| themselves)? (?:to|\\d|an?|EUR|USD|US\\$|€|\\$)|guarantee[sd]? (?:to|funding|support))\\b`,
      'i',
    ),
    unless:
      /\bcommitted to (?:the|its|their|this|these|working together|multilateral)\b(?!.{0,40}\b(?:host|fund|provid|shar))|\bassured (?:⟦|that|the)/i,
    confidence: 0.86,
  },
  {
    name: 'offer.agreed-to-do',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:kindly |also )?(?:agreed|agrees|accepted|accepts|consented) to ${ADV}(?:do so|${GIVING_NARROW}|(?:keep|run|draw up|update|revise|redraft|finali[sz]e|complete|arrange|look into|liaise|write to|act as|serve as) )`,
      'i',
    ),
    confidence: 0.82,
  },
  {
    name: 'offer.will-give',
    kind: 'offer',
    who: 'party',
    pattern: new RegExp(
      `\\b(?:will|would|shall) ${ADV}(?:continue to )?(?:${GIVING_NARROW}|(?:extend|renew|expand) ⟦A\\d+⟧|make (?:[\\w⟦⟧’'-]+ ){1,6}available\\b|do so\\b|assume\\b|continue its (?:support|contribution|assistance))`,
      'i',
    ),
    unless:
      /\bwould (?:like|help|provide (?:an?|the) (?:opportunit|platform|basis|framework)|support (?:the )?(?:idea|view))|\bif\b.{0,60}\bwould\b|\bwill continue to (?:be|face|remain)\b/i,
    confidence: 0.7,
  },
  {
    name: 'offer.is-to-give',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:is|are) to (?:host|co-?host|organi[sz]e|chair|co-?chair|lead|convene|fund|finance|provide|second)\b/i,
    confidence: 0.76,
  },
  {
    name: 'offer.announces-support',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:announc(?:es|ed|ing)|confirm(?:s|ed) (?:a|an|its|the))\b.{0,80}\b(?:fund(?:s|ed|ing)?|contribution|grant|donation|project|programme|program|initiative|scholarships?|million|billion|pledge|support|assistance|intention to|offer|host)\b/i,
    confidence: 0.85,
  },
  {
    name: 'offer.considers-giving',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:is|are|was|were) considering (?:a |an |the )?(?:\w+ )?(?:contribution|grant|hosting|funding|providing|donation|secondment|support)\b/i,
    confidence: 0.7,
  },
  {
    name: 'offer.leading-role',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:wish(?:es|ed)?|would like|wants?|wanted|desires?|hopes?|seeks?) to (?:(?:take|play|assume|have) (?:a |an |the )?(?:leading|lead|active|stronger|greater|more active|key)\b.{0,20}\brole\b|(?:host|contribute|co-?lead|lead|co-?host|become a (?:full )?member|join|offer|support|share)\b)/i,
    confidence: 0.84,
  },
  {
    name: 'offer.may-give',
    kind: 'offer',
    who: 'party',
    pattern:
      /\b(?:may|can|could|is able to|was able to) (?:also |further )?(?:deploy|host|second|dispatch|lend|finance|fund|co-fund|offer|cover|assist|help|support|contribute|host|accommodate|receive|share|train|take in|pay|print|translate|be used (?:for|by)|provide (?:technical|financial|further|additional|support|assistance|training|expertise))\b/i,
    unless:
      /\bcould not\b|\bso that\b|\b(?:how|whether|what|if|where|when|asked|wondered)\b[^.;]{0,60}\b(?:could|can|may)\b/i,
    confidence: 0.72,
  },
  {
    name: 'offer.could-be-used',
    kind: 'offer',
    who: 'speaker',
    pattern:
      /\b(?:could|can|may|would) be (?:used (?:for|by)|made available|put at|released)\b|\bfunding (?:for .{3,60} )?(?:had|has) been secured\b/i,
    confidence: 0.66,
  },
  {
    name: 'offer.accepted-from',
    kind: 'offer',
    who: 'thing',
    pattern:
      /(?:\b(?:accept(?:s|ed|ing)?|welcom(?:es?|ed|ing)|not(?:es|ed|ing) with (?:appreciation|gratitude|thanks|satisfaction))\b.{0,50}?|\bthank\w* (?=.{10,200}\baccept))(?:\b(?:offer|invitation|proposal|readiness|willingness)(?: made| extended| submitted)? (?:of|by|from) (?:the )?(?:(?:royal )?government (?:and people )?of )?(?:the )?⟦S(?<by>\d+)⟧|⟦S(?<by2>\d+)⟧[’']s? (?:kind |generous )*(?:offer|invitation)|⟦S(?<by3>\d+)⟧ for its (?:kind |generous )*(?:offer|invitation)).{0,30}?\bto (?:co-?)?(?:host|hold|organi[sz]e|convene|chair|fund|provide|receive|lead|meet|second|serve|occupy|assume|take|share|train|finance|support|make|assist|send|contribute|help|develop|prepare|act|coordinate|offer)/i,
    confidence: 0.86,
  },
];
