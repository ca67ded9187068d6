import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { setRuntime, type Runtime } from '../../src/kernel/server/runtime.ts';
import { readSettings } from '../../src/settings.ts';
import type { TestDatabase } from './database.ts';

/**
 * Registers a runtime over the test's database, as `redthread serve` would set it; with a data folder of its own.
 * @param env settings beyond the defaults.
 */
export function useRuntime(db: TestDatabase, env: Record<string, string> = {}): Runtime {
  const handle = {} as Runtime;
  beforeAll(async () => {
    Object.assign(handle, {
      database: db.database,
      settings: readSettings(env),
      secret: 'a-secret-of-the-tests-0123456789-abcdefghijklm',
      origin: 'http://localhost:3000',
      dataDir: await mkdtemp(join(tmpdir(), 'redthread-runtime-')),
      beforeClose: [],
    });
    setRuntime(handle);
  });
  afterAll(async () => {
    setRuntime(null);
    await rm(handle.dataDir, { recursive: true, force: true });
  });
  return handle;
}
