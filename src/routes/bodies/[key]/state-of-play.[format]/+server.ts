import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { fileResponse, mediaTypes, toDocx, toPdf } from '../../../../kernel/server/documents/index.ts';
import { runtime } from '../../../../kernel/server/runtime.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { stateOfPlayDocument } from '../../../../thread/state-of-play-document.ts';
import { stateOfPlay } from '../../../../thread/state-of-play.ts';
import { questionOf, reader } from '../asked.ts';
import type { RequestHandler } from './$types';

const formats = ['pdf', 'docx', 'json'] as const;

/** The page at the same address as a file: PDF, DOCX, or the data of both. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const format = formats.find((one) => one === params.format);
  if (!format) error(404, m.error_not_found_title());
  const asked = questionOf(params.key, url);
  try {
    const play = await reader(locals, url)((tx) => stateOfPlay(tx, asked, locals.locale));
    const name = `state-of-play-${params.key.replace(/^body:/, '')}-${asked.on}.${format}`;
    if (format === 'json') return fileResponse(JSON.stringify(play, null, 2), name, 'application/json; charset=utf-8');
    const printed = stateOfPlayDocument(play, locals.locale, runtime().origin);
    const bytes = await (format === 'pdf' ? toPdf(printed) : toDocx(printed));
    return fileResponse(bytes, name, mediaTypes[format]);
  } catch (cause) {
    if (cause instanceof Refusal) error(404, m.error_not_found_title());
    throw cause;
  }
};
