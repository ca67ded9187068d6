/** Entries of lists and rows of tables as outcomes: what they are says the line that introduces them. */
import type { Named, ReadingOutcome } from '../reading.ts';
import type { Mention } from '../mentions/mentions.ts';
import { subjectOf } from '../mentions/subject.ts';
import type { View } from '../mentions/view.ts';
import { namedOf } from '../statements/speakers.ts';
import type { Floor } from '../statements/speakers.ts';
import { apply } from './apply.ts';
import type { OutcomeContext } from './context.ts';
import { goalsIn } from './goals.ts';
import { headingGoals } from './goals-of.ts';
import type { ListContext } from './lists.ts';
import { announcementRules } from './rules/announcements.ts';
import { offerRules } from './rules/offers.ts';
import type { TableEntry } from './tables.ts';
import { whenOf } from './when.ts';
import { isCollective, named } from './who-speaks.ts';

/** "Secretariat to circulate a list", "IOM and Malta will keep a calendar", "Malta: draw a map": an action point that names its owners first. */
const OWNERS =
  /^(?:Action(?: point| item)? \d{1,3}[:.–-]? )?((?:[Tt]he )?⟦S\d+⟧(?:\s\([^)]*\))?(?:(?:, | and |, and | & )(?:the )?⟦S\d+⟧(?:\s\([^)]*\))?){0,8})(?:,? (?:will|shall|would|should|is to|are to|to)\b|\s?: )/;

/** Whether an entry says who is to act before it says what is to be done. */
export const namesOwners = (view: View): boolean => OWNERS.test(view.masked);

function ownOf(view: View, list: ListContext, context: OutcomeContext): Named[] | null {
  const m = list.kind === 'action-point' ? OWNERS.exec(view.masked) : null;
  if (!m) return null;
  return [...(m[1] ?? '').matchAll(/⟦S(\d+)⟧/g)].flatMap((x) =>
    namedOf(view.mentions[Number(x[1])] as Mention, context.offices),
  );
}

/** Entries of politeness or of notice in a list of decisions. */
const THANKS =
  /^(?:\w+: )?(?:to |hereby )?(?:take note|takes? note|took note|note[sd]?|express(?:es|ed)? (?:its|their|our|the|sincere|deep|gratitude|appreciation|thanks)|thank(?:s|ed)?|congratulate[sd]?|welcome[sd]?|deferred)\b/i;

/** "Their rejection of …", "Our commitment to …" under DECLARE: a stand, no decision. */
const REAFFIRMS =
  /^(?:[Tt]heir|[Ii]ts|[Oo]ur)\s(?:\p{Ll}+\s){0,2}(?:rejection|commitment|concern|recognition|appreciation|satisfaction|conviction|determination|support|solidarity|will|willingness|interest|condemnation|gratitude|belief)\b/u;

export function entryOutcome(
  view: View,
  list: ListContext,
  floor: Floor,
  context: OutcomeContext,
): ReadingOutcome | null {
  const { para } = view;
  const proposer = /\b(?:as )?(?:proposed|suggested|offered|recommended|requested) by (?:the )?⟦S(\d+)⟧/i.exec(
    view.masked,
  );
  const named = proposer ? view.mentions[Number(proposer[1])] : undefined;
  if (THANKS.test(para.text) && !/\band to (?:accept|entrust|request|ask|invite|urge|adopt|approve)\b/i.test(para.text))
    return null;
  if (list.kind === 'decision' && REAFFIRMS.test(para.text)) return null;
  const own = goalsIn(para.text);
  const request =
    list.kind !== 'recommendation' &&
    list.kind !== 'offer' &&
    /^(?:\w+: )?(?:To |to )?(?:urge|exhort|entrust|invite|request|ask|call (?:up)?on|appeal to|task|encourage|instruct|mandate|thank .{1,80} and to (?:entrust|request|ask|invite))\b/i.test(
      para.text,
    );
  return {
    kind: request ? 'request' : list.kind,
    paragraph: para.path,
    text: para.text,
    span: [para.start, para.end],
    by: named ? namedOf(named, context.offices) : (ownOf(view, list, context) ?? leadSpeakers(list, floor, context)),
    to: [],
    goals: own.length > 0 ? own : headingGoals(list.lead),
    when: whenOf(para.text, context.meetingEnd),
    rule: list.rule,
    confidence: list.confidence,
  };
}

/** "The next meeting will take place in Rome on 3 May" under "Next steps" is an event, not a task. */
export function announcedEvent(view: View, list: ListContext, floor: Floor, context: OutcomeContext) {
  if (!list.fromHeading || list.kind !== 'action-point') return null;
  for (const rule of announcementRules) {
    const event = apply(rule, view, floor, context, null);
    if (event) return event;
  }
  return null;
}

/** "To accept the offer of Uruguay to hold …" in a list of decisions is an offer, too. */
export function acceptedOffer(view: View, floor: Floor, context: OutcomeContext): ReadingOutcome | null {
  const rule = offerRules.find((r) => r.name === 'offer.accepted-from');
  return rule ? apply(rule, view, floor, context, null) : null;
}

/** What nobody but the one who offers says; "will" and "may" in a recommendation are part of what is recommended. */
const OFFERING = new Set([
  'offer.offers',
  'offer.ready-to',
  'offer.in-a-position',
  'offer.at-disposal',
  'offer.expressed-readiness',
  'offer.pledges',
]);
const ofOffering = offerRules.filter(({ name }) => OFFERING.has(name));

/** "To meet once a year; Malta offered to host the first meeting": the entry is a recommendation and holds an offer. */
export function offerInside(view: View, floor: Floor, context: OutcomeContext): ReadingOutcome | null {
  for (const rule of ofOffering) {
    const offer = apply(rule, view, floor, context, null);
    if (offer !== null && offer.by.length > 0) return offer;
  }
  return null;
}

/** One row of a table of actions; `null` for an event that is no longer to come. */
export function rowOutcome(view: View, row: TableEntry, context: OutcomeContext): ReadingOutcome | null {
  const { para } = row;
  const slice = (at: [number, number] | null): string => (at ? para.text.slice(at[0], at[1]) : '');
  const who = row.who;
  const owners = who
    ? view.mentions.filter((m) => m.start - para.start >= who[0] && m.end - para.start <= who[1] && !isCollective(m))
    : [];
  const text = slice(row.what);
  const when = whenOf(slice(row.when), context.meetingEnd) ?? whenOf(text, context.meetingEnd);
  if (row.kind === 'announcement' && (when === null || when.until === context.meetingEnd)) return null;
  return {
    kind: row.kind,
    paragraph: para.path,
    text,
    span: [para.start + row.what[0], para.start + row.what[1]],
    by: owners.flatMap((m) => namedOf(m, context.offices)),
    to: [],
    goals: goalsIn(text),
    when,
    rule: `${row.kind}.table`,
    confidence: 0.88,
  };
}

/** Who speaks in "Fiji suggested the following:"; nobody by name in "the following suggestions were made". */
function leadSpeakers(list: ListContext, floor: Floor, context: OutcomeContext): Named[] {
  const view = list.leadView;
  if (!view) return [];
  const verb = /\b(?:suggest|propos|recommend|agreed|offer|urge|call|request|invite|ask|commit|pledge|decide)\w*/i.exec(
    view.masked,
  );
  const subject = verb ? subjectOf(view, verb.index) : null;
  return subject &&
    subject.mention.kind !== 'meeting' &&
    subject.mention.kind !== 'some' &&
    subject.mention.kind !== 'stand-in'
    ? named(subject, floor, context.offices)
    : [];
}
