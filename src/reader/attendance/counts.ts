/** Stated numbers with their unit: "88 participants from 37 countries", "30 countries and organisations". */
import type { Span } from '../reading.ts';
import type { Para } from '../structure/document.ts';
import { NUMBER, numberOf } from '../facts/numbers.ts';

export interface StatedCounts {
  participants: number | null;
  countries: number | null;
  countriesAndOrganisations: number | null;
  /** Where the number of countries (or of countries and organisations) is stated. */
  span: Span | null;
}

const PEOPLE =
  '(?:participants?|delegates|representatives|attendees|experts|officials|persons|people|practitioners|(?:focal|contact) points|individuals|professionals|scientists|researchers|specialists|prosecutors|judges|academics|parliamentarians|trainees|stakeholders|policy-?\\s?makers|government officials)';
const STATE_NOUN =
  '(?:countries|states(?:\\sparties)?|nations|governments|economies|member\\s(?:states|countries|governments)|participating\\s(?:states|countries)|states and territories|jurisdictions|delegations|(?:contracting\\s)?parties|administrations)';
const OTHERS = `(?:\\s(?:and|&|/)\\s(?!${NUMBER}\\b)(?:\\w+\\s){0,2}organi[sz]ations)`;
const ADJ =
  "(?:(?!from\\b|of\\b|and\\b|political\\b)[\\p{L}'’-]+\\s){0,4}(?:[\\p{L}-]+ing and [\\p{L}-]+ing\\s)?(?:member\\s)?";

const people = new RegExp(`(?<![\\p{L}\\d.,])(${NUMBER})\\s${ADJ}${PEOPLE}\\b`, 'giu');
const countries = new RegExp(
  `(?<![\\p{L}\\d.,])(${NUMBER})(?:\\s\\(\\d{1,3}\\))?\\s${ADJ}${STATE_NOUN}\\b(${OTHERS})?`,
  'giu',
);
/** "84 participants from 29 Process members: …". */
const members = new RegExp(
  `\\b(?:from|representing)\\s(?:the\\s)?(${NUMBER})\\s${ADJ}(?:members|partners|parties)\\b(?!\\sof\\b)`,
  'iu',
);
const TOOK_PART =
  /\b(?:gathered|brought together|attended|attending|attendance|participat(?:ed|ion|ing)|took part|taking part|represented|representing|representatives (?:of|from)|joined by|convened|assembled|present|participants? from|delegat(?:es|ions) from|delegations of|ministers from|officials from|welcomed (?:over )?\d|registered|joined|connected|counted|met|gathering|bringing together|included|spent|drew|attracted|(?:officials|participants|delegates|experts|trainees|they) came from|with (?:around |about |some |over |more than |nearly |almost |approximately )?[\w,]+ participants)\b/i;
const BOTH = new RegExp(
  `${NUMBER}\\s${ADJ}${PEOPLE}\\s(?:\\w+\\s)?(?:from|representing|of)\\s(?:the\\s)?${NUMBER}\\s${ADJ}${STATE_NOUN}`,
  'iu',
);
const OTHER_MATTER =
  /\b(?:ratified|signed|acceded|adopted the|projects? in|implemented in|operat(?:es|ing) in|comprising|consists? of|members of the|since \d{4})\b/i;

/** The first statement of each kind in the sentences that say who took part. */
export function statedCounts(paras: readonly Para[]): StatedCounts {
  const out: StatedCounts = { participants: null, countries: null, countriesAndOrganisations: null, span: null };
  for (const para of paras.slice(0, 14))
    for (const s of para.sentences) {
      if (!(TOOK_PART.test(s.text) || BOTH.test(s.text)) || OTHER_MATTER.test(s.text)) continue;
      if (out.participants === null) {
        const m = [...s.text.matchAll(people)].find((x) => !isList(x[0]) && (numberOf(x[1] ?? '') ?? 0) >= 5);
        if (m) out.participants = numberOf(m[1] ?? '');
      }
      if (out.countries !== null || out.countriesAndOrganisations !== null) continue;
      const c = [...s.text.matchAll(countries)].find((x) => (numberOf(x[1] ?? '') ?? 0) >= 2) ?? members.exec(s.text);
      if (!c) continue;
      if (c[2]) out.countriesAndOrganisations = numberOf(c[1] ?? '');
      else out.countries = numberOf(c[1] ?? '');
      out.span = [s.start + c.index, s.start + c.index + c[0].length];
    }
  return out;
}

/** "three working group participants" counts nobody. */
const isList = (text: string): boolean => /\b(?:permanent|groups?|sessions?|days?|sets?|kinds?)\b/i.test(text);
