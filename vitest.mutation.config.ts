import { defineConfig } from 'vitest/config'

/** The tests that mutation testing runs again and again: those of the rules and of standings, properties with fewer runs. */
export default defineConfig({
  test: {
    include: ['packages/domain/src/{rules,credentials}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    provide: { propertyShare: 0.005 },
  },
})
