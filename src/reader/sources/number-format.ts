/** A position in a list → its printed number, in the number formats of word processors and HTML. */

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const ALPHABETS: Readonly<Record<string, string>> = {
  russianLower: 'абвгдежзиклмнопрстуфхцчшщыэюя',
  arabicAlpha: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  arabicAbjad: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  hebrew2: 'אבגדהוזחטיכלמנסעפצקרשת',
};

/** Largest number that gets a roman numeral; above it, digits. */
const LARGEST_ROMAN = 3999;

/** `value` (from 1; 0 where a list starts there) in the format named by OOXML's `ST_NumberFormat`; unknown names give digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'lowerLetter':
      return letters(value, 'abcdefghijklmnopqrstuvwxyz');
    case 'upperLetter':
      return letters(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'russianUpper':
      return letters(value, ALPHABETS['russianLower']!).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ordinal':
      return value + ordinalEnding(value);
    case 'numberInDash':
      return `- ${value} -`;
    default: {
      const alphabet = ALPHABETS[format];
      return alphabet === undefined ? String(value) : letters(value, alphabet);
    }
  }
}

/** a … z, aa, bb … as word processors count: the letter repeats. */
function letters(value: number, alphabet: string): string {
  if (value < 1) return String(value);
  const size = alphabet.length;
  const repeat = Math.min(20, Math.floor((value - 1) / size) + 1);
  return alphabet[(value - 1) % size]!.repeat(repeat);
}

function roman(value: number): string {
  if (value < 1 || value > LARGEST_ROMAN) return String(value);
  let left = value;
  let out = '';
  for (const [size, numeral] of ROMAN) {
    while (left >= size) {
      out += numeral;
      left -= size;
    }
  }
  return out;
}

function ordinalEnding(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
