import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../main.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'redthread-read-'));
  mkdirSync(at('empty'));
  writeFileSync(
    at('good.txt'),
    'Harbour Group\n\nTirana, 4 March 2020\n\n1. Malta offered to host a visit in May 2020.\n',
  );
  writeFileSync(at('also-good.md'), '# Harbour Group\n\nTirana, 4 May 2022\n\n1. Georgia offered to host a visit.\n');
  writeFileSync(at('nothing.pdf'), '');
  writeFileSync(at('text.pdf'), 'The harbour group met in Tirana on 4 March 2020.\n');
  writeFileSync(
    at('nonsense.docx'),
    Uint8Array.from({ length: 900 }, (_, i) => (i * 37) % 256),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function call(...args: string[]) {
  const printed = { out: '', err: '' };
  const status = await main(args, {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    colour: false,
    progress: false,
    env: {},
  });
  return { status, ...printed };
}

test.each([
  ['nothing.pdf', 'is empty'],
  ['text.pdf', 'is no PDF, whatever its name says'],
  ['nonsense.docx', 'is no DOCX, whatever its name says'],
  ['missing.pdf', 'There is no such file. Check the name.'],
  ['empty', 'holds no report'],
])('%s: one sentence that names it, nothing else, status 2', async (name, sentence) => {
  const { status, out, err } = await call('read', at(name));
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(at(name));
  expect(err).toContain(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('good and bad files together: what can be read is read, the rest is named, and the status tells', async () => {
  const names = ['good.txt', 'nothing.pdf', 'empty', 'missing.pdf', 'text.pdf', 'also-good.md'];
  const { status, out, err } = await call('read', ...names.map(at));
  expect(status).toBe(2);
  expect(out).toContain('2 of 6 files read');
  expect(out).toContain('Malta offered to host');
  expect(out).toContain('Georgia offered to host');
  expect(err.trimEnd().split('\n')).toHaveLength(4);
});

test('as JSON, the readings of the good files stand one on a line', async () => {
  const { status, out } = await call('read', '--json', ...['good.txt', 'nothing.pdf', 'also-good.md'].map(at));
  expect(status).toBe(2);
  const names = out
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { source: { name: string } }).source.name);
  expect(names).toEqual(['good.txt', 'also-good.md']);
});
