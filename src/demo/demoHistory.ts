import type { History, PastEntry, PastYear } from '../domain/year/history/history.ts'
import type { Points } from '../domain/kernel/points.ts'
import type { GradeBand } from '../domain/scheme/ruling.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { demoPlace } from './demoLayout.ts'
import { answerFor, demoPlan, type DemoPlan } from './demoPlan.ts'
import { qualityOf } from './demoQuality.ts'
import { demoHolders, demoRosterUnit, holderOn } from './demoRoster.ts'
import { dice, startOf, throwBelow } from './dice.ts'
import type { DemoRequest } from './demoYear.ts'
import { PLANTED } from './planted.ts'

/** Generates the history (历年结果) of the three years before the cycle, consistent with the roster: the person is the holder of the post at each year's end. (五（四）) */
export function demoHistory({ seed, units, scheme }: DemoRequest): History {
  const plan = demoPlan(scheme)
  return { years: [3, 2, 1].map(back => pastYear(plan, seed, units, back)) }
}

interface Past {
  readonly index: number
  readonly composite: number
  readonly ranking: string
  readonly entry: Omit<PastEntry, 'place' | 'fromBottom' | 'of'>
}

function pastYear(plan: DemoPlan, seed: number, units: number, back: number): PastYear {
  const made = Array.from({ length: units }, (_, index) => index)
    .filter(index => demoPlace(index).special !== 'belowLevel')
    .map(index => pastOf(plan, seed, index, back))
  const rankings = new Set(made.map(past => past.ranking))
  const entries = [...rankings].flatMap(ranking => ranked(made.filter(past => past.ranking === ranking)))
  return { cycle: plan.scheme.cycle - back, entries }
}

function pastOf(plan: DemoPlan, seed: number, index: number, back: number): Past {
  const { scheme } = plan
  const place = demoPlace(index)
  const state = startOf(seed, index)
  const planted = PLANTED[index]
  const unit = demoRosterUnit(plan, index, place)
  const holder = holderOn(demoHolders(plan, unit, place, state, planted), `${scheme.cycle - back}-12-31`)
  const percent =
    planted?.past?.[back] ?? 76 + 15 * qualityOf(seed, index) + throwBelow(state, 800 + back, 500) / 100
  const composite = Math.round((percent * scheme.base) / 1000) * 10
  const rowsLost = lostRows(plan, unit.tier, state, back)
  const entry = {
    unit: unit.id,
    person: holder.person,
    composite: composite as Points,
    grade: gradeOf(scheme, composite),
    rowsLost,
  }
  return { index, composite, ranking: rankingOf(scheme, unit.tier, unit.cohort), entry }
}

/** Ranks entries with competition ranking: equal composites share the better place. */
function ranked(pasts: readonly Past[]): PastEntry[] {
  const order = [...pasts].sort((one, other) => other.composite - one.composite || one.index - other.index)
  let place = 1
  return order.map(({ composite, entry }, at) => {
    if (at > 0 && order[at - 1]!.composite !== composite) place = at + 1
    return { ...entry, place, fromBottom: order.length - place + 1, of: order.length }
  })
}

function rankingOf(scheme: Scheme, tier: string, cohort: string | undefined): string {
  const scope = answerFor(scheme, 'rankingScope') ?? 'all'
  return scope === 'byTier' ? tier : scope === 'byCohort' ? (cohort ?? '') : 'all'
}

function lostRows(plan: DemoPlan, tier: string, state: number, back: number): readonly string[] {
  const { rowIds } = plan.pools.get(tier)!
  if (rowIds.length === 0) return []
  const count = 2 + throwBelow(state, 820 + back, 4)
  const lost = new Set(
    Array.from({ length: count }, (_, at) => rowIds[dice(state, 830 + back * 8 + at) % rowIds.length]!),
  )
  return rowIds.filter(row => lost.has(row))
}

function gradeOf(scheme: Scheme, composite: number): string {
  const bands: readonly GradeBand[] = answerFor(scheme, 'overallGrades')?.grades ?? []
  const holds = (band: GradeBand): boolean =>
    (band.fromOpen ? composite > band.from : composite >= band.from) &&
    (band.toClosed ? composite <= band.to : composite < band.to)
  return bands.find(holds)?.id ?? bands.at(-1)?.id ?? ''
}
