import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { readBytes, reportPage } from '../../../../modules/records/server/index.ts';
import type { RequestHandler } from './$types';

/** The file as it was received, byte for byte; its SHA-256 in the header lets anybody check. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const version = Number(url.searchParams.get('version') ?? '') || null;
  const found = await locals.read(async (tx) => {
    const file = (await reportPage(tx, params.slug, locals.locale, version))?.file;
    const bytes = file ? await readBytes(tx, file.id) : null;
    return file && bytes ? { file, bytes } : null;
  });
  if (!found) error(404, m.error_not_found_title());
  const { file, bytes } = found;
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-length': String(bytes.byteLength),
      'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
