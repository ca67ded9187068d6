import type { Reading } from '../../../reader/reading.ts';
import { prepare, type Prepared } from './suggest.ts';

/**
 * The outcomes of a reading, ready for comparison with those of other readings.
 * @param report name that tells the reports apart; ids are `<report>#<n>`.
 */
export function saidIn(reading: Reading, report: string): Prepared[] {
  const day = reading.meeting.endDate ?? reading.meeting.startDate;
  return reading.outcomes.map((outcome, ordinal) =>
    prepare({
      id: `${report}#${ordinal + 1}`,
      kind: outcome.kind,
      text: outcome.text,
      context: titleOver(reading, outcome.paragraph),
      day,
      report,
      ordinal,
      by: outcome.by.map(({ party, asWritten }) => party ?? asWritten),
      goals: outcome.goals.map((number) => `${generationOn(day)}:${number}`),
    }),
  );
}

/** The goals' generation in force on a day: declarations of April 2013, of February 2019 and of the autumn of 2024. */
const generationOn = (day: string | null): string =>
  day === null
    ? ''
    : day < '2013-04-19'
      ? 'before'
      : day < '2019-02-19'
        ? '2013'
        : day < '2024-10-01'
          ? '2019'
          : '2024';

/** Title of the session a paragraph belongs to, without who moderated it: that names a person's task, not an object. */
function titleOver(reading: Reading, paragraph: string | null): string {
  if (paragraph === null) return '';
  const top = `p${paragraph.split('.')[0]}`;
  const session = reading.sessions.find(({ paragraphs }) => paragraphs.includes(top));
  return session?.title.replace(/\b(?:co-)?(?:moderated|chaired|led|facilitated)\s+by\b.*$/i, '') ?? '';
}
