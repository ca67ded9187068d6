import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { reportFault } from './kernel/server/background.ts';
import { asActor } from './kernel/server/db/database.ts';
import { visitorOf } from './kernel/server/auth/session.ts';
import { tidySignIn } from './kernel/server/auth/tidy.ts';
import { foreignPost, refuseForeign } from './kernel/server/auth/origin.ts';
import { startOutbox } from './kernel/server/mail/outbox.ts';
import { runAction } from './kernel/server/run-action.ts';
import { opened, runtime } from './kernel/server/runtime.ts';
import { keepForgetting } from './modules/delegations/server/index.ts';
import { keepRecognising } from './thread/5-recognise-wishes.ts';
import { startTelling } from './thread/notices/tell.ts';
import { pageHandle } from './ui/server/page-handle.ts';
import { reportProblem } from './ui/server/problems.ts';

/**
 * Works in the background of the process that serves pages: people are told what the clock says, mails are sent, what is worthless or no longer to be kept is removed,
 * wishes that come back are recognised. Without a database (a preview of the design) there is none of it.
 */
export const init: ServerInit = () => {
  const running = opened();
  if (!running) return;
  const telling = startTelling(running);
  const outbox = startOutbox(running);
  const tidying = setInterval(
    () => void tidySignIn(running).catch((error: unknown) => reportFault('tidying sign-in', error)),
    3_600_000,
  );
  tidying.unref();
  const recognising = keepRecognising(running.database);
  const forgetting = keepForgetting(running.database);
  running.beforeClose.push(async () => {
    clearInterval(tidying);
    await recognising.stop();
    await forgetting.stop();
    await telling.stop();
    await outbox.stop();
  });
};

/** Who is asking → locals; nothing else. Then the page. */
export const handle: Handle = async (input) => {
  const { request, url, locals } = input.event;
  if (foreignPost(request, url.origin)) return refuseForeign(url);
  const { actor, session, cookies } = await visitorOf(runtime, request.headers);
  locals.actor = actor;
  locals.session = session;
  locals.cookies = cookies;
  locals.read = (work) => asActor(runtime().database, actor, work);
  locals.act = (action, given) => runAction(runtime().database, action, actor, given, { door: 'page' });
  const response = await pageHandle(input);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  if (session !== null || cookies.length > 0) response.headers.set('cache-control', 'no-store');
  return response;
};

export const handleError: HandleServerError = reportProblem;
