/** References: to paragraphs of this report, to other meetings, to documents. */
import type { Reference } from '../reading.ts';
import type { Doc, Para } from '../structure/document.ts';
import { findDates } from '../facts/dates.ts';
import { matchesOf } from '../matches.ts';
import { sieveOf } from '../sieve/sieve.ts';

const PARAGRAPH =
  /\b(?:see |cf\.? |as (?:stated|mentioned|noted|set out) in |under |in )?(?:point|paragraph|para\.?|item|section)s?\s(\d{1,3}(?:\.\d{1,2})?(?:\.?\(?[a-z]{1,4}\)?)?)\b(?: (?:above|below))?/gi;
const MEETING =
  /\b(?:(?:first|second|third|previous|last|joint|thematic|annual|\d{1,3}(?:st|nd|rd|th)|expert|ministerial|senior officials?)[\s’']+){1,3}(?:[\p{L}’'-]+\s){0,4}?(?:meeting|conference|summit|session|forum|workshop)\b/giu;
const DOCUMENT =
  /\b(?:the )?((?:\p{Lu}[\p{L}’'-]+\s(?:(?:of|on|for|and|the|to)\s){0,3}){1,8}(?:Declaration|Convention|Protocol|Agreement|Treaty|Compact|Strategy|Action Plan|Plan of Action|Roadmap|Framework|Resolution|Charter|Communiqué)|(?:Istanbul|Bali|Rabat|Call for Action)\s?[\p{L}\s]{0,30}(?:Declaration|Commitments)|\p{Lu}[\p{L}]+ Declaration(?: on [\p{L}\s]{3,60})?)\b/gu;

/** Something that was said at an earlier occasion, “the proposal brought forward in June 2021”: what, how it came up, and then its date. */
const SAID =
  /\b(?:proposal|initiative|idea|offer|request|recommendation|suggestion|commitment|pledge|invitation|decision|presentation|question)s?\s(?:(?:which|that)\s)?(?:(?:was|were|had been|has been|have been)\s)?(?:first\s|already\s)?(?:brought (?:forward|up)|put forward|(?:set|laid) out|made|presented|tabled|raised|submitted|introduced|launched|taken|agreed|adopted|endorsed|discussed|voiced|floated)\b(?=\s(?:(?:in|on|at|during|back in|as early as)\s)(?:the\s)?)/gi;
/** Letters between what was said and its date: “in the course of”, “on”. */
const beforeDate = 24;

const [paragraph, meeting, said, document] = [0, 1, 2, 3];
const mayRefer = sieveOf([PARAGRAPH, MEETING, SAID, DOCUMENT]);

/** All references in the main text. A paragraph reference has its target when the report has that paragraph. */
export function referencesOf(doc: Doc, meetingStart: string | null): Reference[] {
  const byPath = new Map<string, Para>();
  for (const p of doc.paras)
    if (p.path !== null && p.label !== null && p.zone === 'main' && !byPath.has(p.path)) byPath.set(p.path, p);
  const out: Reference[] = [];
  for (const p of doc.paras) {
    if (p.zone !== 'main' || p.kind === 'heading') continue;
    const may = mayRefer(p.text);
    for (const m of may.includes(paragraph) ? matchesOf(PARAGRAPH, p.text) : [])
      if (isInternal(p.text, m)) out.push(at(p, m, 'paragraph', byPath.get(pathOf(m[1] ?? ''))?.id ?? null));
    for (const s of may.includes(meeting) || may.includes(said) ? p.sentences : []) {
      const past = findDates(s.text).filter((d) => meetingStart === null || d.until < meetingStart);
      if (past.length === 0) continue;
      for (const m of matchesOf(MEETING, s.text)) out.push(at(s, m, 'meeting', null));
      for (const m of matchesOf(SAID, s.text)) {
        const end = m.index + m[0].length;
        if (past.some(({ start }) => start > end && start - end <= beforeDate)) out.push(at(s, m, 'meeting', null));
      }
    }
    for (const m of may.includes(document) ? matchesOf(DOCUMENT, p.text) : []) out.push(at(p, m, 'document', null));
  }
  return out;
}

/** "Article 5 of the Treaty, paragraph 2" points elsewhere. */
const isInternal = (text: string, m: RegExpExecArray): boolean =>
  !/^\s(?:of|to) (?:the|resolution|article|annex|General)\b/i.test(text.slice(m.index + m[0].length)) &&
  /see |cf|above|below|as (?:stated|mentioned|noted|set out)|paragraph|point/i.test(m[0]);

const pathOf = (written: string): string => written.replace(/\.?\(?([a-z]{1,4})\)?$/i, '.$1').toLowerCase();

function at(p: { start: number }, m: RegExpExecArray, kind: Reference['kind'], target: string | null): Reference {
  const text = m[0].trimEnd();
  return { kind, asWritten: text, target, span: [p.start + m.index, p.start + m.index + text.length] };
}
