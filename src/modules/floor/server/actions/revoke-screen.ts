import { defineAction } from '../../../../kernel/action.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { screenRevoke } from '../../forms.ts';
import { leadsSession } from '../notes.ts';

export const revokeScreen = defineAction({
  name: 'floor.screen.revoke',
  does: 'Ends a link to the screen; machines that show it stop within a minute.',
  input: screenRevoke,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  async run({ tx, input, at, log }) {
    const screen = await tx
      .updateTable('floor_screen')
      .set({ revoked_at: at })
      .where('id', '=', input.screen)
      .returning('session_id')
      .executeTakeFirst();
    if (!screen) throw new Refusal('floor.screen.not-found', 'There is no such link, or it is not yours to end.');
    const { path, title } = await leadsSession(tx, screen.session_id);
    log(`Ended a link to the screen of ${title}.`, path);
    return {};
  },
});
