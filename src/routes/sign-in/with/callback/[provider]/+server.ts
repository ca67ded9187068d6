import { error } from '@sveltejs/kit';
import { finishOpenId, offersOpenId } from '../../../../../kernel/server/auth/openid.ts';
import { runtime } from '../../../../../kernel/server/runtime.ts';
import { fromOf } from '../../../steps.ts';
import type { RequestHandler } from './$types';

/** Where the OpenID provider sends people back to: `<origin>/sign-in/with/callback/oidc`. */
export const GET: RequestHandler = (event) => {
  if (event.params.provider !== 'oidc' || !offersOpenId(runtime().settings)) error(404);
  return finishOpenId(runtime(), event.request, fromOf(event));
};
