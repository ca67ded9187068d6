import * as m from '#messages';
import { outcomeKindName } from '../../ui/kind-names.ts';
import { inLanguage } from '../../kernel/language-map.ts';
import type { Block, PrintedDocument, Text } from '../../kernel/server/documents/index.ts';
import { fateName } from '../../modules/goals/ui/words.ts';
import { fates } from '../../thread/fate.ts';
import type { YearReview } from '../../thread/year.ts';
import { formatDay, formatDays, formatNumber } from '../../ui/dates.ts';
import { localised, type Locale } from '../../ui/locales.ts';

/** Commitments of a list that are printed; the page names them all. */
const printed = 30;

/** The review of a year as a document for the briefing folder. @param today ISO day it speaks of. */
export function printedYear(review: YearReview, today: string, locale: Locale, origin: string): PrintedDocument {
  const to = (path: string) => new URL(localised(path, locale), origin).href;
  const number = (value: number) => formatNumber(value, locale);
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  const list = (items: Text[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }]);
  const none = (text: string): Block[] => [{ kind: 'paragraph', runs: [{ text, emphasis: true }] }];
  const counts = (head: string, rows: [Text, number][]): Block => ({
    kind: 'table',
    columns: [
      { head, width: 4 },
      { head: m.year_count(), align: 'end' },
    ],
    rows: rows.map(([what, count]) => [what, number(count)]),
  });
  const linked = (text: string, path: string): Text => [{ text, link: to(path) }];
  const commitments = ({ rows, total }: YearReview['kept'], said: (day: string) => string): Block[] => [
    ...list(
      rows
        .slice(0, printed)
        .map(({ number: n, title, day }) => [
          { text: `C-${n} `, strong: true },
          { text: title, link: to(`/commitments/C-${n}`) },
          { text: `, ${said(formatDay(day, locale))}` },
        ]),
    ),
    ...(total > printed ? none(m.year_more({ count: number(total - printed) })) : []),
  ];
  const year = String(review.year);
  return {
    title: m.year_title({ year }),
    issuer: m.app_name(),
    date: today,
    language: locale,
    facts: [{ label: m.year_as_of(), value: formatDay(today, locale) }],
    footer: m.year_title({ year }),
    blocks: [
      heading(m.year_met()),
      ...(review.meetings.length === 0 ? none(m.year_met_none()) : []),
      ...list(
        review.meetings.map((meeting) => [
          { text: meeting.title, link: to(`/reports/${meeting.slug}`) },
          {
            text: `, ${formatDays(meeting.start_day, meeting.end_day, locale)}${meeting.place ? `, ${meeting.place}` : ''}`,
          },
        ]),
      ),
      heading(m.year_agreed()),
      ...(review.agreed.length === 0
        ? none(m.year_agreed_none())
        : [
            counts(
              m.filter_kind(),
              review.agreed.map(({ kind, count }) => [
                linked(outcomeKindName(kind), `/outcomes?year=${year}&kind=${kind}&state=confirmed`),
                count,
              ]),
            ),
            counts(
              m.goals_became(),
              fates.map((fate) => [fateName(fate), review.became[fate]]),
            ),
          ]),
      ...(review.goals.length === 0
        ? []
        : [
            counts(
              m.loom_goal(),
              review.goals.map(({ generation, code, title, count }) => [
                linked(
                  `${code} ${inLanguage(title, locale).text}`,
                  `/outcomes?generation=${generation}&goal=${code}&year=${year}&state=confirmed`,
                ),
                count,
              ]),
            ),
          ]),
      heading(m.year_kept()),
      ...(review.kept.total === 0
        ? none(m.year_kept_none())
        : commitments(review.kept, (day) => m.year_kept_on({ day }))),
      heading(m.year_silent()),
      ...(review.silent.total === 0
        ? none(m.year_silent_none())
        : commitments(review.silent, (day) => m.goals_heard({ day }))),
      heading(m.year_offered()),
      ...(review.offers.length === 0
        ? none(m.year_offered_none())
        : [
            counts(
              m.loom_party(),
              review.offers.map(({ party, name, count }) => [
                linked(name, `/outcomes?year=${year}&kind=offer&party=${encodeURIComponent(party)}&state=confirmed`),
                count,
              ]),
            ),
          ]),
    ],
  };
}
