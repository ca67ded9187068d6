import { defineAction } from '../../../../kernel/action.ts';
import { pointsReport } from '../../forms.ts';
import { reportAllowed } from '../../session.ts';
import { mustBe, mustLead, onceOnFloor } from '../floor.ts';

export const reportPoints = defineAction({
  name: 'floor.points.report',
  does: 'Reports the points of a session to plenary: everybody invited reads them from then on.',
  input: pointsReport,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  logs: false,
  run(context) {
    const { tx, input, log } = context;
    return onceOnFloor(context, 'floor.points.report', input, async (floor) => {
      mustLead(floor);
      mustBe(floor, reportAllowed);
      const done = await tx
        .updateTable('session_point')
        .set((e) => ({ reported_at: floor.at, revision: e('revision', '+', 1) }))
        .where('session_id', '=', input.session)
        .where('reported_at', 'is', null)
        .where('removed_at', 'is', null)
        .returning('id')
        .execute();
      log(`Reported ${done.length} points of ${floor.title} to plenary.`, floor.path);
      return { reported: done.length };
    });
  },
});
