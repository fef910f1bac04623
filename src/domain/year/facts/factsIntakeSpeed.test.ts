import { expect, test } from 'vitest'
import { anIntake, aUnit, xiangxi } from '../../../../tests/readers/aYear.ts'

test('a file of nothing but unknown units is checked quickly', () => {
  const units = Array.from({ length: 5000 }, (_, at) => aUnit(`u${at}`, `示范州第${at}调查规划院`))
  const intake = anIntake(xiangxi, { units, holders: [] })
  for (let at = 0; at < 20_000; at++)
    expect(
      intake.take('findings', { unit: `示范州${at}调查所`, row: '四.4', rule: 'absent', count: 1 }, at),
    ).toHaveLength(1)
})
