import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { LONG, LONGEST_WAIT } from './tests/longRun.ts'

// Every program that a test starts would compile the same sources anew.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

/** in ms; some hours for a long run on a busy machine. */
const LIMIT = LONG ? 8 * 3_600_000 : 1_800_000

/** Files that take longest begin first: else one of them is still at work when all others are done. One browser file waits for the site; those beside it need none. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      [
        '/browser/walkDesks.',
        '/tests/server/backup.',
        '/tests/server/survey/linking.',
        '/tests/browser/',
        '/tests/server/',
      ].findIndex(part => moduleId.includes(part))
    const place = (file: TestSpecification): number => (rank(file) === -1 ? Infinity : rank(file))
    return (await super.sort(files)).toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(LONG ? [] : ['**/*.long.test.ts'])],
    isolate: false,
    // Short-lived rows of databases in memory fill the usual young generation within a query: collecting them later costs a tenth less.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // One less than the processors by default. Tests of the browser, of kills and of silence wait much of their time: three keep two processors at work, and a fourth gains nothing.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Only a test that never ends comes to this, on however slow a machine.
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    expect: { poll: { timeout: LONGEST_WAIT } },
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/server/postgresSetup.ts', 'tests/browser/browserSetup.ts'],
  },
})
