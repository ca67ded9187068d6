import { callerOf } from '../../../../kernel/server/api/caller.ts';
import { readOverApi } from '../../../../kernel/server/api/read.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { queries } from '../../../../queries.generated.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, url, locals, getClientAddress }) =>
  readOverApi(
    runtime(),
    queries,
    () => callerOf(runtime(), request.headers, locals.actor, getClientAddress()),
    url,
    request.headers,
  );
