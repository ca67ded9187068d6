import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { exportFormats } from '../../kernel/server/table-file.ts';
import { commitmentFilter } from '../../modules/followup/forms.ts';
import { exportCommitments } from '../../modules/followup/server/index.ts';
import type { RequestHandler } from './$types';

/** The list at the same address as a file: same filters, same order, every page of it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const format = exportFormats.find((one) => one === params.format);
  if (!format) error(404, m.error_not_found_title());
  const filter = commitmentFilter.parse(Object.fromEntries(url.searchParams));
  const today = new Date().toISOString().slice(0, 10);
  const file = await locals.read((tx) => exportCommitments(tx, filter, today, format, locals.locale));
  return new Response(new Blob([file.bytes as Uint8Array<ArrayBuffer>]), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'content-length': String(file.bytes.byteLength),
    },
  });
};
