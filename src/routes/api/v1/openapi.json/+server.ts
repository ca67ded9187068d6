import { actions } from '../../../../actions.generated.ts';
import { publishedApi } from '../../../../kernel/server/api/published.ts';
import { queries } from '../../../../queries.generated.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
  new Response(publishedApi(actions, queries, runtime().origin).text, {
    headers: { 'content-type': 'application/json' },
  });
