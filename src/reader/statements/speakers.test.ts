import { describe, expect, test } from 'vitest';
import { readDocument } from '../index.ts';
import { textToDocument } from '../sources/text.ts';

const read = (text: string) =>
  readDocument(textToDocument(`Harbour Forum\n\nRiga, 3 May 2019\n\n${text}\n`, 'a.md', 'text/markdown', ''));
const by = (text: string): string[] =>
  read(text).outcomes.map((o) => o.by.map((b) => b.party ?? b.asWritten).join('+'));

describe('who speaks', () => {
  test.each([
    ['a pronoun', '1. Malta described its port. It offered to receive pilots.', ['MLT']],
    ['the country', '1. Malta described its port. The country offered to receive pilots.', ['MLT']],
    ['the agency', '1. Frontex described its work. The agency is ready to send pilots.', ['org:frontex']],
    ['the representative', '1. Malta spoke of ice. The representative suggested that lights be added.', ['MLT']],
    ['a delegation', '1. The delegation of Malta suggested that lights be added.', ['MLT']],
    ['an adjective', '1. The Maltese delegation suggested that lights be added.', ['MLT']],
    ['a minister of a state', '1. The Minister of Transport of Malta suggested that lights be added.', ['MLT']],
    ['an apposition', '1. Malta, which led the work together with Spain, suggested that lights be added.', ['MLT']],
    [
      'a name and a colon',
      '1. **Malta:** We will pilot the form and can share it with all participants.\n2. **Spain:** Asked for pilots.',
      ['MLT', 'ESP'],
    ],
    ['one with supporters', '1. Fiji, supported by Malta and Spain, suggested that lights be added.', ['FJI']],
    [
      'one on behalf of others',
      '1. Fiji, speaking on behalf of the member states, suggested that lights be added.',
      ['FJI'],
    ],
    [
      'a person introduced with a state',
      '1. Ms. R. Borg (Malta) and Mr. B. Ozols (Latvia) came. Ms. Borg suggested that lights be added.\n\n2. Mr. Ozols offered to host the pilots.',
      ['MLT', 'LVA'],
    ],
    [
      'his administration',
      '1. The delegate of Malta said that his administration was prepared to train pilots.',
      ['MLT'],
    ],
    [
      'a surname of two states',
      '1. Ms. R. Berg (Malta) and Mr. B. Berg (Latvia) came. Ms. Berg offered to host the pilots.',
      [],
    ],
    ['two delegations in one', '1. The delegations of Malta and Spain offered to host the pilots.', ['MLT+ESP']],
    ['two states', '1. Malta and Spain offered to host the pilots.', ['MLT+ESP']],
    ['both', '1. Malta and Spain described their ports. Both delegations requested pilots.', ['MLT+ESP']],
    [
      'the short name',
      '1. The European Commission was present. The Commission suggested that lights be added.',
      ['org:ec'],
    ],
    ['a capital', '1. Malta spoke. Valletta would welcome more pilots.', ['MLT']],
    ['nobody in particular', '1. Some participants suggested that lights be added.', ['']],
    ['the meeting', '1. Participants agreed to add lights.', ['']],
    ['they, the meeting', '1. Ministers spoke of ice. They agreed to add lights.', ['']],
    ['a side of two', '1. The Maltese Side suggested that lights be added.', ['MLT']],
    ['a body told of by its state', '1. The Maltese Side said that the Port Office was ready to send pilots.', ['MLT']],
    [
      'an organisation that no list knows',
      '1. The representative of Tidewatch suggested that lights be added.',
      ['Tidewatch'],
    ],
    [
      'one whose name holds another',
      '1. The representative of the European ECO Forum suggested that lights be added.',
      ['European ECO Forum'],
    ],
    ['a director', '1. The Executive Director of the World Bank offered to send pilots.', ['org:world-bank']],
    [
      'his country, to which',
      '1. Malta proposed a fund, to which the country was ready to contribute.',
      ['MLT', 'MLT'],
    ],
    ['the name of the meeting', '1. The Forum Fisheries Agency spoke. The Forum asked members to add lights.', ['']],
    [
      'they after a paragraph of one speaker',
      '1. Malta undertook to mend the pier.\n\nThey called on members to add lights.',
      ['MLT', ''],
    ],
    [
      'two who offer in one sentence',
      '1. Malta offered to host the pilots, and Spain expressed its willingness to provide boats.',
      ['MLT+ESP'],
    ],
    ['one who offers, another who is helped', '1. Malta is ready to help Spain, which offered a boat.', ['MLT']],
    ['who should act proposes nothing', '1. Malta should count the boats of the bay.', ['']],
    ['a passive', '1. The Secretariat was asked to add lights to the list.', ['']],
  ])('%s', (_name, text, expected) => expect(by(text)).toEqual(expected));

  test('the body that met is the meeting, by its name and by its acronym; another of that kind is not', () => {
    const of = (titles: string, text: string) =>
      readDocument(
        textToDocument(`${titles}\n\nRiga, 3 May 2019\n\n1. ${text}\n`, 'a.md', 'text/markdown', ''),
      ).outcomes.map((o) => o.by.map((b) => b.party ?? b.asWritten).join('+'));
    expect(of('Committee of Harbour Masters (CHM 4)', 'CHM asked members to add lights.')).toEqual(['']);
    expect(
      of(
        'Committee of Harbour Masters',
        'The Committee of Harbour Masters (CHM) met. CHM asked members to add lights.',
      ),
    ).toEqual(['']);
    expect(of('Joint Monitoring Committee of Ports', 'JMC asked members to add lights.')).toEqual(['']);
    expect(of('Harbour Forum', 'CHM asked members to add lights.')).toEqual(['CHM']);
    expect(
      of(
        'Indian Ocean Tuna Commission\n\nTwelfth regular session',
        'The Indian Ocean Tuna Commission met. The Commission asked members to add lights.',
      ),
    ).toEqual(['']);
    expect(
      of(
        'Indian Ocean Tuna Commission\n\nMeeting of pilots',
        'The Indian Ocean Tuna Commission spoke. The Commission asked members to add lights.',
      ),
    ).toEqual(['org:iotc']);
    expect(
      of(
        'Report of the Economic Commission for Europe on its third session',
        'The Economic Commission for Europe met. The Commission asked members to add lights.',
      ),
    ).toEqual(['']);
  });

  test('an office is held by whom the report names', () => {
    expect(by('1. Malta, as Chair, opened the Forum.\n\n2. The Chair offered to host the pilots.')).toEqual(['MLT']);
    expect(
      by(
        '1. The minister of Malta, representing the Chair, opened the Forum.\n\n2. The Chair offered to host the pilots.',
      ),
    ).toEqual(['MLT']);
    expect(by('1. The meeting was chaired by Spain.\n\n2. The Chair offered to host the pilots.')).toEqual(['ESP']);
    expect(
      by('1. Malta spoke as Chair of the Working Group on Ice.\n\n2. The Chair offered to host the pilots.'),
    ).toEqual(['Chair']);
  });

  test('the floor passes inside one paragraph and is given back as statements', () => {
    const reading = read(
      '1. **Malta** described its port. It has two lights. **Spain** asked for pilots. Frontex is ready to send some.',
    );
    expect(reading.statements.map((s) => s.by.party)).toEqual(['MLT', 'ESP', 'org:frontex']);
    expect(reading.text.slice(...(reading.statements[0]?.span ?? [0, 0]))).toBe(
      'Malta described its port. It has two lights.',
    );
  });

  test('a name governed by a preposition does not speak', () => {
    expect(read('1. The situation in Malta is of concern to Spain.').statements).toEqual([]);
  });
});
