import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    isolate: false,
    testTimeout: 60_000,
    globalSetup: ['tests/server/postgresSetup.ts', 'tests/browser/browserSetup.ts'],
  },
})
