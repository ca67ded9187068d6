import * as m from '#messages';
import { activityKindName } from '../../../ui/kind-names.ts';
import { getLocale } from '#runtime';
import type { Language } from '../../../kernel/language-map.ts';
import type { Block, Column, PrintedDocument, Text } from '../../../kernel/server/documents/index.ts';
import { formatDay, formatDays, formatNumber } from '../../../ui/dates.ts';
import type { Locale } from '../../../ui/locales.ts';
import type { EntryView, VersionPage } from '../server/index.ts';
import { byGoal } from './group.ts';
import { fieldName, printed } from './words.ts';

/**
 * A version of a plan as a paper: what it is, then a table for each goal.
 * @param address permanent address of the version, printed at the foot.
 */
export function planDocument(page: VersionPage, address: string): PrintedDocument {
  const locale = getLocale() as Locale;
  const { cycle, version } = page;
  const state = version.endorsedOn
    ? `${m.plan_stage_endorsed()}, ${formatDay(version.endorsedOn, locale)}`
    : `${m.plan_version_circulated()}, ${formatDay(version.at.toISOString().slice(0, 10), locale)}`;
  const number = m.plan_version({ n: formatNumber(version.n, locale) });
  return {
    title: cycle.title.text,
    subtitle: `${number}. ${state}`,
    issuer: cycle.body.name,
    date: version.endorsedOn ?? version.namesDay,
    language: locale as Language,
    landscape: true,
    facts: [
      { label: m.plan_period(), value: formatDays(cycle.firstDay, cycle.lastDay, locale) },
      { label: m.plan_framework(), value: cycle.generation.title },
      ...(version.note ? [{ label: m.plan_note(), value: version.note }] : []),
    ],
    blocks: byGoal(page.entries).flatMap(({ goal, entries }): Block[] => [
      { kind: 'heading', level: 1, text: goal ? `${goal.code}. ${goal.title}` : m.plan_no_goal() },
      { kind: 'table', columns: columns(), rows: entries.map(row) },
    ]),
    footer: `${cycle.title.text}, ${number} · ${address}`,
  };
}

const columns = (): Column[] => [
  { head: fieldName('title'), width: 4 },
  { head: fieldName('when'), width: 1.4 },
  { head: fieldName('place'), width: 1.2 },
  { head: fieldName('leads'), width: 1.4 },
  { head: fieldName('partners'), width: 1.8 },
  { head: fieldName('funding'), width: 1.6 },
];

function row(entry: EntryView): Text[] {
  const words = printed(entry);
  const more = [activityKindName(entry.kind), words.description, words.strands, words.commitments].filter(
    (text) => text !== '',
  );
  return [
    [{ text: words.title, strong: true, language: entry.title.language as Language }, { text: `\n${more.join('\n')}` }],
    words.when || m.plan_no_date(),
    words.place,
    words.leads,
    words.partners,
    words.funding,
  ];
}
