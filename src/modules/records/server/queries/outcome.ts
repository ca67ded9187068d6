import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import type { OutcomeContent, OutcomeVerb } from '../../outcome.ts';
import type { ReportStage } from '../../report.ts';
import { bodiesOf, reviewsMeeting, type MetBody } from './bodies.ts';
import { outcomeColumns, type OutcomeRow } from './outcome-rows.ts';

/** One outcome with its sentence in place. */
export interface OutcomePage {
  outcome: OutcomeRow;
  report: {
    id: string;
    slug: string;
    title: string;
    start_day: string | null;
    end_day: string | null;
    place: string | null;
    stage: ReportStage;
    bodies: MetBody[];
  };
  /** Version its sentence stands in, and whether that is the one that stands now. */
  version: { n: number; current: boolean };
  /** Its paragraph with the ones around it that help to understand it (the one above, its neighbours), in order. */
  around: {
    id: string;
    number: number;
    label: string | null;
    labelSupplied: boolean;
    level: number;
    start: number;
    text: string;
    own: boolean;
  }[];
  /** Newer outcome that took its place in a corrected version. */
  replacedBy: string | null;
  /** Decisions, newest first; empty for those who do not review. */
  history: {
    verb: OutcomeVerb;
    at: Date;
    who: string | null;
    batch: string;
    mine: boolean;
    before: OutcomeContent | null;
    after: OutcomeContent;
  }[];
  may: { review: boolean };
}

/** The outcome, or null when there is none the actor may see. */
export async function outcomePage(tx: Tx, id: string, language = 'en'): Promise<OutcomePage | null> {
  const { rows } = await sql<
    OutcomeRow & { report: OutcomePage['report']; n: number; current: boolean; version_id: string; review: boolean }
  >`
    select ${outcomeColumns(language)}, o.version_id, v.n, r.version_id = o.version_id as current, ${reviewsMeeting} as review,
      json_build_object('id', r.id, 'slug', r.slug, 'title', m.title, 'start_day', m.start_day, 'end_day', m.end_day, 'place', m.place, 'stage', r.stage, 'bodies', ${bodiesOf(language)}) as report
    from outcome o join report r on r.id = o.report_id join meeting m on m.id = r.meeting_id join report_version v on v.id = o.version_id
    where o.id = ${id}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const { report, n, current, version_id, review, ...outcome } = row;
  const around = await sql<OutcomePage['around'][number]>`
    with own as (select * from paragraph_version where version_id = ${version_id} and paragraph_id = ${outcome.paragraphId})
    select pv.paragraph_id as id, p.number, pv.label, pv.label_supplied as "labelSupplied", pv.level, pv.start_at as start, pv.text, pv.paragraph_id = own.paragraph_id as own
    from own join paragraph_version pv on pv.version_id = own.version_id and (abs(pv.ordinal - own.ordinal) <= 1 or pv.paragraph_id = own.parent_id)
    join paragraph p on p.id = pv.paragraph_id order by pv.ordinal`.execute(tx);
  const history = await sql<OutcomePage['history'][number]>`
    select v.verb, v.at, p.name as who, v.batch, v.by = app_actor() as mine, v.before, v.after from outcome_revision v left join person p on p.id = v.by
    where v.outcome_id = ${id} order by v.revision desc`.execute(tx);
  const replaced = await tx
    .selectFrom('outcome')
    .select('id')
    .where('replaces_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return {
    outcome,
    report,
    version: { n, current },
    around: around.rows,
    replacedBy: replaced?.id ?? null,
    history: history.rows,
    may: { review },
  };
}
