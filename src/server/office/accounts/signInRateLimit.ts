import { setTimeout as sleep } from 'node:timers/promises'
import { isIPv6 } from 'node:net'

const WINDOW_MS = 10 * 60_000
const MOST_FAILURES = 100
const MOST_NETWORKS = 10_000
const PAUSE_MS = 2000
/** Tries of one network that may wait at the same time. */
const MOST_WAITING = 4

/** The sign-in rate per network: kept in memory only, so that no address is stored. */
interface Pace {
  /** waits if the network has to; returns the seconds to wait before asking again when too many wait already, 0 when a try is allowed. */
  pause(network: string): Promise<number>
  fail(network: string): void
}

/**
 * Slows sign-ins: a network with a hundred failures within ten minutes waits two seconds for each further
 * try. This slows the guessing of many usernames, and an office behind one address still gets in.
 */
export function signInRateLimit(now: () => Date, wait: (ms: number) => Promise<void> = sleep): Pace {
  const failures = new Map<string, { count: number; readonly since: number }>()
  const waiting = new Map<string, number>()
  const current = (network: string) => {
    const found = failures.get(network)
    return found !== undefined && Math.abs(now().getTime() - found.since) < WINDOW_MS ? found : undefined
  }
  return {
    async pause(network) {
      if ((current(network)?.count ?? 0) < MOST_FAILURES) return 0
      const before = waiting.get(network) ?? 0
      if (before >= MOST_WAITING) return PAUSE_MS / 1000
      waiting.set(network, before + 1)
      try {
        await wait(PAUSE_MS)
        return 0
      } finally {
        const left = waiting.get(network)! - 1
        if (left === 0) waiting.delete(network)
        else waiting.set(network, left)
      }
    },
    fail(network) {
      const found = current(network)
      if (found !== undefined) found.count++
      else {
        if (failures.size >= MOST_NETWORKS) failures.clear()
        failures.set(network, { count: 1, since: now().getTime() })
      }
    },
  }
}

/** Returns the network of an address: an IPv4 address itself, of an IPv6 address its first half, within which one household or office may choose freely. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const [first, last] = [head, tail ?? ''].map(part => (part === '' ? [] : part.split(':')))
  const zeros = tail === undefined ? [] : Array<string>(8 - first!.length - last!.length).fill('0')
  return [...first!, ...zeros, ...last!]
    .slice(0, 4)
    .map(group => parseInt(group, 16).toString(16))
    .join(':')
}
