import { UnreadableFile } from '../../reader/sources/source-document.ts';
import {
  countTerms,
  saidIn,
  suggestTies,
  type Prepared,
  type Reason,
  type Suggestion,
} from '../../modules/followup/index.ts';
import { WrongCall, type Command } from '../command.ts';
import { expand, readOne } from './read.ts';

export const command: Command = {
  summary: 'Finds the same wish in several reports: what was said before, and where.',
  usage: 'ties FILE… [--json]',
  help: `
Reads the reports and compares their outcomes. For each one it names up to three earlier outcomes that it may repeat,
follow, fulfil, supersede or match, with the reason. They are proposals: a person decides.

  --json    one object: outcomes and suggestions

Exit status: 0 done; 2 a file could not be read.

Example: redthread ties reports/
`,
  options: { json: { type: 'boolean' } },
  async run({ values, positionals, terminal }) {
    if (positionals.length === 0) throw new WrongCall('Name at least one file or folder: redthread ties reports/');
    const said: Prepared[] = [];
    let unreadable = 0;
    for (const file of await expand(positionals))
      try {
        said.push(...saidIn(await readOne(file), file));
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        unreadable++;
        terminal.err(`${file}: ${error.message}\n`);
      }
    const rarity = countTerms(said);
    const found = said.map((outcome) => ({ outcome, suggestions: suggestTies(outcome, said, rarity) }));
    if (values['json']) terminal.out(`${JSON.stringify(forMachines(found), null, 2)}\n`);
    else terminal.out(forPeople(found, new Map(said.map((outcome) => [outcome.id, outcome]))));
    return unreadable > 0 ? 2 : 0;
  },
};

type Found = { outcome: Prepared; suggestions: Suggestion[] }[];

function forMachines(found: Found): unknown {
  return {
    outcomes: found.map(({ outcome: { id, report, day, kind, text } }) => ({ id, report, day, kind, text })),
    suggestions: found.flatMap(({ suggestions }) => suggestions),
  };
}

function forPeople(found: Found, byId: ReadonlyMap<string, Prepared>): string {
  const lines: string[] = [];
  for (const { outcome, suggestions } of found) {
    if (suggestions.length === 0) continue;
    lines.push(`${outcome.day ?? 'no date'}  ${outcome.kind}: ${shortened(outcome.text, 120)}`);
    for (const suggestion of suggestions) {
      const earlier = byId.get(suggestion.to)!;
      lines.push(
        `    ${suggestion.kind} ${earlier.day ?? 'no date'}: ${shortened(earlier.text, 100)}`,
        `        ${suggestion.reasons.map(inWords).join('; ')}`,
      );
    }
    lines.push('');
  }
  const tied = found.filter(({ suggestions }) => suggestions.length > 0).length;
  lines.push(`${tied} of ${found.length} outcomes may have been said before.`);
  return `${lines.join('\n')}\n`;
}

/** A reason as a person says it: “same object: asylum authorities”, “2 years 7 months later”. */
function inWords(reason: Reason): string {
  switch (reason.code) {
    case 'same-object':
      return `same object: ${reason.label}`;
    case 'same-words':
      return `same words: ${reason.label}`;
    case 'same-region':
      return `same region: ${reason.label}`;
    case 'same-goal':
      return `same goal: ${reason.goal.split(':').at(-1)}`;
    case 'same-party':
      return `again by ${reason.party}`;
    case 'same-report':
      return 'in the same report';
    case 'offer-meets-request':
      return 'an offer that fits a request';
    case 'later':
      return `${duration(reason.months)} later`;
  }
}

function duration(months: number): string {
  const count = (number: number, unit: string) => (number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`);
  return [count(Math.floor(months / 12), 'year'), count(months % 12, 'month')].filter(Boolean).join(' ') || 'days';
}

const shortened = (text: string, most: number): string => {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
};
