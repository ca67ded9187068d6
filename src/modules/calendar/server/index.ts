// Door 2 of the calendar: what pages and the thread read. Writes are actions, found in `actions/`.
export {
  calendarChoices,
  calendarEntries,
  calendarEntry,
  mostEntries,
  type CalendarChoices,
} from './queries/entries.ts';
export { feedBy, myFeeds, type FeedRow } from './queries/feeds.ts';
