/** What a person can be told of, in the order in which it is listed. */
export const noticeKinds = [
  'asked',
  'update-asked',
  'claim-waiting',
  'claim-answered',
  'due',
  'overdue',
  'silence',
  'meeting-call',
  'meeting-change',
  'meeting-answer',
  'plan-call',
  'plan-deadline',
  'comment-round',
  'plan-endorsed',
  'report-draft',
  'report',
  'tie',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const deliveries = ['at-once', 'daily', 'weekly', 'none'] as const;
export type Delivery = (typeof deliveries)[number];

/** How a person is told who has chosen nothing: at once where somebody waits for an answer, else with the next digest. */
export const usualDelivery: Readonly<Record<NoticeKind, Delivery>> = {
  asked: 'at-once',
  'update-asked': 'at-once',
  'claim-waiting': 'daily',
  'claim-answered': 'at-once',
  due: 'daily',
  overdue: 'daily',
  silence: 'weekly',
  'meeting-call': 'at-once',
  'meeting-change': 'at-once',
  'meeting-answer': 'at-once',
  'plan-call': 'at-once',
  'plan-deadline': 'at-once',
  'comment-round': 'at-once',
  'plan-endorsed': 'daily',
  'report-draft': 'at-once',
  report: 'weekly',
  tie: 'weekly',
};

/** What a mail can be about when somebody ends it with one click: one kind, or everything that comes in digests. */
export type Ended = NoticeKind | 'digest';
export const isEnded = (text: string): text is Ended =>
  text === 'digest' || (noticeKinds as readonly string[]).includes(text);
