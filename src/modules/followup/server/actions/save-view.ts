import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { viewSave } from '../../forms.ts';
import { Refusal } from '../../../../kernel/refusal.ts';

/** Views one person can keep. */
const most = 50;

export const saveView = defineAction({
  name: 'followup.view.save',
  does: 'Keeps a list with its filters under a name, for the person alone; the same name takes the place of the earlier one.',
  input: viewSave,
  permission: ['member', 'focal-point', 'chair', 'observer', 'secretariat', 'system'],
  logs: false,
  async run({ tx, actor, input, at }) {
    const person_id = actor.personId!;
    await tx.deleteFrom('saved_view').where('person_id', '=', person_id).where('name', '=', input.name).execute();
    const kept = await tx.selectFrom('saved_view').select('id').where('person_id', '=', person_id).execute();
    if (kept.length >= most)
      throw new Refusal('followup.view.many', `You keep ${most} views already; remove one first.`, { field: 'name' });
    const view = newId(at);
    await tx
      .insertInto('saved_view')
      .values({ id: view, person_id, ...input, at })
      .execute();
    return { view, address: input.address };
  },
});
