import type { z } from 'zod'
import type { sealPart, sealsSchema } from '../../../contract/results/sealSchema.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { listVersions } from '../../office/scheme/scheme.store.ts'
import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import type { CycleState } from '../../../domain/year/lifecycle/cycleState.ts'
import type { ListMatters } from '../due/matter.ts'
import { isLatestReleased, readCycle, type SealRow, stateOf, type StoredCycle } from '../lifecycle.store.ts'
import { outcomesOf } from '../outcome/outcomeCache.ts'
import { checkAll } from './checkSeal.ts'
import { readCorrections } from './seal.store.ts'
import { resultStateOf } from '../resultStateOf.ts'
import { versionPart } from '../versionPart.ts'
import { sealRoot } from './sealRoot.ts'

/** A seal as in the contract. */
export type SealTold = z.output<typeof sealPart>

/** Lists the seals of a year and its open correction. */
export async function listSeals(
  context: AppContext,
  rooms: readonly ListMatters[],
  year: number,
): Promise<z.output<typeof sealsSchema> | Refusal> {
  const { db } = context
  const stored = await readCycle(db, year)
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const state = stateOf(stored, {})
  const last = stored.correction
  return {
    year,
    revision: stored.row.revision,
    state: resultStateOf(stored.seals.at(-1), last),
    released: isLatestReleased(stored),
    releasedSeal: stored.row.releasedSeal ?? undefined,
    seals: await presentSeals(db, stored.seals),
    checks: state.kind === 'sealed' ? await checksOf(context, rooms, stored, state) : [],
    ...(state.kind !== 'correcting' || last === undefined
      ? {}
      : {
          correction: {
            reason: last.reason,
            at: toInstant(last.at),
            by: last.by,
            seal: last.seal,
            changed: state.changed,
          },
        }),
  }
}

/** Checks the sealed year as before sealing: its facts stay, and what was left open shows. */
async function checksOf(
  context: AppContext,
  rooms: readonly ListMatters[],
  stored: StoredCycle,
  state: CycleState,
): Promise<z.output<typeof sealsSchema>['checks']> {
  const { year } = stored.row
  const scored = await outcomesOf(context.db).current(year)
  if (scored === undefined) return []
  return checkAll(rooms, { context, year, scored, stored, state })
}

/** Finds a seal by its number. */
export async function findTold(db: Database, year: number, number: number): Promise<SealTold> {
  const stored = await readCycle(db, year)
  const [told] = await presentSeals(
    db,
    stored!.seals.filter(one => one.number === number),
  )
  return told!
}

/** Presents seals as in the contract. */
async function presentSeals(db: Database, seals: readonly SealRow[]): Promise<SealTold[]> {
  if (seals.length === 0) return []
  const versions = await listVersions(db, { drafts: false })
  const corrections = seals.flatMap(one => (one.correction === null ? [] : [one.correction]))
  const reasons = await readCorrections(db, corrections)
  const told: SealTold[] = []
  for (const one of seals) {
    const reason = reasons.find(made => made.id === one.correction)?.reason
    told.push(presentSeal(one, versions, (await sealRoot(db, one)).hash, reason))
  }
  return told
}

function presentSeal(
  one: SealRow,
  versions: readonly SchemeVersionHead[],
  root: string,
  reason: string | undefined,
): SealTold {
  const { number, state, at, by, revision, units, hashes, engine, note, judgedAt, judgedBy, opinion } = one
  return {
    number,
    state,
    at: toInstant(at),
    by,
    revision,
    scheme: versionPart(versions.find(version => version.version === one.schemeVersion)!),
    units,
    hashes,
    root,
    engine,
    ...(note === '' ? {} : { note }),
    correction: reason,
    ...(judgedAt === null || judgedBy === null ? {} : { judgedAt: toInstant(judgedAt), judgedBy }),
    ...(state === 'returned' ? { returned: opinion } : opinion === '' ? {} : { opinion }),
  }
}
