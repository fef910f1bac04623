const WINDOW_MS = 10 * 60_000
const MOST_FAILURES = 100
const MOST_ADDRESSES = 10_000

/** 同一地址的登录节奏: in memory only, so that no address is kept. */
export interface Pace {
  /** seconds to wait, 0 when free to try. */
  wait(address: string): number
  fail(address: string): void
}

/** 登录节奏: an address from which a hundred sign-ins failed within ten minutes waits; guessing many usernames is slow, an office behind one address is not hindered. */
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
