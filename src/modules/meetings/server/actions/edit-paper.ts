import { defineAction } from '../../../../kernel/action.ts';
import { paperEdit } from '../../forms.ts';
import { pathOf } from '../calls.ts';
import { checkPaperRevision, ledPaper } from '../papers.ts';
import { checkParent, placesIn } from '../sessions.ts';

export const editPaper = defineAction({
  name: 'meetings.paper.edit',
  does: 'Changes the title of a paper, the session it is for, or who sees it.',
  input: paperEdit,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, log }) {
    const { paper, call } = await ledPaper(tx, input.paper);
    checkPaperRevision(paper, input.revision);
    checkParent(await placesIn(tx, call.id), input.session);
    await tx
      .updateTable('meeting_paper')
      .set({
        title: JSON.stringify(input.title),
        access: input.access,
        session_id: input.session,
        revision: paper.revision + 1,
      })
      .where('id', '=', paper.id)
      .execute();
    log(`Changed a paper of “${call.title}”; it is seen by ${input.access}.`, pathOf(call));
    return { slug: call.slug, paper: paper.id, revision: paper.revision + 1 };
  },
});
