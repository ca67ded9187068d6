import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../main.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'redthread-ties-'));
  writeFileSync(
    path.join(folder, 'a.txt'),
    'Harbour Group\n\nTirana, 4 March 2020\n\n1. Malta suggested that the asylum authorities meet every year.\n',
  );
  writeFileSync(
    path.join(folder, 'b.txt'),
    'Harbour Group\n\nTirana, 4 May 2022\n\n1. Georgia proposed that the asylum services of the region work together.\n',
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

test('ties names what was said before, and why', async () => {
  const { status, out } = await call('ties', folder);
  expect(status).toBe(0);
  expect(out).toContain('repeats 2020-03-04');
  expect(out).toContain('same object: asylum authorities; 2 years 2 months later');
  expect(out).toContain('1 of 2 outcomes may have been said before.');
});
test('ties as JSON holds outcomes and suggestions', async () => {
  const { out } = await call('ties', folder, '--json');
  const answer = JSON.parse(out) as { outcomes: unknown[]; suggestions: { kind: string }[] };
  expect(answer.outcomes).toHaveLength(2);
  expect(answer.suggestions.map(({ kind }) => kind)).toEqual(['repeats']);
});
test('ties without a file, or with one that is not there, says so', async () => {
  expect(await call('ties')).toMatchObject({
    status: 2,
    err: expect.stringContaining('Name at least one file') as unknown,
  });
  expect(await call('ties', path.join(folder, 'c.txt'))).toMatchObject({
    status: 2,
    err: expect.stringContaining('no such file') as unknown,
  });
});
