/**
 * Who is named where: states, organisations, offices (Chair, Secretariat), bodies, the meeting as a whole ("Leaders",
 * "participating states"), stand-ins ("the agency", "it"). One pass over the text, sorted, not overlapping.
 */
import { stateOfCapital } from './capitals.ts';
import { COMMON, foundAs } from './patterns.ts';
import type { FoundAs } from './patterns.ts';
import { scanParties } from '../lexicon/scan.ts';
import type { PartyMention } from '../lexicon/scan.ts';
import type { PartyKind } from '../lexicon/types.ts';

export type MentionKind = 'state' | 'organisation' | 'office' | 'body' | 'meeting' | 'some' | 'stand-in';

export interface Mention {
  kind: MentionKind;
  start: number;
  end: number;
  text: string;
  /** Known for states and organisations of the lexicon, and for offices whose holder the report names. */
  party: string | null;
  /** For offices: `chair`, `co-chair`, `secretariat` …; for stand-ins what they can stand for. */
  role: string | null;
  adjective: boolean;
}

/** All mentions in `text`. `at` is the day of the report: names are read as of then. `titles` are the lines above the text: a body named there is the meeting. Linear. */
export function findMentions(text: string, at: string | null = null, titles: string = ''): Mention[] {
  const named = scanParties(text, { kinds: KINDS, ...(at === null ? {} : { at }) })
    .map(fromParty)
    .filter((m) => m.kind !== 'state' || !isPartOfName(text, m.start));
  const common: Mention[] = [];
  let n = 0;
  COMMON.lastIndex = 0;
  for (let match = COMMON.exec(text); match !== null; match = COMMON.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    while (n < named.length && (named[n] as Mention).end <= start) n++;
    const clash = named[n];
    const as = foundAs(match);
    const mention = fromMatch(match[0], as, start);
    if (as === 'capital') mention.party = stateOfCapital(match[0]);
    if (as === 'acronym' && (OPERATIVE.test(match[0]) || isShouted(text, start, end))) continue;
    const before = named[n - 1];
    if (
      mention.kind === 'office' &&
      before?.kind === 'state' &&
      !before.adjective &&
      /^['’]s?\s(?:the\s)?$/.test(text.slice(before.end, start))
    )
      mention.party = before.party;
    if (mention.kind === 'office' && before?.adjective && start - before.end === 1) {
      takeAdjective(mention, before, text);
      common.push(mention);
    } else if (clash === undefined || clash.start >= end) common.push(mention);
  }
  const all = [...named.filter((m) => m.end > m.start), ...common].sort((a, b) => a.start - b.start);
  const lower = titles.toLowerCase();
  const own = ownAcronyms(text, titles);
  return resolveShortNames(
    all.map((m) => asMeeting(m, lower, own)),
    lower,
  );
}

/** Acronyms of the body that met: printed in the titles ("CRGA 44"), or explained beside a name that stands there. */
function ownAcronyms(text: string, titles: string): Set<string> {
  const own = new Set<string>();
  const lower = titles.toLowerCase();
  for (const m of `${titles}\n${text.slice(0, 4000)}`.matchAll(EXPLAINED))
    if (MEETS.test(m[1] ?? '') && lower.includes((m[1] ?? '').replace(/^The /, '').toLowerCase())) own.add(m[2] ?? '');
  for (const [name] of titles.matchAll(CAPITALISED)) {
    const body = MEETS.exec(name);
    if (body === null) continue;
    for (const part of [name, name.slice(0, body.index + body[0].length)]) {
      const initials = part.replace(/[^A-Z]/g, '');
      if (initials.length > 2) own.add(initials);
    }
  }
  return own;
}

/** "Joint Monitoring Committee": a report calls it the JMC without a word. */
const CAPITALISED = /\b[A-Z][a-z]+(?: (?:(?:of|the|and|for|on) ){0,2}[A-Z][a-z]+){2,5}\b/g;

const MEETS =
  /\b(?:Committee|Commission|Conference|Council|Board|Group|Meeting|Forum|Assembly|Congress|Panel|Bureau|Network|Force|Summit|Dialogue|Process|Officials)\b/;

/** "Committee of Senior Officials (CSO)". */
const EXPLAINED = /\b([A-Z][\w’'-]+(?: (?:of|the|and|for|on|in|[A-Z][\w’'-]+)){1,10}) \(([A-Z]{3,8})(?:\s?\d{1,3})?\)/g;

/** "Third regular session": a line that says that a body met, and not which. */
const SESSION_ALONE =
  /^(?:\p{L}+(?:-\p{L}+)?|\d{1,3}(?:st|nd|rd|th)) (?:(?:regular|annual|special|ordinary|extraordinary|plenary|biennial) )?(?:session|meeting)$/u;

