import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { nameOn } from '../../../../kernel/server/name-on.ts';
import { dayIn } from '../../../../kernel/wall-clock.ts';
import { nextStepOn, type MeetingNext, type Ordering } from '../../stage.ts';
import type { Branch } from '../../tree.ts';
import type { Template } from '../../template.ts';
import { agendaOf, type SessionView } from './agenda.ts';
import { headColumns, type MeetingHead } from './head.ts';
import { invitationsOf, type InvitationView } from './invitations.ts';
import type { Named, Told } from './meetings.ts';
import { papersOf, type PaperView } from './papers.ts';

/** The facts of a meeting beyond its head. */
export interface MeetingFacts {
  template: Template;
  host: Named | null;
  theme: Told | null;
  concept: Told | null;
  languages: string[];
  ordering: Ordering;
  announced: boolean;
  listPublished: boolean;
  answersDue: Date | null;
  delegationsDue: Date | null;
  needsKeptDays: number;
  savedDateAt: Date | null;
  calledAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  cancelledReason: string | null;
  changes: number;
  form: { theme: LanguageMap; concept: LanguageMap };
}

export interface MeetingPage {
  head: MeetingHead;
  facts: MeetingFacts;
  agenda: Branch<SessionView>[];
  papers: PaperView[];
  /** Links for the whole meeting, for who may join. */
  links: { id: string; label: string; url: string }[];
  /** Invitations of parties the actor answers for. */
  own: InvitationView[];
  /** Of the list, for its leaders; null for everybody else. */
  counts: { invited: number; accepted: number; tentative: number; declined: number; open: number } | null;
  next: MeetingNext;
}

type FactsRow = MeetingHead &
  Omit<MeetingFacts, 'theme' | 'concept' | 'form'> & { theme: LanguageMap | null; concept: LanguageMap | null };

/** The facts with the head; null when there is no such meeting the actor may see. */
export async function meetingFacts(
  tx: Tx,
  slug: string,
  language: string,
): Promise<{ head: MeetingHead; facts: MeetingFacts } | null> {
  const { rows } = await sql<FactsRow>`
    select ${headColumns(language)}, c.template, c.theme, c.concept, c.languages, c.ordering, c.announced, c.list_published as "listPublished", c.answers_due as "answersDue",
      c.delegations_due as "delegationsDue", c.needs_kept_days as "needsKeptDays", c.saved_date_at as "savedDateAt", c.called_at as "calledAt", c.opened_at as "openedAt",
      c.closed_at as "closedAt", c.cancelled_reason as "cancelledReason", c.changes,
      (select json_build_object('key', p.key, 'name', coalesce(${nameOn('p.id', 'null::uuid', 'm.start_day', language)}, p.key)) from party p where p.id = c.host_party_id) as host
    from meeting_call c join meeting m on m.id = c.meeting_id where c.slug = ${slug}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const { id, revision, title, stage, startDay, endDay, place, mode, rule, zone, bodies, report, rights, ...facts } =
    row;
  return {
    head: { id, slug, revision, title, stage, startDay, endDay, place, mode, rule, zone, bodies, report, rights },
    facts: {
      ...facts,
      theme: row.theme && inLanguage(row.theme, language),
      concept: row.concept && inLanguage(row.concept, language),
      form: { theme: row.theme ?? {}, concept: row.concept ?? {} },
    },
  };
}

/** Everything about one meeting at a moment; null when there is none the actor may see. */
export async function meetingPage(tx: Tx, slug: string, language: string, at: Date): Promise<MeetingPage | null> {
  const found = await meetingFacts(tx, slug, language);
  if (!found) return null;
  const { head, facts } = found;
  return {
    head,
    facts,
    agenda: await agendaOf(tx, head.id, language),
    papers: await papersOf(tx, head.id, language),
    links: await linksOf(tx, head.id),
    own: await invitationsOf(tx, { id: head.id, ...facts }, language, at, true),
    counts: head.rights.lead ? await countsOf(tx, head.id) : null,
    next: nextStepOn({ ...head, savedDateAt: facts.savedDateAt }, dayIn(at, head.zone)),
  };
}

/** Where one joins the meeting as a whole online, for who may. */
export async function linksOf(tx: Tx, meeting: string): Promise<MeetingPage['links']> {
  const { rows } = await sql<MeetingPage['links'][number]>`select id, label, url from meeting_link
    where meeting_id = ${meeting} and session_id is null and removed_at is null order by id`.execute(tx);
  return rows;
}

async function countsOf(tx: Tx, meeting: string): Promise<NonNullable<MeetingPage['counts']>> {
  const { rows } = await sql<NonNullable<MeetingPage['counts']>>`
    select count(*)::int as invited, count(*) filter (where answer = 'accepted')::int as accepted, count(*) filter (where answer = 'tentative')::int as tentative,
      count(*) filter (where answer = 'declined')::int as declined, count(*) filter (where answer is null)::int as open
    from meeting_invitation where meeting_id = ${meeting} and withdrawn_at is null`.execute(tx);
  return rows[0]!;
}
