import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { nextStepAt, partyStateAt, takesInputs, type CycleStage, type NextStep, type PartyState } from '../../cycle.ts';
import { dayOf, hasLeft } from '../cycles.ts';
import { unlikeVersion } from '../versions.ts';
import type { Named, Told } from './views.ts';

/** The facts of a cycle that every page of it shows. */
export interface CycleFacts {
  id: string;
  slug: string;
  revision: number;
  title: Told;
  body: Named;
  firstDay: string;
  lastDay: string;
  stage: CycleStage;
  inputsDue: Date;
  commentsDue: Date | null;
  zone: string;
  lateInputs: boolean;
  openedOn: string | null;
  generation: { id: string; title: string };
}

interface FactsRow extends Omit<CycleFacts, 'title' | 'body' | 'generation'> {
  body_id: string;
  body_key: string;
  body_name: string;
  title: LanguageMap;
  call: LanguageMap;
  generation_id: string;
  generation_title: LanguageMap;
}

const factColumns = (language: string) => sql`
  c.id, c.slug, c.revision, c.title, c.call, c.body_id, b.key as body_key, coalesce(${nameOn('null::uuid', 'c.body_id', 'null::date', language)}, b.key) as body_name,
  c.first_day as "firstDay", c.last_day as "lastDay", c.stage, c.inputs_due as "inputsDue", c.comments_due as "commentsDue", c.zone,
  c.late_inputs as "lateInputs", c.opened_on as "openedOn", c.generation_id, g.title as generation_title`;
const from = sql`plan_cycle c join body b on b.id = c.body_id join framework_generation g on g.id = c.generation_id`;

function factsOf(row: FactsRow, language: string): CycleFacts {
  const { body_id: _, body_key, body_name, generation_id, generation_title, call: __, ...facts } = row;
  return {
    ...facts,
    title: inLanguage(row.title, language),
    body: { key: body_key, name: body_name },
    generation: { id: generation_id, title: inLanguage(generation_title, language).text },
  };
}

/** All cycles the actor may see, the newest period first. */
export async function listCycles(tx: Tx, language: string): Promise<CycleFacts[]> {
  const { rows } =
    await sql<FactsRow>`select ${factColumns(language)} from ${from} order by c.first_day desc, c.slug`.execute(tx);
  return rows.map((row) => factsOf(row, language));
}

/** The facts of one cycle; null when there is none the actor may see. */
export async function cycleFacts(tx: Tx, slug: string, language: string): Promise<CycleFacts | null> {
  const { rows } = await sql<FactsRow>`select ${factColumns(language)} from ${from} where c.slug = ${slug}`.execute(tx);
  return rows[0] ? factsOf(rows[0], language) : null;
}

/** What a person may do with a cycle; pages offer it, actions and the database decide. */
export interface CycleRights {
  /** Leads the cycle: the Secretariat. */
  lead: boolean;
  /** Sees the plan while it is assembled: the Secretariat and the chair of the body. */
  seeDesk: boolean;
  endorse: boolean;
  participant: boolean;
  /** Keys of the parties asked that the person writes for, and those whose focal point they are. */
  writesFor: string[];
  focalFor: string[];
}

/** The rights of whoever asks, as the database sees them. */
export async function rightsIn(tx: Tx, cycle: string): Promise<CycleRights> {
  const { rows } = await sql<CycleRights & { chair: boolean }>`
    select app_is_staff() as lead, c.body_id = any (app_bodies()) as chair, app_is_participant() as participant,
      array(select p.key from plan_party a join party p on p.id = a.party_id where a.cycle_id = c.id and a.party_id = any (app_writes_for()) order by 1) as "writesFor",
      array(select p.key from plan_party a join party p on p.id = a.party_id where a.cycle_id = c.id and a.party_id = any (app_focal_parties()) order by 1) as "focalFor"
    from plan_cycle c where c.id = ${cycle}`.execute(tx);
  const { chair, ...rights } = rows[0]!;
  return { ...rights, seeDesk: rights.lead || chair, endorse: rights.lead || chair };
}

/** A party asked, and how it stands. */
export interface AskedParty extends Named {
  state: PartyState;
  submittedAt: Date | null;
  /** It has left the body since the call went out, whatever it submitted before. */
  left: boolean;
  /** How many entries its input has; null for those who may not see it. */
  entries: number | null;
}