/** "Report of the Commission on its fifth session", "Third session of the Commission": the name is that of the body that met. So it is over "Third session". */
function metAs(name: string, titles: string): boolean {
  if (titles.includes(name)) {
    const lines = titles.split('\n').map((line) => line.replace(/\s*\([^)]{2,10}\)$/, '').trim());
    if (lines.includes(name) && lines.some((line) => SESSION_ALONE.test(line))) return true;
  }
  for (let at = titles.indexOf(name); at >= 0; at = titles.indexOf(name, at + 1)) {
    const after = titles.slice(at + name.length, at + name.length + 40);
    if (/^(?:\s\([^)]{2,10}\))?,?\s(?:on|at) its\b/.test(after)) return true;
    if (
      /\b(?:session|meeting) of (?:the\s)?$/.test(titles.slice(Math.max(0, at - 24), at)) &&
      /^(?:\s\([^)]{2,10}\))?(?:$|[\n.,;:(–-]|\s[\n(–-])/.test(after)
    )
      return true;
  }
  return false;
}

const KINDS: readonly PartyKind[] = ['state', 'territory', 'former-state', 'organisation'];

/** "the Turkish Chair": the office, held by the state of the adjective. */
function takeAdjective(office: Mention, adjective: Mention, text: string): void {
  office.party = adjective.party;
  office.start =
    adjective.start - (/[Tt]he $/.exec(text.slice(Math.max(0, adjective.start - 4), adjective.start))?.[0].length ?? 0);
  office.text = text.slice(office.start, office.end);
  adjective.end = adjective.start;
}

/** Adds the organisations of the list of participants that the lexicon does not know, wherever the text names them. */
export function withListed(
  mentions: readonly Mention[],
  text: string,
  organisations: readonly { party: string | null; asWritten: string; span: readonly [number, number] }[],
): Mention[] {
  const names = organisations
    .filter((o) => o.party === null)
    .slice(0, 80)
    .flatMap((o) =>
      [o.asWritten, ...o.asWritten.split(/\s?[()]/)]
        .map((n) => n.trim())
        .filter((n) => n.length >= 4 && /^\p{Lu}/u.test(n)),
    );
  if (names.length === 0) return [...mentions];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...new Set(names)]
      .sort((a, b) => b.length - a.length)
      .map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const found: Mention[] = [...text.matchAll(pattern)].map((m) => ({
    kind: 'organisation',
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
    party: null,
    role: null,
    adjective: false,
  }));
  const out: Mention[] = [];
  let n = 0;
  for (const m of mentions) {
    while (n < found.length && (found[n] as Mention).end <= m.start) out.push(found[n++] as Mention);
    const own = found[n];
    if (own && m.start < own.end && own.start < m.end) continue;
    out.push(m);
  }
  return [...out, ...found.slice(n)].sort((a, b) => a.start - b.start);
}

/** "1. ADOPT the Strategy", "HEREBY:": verbs of a declaration, no acronyms. */
const OPERATIVE =
  /^(?:HEREBY|HAVING|BEARING|MINDFUL|AWARE|CONSCIOUS|(?:ADOPT|ENDORS|APPROV|ACCEPT|DECID|AGRE|RESOLV|DECLAR|UNDERTAK|COMMIT|PLEDG|CALL|URG|INVIT|REQUEST|ASK|ENCOURAG|INSTRUCT|DIRECT|TASK|MANDAT|ENTRUST|APPEAL|RECOMMEND|PROPOS|NOT|RECALL|RECOGNI[SZ]|REAFFIRM|AFFIRM|CONFIRM|CONSIDER|ACKNOWLEDG|WELCOM|EXPRESS|STRESS|UNDERLIN|EMPHASI[SZ]|THANK|CONGRATULAT|COMMEND|CONDEMN|REITERAT|ESTABLISH|SUPPORT|TAK|LAUNCH|CONCERN|CONVINC|GUID|DETERMIN)(?:E|ES|ED|S|ING|Y|IES|IED)?)$/;

/** In a line of capitals an acronym is a word like the others. */
const isShouted = (text: string, start: number, end: number): boolean =>
  /\p{Lu}{2,}[\s,]$/u.test(text.slice(Math.max(0, start - 12), start)) ||
  /^[\s,](?:\p{Lu}{2,}|OF|THE|AND)\b/u.test(text.slice(end, end + 12));

const ORDINAL =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|\w+teenth|\w+tieth|\w+-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|\d{1,3}(?:st|nd|rd|th))\b/i;

/** "The Tenth Meeting decided" in the report of the eleventh. */
function isOtherMeeting(m: Mention, titles: string): boolean {
  const own = m.kind === 'meeting' ? ORDINAL.exec(m.text)?.[0].toLowerCase() : undefined;
  return own !== undefined && ORDINAL.test(titles) && !titles.includes(own);
}

