import { sql } from 'kysely';
import type { Tx } from '../../src/kernel/action.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { queries } from '../../src/queries.generated.ts';
import { activityFilter, commitmentFilter } from '../../src/modules/followup/forms.ts';
import {
  activityChoices,
  commitmentChoices,
  commitmentPage,
  evidenceFile,
  exportCommitments,
  followedUpBy,
  listActivities,
  listCommitments,
  openTasks,
  raiseDraft,
} from '../../src/modules/followup/server/index.ts';
import { searchForm } from '../../src/modules/records/forms.ts';
import { search } from '../../src/modules/records/server/index.ts';
import { offerEvidence } from '../../src/thread/find-evidence.ts';
import { partyStanding } from '../../src/thread/party-standing.ts';
import { stateOfPlay } from '../../src/thread/state-of-play.ts';
import { auditLog } from '../../src/modules/people/server/index.ts';

/** What is walled, and the marks by which its content would be known again anywhere. */
export interface Secret {
  /** Words that occur in it and nowhere else. */
  words: readonly string[];
  commitment: { id: string; number: number };
  outcome: string;
  /** Ids of rows that must not be reachable: evidence of it. */
  evidence: readonly string[];
}

export interface Asking {
  tx: Tx;
  actor: Actor;
  secret: Secret;
  /** A fixed moment, so that two askings can be compared. */
  at: Date;
}

/**
 * Every way to read. Whoever adds a query, an export, a feed, a mail or a page adds a line: the test asks through each, as everybody, before and
 * after the secret is written, and neither the words nor any difference may show.
 */
export const doors: Record<string, (asking: Asking) => Promise<unknown>> = {
  'list of commitments, each order': async ({ tx, at }) =>
    Promise.all(
      ['newest', 'due', 'silent', 'title'].map((sort) =>
        listCommitments(tx, commitmentFilter.parse({ sort, state: 'all' }), day(at)),
      ),
    ),
  'list of silent commitments': ({ tx, at }) => listCommitments(tx, commitmentFilter.parse({ silent: '1' }), day(at)),
  'list of one’s own commitments': ({ tx, at }) => listCommitments(tx, commitmentFilter.parse({ mine: '1' }), day(at)),
  'filters of the list': ({ tx }) => commitmentChoices(tx),
  'page of the commitment': ({ tx, secret }) => commitmentPage(tx, secret.commitment.number),
  'export, CSV': async ({ tx, at }) =>
    text((await exportCommitments(tx, commitmentFilter.parse({ state: 'all' }), day(at), 'csv')).bytes),
  'export, JSON': async ({ tx, at }) =>
    text((await exportCommitments(tx, commitmentFilter.parse({ state: 'all' }), day(at), 'json')).bytes),
  'file of evidence': ({ tx, secret }) => Promise.all(secret.evidence.map((id) => evidenceFile(tx, id))),
  tasks: ({ tx, at }) => openTasks(tx, at),
  'draft of a commitment': ({ tx, secret }) => raiseDraft(tx, [secret.outcome]),
  'what became of the outcome': ({ tx, secret }) => followedUpBy(tx, secret.outcome),
  activities: async ({ tx }) => [await listActivities(tx, activityFilter.parse({})), await activityChoices(tx)],
  'state of play of every body': async ({ tx, at }) => {
    const bodies = await tx.selectFrom('body').select('key').orderBy('key').execute();
    const plays = [];
    for (const { key } of bodies) plays.push(await stateOfPlay(tx, { body: key, on: day(at) }, 'en'));
    return plays;
  },
  'standing of every owner': async ({ tx, at, secret }) => {
    const { rows } = await sql<{ id: string; key: string }>`
      select p.id, p.key from commitment_owner o join party p on p.id = o.party_id where o.commitment_id = ${secret.commitment.id} order by p.key`.execute(
      tx,
    );
    const standings = [];
    for (const party of rows) standings.push(await partyStanding(tx, party, { on: day(at), known: at }, 'en', null));
    return standings;
  },
  'search for each word of it': ({ tx, secret }) =>
    Promise.all(
      secret.words.flatMap((word) =>
        (['text', 'outcomes'] as const).map((where) => search(tx, searchForm.parse({ q: word, in: where }))),
      ),
    ),
  'search for evidence, each word of it': ({ tx, secret }) =>
    Promise.all(
      secret.words.map(async (word) => {
        const { search: answer, ...shown } = await offerEvidence(tx, [`/outcomes/${secret.outcome}`], word);
        // The question itself comes back, as it was typed.
        return { ...shown, answer: { ...answer, q: '' } };
      }),
    ),
  // That a call was made and by whom is written for every call; nothing of what it was about.
  'audit log': async ({ tx }) =>
    (await auditLog(tx, { perPage: 500 })).rows.map(({ subject }) => subject).filter((one) => one !== null),
};

/** Every list that programs may read (`GET /api/v1…`), as it stands in the register of queries. */
for (const query of queries.values())
  if (query.kind === 'list')
    doors[`API ${query.path}`] = async ({ tx, actor, at }) => {
      const input = query.input.safeParse({});
      if (!input.success) return 'needs more than nothing';
      return query.run({ tx, actor, input: input.data, language: 'en', at }, { after: null, rows: 200 });
    };

/** Every table the application may read, whole, as text: what no query shows today a query may show tomorrow. */
export async function everyTable(tx: Tx): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
      and has_table_privilege(c.oid, 'select') and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`.execute(
    tx,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of rows)
    all[name] = (
      await sql<{ row: string }>`select x::text as row from ${sql.table(name)} x order by 1`.execute(tx)
    ).rows.map(({ row }) => row);
  return all;
}

const day = (at: Date) => at.toISOString().slice(0, 10);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
