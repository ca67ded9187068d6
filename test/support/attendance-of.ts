import { expect } from 'vitest';
import { readDocument } from '../../src/reader/index.ts';
import { textToDocument } from '../../src/reader/sources/text.ts';

/** Who took part in the meeting of this report, and the stated numbers. */
export function attendance(text: string) {
  const reading = readDocument(
    textToDocument(`Harbour Forum\n\nRiga, 3 May 2019\n\n${text}\n`, 'a.md', 'text/markdown', ''),
  );
  for (const named of [...reading.attendance.states, ...reading.attendance.organisations])
    expect(reading.text.slice(...named.span)).toBe(named.asWritten);
  return reading.attendance;
}
