/** An enumeration in a sentence → its entries: which are states, which organisations. */
import type { NamedAt } from '../reading.ts';
import { partyOf } from '../lexicon/lookup.ts';
import type { Mention } from '../mentions/mentions.ts';
import { endOfName, isLooseName, isUnknownOrganisation, NOT_ITSELF, ORG_WORD } from './organisation-names.ts';

export interface Entries {
  states: NamedAt[];
  organisations: NamedAt[];
}

const PERSON_WORD =
  /\b(?:minister|ministry|president|prime|ambassador|delegation|government|representatives?|head|heads|secretary|chair(?:person|man|woman)|mr|mrs|ms|dr|h\.?e|director|governor|king|queen|prince|embassy|permanent|deputy|leaders?|experts?|officials?|officers?|member|councillor|capt|captain|col|gen|adm|admiral|prof|professor|cdr|premier|excellency|honourable)\b/i;

/** "attended by representatives of": says nothing of who they are. */
const SENT_BY = /\b(?:representatives?|delegations?|experts?|officials?) (?:of|from)\b/gi;

/** "Caritas Georgia": one capitalised word before a state's name that is no part of the state's own. */
const BRANCH =
  /^(?!Federal|Islamic|Hashemite|United|Democratic|Host|Chair|Plurinational|Bolivarian|Southern|Northern|Eastern|Western|Former|State|Kingdom|Sultanate)\p{Lu}\p{Ll}+\s$/u;

/** "Ambassador of Samoa to New Zealand": the second is where the first is posted. */
const isPosting = (text: string, m: Mention): boolean =>
  /\b(?:Ambassador|High Commissioner|Permanent Representative|Consul|Delegation|Mission)\b[^;]{0,90}\sto\s(?:the\s)?$/.test(
    text.slice(Math.max(0, m.start - 120), m.start),
  );

/** "New Caledonia (France)": the territory took part, the bracket says whose it is. */
const isSovereign = (text: string, before: Mention | undefined, m: Mention): boolean =>
  before !== undefined &&
  text.slice(before.end, m.start) === ' (' &&
  text[m.end] === ')' &&
  partyOf(before.party ?? '')?.kind === 'territory';

/** "European Union Delegation to Kenya": an organisation's office, no person. */
const POSTED = /\b(?:Delegation|Mission|Office) to\b/;

/** "Director of the Executive Committee": a person, and of which country's committee is not said. */
const OF_RANK =
  /^(?:(?:Deputy|Vice|Executive|Acting|First|Regional)[\s-])*(?:Head|Director|Chair\w*|Chief|President|Secretary|Commissioner|Inspector|Advis[eo]r|Coordinator|Commander)(?:[\s-]General)?\s(?:of|for|in|at)\b/;

/** The ambassador of a Commonwealth state; UNHCR and OHCHR are "for". */
const HIGH_COMMISSIONER = /\bHigh Commissioner of\b/;

/** "the Croatian and German Presidencies", "the Serbian delegation": the state of the adjective took part. */
const HELD_BY = /^(?:(?:,|,? and)\s\p{Lu}\p{L}+){0,3}\s(?:[Pp]residenc(?:y|ies)|[Dd]elegations?)\b/u;

interface Piece {
  start: number;
  end: number;
}

/**
 * Reads `text[from, to)`; `mentions` are those of the whole text. Entries end at commas, semicolons, "and", "as well as";
 * names that themselves hold these stay whole.
 */
export function readEntries(text: string, from: number, to: number, mentions: readonly Mention[]): Entries {
  const inside = mentions.filter(
    (m) =>
      m.start >= from &&
      m.end <= to &&
      ((m.kind === 'organisation' && !m.adjective) ||
        (m.kind === 'state' && (!m.adjective || HELD_BY.test(text.slice(m.end, m.end + 80))))),
  );
  const pieces = mergeAcronyms(text, split(text, from, to, inside));
  const out: Entries = { states: [], organisations: [] };
  const loose =
    inside.some((m) => m.kind === 'organisation') && !PERSON_WORD.test(text.slice(from, to).replace(SENT_BY, ''));
  for (const piece of pieces) {
    const named = inside.filter((m) => m.start < piece.end && m.end > piece.start);
    readPiece(text, piece, named, out, loose);
  }
  return out;
}

