import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  day,
  exactLocalTime,
  line,
  list,
  localTime,
  optional,
  textsAsGiven,
  textsWithEnglish,
  withInstant,
  zone,
} from './form-fields.ts';

describe('fields of a form', () => {
  it('an empty field, white space and a field that is missing are one thing', () => {
    const form = z.object({ on: optional(day) });
    for (const on of ['', '  ', null, undefined]) expect(form.parse({ on })).toEqual({ on: null });
    expect(form.parse({})).toEqual({ on: null });
    expect(form.parse({ on: '2027-03-31' })).toEqual({ on: '2027-03-31' });
  });

  it('what may be left out is not among the required fields a program reads about', () => {
    expect(z.toJSONSchema(z.object({ on: optional(day), until: day }), { io: 'input' }).required).toEqual(['until']);
  });

  it('one value and several make a list, empty ones none, and too many are refused', () => {
    const days = list(day, 2);
    expect([undefined, '', null, '2027-03-31', ['2027-03-31', '']].map((value) => days.parse(value))).toEqual([
      [],
      [],
      [],
      ['2027-03-31'],
      ['2027-03-31'],
    ]);
    expect(days.safeParse(['2027-03-31', '2027-04-01', '2027-04-02']).success).toBe(false);
  });

  it('a line brings no line of its own', () => {
    expect(line(1, 99, 'Which room?').parse(' Hall 2\r\nBcc: all ')).toBe('Hall 2 Bcc: all');
  });

  it('an emptied language is kept where it is to be taken away, dropped where a text is written whole', () => {
    const given = { en: 'Harbours', ru: ' ' };
    expect(textsAsGiven(99).parse(given)).toEqual({ en: 'Harbours', ru: '' });
    expect(textsWithEnglish(99, 'In English too.').parse(given)).toEqual({ en: 'Harbours' });
    expect(textsWithEnglish(99, 'In English too.').safeParse({ ru: 'Порты', en: '' }).error?.issues).toMatchObject([
      { path: ['en'], message: 'In English too.' },
    ]);
  });

  it('a local time becomes its instant; an hour that the clock skips is named at its field', () => {
    const due = z.object({ due: localTime, zone }).transform(withInstant);
    const moment = { due: '2027-03-31 18:00', zone: 'Europe/Vienna' };
    expect(due.parse(moment).instant).toEqual(new Date('2027-03-31T16:00:00Z'));
    expect(due.safeParse({ ...moment, due: '2027-03-28 02:30' }).error?.issues).toMatchObject([{ path: ['due'] }]);
    expect(localTime.safeParse('2027-03-31 18:00:00.250').success).toBe(false);
    expect(exactLocalTime.parse('2027-03-31 18:00:00.250')).toBe('2027-03-31T18:00:00.250');
  });
});
