import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates, isoDay, lastDay } from './dates.ts';
import { NUMBER, numberOf } from './numbers.ts';

const one = (text: string): string | null => {
  const date = findDates(text)[0];
  return date ? `${date.from}/${date.until}` : null;
};

describe('dates', () => {
  test.each([
    ['Tallinn, 30 November - 1 December 2023', '2023-11-30/2023-12-01'],
    ['29 December 2023 to 2 January 2024', '2023-12-29/2024-01-02'],
    ['19-20 May 2022', '2022-05-19/2022-05-20'],
    ['Riga, 10 -- 12 May 2017', '2017-05-10/2017-05-12'],
    ['on 14th October 2021', '2021-10-14/2021-10-14'],
    ['Thursday 9 October 2019', '2019-10-09/2019-10-09'],
    ['9–10.10.2019', '2019-10-09/2019-10-10'],
    ['May 30-31, 2002', '2002-05-30/2002-05-31'],
    ['July 4, 1998', '1998-07-04/1998-07-04'],
    ['from 3 to 5 May, 2010', '2010-05-03/2010-05-05'],
    ['16, 17 and 18 March 2009', '2009-03-16/2009-03-18'],
    ['2024-02-29', '2024-02-29/2024-02-29'],
    ['in the second half of 2022', '2022-07-01/2022-12-31'],
    ['in early 2017', '2017-01-01/2017-04-30'],
    ['by Q3 2021', '2021-07-01/2021-09-30'],
    ['the end of February 2020', '2020-02-21/2020-02-29'],
    ['June 2018', '2018-06-01/2018-06-30'],
    ['the first week of August 2009', '2009-08-01/2009-08-07'],
    ['31 February 2020', '2020-02-01/2020-02-29'],
    ['no day at all', null],
    // Levant, Egypt and the Gulf, the Maghreb; figures of either kind.
    ['بيروت، ٣ أيار ٢٠٢١', '2021-05-03/2021-05-03'],
    ['القاهرة، ٣ مايو ٢٠٢١', '2021-05-03/2021-05-03'],
    ['تونس، 3 ماي 2021', '2021-05-03/2021-05-03'],
    ['عمان، 16–17 نيسان/أبريل 2024', '2024-04-16/2024-04-17'],
    ['من ١٦ إلى ١٧ إبريل ٢٠٢٤', '2024-04-16/2024-04-17'],
    ['في 16 و17 نيسان (أبريل) 2024', '2024-04-16/2024-04-17'],
    ['٣٠ تشرين الثاني - ١ كانون الأول ٢٠٢٣', '2023-11-30/2023-12-01'],
    ['من 30 نونبر 2023 إلى 1 دجنبر 2023', '2023-11-30/2023-12-01'],
    ['الجزائر، 5 جويلية 2019', '2019-07-05/2019-07-05'],
    ['الرباط، 20 غشت 2018', '2018-08-20/2018-08-20'],
    ['في أيلول ٢٠٢٢', '2022-09-01/2022-09-30'],
    ['بين حزيران وآب 2022', '2022-06-01/2022-08-31'],
    ['٢٠٢٣/١١/٢٢', '2023-11-22/2023-11-22'],
    ['۲۲/۱۱/۲۰۲۳', '2023-11-22/2023-11-22'],
    ['٢٠٢٣-١١-٢٢', '2023-11-22/2023-11-22'],
    ['٣١ شباط ٢٠٢٠', '2020-02-01/2020-02-29'],
    ['هذا نص بلا تاريخ', null],
  ])('%s', (text, expected) => expect(one(text)).toBe(expected));

  test('a weekday is kept, so that it can be checked', () => {
    expect(findDates('الثلاثاء، ١٥ حزيران/يونيو ٢٠٢٢')[0]?.weekday).toBe(2);
    expect(findDates('يوم الثلاثاء 15 يونيو 2022')[0]?.asWritten).toBe('يوم الثلاثاء 15 يونيو 2022');
    expect(findDates('Tuesday, 15 June 2022')[0]?.weekday).toBe(2);
  });

  const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const day = fc.record({
    year: fc.integer({ min: 1950, max: 2050 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });

  test('a printed day reads as that day, day first or month first', () => {
    fc.assert(
      fc.property(day, (d) => {
        const iso = isoDay(d.year, d.month, d.day);
        expect(one(`held on ${d.day} ${MONTHS[d.month - 1]} ${d.year} in Riga`)).toBe(`${iso}/${iso}`);
        expect(one(`held on ${MONTHS[d.month - 1]} ${d.day}, ${d.year} in Riga`)).toBe(`${iso}/${iso}`);
      }),
    );
  });

  test('dates of any text are ordered, inside the text, and exist', () => {
    const piece = fc.constantFrom(
      '3',
      '31',
      'May',
      'February',
      '2020',
      '-',
      ' and ',
      ' ',
      ',',
      'first half of',
      'early',
      'Monday',
      '/',
      '.',
      '1999',
      '٣',
      'أيار',
      'و',
      '٢٠٢٠',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const date of findDates(text)) {
          expect(text.slice(date.start, date.end)).toBe(date.asWritten);
          expect(date.start).toBeGreaterThanOrEqual(end);
          end = date.end;
          expect(date.from <= date.until).toBe(true);
          expect(Number(date.until.slice(8))).toBeLessThanOrEqual(
            lastDay(Number(date.until.slice(0, 4)), Number(date.until.slice(5, 7))),
          );
        }
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['88', 88],
    ['1,200', 1200],
    ['Thirty Five', 35],
    ['seventy-four', 74],
    ['one hundred and four', 104],
    ['two thousand', 2000],
    ['many', null],
  ])('%s', (written, value) => expect(numberOf(written)).toBe(value));

  test('the pattern takes the whole number', () => {
    expect(new RegExp(NUMBER, 'i').exec('some twenty-eight ministers')?.[0]).toBe('twenty-eight');
    expect(new RegExp(NUMBER, 'i').exec('over 1,200 people')?.[0]).toBe('1,200');
  });
});
