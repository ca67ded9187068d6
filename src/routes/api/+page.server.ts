import { actions } from '../../actions.generated.ts';
import { publishedApi } from '../../kernel/server/api/published.ts';
import { runtime } from '../../kernel/server/runtime.ts';
import { queries } from '../../queries.generated.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const { origin } = runtime();
  return { origin, ...publishedApi(actions, queries, origin).reference };
};
