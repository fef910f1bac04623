import { ledgerColumns } from '../../../contract/routine/ledgerColumns.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { NO_POINTS, type Points } from '../../../domain/kernel/points.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { methodOf } from '../../../domain/scheme/methods.ts'
import { isScoredByLedger, keeperOf, type OccasionContext, loadOccasionContext } from './occasionContext.ts'
import { readOccasions, readRecords, type RecordRow } from './occasions.store.ts'
import { readCounts } from './routineFacts.store.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'

/** The occasions that come with the first page. */
const LATEST = 6

/** The record of meetings and returns. */
type RoutineLedger = Answered<'GET /api/years/:year/routine/ledger'>

/** Shows the record of meetings and returns to one person: occasions with their records, and the counts of each unit with their cost; a unit sees only its own lines. (三（二）1, R6, R17) */
export async function viewLedger({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Pick<
  Served<'GET /api/years/:year/routine/ledger'>,
  'context' | 'actor' | 'reach' | 'params' | 'query'
>): Promise<RoutineLedger | Refusal> {
  const ground = await loadOccasionContext(context.db, year)
  if (isRefusal(ground)) return ground
  const records = Map.groupBy(await readRecords(context.db, year), record => record.occasion)
  const keeper = isRefusal(judgeAccess(actor, 'recordRoutine')) ? undefined : keeperOf(actor, reach)
  const nameOf = (unit: string) => ground.units.get(unit)?.name ?? unit
  const occasions = (await readOccasions(context.db, year))
    .map(occasion => ({
      occasion,
      seen: (records.get(occasion.id) ?? []).filter(record => reach.has(record.unit)),
    }))
    .filter(
      ({ occasion, seen }) =>
        reach.all || seen.length > 0 || (occasion.keeper !== null && occasion.keeper === keeper),
    )
    .map(({ occasion: { id, kind, name, heldOn, keeper: kept, by, at }, seen }) => ({
      id,
      kind,
      name,
      heldOn,
      ...(kept === null ? {} : { keeper: kept, keeperName: nameOf(kept) }),
      mayEdit: keeper !== undefined && keeper === kept,
      by,
      at: toInstant(at),
      records: seen.map(record => presentRecord(ground, record)),
    }))
  const units = await presentUnits(context, actor, reach, year, ground, keeper)
  const { rows, paging } = await pageRows(units, ledgerColumns([...ground.faults.values()]), query)
  const shown = query.page === undefined || query.occasions === 'all' ? occasions.length : LATEST
  return {
    year,
    today: context.today(),
    faults: [...ground.faults.values()].map(({ counter, name, citation, kinds, excludes, costs }) => ({
      counter,
      name,
      citation,
      kinds,
      excludes,
      costs,
    })),
    rulings: actingRulings(ground.scheme),
    occasions: query.page === undefined || query.page === 0 ? occasions.slice(0, shown) : [],
    held: occasions.length,
    recorded: occasions.flatMap(one => one.records.filter(({ withdrawn }) => withdrawn === undefined)).length,
    units: rows,
    paging,
  }
}

async function presentUnits(
  context: AppContext,
  actor: Actor,
  reach: Reach,
  year: number,
  ground: OccasionContext,
  keeper: string | null | undefined,
): Promise<RoutineLedger['units']> {
  const counters = [...ground.faults.keys()]
  const counts = Map.groupBy(await readCounts(context.db, year, counters), count => count.unit)
  const scored = await outcomesOf(context.db).current(year)
  const byName = new Intl.Collator('zh')
  const own = new Set(actor.grants.map(grant => grant.unit))
  return [...ground.units.values()]
    .filter(unit => reach.has(unit.id))
    .map(unit => {
      const score = scored === undefined ? undefined : ledgerScore(ground.scheme, scored, unit.id, unit.tier)
      const sums = Map.groupBy(counts.get(unit.id) ?? [], count => count.counter)
      return {
        unit: unit.id,
        unitName: unit.name,
        tierName: ground.scheme.tiers.find(tier => tier.id === unit.tier)?.name ?? unit.tier,
        ...(unit.leadUnit === undefined
          ? {}
          : { leadUnitName: ground.units.get(unit.leadUnit)?.name ?? unit.leadUnit }),
        byLedger: isScoredByLedger(ground, unit),
        mayRecord: keeper === null || (keeper !== undefined && unit.leadUnit === keeper && !own.has(unit.id)),
        counts: [...sums].map(([counter, list]) => ({
          counter,
          count: list.reduce((sum, one) => sum + one.count, 0),
        })),
        ...(reach.all && {
          deduction: score === undefined ? NO_POINTS : ((score.base - score.points) as Points),
          score: score?.points,
        }),
      }
    })
    .toSorted(
      (one, other) =>
        Number(other.byLedger) - Number(one.byLedger) || byName.compare(one.unitName, other.unitName),
    )
}

/** Returns the score that the engine computed from the unit's ledger. (R6) */
function ledgerScore(
  scheme: Scheme,
  { outcome, places }: ScoredYear,
  unit: string,
  tier: string,
): { points: Points; base: Points } | undefined {
  const at = places.get(unit)
  if (at === undefined || outcome === undefined) return undefined
  const of = scheme.components.findIndex(component => methodOf(component, tier)?.kind === 'ledger')
  const points = outcome.components.columns[of]?.points[at]
  return points === undefined || Number.isNaN(points)
    ? undefined
    : { points: points as Points, base: scheme.components[of]!.base }
}

function presentRecord({ units, faults }: OccasionContext, record: RecordRow) {
  const { id, unit, counter, note, by, at, revision, withdrawnAt, withdrawnBy, withdrawnWhy } = record
  return {
    id,
    unit,
    unitName: units.get(unit)?.name ?? unit,
    counter,
    name: faults.get(counter)?.name ?? counter,
    note,
    by,
    at: toInstant(at),
    revision,
    ...(withdrawnAt === null
      ? {}
      : { withdrawn: { by: withdrawnBy!, at: toInstant(withdrawnAt), why: withdrawnWhy! } }),
  }
}

function actingRulings(scheme: Scheme): RoutineLedger['rulings'] {
  const rulings = indexRulings(scheme)
  const tariffs = scheme.components.flatMap(({ id, methods }) =>
    methods.some(method => method.kind === 'ledger') ? [rulings.find('ledgerTariff', id)] : [],
  )
  const others = [rulings.find('doubleCounting'), rulings.find('leadInspections')]
  return [...new Set([...tariffs, ...others])].flatMap(ruling =>
    ruling === undefined ? [] : [{ id: ruling.id, citation: ruling.citation, text: ruling.text }],
  )
}
