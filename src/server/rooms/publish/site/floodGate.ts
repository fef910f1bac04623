import { createHash } from 'node:crypto'

/** Most comments from one address in ten minutes (a whole office may share one), and from everywhere in one minute. */
const [MOST_FROM_ONE, MOST_FROM_ALL] = [20, 200]

const [ONE_SPAN, ALL_SPAN] = [10 * 60_000, 60_000]

/** Lets so many comments through and no more. Addresses are kept in memory alone, as hashes under a salt that changes every day. */
export function createFloodGate(now: () => Date, newSalt: () => string): (address: string) => boolean {
  let [day, salt] = ['', '']
  const seen = new Map<string, number[]>()
  let all: number[] = []
  return address => {
    const at = now().getTime()
    const today = now().toISOString().slice(0, 10)
    if (today !== day) {
      ;[day, salt] = [today, newSalt()]
      seen.clear()
    }
    const key = createHash('sha256')
      .update(`${salt} ${networkOf(address)}`)
      .digest('hex')
    const own = (seen.get(key) ?? []).filter(time => at - time < ONE_SPAN)
    all = all.filter(time => at - time < ALL_SPAN)
    if (own.length >= MOST_FROM_ONE || all.length >= MOST_FROM_ALL) return false
    seen.set(key, [...own, at])
    all.push(at)
    if (seen.size > 10_000) seen.delete(seen.keys().next().value!)
    return true
  }
}

/** Returns what one sender may hold of an address: of IPv6 its first 64 bits, within which anybody may change the rest. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = ''] = address.split('::')
  const groups = head.split(':').slice(0, 4)
  return [...groups, '0', '0', '0'].slice(0, 4).join(':')
}
