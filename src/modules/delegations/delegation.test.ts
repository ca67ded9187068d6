import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  badgeAddress,
  changesSince,
  daysOf,
  deletionDay,
  hindrances,
  participantOnBadge,
  standingAt,
  type DelegateEntry,
} from './delegation.ts';

const days = ['2031-05-06', '2031-05-07', '2031-05-08'];
const entry = (over: Partial<DelegateEntry> = {}): DelegateEntry => ({
  id: 'a',
  name: 'Ada Invented',
  function: 'Director',
  role: 'head',
  inRoom: [days[0]!],
  online: [],
  ...over,
});
const entries = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    name: fc.string({ minLength: 1, maxLength: 8 }),
    function: fc.option(fc.string({ maxLength: 5 })),
    role: fc.constantFrom('head', 'member', 'observer', 'adviser') as fc.Arbitrary<DelegateEntry['role']>,
    inRoom: fc.subarray(days),
    online: fc.constant([] as string[]),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);

describe('what hinders a delegation from being submitted', () => {
  it('nothing, with a head and a day for each', () => {
    expect(hindrances([entry(), entry({ id: 'b', role: 'member', inRoom: [], online: [days[2]!] })], days)).toEqual([]);
  });
  it('nobody, no head, nobody’s day, a day that is none of the meeting', () => {
    expect(hindrances([], days)).toEqual([{ kind: 'empty' }]);
    expect(hindrances([entry({ role: 'member' })], days)).toEqual([{ kind: 'no-head' }]);
    expect(hindrances([entry({ inRoom: [] })], days)).toEqual([{ kind: 'no-day', name: 'Ada Invented' }]);
    expect(hindrances([entry({ inRoom: ['2031-06-01'] })], days)).toEqual([
      { kind: 'foreign-day', name: 'Ada Invented' },
    ]);
  });
});

describe('what changed since it was approved', () => {
  it('is nothing for the same people, whatever the order of their days', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const turned = list.map((one) => ({ ...one, inRoom: one.inRoom.toReversed() }));
        expect(changesSince(list, turned)).toEqual([]);
      }),
    );
  });
  it('names everybody who came or left, and nobody else', () => {
    fc.assert(
      fc.property(entries, entries, (before, now) => {
        const changes = changesSince(before, now);
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
        expect(count('added')).toBe(now.filter(({ id }) => !before.some((one) => one.id === id)).length);
        expect(count('left')).toBe(before.filter(({ id }) => !now.some((one) => one.id === id)).length);
      }),
    );
  });
  it('says which fields, and the name before', () => {
    expect(changesSince([entry()], [entry({ name: 'Ada Other', role: 'member' })])).toEqual([
      { kind: 'changed', name: 'Ada Other', before: 'Ada Invented', fields: ['name', 'role'] },
    ]);
  });
});

describe('days', () => {
  it('both ends included, over the end of a month and a leap day', () => {
    expect(daysOf('2032-02-28', '2032-03-01')).toEqual(['2032-02-28', '2032-02-29', '2032-03-01']);
    expect(daysOf('2031-05-06', null)).toEqual(['2031-05-06']);
    expect(daysOf(null, null)).toEqual([]);
  });
  it('needs are deleted the stated number of days after the last one', () => {
    expect(deletionDay('2031-05-08', 30)).toBe('2031-06-07');
    expect(deletionDay('2031-05-08', 0)).toBe('2031-05-08');
  });
});

describe('how a party stands', () => {
  const due = new Date('2031-04-01T12:00:00Z');
  const justAfter = new Date(due.getTime() + 1);
  it('is missing only after the deadline itself', () => {
    expect(standingAt(null, 'accepted', due, due)).toBe('awaited');
    expect(standingAt(null, 'accepted', due, justAfter)).toBe('missing');
    expect(standingAt('draft', null, due, justAfter)).toBe('missing');
    expect(standingAt('submitted', null, due, justAfter)).toBe('submitted');
    expect(standingAt(null, 'declined', due, justAfter)).toBe('declined');
    expect(standingAt(null, null, null, justAfter)).toBe('awaited');
  });
});

describe('a badge', () => {
  it('is read from its address, from its bare id, and from nothing else', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), (id) => {
        expect(participantOnBadge(badgeAddress('https://redthread.example', 'a-meeting', id))).toBe(id);
        expect(participantOnBadge(` ${id.toUpperCase()} `)).toBe(id);
      }),
    );
    for (const other of ['', 'https://example.org', 'badge=12', 'WIFI:T:WPA;S:hall;;'])
      expect(participantOnBadge(other)).toBeNull();
  });
});
