import { firstWeekday, lastDay, rangeOfGrid, shiftedMonth } from '../../modules/calendar/index.ts';
import { calendarPage } from '../../modules/calendar/forms.ts';
import { calendarChoices, calendarEntries, mostEntries } from '../../modules/calendar/server/index.ts';

import { languageTag } from '../../ui/dates.ts';
import type { PageServerLoad } from './$types';

/** Months that a list reaches. */
const monthsListed = 12;

export const load: PageServerLoad = ({ locals, url }) => {
  const { view, month: asked, ...filter } = calendarPage.parse(Object.fromEntries(url.searchParams));
  const today = new Date().toISOString().slice(0, 10);
  const month = asked ?? today.slice(0, 7);
  const first = firstWeekday(languageTag(locals.locale));
  const year = month.slice(0, 4);
  const range = {
    month: rangeOfGrid(month, first),
    list: { from: asked === null ? today : `${month}-01`, until: lastDay(shiftedMonth(month, monthsListed - 1)) },
    year: { from: `${year}-01-01`, until: `${year}-12-31` },
  }[view];
  return locals.read(async (tx) => {
    const entries = await calendarEntries(tx, filter, range, locals.locale);
    return {
      view,
      month,
      filter,
      today,
      first,
      from: range.from,
      entries,
      /** A step earlier and later in this view. */
      steps: view === 'month' ? 1 : 12,
      most: entries.length >= mostEntries ? mostEntries : null,
      choices: await calendarChoices(tx, locals.locale),
    };
  });
};
