import type { ReportPage } from '../server/queries/report.ts';
import type { Rendition } from './rendition.ts';

/**
 * A rendition from what one asker was shown of a report: asked as nobody it is the public one. Confirmed outcomes alone: what a machine proposes does not leave the house.
 * @param origin public address of the installation.
 */
export function renditionOf(
  page: ReportPage,
  audience: Rendition['audience'],
  origin: string,
  language = 'en',
): Rendition {
  const { report, meeting, version } = page;
  const known = new Set(page.paragraphs.map(({ id }) => id));
  const party = ({ party: key, name }: { party: string | null; name: string }) => ({ key, name });
  return {
    slug: report.slug,
    origin,
    language,
    audience,
    version: version.n,
    issued: version.at.toISOString().slice(0, 10),
    meeting: {
      title: meeting.title,
      startDay: meeting.start_day,
      endDay: meeting.end_day,
      place: meeting.place,
      mode: meeting.mode,
      underRule: meeting.rule !== null,
      bodies: meeting.bodies.map(({ key, name }) => ({ key, name })),
    },
    attendance: page.attendance.map((one) => ({ ...party(one), kind: one.kind })),
    paragraphs: page.paragraphs.map(({ id, number, label, level, parent, text, start }) => {
      const words = withoutLabel(text, label);
      return { id, number, label, level, parent, text: words, start: start + text.length - words.length };
    }),
    outcomes: page.outcomes
      .filter(({ state }) => state === 'confirmed')
      .map(({ id, number, kind, start, end, text, by, to, goals, when }) => ({
        id,
        number,
        kind,
        start,
        end,
        text,
        by: by.map(party),
        to: to.map(party),
        goals,
        when: when === null ? null : { from: when.from, until: when.until },
      })),
    references: page.references.flatMap(({ target, start, end }) =>
      target !== null && known.has(target) ? [{ target, start, end }] : [],
    ),
  };
}

/** The text of a paragraph without its label and the space after it, where it begins with it. A label that print had lost is supplied. */
const withoutLabel = (text: string, label: string | null): string =>
  label !== null && text.startsWith(label) ? text.slice(label.length).trimStart() : text;
