import { actions } from '../../../../../actions.generated.ts';
import { callAction } from '../../../../../kernel/server/api/call.ts';
import { callerOf } from '../../../../../kernel/server/api/caller.ts';
import { runtime } from '../../../../../kernel/server/runtime.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ params, request, locals, getClientAddress }) =>
  callAction(runtime(), actions, {
    name: params.name,
    request,
    caller: () => callerOf(runtime(), request.headers, locals.actor, getClientAddress()),
  });
