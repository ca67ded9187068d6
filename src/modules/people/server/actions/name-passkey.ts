import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { namedPasskey } from '../../forms.ts';

export const namePasskey = defineAction({
  name: 'people.passkey.name',
  does: 'Gives one of the own passkeys another name.',
  input: namedPasskey,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, log }) {
    const { numUpdatedRows } = await tx
      .updateTable('passkey')
      .set({ name: input.name })
      .where('id', '=', input.passkey)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Refusal('people.passkey.not-found', 'You have no such passkey.');
    log('Renamed a passkey.', `/people/${actor.personId}`);
    return {};
  },
});
