import { redirect } from '@sveltejs/kit';
import { endSession } from '../../kernel/server/auth/session.ts';
import { runtime } from '../../kernel/server/runtime.ts';
import { localised } from '../../ui/locales.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  const { cookies } = await endSession(runtime(), locals.actor, request.headers);
  locals.cookies.push(...cookies);
  redirect(303, localised('/', locals.locale));
};
