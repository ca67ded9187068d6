import { fileResponse } from '../../kernel/server/documents/index.ts';
import { loomAsked } from '../../thread/loom.ts';
import { loomCsv, loomPage } from '../../thread/loom-page.ts';
import { today } from '../register/asked.ts';
import type { RequestHandler } from './$types';

/** The loom at the same address as a file: same choices, one line a cell. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = loomAsked.parse(Object.fromEntries(url.searchParams));
  const loom = await locals.read((tx) => loomPage(tx, asked, today(), locals.locale));
  return fileResponse(loomCsv(loom), 'loom.csv', 'text/csv; charset=utf-8');
};
