import * as m from '#messages';
import { outcomeKindName } from '../ui/kind-names.ts';
import type { Language } from '../kernel/language-map.ts';
import type { Block, PrintedDocument, Run, Text } from '../kernel/server/documents/index.ts';
import { formatDay, formatDays, formatList, formatNumber } from '../ui/dates.ts';
import { isolated } from '../ui/links.ts';
import type { Locale } from '../ui/locales.ts';
import { commitmentPath } from '../modules/followup/index.ts';
import { at, commitmentTable, goalTable, type Place } from './document-tables.ts';
import type { Movement } from './moved-since.ts';
import { sentencesOf, stepsByCommitment, whereAndWhen } from './state-of-play-words.ts';
import type { SaidOutcome, StateOfPlay } from './state-of-play.ts';
import { nothingCame } from './taken-up.ts';
import { laterWord } from './ui/words.ts';

/**
 * The state of play for a briefing folder: a page of sentences, then the parts. Links lead to the pages of the installation; sentences of records stay in their language.
 * It holds what `play` holds and nothing else; the names in its properties are the application's and the body's.
 * @param origin `https://redthread.example.org`
 */
export function stateOfPlayDocument(play: StateOfPlay, locale: Locale, origin: string): PrintedDocument {
  const place: Place = { origin, locale };
  const none = (text: string): Block[] => [{ kind: 'paragraph', runs: [{ text, emphasis: true }] }];
  const since = play.since === null ? null : formatDay(play.since, locale);
  const part = (id: string, title: string, blocks: Block[], empty: string): Block[] => [
    { kind: 'heading', level: 1, text: title, id },
    ...(blocks.length > 0 ? blocks : none(empty)),
  ];
  return {
    title: m.play_title({}, { locale }),
    subtitle: `${play.body.name} · ${m.play_as_of({ day: formatDay(play.on, locale) }, { locale })}`,
    issuer: m.app_name({}, { locale }),
    date: play.on,
    language: locale,
    facts: factsOf(play, place),
    footer: `${m.play_title_of({ body: play.body.name }, { locale })}, ${formatDay(play.on, locale)}`,
    blocks: [
      { kind: 'heading', level: 1, text: m.play_in_short({}, { locale }) },
      {
        kind: 'list',
        ordered: false,
        items: sentencesOf(play, locale).map(({ text }) => text),
      },
      { kind: 'pageBreak' },
      ...part(
        'agreed',
        m.play_agreed({}, { locale }),
        saidBlocks(play.agreed, place, true),
        play.last ? m.play_none_agreed({}, { locale }) : m.play_none_last({}, { locale }),
      ),
      ...part(
        'moved',
        since === null ? m.play_moved_ever({}, { locale }) : m.play_moved({ day: since }, { locale }),
        movedBlocks(play, place),
        m.play_none_moved({}, { locale }),
      ),
      ...part(
        'silent',
        m.play_silent({}, { locale }),
        commitmentTable(play.silent, play.on, place),
        m.play_none_silent({}, { locale }),
      ),
      ...part(
        'due',
        play.next
          ? m.play_due({}, { locale })
          : m.play_due_until({ day: formatDay(play.dueUntil, locale) }, { locale }),
        commitmentTable([...play.overdue, ...play.due], play.on, place),
        m.play_none_due({}, { locale }),
      ),
      ...part(
        'requests',
        m.play_requests({}, { locale }),
        saidBlocks(play.requests, place),
        m.play_none_requests({}, { locale }),
      ),
      ...questionBlocks(play, place),
      ...part(
        'offers',
        m.play_offers({}, { locale }),
        saidBlocks(play.offers, place),
        m.play_none_offers({}, { locale }),
      ),
      ...part('wishes', m.play_wishes({}, { locale }), wishBlocks(play, place), m.play_none_wishes({}, { locale })),
      ...part('goals', m.play_by_goal({}, { locale }), goalTable(play, locale), m.play_b_none_open({}, { locale })),
    ],
  };
}

function factsOf(play: StateOfPlay, place: Place): { label: string; value: Text }[] {
  const { locale } = place;
  const last: Text = play.last
    ? [
        { text: isolated(play.last.title), language: 'en', link: at(place, `/reports/${play.last.slug}`) },
        { text: `, ${whereAndWhen(play.last, locale)}` },
      ]
    : m.play_none_last({}, { locale });
  const next: Text = play.next
    ? [
        { text: isolated(play.next.title), language: play.next.language as Language },
        { text: `, ${formatDays(play.next.from, play.next.until, locale)}` },
      ]
    : m.play_next_unknown({}, { locale });
  return [
    { label: m.play_last_meeting({}, { locale }), value: last },
    { label: m.play_next_meeting({}, { locale }), value: next },
  ];
}

