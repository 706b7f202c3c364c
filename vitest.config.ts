import { defineConfig } from 'vitest/config'

/** Unit tests stand beside the code and need nothing; `*.db.test.ts` get a real PostgreSQL. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'apps/*/src/**/*.test.{ts,tsx}',
            'scripts/*.test.ts',
            'scripts/checks/*.test.ts',
          ],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          // Property tests do their thousands of runs on a busy machine too: beyond this they hang.
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: 'boundaries', include: ['scripts/boundaries/*.test.ts'], testTimeout: 120_000 },
      },
      {
        test: {
          name: 'database',
          include: ['packages/*/src/**/*.db.test.ts', 'apps/*/src/**/*.db.test.ts'],
          globalSetup: ['packages/runtime/src/testing/global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
