import { describe, expect, it } from 'vitest';
import { inUseOn, printedName, sortKeyOf, usableOn, type Name } from './name.ts';
import { resolveName, type Candidate } from './resolve.ts';

function name(text: string, more: Partial<Name> = {}): Name {
  return {
    id: text,
    language: 'en',
    form: 'short',
    name: text,
    sortKey: text.toLowerCase(),
    decidedOn: null,
    usedFrom: null,
    usedUntil: null,
    source: 'test',
    note: null,
    recordedAt: new Date('2020-01-01T00:00:00Z'),
    withdrawnAt: null,
    withdrawnReason: null,
    ...more,
  };
}

describe('printedName', () => {
  const names = [
    name('Oldland', { usedUntil: '2010-01-01' }),
    name('Newland', { usedFrom: '2010-01-01', decidedOn: '2009-06-01' }),
    name('Republic of Newland', { form: 'official', usedFrom: '2010-01-01' }),
    name('Yeniülke', { language: 'tr' }),
  ];

  it('prints the name in use on the day, today’s without one', () => {
    expect(printedName(names, { day: '2009-12-31' })?.name).toBe('Oldland');
    expect(printedName(names, { day: '2010-01-01' })?.name).toBe('Newland');
    expect(printedName(names)?.name).toBe('Newland');
  });

  it('falls back to English, and to the next best form', () => {
    expect(printedName(names, { language: 'tr' })?.name).toBe('Yeniülke');
    expect(printedName(names, { language: 'ru' })?.name).toBe('Newland');
    expect(printedName([names[2]!])?.name).toBe('Republic of Newland');
    expect(printedName(names, { form: 'acronym' })).toBeNull();
  });

  it('prints the last name of a state that is no more, but none for a day it had no name', () => {
    expect(printedName([names[0]!])?.name).toBe('Oldland');
    expect(printedName([names[0]!], { day: '2015-01-01' })).toBeNull();
  });

  it('prints no acronym of another time for a party that lives on, and the last one of a party that is no more', () => {
    const old = name('OLD', { form: 'acronym', usedUntil: '2010-01-01' });
    expect(printedName([...names, old], { form: 'acronym' })).toBeNull();
    expect(printedName([old], { form: 'acronym' })?.name).toBe('OLD');
  });

  it('prints the short name of a state that is no more before the official one', () => {
    const official = name('A Republic of Oldland', { form: 'official', usedUntil: '2010-01-01' });
    expect(printedName([official, names[0]!])?.name).toBe('Oldland');
  });

  it('prints what was known at a moment', () => {
    const wrong = name('Newlnad', { withdrawnAt: new Date('2021-01-01T00:00:00Z') });
    expect(printedName([wrong], { known: new Date('2020-06-01T00:00:00Z') })?.name).toBe('Newlnad');
    expect(printedName([wrong])).toBeNull();
  });

  it('knows a decided name as usable before it is in use', () => {
    expect(usableOn(names[1]!, '2009-07-01')).toBe(true);
    expect(inUseOn(names[1]!, '2009-07-01')).toBe(false);
  });
});

it('sorts by the name without its article, and a former republic under its last word', () => {
  expect(sortKeyOf('The Gambia')).toBe('gambia');
  expect(sortKeyOf('the former Yugoslav Republic of Macedonia')).toBe('macedonia, former yugoslav republic of');
  expect(sortKeyOf('Åland Islands')).toBe('åland islands');
});

describe('resolveName', () => {
  const candidate = (partyId: string, more: Partial<Candidate> = {}): Candidate => ({
    partyId,
    language: 'en',
    name: 'Land',
    form: 'short',
    decidedOn: null,
    usedFrom: null,
    usedUntil: null,
    closeness: 1,
    ...more,
  });

  it('lets the day decide between two parties of one name', () => {
    const two = [candidate('old', { usedUntil: '2000-01-01' }), candidate('new', { usedFrom: '2000-01-01' })];
    expect(resolveName('Land', two, '1999-01-01')).toMatchObject({ kind: 'found', partyId: 'old', timely: true });
    expect(resolveName('Land', two, '2001-01-01')).toMatchObject({ kind: 'found', partyId: 'new' });
    expect(resolveName('Land', two, null)).toMatchObject({ kind: 'ambiguous' });
  });

  it('finds a name outside its time and says so', () => {
    expect(resolveName('Land', [candidate('old', { usedUntil: '2000-01-01' })], '2010-01-01')).toMatchObject({
      kind: 'found',
      timely: false,
    });
  });

  it('holds another spelling to the dates of the name', () => {
    const two = [candidate('a', { usedFrom: '2002-05-20' }), candidate('a', { name: 'L-and', form: 'alias' })];
    expect(resolveName('L-and', two, '1999-01-01')).toMatchObject({ kind: 'found', timely: false });
  });

  it('never takes a near miss, however near', () => {
    const near = resolveName(
      'Lnad',
      [candidate('a', { closeness: 0.98 }), candidate('a', { closeness: 0.5 }), candidate('b', { closeness: 0.9 })],
      null,
    );
    expect(near).toMatchObject({ kind: 'unknown', suggestions: [{ partyId: 'a', closeness: 0.98 }, { partyId: 'b' }] });
    expect(resolveName('Lnad', [], null)).toEqual({ kind: 'unknown', suggestions: [] });
  });

  it('prefers the language of the document', () => {
    const two = [
      candidate('a', { language: 'tr', usedFrom: '1900-01-01' }),
      candidate('a', { usedFrom: '2022-01-01' }),
    ];
    expect(resolveName('Land', two, '2010-01-01')).toMatchObject({ timely: false });
    expect(resolveName('Land', two, '2010-01-01', 'tr')).toMatchObject({ timely: true });
  });
});