/** How each party asked stands at a moment, in the order of their names. Computed from the clock and the register. */
export async function askedParties(
  tx: Tx,
  cycle: Pick<CycleFacts, 'id' | 'inputsDue'>,
  language: string,
  at: Date,
): Promise<AskedParty[]> {
  const { rows } = await sql<Named & { submittedAt: Date | null; left: boolean; entries: number | null }>`
    select * from (select p.key, coalesce(${nameOn('p.id', 'null::uuid', 'null::date', language)}, p.key) as name, i.submitted_at as "submittedAt",
      ${hasLeft('p.id', dayOf(at))} as left,
      case when i.id is not null then (select count(*)::int from plan_entry e where e.input_id = i.id and e.removed_at is null) end as entries
    from plan_party a join plan_cycle c on c.id = a.cycle_id join party p on p.id = a.party_id
      left join plan_input i on i.cycle_id = a.cycle_id and i.party_id = a.party_id
    where a.cycle_id = ${cycle.id}) asked order by asked.name collate "und-x-icu"`.execute(tx);
  return rows.map((row) => ({ ...row, state: partyStateAt(row.submittedAt, cycle.inputsDue, row.left, at) }));
}

export interface VersionLine {
  n: number;
  at: Date;
  note: string | null;
  commentsDue: Date | null;
  entries: number;
  endorsed: boolean;
}

export interface CyclePage {
  cycle: CycleFacts;
  call: Told;
  /** The call in all its languages, and the deadline as a form shows it: for who may change it. */
  texts: { title: LanguageMap; call: LanguageMap };
  /** Empty for the public, who see no inputs. */
  parties: AskedParty[];
  versions: VersionLine[];
  openComments: number;
  next: NextStep;
  endorsement: { on: string; note: string; report: string | null; outcome: string | null; version: number } | null;
  /** Entries of the endorsed version that are no activity yet. */
  notEntered: number;
  rights: CycleRights;
}

/** Everything about one cycle at a moment; null when there is none the actor may see. */
export async function cyclePage(tx: Tx, slug: string, language: string, at: Date): Promise<CyclePage | null> {
  const { rows } = await sql<FactsRow>`select ${factColumns(language)} from ${from} where c.slug = ${slug}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const cycle = factsOf(row, language);
  const rights = await rightsIn(tx, cycle.id);
  const parties = rights.participant || rights.lead ? await askedParties(tx, cycle, language, at) : [];
  const versions = await sql<VersionLine & { id: string }>`
    select v.id, v.n, v.at, v.note, v.comments_due as "commentsDue", c.endorsed_version_id is not distinct from v.id as endorsed,
      (select count(*)::int from plan_version_entry e where e.version_id = v.id) as entries
    from plan_version v join plan_cycle c on c.id = v.cycle_id where v.cycle_id = ${cycle.id} order by v.n desc`.execute(
    tx,
  );
  const newest = versions.rows[0];
  const { open } = await tx
    .selectFrom('plan_comment')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('cycle_id', '=', cycle.id)
    .where('disposition', 'is', null)
    .executeTakeFirstOrThrow();
  const issued =
    cycle.stage === 'revised' &&
    rights.seeDesk &&
    newest?.commentsDue === null &&
    (await unlikeVersion(tx, cycle.id, newest.id)) === 0;
  const outstanding = takesInputs(cycle.stage)
    ? parties.filter(({ state }) => state === 'awaited' || state === 'missing').length
    : 0;
  return {
    cycle,
    call: inLanguage(row.call, language),
    texts: { title: row.title, call: row.call },
    parties,
    versions: versions.rows.map(({ id: _, ...version }) => version),
    openComments: open,
    next: nextStepAt({ ...cycle, outstanding, openComments: open, issued }, at),
    endorsement: await endorsementOf(tx, cycle.id),
    notEntered: await notEntered(tx, cycle.id),
    rights,
  };
}

async function endorsementOf(tx: Tx, cycle: string): Promise<CyclePage['endorsement']> {
  // The report and the outcome are named to those who may see them.
  const { rows } = await sql<NonNullable<CyclePage['endorsement']>>`
    select c.endorsed_on as on, c.endorsed_note as note, v.n as version,
      (select r.slug from report r where r.meeting_id = c.endorsed_meeting_id order by r.at limit 1) as report,
      (select o.id from outcome o where o.id = c.endorsed_outcome_id) as outcome
    from plan_cycle c join plan_version v on v.id = c.endorsed_version_id where c.id = ${cycle}`.execute(tx);
  return rows[0] ?? null;
}

async function notEntered(tx: Tx, cycle: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from plan_cycle c join plan_version v on v.id = c.endorsed_version_id join plan_version_entry e on e.version_id = v.id
    where c.id = ${cycle} and not exists (select from activity a where a.plan_entry = '/plan/' || c.slug || '/versions/' || v.n || '#e-' || e.entry_id)`.execute(
    tx,
  );
  return rows[0]!.count;
}

/** Meetings of the body of a cycle whose reports the actor sees, the newest first: which of them decided. */
export async function meetingChoices(tx: Tx, cycle: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select m.id, concat_ws(', ', m.start_day::text, m.title) as title from plan_cycle c join meeting_body b on b.body_id = c.body_id join meeting m on m.id = b.meeting_id
    where c.id = ${cycle} order by m.start_day desc nulls last limit 50`.execute(tx);
  return rows;
}
