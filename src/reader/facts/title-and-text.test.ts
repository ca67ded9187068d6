import { describe, expect, test } from 'vitest';
import { meeting } from '../../../test/support/meeting-of.ts';
import { readDocument } from '../index.ts';
import { textToDocument } from '../sources/text.ts';

describe('title', () => {
  test.each([
    [
      'Dialogue on Ports\n\nJoint Meeting of the Working Groups on Ice\n\nRiga, 16 May 2012\n\nSummary',
      'Joint Meeting of the Working Groups on Ice',
    ],
    ['Report of the Third Meeting of Experts on Ice\nRiga, 16 May 2012', 'Third Meeting of Experts on Ice'],
    [
      'REPORT OF THE THIRD MEETING OF EXPERTS ON ICE IN CENTRAL AND\n                EASTERN EUROPE\n\nheld at Riga, 16 May 2012',
      'THIRD MEETING OF EXPERTS ON ICE IN CENTRAL AND EASTERN EUROPE',
    ],
    [
      'Report of the Committee on Ice on its fifth session, held in Riga on 16 May 2012\nRiga, 16 May 2012',
      'Committee on Ice on its fifth session',
    ],
    ['THIRD REGULAR SESSION\nRiga, 16 May 2012\n\n## AGENDA ITEM 1 - OPENING OF THE MEETING', 'THIRD REGULAR SESSION'],
    ['COMMUNIQUÉ\n\nFourth Forum of Ports\nRiga, 16 May 2012', 'Fourth Forum of Ports'],
    [
      'Committee on Lighthouses\n\nSplit, 4–5 April 2011 A session of two days, told in short',
      'Committee on Lighthouses',
    ],
  ])('%s', (head, title) => expect(meeting(head).title).toBe(title));

  test('nothing to read gives nulls, not errors', () => {
    expect(readDocument(textToDocument('Ice.', 'a.txt', 'text/plain', '')).meeting).toEqual({
      title: null,
      startDate: null,
      endDate: null,
      place: null,
      mode: null,
      rule: null,
    });
  });
});

describe('what the running text says', () => {
  const told = (text: string) => {
    const { startDate, endDate, place } = readDocument(textToDocument(text, 'a.txt', 'text/plain', '')).meeting;
    return [startDate, endDate, place];
  };

  test('days with their hours, a day without its year after a dateline', () => {
    expect(
      told(
        'Meeting of Experts on Ice\n\nWednesday, 15 June 2016, 9:00 - Thursday, 16 June 2016, 14:00\n\nLocation: Cracow, Poland\n\nThe meeting gathered 62 experts from 29 ports of the coast to speak of ice.\n',
      ),
    ).toEqual(['2016-06-15', '2016-06-16', 'Cracow, Poland']);
    expect(
      told(
        'Lima, 4 December 2021 (PN): On the 2 of December, Peru hosted the third meeting of the ports of the coast.\n',
      ),
    ).toEqual(['2021-12-02', '2021-12-02', 'Lima']);
  });

  test('days in brackets behind the meeting; the day of the page is another', () => {
    expect(
      told(
        '11 September 2013\n\nPorts speak of ice\n\nVALLETTA, Malta – Members of the Ports Organisation gathered in the city to speak of ice. The general meeting (25-30 August) included delegates from nine ports.\n',
      ),
    ).toEqual(['2013-08-25', '2013-08-30', 'VALLETTA, Malta']);
  });

  test('conceived as a hybrid meeting', () => {
    const { mode } = readDocument(
      textToDocument(
        'The Ports Meeting was held in Malabo, Equatorial Guinea, on 17 November 2021. It was conceived as a hybrid meeting, with some joining by video.\n',
        'a.txt',
        'text/plain',
        '',
      ),
    ).meeting;
    expect(mode).toBe('hybrid');
  });

  test('a conference of two days that closed today', () => {
    expect(
      told(
        'VALLETTA, 25 October 2017 – Ice was the focus of the annual Ports Conference, which closed today in Malta’s capital.\n\nMore than 150 participants attended the two-day conference.\n',
      ),
    ).toEqual(['2017-10-24', '2017-10-25', 'VALLETTA']);
  });

  test('where an earlier meeting was held is not the place', () => {
    expect(
      told(
        'Fifth Meeting of Experts on Ice\n\nManila, Philippines, 23-25 November 2000\n\n1. The participants spoke of ice and of boats.\n\n2. They heard what had been done since the Fourth Meeting held in Dhaka in November 1999.\n',
      ),
    ).toEqual(['2000-11-23', '2000-11-25', 'Manila, Philippines']);
  });

  test('an event to come is not this meeting', () => {
    expect(
      told(
        'Meeting of Experts on Ice\nVilnius, 14-15 November 2023\n\n1. The participants discussed the ice of the ports.\n\n2. The next session will be hosted by Malta on 12 December 2023.\n',
      ),
    ).toEqual(['2023-11-14', '2023-11-15', 'Vilnius']);
  });

  test('a dateline; a meeting of two days that concluded today', () => {
    expect(
      told(
        'Ports agree on ice\n\nTUNIS, 24 January 2017 – Ministers of nine ports concluded a two-day meeting today under the chairmanship of Malta.\n',
      ),
    ).toEqual(['2017-01-23', '2017-01-24', 'TUNIS']);
  });

  test('the day it opened and the days it lasted; headquarters are no place', () => {
    expect(
      told(
        'Report of the Ice Committee\n\n1. The Assembly decided to hold the first session of the Committee in New York from 8 to 19 April 2002.\n\n2. The Committee opened its first session on 8 April 2002 at Headquarters.\n',
      ),
    ).toEqual(['2002-04-08', '2002-04-19', 'New York']);
  });
});
