import { defineAction } from '../../../../kernel/action.ts';
import { holds } from '../../../../kernel/actor.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { meetingEdit } from '../../forms.ts';
import { lockReport } from '../reports.ts';

export const editMeeting = defineAction({
  name: 'records.meeting.edit',
  does: 'Corrects the facts of a report’s meeting (title, days, place, mode, rule) and the bodies that met.',
  input: meetingEdit,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, actor, input, log }) {
    const report = await lockReport(tx, input.report, input.revision);
    const { title, start_day, end_day, place, mode, rule } = input;
    const facts = { title, start_day, end_day: start_day === null ? null : (end_day ?? start_day), place, mode, rule };
    const before = await tx
      .selectFrom('meeting_body')
      .select('body_id')
      .where('meeting_id', '=', report.meeting_id)
      .execute();
    const removed = before.map(({ body_id }) => body_id).filter((body) => !input.bodies.includes(body));
    const added = [...new Set(input.bodies)].filter((body) => !before.some(({ body_id }) => body_id === body));
    if (removed.length > 0 && !holds(actor, 'secretariat', 'system'))
      throw new Refusal('records.meeting.bodies', 'The Secretariat alone takes a body off a meeting.', {
        field: 'bodies',
      });
    await tx.updateTable('meeting').set(facts).where('id', '=', report.meeting_id).execute();
    for (const body_id of added)
      await tx.insertInto('meeting_body').values({ meeting_id: report.meeting_id, body_id }).execute();
    if (removed.length > 0)
      await tx
        .deleteFrom('meeting_body')
        .where('meeting_id', '=', report.meeting_id)
        .where('body_id', 'in', removed)
        .execute();
    await tx
      .updateTable('report')
      .set({ revision: report.revision + 1 })
      .where('id', '=', report.id)
      .execute();
    log(`Corrected the facts of the meeting “${title}”.`, `/reports/${report.slug}`);
    return { report: report.id, slug: report.slug, revision: report.revision + 1 };
  },
});
