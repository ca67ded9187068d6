/**
 * How a benchmark is written. Two ways of doing the same work are measured in turns, in one run, on the same data, so that what
 * disturbs the machine disturbs both; what counts is their ratio, not the milliseconds.
 */
export type Ratio = {
  /** What is compared with what: "protected / unprotected, rare word". */
  what: string;
  /** Median time of the first over median time of the second; for throughput, the second over the first. */
  value: number;
  /** The promise, where there is one: the ratio stays at or below it. */
  limit?: number;
  /** Absolute numbers of this run, for orientation. */
  detail: string;
};

/** A file `bench/<name>.bench.ts` exports one as `bench`. */
export type Bench = {
  /** One sentence: what is measured, on what. */
  about: string;
  /** @param say prints progress. */
  run(say: (line: string) => void): Promise<Ratio[]>;
};

/** Runs two pieces of work in turns and compares their medians. The first rounds warm up and do not count. */
export async function inTurns(
  rounds: number,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<{ ratio: number; first: number; second: number }> {
  const times: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round++) {
    for (const [index, work] of [first, second].entries()) {
      const from = performance.now();
      await work();
      if (round >= 0) times[index]!.push(performance.now() - from);
    }
  }
  const [a, b] = [median(times[0]), median(times[1])];
  return { ratio: a / b, first: a, second: b };
}

/** Middle value. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** "3.42 ms". */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
}

/** What has to be stopped when a run is broken off: database engines and servers that would go on without it. */
export const stops = new Set<() => Promise<unknown>>();
