import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { fileResponse, mediaTypes, toDocx, toPdf } from '../../../kernel/server/documents/index.ts';
import { yearReview } from '../../../thread/year.ts';
import { today } from '../../register/asked.ts';
import { yearAsked } from '../asked.ts';
import { printedYear } from '../printed.ts';
import type { RequestHandler } from './$types';

/** The review of a year to print or to work on: PDF or DOCX, over what the asker may see. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { format } = params;
  const year = yearAsked(params.year);
  if (year === null || (format !== 'pdf' && format !== 'docx')) error(404, m.error_not_found_title());
  const day = today();
  const review = await locals.read((tx) => yearReview(tx, year, day, locals.locale));
  const document = printedYear(review, day, locals.locale, url.origin);
  const bytes = format === 'pdf' ? await toPdf(document) : await toDocx(document);
  return fileResponse(bytes, `redthread-${year}.${format}`, mediaTypes[format]);
};
