import { defineAction } from '../../../../kernel/action.ts';
import { challengeSeconds, creationOptions } from '../../../../kernel/server/auth/passkeys.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { nothing } from '../../forms.ts';

export const startPasskey = defineAction({
  name: 'people.passkey.start',
  does: 'Begins adding a passkey: answers what the browser needs to make one.',
  input: nothing,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  logs: false,
  async run({ tx, actor, at }) {
    const person = actor.personId!;
    const known = await tx.selectFrom('passkey').select('credential_id').where('person_id', '=', person).execute();
    const options = await creationOptions(
      runtime().origin,
      { id: person, name: actor.name },
      known.map((one) => one.credential_id),
    );
    await tx.deleteFrom('passkey_challenge').where('person_id', '=', person).execute();
    await tx
      .insertInto('passkey_challenge')
      .values({
        challenge: options.challenge,
        person_id: person,
        expires_at: new Date(at.getTime() + challengeSeconds * 1000),
      })
      .execute();
    return options;
  },
});
