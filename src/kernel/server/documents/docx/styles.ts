import { AlignmentType, LevelFormat } from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';
import type { Language } from '../../../language-map.ts';
import type { Direction } from '../document.ts';
import type { CountedList } from './numbering.ts';

/** Colours and fonts of `tokens.css`, as Word writes them. Word falls back to its own serif and sans where a font is not installed. */
export const ink = '1F2430';
export const quiet = '62646B';
export const hairline = 'CFC9BF';
export const red = 'B9362F';
export const serif = { ascii: 'Source Serif 4', hAnsi: 'Source Serif 4', cs: 'Noto Naskh Arabic' };
export const sans = { ascii: 'Source Sans 3', hAnsi: 'Source Sans 3', cs: 'Noto Naskh Arabic' };

/** One level of indentation in twentieths of a point. */
export const step = 425;

const regions: Record<Language, string> = {
  en: 'en-GB',
  ru: 'ru-RU',
  tr: 'tr-TR',
  ar: 'ar-SA',
  fa: 'fa-IR',
  ur: 'ur-PK',
  fr: 'fr-FR',
  uk: 'uk-UA',
};

/** The language as Word spells it: scripts written from right to left have an attribute of their own. */
export const wordLanguage = (language: Language, direction: Direction) =>
  direction === 'rtl' ? { bidirectional: regions[language] } : { value: regions[language] };

/** The styles a reader of the file finds in Word's own list: Title, Subtitle, Heading 1–3, Quote, Caption. */
export function styles(language: Language, direction: Direction): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: sans, size, bold: true, color: ink },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: serif, size: 21, color: ink, language: wordLanguage(language, direction) },
        paragraph: { spacing: { after: 140, line: 300 } },
      },
      title: {
        run: { font: serif, size: 40, bold: true, color: ink },
        paragraph: { spacing: { after: 80, line: 264 } },
      },
      heading1: heading(27, 440),
      heading2: heading(23, 340),
      heading3: heading(21, 280),
      caption: {
        run: { font: sans, size: 19, bold: true, italics: false, color: ink },
        paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
      },
      hyperlink: { run: { color: ink, underline: { color: quiet } } },
    },
    paragraphStyles: [
      style('Subtitle', 'Subtitle', { size: 24, color: quiet }, { after: 160 }),
      style('Issuer', 'Issuer', { font: sans, size: 19, color: quiet }, { after: 120 }),
      style('Quote', 'Quote', {}, { before: 160, after: 160 }),
      style('TableText', 'Table Text', { size: 19 }, { after: 0, line: 264 }),
      style('TableHead', 'Table Head', { font: sans, size: 18, bold: true }, { after: 0, line: 264 }),
    ],
  };
}

const style = (id: string, name: string, run: object, spacing: object) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run,
  paragraph: { spacing },
});

/** Names of the lists in the file: one for each counted sequence, one for bullets, one for each ordered list. */
export const countedList = (index: number): string => `counted-${index}`;
export const bulletList = 'bullets';
export const orderedList = 'ordered';

/** The lists of the file. */
export function numbering(lists: readonly CountedList[]): INumberingOptions {
  return {
    config: [
      ...lists.map((levels, index) => ({
        reference: countedList(index),
        levels: [...levels].map(([level, counted]) => ({
          level,
          format: formats[counted.format],
          text: `${counted.before}%${level + 1}${counted.after}`,
          start: counted.start,
          alignment: AlignmentType.START,
          style: { paragraph: { indent: hanging(level) } },
        })),
      })),
      { reference: bulletList, levels: [simple(LevelFormat.BULLET, '•')] },
      { reference: orderedList, levels: [simple(LevelFormat.DECIMAL, '%1.')] },
    ],
  };
}

const simple = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: hanging(0) } },
});

/** Where the number hangs and the text begins. `start` follows the direction of the paragraph. */
export const hanging = (level: number) => ({ start: step * (level + 1), hanging: step });

const formats = {
  decimal: LevelFormat.DECIMAL,
  lowerLetter: LevelFormat.LOWER_LETTER,
  upperLetter: LevelFormat.UPPER_LETTER,
  lowerRoman: LevelFormat.LOWER_ROMAN,
  upperRoman: LevelFormat.UPPER_ROMAN,
};
