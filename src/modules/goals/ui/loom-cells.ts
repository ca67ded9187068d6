import type { Counts } from './strands.ts';

/** One cell as the page shows it. */
export interface ShownCell extends Counts {
  goal: string;
  column: string;
  through: number;
}
export interface ShownGroup {
  key: string;
  title: string;
  goals: { id: string; code: string; title: string }[];
}
export interface ShownLoom {
  asked: {
    across: 'years' | 'parties';
    generation: string | null;
    through: boolean;
    body: string | null;
    from: number | null;
    until: number | null;
  };
  groups: ShownGroup[];
  columns: { key: string; name: string }[];
  cells: ShownCell[];
}

export const threadsIn = (cell: Counts): number => cell.kept + cell.moving + cell.silent;

/** Cells by goal and column. */
export const cellsByPlace = (cells: readonly ShownCell[]): Map<string, ShownCell> =>
  new Map(cells.map((cell) => [`${cell.goal} ${cell.column}`, cell]));

/**
 * The list of outcomes behind a cell, or behind one sort of its threads: an address without language. It counts what the cell counts:
 * outcomes whose commitments were all withdrawn are in neither.
 */
export function addressOfCell(
  { asked }: Pick<ShownLoom, 'asked'>,
  place: { generation: string; code: string; column: string },
  became: keyof Counts | 'any' = 'any',
): string {
  const query = new URLSearchParams({ generation: place.generation, goal: place.code, state: 'confirmed' });
  if (asked.through) query.set('through', '1');
  if (asked.body !== null) query.set('body', asked.body);
  if (asked.across === 'years') query.set('year', place.column);
  else {
    query.set('holds', place.column);
    if (asked.from !== null) query.set('from', String(asked.from));
    if (asked.until !== null) query.set('until', String(asked.until));
  }
  query.set('became', became);
  return `/outcomes?${query.toString()}`;
}
