import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { feedText } from '../../../../modules/calendar/index.ts';
import { calendarEntry } from '../../../../modules/calendar/server/index.ts';
import { entryKindName } from '../../../../modules/calendar/ui/words.ts';
import { meetingHead } from '../../../../modules/meetings/server/index.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { localised } from '../../../../ui/locales.ts';
import type { RequestHandler } from './$types';

/** The meeting for a calendar, as it stands; under the same identity as in the feeds and in the mails. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const entry = await locals.read(async (tx) => {
    const head = await meetingHead(tx, params.slug, locals.locale);
    return head && calendarEntry(tx, head.id, locals.locale);
  });
  if (!entry) error(404, m.error_not_found_title());
  const text = feedText([entry], {
    name: entry.title,
    origin: runtime().origin,
    outcomeKindName: entryKindName,
    link: (path) => localised(path, locals.locale),
  });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${params.slug}.ics"`,
    },
  });
};
