import { onScreen } from '../../../../../../modules/floor/index.ts';
import { floorPage } from '../../floor-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await floorPage(event, true, async () => ({}));
  return { ...page, view: onScreen(page.view) };
};
