/** Numbers in figures and words: `88`, `1,200`, `thirty-five`, `Thirty Five`, `one hundred and four`. */
const SMALL: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const WORD = `(?:${Object.keys(SMALL).join('|')}|hundred|thousand)`;

/** A number as a pattern, for use inside larger ones; not capturing, case must be ignored by the caller. */
export const NUMBER = `(?:\\d{1,3}(?:[,\\s]\\d{3})+|\\d{1,6}|(?:a\\shundred|${WORD})(?:(?:[\\s-]|\\sand\\s)${WORD}){0,5})`;

/** The value of a number in figures or words; `null` when it is neither. */
export function numberOf(written: string): number | null {
  const text = written.trim().toLowerCase();
  if (/^\d[\d,\s]*$/.test(text)) return Number(text.replace(/[,\s]/g, ''));
  let total = 0;
  let part = 0;
  let seen = false;
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'and' || word === 'a' || word === '') continue;
    const value = SMALL[word];
    if (value !== undefined) part += value;
    else if (word === 'hundred') part = Math.max(1, part) * 100;
    else if (word === 'thousand') {
      total += Math.max(1, part) * 1000;
      part = 0;
    } else return null;
    seen = true;
  }
  return seen ? total + part : null;
}
