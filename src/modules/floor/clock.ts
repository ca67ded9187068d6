/**
 * How far the clock of the server is ahead of the one here, learned from what it says of the time. A message takes time and says the past, so the
 * largest difference seen is the best; a clock that is set anew shows as a large step and is followed.
 * @param known milliseconds learned before; null at first.
 * @returns milliseconds to add to the clock here.
 */
export function offsetFrom(known: number | null, serverNow: number, hereNow: number): number {
  const seen = serverNow - hereNow;
  return known === null || seen > known || known - seen > 5000 ? seen : known;
}
