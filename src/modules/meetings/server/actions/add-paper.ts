import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { paperAdd } from '../../forms.ts';
import { ledCall, newRow, pathOf } from '../calls.ts';
import { checkParent, placesIn } from '../sessions.ts';

export const addPaper = defineAction({
  name: 'meetings.paper.add',
  does: 'Adds a paper to a meeting or one of its sessions, with who sees it; its files follow.',
  input: paperAdd,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, at, log }) {
    const call = await ledCall(tx, input.meeting);
    checkParent(await placesIn(tx, call.id), input.session);
    const { rows } = await sql<{
      ordinal: number;
    }>`select coalesce(max(ordinal), 0) + 1 as ordinal from meeting_paper where meeting_id = ${call.id}`.execute(tx);
    const row = newRow({ at, by: actor.personId! });
    await tx
      .insertInto('meeting_paper')
      .values({
        ...row,
        meeting_id: call.id,
        session_id: input.session,
        ordinal: rows[0]!.ordinal,
        title: JSON.stringify(input.title),
        access: input.access,
      })
      .execute();
    // Who reads the history need not see the paper: its title is not said.
    log(`Added a paper to “${call.title}”.`, pathOf(call));
    return { slug: call.slug, paper: row.id, revision: 1 };
  },
});
