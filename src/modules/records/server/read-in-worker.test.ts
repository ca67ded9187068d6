import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readInWorker } from './read-in-worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'redthread-worker-'));
afterAll(() => rmSync(folder, { recursive: true }));
const worker = (name: string, text: string) => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
};
const bytes = new TextEncoder().encode('Lake Workshop\nTirana, 3 May 2023\n\n1. The workshop met in Tirana.\n');
const small = { seconds: 20, megabytes: 64 };

describe('reading in a thread of its own', { timeout: 60_000 }, () => {
  test('gives the reading of the file', async () => {
    const result = await readInWorker(bytes, 'lake.txt');
    expect(result).toMatchObject({
      ok: true,
      reading: { format: 'redthread-reading/1', source: { name: 'lake.txt' } },
    });
  });
  test('a file that cannot be read gives its sentence', async () => {
    const result = await readInWorker(new Uint8Array([0, 1, 2, 3, 0, 0, 255, 254, 0]), 'picture.bin');
    expect(result.ok).toBe(false);
    expect(result.ok || result.sentence.length).toBeGreaterThan(10);
  });
  test('a reader that never ends is stopped in time', async () => {
    const result = await readInWorker(
      bytes,
      'endless.pdf',
      { seconds: 1, megabytes: 64 },
      worker('endless', 'for (;;);'),
    );
    expect(result).toEqual({
      ok: false,
      sentence:
        'Reading endless.pdf took more than 1 seconds and was stopped. Try a smaller file, or the document it was made from (DOCX).',
    });
  }, 30_000);
  test('a reader that eats memory is stopped, the process lives on', async () => {
    const result = await readInWorker(
      bytes,
      'huge.pdf',
      small,
      worker('huge', 'const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));'),
    );
    expect(result).toEqual({
      ok: false,
      sentence: 'Reading huge.pdf needs more than 64 MB of memory and was stopped. Try a smaller file.',
    });
  });
  test('a reader that breaks or leaves without a word gives a sentence without the content of the document', async () => {
    const broken = await readInWorker(
      bytes,
      'odd.pdf',
      small,
      worker('broken', "throw new TypeError('secret words of the document');"),
    );
    expect(broken.ok || broken.sentence).toMatch(/^The reader could not cope with odd\.pdf\. .*TypeError/);
    expect(broken.ok || broken.sentence).not.toContain('secret');
    const silent = await readInWorker(bytes, 'odd.pdf', small, worker('silent', 'process.exit(0);'));
    expect(silent).toEqual({ ok: false, sentence: 'Reading odd.pdf ended before it was done.' });
  });
  test('many at once wait their turn and all are read', async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => readInWorker(bytes, `lake-${index}.txt`)),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
  });
});
