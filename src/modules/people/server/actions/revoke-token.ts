import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { oneToken } from '../../forms.ts';

export const revokeToken = defineAction({
  name: 'people.token.revoke',
  does: 'Revokes one of the own tokens: whatever uses it is shut out at once.',
  input: oneToken,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, at, log }) {
    const { numUpdatedRows } = await tx
      .updateTable('api_token')
      .set({ revoked_at: at })
      .where('id', '=', input.token)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      throw new Refusal('people.token.not-found', 'You have no such token; it may have been revoked already.');
    log('Revoked a token for the API.', `/people/${actor.personId}`);
    return {};
  },
});
