import { sql } from 'kysely';
import type { Tx } from '../../kernel/action.ts';
import { nameOn } from '../../kernel/server/name-on.ts';
import type { Content, NoticeKind } from '../../modules/notices/index.ts';
import type { Told } from '../../modules/notices/server/index.ts';
import { meetingSources } from './meeting-contents.ts';
import { reportDraftSource } from './report-draft.ts';

type Row = Omit<Content, 'kind' | 'id'> & { subject: string };

const ownerName = (language: string) => nameOn('o.party_id', 'o.body_id', 'null::date', language);

/** SQL of one kind: reads as the person (row-level security), and only what still needs saying. `ids` are the subjects. */
type Source = (ids: string[], language: string, withdrawn: string[]) => ReturnType<typeof sql<Row>>;

/** A commitment that is open and of which the person acts for an owner that has not done its part. */
const stillOwed = sql`c.state = 'open' and exists (select from commitment_owner o where o.commitment_id = c.id and o.state in ('asked', 'accepted') and app_acts_for(o.party_id, o.body_id))`;
const commitmentPath = sql`'/commitments/C-' || c.number`;

const owed =
  (sentence: 'due' | 'overdue' | 'silence'): Source =>
  (ids) => sql<Row>`select c.id as subject, ${sentence} as sentence, c.title, null as who,
    ${sentence === 'silence' ? sql`(select h.heard_on from commitment_heard h where h.commitment_id = c.id and h.audience = 'participants')` : sql`c.due_until`} as day, ${commitmentPath} as path
    from commitment c where c.id = any (${ids}::uuid[]) and ${stillOwed}
      and ${sentence === 'overdue' ? sql`c.due_until < current_date` : sentence === 'due' ? sql`c.due_until >= current_date - 1` : sql`true`}`;

const plan =
  (sentence: string, day: string, holds: string): Source =>
  (
    ids,
    language,
  ) => sql<Row>`select c.id as subject, ${sentence} as sentence, coalesce(c.title ->> ${language}, c.title ->> 'en') as title, null as who,
    ${sql.raw(day)} as day, '/plan/' || c.slug as path from plan_cycle c where c.id = any (${ids}::uuid[]) and ${sql.raw(holds)}`;

const missingInput = `c.stage = 'inputs' and exists (select from plan_party w left join plan_input i on i.cycle_id = w.cycle_id and i.party_id = w.party_id
  where w.cycle_id = c.id and w.party_id = any (app_parties()) and i.state is distinct from 'submitted')`;

const sources: Record<NoticeKind, Source> = {
  ...meetingSources,
  asked: (
    ids,
    language,
  ) => sql<Row>`select o.id as subject, 'asked' as sentence, c.title, ${ownerName(language)} as who, c.due_until as day, ${commitmentPath} as path
    from commitment_owner o join commitment c on c.id = o.commitment_id where o.id = any (${ids}::uuid[]) and o.state = 'asked' and c.state = 'open'`,
  'update-asked': (
    ids,
    language,
  ) => sql<Row>`select u.id as subject, 'update-asked' as sentence, c.title, ${ownerName(language)} as who, u.answer_by as day, ${commitmentPath} as path
    from update_request u join commitment_owner o on o.id = u.owner_id join commitment c on c.id = o.commitment_id
    where u.id = any (${ids}::uuid[]) and u.answered_at is null and c.state = 'open'`,
  'claim-waiting': (
    ids,
    language,
  ) => sql<Row>`select o.id as subject, 'claim-waiting' as sentence, c.title, ${ownerName(language)} as who, null::date as day, ${commitmentPath} as path
    from commitment_owner o join commitment c on c.id = o.commitment_id where o.id = any (${ids}::uuid[]) and o.state = 'claimed' and c.state = 'open'`,
  'claim-answered': (
    ids,
    language,
  ) => sql<Row>`select o.id as subject, case o.state when 'confirmed' then 'claim-confirmed' else 'claim-returned' end as sentence,
      c.title, ${ownerName(language)} as who, null::date as day, ${commitmentPath} as path
    from commitment_owner o join commitment c on c.id = o.commitment_id where o.id = any (${ids}::uuid[]) and o.state in ('confirmed', 'accepted')`,
  due: owed('due'),
  overdue: owed('overdue'),
  silence: owed('silence'),
  'plan-call': plan('plan-call', '(c.inputs_due at time zone c.zone)::date', missingInput),
  'plan-deadline': (
    ids,
    language,
  ) => sql<Row>`select c.id as subject, case when c.inputs_due < now() then 'plan-late' else 'plan-deadline' end as sentence,
      coalesce(c.title ->> ${language}, c.title ->> 'en') as title, null as who, (c.inputs_due at time zone c.zone)::date as day, '/plan/' || c.slug as path
    from plan_cycle c where c.id = any (${ids}::uuid[]) and ${sql.raw(missingInput)}`,
  'comment-round': plan('comment-round', '(c.comments_due at time zone c.zone)::date', `c.stage = 'comments'`),
  'plan-endorsed': plan('plan-endorsed', 'c.endorsed_on', `c.stage = 'endorsed'`),
  'report-draft': reportDraftSource,
  report: (
    ids,
  ) => sql<Row>`select r.id as subject, 'report-' || r.stage as sentence, m.title, null as who, m.start_day as day, '/reports/' || r.slug as path
    from report r join meeting m on m.id = r.meeting_id where r.id = any (${ids}::uuid[]) and r.stage in ('checked', 'published')`,
  tie: (
    ids,
  ) => sql<Row>`select c.id as subject, 'tie' as sentence, c.title, null as who, null::date as day, ${commitmentPath} as path
    from commitment c where c.id = any (${ids}::uuid[])`,
};

/**
 * What there is to say of notices, read as the person whose rights `tx` carries: what they may not see, or what was settled since, gives
 * nothing. In the order of the notices; a thing of which two notices of one kind speak is said once.
 */
export async function noticeContents(tx: Tx, notices: readonly Told[], language: string): Promise<Content[]> {
  const found: Content[] = [];
  for (const [kind, told] of Map.groupBy(notices, (notice) => notice.kind)) {
    const { rows } = await sources[kind](
      told.map(({ subject }) => subject),
      language,
      told.filter(({ occurrence }) => occurrence.startsWith('withdrawn:')).map(({ subject }) => subject),
    ).execute(tx);
    const bySubject = new Map(rows.map((row) => [row.subject, row]));
    for (const { id, subject } of told) {
      const row = bySubject.get(subject);
      if (!row) continue;
      bySubject.delete(subject);
      const { subject: _, ...content } = row;
      found.push({ id, kind, ...content });
    }
  }
  return found;
}
