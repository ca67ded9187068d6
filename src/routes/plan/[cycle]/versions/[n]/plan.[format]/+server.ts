import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { fileResponse, mediaTypes, toDocx, toPdf } from '../../../../../../kernel/server/documents/index.ts';
import { planWorkbook, versionPage, workbookType } from '../../../../../../modules/plan/server/index.ts';
import { planDocument } from '../../../../../../modules/plan/ui/plan-document.ts';
import type { RequestHandler } from './$types';

/** A version as a paper (DOCX, PDF), in the language of the page, or as a workbook. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const n = /^\d{1,6}$/.test(params.n) ? Number(params.n) : 0;
  if (params.format === 'xlsx') {
    const file = await locals.read((tx) => planWorkbook(tx, params.cycle, { version: n }));
    if (!file) error(404, m.error_not_found_title());
    return fileResponse(file.bytes, file.name, workbookType);
  }
  if (params.format !== 'docx' && params.format !== 'pdf') error(404, m.error_not_found_title());
  const page = await locals.read((tx) => versionPage(tx, params.cycle, n, locals.locale));
  if (!page) error(404, m.error_not_found_title());
  const document = planDocument(page, `${url.origin}/plan/${params.cycle}/versions/${n}`);
  const bytes = await (params.format === 'docx' ? toDocx(document) : toPdf(document));
  return fileResponse(bytes, `plan-${params.cycle}-v${n}.${params.format}`, mediaTypes[params.format]);
};
