/** Distance of two places of a fresh list: room to put others between without moving anybody. */
export const step = 1024;

/** A place after the last. */
export const atEnd = (places: readonly number[]): number => Math.max(0, ...places) + step;

/** A place between two others (null: the beginning, the end); null when there is no room and the list has to be counted anew. */
export function between(before: number | null, after: number | null): number | null {
  if (after === null) return (before ?? 0) + step;
  const low = before ?? after - 2 * step;
  return after - low >= 2 ? low + Math.floor((after - low) / 2) : null;
}

/**
 * Where a turn goes when it is to stand before another one (null: at the end).
 * @param list the others in their order, without the one that moves.
 * @returns its place, and new places of others where there was no room.
 */
export function placeBefore(
  list: readonly { id: string; order: number }[],
  target: string | null,
): { order: number; moved: { id: string; order: number }[] } | null {
  const at = target === null ? list.length : list.findIndex((one) => one.id === target);
  if (at < 0) return null;
  const order = between(list[at - 1]?.order ?? null, list[at]?.order ?? null);
  if (order !== null) return { order, moved: [] };
  const moved = list.map((one, index) => ({ id: one.id, order: (index + (index >= at ? 2 : 1)) * step }));
  return { order: (at + 1) * step, moved: moved.filter((one, index) => one.order !== list[index]!.order) };
}
