import { describe, expect, test } from 'vitest';
import { attendance } from '../../../test/support/attendance-of.ts';

const organisations = (text: string): string[] => attendance(text).organisations.map((o) => o.asWritten);

describe('organisations', () => {
  test('names that hold commas and "and" stay whole, articles go', () => {
    expect(
      organisations(
        '1. Latvia and Malta attended, as well as the European Commission, the United Nations Office on Drugs and Crime (UNODC), the Ports, Ice, Lights Initiative (PILI) and the Baltic Pilots Association (BPA).',
      ),
    ).toEqual([
      'European Commission',
      'United Nations Office on Drugs and Crime (UNODC)',
      'Ports, Ice, Lights Initiative (PILI)',
      'Baltic Pilots Association (BPA)',
    ]);
  });

  test('a sentence of their own', () => {
    expect(
      organisations(
        '1. Latvia and Malta took part. The World Bank, IOM and the Baltic Pilots Association were also present.',
      ),
    ).toEqual(['World Bank', 'IOM', 'Baltic Pilots Association']);
  });

  test.each([
    [
      'offices abroad, persons who speak for an organisation',
      '1. Latvia and Malta attended. Partners represented included the World Bank, the European Union Delegation to Malta and a representative of the African Union Commission.',
      ['World Bank', 'European Union Delegation to Malta', 'African Union Commission'],
    ],
    [
      'before and after the verb, special guests, posts that are no organisations',
      '1. Latvia and Malta attended, with the European Commissioner for the Security Union. The World Bank and the African Union Commission were present, as were ILO and IOM. The Executive Director of the United Nations Counter-Terrorism Executive Directorate, Mr A. Berg, was a special guest.',
      [
        'World Bank',
        'African Union Commission',
        'ILO',
        'IOM',
        'United Nations Counter-Terrorism Executive Directorate',
      ],
    ],
    [
      'delegations led by their ministers, names with "and", senior representatives',
      '1. The participants included delegations led by their ministers, representatives of the Ports Assembly, the Black Sea Trade and Development Bank, as well as representatives of the states with the IOM observer status. The Forum brought together Latvia, Malta and senior representatives of UNHCR and the INTERPOL liaison officer at Europol.',
      ['Ports Assembly', 'Black Sea Trade and Development Bank', 'UNHCR'],
    ],
    [
      'names before "in attendance", classes of organisations, partners',
      '1. Latvia and Malta attended. Representatives of the Ports Assembly (PAX) and the World Bank were also in attendance, as well as representatives of UNESCO. UN agencies such as UNHCR and ILO were present, and 5 UN Regional Commissions, Civil Society and Rabat Process partner countries took part.',
      ['Ports Assembly (PAX)', 'World Bank', 'UNESCO', 'UNHCR', 'ILO'],
    ],
    [
      'organisations in a list of heads of delegation',
      'Participants:\n\nLatvia        A. Berzins, Head of the State Port Service\nPorts Executive Committee   V. Vella, Deputy Chairman\nIOM           Ms Z. Cole, Regional Coordinator\n\n1. The Forum took note of the ice of the winter and of the ports.',
      ['Ports Executive Committee', 'IOM'],
    ],
    [
      'one observer, a division, directors of committees',
      '1. Latvia and Malta attended. The following organisations were represented: the Council of Europe and the United Nations Crime Prevention and Criminal Justice Division. The European Commission sent an observer. The meeting was attended by the Director of the Executive Committee of the Coast Structure.',
      ['Council of Europe', 'United Nations Crime Prevention and Criminal Justice Division', 'European Commission'],
    ],
    [
      'together with representatives',
      '1. Some 90 experts from 26 member states, together with representatives of the World Bank and the European Commission, met in Riga on 3 May 2019.',
      ['World Bank', 'European Commission'],
    ],
    [
      'an acronym after a comma, names in brackets, a region with "and"',
      '1. Latvia and Malta attended. The Chairperson of the African Union Commission, (AUC) attended. Two international organisations (UNHCR and IOM) also participated as observers. The Agency for the Seas of Latin America and the Caribbean (ASEAL) was granted observer status.',
      ['African Union Commission', 'UNHCR', 'IOM', 'Agency for the Seas of Latin America and the Caribbean (ASEAL)'],
    ],
    [
      'a chairperson, no presidency',
      '1. Latvia, representing the Presidency of the Council of the EU, and Malta attended. The Forum was also attended by the Chairperson of the African Union Commission.',
      ['African Union Commission'],
    ],
  ])('%s', (_name, text, expected) => expect(organisations(text)).toEqual(expected));

  test('observers that a sentence includes; an "and" after the name of a sea', () => {
    expect(
      organisations(
        '1. Latvia and Malta attended. Observers included the Union of Pilots of the North and Harbour Council, TIDEWATCH and the World Bank.',
      ),
    ).toEqual(['Union of Pilots of the North', 'Harbour Council', 'TIDEWATCH', 'World Bank']);
  });

  test('the verb before the list, the invitation before the colon, a seat in brackets', () => {
    const more = (text: string) => organisations(`1. Latvia and Malta attended. ${text}`);
    expect(more('Also represented were the World Bank and the Baltic Pilots Association.')).toEqual([
      'World Bank',
      'Baltic Pilots Association',
    ]);
    expect(
      more('The following organisations participated at the invitation of the secretariat: IOM and the World Bank.'),
    ).toEqual(['IOM', 'World Bank']);
    expect(more('Lecturers were provided by the IMO and the Istituto Centrale per la Pesca (Italy).')).toEqual([
      'IMO',
      'Istituto Centrale per la Pesca (Italy)',
    ]);
  });

  test('a number of others after the last, a captain', () => {
    expect(
      organisations(
        '1. Latvia and Malta attended, together with the IMO, the Baltic Pilots Secretariat and six oil companies.',
      ),
    ).toEqual(['IMO', 'Baltic Pilots Secretariat']);
    expect(
      organisations(
        '1. In attendance: Mr. T. Kask (Estonia), Capt. S. Ivanov (Russian Federation), Ms. I. Kalnina (Latvia).',
      ),
    ).toEqual([]);
  });

  test('unknown ones in a row', () => {
    expect(
      organisations(
        '1. Latvia and Malta attended. The Baltic Pilots Association, TIDEWATCH and the Partnership on Nets were present as guests.',
      ),
    ).toEqual(['Baltic Pilots Association', 'TIDEWATCH', 'Partnership on Nets']);
  });

  test('an unknown organisation keeps its name and has no key', () => {
    expect(attendance('1. Latvia and the Baltic Pilots Association (BPA) attended.').organisations[0]).toMatchObject({
      party: null,
      asWritten: 'Baltic Pilots Association (BPA)',
    });
  });
});
