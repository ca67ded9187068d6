import { atStart, days, inSentence, listed, type PrintedName } from './names.ts';
import type { OutcomeKind } from './outcome.ts';
import { attributed, sentence, withParty } from './phrases.ts';
import type { ParagraphKind } from './text.ts';

/** What a sentence was written from; at most one id. */
export interface SourceTie {
  participant?: string;
  delegation?: string;
  intervention?: string;
  note?: string;
  point?: string;
  session?: string;
  paper?: string;
}

/** A paragraph as the meeting gives it. */
export interface AssembledParagraph {
  /** `attendance`, `intervention:<id>` …: what it is made of, so that it is assembled once. */
  material: string;
  kind: ParagraphKind;
  session: string | null;
  text: string;
  sources: { sentence: string; tie: SourceTie }[];
  /** The outcome it is, where a point of a session makes it one: the whole text. */
  outcome: { kind: OutcomeKind; point: string; by: PrintedName | null; goals: number[] } | null;
}

export type PointKind = 'recommendation' | 'decision' | 'action-point' | 'offer' | 'request';

/** A session with what happened in it, in the order of the agenda. Texts as they were noted or handed in. */
export interface SessionMaterial {
  id: string;
  kind: 'opening' | 'plenary' | 'tour-de-table' | 'break-out' | 'closing' | 'other';
  title: string;
  /** Whether the Chatham House Rule holds in it. */
  rule: boolean;
  /** Whether it was opened. */
  held: boolean;
  goal: number | null;
  moderators: { name: string; party: PrintedName | null }[];
  interventions: {
    id: string;
    party: PrintedName | null;
    speaker: string | null;
    written: string | null;
    notes: { id: string; text: string }[];
  }[];
  notes: { id: string; text: string }[];
  /** Papers it had before it that every participant of the dialogue may see, in their order. */
  papers: { id: string; title: string }[];
  points: { id: string; kind: PointKind; text: string; party: PrintedName | null }[];
}

export interface MeetingMaterial {
  title: string;
  first: string | null;
  last: string | null;
  place: string | null;
  mode: 'in-person' | 'online' | 'hybrid' | null;
  host: PrintedName | null;
  /** The Chatham House Rule for all of it: nobody is named. */
  rule: boolean;
  /** Who came, in the ordering of the meeting. */
  came: { party: PrintedName; delegation: string; participants: string[] }[];
  sessions: SessionMaterial[];
}

/** The meeting as numbered paragraphs in the style of the genre. Pure: the same meeting gives the same text. */
export function assemble(meeting: MeetingMaterial): AssembledParagraph[] {
  return [factsOf(meeting), ...attendanceOf(meeting), ...meeting.sessions.flatMap(sessionParagraphs)];
}

const plain = (
  material: string,
  kind: ParagraphKind,
  session: string | null,
  sentences: { text: string; tie: SourceTie }[],
): AssembledParagraph => ({
  material,
  kind,
  session,
  text: sentences.map(({ text }) => text).join(' '),
  sources: sentences.map(({ text, tie }) => ({ sentence: text, tie })),
  outcome: null,
});

function factsOf({ title, first, last, place, mode, host, rule }: MeetingMaterial): AssembledParagraph {
  const named = /^the\s/i.test(title) ? title.replace(/^the\s/i, '') : title;
  const where =
    mode === 'online'
      ? 'online'
      : place
        ? `in ${place}${mode === 'hybrid' ? `${place.includes(',') ? ',' : ''} and online` : ''}`
        : '';
  const when = first === null ? '' : `on ${days(first, last)}`;
  const parts = [`The ${named} was held`, where, when].filter((part) => part !== '');
  const sentences = [{ text: `${parts.join(' ')}.`, tie: {} }];
  if (host && !rule) sentences.push({ text: `It was hosted by ${inSentence(host.name)}.`, tie: {} });
  if (rule) sentences.push({ text: 'It was held under the Chatham House Rule.', tie: {} });
  return plain('facts', 'numbered', null, sentences);
}

