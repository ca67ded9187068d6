import * as m from '#messages';
import { locales, type LanguageMap, type Locale } from '../../../kernel/language-map.ts';
import type { SessionTitle } from '../template.ts';

type Said = (inputs: object, options: { locale: Locale }) => string;

const said: Record<SessionTitle | 'questions-of-break-outs', Said> = {
  opening: m.meetings_title_opening,
  'follow-up': m.meetings_title_follow_up,
  'tour-de-table': m.meetings_title_tour,
  discussion: m.meetings_title_discussion,
  'break-outs': m.meetings_title_break_outs,
  'reports-of-break-outs': m.meetings_title_reports,
  plan: m.meetings_title_plan,
  decisions: m.meetings_title_decisions,
  ministers: m.meetings_title_ministers,
  closing: m.meetings_title_closing,
  'questions-of-break-outs': m.meetings_questions_break_out,
};

/** A text that templates give, in every language of the interface. */
export const titleIn = (title: keyof typeof said): LanguageMap =>
  Object.fromEntries(locales.map((locale) => [locale, said[title]({}, { locale })]));
