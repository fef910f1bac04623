import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

// Every program that a test starts would compile the same sources anew.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env['HENGPING_LONG'] === '1' ? [] : ['**/*.long.test.ts'])],
    isolate: false,
    // One less than the processors by default: on two, half of the machine would wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Only a test that never ends comes to this, on however slow a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/server/postgresSetup.ts', 'tests/browser/browserSetup.ts'],
  },
})
