import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { outcomeMark } from '../../forms.ts';
import { placeIn } from '../../outcome.ts';
import { draftPath, openText } from '../drafts.ts';
import { markOutcome as mark, namedByKeys } from '../outcomes.ts';
import { draftOf, lockParagraph, nameOf } from '../paragraphs.ts';

export const markOutcome = defineAction({
  name: 'drafting.outcome.mark',
  does: 'Marks words of a paragraph as an outcome: what kind, by whom, to whom, towards which goals, by when.',
  input: outcomeMark,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const draft = await openText(tx, await draftOf(tx, input.paragraph));
    const paragraph = await lockParagraph(tx, input.paragraph, input.revision);
    if (paragraph.removed_at !== null || !placeIn(paragraph.text, input.text))
      throw new Refusal('drafting.outcome.words', 'These words do not stand in the paragraph as it is.', {
        field: 'text',
      });
    const there = await tx
      .selectFrom('draft_outcome')
      .select('id')
      .where('paragraph_id', '=', paragraph.id)
      .where('text', '=', input.text)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (there)
      throw new Refusal('drafting.outcome.exists', 'These words are marked as an outcome already.', { field: 'text' });
    const when =
      input.when_from !== null && input.when_until !== null
        ? { from: input.when_from, until: input.when_until, asWritten: input.when_as_written }
        : null;
    const { kind, goals, text } = input;
    const [by, to] = [await namedByKeys(tx, input.by, 'by'), await namedByKeys(tx, input.to, 'to')];
    const outcome = await mark(
      tx,
      { draft: draft.id, paragraph: paragraph.id, text, kind, by, to, goals, when, origin: 'person' },
      { actor, at },
    );
    log(
      `Marked an outcome (${kind}) in ${await nameOf(tx, draft.id, paragraph.id)} of the report.`,
      draftPath(draft.slug),
    );
    return { outcome, paragraph: paragraph.id, slug: draft.slug };
  },
});
