/** A session's place in the agenda. */
export interface Placed {
  id: string;
  parentId: string | null;
  ordinal: number;
}

/** A session with those that are part of it. */
export type Branch<T> = T & { parts: Branch<T>[] };

/** Sessions as a tree, each level in the order of the agenda. One whose parent is not there stands at the top. */
export function treeOf<T extends Placed>(sessions: readonly T[]): Branch<T>[] {
  const known = new Set(sessions.map(({ id }) => id));
  const under = (parent: string | null): Branch<T>[] =>
    sessions
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .toSorted((a, b) => a.ordinal - b.ordinal || a.id.localeCompare(b.id))
      .map((session) => ({ ...session, parts: under(session.id) }));
  return under(null);
}

/** The tree as a list: each session before its parts. */
export const flat = <T>(branches: readonly Branch<T>[]): Branch<T>[] =>
  branches.flatMap((branch) => [branch, ...flat(branch.parts)]);

/** Ids in the order of the agenda. */
export const inAgendaOrder = (sessions: readonly Placed[]): string[] => flat(treeOf(sessions)).map(({ id }) => id);

/** A session and everything that is part of it, itself first. */
export function withParts(sessions: readonly Placed[], id: string): string[] {
  const branch = flat(treeOf(sessions)).find((one) => one.id === id);
  return branch ? flat([branch]).map((one) => one.id) : [];
}

/**
 * The agenda after a session changed places with the one before or after it on its level.
 * @returns the ids in their new order, or null when there is none to change places with.
 */
export function moved(sessions: readonly Placed[], id: string, direction: 'up' | 'down'): string[] | null {
  const tree = treeOf(sessions);
  const swapped = swappedIn(tree, id, direction);
  return swapped === null ? null : flat(swapped).map((one) => one.id);
}

function swappedIn<T extends Placed>(level: Branch<T>[], id: string, direction: 'up' | 'down'): Branch<T>[] | null {
  const at = level.findIndex((one) => one.id === id);
  if (at >= 0) {
    const other = direction === 'up' ? at - 1 : at + 1;
    if (other < 0 || other >= level.length) return null;
    return level.map((one, index) => (index === at ? level[other]! : index === other ? level[at]! : one));
  }
  for (const [index, branch] of level.entries()) {
    const parts = swappedIn(branch.parts, id, direction);
    if (parts !== null) return level.with(index, { ...branch, parts });
  }
  return null;
}

/** Whether a session may become part of another: not of itself, nor of one of its own parts. */
export const mayBePartOf = (sessions: readonly Placed[], id: string, parent: string): boolean =>
  !withParts(sessions, id).includes(parent);
