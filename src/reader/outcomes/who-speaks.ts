/** Who speaks where a rule has found its verb: subject, office, stand-in, announcer, those of the paragraph before. */
import type { Named } from '../reading.ts';
import type { Mention } from '../mentions/mentions.ts';
import type { Offices } from '../mentions/offices.ts';
import { subjectOf } from '../mentions/subject.ts';
import type { Subject } from '../mentions/subject.ts';
import type { View } from '../mentions/view.ts';
import { namedOf, standsFor } from '../statements/speakers.ts';
import type { Floor } from '../statements/speakers.ts';
import type { OutcomeContext } from './context.ts';
import type { ListContext } from './lists.ts';
import type { Rule } from './rule.ts';
import { isClause, isNoVerb } from './verb-place.ts';

/** The speakers when the rule's grammar fits, `null` when it does not. */
export function speakersFor(
  rule: Rule,
  view: View,
  m: RegExpExecArray,
  floor: Floor,
  context: OutcomeContext,
  list: ListContext | null,
): Named[] | null {
  const group = m.groups?.['by'] ?? m.groups?.['by2'] ?? m.groups?.['by3'];
  if (group !== undefined) return namedOf(view.mentions[Number(group)] as Mention, context.offices);
  if (rule.who === 'thing') return announcer(view, floor, context) ?? floorFor(rule, floor, view);
  if (rule.who === 'speaker') return floor.speakers.length > 0 ? floor.speakers : openingSpeakers(view, floor);
  if (isNoVerb(rule, view.masked, m)) return null;
  const subject = subjectOf(view, m.index) ?? (list?.leadView && m.index < 3 ? impliedSubject(list) : null);
  if (!subject && m.index === 0 && floor.quoted.length > 0) return floor.quoted;
  if (!subject) return m.index === 0 && rule.who !== 'party' && isClause(view) ? [] : null;
  if (subject.mention.role === 'elsewhere') return null;
  if (rule.kind === 'offer' && subject.mention.kind === 'body') {
    const teller = announcer(view, floor, context)?.filter(({ party }) => party !== null) ?? [];
    if (teller.length > 0) return teller;
  }
  const owner = ownerOf(view, subject.mention);
  if (owner) return rule.who === 'party' ? null : namedOf(owner, context.offices);
  const collective = isCollective(subject.mention);
  const several = subject.also.length > 0;
  if (rule.who === 'party' && collective) return /^(?:one|another|an?)\b/i.test(subject.mention.text) ? [] : null;
  const who = named(subject, floor, context.offices);
  if (subject.mention.kind === 'stand-in' && who.length === 0)
    return rule.who === 'party' || !(floor.collective || subject.mention.role === 'we') ? null : [];
  if (rule.who === 'collective')
    return collective || (subject.mention.kind === 'stand-in' && who.length === 0) ? [] : null;
  if (rule.who === 'meeting') return collective ? [] : several || subject.mention.kind === 'body' ? who : null;
  return collective ? [] : who;
}

/** "The participants of the reference group": the group, not the meeting. */
function ownerOf(view: View, mention: Mention): Mention | null {
  const n = view.mentions.indexOf(mention);
  const m = new RegExp(`⟦M${n}⟧ of (?:the )?⟦S(\\d+)⟧`).exec(view.masked);
  const owner = m ? view.mentions[Number(m[1])] : undefined;
  return owner?.kind === 'body' ? owner : null;
}

export function named(subject: Subject, floor: Floor, offices: Offices): Named[] {
  return [...subject.also, subject.mention].flatMap((m) =>
    m.kind === 'stand-in' ? standsFor(m, floor) : isCollective(m) ? [] : namedOf(m, offices),
  );
}

export const isCollective = (m: Mention): boolean => m.kind === 'meeting' || m.kind === 'some';

const impliedSubject = (list: ListContext): Subject | null => {
  const mention = list.leadView?.mentions.at(-1);
  return mention ? { mention, also: [] } : null;
};

/** "The Chair announced that the meeting would take place": by the Chair, although the verb is the meeting's. */
function announcer(view: View, floor: Floor, context: OutcomeContext): Named[] | null {
  const m =
    /\b(?:announced|informed|stated|said|reported|explained|added|underlined|confirmed|indicated|noted|recalled|mentioned|stressed|proposed|suggested|argued)\b(?: \w+){0,4}? (?:that|of)\b/i.exec(
      view.masked,
    );
  const subject = m ? subjectOf(view, m.index) : null;
  if (!subject || isCollective(subject.mention)) return null;
  return named(subject, floor, context.offices);
}

/** A bare "should" inside somebody's statement is that speaker's; a dated event or a passive is nobody's. */
const floorFor = (rule: Rule, floor: Floor, view: View): Named[] =>
  !/^(?:[Tt]he )?⟦[SMN]\d+⟧(?:\s\([^)]*\))? (?:should|ought)\b/.test(view.masked) &&
  (rule.name === 'recommendation.should' || rule.name === 'recommendation.advisable')
    ? floor.speakers
    : [];

/** "All of the opening speakers …": those who spoke in the paragraph before. */
function openingSpeakers(view: View, floor: Floor): Named[] | null {
  return /^(?:All|Both|Most)? ?(?:of )?(?:the )?(?:opening |keynote |previous )?(?:speakers|⟦M\d+⟧)/.test(
    view.masked,
  ) && /\bspeakers\b/.test(view.sentence.text.slice(0, 60))
    ? floor.before
    : null;
}

export function addressee(view: View, m: RegExpExecArray, offices: Offices): Named[] {
  const n = m.groups?.['to'];
  const mention = n === undefined ? undefined : view.mentions[Number(n)];
  return mention && !isCollective(mention) && mention.kind !== 'stand-in' ? namedOf(mention, offices) : [];
}
