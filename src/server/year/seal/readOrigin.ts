import { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../contract/shape/toFileShape.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'

import type { Database } from '../../platform/database/openDatabase.ts'
import { readRoster, readRosterAsOf } from '../../office/roster/roster.store.ts'
import { findCycle } from '../../office/roster/unit.store.ts'
import { readSchemeVersion } from '../../office/scheme/readSchemeVersion.ts'
import { type FactPage, factPages } from '../facts.store.ts'
import { readHistory } from '../history.store.ts'
import { readSealPart } from '../sealParts.store.ts'
import type { ResultsOrigin } from './worker/resultsWork.ts'

/** A year as it stood just before an instant: the scheme that it had is known by its lifecycle. */
export interface PastYear {
  readonly before: string
  readonly version: string | null
}

/** Reads the origin of a year as of one moment, of now or of the past, for a thread to make results from. `notFound`, `yearWithoutScheme`. */
export async function readOrigin(
  db: Database,
  year: number,
  past?: PastYear,
): Promise<
  { readonly revision: number; readonly version: string; readonly origin: ResultsOrigin } | Refusal
> {
  return db.transaction(
    async tx => {
      const row = await findCycle(tx, year)
      if (row === undefined) return refuse('notFound', { what: `${year}年度` })
      const version = past === undefined ? row.schemeVersion : past.version
      if (version === null) return refuse('yearWithoutScheme', { year })
      const found = await readSchemeVersion(tx, version)
      if (isRefusal(found)) return found
      const facts: FactPage[] = []
      for await (const { kind, count, bodies, places } of factPages(tx, year, past?.before))
        facts.push({ kind, count, bodies, places })
      const [roster, history] = [
        JSON.stringify(past ? await readRosterAsOf(tx, year, past.before) : await readRoster(tx, year)),
        JSON.stringify(await readHistory(tx, year, past?.before)),
      ]
      const origin = {
        kind: 'live',
        scheme: toFileShape(schemeSchema, found.scheme),
        roster,
        history,
        facts,
      } as const
      return { revision: row.revision, version, origin }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** Reads the origin of a seal. */
export async function sealedOrigin(db: Database, year: number, number: number): Promise<ResultsOrigin> {
  const pieces: Buffer[] = []
  for await (const piece of readSealPart(db, year, number, 'document')) pieces.push(piece)
  return { kind: 'sealed', document: Buffer.concat(pieces) }
}
