import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedTo } from './note-draft.ts';

test.each([
  ['typed on the plain page, after something else was kept', 'Two offers.', 'A third.', 'Two offers.\nA third.'],
  ['put back by the browser itself', 'Two offers.', 'Two offers.', 'Two offers.'],
  ['put back by the browser and gone on with', 'Two offers.', 'Two offers. A third.', 'Two offers. A third.'],
  ['put back by the browser as it was earlier', 'Two offers. A third.', 'Two offers.', 'Two offers. A third.'],
  ['nothing was kept', '', 'A third.', 'A third.'],
  ['nothing was typed', 'Two offers.', '', 'Two offers.'],
])('%s', (_, kept, early, note) => {
  expect(joinedTo(kept, early)).toBe(note);
});

test('nothing is lost and nothing comes twice', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (kept, early) => {
      const note = joinedTo(kept, early);
      expect(note).toContain(kept);
      expect(note).toContain(early);
      expect(joinedTo(note, early)).toBe(note);
    }),
  );
});
