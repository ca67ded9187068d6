import { defineAction, type Tx } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { paragraphAdd } from '../../forms.ts';
import { draftPath, openText } from '../drafts.ts';
import { addParagraph as add, nameOf, placeAfter } from '../paragraphs.ts';

export const addParagraph = defineAction({
  name: 'drafting.paragraph.add',
  does: 'Adds a paragraph to the draft, after another one.',
  input: paragraphAdd,
  permission: ['secretariat', 'chair', 'member', 'focal-point', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, input.draft);
    const before = input.after === null ? null : await paragraphBefore(tx, draft.id, input.after);
    const session = input.session === 'none' ? null : (input.session ?? before?.session_id ?? null);
    if (session !== null) await checkSession(tx, draft.meeting_id, session);
    const place = await placeAfter(tx, draft.id, input.after);
    const paragraph = await add(tx, { draft: draft.id, session, kind: input.kind, text: input.text, place }, 'added', {
      actor,
      at,
    });
    log(`Added ${await nameOf(tx, draft.id, paragraph)} to the report.`, draftPath(draft.slug));
    return { paragraph, draft: draft.id, slug: draft.slug };
  },
});

async function paragraphBefore(tx: Tx, draft: string, id: string): Promise<{ session_id: string | null }> {
  const there = await tx
    .selectFrom('draft_paragraph')
    .select('session_id')
    .where('id', '=', id)
    .where('draft_id', '=', draft)
    .executeTakeFirst();
  if (!there)
    throw new Refusal('drafting.paragraph.not-found', 'There is no such paragraph to put it after.', {
      field: 'after',
    });
  return there;
}

async function checkSession(tx: Tx, meeting: string, session: string): Promise<void> {
  const there = await tx
    .selectFrom('meeting_session')
    .select('id')
    .where('id', '=', session)
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  if (!there) throw new Refusal('drafting.session.not-found', 'The meeting has no such session.', { field: 'session' });
}
