import { defineConfig } from 'vitest/config'

/** The tests that mutation testing runs again and again: those of the rules and of standings, properties with fewer runs. */
export default defineConfig({
  test: {
    include: ['packages/domain/src/{rules,credentials}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    // One world for all test files: the rules keep no state, and a mutant is judged several times as fast.
    isolate: false,
    testTimeout: 60_000,
    provide: { propertyShare: 0.005, propertySeed: 4 },
  },
})
