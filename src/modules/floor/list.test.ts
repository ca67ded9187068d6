import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atEnd, placeBefore, step } from './order.ts';
import { planTour, tourOrder, type TourParty } from './tour.ts';
import type { TurnState } from './intervention.ts';
import { changed, changeOf, inOrder, onScreen, type FloorView, type TurnView } from './view.ts';

describe('the order of the list', () => {
  it('a turn stands where it was put, whatever was moved before, and no two share a place', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(9), { nil: null })), { maxLength: 80 }), (moves) => {
        let list = Array.from({ length: 10 }, (_, index) => ({ id: String(index), order: (index + 1) * step }));
        for (const [from, to] of moves) {
          const before = to === null || to === from ? null : String(to);
          const others = list.filter(({ id }) => id !== String(from));
          const place = placeBefore(others, before)!;
          const renamed = others.map((one) => place.moved.find(({ id }) => id === one.id) ?? one);
          expect(renamed.toSorted((a, b) => a.order - b.order).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
          list = [...renamed, { id: String(from), order: place.order }].toSorted((a, b) => a.order - b.order);
          expect(new Set(list.map(({ order }) => order)).size).toBe(10);
          const at = list.findIndex(({ id }) => id === String(from));
          expect(list[at + 1]?.id ?? null).toBe(before);
          expect(list.every(({ order }) => Number.isInteger(order) && Math.abs(order) < 2 ** 31)).toBe(true);
        }
      }),
    ));

  it('the end is after everybody', () => expect(atEnd([5, 9000])).toBe(9000 + step));
});

const party = (name: string, kind: TourParty['kind'] = 'state', chairs: TourParty['chairs'] = null): TourParty => ({
  id: name,
  name,
  kind,
  chairs,
});

describe('the tour de table', () => {
  it('states by name as the language collates, then organisations', () => {
    const parties = [
      party('Org of Lakes', 'organisation'),
      party('Türkiye'),
      party('Çayland'),
      party('Denland'),
      party('Zedland'),
      party('Åland'),
    ];
    expect(tourOrder(parties, 'short-name-en', false).map(({ name }) => name)).toEqual([
      'Åland',
      'Çayland',
      'Denland',
      'Türkiye',
      'Zedland',
      'Org of Lakes',
    ]);
    const turkish = [party('Irak'), party('İran'), party('Cava'), party('Çad'), party('Dan')];
    expect(tourOrder(turkish, 'short-name-tr', false).map(({ name }) => name)).toEqual([
      'Cava',
      'Çad',
      'Dan',
      'Irak',
      'İran',
    ]);
    const russian = [party('Ёлка'), party('Жук'), party('Дом')];
    expect(tourOrder(russian, 'short-name-ru', false).map(({ name }) => name)).toEqual(['Дом', 'Ёлка', 'Жук']);
  });

  it('the chair and then co-chairs come first where that is wished', () => {
    const parties = [party('A'), party('B', 'state', 'co-chair'), party('C', 'state', 'chair')];
    expect(tourOrder(parties, 'short-name-en', true).map(({ name }) => name)).toEqual(['C', 'B', 'A']);
    expect(tourOrder(parties, 'short-name-en', false).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });

  it('made again keeps what was spoken, adds who came, takes off who left, and made twice is the same', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom<string>('A', 'B', 'C', 'D', 'E')),
        fc.uniqueArray(fc.constantFrom<string>('A', 'B', 'C', 'D', 'E')),
        fc.array(
          fc.constantFrom<TurnState>(
            'waiting',
            'done',
            'waived',
            'written',
            'absent',
            'speaking',
            'paused',
            'withdrawn',
          ),
          { minLength: 5, maxLength: 5 },
        ),
        (now, then, states) => {
          const present = then.map((name, index) => ({ id: `turn ${name}`, party: name, state: states[index]! }));
          const order = tourOrder(
            now.map((name) => party(name)),
            'short-name-en',
            false,
          );
          const plan = planTour(order, present);
          const kept = present
            .filter(({ state }) => state !== 'waiting' && state !== 'withdrawn')
            .map((turn) => turn.party);
          for (const { party: name } of plan.places) expect(kept).not.toContain(name);
          expect(new Set([...kept, ...plan.places.map((place) => place.party)])).toEqual(new Set([...kept, ...now]));
          expect(plan.withdraw.every((id) => !now.includes(id.slice(5)))).toBe(true);
          const after = [
            ...present.filter(({ id }) => !plan.withdraw.includes(id) && kept.includes(id.slice(5))),
            ...plan.places.map((place) => ({
              id: `turn ${place.party}`,
              party: place.party,
              state: 'waiting' as const,
            })),
          ];
          expect(planTour(order, after)).toEqual({
            places: plan.places.map((place) => ({ ...place, turn: `turn ${place.party}` })),
            withdraw: [],
          });
        },
      ),
    ));
});

const turn = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  revision: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom<TurnState>('waiting', 'speaking', 'done'),
  order: fc.integer({ min: 1, max: 3 }),
  spoken: fc.integer({ min: 0, max: 2 }),
});
const view = fc
  .record({
    version: fc.integer({ min: 1, max: 5 }),
    state: fc.constantFrom('open' as const, 'closed' as const),
    rule: fc.boolean(),
    secondsEach: fc.constantFrom(null, 60),
    turns: fc.uniqueArray(turn, { selector: ({ id }) => id }),
  })
  .map(({ turns, ...rest }): FloorView => ({
    ...rest,
    sight: 'heard',
    revision: 1,
    hidden: rest.rule && rest.state === 'closed',
    secondsParty: null,
    points: [],
    turns: inOrder(
      turns.map((one): TurnView => ({
        ...one,
        kind: 'statement',
        party: null,
        who: one.id,
        speaker: null,
        given: null,
        since: null,
        ended: null,
      })),
    ),
  }));

describe('what is told of a change', () => {
  it('turns any view into any other', () =>
    fc.assert(
      fc.property(view, view, (before, after) => {
        expect(changed(before, changeOf(before, after))).toEqual(after);
      }),
    ));

  it('is of no use to who missed one before it', () =>
    fc.assert(
      fc.property(view, view, (before, after) => {
        expect(changed({ ...before, version: before.version + 1 }, changeOf(before, after))).toBeNull();
      }),
    ));

  it('of a session under the rule that is over leaves no name on a screen', () =>
    fc.assert(
      fc.property(view, (one) => {
        expect(onScreen(one).turns).toEqual(one.hidden ? [] : one.turns);
      }),
    ));
});
