import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);
const texts = /^(text\/|application\/(json|problem\+json|xml|javascript))/;

/**
 * The same answer, compressed for a poor line, when the browser takes gzip (RFC 9110 §12.5.3) and it pays: a text of
 * more than a kilobyte, not compressed and not streamed. The entity tag is then another,
 * since the bytes differ (§8.8.3.3).
 */
export async function compressed(response: Response, acceptEncoding: string | null): Promise<Response> {
  const { headers } = response;
  const takesGzip = /(^|,)\s*(gzip|\*)\s*(;\s*q=(0\.\d*[1-9]\d*|1(\.0*)?)\s*)?(,|$)/i.test(acceptEncoding ?? '');
  if (!texts.test(headers.get('content-type') ?? '') || headers.has('content-encoding') || !response.body)
    return response;
  if (headers.get('content-type')?.startsWith('text/event-stream')) return response;
  headers.append('vary', 'Accept-Encoding');
  if (!takesGzip || Number(headers.get('content-length') ?? Infinity) < 1024) return response;
  const bytes = await zip(await response.arrayBuffer(), { level: 5 });
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(bytes.byteLength));
  const tag = headers.get('etag');
  if (tag?.endsWith('"')) headers.set('etag', `${tag.slice(0, -1)}-gzip"`);
  return new Response(bytes, { status: response.status, statusText: response.statusText, headers });
}
