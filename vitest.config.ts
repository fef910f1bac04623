import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    isolate: false,
    // One less than the processors by default: on two, half of the machine would wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    globalSetup: ['tests/server/postgresSetup.ts', 'tests/browser/browserSetup.ts'],
  },
})