const OPENERS =
  '(?:(?:an?|the|from|of|by|with|senior|high-level|representatives?|delegat(?:es|ions)|observers?|officials|ministers|heads|also|in)\\s){0,5}';
const SEPARATOR = new RegExp(
  `,(?!\\s\\([A-Z][A-Za-z]{1,8}\\))|[;|\\n•]|\\s(?:and|as well as|together with|along with|plus|&|including|while|such as|namely)\\s(?=${OPENERS}(?:[\\p{Lu}\\d“"]|(?:two|three|four|five|six|seven|eight|nine|ten|several|various|other|numerous|some)\\s))|\\s[–—-]\\s(?=(?:as well as|and)\\b)|\\s\\((?=\\p{Lu}[^()]{0,60},)|(?<=organi[sz]ations|countries|states)\\s\\((?=\\p{Lu})|:\\s`,
  'gu',
);

function split(text: string, from: number, to: number, mentions: readonly Mention[]): Piece[] {
  const region = text.slice(from, to);
  const pieces: Piece[] = [];
  let start = from;
  let depth = 0;
  let scanned = 0;
  for (const m of region.matchAll(SEPARATOR)) {
    for (; scanned < m.index; scanned++)
      depth = Math.max(
        0,
        depth + (region[scanned] === '(' && !opensList(region, scanned) ? 1 : region[scanned] === ')' ? -1 : 0),
      );
    const at = from + m.index;
    if (
      depth > 0 ||
      mentions.some((x) => x.start < at + m[0].trim().length && x.end > at + 1 && x.start <= at && x.end > at)
    )
      continue;
    if (m[0].trim() === 'and' && joinsOneName(text, start, at, at + m[0].length, mentions)) continue;
    pieces.push({ start, end: at });
    start = at + m[0].length;
  }
  pieces.push({ start, end: to });
  return pieces;
}

/** "Black Sea Trade" is nobody; "Black Sea Trade and Development Bank" is. */
const HALF_A_NAME =
  /\s(?:Trade|Reconstruction|Food|Science|Education|Research|Training|Migration|Asylum|Monitoring|Health|Labour|Labor|Peace|Policy|Refugees?|Prevention|Analysis|Justice|Security)$/;

/** "Office on Drugs and Crime": the "and" of a name, not of the list. */
function joinsOneName(text: string, start: number, at: number, next: number, mentions: readonly Mention[]): boolean {
  const before = text.slice(start, at).trim();
  const after = text.slice(next, next + 60);
  if (
    HALF_A_NAME.test(before) &&
    /^\p{Lu}\p{L}+\s(?:\p{Lu}\p{L}+\s)?(?:Division|Branch|Department|Programme|Unit|Bank|Fund|Agency|Cent(?:re|er)|Organi[sz]ation|Commission|Committee|Institute|Office)\b/u.test(
      after,
    )
  )
    return true;
  if (/\bLatin America$/.test(before) && /^the Caribbean\b/.test(after)) return true;
  if (/^the\s/i.test(after) || OWN_BODY.test(after)) return false;
  if (mentions.some((m) => (m.end === at || (m.end < at && m.start >= start)) && true)) return false;
  if (mentions.some((m) => m.start >= next && m.start <= next + 4)) return false;
  return (
    /\b(?:of|on|for|in|against)\s(?:the\s)?(?:[\p{L}-]+\s?){1,4}$/u.test(before) &&
    ORG_WORD.test(before) &&
    !/\)$/.test(before)
  );
}

