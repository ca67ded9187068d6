import * as m from '#messages';
import { formatDay, formatDays, formatList, formatNumber } from '../ui/dates.ts';
import { isolated } from '../ui/links.ts';
import type { Locale } from '../ui/locales.ts';
import type { HeldMeeting } from './body-meetings.ts';
import type { Movement, StepTaken } from './moved-since.ts';
import type { StateOfPlay } from './state-of-play.ts';
import { nothingCame } from './taken-up.ts';

/** The parts of a state of play, as places on the page and in the document. */
export type PlayPart = 'agreed' | 'moved' | 'silent' | 'due' | 'requests' | 'offers' | 'wishes' | 'goals';

/** One sentence of the summary, with the part that tells it in full. */
export interface PlaySentence {
  text: string;
  part: PlayPart;
}

type Counted = (inputs: { count: number; number: string }, options: { locale: Locale }) => string;
const counted = (phrase: Counted, count: number, locale: Locale): string =>
  phrase({ count, number: formatNumber(count, locale) }, { locale });

/** The days and the place of a meeting in a few words. */
export const whereAndWhen = (meeting: Pick<HeldMeeting, 'day' | 'until' | 'place'>, locale: Locale): string =>
  [formatDays(meeting.day, meeting.until, locale), meeting.place && isolated(meeting.place)].filter(Boolean).join(', ');

/** The state of play in a few sentences, for somebody who opens a meeting in ten minutes. What there is nothing to say about is left out. */
export function sentencesOf(play: StateOfPlay, locale: Locale): PlaySentence[] {
  return [agreedSentence(play, locale), ...movedSentences(play, locale), ...openSentences(play, locale)].filter(
    (sentence) => sentence !== null,
  );
}

function agreedSentence(play: StateOfPlay, locale: Locale): PlaySentence {
  if (play.last === null) return { text: m.play_none_last({}, { locale }), part: 'agreed' };
  const where = whereAndWhen(play.last, locale);
  if (play.agreed.length === 0) return { text: m.play_s_agreed_none({ where }, { locale }), part: 'agreed' };
  const nothing = play.agreed.filter(({ became }) => nothingCame(became)).length;
  const text = m.play_s_agreed(
    {
      where,
      outcomes: counted(m.play_n_outcomes, play.agreed.length, locale),
      followed: formatNumber(play.agreed.length - nothing, locale),
      nothing: formatNumber(nothing, locale),
    },
    { locale },
  );
  return { text, part: 'agreed' };
}

function movedSentences(play: StateOfPlay, locale: Locale): (PlaySentence | null)[] {
  const { open, completed, other } = play.followed;
  const followed =
    open + completed === 0
      ? null
      : m.play_s_followed(
          {
            commitments: counted(m.play_n_commitments, open + completed + other, locale),
            open: formatNumber(open, locale),
            done: formatNumber(completed, locale),
          },
          { locale },
        );
  const day = play.since === null ? null : formatDay(play.since, locale);
  const list = movementsCounted(play.moved, locale);
  const moved =
    day === null
      ? null
      : list === ''
        ? m.play_s_not_moved({ day }, { locale })
        : m.play_s_moved({ day, list }, { locale });
  return [
    followed === null ? null : { text: followed, part: 'goals' },
    moved === null ? null : { text: moved, part: 'moved' },
  ];
}

function movementsCounted(moved: readonly Movement[], locale: Locale): string {
  const of = (which: (movement: Movement) => boolean) => moved.filter(which).length;
  const done = (one: Movement) => one.kind === 'step' && one.verb === 'confirmed';
  const counts: [Counted, number][] = [
    [m.play_n_progress, of(({ kind }) => kind === 'progress')],
    [m.play_n_activities, of(({ kind }) => kind === 'activity')],
    [m.play_n_completions, of(done)],
    [m.play_n_steps, of((one) => one.kind === 'step' && !done(one))],
  ];
  const said = counts.filter(([, count]) => count > 0).map(([phrase, count]) => counted(phrase, count, locale));
  return formatList(said, locale);
}

