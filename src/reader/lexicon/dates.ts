import type { DatedName, IsoDate } from './types.ts';

/** Whether a name may be printed on that day: within [from, until), and after its announcement even before `from`. */
export function usableAt(name: DatedName, at: IsoDate): boolean {
  const since =
    name.decidedOn !== undefined && name.from !== undefined && name.decidedOn < name.from ? name.decidedOn : name.from;
  return (since === undefined || since <= at) && (name.until === undefined || at < name.until);
}
