/** Recommendations: a party or the meeting suggests, proposes, recommends, or argues that something should be done. */
import { ADV } from '../rule.ts';
import type { Rule } from '../rule.ts';

const SAID =
  '(?:argu|stress|underlin|emphasi[sz]|stat|not|believ|consider|highlight|point(?:s|ed) out|maintain|insist|remark|observ|add|said|agre|suggest|propos|think|thought|feel|felt|opin|reiterat|underscor|mention|express(?:es|ed) the view|said)';

export const recommendationRules: Rule[] = [
  {
    name: 'recommendation.suggests',
    kind: 'recommendation',
    who: 'any',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had|would) )?${ADV}(?:suggest(?:s|ed)?|propose[sd]?|recommend(?:s|ed)?|advise[sd]?(?! that)|advocate[sd]?|argue[sd]?(?= for)|(?:speaks|spoke)(?= in favour)) (?!thanking|by\\b|at\\b|in the\\b|framework|thematic|activities|dates?\\b|draft|amendments? (?:was|were))(?:${ADV})(?:that|to|for|in favour of|the|an?|its|their|more|countries|states|members|all|further|including|simpl|\\w+er\\b|regular|joint|common|increased|enhanced|annual|additional|new|two|three|establish|creat|hold|having|using|organi|develop|strengthen|setting|⟦|(?:[\\w’-]+ing)\\b)`,
      'i',
    ),
    confidence: 0.88,
  },
  {
    name: 'recommendation.is-proposed',
    kind: 'recommendation',
    who: 'thing',
    pattern: new RegExp(
      `\\b(?:is|was|are|were|has been|have been|had been) ${ADV}(?:suggested|proposed|recommended|advised(?! (?:that|of|on|by)\\b))\\b(?! by the meeting for (?:adoption|approval))`,
      'i',
    ),
    unless:
      /\b(?:as (?:was|is|has been)|which (?:was|were|is)|previously|that (?:was|were)) (?:originally |first )?(?:suggested|proposed|recommended)\b/i,
    confidence: 0.84,
  },
  {
    name: 'recommendation.proposal-by',
    kind: 'recommendation',
    who: 'thing',
    pattern:
      /\b(?:proposal|suggestion|recommendation) (?:(?:made |put forward |submitted |tabled )?(?:by|from|of) (?:the )?⟦S(?<by>\d+)⟧[^.;]{0,40}?)(?:to|that|for|on)\b/i,
    unless:
      /\b(?:agreed (?:to|with)|adopted|endorsed|accepted|approved|considered|discussed|welcomed|noted|supported|realisation of)\b.{0,40}\b(?:proposal|suggestion|recommendation)/i,
    confidence: 0.82,
  },
  {
    name: 'recommendation.says-should',
    kind: 'recommendation',
    who: 'any',
    pattern: new RegExp(`\\b${ADV}${SAID}(?:e?s|ed|ing|es)?\\b.{0,260}?\\b(?:should|ought to)\\b`, 'i'),
    unless:
      /\bI should (?:also )?(?:like|wish)\b|\b(?:agreed that .{0,200}should|should (?:the|there) (?:need|situation)|should no longer be available)\b/i,
    confidence: 0.76,
  },
  {
    name: 'recommendation.it-was-felt',
    kind: 'recommendation',
    who: 'thing',
    pattern:
      /^(?:[A-Z][^⟦,;.]{2,40}, )?[Ii]t was (?:also |further |generally |\w+ly )?(?:felt|considered|stressed|underlined|emphasi[sz]ed|observed|pointed out|argued|stated|said|mentioned|highlighted) that .{0,260}?\b(?:should|ought to)\b/,
    confidence: 0.74,
  },
  {
    name: 'recommendation.of-the-view',
    kind: 'recommendation',
    who: 'any',
    pattern:
      /\b(?:is|are|was|were) of the (?:view|opinion) that\b(?=.{0,260}?\b(?:should|ought to|must|need(?:s|ed)? to be|be \w+(?:ed|en|t)\b))/i,
    confidence: 0.76,
  },
  {
    name: 'recommendation.considers-expedient',
    kind: 'recommendation',
    who: 'any',
    pattern:
      /\b(?:consider(?:s|ed)|deem(?:s|ed)|f(?:inds|ound)|thought|thinks|believe[sd]?) (?:it|⟦A\d+⟧|that (?:it|⟦A\d+⟧) (?:is|was|would be)) (?:\w+ )?(?:expedient|useful|advisable|necessary|desirable|appropriate|worthwhile|helpful|timely) (?:to|for|that|if)\b/i,
    confidence: 0.74,
  },
  {
    name: 'recommendation.puts-forward',
    kind: 'recommendation',
    who: 'any',
    pattern:
      /\b(?:put(?:s)? forward|reiterate[sd]|repeat(?:s|ed)|renew(?:s|ed)|recall(?:s|ed)|submitted|tabled|made|presented|introduced|advanced) (?:a|an|the|its|their|several|two|three) (?:\w+ ){0,2}(?:proposal|suggestion|recommendation|idea)s? (?:for|to|that|on|of)\b/i,
    unless: /\bproposal to host\b/i,
    confidence: 0.78,
  },
  {
    name: 'recommendation.according-to',
    kind: 'recommendation',
    who: 'thing',
    pattern:
      /(?:^|[,;]\s)(?:According to|In the (?:view|opinion) of|For) (?:the )?⟦[SMN](?<by>\d+)⟧,.{0,260}?\b(?:should|ought to|must)\b/i,
    confidence: 0.76,
  },
  {
    name: 'recommendation.in-its-opinion',
    kind: 'recommendation',
    who: 'speaker',
    pattern: /\b[Ii]n (?:its|their|his|her) (?:opinion|view),?.{0,260}?\b(?:should|ought to|must)\b/,
    confidence: 0.76,
  },
  {
    name: 'recommendation.key-area',
    kind: 'recommendation',
    who: 'thing',
    pattern:
      /\bneed (?:for|to)\b.{1,420}\b(?:was|were|is|are) (?:also |further )?(?:identified|highlighted|recommended|proposed|singled out) as\b/i,
    confidence: 0.72,
  },
  {
    name: 'recommendation.advisable',
    kind: 'recommendation',
    who: 'thing',
    pattern:
      /\b(?:would|might|could) be (?:advisable|useful|beneficial|helpful|desirable|worthwhile|appropriate) (?:to|if|for)\b|\bit is (?:advisable|advised|recommended|desirable) (?:to|that)\b/i,
    confidence: 0.7,
  },
  {
    name: 'recommendation.should',
    kind: 'recommendation',
    who: 'thing',
    pattern:
      /^(?:(?:In (?:this|that) (?:regard|context|respect)|In addition|Furthermore|Moreover|Therefore|Thus|Also|Finally|Likewise|To (?:this|that) end|Accordingly)[,:]? )?(?:the |all |more |further |greater |a |an |⟦|[A-Z])[^.;:]{2,140}?(?<!,\s)\bshould (?:also |therefore |further |not |thus |\w+ly )*(?!like\b|wish\b|reach\b|make (?:it|⟦A\d+⟧) possible|never|no longer|lead to|help|enable|result|suffice|come\b|know|depend|exist|serve\b|have been|be noted|mean|prove|expect|amount)[a-z]+\b/i,
    unless:
      /\bshould (?:be|have been) (?:noted|mentioned|recalled|understood)|\bshould (?:the|any)\b|\bagreed that\b|\bdecided that\b|^(?:If|When|Whether|What|How|Which|Who)\b|\?$/i,
    confidence: 0.6,
  },
];
