import * as m from '#messages';
import type { Knot as PrintedKnot, PrintedDocument, Run } from '../../kernel/server/documents/document.ts';
import type { Language } from '../../kernel/language-map.ts';
import { formatDay, formatDays, formatList, formatNumber } from '../../ui/dates.ts';
import { localised, type Locale } from '../../ui/locales.ts';
import { tieKindName } from '../../modules/followup/ui/tie-words.ts';
import type { Branch, Knot, Trace } from '../trace.ts';
import { shortened } from '../trace/shorten.ts';
import { knotDays, knotName, silenceSince } from './trace-words.ts';

/**
 * A thread as a printed document for a briefing folder: what it is about, since when it has been silent, and the line with every sentence.
 * @param origin address of the installation, for the links back to the text.
 */
export function printedTrace(trace: Trace, locale: Locale, origin: string): PrintedDocument {
  const one = trace.branches.length === 1 ? trace.branches[0]! : null;
  const heard = trace.branches.map(({ lastHeard }) => lastHeard).filter((day) => day !== null);
  return {
    title: shortened(one?.title ?? trace.of.title, 140),
    subtitle: m.thread_briefing(),
    issuer: m.app_name(),
    date: trace.on,
    language: locale,
    facts: [
      { label: m.thread_as_of(), value: formatDay(trace.on, locale) },
      ...(heard.length > 0
        ? [{ label: m.thread_last_heard(), value: formatDay(heard.toSorted().at(-1)!, locale) }]
        : []),
    ],
    blocks: [
      ...(trace.bounded
        ? [
            {
              kind: 'paragraph' as const,
              runs: m.thread_bounded({
                count: formatNumber(
                  trace.branches.reduce((sum, { knots }) => sum + knots.length, 0),
                  locale,
                ),
              }),
            },
          ]
        : []),
      ...(trace.branches.length === 0 ? [{ kind: 'paragraph' as const, runs: m.thread_empty() }] : []),
      ...trace.branches.flatMap((branch, i) => [
        ...(one
          ? []
          : [
              {
                kind: 'heading' as const,
                level: 2 as const,
                text: `${formatNumber(i + 1, locale)}. ${shortened(branch.title)}`,
              },
            ]),
        {
          kind: 'thread' as const,
          knots: branch.knots.map((knot) => printedKnot(knot, branch, locale, origin)),
        },
      ]),
    ],
    footer: m.thread_footer(),
  };
}

function printedKnot(knot: Knot, branch: Branch, locale: Locale, origin: string): PrintedKnot {
  if (knot.kind === 'silence')
    return {
      date: knot.id === 'silence:now' ? silenceSince(knot, locale) : formatDays(knot.from!, knot.until, locale),
      title: knotName(knot, locale),
      mark: 'silence',
    };
  const names = knot.who.map(({ name }) => name);
  const title = [knotName(knot, locale), knot.title, names.length > 0 ? formatList(names, locale) : '']
    .filter((part) => part !== '')
    .join(' · ');
  return { date: knotDays(knot, locale), title, runs: runsOf(knot, branch, locale, origin), mark: markOf(knot) };
}

function runsOf(knot: Knot, branch: Branch, locale: Locale, origin: string): Run[] {
  const runs: Run[] = [];
  if (knot.audience === 'party')
    runs.push({ text: `${m.thread_internal({ party: knot.who[0]?.name ?? '' })}. `, strong: true });
  if (knot.sentence !== null) runs.push({ text: knot.sentence, language: knot.language as Language });
  if (knot.due) runs.push({ text: ` ${m.thread_due({ date: formatDays(knot.due.from, knot.due.until, locale) })}.` });
  if (knot.hidden) runs.push({ text: ` ${m.thread_hidden_speaker()}`, emphasis: true });
  for (const { to, kind } of knot.ties) {
    const other = branch.knots.find(({ id }) => id === to);
    if (other?.kind === 'outcome' && knot.kind === 'outcome')
      runs.push({ text: ` ${tieKindName(kind)}: ${knotDays(other, locale)}.`, emphasis: true });
  }
  const address = knot.place ?? knot.link;
  if (address !== null)
    runs.push({ text: ` ${m.thread_open_item()}`, link: new URL(localised(address, locale), origin).href });
  return runs;
}

const markOf = ({ kind, heard }: Knot): PrintedKnot['mark'] =>
  kind === 'outcome' ? 'outcome' : kind === 'activity' && !heard ? 'open' : 'step';
