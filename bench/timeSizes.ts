// A process of its own that scores growing numbers of units: JSON out, units a second at each size.
import { demoMaker } from '../src/demo/demoUnit.ts'
import { demoYear } from '../src/demo/demoYear.ts'
import { appraiseCycle } from '../src/domain/score/appraiseCycle.ts'
import { componentScore, explainComponentScore } from '../src/domain/score/componentScore.ts'
import { SEED } from './benchUnits.ts'
import { prepareInspection } from './engineSpeeds.ts'
import { readScheme } from './readScheme.ts'
import { startStopwatch } from './stopwatch.ts'

/** Units for each second of a core at one size, for one way of scoring. */
export interface SizeReport {
  readonly units: number
  readonly unitsPerSecond: number
}

const BATCH = 500
const LEAST_SCORED = 200_000
const [manner, size] = process.argv.slice(2) as [string, string]
const { scheme } = readScheme()
const units = Number(size)
const unitsPerSecond = manner === 'cycle' ? timeCycle() : timeStream()
process.stdout.write(JSON.stringify({ units, unitsPerSecond } satisfies SizeReport))

/** The whole corridor over a year held in memory, from facts by list to consequences and issues; the quickest of up to five runs. */
function timeCycle(): number {
  const { roster, facts } = demoYear({ seed: SEED, units, scheme })
  let quickest = Number.POSITIVE_INFINITY
  for (let run = 0; run < (units > 10_000 ? 1 : 5); run++) {
    globalThis.gc?.()
    const spent = startStopwatch()
    appraiseCycle(scheme, roster, facts, { years: [] })
    quickest = Math.min(quickest, spent().core)
  }
  return (units * 1000) / quickest
}

/** The inspection of units with a complete ledger, made in batches outside the time and scored once each. */
function timeStream(): number {
  const component = prepareInspection(scheme)
  const score = manner === 'explained' ? explainComponentScore : componentScore
  const make = demoMaker(SEED, scheme)
  const scoreFrom = (start: number, end: number): number => {
    const batch = Array.from({ length: end - start }, (_, at) => make(start + at))
    // What making left behind is swept up before the clock starts.
    globalThis.gc?.({ type: 'minor' })
    const spent = startStopwatch()
    for (const { unit, facts } of batch) score(component, unit.tier, facts)
    return spent().core
  }
  for (let start = 0; start < 40 * BATCH; start += BATCH) scoreFrom(start, start + BATCH)
  // A small number is scored over and over, each time made anew, so that its figure is as steady as a large one's.
  let [spent, scored] = [0, 0]
  while (scored < LEAST_SCORED) {
    for (let start = 0; start < units; start += BATCH)
      spent += scoreFrom(start, Math.min(units, start + BATCH))
    scored += units
  }
  return (scored * 1000) / spent
}
