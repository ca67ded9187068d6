import * as m from '#messages';
import type { Locale } from '../../../kernel/language-map.ts';
import type { Delivery, NoticeKind } from '../kinds.ts';

type Said = (inputs?: object, options?: { locale?: Locale }) => string;

const kinds = {
  asked: m.notices_kind_asked,
  'update-asked': m.notices_kind_update_asked,
  'claim-waiting': m.notices_kind_claim_waiting,
  'claim-answered': m.notices_kind_claim_answered,
  due: m.notices_kind_due,
  overdue: m.notices_kind_overdue,
  silence: m.notices_kind_silence,
  'meeting-call': m.notices_kind_meeting_call,
  'meeting-change': m.notices_kind_meeting_change,
  'meeting-answer': m.notices_kind_meeting_answer,
  'plan-call': m.notices_kind_plan_call,
  'plan-deadline': m.notices_kind_plan_deadline,
  'comment-round': m.notices_kind_comment_round,
  'plan-endorsed': m.notices_kind_plan_endorsed,
  'report-draft': m.notices_kind_report_draft,
  report: m.notices_kind_report,
  tie: m.notices_kind_tie,
} as const satisfies Record<NoticeKind, Said>;

const ways = {
  'at-once': m.notices_at_once,
  daily: m.notices_daily,
  weekly: m.notices_weekly,
  none: m.notices_none,
} as const satisfies Record<Delivery, Said>;

/** What a kind of notice is called, in the language being spoken or in the one given. */
export const kindOfNotice = (kind: NoticeKind, locale?: Locale): string => kinds[kind]({}, locale ? { locale } : {});

export const deliveryName = (delivery: Delivery): string => ways[delivery]();
