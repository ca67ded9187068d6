import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { tableFile, type Column, type ExportFile, type ExportFormat } from '../../../kernel/server/table-file.ts';
import type { OutcomeFilter } from '../forms.ts';
import { listOutcomes, type ListedOutcomeRow } from './queries/outcomes.ts';

/** Most outcomes in one file. */
const most = 50_000;

// One line an outcome; several parties, goals or bodies in one field are parted by "; ".
const columns: readonly Column<ListedOutcomeRow>[] = [
  { head: 'kind', width: 16, of: (row) => row.kind },
  { head: 'state', width: 12, of: (row) => row.state },
  { head: 'text', width: 80, of: (row) => row.text },
  { head: 'by', width: 24, of: (row) => row.by.map(({ name }) => name).join('; ') },
  { head: 'to', width: 24, of: (row) => row.to.map(({ name }) => name).join('; ') },
  { head: 'goals', width: 8, of: (row) => row.goals.join('; ') },
  { head: 'from_day', width: 12, of: (row) => row.when?.from ?? '' },
  { head: 'until_day', width: 12, of: (row) => row.when?.until ?? '' },
  { head: 'time_as_written', width: 20, of: (row) => row.when?.asWritten ?? '' },
  { head: 'meeting', width: 40, of: (row) => row.report.title },
  { head: 'bodies', width: 30, of: (row) => row.report.bodies.map(({ name }) => name).join('; ') },
  { head: 'meeting_from', width: 12, of: (row) => row.report.start_day ?? '' },
  { head: 'meeting_until', width: 12, of: (row) => row.report.end_day ?? '' },
  { head: 'place', width: 20, of: (row) => row.report.place ?? '' },
  { head: 'paragraph', width: 10, of: (row) => row.paragraph ?? '' },
  { head: 'report', width: 24, of: (row) => row.report.slug },
  { head: 'number', width: 8, of: (row) => String(row.number) },
  { head: 'id', width: 38, of: (row) => row.id },
];

/**
 * The outcomes of a filter as a file: what the list shows, all pages of it, in its order. The same data always gives the same bytes (CSV, JSON).
 * Who may see what is the database's matter: nobody exports more than their list shows.
 */
export async function exportOutcomes(
  tx: Tx,
  filter: OutcomeFilter,
  format: ExportFormat,
  language = 'en',
  among?: RawBuilder<boolean>,
): Promise<ExportFile> {
  const { rows } = await listOutcomes(tx, { ...filter, page: 1 }, language, most, among);
  return tableFile('outcomes', columns, rows, () => jsonOf(rows), format);
}

function jsonOf(rows: readonly ListedOutcomeRow[]): object {
  const outcomes = rows.map(
    ({ id, number, kind, state, text, by, to, goals, when, paragraph, report, rule, confidence }) => ({
      id,
      number,
      kind,
      state,
      text,
      by,
      to,
      goals,
      when,
      paragraph,
      rule,
      confidence,
      report: {
        slug: report.slug,
        title: report.title,
        startDate: report.start_day,
        endDate: report.end_day,
        place: report.place,
        bodies: report.bodies.map(({ key, name }) => ({ key, name })),
      },
    }),
  );
  return { format: 'redthread-outcomes/1', outcomes };
}
