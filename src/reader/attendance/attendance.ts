/** Who took part: from the sentences that say so, or from a list under a line that says so. Letterheads are not attendance. */
import type { Attendance, NamedAt } from '../reading.ts';
import type { Mention } from '../mentions/mentions.ts';
import type { Doc, Para, Sentence } from '../structure/document.ts';
import { statedCounts } from './counts.ts';
import { addEntries, readEntries } from './entries.ts';
import { ORG_WORD } from './organisation-names.ts';
import type { Entries } from './entries.ts';
import { regionsOf, saysWhoCame } from './sentence-regions.ts';

/** Reads attendance from sentences, tables and lists. */
export function readAttendance(doc: Doc, mentions: readonly Mention[]): Attendance {
  const main = doc.paras.filter((p) => p.zone === 'main');
  const counts = statedCounts(main.length > 0 ? main : doc.paras);
  const found: Entries = { states: [], organisations: [] };
  fromBlocks(doc, groupLines(main), mentions, found);
  const counted = counts.countries !== null || counts.countriesAndOrganisations !== null;
  let near = 12;
  const chairs: Entries = { states: [], organisations: [] };
  let position = -1;
  main.forEach((para, i) => {
    if (!para.isBullet) position++;
    if (para.text.length < 80 && TITLE.test(para.text) && !OF_OUTCOMES.test(para.text))
      near = Math.max(near, position + 10);
    if (position > near && !STRONG.test(para.text)) return;
    const before = found.states.length + found.organisations.length;
    for (const s of para.sentences) addEntries(chairs, fromSentence(doc, s, position, mentions, found));
    if (/:\W{0,2}$/.test(para.text) && leadsToList(para.text)) {
      const blocks = followers(main, i, mentions);
      fromBlocks(doc, blocks, mentions, found);
      near = Math.max(near, position + blocks.length + 4);
    }
    if (found.states.length + found.organisations.length > before) near = Math.max(near, position + 4);
  });
  const listed = doc.paras.filter(
    (p) => p.zone === 'participants' && !(p.level === 1 && TITLE.test(p.text) && p.text.length < 60),
  );
  if (found.states.length === 0 && listed.some((p) => /^observers\s?:/i.test(p.text)))
    fromBlocks(doc, listed, mentions, found);
  fromBlocks(doc, labelledLists(doc), mentions, found);
  if (found.states.length < 3) fromBlocks(doc, groupRows(doc), mentions, found);
  if (found.states.length < 3) fromBlocks(doc, delegationTable(main), mentions, found);
  if (found.states.length === 0 && !counted) addEntries(found, { states: twoSides(main, mentions), organisations: [] });
  if (found.states.length > 2 && !counted) addEntries(found, chairs);
  if (found.states.length === 0) fromBlocks(doc, listed, mentions, found);
  return {
    statedParticipants: counts.participants,
    statedCountries: counts.countries,
    statedCountriesAndOrganisations: counts.countriesAndOrganisations,
    states: found.states,
    organisations: found.organisations,
  };
}

const LABELLED =
  /^(?:also )?(?:present|in attendance|attendance|attended by|participants|members present|participating (?:states|countries|delegations)|delegations|observers|representatives)\s?:\s(?=\S)/i;

/** "Present: Albania, Croatia; IOM" as a line above or in the text. The part after the colon, as a block of its own. */
function labelledLists(doc: Doc): Para[] {
  return doc.paras
    .slice(0, 60)
    .filter((p) => (p.zone === 'front' || p.zone === 'main' || p.zone === 'participants') && LABELLED.test(p.text))
    .map((p) => {
      const from = LABELLED.exec(p.text)?.[0].length ?? 0;
      return { ...p, text: p.text.slice(from), start: p.start + from };
    });
}

const GROUP_LINE =
  /^(?:[\p{L}-]+\s){0,3}(?:parties|party|members?|states|territories|observers?|non-members?|organi[sz]ations|guests|countries)\s?:\s(?=\p{Lu})/iu;

/** "3. Contracting Parties: Malta, Peru" and "4. Observers: IOM" one after the other in the text: what stands after the colons. One alone may be a membership. */
function groupLines(main: readonly Para[]): Para[] {
  const at = main.slice(0, 40).flatMap((p, i) => (GROUP_LINE.test(p.text) && !EXCUSED.test(p.text) ? [i] : []));
  return at
    .filter((i) => at.some((other) => other !== i && Math.abs(other - i) <= 2))
    .map((i) => {
      const p = main[i] as Para;
      const from = GROUP_LINE.exec(p.text)?.[0].length ?? 0;
      return { ...p, text: p.text.slice(from), start: p.start + from };
    });
}

