import { describe, expect, test } from 'vitest';
import { meeting } from '../../../test/support/meeting-of.ts';
import { readDocument } from '../index.ts';
import { textToDocument } from '../sources/text.ts';

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
      'Lights for all\n\nRIGA, 4 April 2011 – Ministers concluded their meeting on lighthouses with four promises.',
      '2011-04-04',
      '2011-04-04',
      'RIGA',
      'in-person',
    ],
    [
      'Lights for all\n\nRiga, 6 April 2011 – That sums up the meeting on lighthouses which Latvia hosted in Riga on 4 and 5 April 2011.',
      '2011-04-04',
      '2011-04-05',
      'Riga',
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
