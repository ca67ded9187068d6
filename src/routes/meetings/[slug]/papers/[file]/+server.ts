import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../../../kernel/ids.ts';
import { fileResponse } from '../../../../../kernel/server/documents/index.ts';
import { paperFile } from '../../../../../modules/meetings/server/index.ts';
import type { RequestHandler } from './$types';

/** A file of a paper as it was sent in, byte for byte, for whoever sees the paper. Never opened in the page: it comes from outside. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = isId(params.file) ? await locals.read((tx) => paperFile(tx, params.slug, params.file)) : null;
  if (!file) error(404, m.error_not_found_title());
  const response = fileResponse(file.bytes, file.name, 'application/octet-stream');
  response.headers.set('repr-digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`);
  response.headers.set('content-security-policy', "default-src 'none'; sandbox");
  return response;
};
