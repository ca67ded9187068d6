import { CAPITAL } from './capitals.ts';

/** How offices, bodies, the meeting as a whole and stand-ins are written. Names of states and organisations come from the lexicon. */
const NUMBER_WORD = 'two|three|four|five|six|seven|eight|nine|ten|both|all|\\d{1,3}';
const GROUP_NOUN =
  '(?:states?[- ]parties|(?:member|participating|participant|partner|signatory|observer|attending) (?:states?|countries|governments|economies|parties)|delegations|delegates|participants|ministers|viceministers|vice-ministers|leaders|officials|experts|parties|partners|members|contracting parties|heads of (?:states? (?:and|or) governments?|government|delegations?|state)|representatives|governors|parliamentarians|signatories|speakers|countries|states|governments|economies|working groups|sides|attendees|principals|attorneys[- ]general|authorities|chiefs|co-sponsors|stakeholders|(?:national )?(?:focal|contact) points|directors|commissioners|presidents|coordinators|rapporteurs|heads of [a-z]+|judges|secretaries|heads|deputies|signatories|troika|excellencies)';
const MEETING_NOUN =
  '(?:meeting|conference|forum|summit|committee|sub-?committee|Sub-?Committee|council|commission|assembly|board|session|plenary|workshop|seminar|symposium|consultations?|dialogue|process|panel|retreat|group|working group|congress|bureau|authorities|network|round ?table|consultation|plenum|colloquium|troika|authority|task force)';
const ADJECTIVES =
  '(?:[A-Z][\\w-]+ |[a-z]+-level |senior |regional |foreign |finance |working |prime |present |thematic ){0,4}';
const BODY_NOUN =
  '(?:Group|Committee|Commission|Council|Board|Task Force|Task Team|Network|Bureau|Panel|Subcommittee|Sub-Committee|Taskforce|Secretariat)';
const ORG_NOUN =
  '(?:Agency|Organi[sz]ation|Institute|Union|Office|Cent(?:re|er)|Bank|Fund|Programme|Association|Federation|Foundation|University|Alliance|Initiative|Coalition|Unit|Partnership|Authority|Corporation|Society|Academy|Consortium|Confederation|League|Observatory)';
const OFFICE =
  "(?:[Cc]o-?[Cc]hair(?:s|persons?|men|man)?|[Vv]ice-? ?[Cc]hair(?:s|man|person)?|(?<!\\bto )[Cc]hair(?:man|woman|person|manship|personship)?(?!s\\b)|[Pp]residency(?! of)|President(?! (?:of|for) (?:the (?!Meeting|Conference|Forum)|[A-Z]))|[Rr]apporteur|[Mm]oderator|[Ff]acilitator|[Cc]onvenor|[Cc]o-?[Hh]osts?|(?:[A-Z][\\w-]+ ){0,4}[Ss]ecretariat|[Ss]ecretary[- ][Gg]eneral|[Dd]irector[- ][Gg]eneral|[Ee]xecutive [Dd]irector)\\b(?!'s? [a-z]+ing)";

