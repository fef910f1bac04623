/** Whether everything runs at full size (`npm run test:long`). */
export const LONG = process.env['HENGPING_LONG'] === '1'

/** What chance decides in this run is decided by this seed: `HENGPING_SEED`, else the same in every short run, and another in each long one. */
export const SEED = Number(process.env['HENGPING_SEED'] ?? 2018)

/** How many of something: all in the long run, a sample in every other. */
export const sized = (full: number, sample: number): number => (LONG ? full : sample)

/** How many times slower than it should be something may be where other programs run beside it. */
export const SLOWER = LONG ? 1 : 20

/** in ms: what is waited for longer does not come, on however slow a machine. */
export const LONGEST_WAIT = 600_000

/** in ms: the pause of what asks a server again and again how long it is silent; asking takes processor time, too. */
export const LOOK_AGAIN = sized(5, 25)

/** Starts a watch of the processor time of this thread, in ms: other programs of the machine add little to it. */
export function startWatch(): () => number {
  const from = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(from)
    return (user + system) / 1000
  }
}

/** Milliseconds that the work below took on the machine on which limits of processor time were set. */
const REFERENCE_MS = 26

/** How many times slower this machine is than the one on which limits of processor time were set: 1 or more. */
export function paceOfMachine(): number {
  const times = Array.from({ length: 5 }, () => {
    const watch = startWatch()
    const rows = Array.from({ length: 40_000 }, (_, nth) => ({ id: `${(nth * 7919) % 40_009}`, nth }))
    rows.sort((one, other) => (one.id < other.id ? -1 : 1))
    JSON.parse(JSON.stringify(rows))
    return watch()
  })
  return Math.max(1, Math.min(...times) / REFERENCE_MS)
}
