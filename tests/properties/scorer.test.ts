import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appraiseCycle } from '../../src/domain/score/appraiseCycle.ts'
import { prepareScheme } from '../../src/domain/score/prepareScheme.ts'
import { factsOf } from '../../src/domain/score/scoreComponents.ts'
import { createUnitScorer } from '../../bench/createUnitScorer.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { RUNS } from './runs.ts'
import { schemes } from './schemes.ts'
import { anyYear } from './years.ts'

test('scoring units one by one equals scoring the whole year, including decisions and missing components', () => {
  const plain = anyYear.filter(
    ({ scheme }) =>
      scheme.components.length > 0 &&
      scheme.components.every(component => component.conversion === undefined),
  )
  fc.assert(
    fc.property(plain, fc.boolean(), (year, isDecided) => {
      const decision = {
        kind: 'componentScore',
        unit: 'u0',
        component: year.scheme.components[0]?.id ?? '',
        points: points(77.77),
        by: '工委',
        reason: '例',
      } as const
      const facts = isDecided ? { ...year.facts, decisions: [decision] } : year.facts
      const outcome = appraiseCycle(year.scheme, year.roster, facts, { years: [] })
      const scoreUnit = createUnitScorer(prepareScheme(year.scheme))
      outcome.components.appraisees.forEach(({ tier, unit }, at) => {
        const scored = [...scoreUnit(tier, factsOf(outcome.components.facts, unit))]
        expect(scored).toEqual([
          ...outcome.components.columns.map(column => column.points[at]),
          outcome.composites.points[at],
        ])
      })
    }),
    RUNS,
  )
})

test('units cannot be scored one by one where a component is converted within a ranking', () => {
  const converting = schemes.filter(scheme =>
    scheme.components.some(component => component.conversion !== undefined),
  )
  expect(converting.length).toBeGreaterThan(0)
  for (const scheme of converting) expect(() => createUnitScorer(prepareScheme(scheme))).toThrow(RangeError)
})
