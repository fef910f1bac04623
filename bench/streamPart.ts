import { demoMaker } from '../src/demo/demoUnit.ts'
import { prepareScheme } from '../src/domain/score/prepareScheme.ts'
import { createUnitScorer } from './createUnitScorer.ts'
import type { Scheme } from '../src/domain/scheme/scheme.ts'
import { SEED } from './benchUnits.ts'
import { oracleCounts, oracleScore } from './oracle.ts'

/** Columns of thousandths that all parts write into, the scheme's components and then the composite; NaN where there is none. */
export type Columns = readonly Float64Array[]

/** Seconds by the wall spent making units and scoring them, and how many of them the oracle looked at. */
export interface PartTimes {
  readonly made: number
  readonly scored: number
  readonly checked: number
}

const BATCH = 25
const CHECK_EVERY = 5000

/** Makes and scores the units from one index to another in small batches, so that none is kept; the oracle checks the inspection of one in 5,000. */
export function streamPart(scheme: Scheme, columns: Columns, from: number, to: number): PartTimes {
  const make = demoMaker(SEED, scheme, true)
  const score = createUnitScorer(prepareScheme(scheme))
  const inspection = scheme.components.findIndex(component => component.id === 'inspection')
  let [made, scored, checked] = [0, 0, 0]
  for (let start = from; start < to; start += BATCH) {
    const began = performance.now()
    const units = []
    for (let index = start; index < Math.min(to, start + BATCH); index++) units.push(make(index))
    const between = performance.now()
    for (const { index, unit, facts } of units) {
      // A unit that is not appraised has no visits.
      const points = facts.visits.length === 0 ? undefined : score(unit.tier, facts)
      columns.forEach((column, at) => (column[index] = points === undefined ? Number.NaN : points[at]!))
    }
    scored += performance.now() - between
    made += between - began
    for (const { index, facts } of units) {
      if (index % CHECK_EVERY !== 0 || facts.visits.length === 0) continue
      const wanted = Math.round(oracleScore(oracleCounts(facts)).total * 1000)
      if (columns[inspection]![index] !== wanted) throw new RangeError(`unit ${index} is wrong`)
      checked += 1
    }
  }
  return { made: made / 1000, scored: scored / 1000, checked }
}
