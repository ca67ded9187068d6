import { error } from '@sveltejs/kit';
import * as m from '#messages';
import type { Tx } from '../../../../kernel/action.ts';
import { fileResponse } from '../../../../kernel/server/documents/index.ts';
import { exportGoalsCsv, exportGoalsJson } from '../../../../modules/goals/server/index.ts';
import type { RequestHandler } from './$types';

const csv = 'text/csv; charset=utf-8';
const files: Readonly<Record<string, { type: string; write: (tx: Tx) => Promise<string> }>> = {
  'goals.csv': { type: csv, write: (tx) => exportGoalsCsv(tx, 'goals') },
  'crosswalks.csv': { type: csv, write: (tx) => exportGoalsCsv(tx, 'crosswalks') },
  'goals.json': { type: 'application/json; charset=utf-8', write: exportGoalsJson },
};

/** Goals as a file; each reads back through the import. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = Object.hasOwn(files, params.file) ? files[params.file] : undefined;
  if (file === undefined) error(404, m.error_not_found_title());
  return fileResponse(await locals.read(file.write), params.file, file.type);
};
