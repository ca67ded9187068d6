import type { Tx } from '../../../kernel/action.ts';
import { tableFile, type Column, type ExportFile, type ExportFormat } from '../../../kernel/server/table-file.ts';
import { commitmentCode } from '../commitment.ts';
import { dueState, silence } from '../due.ts';
import type { CommitmentFilter } from '../forms.ts';
import { listCommitments, type ListedCommitment } from './queries/list.ts';

/** Most commitments in one file. */
const most = 50_000;

// One line a commitment; several owners, addressees or goals in one field are parted by "; ".
const columns = (today: string): readonly Column<ListedCommitment>[] => [
  { head: 'number', width: 10, of: (row) => commitmentCode(row.number) },
  { head: 'title', width: 60, of: (row) => row.title },
  { head: 'state', width: 12, of: (row) => row.state },
  { head: 'owners', width: 40, of: (row) => row.owners.map(({ name, state }) => `${name} (${state})`).join('; ') },
  { head: 'addressees', width: 30, of: (row) => row.addressees.map(({ name }) => name).join('; ') },
  { head: 'body', width: 30, of: (row) => row.body?.name ?? '' },
  {
    head: 'goals',
    width: 20,
    of: (row) => row.goals.map(({ generation, code }) => `${generation}: ${code}`).join('; '),
  },
  { head: 'due_from', width: 12, of: (row) => row.due?.from ?? '' },
  { head: 'due_until', width: 12, of: (row) => row.due?.until ?? '' },
  { head: 'recurs', width: 12, of: (row) => row.recurs ?? '' },
  { head: 'due', width: 10, of: (row) => dueState(row.state === 'open', row.due?.until ?? null, today) },
  {
    head: 'nothing_heard_since',
    width: 18,
    of: (row) => (row.state === 'open' ? silence(row.heard, row.raised, today).since : ''),
  },
  { head: 'owners_reported', width: 14, of: (row) => `${row.reported} of ${row.owners.length}` },
  { head: 'raised', width: 12, of: (row) => row.raised },
];

/**
 * The commitments of a filter as a file: what the list shows, all pages of it, in its order.
 * Who may see what is the database's matter: nobody exports more than their list shows.
 */
export async function exportCommitments(
  tx: Tx,
  filter: CommitmentFilter,
  today: string,
  format: ExportFormat,
  language = 'en',
): Promise<ExportFile> {
  const { rows } = await listCommitments(tx, { ...filter, page: 1 }, today, language, most);
  const json = () => ({
    format: 'redthread-commitments/1',
    asOf: today,
    commitments: rows.map(({ id: _, number, ...row }) => ({ number: commitmentCode(number), ...row })),
  });
  return tableFile('commitments', columns(today), rows, json, format);
}