function openSentences(play: StateOfPlay, locale: Locale): (PlaySentence | null)[] {
  const longest = play.silent[0];
  const wish = play.wishes[0];
  const commitments = (count: number) => counted(m.play_n_commitments, count, locale);
  const due = {
    day: formatDay(play.dueUntil, locale),
    commitments: commitments(play.due.length),
  };
  const say = (part: PlayPart, text: string | null | undefined | false): PlaySentence | null =>
    text ? { part, text } : null;
  return [
    say(
      'silent',
      longest &&
        m.play_s_silent(
          {
            commitments: commitments(play.silent.length),
            day: formatDay(longest.heardOn ?? longest.raisedOn, locale),
            title: isolated(`C-${longest.number} ${longest.title}`),
          },
          { locale },
        ),
    ),
    say(
      'due',
      play.overdue.length > 0 && m.play_s_overdue({ commitments: commitments(play.overdue.length) }, { locale }),
    ),
    say('due', dueSentence(play, due, locale)),
    say(
      'requests',
      play.requests.length > 0 &&
        m.play_s_requests({ requests: counted(m.play_n_requests, play.requests.length, locale) }, { locale }),
    ),
    say(
      'offers',
      play.offers.length > 0 &&
        m.play_s_offers({ offers: counted(m.play_n_offers, play.offers.length, locale) }, { locale }),
    ),
    say(
      'wishes',
      wish &&
        m.play_s_wish(
          {
            times: counted(m.play_n_times, wish.times, locale),
            years: formatList(wish.years, locale),
            text: isolated(wish.sayings.at(-1)?.text ?? ''),
          },
          { locale },
        ),
    ),
  ];
}

function dueSentence(play: StateOfPlay, due: { day: string; commitments: string }, locale: Locale): string {
  if (play.due.length === 0) return m.play_s_due_none({ day: due.day }, { locale });
  return play.next ? m.play_s_due_next(due, { locale }) : m.play_s_due_until(due, { locale });
}

/** “nothing heard since 9 October 2019”. */
export const silenceOf = (line: { heardOn: string | null; raisedOn: string }, locale: Locale): string =>
  line.heardOn === null
    ? m.play_nothing_ever({ day: formatDay(line.raisedOn, locale) }, { locale })
    : m.play_nothing_since({ day: formatDay(line.heardOn, locale) }, { locale });

/** What a step was, with the owner who took it. */
export function stepOf(step: Pick<StepTaken, 'verb' | 'owner'>, locale: Locale): string {
  const owner = isolated(step.owner?.name ?? '');
  const say: Record<string, () => string> = {
    raised: () => m.play_step_raised({}, { locale }),
    'taken-on': () => m.play_step_taken_on({ owner }, { locale }),
    declined: () => m.play_step_declined({ owner }, { locale }),
    claimed: () => m.play_step_claimed({ owner }, { locale }),
    confirmed: () => m.play_step_confirmed({ owner }, { locale }),
    returned: () => m.play_step_returned({ owner }, { locale }),
    superseded: () => m.play_step_superseded({}, { locale }),
    withdrawn: () => m.play_step_withdrawn({}, { locale }),
    reopened: () => m.play_step_reopened({}, { locale }),
  };
  return say[step.verb]?.() ?? step.verb;
}

/** The steps taken, one line for each commitment that moved, in the order of their numbers; each step said once, the first one first. */
export function stepsByCommitment(
  moved: readonly Movement[],
  locale: Locale,
): { commitment: StepTaken['commitment']; steps: string[] }[] {
  const found = new Map<string, { commitment: StepTaken['commitment']; steps: string[] }>();
  for (const one of moved.toReversed()) {
    if (one.kind !== 'step') continue;
    const line = found.get(one.commitment.id) ?? { commitment: one.commitment, steps: [] };
    const said = stepOf(one, locale);
    if (!line.steps.includes(said)) line.steps.push(said);
    found.set(one.commitment.id, line);
  }
  return [...found.values()].toSorted((a, b) => a.commitment.number - b.commitment.number);
}
