import { expect, test } from 'vitest'
import { outcomesOf } from '../../src/server/year/outcome/outcomeCache.ts'
import { openEmpty } from './databases.ts'
import { layDemoYear } from './layDemoYear.ts'
import { openOffice } from './office.ts'

test('a demo year laid anew on the same database is scored from its own facts alone', async () => {
  const scoredUnits = async (units: number) => {
    const office = await openOffice(await openEmpty('PGlite'))
    await layDemoYear(office.context, units)
    if (units === 14) await office.context.database.run('update cycle set revision = revision + 1')
    const { inputs } = (await outcomesOf(office.context.db).current(2018))!
    await office.close()
    return new Set(inputs.facts.visits.map(visit => visit.unit)).size
  }
  expect([await scoredUnits(15), await scoredUnits(14)]).toEqual([15, 14])
})
