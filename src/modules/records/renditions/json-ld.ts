import type { Rendition } from './rendition.ts';

const modes: Readonly<Record<string, string>> = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
};

/** What an outcome is, in the words of schema.org where it has one. */
const outcomeType = (kind: string): string => (kind === 'recommendation' ? 'Recommendation' : 'Action');

/**
 * The report as JSON-LD 1.1 in the vocabulary of schema.org: a `Report` about an `Event`, its paragraphs and outcomes as parts with permanent addresses.
 * Terms that schema.org does not have are in our own namespace, `rt`.
 */
export function toJsonLd(rendition: Rendition): Record<string, unknown> {
  const { origin, slug, meeting, language, issued, version } = rendition;
  const page = `${origin}/reports/${slug}`;
  const organisation = ({ key, name }: { key: string | null; name: string }, kind?: string) => ({
    '@type': kind === 'state' ? 'Country' : 'Organization',
    ...(key === null ? {} : { '@id': `${origin}/register/parties/${encodeURIComponent(key)}` }),
    name,
  });
  return {
    '@context': { '@vocab': 'https://schema.org/', rt: 'https://redthread.example/ns/record#' },
    '@type': 'Report',
    '@id': page,
    name: meeting.title,
    inLanguage: language,
    datePublished: issued,
    version: String(version),
    about: {
      '@type': 'Event',
      '@id': `${page}#meeting`,
      name: meeting.title,
      ...(meeting.startDay === null
        ? {}
        : { startDate: meeting.startDay, endDate: meeting.endDay ?? meeting.startDay }),
      ...(meeting.place === null ? {} : { location: { '@type': 'Place', name: meeting.place } }),
      ...(modes[meeting.mode ?? ''] === undefined ? {} : { eventAttendanceMode: { '@id': modes[meeting.mode!] } }),
      organizer: meeting.bodies.map(({ key, name }) => ({
        '@type': 'Organization',
        '@id': `${origin}/bodies/${encodeURIComponent(key)}`,
        name,
      })),
      attendee: rendition.attendance.map((one) => organisation(one, one.kind)),
    },
    hasPart: [
      ...rendition.paragraphs.map((paragraph) => ({
        '@type': 'CreativeWork',
        '@id': `${page}#p${paragraph.number}`,
        ...(paragraph.label === null ? {} : { position: paragraph.label }),
        text: paragraph.text,
      })),
      ...rendition.outcomes.map((outcome) => ({
        '@type': outcomeType(outcome.kind),
        '@id': `${origin}/outcomes/${outcome.id}`,
        'rt:kind': outcome.kind,
        'rt:number': outcome.number,
        description: outcome.text,
        'rt:by': outcome.by.map((one) => organisation(one)),
        'rt:to': outcome.to.map((one) => organisation(one)),
        ...(outcome.when === null ? {} : { 'rt:from': outcome.when.from, 'rt:until': outcome.when.until }),
      })),
    ],
  };
}
