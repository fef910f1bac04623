import { expect, test } from 'vitest'
import { readScheme } from '../bench/readScheme.ts'
import { demoMaker } from '../src/demo/demoUnit.ts'
import { demoYear } from '../src/demo/demoYear.ts'
import { appraiseCycle } from '../src/domain/score/appraiseCycle.ts'
import { prepareScheme } from '../src/domain/score/prepareScheme.ts'
import { NO_FACTS } from '../src/domain/year/facts/unitFacts.ts'
import { createUnitScorer } from '../bench/createUnitScorer.ts'

const { scheme } = readScheme()

test('三（一） scoring units one by one equals scoring the whole year, for every component and the composite', () => {
  const { roster, facts } = demoYear({ seed: 2018, units: 240, scheme })
  const { components, composites } = appraiseCycle(scheme, roster, facts, { years: [] })
  const score = createUnitScorer(prepareScheme(scheme))
  const make = demoMaker(2018, scheme)
  const byUnit = new Map(Array.from({ length: 240 }, (_, index) => [make(index).unit.id, make(index)]))
  components.appraisees.forEach(({ unit, tier }, at) => {
    const whole = [...components.columns.map(column => column.points[at]), composites.points[at]]
    expect([...score(tier, byUnit.get(unit)!.facts)], unit).toEqual(whole)
  })
})

test('R19 a unit without facts has no figure and does not affect the next', () => {
  const score = createUnitScorer(prepareScheme(scheme))
  expect([...score('lead', NO_FACTS)]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  const { unit, facts } = demoMaker(2018, scheme)(5)
  const alone = [...score(unit.tier, facts)]
  score('lead', NO_FACTS)
  expect([...score(unit.tier, facts)]).toEqual(alone)
  expect(alone.every(points => points > 0)).toBe(true)
})
