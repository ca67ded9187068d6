/** How a party is named in a sentence of a report. English, as the reports are. */
export interface PrintedName {
  /** Key of the register. */
  key: string;
  kind: 'state' | 'organisation';
  /** `Türkiye`, `International Organization for Migration (IOM)`. */
  name: string;
}

const WITH_ARTICLE =
  /^(?:United|Netherlands|Russian|Czech Republic|Slovak Republic|Philippines|Maldives|Gambia|Bahamas|Comoros|Marshall|Solomon|Democratic|Dominican Republic|Central African|Islamic Republic|Republic|Kingdom|Syrian Arab|State of|Holy See|European|International|Council|Offices?|Organi[sz]ation|World|League|Commission|Regional|Secretariat|Bureau|Union|African|Arab|Asian|Nordic|Inter-?governmental|Intergovernmental|Swiss|Danish|Norwegian|Swedish|Food|Global|Gulf|Economic|Migration, Asylum|Parliamentary|High Commissioner)\b/;

/** The name inside a sentence: “the Netherlands”, “Georgia”. */
export const inSentence = (name: string): string =>
  WITH_ARTICLE.test(name) && !/^the\s/i.test(name) ? `the ${name}` : name;
/** The name at the beginning of a sentence. */
export const atStart = (name: string): string => {
  const text = inSentence(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `6 May 2031`, `6–8 May 2031`, `30 April – 2 May 2031`, from ISO days. */
export function days(first: string, last: string | null): string {
  const [y, m, d] = first.split('-').map(Number) as [number, number, number];
  const end = last ?? first;
  const [ly, lm, ld] = end.split('-').map(Number) as [number, number, number];
  const name = (month: number) => months[month - 1];
  if (first === end) return `${d} ${name(m)} ${y}`;
  if (y !== ly) return `${d} ${name(m)} ${y} – ${ld} ${name(lm)} ${ly}`;
  return m === lm ? `${d}–${ld} ${name(m)} ${y}` : `${d} ${name(m)} – ${ld} ${name(lm)} ${y}`;
}
