import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { screenMake } from '../../forms.ts';
import { leadsSession } from '../notes.ts';
import { newSecret } from '../screens.ts';

export const makeScreen = defineAction({
  name: 'floor.screen.make',
  does: 'Makes a secret link for a machine in the room that shows the floor without anybody signed in. The secret is answered once; the link ends by itself.',
  input: screenMake,
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  async run({ tx, actor, input, at, log }) {
    const { path, title } = await leadsSession(tx, input.session);
    const { secret, digest } = newSecret();
    const id = newId(at);
    const until = new Date(at.getTime() + input.hours * 3_600_000);
    await tx
      .insertInto('floor_screen')
      .values({ id, session_id: input.session, digest, made_at: at, expires_at: until, by: actor.personId! })
      .execute();
    log(`Made a link to the screen of ${title}.`, path);
    return { screen: id, secret, until };
  },
});
