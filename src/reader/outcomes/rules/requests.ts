/** Requests: one party, or the meeting, asks, urges, invites, tasks or wishes others to do something. */
import { ADV } from '../rule.ts';
import type { Rule } from '../rule.ts';

const ASKED =
  '(?:urges?|urged|invites?|invited|requests?|requested|asks?|asked|encourages?|encouraged|tasks|tasked|exhorts?|exhorted|directs?|directed|instructs?|instructed|mandates?|mandated|entrusts?|entrusted|implores?|implored|charged|reminded)';
const CALL = '(?:calls?|called|calling) (?:up)?on|(?:appeals?|appealed|appealing) to';
const PROCEDURE =
  /\b(?:invited|asked|encouraged|requested) (?:the )?(?:⟦[MNS]\d+⟧|participants|delegates|members|delegations|speakers|panellists|audience)(?: \w+)? to (?:reflect|share (?:their|his|her)|introduce|comment|take the floor|ask questions|make (?:their )?(?:interventions|statements|comments)|intervene|engage in|attend|participate|discuss|provide (?:their )?(?:comments|views)|present their|join (?:him|her|in)|observe|adopt the agenda|describe|speak)|\breminded (?:⟦[MNSA]\d+⟧|\w+) (?:that|of)\b|\b(?:by|in) (?:its )?(?:resolution|decision) [\dA-Z]|\basked (?:whether|if|how|what|why|when|about)\b/i;

