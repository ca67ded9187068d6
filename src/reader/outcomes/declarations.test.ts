import { describe, expect, test } from 'vitest';
import { read, brief, talk } from '../../../test/support/outcomes-of.ts';
import { readDocument } from '../index.ts';
import { textToDocument } from '../sources/text.ts';

describe('declarations', () => {
  test('a declaration', () => {
    expect(
      brief(
        'We, the ministers of the coast, meeting in Riga on the third of May to speak of nets, of boats and of ice,\n\n1. Recalling the winter;\n\n2. Agree to paint the pier;\n\n3. Call upon Malta to count nets;\n\n4. Express our thanks.',
      ),
    ).toEqual(['decision 2 Agree to paint the pier;', 'request 3 Call upon Malta to count nets;']);
  });

  test('a declaration with a list of delegations and AGREE over its paragraphs', () => {
    const reading = readDocument(
      textToDocument(
        'Final Record\n\nXVII Harbour Conference\n\nLima, Peru – May 7 and 8, 2018\n\nThe delegations of Bolivia, Chile and Peru, meeting in Lima,\n\nAGREE\n\n1. To strengthen the register of boats.\n2. To accept the offer of Peru to host the next Conference.\n',
        'a.txt',
        'text/plain',
        '',
      ),
    );
    expect(reading.attendance.states.map((s) => s.party)).toEqual(['BOL', 'CHL', 'PER']);
    expect(reading.outcomes.map((o) => o.kind)).toEqual(['decision', 'decision', 'offer']);
  });

  test('the numbered paragraphs of a declaration: its preamble speaks, those named are asked', () => {
    const outcomes = read(
      'We, the Ministers of Latvia, Malta and Spain,\n\nRecalling the Riga Forum of 2011,\n\nHereby:\n\n1. Decide to include the following areas in the work of the Forum:\n   a) ice;\n   b) lights;\n\n2. Request the International Organization for Migration (IOM) to count boats;\n\n3. Welcome the offer of Peru to chair the Forum.',
    );
    expect(outcomes.map((o) => [o.kind, o.paragraph, o.by.length, o.to.map((to) => to.party).join()])).toEqual([
      ['decision', '1', 0, ''],
      ['request', '2', 0, 'org:iom'],
      ['offer', '3', 1, ''],
    ]);
  });

  test('letters under "Hereby resolve to:" are a list, no numbering of the report', () => {
    const reading = readDocument(
      textToDocument(
        `Harbour Forum\n\nRiga, 3 May 2019\n\n${talk}**Hereby resolve to:**\n\na) Adopt the list of boats;\n\nb) Count the nets.\n`,
        'a.md',
        'text/markdown',
        '',
      ),
    );
    expect(reading.outcomes.map((o) => o.kind)).toEqual(['decision', 'decision']);
    expect(reading.paragraphs.filter((p) => p.level === 1 && p.label !== null)).toEqual([]);
  });

  test('verbs of a declaration in capitals are verbs', () => {
    const outcomes = read(
      'WE, the Ministers in charge of the ports of Latvia, Malta, Spain and Peru;\n\nRECALLING the talks of 2006;\n\nHEREBY:\n\n1. ADOPT the Riga Strategy;\n2. INSTRUCT the Steering Committee to count boats;\n3. EXPRESS their gratitude to Malta.',
    );
    expect(outcomes.map((o) => [o.kind, o.paragraph, o.by.length])).toEqual([
      ['decision', '1', 0],
      ['request', '2', 0],
    ]);
  });

  test('a stand that a declaration takes is no decision', () => {
    expect(
      brief(
        `The delegations of Bolivia, Chile and Peru, meeting in Lima,\n\nDECLARE\n\n1. Their rejection of all nets of plastic.\n2. To open a register of boats.\n`,
      ),
    ).toEqual(['decision 2 To open a register of boats.']);
  });
});
