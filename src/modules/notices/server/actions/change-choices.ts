import { defineAction } from '../../../../kernel/action.ts';
import { choices } from '../../forms.ts';
import { noticeKinds } from '../../kinds.ts';
import { chooseDelivery } from '../choose.ts';

export const changeChoices = defineAction({
  name: 'notices.choices.change',
  does: 'Says how one wants to be told of each kind of thing, and in which time zone one is.',
  input: choices,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer'],
  async run({ tx, actor, input, at, log }) {
    await tx
      .insertInto('notice_setting')
      .values({ person_id: actor.personId!, zone: input.zone, at })
      .onConflict((c) => c.column('person_id').doUpdateSet({ zone: input.zone, at }))
      .execute();
    for (const kind of noticeKinds) if (input[kind]) await chooseDelivery(tx, actor.personId!, kind, input[kind], at);
    log('Changed how they want to be told of things.', `/people/${actor.personId}`);
    return {};
  },
});
