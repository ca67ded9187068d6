import * as m from '#messages';
import type { Language } from '../kernel/language-map.ts';
import type { Block, Column, Text } from '../kernel/server/documents/index.ts';
import { formatDays, formatList, formatNumber } from '../ui/dates.ts';
import { localised, type Locale } from '../ui/locales.ts';
import { commitmentPath } from '../modules/followup/index.ts';
import { isOverdue, type CommitmentLine } from './commitment-lines.ts';
import { silenceOf } from './state-of-play-words.ts';
import type { StateOfPlay } from './state-of-play.ts';

/** Where the document points to: the address of the installation, and the language its pages are opened in. */
export interface Place {
  origin: string;
  locale: Locale;
}

/** The whole address of a path without language. */
export const at = ({ origin, locale }: Place, path: string): string => `${origin}${localised(path, locale)}`;

/** Commitments as a table: what, who, when due, when last heard of; nothing for none. */
export function commitmentTable(lines: readonly CommitmentLine[], on: string, place: Place): Block[] {
  if (lines.length === 0) return [];
  const { locale } = place;
  const columns: Column[] = [
    { head: m.play_col_commitment({}, { locale }), width: 4 },
    { head: m.play_owners({}, { locale }), width: 2 },
    { head: m.play_col_due({}, { locale }), width: 2 },
    { head: m.play_col_heard({}, { locale }), width: 2 },
  ];
  const due = (line: CommitmentLine): Text => {
    if (line.due === null) return '';
    const days = formatDays(line.due.from, line.due.until, locale);
    return isOverdue(line, on) ? [{ text: m.play_was_due({ days }, { locale }), strong: true }] : days;
  };
  const rows = lines.map((line): Text[] => [
    [
      { text: `C-${line.number} `, link: at(place, commitmentPath(line.number)) },
      { text: line.title, language: line.language as Language },
    ],
    formatList(
      line.owners.map(({ name }) => name),
      locale,
    ),
    due(line),
    silenceOf(line, locale),
  ]);
  return [{ kind: 'table', columns, rows }];
}

/** How the commitments stand under each goal. */
export function goalTable({ goals }: StateOfPlay, locale: Locale): Block[] {
  if (goals.length === 0) return [];
  const count = (value: number) => formatNumber(value, locale);
  return [
    {
      kind: 'table',
      columns: [
        { head: m.play_col_goal({}, { locale }), width: 5 },
        { head: m.play_col_done({}, { locale }), align: 'end' },
        { head: m.play_col_moving({}, { locale }), align: 'end' },
        { head: m.play_col_silent({}, { locale }), align: 'end' },
      ],
      rows: goals.map(({ goal, done, moving, silent }) => [
        [{ text: `${goal.code} ${goal.title}`, language: goal.language as Language }],
        count(done),
        count(moving),
        count(silent),
      ]),
    },
  ];
}
