import type { Page } from 'playwright-core'

/** What went wrong since the last look. */
export interface Watched {
  readonly expected: Set<number>
  take(): readonly string[]
  /** until every answer has come, the page has drawn it, stands still, and has asked nothing more. */
  quiet(): Promise<void>
}

/** Notes errors, failed answers and requests to elsewhere, from now on. */
export function watchPage(page: Page, address: string): Watched {
  let faults: string[] = []
  const expected = new Set<number>()
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  page.on('console', message => {
    // What failed to load is noted with its address below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`)
    if (message.type() === 'warning' && /antd|react/i.test(message.text()))
      faults.push(`warning: ${message.text()}`)
  })
  let [asked, ended] = [0, 0]
  page.on('requestfinished', () => void ended++)
  page.on('requestfailed', () => void ended++)
  page.on('request', request => {
    asked++
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== address) faults.push(`outside: ${request.url()}`)
  })
  page.on('response', response => {
    const status = response.status()
    if (status >= 400 && !expected.has(status))
      faults.push(`${status}: ${response.request().method()} ${response.url().replace(address, '')}`)
  })
  return {
    expected,
    quiet: async () => {
      for (let known = -1; ended < asked || known < asked;) {
        known = asked
        // A page that is left meanwhile is asked again where it leads to.
        if (ended === asked) await page.evaluate(standStill).catch(() => (known = -1))
        else await new Promise(resolve => setTimeout(resolve, 5))
      }
    },
    take: () => {
      const taken = faults
      faults = []
      return taken
    },
  }
}

/** Runs in the page: until it has drawn what it knows, has nothing to do, and nothing on it moves. */
async function standStill(): Promise<void> {
  for (;;) {
    await new Promise(done => requestAnimationFrame(() => requestIdleCallback(done)))
    const moving = document.getAnimations().filter(one => {
      const { iterations, duration } = one.effect?.getTiming() ?? {}
      return one.playState === 'running' && iterations !== Infinity && duration !== 0
    })
    if (moving.length === 0) return
    await Promise.allSettled(moving.map(one => one.finished))
  }
}
