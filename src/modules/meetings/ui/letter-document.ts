import * as m from '#messages';
import { getLocale } from '#runtime';
import type { Language } from '../../../kernel/language-map.ts';
import type { Block, Fact, PrintedDocument } from '../../../kernel/server/documents/index.ts';
import { dayIn } from '../../../kernel/wall-clock.ts';
import { formatDay, formatDays, formatDeadline, formatList, formatNumber, formatWeekday } from '../../../ui/dates.ts';
import { languageName } from '../../../ui/language-names.ts';
import type { Locale } from '../../../ui/locales.ts';
import { formatHours } from '../../../ui/zoned.ts';
import type { InvitationView, MeetingPage, SessionView } from '../server/index.ts';
import { flat } from '../tree.ts';
import { modeName, sessionKindName, standingName } from './words.ts';

/**
 * The letter that invites one party, as a paper in the language of the page: what, when and where, as what, until when an answer is asked for, the agenda.
 * It names nobody else who is invited.
 * @param address permanent address of the meeting.
 */
export function invitationLetter(
  { head, facts, agenda }: Pick<MeetingPage, 'head' | 'facts' | 'agenda'>,
  invitation: Pick<InvitationView, 'party' | 'standing' | 'seats'>,
  address: string,
): PrintedDocument {
  const locale = getLocale() as Locale;
  const due = (moment: Date): string => formatDeadline(moment, head.zone, locale);
  const sentences = [
    m.meetings_letter_invites({ standing: standingName(invitation.standing) }),
    ...(invitation.seats === null ? [] : [m.meetings_letter_seats({ count: formatNumber(invitation.seats, locale) })]),
    ...(facts.answersDue ? [m.meetings_letter_answer({ due: due(facts.answersDue) })] : []),
    ...(facts.delegationsDue ? [m.meetings_letter_delegation({ due: due(facts.delegationsDue) })] : []),
  ];
  return {
    title: head.title,
    subtitle: `${m.meetings_letter_title()}. ${m.meetings_letter_dear({ party: invitation.party.name })}`,
    issuer: m.meetings_letter_issuer(),
    ...(facts.calledAt ? { date: dayIn(facts.calledAt, head.zone) } : {}),
    language: locale,
    facts: factsOf(head, facts, locale),
    blocks: [
      ...(head.stage === 'draft' ? [paragraph(m.meetings_letter_draft())] : []),
      paragraph(sentences.join(' ')),
      {
        kind: 'paragraph',
        runs: [{ text: m.meetings_letter_where({ address: '' }).trimEnd() + ' ' }, { text: address, link: address }],
      },
      ...(facts.concept
        ? [heading(m.meetings_concept()), ...facts.concept.text.split(/\n{2,}/).map((text) => paragraph(text))]
        : []),
      ...(agenda.length > 0 ? [heading(m.meetings_part_agenda()), ...agendaBlocks(agenda, head.zone, locale)] : []),
    ],
    footer: address,
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: text });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

function factsOf(head: MeetingPage['head'], facts: MeetingPage['facts'], locale: Locale): Fact[] {
  const given: [string, string | null | undefined][] = [
    [
      m.meetings_bodies(),
      formatList(
        head.bodies.map(({ name }) => name),
        locale,
      ),
    ],
    [m.meetings_theme(), facts.theme?.text],
    [m.meetings_days(), head.startDay && formatDays(head.startDay, head.endDay, locale)],
    [m.meetings_place(), head.place],
    [m.meetings_mode(), head.mode && modeName(head.mode)],
    [m.meetings_host(), facts.host?.name],
    [
      m.meetings_languages(),
      formatList(
        facts.languages.map((code) => languageName(code, locale)),
        locale,
      ),
    ],
    [m.meetings_rule(), head.rule && m.meetings_rule_whole()],
  ];
  return given.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** The sessions in their order, a table for each day. */
function agendaBlocks(agenda: MeetingPage['agenda'], zone: string, locale: Locale): Block[] {
  const sessions = flat(agenda);
  const dayOf = ({ startsAt }: SessionView): string => (startsAt ? dayIn(startsAt, zone) : '');
  return [...Map.groupBy(sessions, dayOf)].map(([day, of]): Block => ({
    kind: 'table',
    caption: day === '' ? m.meetings_no_day() : `${formatWeekday(day, locale)}, ${formatDay(day, locale)}`,
    columns: [
      { head: m.meetings_col_when(), width: 1 },
      { head: m.meetings_part_agenda(), width: 4 },
      { head: m.meetings_room(), width: 1 },
    ],
    rows: of.map((session) => [
      session.startsAt && session.endsAt ? formatHours(session.startsAt, session.endsAt, zone, locale) : '',
      [
        { text: session.title.text, strong: true, language: session.title.language as Language },
        {
          text: `\n${[sessionKindName(session.kind), ...(session.underRule ? [m.meetings_rule_chatham()] : [])].join(' · ')}`,
        },
      ],
      session.room ?? '',
    ]),
  }));
}
