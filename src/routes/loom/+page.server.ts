import { loomAsked } from '../../thread/loom.ts';
import { loomLines, loomPage } from '../../thread/loom-page.ts';
import { today } from '../register/asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = loomAsked.parse(Object.fromEntries(url.searchParams));
  const loom = await locals.read((tx) => loomPage(tx, asked, today(), locals.locale));
  const lines = url.searchParams.get('as') === 'table' ? loomLines(loom) : null;
  return { loom, lines };
};
