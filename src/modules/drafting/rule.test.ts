import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { namesIn, type ProtectedName } from './rule.ts';

describe('protected names', () => {
  const name = (text: string, language = 'en', kind: ProtectedName['kind'] = 'name'): ProtectedName => ({
    name: text,
    language,
    kind,
  });
  test.each([
    ['Georgia asked', [name('Georgia')], ['Georgia']],
    ['in GEORGIA’S view', [name('Georgia')], ['GEORGIA’S']],
    ['the georgian side', [name('Georgian')], ['georgian']],
    ['Georgiana spoke', [name('Georgia')], []],
    ['Turkiye hosts', [name('Türkiye')], ['Turkiye']],
    ['Gürcistan’ın önerisi', [name('Gürcistan', 'tr')], ['Gürcistan’ın']],
    ['предложение Грузии', [name('Грузия', 'ru')], ['Грузии']],
    ['грузинская сторона', [name('грузинский', 'ru')], ['грузинская']],
    ['грузовик в порту', [name('Грузия', 'ru')], []],
    ['وجورجيا', [name('جورجيا', 'ar')], ['وجورجيا']],
    ['the ministry asked IOM', [name('IOM', 'en', 'acronym')], ['IOM']],
    ['it is an iom', [name('IOM', 'en', 'acronym')], []],
    ['as Quillon said', [name('Nadia Quillon', 'en', 'person')], ['Quillon']],
    ['Nadia Quillon said', [name('Nadia Quillon', 'en', 'person')], ['Nadia Quillon']],
    ['a marlow is a pit', [name('Sefa Marlow', 'en', 'person')], []],
    ['The United Kingdom spoke', [name('United Kingdom'), name('United')], ['United Kingdom']],
    ['Boats were counted.', [name('Georgia'), name('Oman')], []],
    ['a woman came', [name('Oman')], []],
  ])('%s', (text, names, words) => expect(namesIn(text, names).map(({ word }) => word)).toEqual(words));
  it('may be written in any way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 3, maxLength: 12 }),
        fc.constantFrom('en', 'ru', 'tr', 'ar'),
        (text, language) => {
          for (const kind of ['name', 'acronym', 'person'] as const)
            namesIn(`A ${text} b`, [name(text, language, kind)]);
        },
      ),
    );
    expect(namesIn('In Bosnia-Herzegovina, too', [name('Bosnia-Herzegovina')])).toHaveLength(1);
  });
  it('are found wherever they stand, and give their place', () => {
    const bit = fc.constantFrom('boats ', 'were ', '(', ', ', 'é ', '“', 'ß ', '\n', 'İ ');
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 8 }), fc.array(bit, { maxLength: 8 }), (before, after) => {
        const text = `${before.join('')} Türkiye ${after.join('')}`;
        const [found] = namesIn(text, [name('Türkiye')]);
        expect(text.normalize('NFC').slice(found!.start, found!.start + 7)).toBe('Türkiye');
      }),
    );
  });
});
