import { expect, test } from 'vitest'
import { jiangnan } from '../../tests/readers/aYear.ts'
import { demoYear } from './demoYear.ts'

test('enterprises stand in the cohort of enterprises, and nobody else does', () => {
  const { units } = demoYear({ seed: 2018, units: 120, scheme: jiangnan }).roster
  for (const { kind, cohort } of units)
    expect([cohort, kind === '市属企业']).toEqual([cohort, cohort === 'enterprise'])
  expect(new Set(units.map(unit => unit.cohort)).size).toBe(2)
})