/** A report of the Joint Committee that says "the Joint Committee agreed" speaks of the meeting as a whole. */
function asMeeting(m: Mention, titles: string, own: ReadonlySet<string>): Mention {
  if (
    m.kind === 'meeting' &&
    /^The (?:[A-Z][\w-]+ ){1,4}(?:Assembly|Council|Commission|Committee|Board|Congress|Authority)$/i.test(m.text) &&
    /[A-Z]/.test(m.text.slice(4)) &&
    !titles.includes(m.text.slice(4).toLowerCase())
  )
    return { ...m, kind: 'body' };
  if (m.kind === 'meeting' && /^the authority$/i.test(m.text) && !titles.includes('authority'))
    return { ...m, kind: 'stand-in', role: 'agency' };
  if (m.kind === 'meeting' && /\btask force$/i.test(m.text) && !titles.includes('task force'))
    return { ...m, kind: 'body' };
  if (isOtherMeeting(m, titles)) return { ...m, kind: 'body', role: 'elsewhere' };
  if (m.kind === 'organisation' && metAs(bareName(m.text), titles)) return { ...m, kind: 'meeting', party: null };
  if (m.kind !== 'body') return m;
  if (own.has(m.text)) return { ...m, kind: 'meeting' };
  const bare = m.text.replace(/^the\s/i, '').toLowerCase();
  return bare.length > 5 && titles.includes(bare) ? { ...m, kind: 'meeting' } : m;
}

/** "The Commission" after "the European Commission", "the Federation" after "the Russian Federation": the last party whose name ends so. */
function resolveShortNames(mentions: readonly Mention[], titles: string): Mention[] {
  const last = new Map<string, Mention>();
  return mentions.map((m) => {
    const short = /^[Tt]he\s([A-Z][a-z]+)$/.exec(m.text)?.[1];
    const full = short === undefined ? undefined : last.get(short.replace('isation', 'ization'));
    if (
      full &&
      (m.kind === 'meeting' || m.kind === 'stand-in' || m.kind === 'body') &&
      !isOfTitle(short ?? '', full, titles)
    )
      return { ...full, start: m.start, end: m.end };
    if (
      (m.kind === 'organisation' ||
        m.kind === 'state' ||
        (m.kind === 'body' &&
          m.text.includes(' ') &&
          !/(?:Meeting|Conference|Session|Forum|Summit|Committee|Group|Council|Board|Panel)$/.test(m.text))) &&
      !m.adjective &&
      /[\s(]/.test(m.text)
    )
      for (const word of m.text
        .replace(/\s*\(.*$/, '')
        .split(/\s+/)
        .slice(-6))
        if (/^[A-Z][a-z]{4,}$/.test(word) && m.text.length > word.length)
          last.set(word.replace('isation', 'ization'), m);
    return m;
  });
}

/** "The Forum" in the report of the Harbour Forum is what the titles name, whatever agency of that name was there. */
const isOfTitle = (word: string, full: Mention, titles: string): boolean =>
  new RegExp(`\\b${word}\\b`, 'i').test(titles) && !titles.includes(bareName(full.text));

const bareName = (text: string): string =>
  text
    .replace(/^the\s/i, '')
    .replace(/\s*\(.*$/, '')
    .toLowerCase();

/** "University of Tonga", "Treaty of Portugal": a state's name inside another name. */
function isPartOfName(text: string, start: number): boolean {
  return /\b(?:University of|Gulf of|Sea of|Port of|Treaty of|Bay of|Order of|Order of the)\s$/.test(
    text.slice(Math.max(0, start - 24), start),
  );
}

function fromParty(p: PartyMention): Mention {
  const kind = p.kind === 'organisation' ? 'organisation' : 'state';
  return {
    kind,
    start: p.span[0],
    end: p.span[1],
    text: p.asWritten,
    party: p.party,
    role: null,
    adjective: p.form === 'adjective',
  };
}

function fromMatch(text: string, as: FoundAs, start: number): Mention {
  const kind = KIND[as];
  const role = as === 'pair' ? 'both' : as === 'office' ? roleOf(text) : as === 'stand-in' ? standInOf(text) : null;
  return { kind, start, end: start + text.length, text, party: null, role, adjective: false };
}

const KIND: Record<FoundAs, MentionKind> = {
  capital: 'body',
  office: 'office',
  some: 'some',
  meeting: 'meeting',
  pair: 'stand-in',
  body: 'body',
  'stand-in': 'stand-in',
  acronym: 'body',
};

export function roleOf(text: string): string {
  const t = text.toLowerCase();
  if (/co-?\s?chair/.test(t)) return 'co-chair';
  if (/vice/.test(t)) return 'vice-chair';
  if (/chair|presiden|convenor/.test(t)) return 'chair';
  if (/secretariat/.test(t)) return 'secretariat';
  if (/host/.test(t)) return 'host';
  return t.replace(/^the\s+|^a\s+/, '');
}

function standInOf(text: string): string {
  const t = text.toLowerCase();
  if (/^(?:we)$/.test(t)) return 'we';
  if (/^(?:he|she|it|they)$/.test(t)) return t;
  return t.replace(/^(?:the|this|their|its|his|her)\s/, '');
}