/** "… of the North and Harbour Council": what follows "and" is a name by itself. */
const OWN_BODY =
  /^(?:\p{Lu}[\p{L}-]+\s){1,3}(?:Council|Organi[sz]ation|Association|Agency|Commission|Bank|Institute|University|Federation|Foundation|Union|Society|Secretariat|Alliance)\b/u;

/** "Migration, Asylum, Refugees Regional Initiative (MARRI)": commas inside a name that its acronym explains. */
function mergeAcronyms(text: string, pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const acronym = /\(([A-Z]{3,8})\)\s*$/.exec(text.slice(piece.start, piece.end))?.[1];
    out.push({ ...piece });
    if (!acronym) continue;
    for (let back = 1; back <= 4 && out.length > back; back++) {
      const first = out.at(-1 - back) as Piece;
      const own = initials(text.slice(piece.start, piece.end));
      if (own === acronym || own.startsWith(acronym)) break;
      const joined = initials(text.slice(first.start, piece.end));
      if (joined !== acronym && !(own[0] !== acronym[0] && joined[0] === acronym[0] && isWithin(joined, acronym)))
        continue;
      out.splice(out.length - 1 - back, back + 1, { start: first.start, end: piece.end });
      break;
    }
  }
  return out;
}

/** All letters of `part`, in order, among those of `whole`: CMESA in COMESA. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length;
}

const initials = (name: string): string =>
  name
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s,/-]+/)
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0])
    .join('');

function readPiece(text: string, piece: Piece, mentions: readonly Mention[], out: Entries, loose: boolean): void {
  const clean = trimPiece(text, piece);
  const written = text.slice(clean.start, clean.end);
  const state = mentions.filter((m) => m.kind === 'state' && !isPosting(text, m));
  const known = mentions.find((m) => m.kind === 'organisation' && m.start < clean.end);
  const isOrganisation = ORG_WORD.test(written) && /\p{Lu}/u.test(written) && !isStateInFull(written, state, clean);
  if (/^\d{1,3}\s/.test(written) && state.length === 0) return;
  if (/^(?:(?:representing|incoming|outgoing|the) ){0,3}Presidenc(?:y|ies)\b/i.test(written) && state.length === 0)
    return;
  if (/^(?!High\b)(?:\p{Lu}\p{L}+ )?Commissioners?\sfor\b/u.test(written) && state.length === 0) return;
  const person =
    HIGH_COMMISSIONER.test(written) ||
    PERSON_WORD.test(written.replace(POSTED, '')) ||
    /\brepresented by\b/.test(text.slice(piece.start, piece.end));
  const branch =
    loose &&
    state.length === 1 &&
    state[0]?.end === clean.end &&
    BRANCH.test(written.slice(0, state[0].start - clean.start));
  // "Istituto Centrale (Italy)" among organisations: the bracket says where it is.
  const seat =
    loose &&
    state.length === 1 &&
    text[state[0]!.start - 1] === '(' &&
    isLooseName(written.slice(0, state[0]!.start - clean.start - 2));
  if (branch || seat)
    return push(out.organisations, { party: null, asWritten: written, span: [clean.start, clean.end] });
  if (
    state.length > 0 &&
    (!isOrganisation || person || (state[0] as Mention).start <= clean.start + 1) &&
    !(known && known.start < (state[0] as Mention).start && !person)
  ) {
    for (const m of state.filter((s, i) => !isSovereign(text, state[i - 1], s)))
      push(out.states, { party: m.party, asWritten: m.text, span: [m.start, m.end] });
    if (known && !person && known.start > (state[0] as Mention).end)
      push(out.organisations, organisationAt(text, { start: known.start, end: clean.end }, known));
    return;
  }
  if (/\bmembers? (?:states |countries )?of\b|^[Aa]s\b/i.test(written)) return;
  if (known && NOT_ITSELF.test(text.slice(known.end, known.end + 50))) return;
  if (known && /^\p{Ll}.*\bwith\b/u.test(text.slice(clean.start, Math.max(clean.start, known.start)))) return;
  if (known && /\b[a-z]+ed\b/.test(text.slice(clean.start, Math.max(clean.start, known.start)))) return;
  if (known) {
    const whole = known.start <= clean.start + 1 || !person ? clean : { start: known.start, end: clean.end };
    push(
      out.organisations,
      organisationAt(
        text,
        written.length > 110 || person ? { start: known.start, end: endOfName(text, known.end, clean.end) } : whole,
        known,
      ),
    );
    return;
  }
  if (OF_RANK.test(written)) return;
  if (isUnknownOrganisation(written, isOrganisation) || (loose && isLooseName(written)))
    push(out.organisations, { party: null, asWritten: written, span: [clean.start, clean.end] });
}

/** "Federation of St Kitts and Nevis": a state by its full name. */
const isStateInFull = (written: string, states: readonly Mention[], at: Piece): boolean =>
  states.some(
    (m) =>
      m.end >= at.end - 1 &&
      /^(?:the\s)?(?:Federation|Republic|Kingdom|State|Commonwealth|Union|Co-?operative Republic)\sof\s(?:the\s)?$/i.test(
        written.slice(0, Math.max(0, m.start - at.start)),
      ),
  );

