import { styleText } from 'node:util';
import type { Finding, Reading, ReadingOutcome } from '../reader/reading.ts';

type Style = Parameters<typeof styleText>[0];

/**
 * A reading for people: who met when and where, what came of it, what to look at. Lines fit 100 columns.
 * @param options.findingsOnly leave out everything but the findings.
 */
export function summarise(reading: Reading, options: { colour: boolean; findingsOnly: boolean }): string {
  const paint = (style: Style, text: string) =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const lines: string[] = [];
  const { meeting, attendance } = reading;
  lines.push(
    paint('bold', meeting.title ?? reading.source.name),
    paint(
      'dim',
      [
        reading.source.name,
        reading.source.pages === null
          ? null
          : `${reading.source.pages} ${reading.source.pages === 1 ? 'page' : 'pages'}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
  );
  if (!options.findingsOnly) {
    lines.push('', ...facts(reading).map(([name, value]) => `${paint('dim', name.padEnd(13))} ${value}`));
    if (attendance.states.length > 0)
      lines.push(...wrapped(attendance.states.map((state) => state.party ?? state.asWritten).join(' '), 100, 14));
    lines.push('', ...outcomeLines(reading.outcomes, paint));
  }
  lines.push(...findingLines(reading, paint), '');
  return `${lines.join('\n')}\n`;
}

function facts({ meeting, attendance, paragraphs, statements }: Reading): [string, string][] {
  const dates =
    meeting.startDate === null
      ? 'not found'
      : meeting.endDate && meeting.endDate !== meeting.startDate
        ? `${meeting.startDate} to ${meeting.endDate}`
        : meeting.startDate;
  const stated = [
    attendance.statedParticipants === null ? null : `${attendance.statedParticipants} participants`,
    attendance.statedCountries === null ? null : `${attendance.statedCountries} countries`,
    attendance.statedCountriesAndOrganisations === null
      ? null
      : `${attendance.statedCountriesAndOrganisations} countries and organisations`,
  ].filter((part) => part !== null);
  const rows: [string, string][] = [
    ['When', dates],
    ['Where', [meeting.place, meeting.mode].filter(Boolean).join(', ') || 'not found'],
    [
      'Paragraphs',
      `${paragraphs.filter((p) => p.level === 1 && p.label !== null).length} numbered, ${paragraphs.length} in all; ${statements.length} statements`,
    ],
    ['Stated', stated.join(', ') || 'nothing'],
    ['Listed', `${attendance.states.length} states, ${attendance.organisations.length} organisations`],
  ];
  if (meeting.rule) rows.splice(2, 0, ['Rule', 'Chatham House Rule']);
  return rows;
}

const kindNames: Record<ReadingOutcome['kind'], string> = {
  recommendation: 'Recommendations',
  decision: 'Decisions',
  'action-point': 'Action points',
  offer: 'Offers',
  request: 'Requests',
  announcement: 'Announcements',
};

function outcomeLines(outcomes: readonly ReadingOutcome[], paint: (style: Style, text: string) => string): string[] {
  if (outcomes.length === 0) return ['No outcomes found.', ''];
  return (Object.keys(kindNames) as ReadingOutcome['kind'][]).flatMap((kind) => {
    const own = outcomes.filter((outcome) => outcome.kind === kind);
    if (own.length === 0) return [];
    return [
      paint('bold', `${kindNames[kind]} (${own.length})`),
      ...own.flatMap((outcome) => oneOutcome(outcome, paint)),
      '',
    ];
  });
}

function oneOutcome(outcome: ReadingOutcome, paint: (style: Style, text: string) => string): string[] {
  const about = [
    outcome.by.length > 0 ? `by ${outcome.by.map((by) => by.party ?? by.asWritten).join(', ')}` : null,
    outcome.to.length > 0 ? `to ${outcome.to.map((to) => to.party ?? to.asWritten).join(', ')}` : null,
    outcome.goals.length > 0 ? `goal ${outcome.goals.join(', ')}` : null,
    outcome.when ? outcome.when.asWritten : null,
  ].filter((part) => part !== null);
  const text = outcome.text.length > 280 ? `${outcome.text.slice(0, 279)}…` : outcome.text;
  const lines = wrapped(text.replace(/\s+/g, ' '), 100, 9);
  lines[0] = `${paint('cyan', (outcome.paragraph ?? '–').padEnd(8))} ${(lines[0] ?? '').trimStart()}`;
  if (about.length > 0) lines.push(`${' '.repeat(9)}${paint('dim', about.join('; '))}`);
  return lines;
}

const severityStyles: Record<Finding['severity'], Style> = { error: 'red', warning: 'yellow', note: 'dim' };

function findingLines({ findings, text }: Reading, paint: (style: Style, text: string) => string): string[] {
  if (findings.length === 0) return ['No findings.'];
  const order = ['error', 'warning', 'note'];
  const line = lineCounter(text);
  const sorted = findings.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.span[0] - b.span[0],
  );
  return [
    paint('bold', `Findings (${findings.length})`),
    ...sorted.flatMap((finding) => {
      const [first = '', ...rest] = wrapped(finding.message, 100, 9);
      const head = `${paint(severityStyles[finding.severity], finding.severity.padEnd(8))} ${first.trimStart()}`;
      return [head, ...rest, `${' '.repeat(9)}${paint('dim', `${finding.code}, line ${line(finding.span[0])}`)}`];
    }),
  ];
}

/** Line number of an offset, by halving; the line ends are found once. */
function lineCounter(text: string): (at: number) => number {
  const ends = [...text.matchAll(/\n/g)].map((match) => match.index);
  return (at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Breaks at blanks to `width` columns, each line indented. */
function wrapped(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(' '.repeat(indent) + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(' '.repeat(indent) + line);
  return lines;
}
