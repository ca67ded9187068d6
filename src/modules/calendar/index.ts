// Door 1 of the calendar: types and pure rules.
export { entryKinds, inOrder, isOff, type CalendarEntry, type EntryKind, type EntryState, type When } from './entry.ts';
export { cancelledDays, feedText, inFeed, monthsBack, refreshHours, type FeedFrame } from './feed.ts';
export { byMonth, firstWeekday, lastDay, monthOf, rangeOfGrid, shiftedMonth, type Day, type Month } from './grid.ts';
export { invitationText, type InvitationEvent, type InvitationMethod, type Mailbox } from './itip.ts';
