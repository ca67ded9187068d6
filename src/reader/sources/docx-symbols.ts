/** Characters of symbol fonts (`w:sym`) that reports use, as the Unicode characters they look like. */
const BY_CODE: Readonly<Record<string, string>> = {
  F0B7: '•',
  F0A7: '▪',
  F0D8: '➢',
  F0FC: '✓',
  F0FE: '☑',
  F06F: '☐',
  F0A8: '☐',
  F0E0: '→',
  F0E8: '→',
  F02D: '-',
  F02A: '*',
  F0B0: '°',
  F0A3: '≤',
  F0B3: '≥',
  F0B1: '±',
  F0B4: '×',
  F061: 'α',
  F062: 'β',
  F06D: 'µ',
  F020: ' ',
  F028: '(',
  F029: ')',
  F02E: '.',
  F02C: ',',
};

/** The text of a `w:sym`; an unknown picture character gives nothing, an ordinary one itself. */
export function symbolText(font: string | null, char: string | null): string {
  if (char === null) return '';
  const known = BY_CODE[char.toUpperCase()];
  if (known !== undefined) return known;
  const code = Number.parseInt(char, 16);
  if (!Number.isFinite(code) || code < 0x20) return '';
  if (code >= 0xf000 && code <= 0xf0ff)
    return /symbol|dings/i.test(font ?? '') ? '' : String.fromCharCode(code - 0xf000);
  return String.fromCodePoint(Math.min(code, 0x10ffff));
}
