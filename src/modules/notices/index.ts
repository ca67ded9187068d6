// Door 1 of notices: kinds, when something is due, when a mail goes out.
export {
  deliveries,
  isEnded,
  noticeKinds,
  usualDelivery,
  type Delivery,
  type Ended,
  type NoticeKind,
} from './kinds.ts';
export { remindersDue, type Deadline, type Event, type Facts, type Owed, type Reminder } from './reminders.ts';
export { sentences, type Content, type ForCalendar, type Sentence } from './content.ts';
export { deliverAt, isZone } from './timing.ts';
export { usualZone } from './zones.ts';
