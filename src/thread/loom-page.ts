import { stringify } from 'csv-stringify/sync';
import type { Tx } from '../kernel/action.ts';
import { inLanguage } from '../kernel/language-map.ts';
import { listGenerations } from '../modules/goals/server/index.ts';
import { listBodies } from '../modules/register/server/index.ts';
import { loomCells, loomParties, type LoomAsked, type LoomCell } from './loom.ts';

export interface LoomGoal {
  id: string;
  code: string;
  title: string;
}
export interface Loom {
  asked: LoomAsked;
  /** Generations shown, each with its goals in order. */
  groups: { key: string; title: string; goals: LoomGoal[] }[];
  /** Years from the first to the last with a thread, or parties by name. */
  columns: { key: string; name: string }[];
  cells: LoomCell[];
  choices: { generations: { key: string; title: string }[]; bodies: { key: string; name: string }[] };
}

/** The loom as its page draws it, in a language, over what the asker may see. */
export async function loomPage(tx: Tx, asked: LoomAsked, today: string, language: string): Promise<Loom> {
  const own = (await listGenerations(tx)).filter(({ kind }) => kind === 'dialogue');
  const known = own.some(({ key }) => key === asked.generation)
    ? asked
    : { ...asked, generation: null, through: false };
  const cells = await loomCells(tx, known, today);
  const used = new Set(cells.map(({ goal }) => goal));
  const groups = own
    .filter(({ key, goals }) =>
      known.generation === null ? goals.some(({ id }) => used.has(id)) : key === known.generation,
    )
    .map(({ key, title, goals }) => ({
      key,
      title: inLanguage(title, language).text,
      goals: goals
        .filter((goal) => goal.parent === null || used.has(goal.id))
        .map((goal) => ({ id: goal.id, code: goal.code, title: inLanguage(goal.title, language).text })),
    }));
  const columns = known.across === 'years' ? yearsOf(cells) : await partiesOf(tx, cells, language);
  const bodies = await listBodies(tx, { language });
  return {
    asked: known,
    groups,
    columns,
    cells,
    choices: {
      generations: own.map(({ key, title }) => ({ key, title: inLanguage(title, language).text })),
      bodies: bodies.map(({ key, name }) => ({ key, name })),
    },
  };
}

function yearsOf(cells: readonly LoomCell[]): { key: string; name: string }[] {
  const years = cells.map(({ column }) => Number(column));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, n) => ({ key: String(first + n), name: String(first + n) }));
}

async function partiesOf(tx: Tx, cells: readonly LoomCell[], language: string): Promise<Loom['columns']> {
  const names = await loomParties(tx, [...new Set(cells.map(({ column }) => column))], language);
  const collator = new Intl.Collator(language);
  return [...names]
    .map(([key, name]) => ({ key, name }))
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1));
}

/** The cells of the loom one by one, in the order of its rows and columns: what its table and its file list. */
export function loomLines({ groups, columns, cells }: Loom) {
  const at = new Map(cells.map((cell) => [`${cell.goal} ${cell.column}`, cell]));
  return groups.flatMap((group) =>
    group.goals.flatMap((goal) =>
      columns.flatMap((column) => {
        const cell = at.get(`${goal.id} ${column.key}`);
        return cell === undefined ? [] : [{ group, goal, column, cell }];
      }),
    ),
  );
}

/** The loom as CSV (RFC 4180, UTF-8): one line a cell. */
export function loomCsv(loom: Loom): string {
  const rows = loomLines(loom).map(({ group, goal, column, cell }) => ({
    generation: group.key,
    goal: goal.code,
    goal_title: goal.title,
    [loom.asked.across === 'years' ? 'year' : 'party']: column.key,
    ...(loom.asked.across === 'years' ? {} : { party_name: column.name }),
    kept: cell.kept,
    moving: cell.moving,
    silent: cell.silent,
    read_through_crosswalk: cell.through,
  }));
  const across = loom.asked.across === 'years' ? ['year'] : ['party', 'party_name'];
  const columns = ['generation', 'goal', 'goal_title', ...across, 'kept', 'moving', 'silent', 'read_through_crosswalk'];
  return stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: '\r\n' });
}
