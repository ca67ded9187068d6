import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { fileResponse, mediaTypes, toDocx, toPdf } from '../../../../../../../kernel/server/documents/index.ts';
import { reportDocument } from '../../../../../../../modules/drafting/index.ts';
import { versionPage } from '../../../../../../../modules/drafting/server/index.ts';
import type { RequestHandler } from './$types';

/** A version as a paper: DOCX with real numbers, or PDF. For those to whom it is circulated; it says at the foot that it is a draft. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const n = /^\d{1,6}$/.test(params.n) ? Number(params.n) : 0;
  if (params.format !== 'docx' && params.format !== 'pdf') error(404, m.error_not_found_title());
  const page = await locals.read((tx) => versionPage(tx, params.slug, n, 'en', new Date()));
  if (!page) error(404, m.error_not_found_title());
  const footer = page.version.adopted ? undefined : `Draft, version ${n}`;
  const document = reportDocument({
    ...page.meeting,
    issuer: '',
    paragraphs: page.paragraphs,
    ...(footer ? { footer } : {}),
  });
  const bytes = await (params.format === 'docx' ? toDocx(document) : toPdf(document));
  return fileResponse(bytes, `report-${params.slug}-v${n}.${params.format}`, mediaTypes[params.format]);
};