/** The head of a column of parties: "African partners", "Observer organisations". */
const PARTIES =
  /^(?:[\p{L}-]+\s){0,2}(?:delegations|states|countries|members|participants|partners|organi[sz]ations|observers|parties)(?:\s(?:and|&)\s\p{L}+)?(?=\s\||$)/iu;

const EXCUSED = /\b(?:unable to attend|apologies|absent|excused|regrets?)\b/i;

/** The name of a group that came, in the first cell of a row: "Member States", "Observers", "Present". */
const GROUP =
  /^(?:[\p{L}-]+\s){0,2}(?:delegations|states|countries|members|non-members|territories|participants|partners|organi[sz]ations|observers?|parties|present|attendees|guests|in attendance)(?:\s(?:present|represented|attending))?\W*$/iu;

/** "Member States | Belgium, Malta" and "Observers | IOM": rows whose first cell names a group of those who came. Their second cells. */
function groupRows(doc: Doc): Para[] {
  return doc.paras.slice(0, 60).flatMap((p) => {
    const m = p.kind === 'table-row' ? /^([^|]{3,60}) \| (?=\p{Lu}[^|]*$)/u.exec(p.text) : null;
    if (!m || !GROUP.test((m[1] ?? '').trim()) || EXCUSED.test(m[1] ?? '')) return [];
    return [{ ...p, kind: 'paragraph' as const, text: p.text.slice(m[0].length), start: p.start + m[0].length }];
  });
}

const HEADED =
  /\b(?:delegation|side|party)(?: of (?:the )?[^.;,]{3,60})?,? (?:was |were |being )?(?:headed|led|chaired|co-chaired|represented) by\b/gi;
const BETWEEN =
  /\b(?:session|meeting|consultations?|round|talks|negotiations)\b[^.;]{0,120}\bbetween\b[^.;]{3,160}?\b(?:was|were|took place|held)\b/i;

/** A meeting of two: "The Maltese delegation was headed by …", "consultations between Malta and Peru were held". */
function twoSides(main: readonly Para[], mentions: readonly Mention[]): NamedAt[] {
  const sides: NamedAt[] = [];
  for (const s of main.slice(0, 10).flatMap((p) => p.sentences)) {
    const inside = within(mentions, s.start, s.end).filter((m) => m.kind === 'state');
    const between = BETWEEN.exec(s.text);
    const from = between === null ? 0 : s.text.indexOf(' between ', between.index);
    const spans: [number, number][] =
      between === null
        ? [...s.text.matchAll(HEADED)].map((m) => [Math.max(0, m.index - 60), m.index + m[0].length])
        : [[from, between.index + between[0].length]];
    for (const [a, b] of spans) {
      const named = inside.filter((m) => m.start >= s.start + a && m.end <= s.start + b);
      const two = between === null ? named.slice(-1) : named;
      sides.push(...two.map((m) => ({ party: m.party, asWritten: m.text, span: [m.start, m.end] as const })));
    }
  }
  const parties = new Set(sides.map(({ party }) => party));
  return parties.size === 2 ? sides : [];
}

/** A table of delegations among the first paragraphs: its first column. */
function delegationTable(main: readonly Para[]): Para[] {
  const at = main
    .slice(0, 40)
    .findIndex(
      (p) =>
        p.kind === 'table-row' &&
        (/^(?:[^|]{0,12}\| )?(?:delegations?|states?|country|countries|members?|participants?|organi[sz]ations?|party|parties)\b/i.test(
          p.text,
        ) ||
          PARTIES.test(p.text)) &&
        p.text.length < 90,
    );
  if (at < 0) return [];
  const rows = main.slice(at + 1);
  const end = rows.findIndex((p) => p.kind !== 'table-row');
  const of = end < 0 ? rows : rows.slice(0, end);
  const columns = (main[at] as Para).text.split(' | ');
  return columns.length > 1 && columns.every((c) => PARTIES.test(c))
    ? of.map((p) => ({ ...p, kind: 'paragraph' }))
    : of;
}

/** Says who came, wherever it stands. */
const STRONG =
  /\bfollowing (?:\w+ ){0,4}(?:participated|attended|took part|were (?:present|represented))|participated as observers/i;
