import { error, redirect } from '@sveltejs/kit';
import { beginOpenId, offersOpenId } from '../../../kernel/server/auth/openid.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { localised } from '../../../ui/locales.ts';
import { landing } from '../steps.ts';
import type { RequestHandler } from './$types';

/** A link, not a form: the content security policy lets no form lead to another host. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
  if (!offersOpenId(runtime().settings)) error(404);
  const to = landing(url.searchParams.get('next'), locals.locale);
  const failed = localised('/sign-in', locals.locale);
  const begun = await beginOpenId(runtime(), to, failed, request.headers);
  locals.cookies.push(...begun.cookies);
  redirect(303, begun.url, { external: [new URL(begun.url).origin] });
};
