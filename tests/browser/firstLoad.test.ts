import { expect, test } from 'vitest'
import { signInAs } from './browse.ts'
import { menuAddresses } from './pagesOf.ts'

const MOST = 450_000

test('the desk opened first loads at most 450 kB, compressed', async () => {
  const { page, go, leave } = await signInAs('committee')
  await go('/')
  const addresses = await menuAddresses(page)
  await leave()
  const sizes = new Map<string, number>()
  // Those that carry most: charts, the rubric, tables and forms.
  const heavy = addresses.filter(address =>
    /\/(home|ranking|scheme|ledgerBoard|ledger|rounds|whatIf)$/.test(address),
  )
  expect(heavy.length).toBeGreaterThanOrEqual(6)
  for (const address of heavy) sizes.set(address, await firstLoad(address))
  expect(Math.min(...sizes.values())).toBeGreaterThan(100_000)
  expect([...sizes].filter(([, bytes]) => bytes > MOST)).toEqual([])
})

/** What comes besides the answers, by a browser that has nothing yet. */
async function firstLoad(address: string): Promise<number> {
  const { page, go, leave } = await signInAs('committee')
  await go(address)
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(entry => !entry.name.includes('/api/'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  )
  await leave()
  return bytes
}
