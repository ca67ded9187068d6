import { spanOf, type LintContext, type LintRule } from '../rule.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthPattern = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekdayPattern = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

interface Day {
  year: number;
  month: number;
  day: number;
}

/** Weekday of a day in the Gregorian calendar, 0 Sunday; `null` when there is no such day. */
function weekdayOf({ year, month, day }: Day): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getUTCDay() : null;
}

function dayFrom(groups: Record<string, string | undefined>, year: number): Day {
  const month = months.indexOf((groups['month'] ?? groups['month2'] ?? '').toLowerCase()) + 1;
  return { year, month, day: Number(groups['day'] ?? groups['day2']) };
}

const written = new RegExp(
  `\\b(?:(?<weekday>${weekdayPattern}),?\\s+(?:the\\s+)?)?(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${monthPattern})|(?<month2>${monthPattern})\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)(?:,?\\s+(?<year>(?:19|20)\\d\\d))?\\b`,
  'gi',
);

const dated = new WeakMap<object, readonly RegExpMatchArray[]>();

/** Tells most paragraphs sooner. */
const monthNamed = new RegExp(monthPattern, 'i');

/** The days that a reading names, with their places in its text; two rules look at them. */
function daysIn(reading: LintContext['reading']): readonly RegExpMatchArray[] {
  const known = dated.get(reading);
  if (known) return known;
  const days: RegExpMatchArray[] = [];
  for (const { text, span } of reading.paragraphs) {
    if (!monthNamed.test(text)) continue;
    for (const match of text.matchAll(written)) {
      match.index += span[0];
      days.push(match);
    }
  }
  dated.set(reading, days);
  return days;
}

export const weekday: LintRule = {
  code: 'date.weekday',
  severity: 'error',
  speaks: 'when the weekday does not belong to the date beside it',
  *check({ reading }) {
    const { meeting } = reading;
    for (const match of daysIn(reading)) {
      const groups = match.groups!;
      const year = Number(groups['year'] ?? meeting.startDate?.slice(0, 4) ?? 0);
      if (!groups['weekday'] || !year) continue;
      const right = weekdayOf(dayFrom(groups, year));
      // Without a year of its own the date may belong to the next year: only a date that fits neither is spoken of.
      const next = groups['year'] ? right : weekdayOf(dayFrom(groups, year + 1));
      const said = weekdays.indexOf(groups['weekday'].toLowerCase());
      if (right === null || said === right || said === next) continue;
      const name = weekdays[right]!;
      yield {
        message: `${match[0]}${groups['year'] ? '' : ` ${year}`} was a ${name[0]!.toUpperCase()}${name.slice(1)}. Correct the day or the date.`,
        span: spanOf(match, 0),
      };
    }
  },
};

export const impossibleDate: LintRule = {
  code: 'date.impossible',
  severity: 'error',
  speaks: 'when a date does not exist in the calendar',
  *check({ reading }) {
    const { meeting } = reading;
    for (const match of daysIn(reading)) {
      const year = Number(match.groups!['year'] ?? meeting.startDate?.slice(0, 4) ?? 2000);
      if (weekdayOf(dayFrom(match.groups!, year)) === null)
        yield { message: `There is no ${match[0]}. Correct the date.`, span: spanOf(match, 0) };
    }
  },
};

const place = /\b(?:held|met|gathered|convened|took place|organi[sz]ed|arranged)\b/i;
const range = new RegExp(
  `\\b(?<first>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|–|—|to|and|&)\\s*(?<last>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthPattern}\\b`,
  'gi',
);

export const rangeOrder: LintRule = {
  code: 'date.range',
  severity: 'error',
  speaks: 'when a range of days ends before it begins',
  *check({ reading: { text } }) {
    for (const match of text.matchAll(range)) {
      const { first, last } = match.groups!;
      if (Number(first) > Number(last) && Number(first) <= 31)
        yield { message: `“${match[0]}” ends before it begins. Correct the days.`, span: spanOf(match, 0) };
    }
  },
};

/**
 * The running text wins over the page header; the contradiction is listed. A head that gives the days of the meeting as well
 * agrees with the text: its further, later date is the day the paper was issued.
 */
export const headerDate: LintRule = {
  code: 'date.header',
  severity: 'warning',
  speaks: 'when the head of the report and its text give the meeting different dates',
  *check({ reading: { text, meeting, paragraphs } }) {
    const bodyStart = paragraphs.find((paragraph) => paragraph.label !== null)?.span[0] ?? paragraphs[0]?.span[0] ?? 0;
    if (meeting.startDate === null) return;
    const head = text.slice(0, bodyStart);
    const start = new Date(`${meeting.startDate}T00:00:00Z`).getTime();
    const end = new Date(`${meeting.endDate ?? meeting.startDate}T00:00:00Z`).getTime();
    const dated = [...head.matchAll(written)].flatMap((match) => {
      const year = Number(match.groups!['year'] ?? 0);
      const { month, day } = dayFrom(match.groups!, year);
      return year ? [{ match, at: Date.UTC(year, month - 1, day) }] : [];
    });
    const agrees = dated.some(({ at }) => at >= start && at <= end);
    for (const { match, at } of dated) {
      if (agrees && at > end) continue;
      const days = Math.min(Math.abs(at - start), Math.abs(at - end)) / 86_400_000;
      const line = head.slice(head.lastIndexOf('\n', match.index) + 1, match.index);
      if (
        (at < start || at > end) &&
        days <= 400 &&
        !/(?:published|issued|circulated|version|printed|updated|dated)/i.test(line)
      )
        yield {
          message: `The head of the report says ${match[0]}, but by its text the meeting was on ${meeting.startDate}${meeting.endDate && meeting.endDate !== meeting.startDate ? ` to ${meeting.endDate}` : ''}. Make them agree.`,
          span: spanOf(match, 0),
        };
    }
  },
};

export const placeMode: LintRule = {
  code: 'place.mode',
  severity: 'warning',
  speaks: 'when a place is printed over a meeting that was held online',
  *check({ reading: { text, meeting } }) {
    if (meeting.mode !== 'online' || !meeting.place || /^(?:online|virtual)/i.test(meeting.place)) return;
    const at = Math.max(0, text.indexOf(meeting.place));
    const says = /\b(?:virtual(?:ly)?|online|by video ?conference|via (?:zoom|webex|teams))\b/i.exec(text);
    if (!says || !place.test(text)) return;
    yield {
      message: `The report is dated ${meeting.place}, but the text says that the meeting was held ${says[0].toLowerCase()}. Drop the place or call it the seat of the host.`,
      span: [at, at + meeting.place.length],
    };
  },
};

export const noDate: LintRule = {
  code: 'meeting.no-date',
  severity: 'warning',
  speaks: 'when the report does not say when the meeting was',
  *check({ reading: { text, meeting } }) {
    if (meeting.startDate === null)
      yield {
        message: 'The report does not say on which day the meeting took place. Put the date under the title.',
        span: [0, Math.min(60, text.length)],
      };
  },
};

export const noTitle: LintRule = {
  code: 'meeting.no-title',
  severity: 'warning',
  speaks: 'when no title of the meeting can be found',
  *check({ reading: { text, meeting } }) {
    if (meeting.title === null)
      yield {
        message: 'The report has no title that names the meeting. Put one at the top.',
        span: [0, Math.min(60, text.length)],
      };
  },
};
