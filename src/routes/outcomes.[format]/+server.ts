import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { outcomeFilter } from '../../modules/records/forms.ts';
import { exportFormats } from '../../kernel/server/table-file.ts';
import { exportOutcomes } from '../../modules/records/server/index.ts';
import { amongGoals, goalsAsked } from '../../thread/outcomes-of-goals.ts';
import { today } from '../register/asked.ts';
import type { RequestHandler } from './$types';

/** The list at the same address as a file: same filters, same order, every page of it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const format = exportFormats.find((one) => one === params.format);
  if (!format) error(404, m.error_not_found_title());
  const asked = Object.fromEntries(url.searchParams);
  const { filter, among } = amongGoals(goalsAsked.parse(asked), outcomeFilter.parse(asked), today());
  const file = await locals.read((tx) => exportOutcomes(tx, filter, format, locals.locale, among));
  return new Response(new Blob([file.bytes as Uint8Array<ArrayBuffer>]), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'content-length': String(file.bytes.byteLength),
    },
  });
};
