/** Persons whom the report introduces with their state ("Ms. R. Jensen (Denmark)"): later "Ms. Jensen" speaks for that state. */
import type { Mention } from './mentions.ts';

const TITLE = '(?:Mr|Ms|Mrs|Dr|Prof|Capt|Captain|Col|Amb|Ambassador)';
const INTRODUCED = new RegExp(
  `\\b${TITLE}\\.?\\s(?:\\p{Lu}[\\p{L}.’'-]*\\s){0,3}(\\p{Lu}[\\p{L}’'-]{2,})\\s\\((?:the\\s)?(?=\\p{Lu})`,
  'gu',
);

/** `mentions` with these persons added; a surname that two states share stays out. Linear. */
export function withPersons(mentions: readonly Mention[], text: string): readonly Mention[] {
  const introduced = [...text.matchAll(INTRODUCED)];
  if (introduced.length === 0) return mentions;
  const states = new Map(mentions.filter((m) => m.kind === 'state' && !m.adjective).map((m) => [m.start, m]));
  const partyOf = new Map<string, string | null>();
  for (const m of introduced) {
    const state = states.get(m.index + m[0].length);
    const surname = m[1] as string;
    if (!state || text[state.end] !== ')') continue;
    partyOf.set(surname, partyOf.has(surname) && partyOf.get(surname) !== state.party ? null : state.party);
  }
  const known = [...partyOf].filter(([, party]) => party !== null).map(([surname]) => surname);
  if (known.length === 0) return mentions;
  const again = new RegExp(`\\b${TITLE}\\.?\\s(?:\\p{Lu}\\.\\s?){0,2}(${known.join('|')})(?![\\p{L}’'-]|\\s\\()`, 'gu');
  const persons = [...text.matchAll(again)].map((m): Mention => ({
    kind: 'state',
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
    party: partyOf.get(m[1] as string) ?? null,
    role: null,
    adjective: false,
  }));
  const out: Mention[] = [];
  let n = 0;
  for (const m of mentions) {
    while (n < persons.length && (persons[n] as Mention).end <= m.start) out.push(persons[n++] as Mention);
    const person = persons[n];
    if (person && m.start < person.end && person.start < m.end) continue;
    out.push(m);
  }
  return [...out, ...persons.slice(n)];
}