export const requestRules: Rule[] = [
  {
    name: 'request.urges',
    kind: 'request',
    who: 'any',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:${ASKED}|${CALL})\\b(?! (?:by|that the minutes))(?=(?: (?:all|the|its|their|other|further|on|both|each|those|any))*\\s(?:⟦[SMNA](?<to>\\d+)⟧|[\\w’'⟦⟧-]+))`,
      'i',
    ),
    unless: PROCEDURE,
    only: /\b(?:urg|exhort|implor)(?:e|ed|es|s)\b|\b(?:invit|request|ask|encourag|task|direct|instruct|mandat|entrust|call|appeal|charg|remind)\w*.{2,400}?\b(?:to|that|for|with)\b/i,
    confidence: 0.88,
  },
  {
    name: 'request.urging',
    kind: 'request',
    who: 'speaker',
    pattern: new RegExp(
      `,? (?:and |while |thus |also )?(?:urging|inviting|requesting|asking|encouraging|tasking|calling (?:up)?on|appealing to) (?:all |the |its |their |other )*(?:⟦[SMNA](?<to>\\d+)⟧|[\\w’'-]+ ?){1,8}\\s?to\\b`,
      'i',
    ),
    confidence: 0.82,
  },
  {
    name: 'request.calls-for',
    kind: 'request',
    who: 'any',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:calls?|called|calling|appealed|appeals?|appealing|pleaded|pleads|hoped|hopes) for\\b`,
      'i',
    ),
    confidence: 0.78,
  },
  {
    name: 'request.requests-thing',
    kind: 'request',
    who: 'party',
    pattern: new RegExp(
      `\\b${ADV}(?:requests|requested|sought|is seeking|asked for|asks for|would (?:also )?(?:welcome|appreciate|like(?= (?:[\\w⟦⟧]+ ){0,2}(?:funding|support|help|assistance|guidance|advice)\\b))|counts on|counted on|relies on|looked to|looks to|solicited|solicits|expects|expected|needs|needed|solicited) (?!to\\b|by\\b|that\\b)(?:${ADV})[\\w⟦]`,
      'i',
    ),
    unless:
      /\b(?:sought|expects|expected|needs|needed|seeking) (?!(?:\w+ (?:and \w+ )?){0,3}(?:support|assistance|help|funding|aid|solidarity|resources|training|cooperation|information|clarification|guidance|advice|expertise|contributions?|partners|states|members|donors|⟦))/i,
    confidence: 0.78,
  },
  {
    name: 'request.seeks',
    kind: 'request',
    who: 'any',
    pattern: new RegExp(
      `\\b(?:(?:has|have|had) )?${ADV}(?:sought|seeks?|solicit(?:s|ed)) (?:the |further |more |greater |continued |additional )*(?:support|assistance|help|advice|guidance|cooperation|clarification|views|funding|approval|agreement|contributions?)\\b`,
      'i',
    ),
    confidence: 0.78,
  },
  {
    name: 'request.made-a-plea',
    kind: 'request',
    who: 'any',
    pattern:
      /\b(?:made|makes|launched|addressed|submitted|put forward|issued|directed|renewed|repeated)\b.{0,40}\b(?:a|an|its|their|the) (?:\w+ )?(?:plea|appeal|request|call) (?:to|for|that)\b/i,
    unless: /\b(?:granted|considered) the request/i,
    confidence: 0.8,
  },
  {
    name: 'request.would-like',
    kind: 'request',
    who: 'any',
    pattern:
      /\b(?:would (?:also )?like|wish(?:es|ed)?|desire[sd]?|hope[sd]?|want(?:s|ed)?|would (?:appreciate|welcome|prefer))(?: (?:to (?:see|have more|receive|get)|(?:the|their|its|his|her) (?:[\w’'-]+ ){1,4}to (?:be|have|receive|get)|for (?:the )?(?:⟦[SMNA]\d+⟧|[\w’'-]+)|more|further|greater)|\s(?:the )?⟦[SMNA](?<to>\d+)⟧ to)\b/i,
    confidence: 0.84,
  },
  {
    name: 'request.expressed-wish',
    kind: 'request',
    who: 'any',
    pattern:
      /\b(?:express(?:es|ed|ing)?|voic(?:es|ed)|reiterat(?:es|ed)|convey(?:s|ed)|repeat(?:s|ed)) (?:the |its |their |his |her |a |strong |sincere |country[’']s |⟦[SMNA]\d+⟧[’']s? )*(?:wish|desire|request|need|appeal|expectation)\b(?: (?:to|for|that))/i,
    unless: /\bexpress(?:ed)? (?:the |their |its )?(?:need|desire) to (?:work|continue|strengthen|enhance)/i,
    confidence: 0.84,
  },
  {
    name: 'request.hope-of-others',
    kind: 'request',
    who: 'any',
    pattern:
      /\bexpress(?:es|ed|ing)? (?:the|its|their|his|her) (?:strong |sincere )?hope that (?:all |other |more |the )*(?:⟦[SN](?<to>\d+)⟧|states|members|countries|donors|partners|parties|governments)[^.;,]{0,80}? (?:will|would|could)\b/i,
    unless: /\bhope that .{0,160}\b(?:fruitful|successful|useful)\b/i,
    confidence: 0.76,
  },
  {
    name: 'request.of-a-letter',
    kind: 'request',
    who: 'thing',
    pattern:
      /^(?:May (?:I|we) (?:ask|invite|request|remind)|(?:I|We) (?:would|should) be (?:most |very )?grateful (?:if|for)|(?:Please|Kindly) (?!note|see|find|contact|visit|refer|click|consult|do not)[a-z]+ )/,
    confidence: 0.72,
  },
  {
    name: 'request.that-be-urged',
    kind: 'request',
    who: 'thing',
    pattern:
      /^That,?\s[^.;]{2,140}?\bbe (?:\w+ly |again )?(?:urged|invited|requested|encouraged|asked|reminded|called upon) (?:to|that|of)\b/,
    confidence: 0.8,
  },
  {
    name: 'request.desiring',
    kind: 'request',
    who: 'speaker',
    pattern:
      /\b(?:desiring|wishing for|seeking|hoping for|requesting|wanting) (?:a )?(?:more|greater|further|stronger|increased|additional|better|closer)\b/i,
    confidence: 0.74,
  },
  {
    name: 'request.needs-help',
    kind: 'request',
    who: 'speaker',
    pattern:
      /\b(?:needs?|needed|requires?|required) (?:more|further|additional|greater|increased|continued|urgent|international|technical|financial) (?:\w+ )?(?:help|support|assistance|funding|resources|aid|solidarity)\b/i,
    confidence: 0.72,
  },
  {
    name: 'request.are-urged',
    kind: 'request',
    who: 'thing',
    pattern: new RegExp(
      `(?:⟦[SMNA](?<to>\\d+)⟧(?: and \\w+)?|\\b[Ss]tates|\\b[Pp]arties|\\b[Mm]embers|\\b[Cc]ountries|\\b[Gg]overnments|\\b[Dd]onors|\\b[Pp]artners)(?: (?:which|who|that) [^.;,]{0,60}?)?(?: \\([^)]{0,40}\\))?,? (?:(?:is|are) (?:\\w+ly |further |also |therefore )*(?:urged|encouraged|invited|requested|asked|called (?:up)?on|reminded|kindly asked)|(?:was|were) (?:\\w+ly |further |also |therefore )*(?:given the task|urged|requested|called (?:up)?on|encouraged|tasked|asked|mandated|instructed|entrusted|invited|directed|charged)) (?:to|with|of)\\b`,
    ),
    unless:
      /\b(?:[Pp]articipants|[Dd]elegates|[Dd]elegations|[Ss]peakers|[Gg]roups?|[Rr]epresentatives) were (?:asked|encouraged|requested|invited) to|⟦[MN]\d+⟧ (?:\w+ )?were (?:asked|encouraged|invited|requested) to (?:reflect|attend|share|discuss|identify|consider|focus|exchange|present|describe)/i,
    confidence: 0.8,
  },
];
