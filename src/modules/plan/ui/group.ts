import type { EntryView, GoalView } from '../server/index.ts';

/** Entries under the first goal each serves, in the order of the framework; those without a goal last. */
export function byGoal<E extends Pick<EntryView, 'goals'>>(
  entries: readonly E[],
): { goal: GoalView | null; entries: E[] }[] {
  const groups = new Map<string, { goal: GoalView | null; entries: E[] }>();
  for (const entry of entries) {
    const goal = entry.goals[0] ?? null;
    const group = groups.get(goal?.id ?? '');
    if (group) group.entries.push(entry);
    else groups.set(goal?.id ?? '', { goal, entries: [entry] });
  }
  return [...groups.values()].sort((a, b) => (a.goal?.ordinal ?? Infinity) - (b.goal?.ordinal ?? Infinity));
}

/** Entries by the year in which they may begin, the earliest first; those whose time is open last. */
export function byDate<E extends Pick<EntryView, 'when'>>(
  entries: readonly E[],
): { year: string | null; entries: E[] }[] {
  const timed = entries.filter((entry) => entry.when !== null);
  const sorted = timed.toSorted((a, b) =>
    `${a.when!.from}${a.when!.until}`.localeCompare(`${b.when!.from}${b.when!.until}`),
  );
  const years = [...Map.groupBy(sorted, (entry) => entry.when!.from.slice(0, 4))].map(([year, list]) => ({
    year,
    entries: list,
  }));
  const open = entries.filter((entry) => entry.when === null);
  return open.length > 0 ? [...years, { year: null, entries: open }] : years;
}
