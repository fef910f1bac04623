import type { Database } from '../../platform/database/openDatabase.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { readSchemeVersion } from '../../office/scheme/readSchemeVersion.ts'
import {
  type CycleRow,
  readCycle,
  releasedSeal,
  type SealRow,
  sealInForce,
  type StoredCycle,
} from '../lifecycle.store.ts'
import { readCycleAsOf } from '../lifecycleAsOf.store.ts'
import { readYear, readYearAsOf, type YearInputs } from '../readYear.ts'
import { readSealedInputs } from '../sealedInputs.ts'
import { type ScoredYear, scoreYear, type UsedScheme } from './scoredYear.ts'

/** Reads the results of years: the database decides at each request which figures are shown, so that several processes agree. */
interface Outcomes {
  /** what the committee works with: a sealed year's seal, or the present facts. `undefined` for a year that was not opened. */
  current(year: number): Promise<ScoredYear | undefined>
  /** the approved seal; `undefined` without one. */
  inForce(year: number): Promise<ScoredYear | undefined>
  /** what units see: the seal last released to them; `undefined` without one. */
  released(year: number): Promise<ScoredYear | undefined>
  /** a seal by its number. */
  sealed(year: number, number: number): Promise<ScoredYear | undefined>
  /** a year as it stood just before an instant: as the committee saw it, or as units did after release. `undefined` where it is not kept; no `scored` before a release. */
  asOf(year: number, before: string, afterRelease: boolean): Promise<YearThen | undefined>
  /** the scheme of a promulgated version. Never await it inside a transaction: what it waits for may wait for that transaction. */
  scheme(version: string): Promise<UsedScheme | undefined>
}

/** A year as it stood. */
interface YearThen {
  readonly stored: StoredCycle
  readonly scored: ScoredYear | undefined
}

/** A year as it is now; `before` holds the inputs it was refreshed from, kept if reading fails. */
interface LiveYear {
  readonly key: string
  readonly openedAt: string
  readonly scored: Promise<ScoredYear>
  readonly before: YearInputs | undefined
}

const LIVE_KEPT = 3
const SEALED_KEPT = 4
const PAST_KEPT = 3
const SCHEMES_KEPT = 12

const opened = new WeakMap<Database, Outcomes>()

/** Returns the cache of results of a database, by year, revision and scheme version; concurrent requests share one computation. */
export function outcomesOf(db: Database): Outcomes {
  let outcomes = opened.get(db)
  if (outcomes === undefined) opened.set(db, (outcomes = createOutcomeCache(db)))
  return outcomes
}

