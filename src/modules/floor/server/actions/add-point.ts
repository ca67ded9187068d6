import { sql } from 'kysely';
import { defineAction } from '../../../../kernel/action.ts';
import { pointAdd } from '../../forms.ts';
import { mustLead, onceOnFloor } from '../floor.ts';

export const addPoint = defineAction({
  name: 'floor.point.add',
  does: 'Notes what a session brings out: a recommendation, decision, action point, offer or request.',
  input: pointAdd,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run(context) {
    const { tx, actor, input, log } = context;
    return onceOnFloor(context, 'floor.point.add', input, async (floor) => {
      mustLead(floor);
      const { rows } = await sql<{ next: number }>`
        select coalesce(max(ordinal), 0)::int + 1 as next from session_point where session_id = ${input.session}`.execute(
        tx,
      );
      await tx
        .insertInto('session_point')
        .values({
          id: input.command,
          session_id: input.session,
          kind: input.kind,
          text: input.text,
          party_id: input.party,
          intervention_id: input.turn,
          ordinal: rows[0]!.next,
          at: floor.at,
          by: actor.personId!,
        })
        .execute();
      log(`Noted a point of ${floor.title}.`, floor.path);
      return { point: input.command, revision: 1 };
    });
  },
});
