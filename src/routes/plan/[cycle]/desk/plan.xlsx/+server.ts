import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { fileResponse } from '../../../../../kernel/server/documents/index.ts';
import { planWorkbook, workbookType } from '../../../../../modules/plan/server/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await locals.read((tx) => planWorkbook(tx, params.cycle, 'plan'));
  if (!file) error(404, m.error_not_found_title());
  return fileResponse(file.bytes, file.name, workbookType);
};
