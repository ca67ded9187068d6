import { expect, test } from 'vitest';
import { goalsTyped, keptNames } from './names.ts';

test('a name the outcome had keeps its key and its spelling in the report; others are left to the register', () => {
  const before = [{ party: 'TUR', name: 'Türkiye', asWritten: 'Turkey' }];
  expect([...keptNames(['Türkiye', 'Hungary'], before)]).toEqual([['Türkiye', { party: 'TUR', asWritten: 'Turkey' }]]);
});

test('goals are numbers however they are separated and written', () => {
  expect(goalsTyped('1, 3;5')).toEqual(['1', '3', '5']);
  expect(goalsTyped('١، ۴')).toEqual(['1', '4']);
  expect(goalsTyped(' ')).toEqual([]);
});
