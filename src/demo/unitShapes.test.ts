import { expect, test } from 'vitest'
import { jiangnan } from '../../tests/readers/aYear.ts'
import { demoYear } from './demoYear.ts'

test('enterprises are in the cohort of enterprises, and no other unit is', () => {
  const { units } = demoYear({ seed: 2018, units: 120, scheme: jiangnan }).roster
  for (const { kind, cohort } of units)
    expect([cohort, kind === '市属企业']).toEqual([cohort, cohort === 'enterprise'])
  expect(new Set(units.map(unit => unit.cohort)).size).toBe(2)
})
