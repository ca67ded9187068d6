import { describe, expect, test } from 'vitest';
import { readDocument } from '../index.ts';
import { textToDocument } from '../sources/text.ts';

const body =
  '\n\n1. The participants discussed the state of the ports and they exchanged views on the coming winter.\n\n2. They thanked the host.\n';
const meeting = (head: string) => readDocument(textToDocument(head + body, 'a.txt', 'text/plain', '')).meeting;

describe('dates, place and mode', () => {
  test.each([
    [
      'Meeting of Experts on Ice\nGeneva, Switzerland\n4 – 6 April 2011',
      '2011-04-04',
      '2011-04-06',
      'Geneva, Switzerland',
      'in-person',
    ],
    [
      'Meeting of Experts on Ice\nBamako (Mali), 4th and 5th of April 2011',
      '2011-04-04',
      '2011-04-05',
      'Bamako, Mali',
      'in-person',
    ],
    [
      'Meeting of Experts on Ice\nMalabo, Equatorial Guinea, and online | 4-6 April 2011',
      '2011-04-04',
      '2011-04-06',
      'Malabo, Equatorial Guinea',
      'hybrid',
    ],
    [
      'Meeting of Experts on Ice\nSucre – Bolivia, 4th and 5th April 2011',
      '2011-04-04',
      '2011-04-05',
      'Sucre, Bolivia',
      'in-person',
    ],
    [
      'Meeting of Experts on Ice\nNur-Sultan, Kazakhstan (hybrid format)\n\n4 April 2011',
      '2011-04-04',
      '2011-04-04',
      'Nur-Sultan, Kazakhstan',
      'hybrid',
    ],
    ['Meeting of Experts on Ice, Geneva, 4-6 April 2011', '2011-04-04', '2011-04-06', 'Geneva', 'in-person'],
    [
      'Meeting of Experts on Ice\nApril 4-6, 2011 | Port Louis, Mauritius',
      '2011-04-04',
      '2011-04-06',
      'Port Louis, Mauritius',
      'in-person',
    ],
    [
      'Meeting of Experts on Ice\nDate: 4 April 2011\nVenue: Hotel Astoria, Vienna',
      '2011-04-04',
      '2011-04-04',
      'Vienna',
      'in-person',
    ],
    [
      'MEETING OF EXPERTS ON ICE HELD IN SAN JOSÉ, COSTA RICA, ON 4 AND 5 APRIL 2011',
      '2011-04-04',
      '2011-04-05',
      'SAN JOSÉ, COSTA RICA',
      'in-person',
    ],
    [
      'Meeting of Experts on Ice\n\n1. The experts met virtually on 4 April 2021.\n\n2. They approved a store of lamps to be held in Suva.',
      '2021-04-04',
      '2021-04-04',
      null,
      'online',
    ],
    [
      'Meeting of Experts on Ice\n\nOfficials came together in Riga, Latvia, on 4 and 5 April 2022 for two days of talk. Some forty people were in the room; another sixty followed online.',
      '2022-04-04',
      '2022-04-05',
      'Riga, Latvia',
      'hybrid',
    ],
    ['Meeting of Experts on Ice\n4 April 2021, via videoconference', '2021-04-04', '2021-04-04', null, 'online'],
    [
      'Meeting of Experts on Ice\nOhrid, North Macedonia and online\n4-5 April 2022',
      '2022-04-04',
      '2022-04-05',
      'Ohrid, North Macedonia',
      'hybrid',
    ],
    ['Online, 4 April 2022\nMeeting of Experts on Ice', '2022-04-04', '2022-04-04', null, 'online'],
    [
      'Experts on Ice\nRio de Janeiro, Brazil | 12 to 13 May 1999',
      '1999-05-12',
      '1999-05-13',
      'Rio de Janeiro, Brazil',
      'in-person',
    ],
  ])('%s', (head, startDate, endDate, place, mode) =>
    expect(meeting(head)).toMatchObject({ startDate, endDate, place, mode }),
  );

  test('the running text wins over the header; dates of publication are none', () => {
    expect(
      meeting(
        'Press release\nPublished on 7 April 2022\n\nThe Meeting of Experts on Ice was held on 4-5 April 2022 in Bali, Indonesia, and brought the experts of the ports together.',
      ),
    ).toMatchObject({
      startDate: '2022-04-04',
      endDate: '2022-04-05',
      place: 'Bali, Indonesia',
    });
    expect(
      meeting(
        'Experts on Ice\nRiga, 16-17 May 2012\n\nThe experts met in Riga on 17 and 18 May 2012 and spoke about the ice in the ports.',
      ),
    ).toMatchObject({ startDate: '2012-05-17', endDate: '2012-05-18' });
  });

  test('the date of another meeting is not the date', () => {
    expect(
      meeting(
        'Experts on Ice\nRiga, 16 May 2012\n\nThe experts recalled the previous meeting, which was held in Oslo on 3 March 2011, and spoke of the ice.',
      ),
    ).toMatchObject({ startDate: '2012-05-16', place: 'Riga' });
  });

  test('a duration gives the end', () => {
    expect(
      meeting(
        'The two-day consultations on ice opened in Riga on 3 October 2018 and they brought many experts to the port.',
      ),
    ).toMatchObject({ startDate: '2018-10-03', endDate: '2018-10-04' });
  });

  test('a wish that something be held online says nothing about this meeting', () => {
    expect(
      readDocument(
        textToDocument(
          'Meeting of Experts on Ice\nRiga, 4 April 2011\n\n1. The experts discussed the ice. Malta requested that the training be held online.\n',
          'a.txt',
          'text/plain',
          '',
        ),
      ).meeting.mode,
    ).toBe('in-person');
  });

  test('held virtually under a dateline is online, and the place is kept', () => {
    expect(
      meeting(
        'Riga, Latvia: The experts on ice had wished to see the port, and a joint meeting was arranged on 14th October 2021. The meeting was held virtually.',
      ),
    ).toMatchObject({ place: 'Riga, Latvia', mode: 'online', startDate: '2021-10-14' });
  });

  test('the Chatham House Rule', () => {
    expect(meeting('Experts on Ice\nRiga, 16 May 2012').rule).toBeNull();
    expect(
      meeting(
        'Experts on Ice\nRiga, 16 May 2012\n\nThe meeting was held under the Chatham House Rule, as in the years before.',
      ).rule,
    ).toBe('chatham-house');
  });
});

