import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { paperUpload } from '../../forms.ts';
import { pathOf } from '../calls.ts';
import { ledPaper, storePaper } from '../papers.ts';

export const uploadPaper = defineAction({
  name: 'meetings.paper.upload',
  does: 'Adds a file to a paper: its first in a language, or the next version. Earlier versions stay.',
  input: paperUpload,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { paper, call } = await ledPaper(tx, input.paper);
    const by = actor.personId!;
    const file_id = await storePaper(tx, input.file, { at, by });
    const { rows } = await sql<{ n: number }>`select coalesce(max(n), 0) + 1 as n from meeting_paper_version
      where paper_id = ${paper.id} and language = ${input.language}`.execute(tx);
    const { n } = rows[0]!;
    await tx
      .insertInto('meeting_paper_version')
      .values({ paper_id: paper.id, n, language: input.language, file_id, note: input.note, at, by })
      .execute();
    log(`Added version ${n} (${input.language}) to a paper of “${call.title}”.`, pathOf(call));
    return { slug: call.slug, paper: paper.id, n, file: file_id };
  },
});
