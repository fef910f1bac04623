import type { Page } from 'playwright-core'

/** What went wrong since the last look. */
export interface Watched {
  readonly expected: Set<number>
  take(): readonly string[]
  /** something begins now that will ask the server in a moment. */
  stir(): void
  /** until nothing has been asked of the server for a moment. */
  quiet(): Promise<void>
}

/** in ms: longer than a page takes from one answer to its next question. */
const QUIET = 120

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
  let [open, last] = [0, 0]
  const ended = () => {
    open--
    last = Date.now()
  }
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  page.on('request', request => {
    open++
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
    stir: () => void (last = Date.now()),
    quiet: async () => {
      const started = Date.now()
      while (open > 0 || Date.now() - last < QUIET) {
        if (Date.now() - started > 15_000) throw new Error(`${page.url()} goes on asking the server`)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
    take: () => {
      const taken = faults
      faults = []
      return taken
    },
  }
}
