import { defineConfig } from 'vitest/config';

/** Three suites, picked by the name of the file: pure, on a real PostgreSQL, in a real browser. */
export default defineConfig({
  test: {
    // Node runs these files as they are, as it runs the application; passing each through Vite took half of the time.
    experimental: { viteModuleRunner: false },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // Modules keep nothing between tests, so that files share them.
          isolate: false,
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**', 'test/matrix/**'],
          // No limit is a statement about speed: two lanes share two cores. How fast anything is, bench/ measures.
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          isolate: false,
          include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts', 'test/matrix/**/*.test.ts'],
          globalSetup: ['test/support/cluster.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.journey.ts'],
          globalSetup: ['test/support/journey-setup.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 600_000,
          hookTimeout: 330_000,
          // A page on a busy machine may take seconds; vitest would give up after one.
          expect: { poll: { timeout: 120_000, interval: 100 } },
        },
      },
    ],
  },
});
