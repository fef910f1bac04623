import { sql } from 'drizzle-orm'
import { type Phase, phaseNames } from '../../domain/year/lifecycle/phases.ts'
import type { Database } from '../platform/database/openDatabase.ts'
import { rememberRead } from '../platform/database/writeCounts.ts'
import type { AppContext } from '../platform/appContext.ts'
import { listVersions } from '../office/scheme/scheme.store.ts'
import { listCycles, type SealRow } from './lifecycle.store.ts'
import { resultStateOf } from './resultStateOf.ts'
import { versionPart } from './versionPart.ts'
import type { Answered } from '../platform/http/serveRoutes.ts'

/** The list of years. */
type YearList = Answered<'GET /api/years'>

/** The head of one year. */
export type YearHead = YearList['years'][number]

/** Lists the years, newest first; `openable` for those who may open one. */
export async function listYears(context: AppContext, mayOpen: boolean): Promise<YearList> {
  const years = await listHeads(context.db)
  const versions = mayOpen ? await listVersions(context.db, { drafts: false }) : []
  const opened = new Set(years.map(one => one.year))
  const current = years.find(one => one.phase !== 'prepared') ?? years[0]
  return {
    today: context.today(),
    years: [...years],
    current: current?.year,
    openable: versions
      .filter(one => !opened.has(one.cycle))
      .map(one => ({ ...versionPart(one), cycle: one.cycle })),
  }
}

/** Lists the heads of years, newest first. */
export function listHeads(db: Database): Promise<readonly YearHead[]> {
  return rememberedHeads(db, 'all')
}

const rememberedHeads = rememberRead(
  ['cycle', 'seal', 'correction', 'roster_unit', 'scheme_version'],
  1,
  readHeads,
)

async function readHeads(db: Database): Promise<readonly YearHead[]> {
  const [cycles, versions, extras] = [
    await listCycles(db),
    await listVersions(db, { drafts: false }),
    await readExtras(db),
  ]
  return cycles.map(row => {
    const { units = 0, seal, state, correcting } = extras.get(row.year) ?? {}
    const used = versions.find(one => one.version === row.schemeVersion)
    const latest = state == null ? undefined : { state }
    return {
      year: row.year,
      phase: row.phase as Phase,
      phaseName: phaseNames[row.phase as Phase],
      revision: row.revision,
      scheme: used === undefined ? undefined : versionPart(used),
      units,
      state: resultStateOf(latest, { closedAt: correcting === true ? null : '' }),
      ...(seal == null ? {} : { seal }),
      released: row.releasedAt !== null,
      releasedSeal: row.releasedSeal ?? undefined,
    }
  })
}

interface Extras extends Record<string, unknown> {
  readonly year: number
  readonly units: number
  readonly seal: number | null
  readonly state: SealRow['state'] | null
  readonly correcting: boolean
}

async function readExtras(db: Database): Promise<ReadonlyMap<number, Extras>> {
  const { rows } = await db.execute<Extras>(sql`
    select c.year, (select count(*)::int from roster_unit u where u.year = c.year) as units, s.number as seal, s.state,
      exists (select 1 from correction k where k.year = c.year and k.closed_at is null) as correcting
    from cycle c left join lateral (select number, state from seal where seal.year = c.year order by number desc limit 1) s on true`)
  return new Map(rows.map(row => [row.year, row]))
}
