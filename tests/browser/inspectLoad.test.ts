import { expect, test } from 'vitest'
import { signInAs, visit } from './browse.ts'

test('the page for phones loads at most 180 kB, compressed, and the desks link to it', async () => {
  const visitor = await visit('phone')
  await visitor.go('/inspect')
  const bytes = await visitor.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(entry => !entry.name.includes('/api/') && !entry.name.includes('worker'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  )
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(180_000)
  await visitor.leave()
  const inspector = await signInAs('inspector', 'phone')
  await inspector.go('/2018/home')
  expect(await inspector.page.getByRole('link', { name: '手机核查' }).getAttribute('href')).toBe('/inspect')
  await inspector.leave()
})