/** Sentences of records as quotes, each with where it stands and, where wanted, what became of it. */
function saidBlocks(said: readonly SaidOutcome[], place: Place, became = false): Block[] {
  const { locale } = place;
  return said.map(({ outcome, became: of }): Block => {
    const by =
      outcome.report.rule === null
        ? formatList(
            outcome.by.map(({ name }) => name),
            locale,
          )
        : m.play_of_chatham({}, { locale });
    const head = [outcomeKindName(outcome.kind), by].filter(Boolean).join(', ');
    const where: Run[] = became
      ? []
      : [
          { text: ` · ${outcome.report.title}`, language: 'en' },
          { text: outcome.report.start_day ? `, ${formatDay(outcome.report.start_day, locale)}` : '' },
        ];
    return {
      kind: 'quote',
      runs: [{ text: outcome.text, language: 'en' as Language }],
      source: [
        { text: head, strong: true, link: at(place, `/outcomes/${outcome.id}`) },
        ...where,
        ...(became ? becameRuns(of, place) : []),
      ],
    };
  });
}

function becameRuns(became: SaidOutcome['became'], place: Place): Run[] {
  const { locale } = place;
  if (nothingCame(became)) return [{ text: ` · ${m.play_nothing_yet({}, { locale })}`, emphasis: true }];
  const followed = formatList(
    became.commitments.map(({ number }) => `C-${number}`),
    locale,
  );
  return [
    ...(became.commitments.length > 0
      ? [{ text: ` · ${m.play_followed_as({ commitments: followed }, { locale })}` }]
      : []),
    ...became.later.map(({ id, kind, day }): Run => ({
      text: ` · ${laterWord(kind)}${day === null ? '' : `, ${formatDay(day, locale)}`}`,
      link: at(place, `/outcomes/${id}`),
    })),
  ];
}

type Knot = Extract<Block, { kind: 'thread' }>['knots'][number];

function movedBlocks({ moved }: StateOfPlay, place: Place): Block[] {
  const done = moved.filter((one) => one.kind !== 'step');
  const steps = stepsByCommitment(moved, place.locale);
  const lines = steps.map(({ commitment, steps: said }): Text => [
    { text: `C-${commitment.number} `, link: at(place, commitmentPath(commitment.number)) },
    { text: commitment.title, language: commitment.language as Language },
    { text: ` · ${said.join(' · ')}` },
  ]);
  return [
    ...(done.length > 0 ? [{ kind: 'thread', knots: done.map((one) => knotOf(one, place)) } as const] : []),
    ...(lines.length > 0
      ? [
          { kind: 'heading', level: 2, text: m.play_steps({}, { locale: place.locale }) } as const,
          { kind: 'list', ordered: false, items: lines } as const,
        ]
      : []),
  ];
}

function knotOf(one: Exclude<Movement, { kind: 'step' }>, place: Place): Knot {
  const { locale } = place;
  const date = formatDay(one.day, locale);
  if (one.kind === 'activity') {
    const served = one.commitments.map(({ number }) => `C-${number}`);
    return {
      date,
      mark: 'step',
      title: `A-${one.number} ${one.title}`,
      runs: [m.play_held({}, { locale }), one.place, formatList(served, locale)].filter(Boolean).join(' · '),
    };
  }
  const title = `C-${one.commitment.number} ${one.commitment.title}`;
  const who = one.owner ? `${m.play_reported({ owner: one.owner.name }, { locale })}: ` : '';
  return {
    date,
    mark: 'step',
    title,
    runs: [
      { text: who },
      { text: one.text, language: one.language as Language },
      ...one.evidence.map(({ title: name, href }): Run => ({
        text: ` · ${m.play_evidence({}, { locale })}: ${name}`,
        link: href.startsWith('/') ? at(place, href) : href,
      })),
    ],
  };
}

function questionBlocks(play: StateOfPlay, { locale }: Place): Block[] {
  if (play.questions.length === 0) return [];
  const items = play.questions.map(({ commitment, owner, askedOn }): Text => [
    { text: `C-${commitment.number} ` },
    { text: commitment.title, language: commitment.language as Language },
    {
      text: [owner ? ` · ${owner.name}` : '', m.play_asked_on({ day: formatDay(askedOn, locale) }, { locale })]
        .filter(Boolean)
        .join(', '),
    },
  ]);
  return [
    { kind: 'heading', level: 2, text: m.play_questions({}, { locale }) },
    { kind: 'list', ordered: false, items },
  ];
}

function wishBlocks(play: StateOfPlay, place: Place): Block[] {
  const { locale } = place;
  return play.wishes.flatMap((wish): Block[] => {
    const times = m.play_n_times({ count: wish.times, number: formatNumber(wish.times, locale) }, { locale });
    return [
      { kind: 'heading', level: 2, text: `${times}: ${formatList(wish.years, locale)}` },
      {
        kind: 'thread',
        knots: wish.sayings.map((saying) => ({
          date: saying.day === null ? '' : formatDay(saying.day, locale),
          title: saying.title,
          mark: 'outcome',
          runs: [{ text: saying.text, language: 'en' }],
        })),
      },
    ];
  });
}
