const WINDOW_MS = 10 * 60_000
const MOST_FAILURES = 100
const MOST_ADDRESSES = 10_000

/** The sign-in rate per address: kept in memory only, so that no address is stored. */
export interface Pace {
  /** seconds to wait; 0 when a try is allowed. */
  wait(address: string): number
  fail(address: string): void
}

/** Limits sign-ins: an address with a hundred failures within ten minutes must wait; this slows the guessing of many usernames without hindering an office behind one address. */
export function signInRateLimit(now: () => Date): Pace {
  const failures = new Map<string, { count: number; readonly since: number }>()
  const current = (address: string) => {
    const found = failures.get(address)
    return found !== undefined && now().getTime() - found.since < WINDOW_MS ? found : undefined
  }
  return {
    wait(address) {
      const found = current(address)
      if (found === undefined || found.count < MOST_FAILURES) return 0
      return Math.ceil((found.since + WINDOW_MS - now().getTime()) / 1000)
    },
    fail(address) {
      const found = current(address)
      if (found !== undefined) found.count++
      else {
        if (failures.size >= MOST_ADDRESSES) failures.clear()
        failures.set(address, { count: 1, since: now().getTime() })
      }
    },
  }
}
