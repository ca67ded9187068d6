import { holds } from '../../kernel/actor.ts';
import { myChoices } from '../../modules/notices/server/index.ts';
import { deviceName } from '../../modules/people/index.ts';
import { findPerson, listGrants, myPasskeys, mySessions, myTokens } from '../../modules/people/server/index.ts';
import * as m from '#messages';
import { fail } from '@sveltejs/kit';
import { statusOf } from '../../kernel/refusal.ts';
import { shown } from '../../ui/refusals.ts';
import { act, answerForm, field, typedIn } from '../../ui/server/form-answer.ts';
import { signedIn } from '../../ui/server/signed-in.ts';
import { scopeNames, shownGrant } from '../people/shown.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  signedIn(event);
  const { actor, locale, session } = event.locals;
  return event.locals.read(async (tx) => {
    const person = await findPerson(tx, actor.personId!);
    const grants = await listGrants(tx, actor.personId);
    const names = await scopeNames(tx, grants, locale);
    const at = new Date();
    const told = holds(actor, 'member', 'focal-point', 'chair', 'secretariat', 'observer');
    return {
      notices: told ? await myChoices(tx) : null,
      profile: { name: person?.name ?? '', email: person?.email ?? '', language: person?.language ?? 'en' },
      rights: grants.map((grant) => shownGrant(grant, names, actor, at)).filter((grant) => grant.now),
      passkeys: await myPasskeys(tx),
      tokens: await myTokens(tx, at),
      sessions: (await mySessions(tx)).map((one) => ({
        id: one.id,
        device: deviceName(one.browser ?? ''),
        address: one.address,
        since: one.signed_in_at,
        seen: one.seen_at,
        own: one.id === session,
      })),
    };
  });
};

/** A form whose fields are the input of an action, and what is said when it is done. */
const form =
  (name: string, action: string, say: () => string, more: (event: RequestEvent) => object = () => ({})) =>
  async (event: RequestEvent) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      name,
      data,
      () => act(event, action, { ...Object.fromEntries(data), ...more(event) }),
      () => ({ to: '/account', say: say() }),
    );
  };

/** A token is shown on the page that made it and nowhere else: it goes through no cookie and no address. */
async function token(event: RequestEvent) {
  const data = await event.request.formData();
  const input = { name: field(data, 'name'), scopes: data.getAll('scopes'), days: field(data, 'days') };
  const answer = await act<{ token: string; expires_at: Date }>(event, 'people.token.make', input);
  if (answer.ok) return { made: answer.value };
  return fail(statusOf(answer.refusal), {
    answer: { form: 'token', refusal: shown(answer.refusal), typed: typedIn(data) },
  });
}

export const actions: Actions = {
  profile: form('profile', 'people.profile.change', m.account_saved),
  mails: form('mails', 'notices.choices.change', m.notices_saved),
  rename: form('rename', 'people.passkey.name', m.account_passkey_renamed),
  remove: form('remove', 'people.passkey.remove', m.account_passkey_removed),
  token,
  revoke: form('revoke', 'people.token.revoke', m.api_token_revoked),
  end: form('end', 'people.session.end', m.account_session_ended),
  others: form('others', 'people.session.end-others', m.account_sessions_ended, (event) => ({
    keep: event.locals.session,
  })),
};
