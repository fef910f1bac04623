import type { Page } from 'playwright-core'
import { deskAt } from '../../src/web/shell/visibleDesks.ts'

/** The addresses in the menu, which on a phone is in its drawer with the same links, and one's own account. */
export async function menuAddresses(page: Page): Promise<readonly string[]> {
  const links = await page
    .locator('.shell-menu a')
    .evaluateAll(found => found.map(link => link.getAttribute('href')!))
  return [...links, '/me']
}

/** Of the pages that the open one leads to, one of each kind. */
export async function pagesBelow(page: Page): Promise<readonly string[]> {
  const links = await page
    .locator('main a[href^="/"]')
    .evaluateAll(found => found.map(link => link.getAttribute('href')!))
  const first = new Map<string, string>()
  for (const link of links) {
    const desk = deskAt(link)
    if (desk?.under !== undefined && !first.has(desk.path)) first.set(desk.path, link)
  }
  return [...first.values()]
}
