import { expect, test } from 'vitest'
import { signInAs } from './browse.ts'
import { menuAddresses } from './pagesOf.ts'

const MOST = 450_000

test('the desk opened first loads at most 450 kB, compressed', async () => {
  const { page, go, load, leave } = await signInAs('committee')
  await go('/')
  const addresses = await menuAddresses(page)
  const sizes = new Map<string, number>()
  // Those that carry most: charts, the rubric, tables and forms.
  const heavy = addresses.filter(address =>
    /\/(home|ranking|scheme|ledgerBoard|ledger|rounds|whatIf)$/.test(address),
  )
  expect(heavy.length).toBeGreaterThanOrEqual(6)
  for (const address of heavy) {
    await load(address)
    sizes.set(address, await page.evaluate(loadedBytes))
  }
  await leave()
  expect(Math.min(...sizes.values())).toBeGreaterThan(100_000)
  expect([...sizes].filter(([, bytes]) => bytes > MOST)).toEqual([])
})

/** Runs in the page: the size of what it loaded besides the answers, as it was sent, whether now or before. */
function loadedBytes(): number {
  return performance
    .getEntriesByType('resource')
    .filter(entry => !entry.name.includes('/api/'))
    .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0)
}
