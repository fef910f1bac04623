import type { RunScript } from '../openDatabase.ts'

const BATCH_BYTES = 1_000_000

/** Reads the rows of a query with one text column `line` in batches, some thousand characters or some thousand rows each, inside the script's transaction. */
export async function* readCursor(run: RunScript, query: string): AsyncGenerator<readonly string[]> {
  await run(`declare lines no scroll cursor for ${query}`)
  for (let count = 20; ;) {
    const lines = (await run(`fetch ${count} from lines`)).map(row => row['line'] as string)
    if (lines.length > 0) yield lines
    if (lines.length < count) break
    const size = lines.reduce((sum, line) => sum + line.length, 0)
    count = Math.max(1, Math.min(2_000, Math.floor((count * BATCH_BYTES) / Math.max(1, size))))
  }
  await run('close lines')
}
