import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silentMonths } from '../../modules/followup/index.ts';
import { weave } from './weave.ts';
import type { Knot } from './knot.ts';

const knot = (id: string, from: string | null, more: Partial<Knot> = {}): Knot => ({
  id: `outcome:${id}`,
  kind: 'outcome',
  from,
  until: from,
  state: 'confirmed',
  what: 'recommendation',
  who: [],
  hidden: false,
  title: `Meeting of ${from}`,
  sentence: `Wish ${id}.`,
  language: 'en',
  paragraph: null,
  link: null,
  place: null,
  heard: true,
  audience: null,
  due: null,
  evidence: [],
  ties: [],
  months: 0,
  ...more,
});
const commitment = (state: string, day = '2022-06-01') =>
  knot('c', day, { id: 'commitment:c', kind: 'commitment', state, heard: false, title: 'C-1 · Meet once a year' });
const kinds = (knots: readonly Knot[]) => knots.map(({ kind, from }) => `${kind} ${from}`);

describe('a thread', () => {
  test('is in the order of its days, with the silence between and after', () => {
    const [branch] = weave(
      [knot('b', '2022-05-19'), knot('a', '2019-10-09')],
      [{ from: 'outcome:b', to: 'outcome:a', kind: 'repeats' }],
      '2026-11-27',
    );
    expect(kinds(branch!.knots)).toEqual([
      'outcome 2019-10-09',
      'silence 2019-10-09',
      'outcome 2022-05-19',
      'silence 2022-05-19',
    ]);
    expect(branch!.knots.map(({ months }) => months)).toEqual([0, 31, 0, 54]);
    expect(branch).toMatchObject({ title: 'Wish a.', lastHeard: '2022-05-19', closed: false });
    expect(branch!.knots[2]!.ties).toEqual([{ to: 'outcome:a', kind: 'repeats' }]);
  });
  test('that is closed is not silent; one that is open is, since it was last heard of', () => {
    const edges = [{ from: 'commitment:c', to: 'outcome:a', kind: 'raised-by' }];
    const of = (state: string) => weave([knot('a', '2022-05-19'), commitment(state)], edges, '2024-01-01')[0]!;
    expect(of('completed')).toMatchObject({ closed: true, title: 'C-1 · Meet once a year' });
    expect(of('completed').knots.at(-1)!.kind).toBe('commitment');
    expect(of('open').knots.at(-1)).toMatchObject({ kind: 'silence', from: '2022-05-19', until: '2024-01-01' });
  });
  test('what does not hang together is another thread', () => {
    expect(weave([knot('a', '2019-10-09'), knot('b', null)], [], '2020-01-01').map(({ title }) => title)).toEqual([
      'Wish a.',
      'Wish b.',
    ]);
  });
  test('a circle of ties is one thread', () => {
    const all = ['a', 'b', 'c'].map((id) => knot(id, '2020-01-01'));
    const circle = [
      { from: 'outcome:a', to: 'outcome:b', kind: 'follows' },
      { from: 'outcome:b', to: 'outcome:c', kind: 'follows' },
      { from: 'outcome:c', to: 'outcome:a', kind: 'follows' },
    ];
    expect(weave(all, circle, '2020-01-02')).toHaveLength(1);
  });
  test('always: every knot is in exactly one thread, days never go back, silences are long enough', () => {
    const days = fc
      .integer({ min: 2000, max: 2030 })
      .chain((year) => fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, '0')}-15`));
    fc.assert(
      fc.property(
        fc.array(fc.option(days), { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 12 }),
        days,
        (given, pairs, on) => {
          const knots = given.map((day, i) => knot(`${i}`, day));
          const edges = pairs.map(([a, b]) => ({ from: `outcome:${a}`, to: `outcome:${b}`, kind: 'follows' }));
          const branches = weave(knots, edges, on);
          const all = branches.flatMap((branch) => branch.knots);
          expect(
            all
              .filter(({ kind }) => kind !== 'silence')
              .map(({ id }) => id)
              .toSorted(),
          ).toEqual(knots.map(({ id }) => id).toSorted());
          for (const branch of branches) {
            const dated = branch.knots.flatMap(({ id, from }) => (from === null || id === 'silence:now' ? [] : [from]));
            expect(dated).toEqual(dated.toSorted());
            for (const { kind, months, until } of branch.knots)
              if (kind === 'silence') expect(months).toBeGreaterThanOrEqual(until === on ? 1 : silentMonths);
          }
        },
      ),
    );
  });
});
