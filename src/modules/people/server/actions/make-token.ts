import { randomBytes } from 'node:crypto';
import { defineAction } from '../../../../kernel/action.ts';
import { newId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { digestOf, tokenPrefix } from '../../../../kernel/server/api/caller.ts';
import { newToken } from '../../forms.ts';
import { mostTokens } from '../../token.ts';
import { myTokens } from '../queries.ts';

export const makeToken = defineAction({
  name: 'people.token.make',
  does: 'Makes a personal access token for the API. The answer is the only place where it can be read.',
  input: newToken,
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer', 'administrator'],
  async run({ tx, actor, input, at, log }) {
    if ((await myTokens(tx, at)).length >= mostTokens)
      throw new Refusal(
        'people.token.too-many',
        `You have ${mostTokens} tokens. Revoke one that is not needed any more.`,
      );
    const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
    const id = newId(at);
    const expires = new Date(at.getTime() + input.days * 86_400_000);
    await tx
      .insertInto('api_token')
      .values({
        id,
        person_id: actor.personId!,
        name: input.name,
        hint: token.slice(-4),
        digest: digestOf(token),
        scopes: [...new Set(input.scopes)].sort(),
        created_at: at,
        expires_at: expires,
      })
      .execute();
    log(`Made a token for the API (${input.scopes.join(', ')}).`, `/people/${actor.personId}`);
    return { id, token, expires_at: expires };
  },
});
