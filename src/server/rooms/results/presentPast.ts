import type { z } from 'zod'
import type { unitResultSchema } from '../../../contract/results/unitResultSchema.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { PastEntry } from '../../../domain/year/history/history.ts'
import { compareIds } from '../../../domain/kernel/ids.ts'
import { gradeName } from '../../../domain/scheme/gradeName.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { sealInForce, readCycle } from '../../year/lifecycle.store.ts'
import { personNames } from '../../office/roster/roster.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { presentConsequence } from './presentRow.ts'

type Past = z.output<typeof unitResultSchema>['history'][number]

/** How many earlier years are shown, the latest ones. */
const YEARS_TOLD = 3

/** Presents the results of a unit over the years, this year last; a unit that took over others has their results only for years in which it had none. */
export async function presentPast(
  context: AppContext,
  scored: ScoredYear,
  outcome: CycleOutcome,
  at: number,
): Promise<Past[]> {
  const { unit, person, personName } = outcome.components.appraisees[at]!
  const family = [unit, ...(scored.units.get(unit)?.succeeds ?? [])]
  const years = outcome.history.years.toSorted((one, other) => one.cycle - other.cycle).slice(-YEARS_TOLD)
  const entries = years.flatMap(({ cycle, entries: of }) => {
    const found = of.filter(entry => family.includes(entry.unit))
    const own =
      found.find(entry => entry.unit === unit) ??
      found.toSorted((one, other) => compareIds(one.unit, other.unit))[0]
    return own === undefined ? [] : [{ cycle, entry: own }]
  })
  const names = await personNames(context.db, unit, [...new Set(entries.map(one => one.entry.person))])
  const past: Past[] = []
  for (const { cycle, entry } of entries)
    past.push(await presentEntry(context, outcome, cycle, entry, person, names))
  return [...past, thisYear(outcome, at, personName)]
}

function thisYear(
  { composites, ranking, grades, consequences, scheme }: CycleOutcome,
  at: number,
  name: string | undefined,
): Past {
  const [composite, standing, grade] = [composites.points[at]!, ranking.standings[at], grades.grades[at]]
  return {
    cycle: scheme.cycle,
    thisYear: true,
    ...(name === undefined ? {} : { personName: name, samePerson: true }),
    ...(Number.isNaN(composite) ? {} : { composite: composite as never }),
    ...(standing === undefined
      ? {}
      : { place: standing.place, fromBottom: standing.fromBottom, of: standing.of }),
    grade: grade?.grade,
    gradeName: grade?.name,
    rowsLost: [],
    consequences: consequences.consequences[at]!.map(presentConsequence),
  }
}

async function presentEntry(
  context: AppContext,
  { scheme }: CycleOutcome,
  cycle: number,
  { unit, person, composite, place, fromBottom, of, grade, rowsLost = [] }: PastEntry,
  now: string | undefined,
  names: ReadonlyMap<string, string>,
): Promise<Past> {
  const name = names.get(person)
  return {
    cycle,
    thisYear: false,
    personName: name,
    samePerson: person === now,
    composite,
    place,
    fromBottom,
    of,
    grade,
    gradeName: gradeName(scheme, grade),
    rowsLost: [...rowsLost],
    consequences: await consequencesThen(context, cycle, unit),
  }
}

/** Returns the consequences of an earlier year in this installation, from its released seal, or the approved one; none if the year was only imported. */
async function consequencesThen(
  { db }: AppContext,
  cycle: number,
  unit: string,
): Promise<Past['consequences']> {
  const stored = await readCycle(db, cycle)
  if (stored === undefined || sealInForce(stored.seals) === undefined) return []
  const outcomes = outcomesOf(db)
  const then = (await outcomes.released(cycle)) ?? (await outcomes.inForce(cycle))
  const at = then?.places.get(unit)
  return at === undefined ? [] : then!.outcome!.consequences.consequences[at]!.map(presentConsequence)
}
