import { createHash } from 'node:crypto';
import * as m from '#messages';
import type { Tx } from '../../kernel/action.ts';
import { runtime } from '../../kernel/server/runtime.ts';
import { feedText, inFeed, monthsBack } from '../../modules/calendar/index.ts';
import { entryFilter } from '../../modules/calendar/forms.ts';
import { calendarEntries } from '../../modules/calendar/server/index.ts';
import { entryKindName } from '../../modules/calendar/ui/words.ts';

import { localised, type Locale } from '../../ui/locales.ts';
import { speak } from '../../ui/server/speak.ts';

/** First day that a feed reads, a month before what it may hold: an entry is taken by its last day. */
const readFrom = (at: Date): string =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - monthsBack - 1, 1)).toISOString().slice(0, 10);

/**
 * A feed as an answer: what `read` lets see, with the filters of a query, in a language. The entity tag is of the text, so that a
 * calendar that asks again for the same gets 304.
 */
export async function feedAnswer(
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  query: URLSearchParams,
  locale: Locale,
): Promise<Response> {
  const at = new Date();
  const filter = entryFilter.parse(Object.fromEntries(query));
  const entries = await read((tx) => calendarEntries(tx, filter, { from: readFrom(at), until: null }, locale));
  const text = speak(locale, () =>
    feedText(inFeed(entries, at), {
      name: m.calendar_feed_calendar(),
      origin: runtime().origin,
      outcomeKindName: entryKindName,
      link: (path) => localised(path, locale),
    }),
  );
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="redthread.ics"',
      etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`,
      'x-robots-tag': 'noindex',
    },
  });
}
