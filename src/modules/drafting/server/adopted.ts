import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Named } from '../../../reader/reading.ts';
import type { AdoptedParagraph, AdoptedSession } from '../reading-of.ts';
import type { PrintedReport } from '../report-document.ts';
import { isSettled, silenceAt } from '../stage.ts';
import { checkStep, moveDraft, type DraftRow } from './drafts.ts';
import { protectedNames } from './protected.ts';
import { frozenParagraphs } from './versions.ts';

/** An adopted text, ready to become a report. */
export interface AdoptedReport {
  printed: PrintedReport;
  paragraphs: AdoptedParagraph[];
  sessions: AdoptedSession[];
  /** Written name → key of the register, for parties of the meeting. */
  names: Map<string, string>;
}

/**
 * Makes sure that a draft stands adopted: recorded already, or by a silence that has ended and settled, which is recorded now.
 * @param draft locked.
 * @throws Refusal `drafting.silence.running`, `.broken`, `.settling`, `drafting.draft.state`
 */
export async function settleAdoption(tx: Tx, draft: DraftRow, { at, by }: { at: Date; by: string }): Promise<DraftRow> {
  if (draft.stage === 'adopted') return draft;
  if (draft.stage !== 'silence') {
    checkStep(draft, 'published');
    throw new Refusal('drafting.draft.state', 'This draft was not adopted yet.');
  }
  const { rows } = await sql<{ version_id: string; until: Date }>`
    select version_id, until from draft_silence where draft_id = ${draft.id} order by at desc limit 1`.execute(tx);
  const { version_id, until } = rows[0]!;
  const objections = await tx
    .selectFrom('draft_objection')
    .select('received_at')
    .where('version_id', '=', version_id)
    .execute();
  const state = silenceAt(
    until,
    objections.map(({ received_at }) => received_at as unknown as Date),
    at,
  );
  if (state === 'running') throw new Refusal('drafting.silence.running', 'Silence has not ended yet.');
  if (state === 'broken')
    throw new Refusal('drafting.silence.broken', 'Silence was broken; take the text up for revision.');
  if (!isSettled(until, at))
    throw new Refusal(
      'drafting.silence.settling',
      'Silence ended a moment ago. Objections that arrived in its last moments may still be on their way into the record; publish in two minutes.',
    );
  const revision = await moveDraft(tx, draft, {
    stage: 'adopted',
    adopted_how: 'silence',
    adopted_at: until,
    adopted_by: by,
    adopted_version_id: version_id,
  });
  return { ...draft, stage: 'adopted', adopted_version_id: version_id, revision };
}

/** The adopted version with everything its record says. */
export async function adoptedReport(tx: Tx, draft: DraftRow): Promise<AdoptedReport> {
  const frozen = await frozenParagraphs(tx, draft.adopted_version_id!);
  const speakers = await speakersOf(tx, draft);
  const facts = await sql<Omit<PrintedReport, 'paragraphs'>>`
    select m.title, m.start_day as first, m.end_day as last, m.place, m.mode,
      coalesce((select string_agg(coalesce((select n.name from body_name n where n.body_id = b.body_id and n.language = 'en' and n.withdrawn_at is null
        order by array_position(array['short', 'official', 'acronym'], n.form) nulls last limit 1), ''), ', ') from meeting_body b where b.meeting_id = m.id), '') as issuer
    from meeting m where m.id = ${draft.meeting_id}`.execute(tx);
  const { names } = await partyNames(tx, draft.meeting_id);
  return {
    printed: { ...facts.rows[0]!, paragraphs: frozen },
    paragraphs: frozen.map(({ id, kind, text, session, underRule, outcomes }) => ({
      id,
      kind,
      text,
      session,
      underRule,
      outcomes,
      speakers: underRule ? [] : (speakers.get(id) ?? []).filter(({ asWritten }) => text.includes(asWritten)),
    })),
    sessions: await sessionsTold(tx, draft.meeting_id),
    names,
  };
}

/** Who speaks in a paragraph, by the interventions it was written from, where the text names them. */
async function speakersOf(tx: Tx, draft: DraftRow): Promise<Map<string, Named[]>> {
  const { rows } = await sql<{ paragraph: string; key: string; names: string[] }>`
    select distinct s.paragraph_id as paragraph, p.key,
      array(select n.name from party_name n where n.party_id = p.id and n.language = 'en' and n.withdrawn_at is null and n.form in ('short', 'official', 'acronym', 'alias')
        order by length(n.name) desc) as names
    from draft_source s join draft_paragraph g on g.id = s.paragraph_id
      left join floor_note f on f.id = s.floor_note_id
      join intervention i on i.id = coalesce(s.intervention_id, f.intervention_id) join party p on p.id = i.party_id
    where g.draft_id = ${draft.id}`.execute(tx);
  const texts = await sql<{ id: string; text: string }>`
    select paragraph_id as id, text from draft_version_paragraph where version_id = ${draft.adopted_version_id}`.execute(
    tx,
  );
  const textOf = new Map(texts.rows.map(({ id, text }) => [id, text]));
  const result = new Map<string, Named[]>();
  for (const { paragraph, key, names } of rows) {
    const asWritten = names.find((name) => textOf.get(paragraph)?.includes(name));
    if (asWritten) result.set(paragraph, [...(result.get(paragraph) ?? []), { party: key, asWritten }]);
  }
  return result;
}

async function partyNames(tx: Tx, meeting: string): Promise<{ names: Map<string, string> }> {
  const { parties } = await protectedNames(tx, meeting);
  const { rows } = await sql<{ key: string; name: string; acronym: string | null }>`
    select p.key, n.name, (select a.name from party_name a where a.party_id = p.id and a.form = 'acronym' and a.language = 'en' and a.withdrawn_at is null limit 1) as acronym
    from party p join party_name n on n.party_id = p.id and n.language = 'en' and n.withdrawn_at is null and n.form <> 'adjective' where p.key = any (${[...parties]}::text[])`.execute(
    tx,
  );
  return {
    names: new Map(
      rows.flatMap(({ key, name, acronym }) => [
        [name, key] as const,
        ...(acronym ? [[`${name} (${acronym})`, key] as const] : []),
      ]),
    ),
  };
}

async function sessionsTold(tx: Tx, meeting: string): Promise<AdoptedSession[]> {
  const { rows } = await sql<AdoptedSession>`
    select s.id, case s.kind when 'other' then 'session' else s.kind end as kind, session_under_rule(s.id) as "underRule",
      coalesce((select array_agg(p.key order by d.ordinal) from meeting_session_duty d join party p on p.id = d.party_id where d.session_id = s.id and d.duty = 'moderator'), '{}') as moderators,
      coalesce((select array[g.code::integer] from goal g where g.id = s.goal_id and g.code ~ '^[0-9]{1,2}$'), '{}') as goals
    from meeting_session s where s.meeting_id = ${meeting} and s.removed_at is null order by s.ordinal, s.id`.execute(
    tx,
  );
  return rows;
}
