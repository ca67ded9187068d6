import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsOn, overlap, termFaults, type Term } from './mandate.ts';
import { rosterOn, turningDays } from './roster.ts';

const hungary: Term = {
  beginsFrom: '1993-01-01',
  beginsUntil: '1993-12-31',
  endsFrom: '2006-01-01',
  endsUntil: '2006-01-31',
};
const open: Term = { beginsFrom: null, beginsUntil: '2021-12-02', endsFrom: null, endsUntil: null };
const lost: Term = { beginsFrom: '2010-01-01', beginsUntil: '2019-10-09', endsFrom: '2019-10-10', endsUntil: null };

describe('holdsOn', () => {
  it.each([
    [hungary, '1992-12-31', 'no'],
    [hungary, '1993-01-01', 'uncertain'],
    [hungary, '1993-12-31', 'certain'],
    [hungary, '2005-12-31', 'certain'],
    [hungary, '2006-01-01', 'uncertain'],
    [hungary, '2006-01-31', 'no'],
    [open, '1900-01-01', 'uncertain'],
    [open, '2021-12-02', 'certain'],
    [open, '2100-01-01', 'certain'],
    [lost, '2019-10-09', 'certain'],
    [lost, '2019-10-10', 'uncertain'],
    [lost, '2050-01-01', 'uncertain'],
  ] as const)('%j on %s: %s', (term, day, certainty) => {
    expect(holdsOn(term, day)).toBe(certainty);
  });
});

const someDay = fc
  .integer({ min: 0, max: 40 })
  .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const someTerm = fc
  .record({
    beginsFrom: fc.option(someDay),
    beginsUntil: someDay,
    endsFrom: fc.option(someDay),
    endsUntil: fc.option(someDay),
  })
  .filter((term) => termFaults(term).length === 0);

describe('terms', () => {
  it('are certain in the middle, never certain before the latest first day or after the earliest last one', () => {
    fc.assert(
      fc.property(someTerm, someDay, (term, day) => {
        const certainty = holdsOn(term, day);
        if (certainty === 'certain') {
          expect(day >= term.beginsUntil && (term.endsFrom === null || day < term.endsFrom)).toBe(true);
        }
        if (day >= term.beginsUntil && (term.endsFrom === null || day < term.endsFrom))
          expect(certainty).toBe('certain');
      }),
    );
  });

  it('overlap exactly when some day is certain in both', () => {
    const days = Array.from({ length: 41 }, (_, n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(someTerm, someTerm, (a, b) => {
        const shared = [...days, '2021-01-01'].some(
          (day) => holdsOn(a, day) === 'certain' && holdsOn(b, day) === 'certain',
        );
        expect(overlap(a, b)).toBe(shared);
      }),
    );
  });

  it('are refused when they run backwards, each fault at its field', () => {
    expect(
      termFaults({
        beginsFrom: '2020-02-01',
        beginsUntil: '2020-01-01',
        endsFrom: '2019-01-01',
        endsUntil: '2018-01-01',
      }).map((fault) => fault.field),
    ).toEqual(['beginsFrom', 'endsFrom', 'endsUntil']);
    expect(
      termFaults({ beginsFrom: null, beginsUntil: '2020-01-01', endsFrom: null, endsUntil: '2021-01-01' }),
    ).toHaveLength(1);
  });
});

describe('rosterOn', () => {
  const recorded = { recordedAt: new Date('2020-01-01T00:00:00Z'), withdrawnAt: null };
  const mandates = [
    { ...open, ...recorded, role: 'member' as const, who: 'a' },
    { ...hungary, ...recorded, role: 'chair' as const, who: 'b' },
    { ...open, ...recorded, role: 'co-chair' as const, who: 'c', beginsUntil: '2000-01-01' },
  ];

  it('puts chairs first and the uncertain after the certain', () => {
    expect(rosterOn(mandates, '2006-01-15').map((line) => `${line.mandate.who} ${line.certainty}`)).toEqual([
      'b uncertain',
      'c certain',
      'a uncertain',
    ]);
  });

  it('answers as it was known at a moment: a later correction does not change what was believed', () => {
    const wrong = { ...mandates[1]!, who: 'wrong', withdrawnAt: new Date('2022-01-01T00:00:00Z') };
    const right = {
      ...mandates[1]!,
      who: 'right',
      beginsUntil: '1999-01-01',
      recordedAt: new Date('2022-01-01T00:00:00Z'),
    };
    const who = (known?: Date): string[] =>
      rosterOn([wrong, right], '1995-01-01', known).map((line) => `${line.mandate.who} ${line.certainty}`);
    expect(who(new Date('2021-01-01T00:00:00Z'))).toEqual(['wrong certain']);
    expect(who(new Date('2019-01-01T00:00:00Z'))).toEqual([]);
    expect(who()).toEqual(['right uncertain']);
  });

  it('gives the days on which something may turn, once and in order', () => {
    expect(turningDays([hungary, hungary, open])).toEqual([
      '1993-01-01',
      '1993-12-31',
      '2006-01-01',
      '2006-01-31',
      '2021-12-02',
    ]);
  });
});
