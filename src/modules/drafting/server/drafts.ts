import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { draftSteps, isOpen, type DraftStage } from '../stage.ts';

/** A draft as a step or an edit needs it. */
export interface DraftRow {
  id: string;
  meeting_id: string;
  slug: string;
  title: string;
  stage: DraftStage;
  names_day: string;
  zone: string;
  /** Whether the Chatham House Rule holds for the whole meeting. */
  rule: boolean;
  report_id: string | null;
  adopted_version_id: string | null;
  revision: number;
}

const columns = sql`d.id, d.meeting_id, c.slug, m.title, d.stage, d.names_day, d.zone, m.rule is not null as rule, d.report_id, d.adopted_version_id, d.revision`;
const from = sql`draft d join meeting_call c on c.meeting_id = d.meeting_id join meeting m on m.id = d.meeting_id`;

/** Address of the report of a meeting while it is drafted. */
export const draftPath = (slug: string): string => `/meetings/${slug}/report`;

/** The draft as the actor sees it, not locked. @throws Refusal `drafting.draft.not-found` */
export async function seenDraft(tx: Tx, id: string): Promise<DraftRow> {
  const { rows } = await sql<DraftRow>`select ${columns} from ${from} where d.id = ${id}`.execute(tx);
  if (!rows[0]) throw new Refusal('drafting.draft.not-found', 'There is no such draft, or you may not see it.');
  return rows[0];
}

/**
 * Locks a draft for a step of who leads it, and waits for edits that are being written.
 * @throws Refusal `drafting.draft.not-found`, `access.denied` or `drafting.draft.changed`
 */
export async function lockDraft(tx: Tx, id: string, revision: number): Promise<DraftRow> {
  await sql`select pg_advisory_xact_lock(hashtextextended('draft.text', 0) # hashtextextended(${id}, 0))`.execute(tx);
  const { rows } =
    await sql<DraftRow>`select ${columns} from ${from} where d.id = ${id} for no key update of d`.execute(tx);
  const draft = rows[0];
  if (!draft) {
    await seenDraft(tx, id);
    throw new Refusal('access.denied', 'The Secretariat and the chair of a body that met lead this draft.');
  }
  if (draft.revision !== revision)
    throw new Refusal(
      'drafting.draft.changed',
      `Somebody else moved this draft on after you opened it; it is now in stage ${draft.stage}. Nothing was overwritten; look at it again.`,
    );
  return draft;
}

/**
 * The draft whose text is written now; a step of the draft waits until this transaction has ended.
 * @throws Refusal `drafting.draft.not-found` or `drafting.draft.state`
 */
export async function openText(tx: Tx, id: string): Promise<DraftRow> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('draft.text', 0) # hashtextextended(${id}, 0))`.execute(
    tx,
  );
  const draft = await seenDraft(tx, id);
  if (!isOpen(draft.stage))
    throw new Refusal(
      'drafting.draft.state',
      `The draft is in stage ${draft.stage}: its text stands. Take it up for revision first.`,
    );
  return draft;
}

/** @throws Refusal `drafting.draft.state` when the draft cannot come into that stage from where it is. */
export function checkStep(draft: Pick<DraftRow, 'stage'>, to: DraftStage): void {
  if (!draftSteps[draft.stage].includes(to))
    throw new Refusal(
      'drafting.draft.state',
      `This draft is in stage ${draft.stage}; it cannot become ${to} from there.`,
    );
}

/** Changes the draft and counts its revision up. */
export async function moveDraft(tx: Tx, draft: DraftRow, change: Record<string, unknown>): Promise<number> {
  const revision = draft.revision + 1;
  await tx
    .updateTable('draft')
    .set({ ...change, revision })
    .where('id', '=', draft.id)
    .execute();
  return revision;
}
