import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import type { EntryContent } from '../../entry.ts';
import type { Disposition } from '../../dispositions.ts';
import { cycleFacts, rightsIn, type CycleFacts, type CycleRights } from './cycles.ts';
import { viewsOf, type EntryView, type Named } from './views.ts';

export interface CommentView {
  id: string;
  revision: number;
  /** The entry it is about; null for the plan as a whole. */
  entry: string | null;
  party: Named;
  text: string;
  at: Date;
  /** After the deadline of the version. */
  late: boolean;
  disposition: Disposition | null;
  reason: string | null;
  decidedAt: Date | null;
}

export interface VersionPage {
  cycle: CycleFacts;
  version: {
    n: number;
    at: Date;
    note: string | null;
    namesDay: string;
    commentsDue: Date | null;
    newest: boolean;
    endorsed: boolean;
    endorsedOn: string | null;
  };
  /** In the order of the version; parties named as of its day. */
  entries: EntryView[];
  comments: CommentView[];
  /** Whether comments are being taken on this version. */
  open: boolean;
  rights: CycleRights;
  /** Names of the parties the reader may comment for, by key. */
  names: Record<string, string>;
}

interface VersionRow {
  id: string;
  n: number;
  at: Date;
  note: string | null;
  namesDay: string;
  commentsDue: Date | null;
  newest: boolean;
  endorsed: boolean;
  endorsedOn: string | null;
}

async function versionRow(tx: Tx, cycle: string, n: number): Promise<VersionRow | null> {
  const { rows } = await sql<VersionRow>`
    select v.id, v.n, v.at, v.note, v.names_day as "namesDay", v.comments_due as "commentsDue",
      not exists (select from plan_version w where w.cycle_id = v.cycle_id and w.n > v.n) as newest,
      c.endorsed_version_id is not distinct from v.id as endorsed,
      case when c.endorsed_version_id = v.id then c.endorsed_on end as "endorsedOn"
    from plan_version v join plan_cycle c on c.id = v.cycle_id where v.cycle_id = ${cycle} and v.n = ${n}`.execute(tx);
  return rows[0] ?? null;
}

async function entriesOf(tx: Tx, version: Pick<VersionRow, 'id' | 'namesDay'>, language: string): Promise<EntryView[]> {
  const { rows } = await sql<{ id: string; revision: number; content: EntryContent }>`
    select entry_id as id, revision, content from plan_version_entry where version_id = ${version.id} order by ordinal`.execute(
    tx,
  );
  return viewsOf(tx, rows, language, version.namesDay);
}

/** A version of a plan with what was said about it; null when there is none the actor may see. */
export async function versionPage(tx: Tx, slug: string, n: number, language: string): Promise<VersionPage | null> {
  const cycle = await cycleFacts(tx, slug, language);
  const row = cycle ? await versionRow(tx, cycle.id, n) : null;
  if (!cycle || !row) return null;
  const { id, ...version } = row;
  const rights = await rightsIn(tx, cycle.id);
  return {
    cycle,
    version,
    entries: await entriesOf(tx, row, language),
    comments: await commentsOn(tx, id, language),
    open: cycle.stage === 'comments' && version.newest,
    rights,
    names: await namesOf(tx, rights.focalFor, language),
  };
}

async function namesOf(tx: Tx, keys: readonly string[], language: string): Promise<Record<string, string>> {
  if (keys.length === 0) return {};
  const { rows } = await sql<Named>`
    select p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name from party p where p.key = any (${keys}::text[])`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]));
}

/** Comments on a version that the actor may see, in the order they were made. */
async function commentsOn(tx: Tx, version: string, language: string): Promise<CommentView[]> {
  const { rows } = await sql<Omit<CommentView, 'party'> & { key: string; name: string }>`
    select k.id, k.revision, k.entry_id as entry, p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name,
      k.text, k.at, coalesce(k.at > v.comments_due, false) as late, k.disposition, k.reason, k.decided_at as "decidedAt"
    from plan_comment k join plan_version v on v.id = k.version_id join party p on p.id = k.party_id
    where k.version_id = ${version} order by k.at, k.id`.execute(tx);
  return rows.map(({ key, name, ...comment }) => ({ ...comment, party: { key, name } }));
}

export interface VersionPair {
  cycle: CycleFacts;
  older: { n: number; entries: EntryView[] };
  newer: { n: number; entries: EntryView[] };
}

/** A version and the one before it, for their difference; null when either is not there for the actor. */
export async function versionPair(tx: Tx, slug: string, n: number, language: string): Promise<VersionPair | null> {
  const cycle = await cycleFacts(tx, slug, language);
  if (!cycle || n < 2) return null;
  const older = await versionRow(tx, cycle.id, n - 1);
  const newer = await versionRow(tx, cycle.id, n);
  if (!older || !newer) return null;
  return {
    cycle,
    // Both by the names of the newer day: a party that was renamed in between has not changed the plan.
    older: { n: n - 1, entries: await entriesOf(tx, { id: older.id, namesDay: newer.namesDay }, language) },
    newer: { n, entries: await entriesOf(tx, newer, language) },
  };
}
