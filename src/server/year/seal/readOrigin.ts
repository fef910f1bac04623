import { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../contract/shape/toFileShape.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'

import type { Database } from '../../platform/database/openDatabase.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { findCycle } from '../../office/roster/unit.store.ts'
import { readSchemeVersion } from '../../office/scheme/readSchemeVersion.ts'
import { type FactPage, factPages } from '../facts.store.ts'
import { readHistory } from '../history.store.ts'
import { readSealPart } from '../sealParts.store.ts'
import type { ResultsOrigin } from './worker/resultsWork.ts'

/** Reads the origin of a year as of one moment, for a thread to make results from. `notFound`, `yearWithoutScheme`. */
export async function readOrigin(
  db: Database,
  year: number,
): Promise<
  { readonly revision: number; readonly version: string; readonly origin: ResultsOrigin } | Refusal
> {
  return db.transaction(
    async tx => {
      const row = await findCycle(tx, year)
      if (row === undefined) return refuse('notFound', { what: `${year}年度` })
      if (row.schemeVersion === null) return refuse('yearWithoutScheme', { year })
      const found = await readSchemeVersion(tx, row.schemeVersion)
      if (isRefusal(found)) return found
      const facts: FactPage[] = []
      for await (const { kind, count, bodies, places } of factPages(tx, year))
        facts.push({ kind, count, bodies, places })
      const [roster, history] = [
        JSON.stringify(await readRoster(tx, year)),
        JSON.stringify(await readHistory(tx, year)),
      ]
      const origin = {
        kind: 'live',
        scheme: toFileShape(schemeSchema, found.scheme),
        roster,
        history,
        facts,
      } as const
      return { revision: row.revision, version: row.schemeVersion, origin }
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
