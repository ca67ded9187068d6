const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Regular expression source for a number up to 999 written as figures or up to 99 as English words. */
export const numberPattern = `(?:\\d{1,3}|(?:${Object.keys(tens).join('|')})(?:[- ](?:${units.slice(1, 10).join('|')}))?|${units.slice(1).join('|')})`;

/** The value of what `numberPattern` matched; `null` when it is something else. */
export function numberValue(written: string): number | null {
  const text = written.trim().toLowerCase();
  if (/^\d+$/.test(text)) return Number(text);
  const unit = units.indexOf(text);
  if (unit >= 0) return unit;
  const [ten, rest] = text.split(/[- ]/);
  const base = tens[ten ?? ''];
  if (base === undefined) return null;
  const more = rest === undefined ? 0 : units.indexOf(rest);
  return more < 0 ? null : base + more;
}