describe('place in an Arabic dateline', () => {
  test.each([
    ['اجتماع خبراء الموانئ\nعمّان، الأردن، ٩-١٠ تشرين الأول/أكتوبر ٢٠١٩', 'عمّان، الأردن'],
    ['اجتماع خبراء الموانئ\nالدار البيضاء (المغرب)، 3 ماي 2021', 'الدار البيضاء، المغرب'],
    ['اجتماع خبراء الموانئ\nالأحد ٣ أيار ٢٠٢٠، بيروت', 'بيروت'],
    ['اجتماع خبراء الموانئ\nالمكان: مدينة الكويت، الكويت\nالتاريخ: ٣ أيار ٢٠٢٠', 'الكويت، الكويت'],
    ['تقرير اجتماع الخبراء المنعقد يوم ٣ أيار ٢٠٢٠', null],
    ['اجتماع خبراء الموانئ، ٣ أيار ٢٠٢٠', null],
    ['اجتماع خبراء الموانئ\nنشر في ٣ أيار ٢٠٢٠', null],
    ['مسودة منقحة للمناقشة في الدورة، ٣ أيار ٢٠٢٠', null],
  ])('%s', (head, place) => expect(meeting(head).place).toBe(place));

  test('over a meeting on screens does not make it one in person', () => {
    const dateline = 'عمّان، الأردن، ٣ أيار ٢٠٢٠';
    expect(meeting(`اجتماع خبراء الموانئ\n${dateline}`).mode).toBe('in-person');
    expect(meeting(`اجتماع افتراضي لخبراء الموانئ\n${dateline}`).mode).toBeNull();
  });
});

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
