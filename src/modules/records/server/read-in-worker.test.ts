import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readInWorker, readerInWorker } from './read-in-worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'redthread-worker-'));
afterAll(() => rmSync(folder, { recursive: true }));
const worker = (name: string, text: string) => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
};
const bytes = new TextEncoder().encode('Lake Workshop\nTirana, 3 May 2023\n\n1. The workshop met in Tirana.\n');
const small = { atOnce: 1, seconds: 20, megabytes: 64 };

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
    const read = readerInWorker({ ...small, seconds: 1, file: worker('endless', 'for (;;);') });
    const result = await read(bytes, 'endless.pdf');
    expect(result).toEqual({
      ok: false,
      sentence:
        'Reading endless.pdf took more than 1 seconds and was stopped. Try a smaller file, or the document it was made from (DOCX).',
    });
  }, 30_000);
  test('a reader that eats memory is stopped, the process lives on', async () => {
    const file = worker('huge', 'const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));');
    const result = await readerInWorker({ ...small, file })(bytes, 'huge.pdf');
    expect(result).toEqual({
      ok: false,
      sentence: 'Reading huge.pdf needs more than 64 MB of memory and was stopped. Try a smaller file.',
    });
  });
  test('a reader that breaks or leaves without a word gives a sentence without the content of the document', async () => {
    const read = (name: string, text: string) =>
      readerInWorker({ ...small, file: worker(name, text) })(bytes, 'odd.pdf');
    const broken = await read('broken', "throw new TypeError('secret words of the document');");
    expect(broken.ok || broken.sentence).toMatch(/^The reader could not cope with odd\.pdf\. .*TypeError/);
    expect(broken.ok || broken.sentence).not.toContain('secret');
    const silent = await read('silent', 'process.exit(0);');
    expect(silent).toEqual({ ok: false, sentence: 'Reading odd.pdf ended before it was done.' });
  });
  test('many at once wait their turn and all are read', async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => readInWorker(bytes, `lake-${index}.txt`)),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
  });
  test('one worker reads file after file; one that breaks is replaced and takes nothing with it', async () => {
    const counting = `import { parentPort } from 'node:worker_threads';
      let read = 0;
      parentPort.on('message', ({ name }) => {
        if (name === 'odd.pdf') throw new TypeError('broken');
        parentPort.postMessage({ ok: false, sentence: String(++read) });
      });`;
    const read = readerInWorker({ ...small, file: worker('counting', counting) });
    const said: unknown[] = [];
    for (const name of ['a.pdf', 'b.pdf', 'odd.pdf', 'c.pdf']) {
      const result = await read(bytes, name);
      said.push(result.ok || result.sentence);
    }
    expect(said).toEqual(['1', '2', expect.stringMatching(/^The reader could not cope with odd\.pdf/), '1']);
  });
});
