import { comparePlaces } from '../../../../domain/firmness/comparePlaces.ts'
import { measureFirmness } from '../../../../domain/firmness/measureFirmness.ts'
import type { Points } from '../../../../domain/kernel/points.ts'
import { rankCycle } from '../../../../domain/score/appraiseCycle.ts'
import { mayAppraise } from '../../../../domain/score/mayAppraise.ts'
import { readInputs, type TellProgress } from '../../../year/seal/worker/makeResults.ts'
import type { ResultsOrigin } from '../../../year/seal/worker/resultsWork.ts'
import type { FirmnessFigures } from './firmness.tables.ts'
import { listTrials } from './listTrials.ts'

/** What to compute from: a year, how often to redraw, and the seed. */
export interface FirmnessWork {
  readonly origin: ResultsOrigin
  readonly repeats: number
  readonly seed: string
}

/** So many units are named below a trial. */
const MOST_NAMED = 30

/** Computes how firm the ranking of a year is: redrawn many times, then under each trial. */
export function makeFirmness({ origin, repeats, seed }: FirmnessWork, tell: TellProgress): FirmnessFigures {
  tell('读取年度', 0)
  const { scheme, roster, facts } = readInputs(origin)
  tell('计分排名', 0.05)
  const outcome = rankCycle(scheme, roster, facts)
  const measured = measureFirmness(outcome, facts, { repeats, seed }, done => {
    if (done % 50 === 0) tell(`重抽第${done}次，共${repeats}次`, 0.1 + (0.65 * done) / repeats)
  })
  const names = new Map(roster.units.map(({ id, name }) => [id, name]))
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const rules = new Map(scheme.consequences.map(({ id, name }) => [id, name]))
  const trials: FirmnessFigures['trials'] = []
  const dependents = new Map<string, FirmnessFigures['dependents'][number]>()
  const untried: string[] = []
  const all = listTrials(scheme)
  for (const [at, { id, kind, name, scheme: changed }] of all.entries()) {
    tell(`试算第${at + 1}种，共${all.length}种`, 0.75 + (0.24 * at) / all.length)
    if (changed === undefined || mayAppraise(changed, facts).length > 0) {
      untried.push(name)
      continue
    }
    const moved = comparePlaces(outcome, rankCycle(changed, roster, facts))
    const banded = moved.filter(({ bandChanges }) => bandChanges)
    for (const { unit, from, to } of banded) {
      if (from === undefined) continue
      const known = dependents.get(unit) ?? { unit, name: nameOf(unit), place: from, on: [] }
      dependents.set(unit, { ...known, on: [...known.on, { kind, name, to }] })
    }
    const most = [...banded, ...moved.filter(({ bandChanges }) => !bandChanges)].slice(0, MOST_NAMED)
    trials.push({
      id,
      kind,
      name,
      moved: moved.filter(({ from, to }) => from !== to).length,
      bands: banded.length,
      most: most.map(({ unit, from, to, bandChanges }) => ({ name: nameOf(unit), from, to, bandChanges })),
    })
  }
  return {
    repeats: measured.repeats,
    redrawn: measured.redrawn,
    units: measured.units
      .toSorted((one, other) => one.place - other.place)
      .map(({ bands, composite, low, high, ...unit }) => ({
        ...unit,
        name: nameOf(unit.unit),
        composite: composite as Points,
        low: low as Points,
        high: high as Points,
        bands: bands.map(band => ({ ...band, name: rules.get(band.rule) ?? band.rule })),
      })),
    pairs: measured.pairs.map(({ upper, lower, reversed }) => ({
      upper: nameOf(upper),
      lower: nameOf(lower),
      reversed,
    })),
    trials,
    dependents: [...dependents.values()].toSorted((one, other) => one.place - other.place),
    untried,
  }
}
