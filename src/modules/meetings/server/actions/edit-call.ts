import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { callEdit } from '../../forms.ts';
import { isPrepared, takesAnswers } from '../../stage.ts';
import { lockCall, moveCall, partyIds, pathOf } from '../calls.ts';
import { shiftSessions } from '../shift.ts';

export const editCall = defineAction({
  name: 'meetings.call.edit',
  does: 'Changes the facts of a meeting: title, days, place, mode, rule, theme, concept note, languages, ordering, deadlines. Once the date or the call is out, a new title, day, place or mode is told to all who are invited.',
  input: callEdit,
  permission: ['secretariat', 'chair', 'system'],
  async run({ tx, input, at, log }) {
    const call = await lockCall(tx, input.meeting, input.revision);
    if (!isPrepared(call.stage))
      throw new Refusal('meetings.call.state', `This meeting is ${call.stage}; its facts stand.`);
    if (takesAnswers(call.stage) && input.place === null && input.mode !== 'online')
      throw new Refusal('meetings.call.place', 'The invitations are out: say where it is, or that it is online.', {
        field: 'place',
      });
    const [host = null] = await partyIds(tx, input.host === null ? [] : [input.host], 'host');
    const now = [input.title, input.first_day, input.last_day, input.place, input.mode];
    const before = [call.title, call.start_day, call.end_day, call.place, call.mode];
    const out = takesAnswers(call.stage) || call.saved_date_at !== null;
    const told = out && now.some((value, index) => value !== before[index]);
    await tx
      .updateTable('meeting')
      .set({
        title: input.title,
        start_day: input.first_day,
        end_day: input.last_day,
        place: input.place,
        mode: input.mode,
        rule: input.rule,
      })
      .where('id', '=', call.id)
      .execute();
    const shifted = await shiftSessions(tx, call, { firstDay: input.first_day, zone: input.zone });
    const revision = await moveCall(tx, call, {
      zone: input.zone,
      host_party_id: host,
      theme: Object.keys(input.theme).length > 0 ? JSON.stringify(input.theme) : null,
      concept: Object.keys(input.concept).length > 0 ? JSON.stringify(input.concept) : null,
      languages: input.languages,
      ordering: input.ordering,
      announced: input.announced,
      list_published: input.list_published,
      answers_due: input.answers_due,
      delegations_due: input.delegations_due,
      needs_kept_days: input.needs_kept_days,
      ...(told ? { changes: call.changes + 1, changed_at: at } : {}),
    });
    log(`Changed “${input.title}”${told ? '; those invited are told' : ''}.`, pathOf(call));
    return { meeting: call.id, slug: call.slug, revision, told, shifted };
  },
});
