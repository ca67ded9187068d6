import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compress.ts';

const page = (type = 'text/html', text = 'a sentence of a report. '.repeat(200)) =>
  new Response(text, {
    headers: { 'content-type': type, etag: '"abc"', 'content-length': String(text.length), 'x-kept': 'yes' },
  });

test('a page is compressed for a browser that takes gzip, and is the same page', async () => {
  const answer = await compressed(page(), 'br, gzip');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('x-kept')).toBe('yes');
  expect(answer.headers.get('etag')).toBe('"abc-gzip"');
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(Number(answer.headers.get('content-length'))).toBe(bytes.byteLength);
  expect(gunzipSync(bytes).toString()).toBe(await page().text());
});

test('nothing is compressed for who does not take it, or takes it with weight nought', async () => {
  for (const accept of [null, 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0'])
    expect((await compressed(page(), accept)).headers.has('content-encoding')).toBe(false);
  for (const accept of ['gzip', '*', 'br;q=1.0, gzip;q=0.8'])
    expect((await compressed(page(), accept)).headers.get('content-encoding')).toBe('gzip');
});

test('files, small answers and streams are left alone', async () => {
  expect((await compressed(page('application/octet-stream'), 'gzip')).headers.has('content-encoding')).toBe(false);
  expect((await compressed(page('text/html', 'short'), 'gzip')).headers.has('content-encoding')).toBe(false);
  expect((await compressed(page('text/event-stream'), 'gzip')).headers.has('content-encoding')).toBe(false);
});
