import * as m from '#messages';
import type { Locale } from '../../../kernel/language-map.ts';
import { bodiesOf, oneLine, type Block } from '../../../kernel/server/mail/layout.ts';
import type { Letter, NoticeMail } from '../../../kernel/server/mail/letter.ts';
import type { Content, Sentence } from '../content.ts';
import { noticeKinds } from '../kinds.ts';
import { kindOfNotice } from '../ui/words.ts';

type Says = (inputs: { title: string; who: string }, options: { locale: Locale }) => string;

const says: Record<Sentence, Says> = {
  asked: m.notices_say_asked,
  'update-asked': m.notices_say_update_asked,
  'claim-waiting': m.notices_say_claim_waiting,
  'claim-confirmed': m.notices_say_claim_confirmed,
  'claim-returned': m.notices_say_claim_returned,
  due: m.notices_say_due,
  overdue: m.notices_say_overdue,
  silence: m.notices_say_silence,
  'meeting-date': m.notices_say_meeting_date,
  'meeting-invited': m.notices_say_meeting_invited,
  'meeting-changed': m.notices_say_meeting_changed,
  'meeting-withdrawn': m.notices_say_meeting_withdrawn,
  'meeting-cancelled': m.notices_say_meeting_cancelled,
  'meeting-answer': m.notices_say_meeting_answer,
  'meeting-answer-late': m.notices_say_meeting_answer_late,
  'plan-call': m.notices_say_plan_call,
  'plan-deadline': m.notices_say_plan_deadline,
  'plan-late': m.notices_say_plan_late,
  'comment-round': m.notices_say_comment_round,
  'plan-endorsed': m.notices_say_plan_endorsed,
  'draft-circulated': m.notices_say_draft_circulated,
  'draft-silence': m.notices_say_draft_silence,
  'draft-broken': m.notices_say_draft_broken,
  'draft-adopted': m.notices_say_draft_adopted,
  'report-checked': m.notices_say_report_checked,
  'report-published': m.notices_say_report_published,
  tie: m.notices_say_tie,
};

type Dates = (inputs: { day: string }, options: { locale: Locale }) => string;
const dated: Partial<Record<Sentence, Dates>> = {
  overdue: m.notices_was_due,
  'meeting-answer-late': m.notices_was_due,
  'meeting-date': m.notices_on,
  'meeting-changed': m.notices_on,
  'plan-late': m.notices_was_due,
  silence: m.notices_heard,
  'plan-endorsed': m.notices_on,
  'report-checked': m.notices_on,
  'report-published': m.notices_on,
};

/** What a letter of notices is made of besides its contents. */
export interface Surroundings {
  mail: NoticeMail;
  locale: Locale;
  /** Absolute address of a page in the language of the person. */
  address: (path: string) => string;
  /** Absolute address that ends such mails. */
  ending: string;
  formatDay: (day: string, locale: Locale) => string;
}

/** A text of unknown direction, isolated where the mail runs from right to left. */
const isolated = (text: string, locale: Locale): string =>
  locale === 'ar' ? `\u2068${oneLine(text)}\u2069` : oneLine(text);

const said = ({ sentence, title, who }: Content, locale: Locale): string =>
  says[sentence]({ title: isolated(title, locale), who: isolated(who ?? '', locale) }, { locale });

function sentenceOf(content: Content, { locale, formatDay }: Surroundings): string {
  const { sentence, day } = content;
  if (day === null) return said(content, locale);
  return `${said(content, locale)} ${(dated[sentence] ?? m.notices_by)({ day: formatDay(day, locale) }, { locale })}`;
}

function ends(digest: boolean, { locale, address, ending }: Surroundings): Block[] {
  const end = digest ? m.notices_end_digest : m.notices_end_kind;
  return [
    {
      kind: 'small',
      text: m.notices_why({}, { locale }),
      link: m.notices_change({}, { locale }),
      url: address('/account#mails'),
    },
    { kind: 'small', text: end({}, { locale }), link: m.notices_end_link({}, { locale }), url: ending },
  ];
}

/** A mail about one thing, or a digest of several under the names of their kinds. `contents` is never empty. */
export function noticeLetter(contents: readonly Content[], around: Surroundings): Letter {
  const { mail, locale, address, ending } = around;
  const greeting: Block = { kind: 'paragraph', text: oneLine(m.notices_greeting({ name: mail.to.name }, { locale })) };
  const digest = mail.template === 'digest';
  const [first] = contents;
  const subject =
    digest || !first
      ? m.notices_digest_subject({ count: contents.length }, { locale })
      : said(first, locale).replace(/[.]$/, '');
  const blocks: Block[] = digest
    ? [
        greeting,
        { kind: 'paragraph', text: m.notices_digest_intro({}, { locale }) },
        ...noticeKinds.flatMap((kind): Block[] => {
          const of = contents.filter((content) => content.kind === kind);
          if (of.length === 0) return [];
          const items = of.map((content): Block => ({
            kind: 'item',
            text: sentenceOf(content, around),
            url: address(content.path),
          }));
          return [{ kind: 'heading', text: kindOfNotice(kind, locale) }, ...items];
        }),
      ]
    : [
        greeting,
        ...contents.flatMap((content): Block[] => [
          { kind: 'paragraph', text: sentenceOf(content, around) },
          { kind: 'button', text: m.notices_open({}, { locale }), url: address(content.path) },
        ]),
      ];
  return {
    id: mail.id,
    to: mail.to,
    subject,
    unsubscribe: ending,
    ...bodiesOf(locale, subject, [...blocks, ...ends(digest, around)]),
  };
}
