import { expect, test } from 'vitest';
import * as m from '#messages';

test.each([
  [m.search_found, '1 paragraph', '2 paragraphs'],
  [m.reports_count, '1 report', '2 reports'],
  [m.outcomes_count, '1 outcome', '2 outcomes'],
  [m.reg_count, '1 entry', '2 entries'],
  [m.audit_count, '1 entry', '2 entries'],
] as const)('one is not counted like many', (message, one, two) => {
  expect(message({ count: '1' }, { locale: 'en' })).toBe(one);
  expect(message({ count: '2' }, { locale: 'en' })).toBe(two);
  expect(message({ count: '1,234' }, { locale: 'en' })).toBe(two.replace('2', '1,234'));
});