/** Who came, with the number of people and of countries counted. */
function attendanceOf({ came, rule }: MeetingMaterial): AssembledParagraph[] {
  const people = came.reduce((sum, one) => sum + one.participants.length, 0);
  if (people === 0) return [];
  const states = came.filter(({ party }) => party.kind === 'state').map(({ party }) => inSentence(party.name));
  const others = came.filter(({ party }) => party.kind === 'organisation').map(({ party }) => inSentence(party.name));
  const text = rule ? countedOnly(people, states.length, others.length) : countedAndNamed(people, states, others);
  return [
    {
      ...plain('attendance', 'numbered', null, []),
      text,
      sources: came.flatMap(({ delegation, participants }) => [
        { sentence: text, tie: { delegation } },
        ...participants.map((participant) => ({ sentence: text, tie: { participant } })),
      ]),
    },
  ];
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const participants = (n: number): string => counted(n, 'participant', 'participants');

function countedOnly(people: number, states: number, others: number): string {
  const from = [
    states > 0 ? counted(states, 'country', 'countries') : '',
    others > 0 ? counted(others, 'organisation', 'organisations') : '',
  ].filter((part) => part !== '');
  return `It was attended by ${participants(people)} from ${listed(from)}.`;
}

function countedAndNamed(people: number, states: string[], others: string[]): string {
  if (states.length === 0) return `It was attended by ${participants(people)} from ${listed(others)}.`;
  const countries = `${counted(states.length, 'country', 'countries')}: ${listed(states)}`;
  const organisations = others.length === 0 ? '' : `, as well as ${listed(others)}`;
  return `It was attended by ${participants(people)} from ${countries}${organisations}.`;
}

const kindWords: Record<SessionMaterial['kind'], { says: RegExp; name: string }> = {
  opening: { says: /opening/i, name: 'Opening session' },
  plenary: { says: /plenary/i, name: 'Plenary session' },
  'tour-de-table': { says: /tour de table/i, name: 'Tour de table' },
  'break-out': { says: /^break-?out (?:session|group)/i, name: 'Break-out session' },
  closing: { says: /clos(?:ing|ed)|concluding/i, name: 'Closing session' },
  other: { says: /./, name: '' },
};

/** A session that was never opened and left nothing is passed over, its heading too. */
function sessionParagraphs(session: SessionMaterial): AssembledParagraph[] {
  const { id, kind, title } = session;
  const words = kindWords[kind];
  const heading = words.says.test(title) ? title : `${words.name}: ${title}`;
  const body = [...introductionOf(session), ...session.interventions.flatMap((one) => statementOf(session, one))];
  const points = pointsOf(session);
  if (!session.held && body.length + points.length === 0) return [];
  return [plain(`heading:${id}`, 'heading', id, [{ text: heading, tie: { session: id } }]), ...body, ...points];
}

/** Who moderated and what papers it had before it (not under the rule: a title may name), and what was noted of the session as such. */
function introductionOf({ id, rule, held, moderators, papers, notes }: SessionMaterial): AssembledParagraph[] {
  const named = moderators.map(({ name, party }) => (party ? `${name} (${party.name})` : name));
  const sentences: { text: string; ties: SourceTie[] }[] = [];
  if (named.length > 0 && !rule)
    sentences.push({ text: `The session was moderated by ${listed(named)}.`, ties: [{ session: id }] });
  if (papers.length > 0 && held && !rule)
    sentences.push({
      text: `The session had before it ${papers.length === 1 ? 'the paper' : 'the papers'} ${listed(papers.map(({ title }) => `“${title}”`))}.`,
      ties: papers.map((paper) => ({ paper: paper.id })),
    });
  for (const note of notes) sentences.push({ text: sentence(note.text), ties: [{ note: note.id }] });
  if (sentences.length === 0) return [];
  return [
    {
      ...plain(`session:${id}`, 'numbered', id, []),
      text: sentences.map(({ text }) => text).join(' '),
      sources: sentences.flatMap(({ text, ties }) => ties.map((tie) => ({ sentence: text, tie }))),
    },
  ];
}

/** One paragraph an intervention: what was handed in in writing, else what was noted. Nothing where nothing was. Under the rule nobody is named. */
function statementOf(session: SessionMaterial, one: SessionMaterial['interventions'][number]): AssembledParagraph[] {
  const who = session.rule ? null : (one.party?.name ?? one.speaker);
  const sentences: { text: string; tie: SourceTie }[] = one.notes.map((note, index) => ({
    text: attributed(who, note.text, index > 0),
    tie: { note: note.id },
  }));
  if (one.written !== null)
    sentences.push({
      text:
        who === null
          ? `It was stated in writing: “${one.written.trim()}”`
          : `${atStart(who)} stated in writing: “${one.written.trim()}”`,
      tie: { intervention: one.id },
    });
  if (sentences.length === 0) return [];
  return [plain(`intervention:${one.id}`, 'numbered', session.id, sentences)];
}

/** Lists of what a session brings out, by kind; what one party offers or asks is a paragraph of its own. */
function pointsOf({ id, kind, rule, goal, points }: SessionMaterial): AssembledParagraph[] {
  const subject = kind === 'break-out' ? 'break-out session' : 'meeting';
  const leads: [PointKind, string][] = [
    [
      'recommendation',
      `The ${kind === 'break-out' ? 'break-out session' : 'participants'} made the following suggestions:`,
    ],
    ['decision', `The ${subject} decided the following:`],
    ['action-point', 'The participants agreed on the following action points:'],
  ];
  const own = points.filter((point) => point.kind === 'offer' || point.kind === 'request');
  const lists = leads.flatMap(([wanted, lead]) => {
    const items = points.filter((point) => point.kind === wanted);
    if (items.length === 0) return [];
    return [
      plain(`points:${id}:${wanted}`, 'numbered', id, [{ text: lead, tie: { session: id } }]),
      ...items.map((point) => pointParagraph(id, 'item', point, sentence(point.text), rule, goal)),
    ];
  });
  return [
    ...own.map((point) =>
      pointParagraph(
        id,
        'numbered',
        point,
        withParty(rule ? null : (point.party?.name ?? null), point.kind, point.text),
        rule,
        goal,
      ),
    ),
    ...lists,
  ];
}

function pointParagraph(
  session: string,
  kind: ParagraphKind,
  point: SessionMaterial['points'][number],
  text: string,
  rule: boolean,
  goal: number | null,
): AssembledParagraph {
  return {
    ...plain(`point:${point.id}`, kind, session, [{ text, tie: { point: point.id } }]),
    outcome: { kind: point.kind, point: point.id, by: rule ? null : point.party, goals: goal === null ? [] : [goal] },
  };
}