function organisationAt(text: string, at: Piece, known: Mention): NamedAt {
  const clean = trimPiece(text, at);
  const written = text.slice(clean.start, clean.end);
  const whole =
    known.start <= clean.start + 1 && /^(?:\s?\([^)]*\)|\s[–—-]\s.*)?$/.test(text.slice(known.end, clean.end));
  return {
    party: whole || written.length < (known.end - known.start) * 1.3 ? known.party : null,
    asWritten: written,
    span: [clean.start, clean.end],
  };
}

const LEADING =
  /^(?:[\s–—:*"“-]|(?:and|as well as|the|of|from|by|with|senior|high-level|representatives?|delegat(?:es|ions)|officials|observers?|also|including|accompanied|included|in the presence|presence|both|together|as (?:did|was|were)|so (?:did|was|were)|did|along|joined|namely|in addition|international organi[sz]ations|such as|like|a|an|were|was)\b[\s:]?)+/i;

function trimPiece(text: string, piece: Piece): Piece {
  let { start, end } = piece;
  const lead = LEADING.exec(text.slice(start, end))?.[0].length ?? 0;
  start += lead;
  const tail =
    /(?:[\s.,;:*†‡–—-]|(?<!\([^()]*)\)|\[\d+\]|\s\((?:observers?|guests?|invited|chair|co-chair|host|partners?|online)\)|\s(?:as|were|was|also|attended|participated|took|joined|contributed|provided|sent|has|have|gave|made|in (?:attendance|addition|person|the (?:meeting|capacity)))\b.*)+$/.exec(
      text.slice(start, end),
    )?.[0].length ?? 0;
  end -= tail;
  return end > start ? { start, end } : { start: piece.start, end: piece.start };
}

/** A bracket that holds the list itself: "27 countries (Albania, Austria, …)". */
const opensList = (text: string, at: number): boolean =>
  /^\(\p{Lu}[^()]{0,60},/u.test(text.slice(at, at + 70)) ||
  (/(?:organi[sz]ations|countries|states)\s$/.test(text.slice(Math.max(0, at - 16), at)) &&
    /\p{Lu}/u.test(text[at + 1] ?? ''));

/** Adds what is not there yet; the first mention of a party stays. */
export function addEntries(into: Entries, more: Entries): void {
  for (const e of more.states) push(into.states, e);
  for (const e of more.organisations) push(into.organisations, e);
}

function push(list: NamedAt[], entry: NamedAt): void {
  if (entry.asWritten.trim() === '') return;
  if (
    list.some(
      (e) =>
        (entry.party !== null && e.party === entry.party) ||
        e.asWritten.toLowerCase() === entry.asWritten.toLowerCase(),
    )
  )
    return;
  list.push(entry);
}
