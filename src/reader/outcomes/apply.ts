/** The catalogue of rules, and one rule applied to one sentence. */
import type { ReadingOutcome } from '../reading.ts';
import { findDates } from '../facts/dates.ts';
import { matchesOf } from '../matches.ts';
import type { View } from '../mentions/view.ts';
import type { Floor } from '../statements/speakers.ts';
import type { OutcomeContext } from './context.ts';
import { goalsIn } from './goals.ts';
import { titleGoals } from './goals-of.ts';
import type { ListContext } from './lists.ts';
import { ADV } from './rule.ts';
import type { Rule } from './rule.ts';
import { sieveOf } from '../sieve/sieve.ts';
import { announcementRules } from './rules/announcements.ts';
import { decisionRules } from './rules/decisions.ts';
import { offerRules } from './rules/offers.ts';
import { recommendationRules } from './rules/recommendations.ts';
import { requestRules } from './rules/requests.ts';
import { isEarlier } from './verb-place.ts';
import { whenAt } from './when.ts';
import { addressee, speakersFor } from './who-speaks.ts';

export const rules: readonly Rule[] = [
  ...offerRules,
  ...requestRules,
  ...recommendationRules,
  ...decisionRules,
  ...announcementRules,
];

/** Which rules, by their number in the catalogue, can find their verb in a masked sentence at all. */
export const mayApply = sieveOf(rules.map(({ pattern }) => pattern));

interface Prepared {
  /** The pattern with the flag `g`. */
  pattern: RegExp;
  /** Its verb alone. Wherever the pattern is found this is found too, and it is told much sooner that it is not there. */
  core: RegExp;
}

/** Auxiliaries and adverbs that may, but need not, stand before the verb of a rule. */
const LEADS = ['(?:(?:has|have|had) )?', '(?:(?:has|have|had|would) )?', ''].map(
  (auxiliary) => `\\b${auxiliary}${ADV}`,
);

/** Made once for each rule: a regular expression made for every sentence is compiled for every sentence. */
const prepared = new Map<Rule, Prepared>();

function prepare(rule: Rule): Prepared {
  let made = prepared.get(rule);
  if (!made) {
    const { source, flags } = rule.pattern;
    const lead = LEADS.find((l) => source.startsWith(l)) ?? '';
    const core = isOneBranch(source) ? source.slice(lead.length) : source;
    made = {
      pattern: new RegExp(source, flags.includes('g') ? flags : `${flags}g`),
      core: new RegExp(core, flags.replace('g', '')),
    };
    prepared.set(rule, made);
  }
  return made;
}

/** Whether a pattern has no `|` outside its groups: then what it begins with belongs to the whole of it. */
function isOneBranch(source: string): boolean {
  let depth = 0;
  for (const [token] of source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|[()|]/gs)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (token === '|' && depth === 0) return false;
  }
  return true;
}

export function apply(
  rule: Rule,
  view: View,
  floor: Floor,
  context: OutcomeContext,
  list: ListContext | null,
): ReadingOutcome | null {
  const { pattern, core } = prepare(rule);
  if (!core.test(view.masked)) return null;
  if (rule.unless?.test(view.masked) || (rule.only && !rule.only.test(view.masked))) return null;
  for (const m of matchesOf(pattern, view.masked)) {
    const by = speakersFor(rule, view, m, floor, context, list);
    if (by === null || (rule.kind !== 'announcement' && isEarlier(view.masked, m, context.meetingStart))) continue;
    if (rule.kind === 'announcement' && !isFuture(view.sentence.text, context.meetingEnd)) continue;
    const said = rule.kind === 'decision' ? goalsIn(view.sentence.text) : goalsIn(view.masked.slice(m.index));
    const goals = said.length > 0 ? said : titleGoals(view.para.parent);
    return {
      kind: rule.kind,
      paragraph: view.para.path,
      text: view.sentence.text,
      span: [view.sentence.start, view.sentence.end],
      by,
      to: addressee(view, m, context.offices),
      goals,
      when: whenAt(view.masked, m.index, view.sentence.text, context.meetingEnd),
      rule: rule.name,
      confidence: rule.confidence,
    };
  }
  return null;
}

/** A dated event after the meeting; without a known meeting date any dated event counts. */
function isFuture(text: string, meetingEnd: string | null): boolean {
  const dates = findDates(text);
  if (dates.length === 0)
    return /\b(?:next (?:year|month|week|meeting|session|conference|forum|summit)|later (?:this|in the) year|in the (?:spring|summer|autumn|fall) |(?:in|of) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|coming months|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December))\b/i.test(
      text,
    );
  return meetingEnd === null || dates.some((d) => d.until > meetingEnd);
}
