/** What a rule is: a name, what it finds, the grammar it looks for, and who must speak. */
import type { OutcomeKind } from '../reading.ts';

/**
 * `party`: one state, organisation, office or body speaks. `meeting`: the meeting, its members or nobody by name.
 * `collective`: the same without bodies or states by name. `any`: either. `thing`: no speaker is asked for (passive voice, dated events).
 */
export type Who = 'party' | 'meeting' | 'collective' | 'any' | 'thing' | 'speaker';

export interface Rule {
  /** Dotted, `offer.ready-to`. */
  name: string;
  kind: OutcomeKind;
  who: Who;
  /** On the masked sentence (see `mentions/view.ts`). The match begins at the verb; group `to` may hold the addressee's mark. */
  pattern: RegExp;
  /** The rule is silent when the sentence also says this. */
  unless?: RegExp;
  /** The rule is silent unless the sentence also says this. */
  only?: RegExp;
  confidence: number;
}

/** Adverbs and fillers that may stand between subject, auxiliary and verb. */
export const ADV =
  '(?:(?:also|further|furthermore|therefore|thus|hence|then|again|strongly|now|soon|already|in turn|in principle|in general|in particular|once again|hereby|unanimously|provisionally|subsequently|\\w+ly|,)\\s)*';

/** Verbs of doing something for others. */
export const GIVING =
  '(?:co-?|jointly |actively |further |again |to )*(?:host|organi[sz]e|hold|support|provide|contribute|fund|finance|co-?fund|share|lead|co-?lead|chair|convene|deploy|send|donate|assist|offer|second|launch|facilitate|sponsor|co-?sponsor|help|lend|grant|make available|supply|train|partner|join|participate|take|play|assume|serve|act|coordinate|develop|present|circulate|distribute|prepare|deliver|work|cooperate|collaborate|engage|explore|enhance|increase|strengthen|expand|extend|continue|step up|intensify|invest|double|accept|receive|resettle|exchange|conduct|implement|initiate|mobili[sz]e|undertake|submit|draft|dispatch|allocate|cover|pay|establish|open|set up|create|build|run|translate|advise|pilot|give|bring|promote|welcome|commit|raise|follow|report|consult|examine|review|look|discuss|consider|carry|put|maintain|pursue|improve|accede|ratify|sign|transmit|forward|compile)\\b';

/** Verbs of giving in the narrow sense: what is announced with them is for others, not for oneself. */
export const GIVING_NARROW =
  '(?:co-?|jointly |actively |gladly |further |again |to )*(?:host|co-?host|organi[sz]e|co-?organi[sz]e|hold|support|provide|contribute|fund|finance|co-?fund|share|lead|co-?lead|chair|convene|deploy|send|donate|assist|offer|second|sponsor|co-?sponsor|lend|make available|supply|train|circulate|distribute|facilitate|help|deliver|launch|grant|allocate|mobili[sz]e|transmit|compile|dispatch|serve|coordinate|make its|make available|station|take over|take the lead|contribute to|put|place|post|carry out|accommodate|cover|exempt|open (?:its|his|her|their|the|ten|new|up)|translate|publish|print|pay|bear|release|receive|take in|second|join|extend its|renew its|double its|increase its contribution|continue (?:its|to support|to fund|to provide|supporting|funding|providing)|send|prepare|draft|submit|report back|follow up|work with|cooperate with|collaborate|assist|bring|give|invest|donate|waive|return|dedicate|devote|appoint a|designate a|nominate a|sign)\\b';
