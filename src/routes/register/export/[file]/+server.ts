import { error } from '@sveltejs/kit';
import * as m from '#messages';
import type { Tx } from '../../../../kernel/action.ts';
import { exportCsv, exportJson } from '../../../../modules/register/server/index.ts';
import type { RequestHandler } from './$types';

const files: Readonly<Record<string, { type: string; write: (tx: Tx) => Promise<string> }>> = {
  'names.csv': { type: 'text/csv; charset=utf-8', write: (tx) => exportCsv(tx, 'names') },
  'mandates.csv': { type: 'text/csv; charset=utf-8', write: (tx) => exportCsv(tx, 'mandates') },
  'register.json': { type: 'application/json; charset=utf-8', write: exportJson },
};

/** The register as a file; each reads back through the import. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = Object.hasOwn(files, params.file) ? files[params.file] : undefined;
  if (file === undefined) error(404, m.error_not_found_title());
  const text = await locals.read(file.write);
  return new Response(text, {
    headers: { 'content-type': file.type, 'content-disposition': `attachment; filename="${params.file}"` },
  });
};
