import type { Relation } from '../crosswalk.ts';

export interface SeedCrosswalk {
  from: readonly [generation: string, code: string];
  to: readonly [generation: string, code: string];
  relation: Relation;
  source: string;
  note: string | null;
}

/** No official table ties the generations: this is a reading, and says so. */
const own = 'Own reading of the two texts; there is no official table';
const walk = (
  fromGeneration: string,
  toGeneration: string,
  pairs: readonly (readonly [from: string, relation: Relation, to: string, note?: string])[],
): SeedCrosswalk[] =>
  pairs.map(([from, relation, to, note]) => ({
    from: [fromGeneration, from],
    to: [toGeneration, to],
    relation,
    source: own,
    note: note ?? null,
  }));

const split = 'The earlier goal was divided: return, readmission and reintegration became a goal of their own.';
const inside =
  'Trafficking has no goal of its own in 2024; news of the Secretariat’s organisation placed it under goal 1.';

export const seedCrosswalks: readonly SeedCrosswalk[] = [
  ...walk('bp-2013', 'bp-2019', [
    ['1', 'same', '2'],
    ['2', 'same', '3'],
    ['3', 'close', '4'],
    ['4', 'same', '1'],
    ['5', 'close', '5'],
    ['6', 'close', '6'],
  ]),
  ...walk('bp-2019', 'bp-2024', [
    ['1', 'narrower', '1', split],
    ['1', 'narrower', '3', split],
    ['2', 'close', '2'],
    ['3', 'close', '6'],
    ['4', 'close', '4'],
    ['5', 'broader', '1', inside],
    ['6', 'close', '5'],
  ]),
  ...walk('bp-2013', 'bp-2024', [
    ['1', 'close', '2'],
    ['2', 'close', '6'],
    ['3', 'close', '4'],
    ['4', 'narrower', '1', split],
    ['4', 'narrower', '3', split],
    ['5', 'broader', '1', inside],
    ['6', 'close', '5'],
  ]),
  ...walk('bp-2013', 'gcm', [
    ['1', 'close', '5'],
    ['2', 'close', '16'],
    ['2', 'narrower', '17'],
    ['3', 'close', '19'],
    ['3', 'narrower', '20'],
    ['4', 'narrower', '9'],
    ['4', 'narrower', '11'],
    ['4', 'narrower', '21'],
    ['5', 'close', '10'],
    ['6', 'related', '7'],
  ]),
  ...walk('bp-2019', 'gcm', [
    ['1', 'narrower', '9'],
    ['1', 'narrower', '11'],
    ['1', 'narrower', '21'],
    ['2', 'close', '5'],
    ['2', 'narrower', '6'],
    ['3', 'close', '16'],
    ['3', 'narrower', '17'],
    ['4', 'close', '19'],
    ['4', 'narrower', '20'],
    ['5', 'close', '10'],
    ['6', 'related', '7'],
  ]),
  ...walk('bp-2024', 'gcm', [
    ['1', 'narrower', '9'],
    ['1', 'narrower', '11'],
    ['2', 'close', '5'],
    ['2', 'narrower', '6'],
    ['3', 'close', '21'],
    ['4', 'narrower', '2'],
    ['4', 'narrower', '19'],
    ['4', 'narrower', '20'],
    ['5', 'related', '7'],
    ['6', 'close', '16'],
    ['6', 'narrower', '17'],
  ]),
  ...walk('bp-2019', 'sdg', [
    ['1', 'related', '16.4'],
    ['2', 'close', '10.7'],
    ['4', 'narrower', '10.c'],
    ['5', 'narrower', '8.7'],
    ['5', 'narrower', '16.2'],
  ]),
  ...walk('bp-2024', 'sdg', [
    ['1', 'related', '16.4'],
    ['2', 'close', '10.7'],
    ['2', 'narrower', '8.8'],
    ['4', 'narrower', '10.c'],
  ]),
  ...walk('gcm', 'sdg', [
    ['1', 'narrower', '17.18'],
    ['4', 'close', '16.9'],
    ['6', 'narrower', '8.8'],
    ['10', 'narrower', '8.7'],
    ['10', 'narrower', '16.2'],
    ['10', 'related', '5.2'],
    ['20', 'close', '10.c'],
    ['23', 'close', '10.7'],
  ]),
];
