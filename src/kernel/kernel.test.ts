import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineAction } from './action.ts';
import { holds, nobody, system } from './actor.ts';
import { isId, newId } from './ids.ts';
import { inLanguage, languages } from './language-map.ts';
import { Refusal, statusOf } from './refusal.ts';

describe('an action', () => {
  const action = {
    does: 'Nothing.',
    input: z.object({}),
    permission: ['member'] as const,
    run: async () => ({}),
  };

  it.each(['records.outcome.confirm', 'people.session.end-others'])('may be called %s', (name) => {
    expect(defineAction({ ...action, name }).name).toBe(name);
  });

  it.each([
    '',
    'confirm',
    'records.outcome',
    'records.outcome.confirm.now',
    'Records.outcome.confirm',
    'records.outcome.con firm',
    'records..confirm',
    'records.outcome.-confirm',
  ])('does not register as “%s”', (name) => {
    expect(() => defineAction({ ...action, name })).toThrow(/module\.thing\.verb/);
  });

  it('does not register without a permission', () => {
    expect(() => defineAction({ ...action, name: 'a.b.c', permission: [] as unknown as ['member'] })).toThrow(
      /permission/,
    );
  });

  it('cannot be changed after it was defined', () => {
    const defined = defineAction({ ...action, name: 'a.b.c' });
    expect(() => Object.assign(defined, { permission: ['public'] })).toThrow(TypeError);
  });
});

describe('ids', () => {
  it('have the shape of a UUID version 7 and the moment they were made in front', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true }), (at) => {
        const id = newId(at);
        expect(isId(id)).toBe(true);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at.getTime());
      }),
    );
  });

  it('are all different', () => {
    const at = new Date();
    expect(new Set(Array.from({ length: 10_000 }, () => newId(at))).size).toBe(10_000);
  });

  it.each(['', 'x', '00000000-0000-7000-8000-00000000000', "00000000-0000-7000-8000-000000000001'--"])(
    '“%s” is none',
    (text) => {
      expect(isId(text)).toBe(false);
    },
  );
});

describe('a language map', () => {
  it('speaks the wanted language, else English, else what there is, and says which', () => {
    expect(inLanguage({ en: 'Border', tr: 'Sınır' }, 'tr')).toEqual({ text: 'Sınır', language: 'tr' });
    expect(inLanguage({ en: 'Border', tr: 'Sınır' }, 'ar')).toEqual({ text: 'Border', language: 'en' });
    expect(inLanguage({ ru: 'Граница' }, 'ar')).toEqual({ text: 'Граница', language: 'ru' });
    expect(inLanguage({ en: '', ru: 'Граница' }, 'en')).toEqual({ text: 'Граница', language: 'ru' });
    expect(inLanguage({}, 'en')).toEqual({ text: '', language: 'en' });
  });

  it('always finds a text where there is one', () => {
    fc.assert(
      fc.property(fc.subarray([...languages], { minLength: 1 }), fc.string(), (known, wanted) => {
        expect(inLanguage(Object.fromEntries(known.map((language) => [language, 'x'])), wanted).text).toBe('x');
      }),
    );
  });
});

describe('a refusal', () => {
  it.each([
    ['access.sign-in', 401],
    ['access.denied', 403],
    ['records.report.not-found', 404],
    ['records.outcome.changed', 409],
    ['transition.state', 409],
    ['people.grant.exists', 409],
    ['records.file.too-large', 413],
    ['limit.tries', 429],
    ['input.malformed', 400],
    ['input.invalid', 422],
    ['people.grant.party', 422],
  ] as const)('%s is status %i', (code, status) => {
    expect(statusOf(new Refusal(code, 'Because.'))).toBe(status);
  });

  it('is about the first field when there are many faults', () => {
    const refusal = new Refusal('input.invalid', 'Two things.', {
      faults: [
        { field: 'a', sentence: '1' },
        { field: 'b', sentence: '2' },
      ],
    });
    expect(refusal.field).toBe('a');
    expect(refusal.sentence).toBe('Two things.');
  });
});

describe('an actor', () => {
  it('holds a role or does not', () => {
    expect(holds(nobody, 'public')).toBe(true);
    expect(holds(nobody, 'secretariat', 'administrator')).toBe(false);
    expect(holds(system, 'secretariat', 'system')).toBe(true);
  });
});
