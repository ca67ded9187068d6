import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { checkCreation } from '../../../../kernel/server/auth/passkeys.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { newPasskey } from '../../forms.ts';

export const addPasskey = defineAction({
  name: 'people.passkey.add',
  does: 'Adds a passkey the browser has just made.',
  input: newPasskey,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, at, log }) {
    const person = actor.personId!;
    const spend = async (challenge: string) => {
      const { numDeletedRows } = await tx
        .deleteFrom('passkey_challenge')
        .where('challenge', '=', challenge)
        .where('person_id', '=', person)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    };
    const made = await checkCreation(runtime().origin, input.response as unknown as RegistrationResponseJSON, spend);
    const id = newId();
    await tx
      .insertInto('passkey')
      .values({ id, person_id: person, name: input.name, created_at: at, ...made })
      .execute();
    log('Added a passkey.', `/people/${person}`);
    return { passkey: id };
  },
});
