import type { Actor } from '../kernel/actor.ts';
import type { Tx } from '../kernel/action.ts';
import { outcomeFilter, reportFilter } from '../modules/records/forms.ts';
import {
  listImports,
  listOutcomes,
  listReports,
  type ImportRow,
  type ListedOutcomeRow,
  type ReportRow,
} from '../modules/records/server/index.ts';
import { listBodies, listParties } from '../modules/register/server/index.ts';
import { todayOf, type Today } from './today.ts';

export interface TodayPage extends Today {
  /** ISO day. */
  today: string;
  /** Names of the parties the person acts for. */
  delegations: string[];
  /** Bodies the person chairs: each has its state of play. */
  chaired: { key: string; name: string; language: string }[];
  /** Confirmed outcomes addressed to them, and put forward by them, what has a day first. */
  addressed: ListedOutcomeRow[];
  said: ListedOutcomeRow[];
  reports: ReportRow[];
  reportsTotal: number;
  /** Reports with proposals, for those who review them; open findings are counted for nobody else. */
  toReview: ReportRow[];
  /** Imports waiting for a decision, for those who may decide. */
  imports: ImportRow[];
  latest: ListedOutcomeRow[];
}

const newest = { outcomes: 8, reports: 6, ofDelegation: 10 };

/** The first page: for a signed-in person what today asks of them; for the public what is new. */
export async function todayPage(
  tx: Tx,
  actor: Actor,
  mayImport: boolean,
  at: Date,
  locale: string,
): Promise<TodayPage> {
  const reports = await listReports(tx, reportFilter.parse({}), locale);
  const own = await listParties(tx, { language: locale, ids: [...actor.parties] });
  const of = async (role: 'by' | 'to') => {
    const rows: ListedOutcomeRow[] = [];
    for (const { key } of own) {
      const filter = outcomeFilter.parse({ party: key, role, state: 'confirmed' });
      rows.push(...(await listOutcomes(tx, filter, locale, newest.ofDelegation)).rows);
    }
    return [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, newest.ofDelegation);
  };
  const waiting = mayImport ? await listImports(tx) : [];
  return {
    ...(actor.personId === null ? { asked: [], waiting: [], owed: [], owedTotal: 0 } : await todayOf(tx, at, locale)),
    today: at.toISOString().slice(0, 10),
    delegations: own.map(({ name }) => name),
    chaired: await chairedBy(tx, actor, locale),
    addressed: byDue(await of('to')),
    said: await of('by'),
    reports: reports.rows.slice(0, newest.reports),
    reportsTotal: reports.total,
    toReview: reports.rows.filter((report) => report.findings !== null && (report.proposed ?? 0) > 0),
    imports: waiting.filter(({ state }) => state === 'received' || state === 'read' || state === 'failed'),
    latest: (await listOutcomes(tx, outcomeFilter.parse({ state: 'confirmed' }), locale, newest.outcomes)).rows,
  };
}

/** What has a date first, the earliest first; then the newest meetings. */
function byDue<T extends { when: { until: string } | null; report: { start_day: string | null } }>(outcomes: T[]): T[] {
  return outcomes.toSorted(
    (a, b) =>
      (a.when?.until ?? '9999').localeCompare(b.when?.until ?? '9999') ||
      (b.report.start_day ?? '').localeCompare(a.report.start_day ?? ''),
  );
}

/** The bodies the person chairs, as a page names them. */
async function chairedBy(tx: Tx, actor: Actor, language: string): Promise<TodayPage['chaired']> {
  if (actor.bodies.length === 0) return [];
  const bodies = await listBodies(tx, { language });
  return bodies
    .filter(({ id }) => actor.bodies.includes(id))
    .map(({ key, name, language: spoken }) => ({ key, name, language: spoken }));
}
