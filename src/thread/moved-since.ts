import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import type { AsOfMoment } from './commitment-lines.ts';
import { namesOf, type Named } from './names-of.ts';
import type { CommitmentLink } from './what-became.ts';

export interface EvidenceLink {
  kind: 'paragraph' | 'file' | 'link';
  title: string;
  /** A path of this application, or an https address. */
  href: string;
}

/** An owner reported progress. */
export interface ProgressMade {
  kind: 'progress';
  id: string;
  day: string;
  commitment: CommitmentLink;
  owner: Named | null;
  text: string;
  language: string;
  evidence: EvidenceLink[];
}

/** An activity was held. */
export interface ActivityHeld {
  kind: 'activity';
  id: string;
  day: string;
  number: number;
  what: string;
  title: string;
  language: string;
  place: string;
  commitments: CommitmentLink[];
}

/** A commitment was raised, taken on, declined, claimed done, confirmed, reopened … */
export interface StepTaken {
  kind: 'step';
  id: string;
  day: string;
  verb: (typeof toldSteps)[number];
  commitment: CommitmentLink;
  owner: Named | null;
}

export type Movement = ProgressMade | ActivityHeld | StepTaken;

/** SQL: the days something has to fall on to be news since `since`. */
const news = (day: string, at: string, since: string | null, as: AsOfMoment): RawBuilder<unknown> =>
  sql`${sql.raw(day)} <= ${as.on} and ${sql.raw(at)} <= ${as.known} and (${since}::date is null or ${sql.raw(day)} > ${since}::date or ${sql.raw(at)}::date > ${since}::date)`;

const link = sql`json_build_object('id', c.id, 'number', c.number, 'title', c.title, 'language', c.language, 'state', c.state)`;

/**
 * What has moved after a day: progress reported, activities held, steps taken, the newest first. Internal notes are left out for everybody,
 * their own people included: a state of play is handed on.
 * @param commitments ids of the commitments that are looked at
 * @param body activities of this body count too, whatever they serve
 * @param since ISO day after which it counts as news; null for everything
 */
export async function movedSince(
  tx: Tx,
  commitments: readonly string[],
  body: string,
  since: string | null,
  as: AsOfMoment,
  language: string,
): Promise<Movement[]> {
  const progress = await progressSince(tx, commitments, since, as, language);
  const activities = await heldSince(tx, commitments, body, since, as);
  const steps = await stepsSince(tx, commitments, since, as, language);
  return [...progress, ...activities, ...steps].toSorted(
    (a, b) => b.day.localeCompare(a.day) || (a.id > b.id ? -1 : 1),
  );
}

async function progressSince(
  tx: Tx,
  commitments: readonly string[],
  since: string | null,
  as: AsOfMoment,
  language: string,
): Promise<ProgressMade[]> {
  const { rows } = await sql<Omit<ProgressMade, 'kind' | 'owner'> & { party: string | null; body: string | null }>`
    select p.id, p.day, p.text, p.language, ${link} as commitment, o.party_id as party, o.body_id as body,
      coalesce((select json_agg(json_build_object('kind', e.kind, 'title', e.title, 'href',
          coalesce(e.link, '/reports/' || r.slug || '#p' || pa.number, '/evidence/' || e.id)) order by e.id)
        from evidence e left join paragraph pa on pa.id = e.paragraph_id left join report r on r.id = pa.report_id
        where e.progress_id = p.id and e.audience <> 'party' and (e.kind <> 'paragraph' or r.slug is not null)), '[]') as evidence
    from progress_report p join commitment c on c.id = p.commitment_id join commitment_owner o on o.id = p.owner_id
    where p.commitment_id = any (${commitments}::uuid[]) and p.audience <> 'party' and (p.withdrawn_at is null or p.withdrawn_at > ${as.known})
      and ${news('p.day', 'p.at', since, as)}`.execute(tx);
  const names = await namesOf(
    tx,
    rows.flatMap(({ party }) => party ?? []),
    language,
    as.on,
  );
  return rows.map(({ party, body, ...row }) => ({
    kind: 'progress',
    ...row,
    owner: names.get(party ?? body ?? '') ?? null,
  }));
}

async function heldSince(
  tx: Tx,
  commitments: readonly string[],
  body: string,
  since: string | null,
  as: AsOfMoment,
): Promise<ActivityHeld[]> {
  const { rows } = await sql<Omit<ActivityHeld, 'kind'>>`
    select a.id, coalesce(a.ends_on, a.starts_from) as day, a.number, a.kind as what, a.title, a.language, a.place,
      coalesce((select json_agg(${link} order by c.number) from activity_commitment ac join commitment c on c.id = ac.commitment_id where ac.activity_id = a.id), '[]') as commitments
    from activity a
    where a.state = 'held' and (a.body_id = ${body} or exists (select from activity_commitment ac where ac.activity_id = a.id and ac.commitment_id = any (${commitments}::uuid[])))
      and coalesce(a.ends_on, a.starts_from) <= ${as.on} and a.state_since <= ${as.known} and (${since}::date is null or coalesce(a.ends_on, a.starts_from) > ${since}::date)`.execute(
    tx,
  );
  return rows.map((row) => ({ kind: 'activity', ...row }));
}

/** Steps that a chair wants to hear of; what was merely edited is none. */
export const toldSteps = [
  'raised',
  'taken-on',
  'declined',
  'claimed',
  'confirmed',
  'returned',
  'superseded',
  'withdrawn',
  'reopened',
] as const;

async function stepsSince(
  tx: Tx,
  commitments: readonly string[],
  since: string | null,
  as: AsOfMoment,
  language: string,
): Promise<StepTaken[]> {
  const { rows } = await sql<Omit<StepTaken, 'kind' | 'owner'> & { party: string | null; body: string | null }>`
    select v.commitment_id || '-' || lpad(v.n::text, 6, '0') as id, v.at::date as day, v.verb, ${link} as commitment, o.party_id as party, o.body_id as body
    from commitment_revision v join commitment c on c.id = v.commitment_id left join commitment_owner o on o.id = v.owner_id
    where v.commitment_id = any (${commitments}::uuid[]) and v.verb = any (${toldSteps}) and ${news('v.at::date', 'v.at', since, as)}`.execute(
    tx,
  );
  const names = await namesOf(
    tx,
    rows.flatMap(({ party }) => party ?? []),
    language,
    as.on,
  );
  return rows.map(({ party, body, ...row }) => ({
    kind: 'step',
    ...row,
    owner: names.get(party ?? body ?? '') ?? null,
  }));
}
