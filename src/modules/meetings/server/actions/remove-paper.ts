import { defineAction } from '../../../../kernel/action.ts';
import { paperRemove } from '../../forms.ts';
import { pathOf } from '../calls.ts';
import { checkPaperRevision, ledPaper } from '../papers.ts';

export const removePaper = defineAction({
  name: 'meetings.paper.remove',
  does: 'Takes a paper from the list of a meeting. Its files stay with those who lead the meeting.',
  input: paperRemove,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const { paper, call } = await ledPaper(tx, input.paper);
    checkPaperRevision(paper, input.revision);
    await tx
      .updateTable('meeting_paper')
      .set({ removed_at: at, revision: paper.revision + 1 })
      .where('id', '=', paper.id)
      .execute();
    log(`Took a paper from the list of “${call.title}”.`, pathOf(call));
    return { slug: call.slug };
  },
});
