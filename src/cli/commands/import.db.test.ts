import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redthread } from '../../../test/support/cli.ts';
import { startServer, type TestServer } from '../../../test/support/postgres.ts';

let folder: string;
let server: TestServer;
let env: Record<string, string>;
const put = (name: string, text: string | Uint8Array) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
const report = (day: number) =>
  `Workshop on Lake Crossings\nTirana, ${day} May 2023\n\n1. The workshop took place in Tirana on ${day} May 2023.\n\n2. Hungary is ready to host an expert meeting on night crossings in 2024.\n`;
const count = async (statement: string): Promise<number> => {
  const client = new pg.Client(server.url('dialogue'));
  await client.connect();
  const { rows } = await client.query<{ n: string }>(statement);
  await client.end();
  return Number(rows[0]!.n);
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'redthread-import-'));
  server = (await startServer('newest'))!;
  const root = new pg.Client(server.url());
  await root.connect();
  await root.query('create database dialogue');
  await root.end();
  env = {
    DATABASE_URL: server.loginUrl('dialogue'),
    DATABASE_OWNER_URL: server.url('dialogue'),
    REDTHREAD_DATA: folder,
  };
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('redthread import', { timeout: 120_000 }, () => {
  it('shows what it found and leaves it for a person', async () => {
    const printed = await redthread(['import', put('one.txt', report(3))], env);
    expect(printed.out).toContain('Workshop on Lake Crossings');
    expect(printed.out).toContain('It waits on the page /import/');
    expect(printed.status).toBe(1);
    expect(await count('select count(*) as n from report')).toBe(0);
  });

  it('with --adopt makes records, of the bodies named, and knows a file again', async () => {
    const file = put('two.txt', report(4));
    const adopted = await redthread(['import', file, '--adopt', '--quiet', '--body', 'senior-officials-meeting'], env);
    expect(adopted.out).toContain('adopted as /reports/2023-05-04-tirana');
    expect(adopted.status).toBe(0);
    expect(await count('select count(*) as n from meeting_body')).toBe(1);
    const again = await redthread(['import', file, '--adopt', '--quiet'], env);
    expect(again.out).toContain('already here');
    expect(again.status).toBe(0);
    expect(await count('select count(*) as n from report')).toBe(1);
  });

  it('does not adopt by itself what may be a corrected version', async () => {
    const printed = await redthread(
      ['import', put('three.txt', `${report(4)}\n3. One more point.\n`), '--adopt', '--quiet'],
      env,
    );
    expect(printed.out).toMatch(
      /may be a corrected version of “Workshop on Lake Crossings” \(\/reports\/2023-05-04-tirana\)/,
    );
    expect(printed.status).toBe(1);
    expect(await count('select count(*) as n from report')).toBe(1);
  });

  it('names what cannot be read and exits with 2, after taking in the rest', async () => {
    const files = [
      put('empty.txt', ''),
      path.join(folder, 'none.pdf'),
      put('torn.pdf', '%PDF-1.7\nnothing follows'),
      put('four.txt', report(9)),
    ];
    const printed = await redthread(['import', ...files, '--adopt', '--quiet'], env);
    expect(printed.status).toBe(2);
    expect(printed.err).toContain('empty.txt is empty.');
    expect(printed.err).toContain('none.pdf: There is no such file');
    expect(printed.err).toMatch(/torn\.pdf: .+/);
    expect(printed.out).toContain('1 of 4 files taken in, 0 wait for a person, 3 could not be read.');
  });

  it('refuses a call without a file, and a body the register does not have', async () => {
    expect((await redthread(['import'], env)).status).toBe(2);
    const printed = await redthread(['import', put('five.txt', report(5)), '--body', 'no-such'], env);
    expect(printed.err).toContain('the register has no body body:no-such');
    expect(printed.status).toBe(2);
  });
});