const TITLE = /\b(?:participation|attendance|participants|attendees|delegations)\b/i;
/** "The participants put forward the following recommendations:" is no list of participants. */
const OF_OUTCOMES = /\b(?:recommend|suggest|propos|agreed|decid|question|topic|action)/i;
const leadsToList = (text: string): boolean =>
  !OF_OUTCOMES.test(text) &&
  (saysWhoCame(text) ||
    /\b(?:met|were|present|guests|observers|participants|countries|states|attendees)\W{0,3}:\W{0,2}$/i.test(text));

/** Adds those who took part; gives back who chaired. A chair counts as present where no number of countries is stated. */
function fromSentence(doc: Doc, s: Sentence, position: number, mentions: readonly Mention[], found: Entries): Entries {
  const inside = within(mentions, s.start, s.end);
  const local = inside.map((m) => ({ ...m, start: m.start - s.start, end: m.end - s.start }));
  const { regions, chair } = regionsOf(s.text, local, position);
  for (const [from, to] of regions) addEntries(found, readEntries(doc.text, s.start + from, s.start + to, inside));
  const chairs =
    chair === null ? [] : inside.filter((m) => m.start >= s.start + chair[0] && m.end <= s.start + chair[1]);
  const named = (kind: Mention['kind']): NamedAt[] =>
    chairs
      .filter((m) => m.kind === kind && !m.adjective)
      .map((m) => ({ party: m.party, asWritten: m.text, span: [m.start, m.end] as const }));
  return { states: named('state'), organisations: named('organisation') };
}

/** The short blocks after a line that ends with a colon; one long block that enumerates counts, too. */
function followers(paras: readonly Para[], at: number, mentions: readonly Mention[]): Para[] {
  const out: Para[] = [];
  for (const p of paras.slice(at + 1, at + 260)) {
    if (p.kind === 'heading' || /^\d/.test(p.label ?? '') || /:$/.test(p.text)) break;
    if (p.text.length > 160) {
      if (out.length === 0 && within(mentions, p.start, p.end).filter((m) => m.kind === 'state').length > 2)
        out.push(p);
      break;
    }
    out.push(p);
  }
  return out;
}

/** "Malta  M. Vella, Director of Ports", "IOM Ms A. Berg": the party before the person. */
const BEFORE_PERSON =
  /^(?!(?:H\.?\s?E|Hon|Rt|Mr|Ms|Mrs|Dr|Prof)\b)(.{2,80}?),?\s(?:(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{L}+|(?:Mr|Ms|Mrs|Dr|Prof|Amb|Hon|H\.\s?E)\b)/u;

function fromBlocks(doc: Doc, blocks: readonly Para[], mentions: readonly Mention[], found: Entries): void {
  for (const p of blocks) {
    if (EXCUSED.test(p.text)) continue;
    const group = GROUP_LINE.exec(p.text)?.[0].length ?? 0;
    const colon = group > 0 ? null : /^[^:|]{4,90}:\s/.exec(p.text);
    const cells = p.kind === 'table-row' ? firstCell(p) : null;
    const names =
      colon !== null &&
      within(mentions, p.start, p.start + colon[0].length).some((m) => m.kind === 'state' || m.kind === 'organisation');
    const person = BEFORE_PERSON.exec(p.text)?.[1] ?? null;
    const ofParty =
      person !== null &&
      (within(mentions, p.start, p.start + person.length).some(
        (m) => m.kind === 'state' || m.kind === 'organisation',
      ) ||
        ORG_WORD.test(person));
    const end = cells ?? (ofParty ? p.start + person.length : names ? p.start + colon[0].length - 2 : p.end);
    const start = p.start + group;
    addEntries(found, readEntries(doc.text, start, end, within(mentions, start, end)));
  }
}

/** In a table of delegations only the first column with words names parties; `null` for other blocks. */
function firstCell(p: Para): number {
  const m = /^(?:[\d.\s]{0,6}\| )?[^|]*/.exec(p.text);
  return p.start + (m?.[0].trimEnd().length ?? p.text.length);
}

function within(mentions: readonly Mention[], from: number, to: number): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((mentions[mid] as Mention).end <= from) low = mid + 1;
    else high = mid;
  }
  const out: Mention[] = [];
  for (let k = low; k < mentions.length && (mentions[k] as Mention).start < to; k++) out.push(mentions[k] as Mention);
  return out;
}
