import type { TrailLine } from '../../../files/trail/trailHash.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { readBefore, type TrailFilters } from './audit.store.ts'
import { hasWords, presentLine, type ToldLine } from './presentLine.ts'
import { unitNames } from '../roster/unit.store.ts'

/** The lines returned per page. */
const PAGE_SIZE = 50

/** The most lines searched for words before answering with what was found. */
const MOST_READ = 20_000
const BATCH = 1000

/** Searches the trail, latest first. `next` continues where this page ended. */
export async function searchTrail(
  db: Database,
  filters: TrailFilters,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<{ lines: ToldLine[]; next?: number }> {
  const found: TrailLine[] = []
  let [at, read, ended] = [before, 0, false]
  while (found.length < PAGE_SIZE && read < MOST_READ && !ended) {
    const limit = filters.text === undefined ? PAGE_SIZE : BATCH
    const lines = await readBefore(db, filters, at, limit)
    const matching = lines.filter(line => hasWords(line, filters.text)).slice(0, PAGE_SIZE - found.length)
    found.push(...matching)
    read += lines.length
    ended = lines.length < limit && (found.length < PAGE_SIZE || matching.at(-1) === lines.at(-1))
    at = found.length < PAGE_SIZE ? (lines.at(-1)?.seq ?? at) : found.at(-1)!.seq
  }
  const names = await unitNames(
    db,
    found.flatMap(line => line.unit ?? []),
  )
  return { lines: found.map(line => presentLine(line, names)), ...(ended ? {} : { next: at }) }
}
