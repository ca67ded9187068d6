import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  commitmentCode,
  completedBy,
  numberOfCode,
  ownerStates,
  ownerSteps,
  ownerVerbsFor,
  commitmentStates,
  type OwnerState,
  type OwnerVerb,
} from './commitment.ts';
import { addDays, addMonths, dueAgain, dueState, isSilent, monthsBetween, recurrences, silence } from './due.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const standing = fc.record({ own: fc.boolean(), presides: fc.boolean(), staff: fc.boolean(), delegate: fc.boolean() });
const state = fc.constantFrom(...ownerStates);

/** Where a verb leads, for those that lead anywhere. */
const leadsTo: Partial<Record<OwnerVerb, OwnerState>> = {
  'take-on': 'accepted',
  decline: 'declined',
  complete: 'claimed',
  confirm: 'confirmed',
  return: 'accepted',
  'ask-again': 'asked',
  release: 'released',
};

test('whatever a person may do is a step there is, and nobody confirms their own claim', () => {
  fc.assert(
    fc.property(fc.constantFrom(...commitmentStates), state, standing, (commitment, from, who) => {
      const verbs = ownerVerbsFor(commitment, from, who);
      for (const verb of verbs) {
        const to = leadsTo[verb];
        if (to) expect(ownerSteps[from]).toContain(to);
      }
      if (who.own) expect(verbs).not.toContain('confirm');
      else for (const verb of ['take-on', 'decline', 'report', 'complete'] as const) expect(verbs).not.toContain(verb);
      if (commitment !== 'open') expect(verbs.filter((verb) => verb !== 'report')).toEqual([]);
    }),
  );
});

test('completed: somebody is confirmed and nobody still holds it', () => {
  expect(completedBy(['confirmed', 'declined', 'released'])).toBe(true);
  expect(completedBy(['confirmed', 'accepted'])).toBe(false);
  expect(completedBy(['declined', 'released'])).toBe(false);
  expect(completedBy([])).toBe(false);
  fc.assert(
    fc.property(fc.array(state), (owners) => {
      if (owners.some((one) => one === 'asked' || one === 'accepted' || one === 'claimed'))
        expect(completedBy(owners)).toBe(false);
    }),
  );
});

test('codes are read as people write them', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), (number) => {
      expect(numberOfCode(commitmentCode(number))).toBe(number);
    }),
  );
  expect(numberOfCode('c12')).toBe(12);
  expect(numberOfCode(' 12 ')).toBe(12);
  expect(numberOfCode('twelve')).toBeNull();
});

test('calendar months: the end of a month stays the end, and no month is skipped', () => {
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
  expect(addMonths('2023-02-28', 1)).toBe('2023-03-31');
  expect(addMonths('2024-01-30', 1)).toBe('2024-02-29');
  expect(addMonths('2023-11-15', 3)).toBe('2024-02-15');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (from, count) => {
      const [year, month] = from.split('-').map(Number) as [number, number];
      const [laterYear, laterMonth] = addMonths(from, count).split('-').map(Number) as [number, number];
      expect(laterYear * 12 + laterMonth).toBe(year * 12 + month + count);
    }),
  );
  // The order of two days is kept: an interval stays one.
  fc.assert(
    fc.property(day, day, fc.constantFrom(...recurrences), (a, b, period) => {
      const [from, until] = a <= b ? [a, b] : [b, a];
      const next = dueAgain({ from, until }, period);
      expect(next.from <= next.until).toBe(true);
      expect(next.until > until).toBe(true);
    }),
  );
});

test('due: on the last day it is not yet overdue, the day after it is', () => {
  fc.assert(
    fc.property(day, (until) => {
      expect(dueState(true, until, until)).toBe('soon');
      expect(dueState(true, until, addDays(until, 1))).toBe('overdue');
      expect(dueState(true, until, addDays(until, -31))).toBe('later');
      expect(dueState(false, until, addDays(until, 1))).toBe('none');
    }),
  );
  expect(dueState(true, null, '2024-01-01')).toBe('none');
});

test('silence counts whole months since the last day something was heard, else since it was raised', () => {
  expect(silence('2019-10-09', '2019-11-01', '2022-06-15')).toEqual({
    since: '2019-10-09',
    ever: true,
    months: 32,
    long: true,
  });
  expect(silence(null, '2022-01-31', '2022-02-28')).toEqual({
    since: '2022-01-31',
    ever: false,
    months: 1,
    long: false,
  });
  expect(monthsBetween('2022-01-31', '2022-02-27')).toBe(0);
  expect(silence('2022-06-15', '2022-01-01', '2022-06-15').months).toBe(0);
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 300 }), (from, count) => {
      expect(monthsBetween(from, addMonths(from, count))).toBe(count);
    }),
  );
});

test('an open commitment is silent a year after the last word, or after it was raised; what is closed never is', () => {
  const line = { state: 'open', heard: '2023-05-02', raised: '2020-01-01' };
  expect(isSilent(line, '2024-05-01')).toBe(false);
  expect(isSilent(line, '2024-05-02')).toBe(true);
  expect(isSilent({ ...line, heard: null }, '2021-01-01')).toBe(true);
  expect(isSilent({ ...line, state: 'completed' }, '2030-01-01')).toBe(false);
});