/** Each word with or without a capital. */
function anyCase(source: string): string {
  return source.replace(/(?<![\p{L}\\?[])([a-z])(?=[a-z]{2})/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

/** Verbs that begin a clause of a resolution, in capitals there: no part of a name. */
const VERBS =
  'Invit(?:e|es|ed|ing)|Urg(?:e|es|ed|ing)|Request(?:s|ed|ing)?|Call(?:s|ed|ing)?|Ask(?:s|ed|ing)?|Encourag(?:e|es|ed|ing)|Decid(?:e|es|ed)|Recommend(?:s|ed)?|Not(?:e|es|ed|ing)|Welcom(?:e|es|ed|ing)|Thank(?:s|ed|ing)?|Remind(?:s|ed)?|Task(?:s|ed)?|Instruct(?:s|ed)?|Direct(?:s|ed)?|Appeal(?:s|ed)?|Recall(?:s|ed|ing)?|Commend(?:s|ed)?|Adopt(?:s|ed)?|Endors(?:e|es|ed)|Agree(?:s|d)?|Help|Support(?:s|ed)?|Bring|Send|Exhort(?:s|ed)?';

const GROUPS = anyCase(GROUP_NOUN);
const MEETINGS = anyCase(MEETING_NOUN);

/** What a meeting named without an article ("Summit mandated …") does. */
const SPEAKS =
  '(?:(?:agree|decide|note|urge|approve|endorse|welcome|receive|invite|encourage|observe|acknowledge|congratulate|resolve|reiterate|condemn|mandate|entrust|task|commend|direct|request|adopt|accept|appoint|elect|instruct|recommend|reaffirm|recall|review|consider|call|thank|express|extend|convene|establish|launch)(?:s|d|es|ed)?|took|takes)';

/** The words an alternative below can begin with in small letters; `a` begins one before another word. */
const BEGIN =
  'incoming outgoing current rotating acting forum meeting conference committee process co- cochair cohost vice chair presidency rapporteur moderator facilitator convenor secretary director executive ' +
  'some many most several other certain various one another the both all this their its his her he she it they we senior foreign ' +
  'states member participating signatory observer attending delegates ministers viceministers leaders officials experts parties contracting heads representatives governors speakers countries economies working sides principals attorneys authorities chiefs stakeholders national focal commissioners coordinators judges deputies troika excellencies ' +
  'reference contact steering core drafting';
const BEGINNINGS = ['[A-Z]', 'a ', ...new Set(BEGIN.split(' ').map((word) => word.slice(0, 3)))].join('|');

/** Every alternative begins at the edge of a word, with a capital or so: saying it first spares trying them all at every letter. */
const EDGE = `\\b(?=${BEGINNINGS})`;

/** What one alternative finds. */
export type FoundAs = 'capital' | 'office' | 'some' | 'meeting' | 'pair' | 'body' | 'stand-in' | 'acronym';

/** The first alternative that fits at a place wins. None has a group of its own. */
const ALTERNATIVES: readonly (readonly [FoundAs, string])[] = [
  ['capital', CAPITAL],
  [
    'office',
    `\\b(?:[Tt]he |[Aa] )?(?:(?:[Ii]ncoming|[Oo]utgoing|[Cc]urrent|[Rr]otating|[Aa]cting|[Ff]orum|[Mm]eeting|[Cc]onference|[Cc]ommittee|BP|[Pp]rocess) )?${OFFICE}`,
  ],
  [
    'some',
    `\\b(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Oo]ther|[Aa] (?:number|few|majority|group) of|[Cc]ertain|[Vv]arious|[Oo]ne|[Aa]nother|[Aa]) (?:of the |other )?(?:${GROUPS}|delegation|participant|delegate|speaker|state|country|member|minister)\\b|\\bOthers\\b`,
  ],
  ['meeting', `\\b[Tt]he (?:(?:two|three|four|five|${NUMBER_WORD}) )?(?:[Cc]o-?)?[Cc]hairs\\b`],
  [
    'pair',
    `\\b[Bb]oth (?:the )?${anyCase('(?:delegations|countries|sides|states|organi[sz]ations|agencies|parties|governments|speakers|delegates)')}\\b`,
  ],
  [
    'meeting',
    `\\b[Tt]he ${ADJECTIVES}(?:${MEETINGS})\\b|\\b[A-Z]{2,6}s\\b|(?:^|(?<=[.;:,] |\\band ))(?:Summit|Council|Conference|Forum|Congress|Assembly|Plenary|Committee|Meeting)(?= (?:also |further |then |\\w+ly )?(?:${SPEAKS})\\b)`,
  ],
  [
    'meeting',
    `\\b(?:(?:[Tt]he|[Aa]ll|[Tt]hese|[Tt]heir|THE|WE,?) )(?:of the |the )?(?:(?:${NUMBER_WORD}) )?${ADJECTIVES}(?:${GROUPS}|AUTHORITIES|PARTICIPANTS|MINISTERS|LEADERS|PARTIES|STATES PARTIES|MEMBER STATES|HEADS OF STATE AND GOVERNMENT)\\b(?: (?:present|attending))?`,
  ],
  [
    'meeting',
    `(?:^|(?<=[.;:,•)]\\s|["“(–-] ?|\\b(?:and|that|which|where|while|when|day|previous|present|year) ))(?:(?:[Aa]ll|[Bb]oth|[Tt]he) )?(?:(?:(?!(?:${VERBS})\\b)[A-Z][\\w-]+|[Ss]enior|[Ff]oreign) ){0,3}(?:${GROUPS})\\b`,
  ],
  [
    'body',
    `\\b(?:[Tt]he )?(?:(?!(?:The|This|An?|All|In|At|Deputy|Head|Director|Minister|President|Secretary|Mr|Ms|Mrs|Dr|Under|On|By|For|Both|Chief|Officer) )[A-Z][\\w’'-]* (?:(?:of|for|on) (?:the )?|and )?){1,6}(?:${BODY_NOUN}|${ORG_NOUN}(?: (?:for|of|on|against) (?:the )?[A-Z][\\w-]*(?: (?:and )?[A-Z][\\w-]*){0,4})?)\\b|\\b(?:[Tt]he )?(?:reference|working|contact|steering|expert|core|drafting) (?:group|committee)\\b`,
  ],
  [
    'stand-in',
    `\\b(?:[Tt]he|[Tt]his|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er) (?:country|[Aa]gency|[Oo]rgani[sz]ation|representative|delegation|delegate|[Gg]overnment|commission|[Uu]nion|[Ii]nstitut(?:ion|e)|[Mm]inistry|programme|[Oo]ffice|[Mm]inister|speaker|[Aa]mbassador|[Dd]eputy [Mm]inister|state secretary|state|company|bank|fund|observer|latter|former|side|Federation|Republic|Kingdom|Emirates)\\b|\\b(?:[Hh]is|[Hh]er) administration\\b|\\b(?:He|She|It|They|he|she|it|they|We|we|WE)\\b`,
  ],
  [
    'acronym',
    `\\b(?![A-Z]{3,8}(?:ED|ING)\\b|(?:NOTES|ADOPTS|AGREES|DECIDES|REQUESTS|INVITES|URGES|CALLS|WELCOMES|ENDORSES|APPROVES|RECALLS)\\b)[A-Z][A-Z&]{2,9}\\b(?!-| ?\\d)`,
  ],
];

/** One group for each alternative, without a name: the engine would make a record of all names for each match. */
export const COMMON = new RegExp(`${EDGE}(?:${ALTERNATIVES.map(([, source]) => `(${source})`).join('|')})`, 'gm');

/** Which alternative found a match of `COMMON`. */
export function foundAs(match: RegExpExecArray): FoundAs {
  const at = ALTERNATIVES.findIndex((_, i) => match[i + 1] !== undefined);
  return ALTERNATIVES[at]![0];
}
