import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { silenceAt, type AdoptionWay, type DraftStage, type SilenceState, type VersionPurpose } from '../../stage.ts';

/** The meeting whose report is drafted, and how far it is. */
export interface ReportFacts {
  meeting: {
    id: string;
    slug: string;
    title: string;
    stage: string;
    first: string | null;
    last: string | null;
    place: string | null;
    mode: 'in-person' | 'online' | 'hybrid' | null;
    rule: boolean;
  };
  draft: {
    id: string;
    stage: DraftStage;
    zone: string;
    revision: number;
    adoptedHow: AdoptionWay | null;
    adoptedNote: string | null;
    adoptedAt: Date | null;
    /** Address of the published report. */
    report: string | null;
  } | null;
  rights: {
    /** Leads the draft: the Secretariat, the chair of a body that met. */
    leads: boolean;
    /** Sees and writes paragraphs of sessions they moderate or note. */
    notes: boolean;
    /** A party of theirs took part. */
    tookPart: boolean;
  };
}

/** @returns null when there is no such meeting for the actor, or nothing of its report that they may see and no right to begin one. */
export async function reportFacts(tx: Tx, slug: string): Promise<ReportFacts | null> {
  const { rows } = await sql<
    ReportFacts['meeting'] & {
      leads: boolean;
      notes: boolean;
      took: boolean;
      draft: (ReportFacts['draft'] & { adoptedAt: string | null }) | null;
    }
  >`
    select m.id, c.slug, m.title, c.stage, m.start_day as first, m.end_day as last, m.place, m.mode, m.rule is not null as rule,
      app_is_staff() or m.id = any (app_reviewed_meetings()) as leads,
      exists (select from meeting_session s where s.meeting_id = m.id and s.id = any (app_led_sessions())) as notes,
      m.id = any (app_took_part()) as took,
      (select json_build_object('id', d.id, 'stage', d.stage, 'zone', d.zone, 'revision', d.revision, 'adoptedHow', d.adopted_how, 'adoptedNote', d.adopted_note,
        'adoptedAt', d.adopted_at, 'report', (select r.slug from report r where r.id = d.report_id)) from draft d where d.meeting_id = m.id) as draft
    from meeting_call c join meeting m on m.id = c.meeting_id where c.slug = ${slug}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const { leads, notes, took, draft, ...meeting } = row;
  if (!draft && !leads && !notes && !took) return null;
  return {
    meeting,
    draft: draft && { ...draft, adoptedAt: draft.adoptedAt === null ? null : new Date(draft.adoptedAt) },
    rights: { leads, notes, tookPart: took },
  };
}

/** A silence as the reader may see it. */
export interface SilenceView {
  n: number;
  until: Date;
  zone: string;
  state: SilenceState;
  /** Paragraphs at which it was broken; `whole` where an objection is to the text as such. */
  broken: { paragraphs: string[]; whole: boolean };
}

/** The silence of a draft's newest version under one, computed for a moment; null when there was none. */
export async function silenceOf(tx: Tx, draft: string, at: Date): Promise<SilenceView | null> {
  const { rows } = await sql<{ version: string; n: number; until: Date; zone: string }>`
    select s.version_id as version, v.n, s.until, s.zone from draft_silence s join draft_version v on v.id = s.version_id
    where s.draft_id = ${draft} order by s.at desc limit 1`.execute(tx);
  const silence = rows[0];
  if (!silence) return null;
  const { version, ...facts } = silence;
  const broken = await sql<{
    paragraph_id: string | null;
    whole: boolean;
  }>`select * from silence_broken(${version})`.execute(tx);
  const timely = broken.rows.length > 0;
  return {
    ...facts,
    state: silenceAt(silence.until, timely ? [new Date(silence.until.getTime() - 1)] : [], at),
    broken: {
      paragraphs: broken.rows.flatMap(({ paragraph_id }) => (paragraph_id === null ? [] : [paragraph_id])),
      whole: broken.rows.some(({ whole }) => whole),
    },
  };
}

export interface VersionLine {
  id: string;
  n: number;
  purpose: VersionPurpose;
  /** What was written to those who took part. */
  note: string | null;
  at: Date;
  due: Date | null;
  /** Comments the reader may see that have no answer yet. */
  open: number;
  adopted: boolean;
}

/** Versions the actor may see, the newest first. */
export async function versionLines(tx: Tx, draft: string): Promise<VersionLine[]> {
  const { rows } = await sql<VersionLine>`
    select v.id, v.n, v.purpose, v.note, v.at, v.comments_due as due, d.adopted_version_id is not distinct from v.id as adopted,
      (select count(*)::int from draft_comment k where k.version_id = v.id and k.sent_at is not null and k.disposition is null) as open
    from draft_version v join draft d on d.id = v.draft_id where v.draft_id = ${draft} order by v.n desc`.execute(tx);
  return rows;
}
