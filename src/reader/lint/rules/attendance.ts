import { parties } from '../../lexicon/parties.ts';
import type { NamedAt, ReadingOutcome, Span } from '../../reading.ts';
import { listed, type LintContext, type LintRule, type Notice } from '../rule.ts';

/** From the first to the last name of a list, or the whole text when it is empty. */
function spanOfList(items: readonly NamedAt[], text: string): Span {
  const first = items[0];
  const last = items.at(-1);
  return first && last ? [first.span[0], Math.max(first.span[1], last.span[1])] : [0, Math.min(text.length, 1)];
}

/** The unit of the stated count decides what is counted: states alone, or states and organisations together. */
export const attendanceCount: LintRule = {
  code: 'attendance.count',
  severity: 'error',
  speaks: 'when a stated number of countries (or of countries and organisations) differs from the list that follows',
  *check({ reading: { attendance, text } }) {
    const { states, organisations, statedCountries, statedCountriesAndOrganisations } = attendance;
    if (statedCountries !== null && states.length > 0 && statedCountries !== states.length)
      yield {
        message: `The text states ${statedCountries} countries, but ${states.length} are listed. Correct the number or the list.`,
        span: spanOfList(states, text),
      };
    const both = states.length + organisations.length;
    if (statedCountriesAndOrganisations !== null && both > 0 && statedCountriesAndOrganisations !== both)
      yield {
        message: `The text states ${statedCountriesAndOrganisations} countries and organisations, but ${both} are listed (${states.length} countries and ${organisations.length} organisations). Correct the number or the list.`,
        span: spanOfList([...states, ...organisations], text),
      };
  },
};

export const attendanceDuplicate: LintRule = {
  code: 'attendance.duplicate',
  severity: 'warning',
  speaks: 'when a state or organisation stands twice in the list of those who took part',
  *check({ reading: { attendance } }) {
    for (const list of [attendance.states, attendance.organisations]) {
      const seen = new Map<string, NamedAt>();
      for (const item of list) {
        const key = item.party ?? item.asWritten.toLowerCase();
        const before = seen.get(key);
        if (before)
          yield {
            message: `“${item.asWritten}” is in the list twice${before.asWritten === item.asWritten ? '' : ` (also as “${before.asWritten}”)`}. Delete one.`,
            span: item.span,
          };
        else seen.set(key, item);
      }
    }
  },
};

/** Where a name may be filed: as printed, without its article, or by its own word ("Republic of Korea" under R or under K). */
function filedUnder({ asWritten }: NamedAt): string[] {
  const bare = asWritten.replace(/^the\s/i, '');
  const own = bare.replace(
    /^(?:former Yugoslav Republic of |Islamic Republic of |Republic of |Kingdom of |State of )/i,
    '',
  );
  return [own, bare, /^former Yugoslav/i.test(bare) ? `the ${bare}` : asWritten];
}

/** Speaks only of a list that is otherwise alphabetical (nine pairs of ten), so that a list in another order stays unremarked. */
export const attendanceOrder: LintRule = {
  code: 'attendance.order',
  severity: 'note',
  speaks: 'when one state breaks the alphabetical order that the rest of the list keeps',
  *check({ reading: { attendance } }) {
    const { states } = attendance;
    if (states.length < 6) return;
    const collator = new Intl.Collator('en');
    const breaks = states.flatMap((item, i) => {
      const before = states[i - 1];
      const fits = !before || filedUnder(before).some((a) => filedUnder(item).some((b) => collator.compare(a, b) <= 0));
      return fits ? [] : [{ before, item }];
    });
    if (breaks.length > Math.max(1, states.length / 10)) return;
    for (const { before, item } of breaks)
      yield {
        message: `“${item.asWritten}” stands after “${before.asWritten}”, against the alphabetical order of the list. Move it if the order is meant.`,
        span: item.span,
      };
  },
};

export const partyUnknown: LintRule = {
  code: 'party.unknown',
  severity: 'note',
  speaks: 'when a name in the list of those who took part is not in the register',
  *check({ reading: { attendance } }) {
    for (const item of [...attendance.states, ...attendance.organisations])
      if (item.party === null)
        yield {
          message: `“${item.asWritten}” is not a name the register knows. Choose the party it means, or add it.`,
          span: item.span,
        };
  },
};

/** A party is there when it is listed itself, or a part of it is, or what it is a part of: the Union through its Commission. */
function isListed(party: string, listedParties: ReadonlySet<string | null>): boolean {
  if (listedParties.has(party)) return true;
  const whole = parties().get(party)?.partOf;
  if (whole !== undefined && listedParties.has(whole)) return true;
  return [...listedParties].some((other) => other !== null && parties().get(other)?.partOf === party);
}

/** Whether a statement stands in an entry of a list of tasks, which names who is to do it, not who spoke. Asked in the order of the text. */
function taskEntries(outcomes: readonly ReadingOutcome[]): (at: number) => boolean {
  const entries = outcomes.filter(({ rule }) => /list$|\.table$/.test(rule)).map(({ span }) => span);
  let next = 0;
  return (at) => {
    while (next < entries.length && entries[next]![1] <= at) next += 1;
    return next < entries.length && entries[next]![0] <= at;
  };
}

function speakersNotListed({ reading: { attendance, statements, outcomes } }: LintContext): Notice[] {
  const listedParties = new Set([...attendance.states, ...attendance.organisations].map((item) => item.party));
  if (attendance.states.length < 3) return [];
  const reported = new Set<string>();
  const isTask = taskEntries(outcomes);
  return statements.flatMap((statement) => {
    const { party, asWritten } = statement.by;
    if (party === null || party.startsWith('body:') || isListed(party, listedParties) || reported.has(party)) return [];
    if (isTask(statement.span[0])) return [];
    reported.add(party);
    return [
      {
        message: `${asWritten} speaks, but is not in the list of those who took part. Add it to the list or correct the speaker.`,
        span: statement.span,
      },
    ];
  });
}

export const speakerNotListed: LintRule = {
  code: 'statement.not-listed',
  severity: 'warning',
  speaks: 'when somebody speaks who is not in the list of those who took part',
  check: speakersNotListed,
};

export const speakerNamed: LintRule = {
  code: 'chatham-house.speaker',
  severity: 'error',
  speaks: 'when a meeting under the Chatham House Rule has a report that names who said something',
  *check({ reading: { meeting, statements } }) {
    if (meeting.rule !== 'chatham-house') return;
    const seen = new Set<string>();
    for (const { by, span } of statements) {
      if (seen.has(by.asWritten)) continue;
      seen.add(by.asWritten);
      yield {
        message: `The meeting was held under the Chatham House Rule, but the report names ${by.asWritten} as a speaker. Write “a participant” instead, or say which part of the meeting the rule covers.`,
        span,
      };
    }
  },
};

/** Chatham House, 2002 wording: the identity of any other participant may not be revealed either. */
export const attendanceNamed: LintRule = {
  code: 'chatham-house.attendance',
  severity: 'warning',
  speaks: 'when a meeting under the Chatham House Rule has a report that lists who took part',
  *check({ reading: { meeting, attendance, text } }) {
    const all = [...attendance.states, ...attendance.organisations];
    if (meeting.rule === 'chatham-house' && all.length > 0)
      yield {
        message: `The Chatham House Rule protects who took part as well, but ${all.length} are listed (${listed(
          all.map((item) => item.asWritten),
          3,
        )}). Leave the list out, or say that the rule covers the discussion only.`,
        span: spanOfList(all, text),
      };
  },
};
