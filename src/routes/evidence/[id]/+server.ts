import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../kernel/ids.ts';
import { evidenceFile } from '../../../modules/followup/server/index.ts';
import type { RequestHandler } from './$types';

/** A file of evidence as it was sent in, byte for byte, for whoever sees the evidence. Never opened in the page: it comes from outside. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = isId(params.id) ? await locals.read((tx) => evidenceFile(tx, params.id)) : null;
  if (!file) error(404, m.error_not_found_title());
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return new Response(new Blob([file.bytes as Uint8Array<ArrayBuffer>]), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-length': String(file.bytes.byteLength),
      'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