function createOutcomeCache(db: Database): Outcomes {
  const live = new Map<number, LiveYear>()
  const sealed = new Map<string, Promise<ScoredYear>>()
  const past = new Map<string, Promise<ScoredYear>>()
  const schemes = new Map<string, Promise<UsedScheme | undefined>>()

  const scheme = (version: string): Promise<UsedScheme | undefined> =>
    shared(schemes, version, SCHEMES_KEPT, async () => {
      const found = await readSchemeVersion(db, version)
      return isRefusal(found) || found.head.state !== 'promulgated' ? undefined : found
    })

  async function scoreLive(row: CycleRow): Promise<ScoredYear> {
    const key = `${row.openedAt} ${row.revision} ${row.schemeVersion}`
    const known = live.get(row.year)
    if (known?.key === key) return known.scored
    const last = await known?.scored.then(one => one.inputs).catch(() => known.before)
    const before =
      last !== undefined && known?.openedAt === row.openedAt && last.revision < row.revision
        ? last
        : undefined
    // Another request may have begun meanwhile.
    const begun = live.get(row.year)
    if (begun?.key === key) return begun.scored
    const scored = computeLive(row, before)
    keep(live, row.year, { key, openedAt: row.openedAt, scored, before }, LIVE_KEPT)
    scored.catch(() => live.get(row.year)?.key === key && live.delete(row.year))
    return scored
  }

  async function computeLive(row: CycleRow, before: YearInputs | undefined): Promise<ScoredYear> {
    const [used, inputs] = [
      row.schemeVersion === null ? undefined : await scheme(row.schemeVersion),
      await readYear(db, row.year, before),
    ]
    if (inputs === undefined) throw new Error('a year vanished')
    return scoreYear(inputs, used, 'live')
  }

  const ofSeal = ({ row }: StoredCycle, one: SealRow): Promise<ScoredYear> =>
    shared(sealed, sealKey(one), SEALED_KEPT, async () => {
      const used = await scheme(one.schemeVersion)
      // A sealed year's facts and roster cannot have changed: only the history has to be the seal's own.
      const asTheyStand =
        row.revision === one.revision ? await readYear(db, one.year, await liveInputs(row)) : undefined
      const inputs = await readSealedInputs(
        db,
        one,
        asTheyStand?.revision === one.revision ? asTheyStand : undefined,
      )
      return scoreYear(inputs, used, 'sealed', one.number)
    })

  // What held before an instant that has passed cannot change; the revision is for the day that is not over.
  const scorePast = ({ row }: StoredCycle, before: string): Promise<ScoredYear> =>
    shared(past, `${row.openedAt} ${row.year} ${row.revision} ${before}`, PAST_KEPT, async () => {
      const used = row.schemeVersion === null ? undefined : await scheme(row.schemeVersion)
      return scoreYear(await readYearAsOf(db, row.year, before, await knownInputs(row)), used, 'live')
    })

  const liveInputs = async (row: CycleRow): Promise<YearInputs | undefined> => {
    const known = live.get(row.year)
    if (known === undefined || known.openedAt !== row.openedAt) return undefined
    const inputs = await known.scored.then(
      one => one.inputs,
      () => undefined,
    )
    return inputs !== undefined && inputs.revision <= row.revision ? inputs : undefined
  }

  /** The inputs of now, or of the latest seal, if they are known: most of what held on a past day holds still. Those of an earlier revision would lack what was written since, perhaps before that day ended. */
  const knownInputs = async (row: CycleRow): Promise<YearInputs | undefined> => {
    const latest = (await readCycle(db, row.year))?.seals.at(-1)
    const ofLatest = latest && sealed.get(sealKey(latest))
    const known = [await liveInputs(row), await ofLatest?.then(one => one.inputs).catch(() => undefined)]
    return known.find(one => one?.revision === row.revision)
  }

  return {
    scheme,
    async current(year) {
      const stored = await readCycle(db, year)
      if (stored === undefined) return undefined
      const latest = stored.seals.at(-1)
      return stored.row.sealed && latest !== undefined ? ofSeal(stored, latest) : scoreLive(stored.row)
    },
    async inForce(year) {
      const stored = await readCycle(db, year)
      const one = stored && sealInForce(stored.seals)
      return stored && one && ofSeal(stored, one)
    },
    async released(year) {
      const stored = await readCycle(db, year)
      const one = stored && releasedSeal(stored)
      return stored && one && ofSeal(stored, one)
    },
    async asOf(year, before, afterRelease) {
      const stored = await readCycleAsOf(db, year, before)
      if (stored === undefined) return undefined
      const one = afterRelease ? releasedSeal(stored) : stored.row.sealed ? stored.seals.at(-1) : undefined
      if (one !== undefined) return { stored, scored: await ofSeal(stored, one) }
      return { stored, scored: afterRelease ? undefined : await scorePast(stored, before) }
    },
    async sealed(year, number) {
      const stored = await readCycle(db, year)
      const one = stored?.seals.find(seal => seal.number === number)
      return stored && one && ofSeal(stored, one)
    },
  }
}

function sealKey({ year, number, at, hashes }: SealRow): string {
  return `${year} ${number} ${at} ${hashes.results}`
}

/** LRU cache of promises: concurrent callers share one computation, the oldest entries beyond `most` are dropped, and failures are not cached. */
function shared<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  most: number,
  make: () => Promise<T>,
): Promise<T> {
  const known = kept.get(key)
  if (known !== undefined) {
    keep(kept, key, known, most)
    return known
  }
  const made = make()
  keep(kept, key, made, most)
  made.catch(() => kept.get(key) === made && kept.delete(key))
  return made
}

function keep<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return
    kept.delete(oldest)
  }
}
