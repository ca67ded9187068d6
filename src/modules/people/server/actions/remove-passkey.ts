import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { onePasskey } from '../../forms.ts';

export const removePasskey = defineAction({
  name: 'people.passkey.remove',
  does: 'Removes one of the own passkeys; it cannot sign in any more.',
  input: onePasskey,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, log }) {
    const { numDeletedRows } = await tx.deleteFrom('passkey').where('id', '=', input.passkey).executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Refusal('people.passkey.not-found', 'You have no such passkey.');
    log('Removed a passkey.', `/people/${actor.personId}`);
    return {};
  },
});
