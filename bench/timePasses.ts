import type { Pass } from './contender.ts'
import { type Spent, startStopwatch } from './stopwatch.ts'

/** What the clock said over all timed passes: units for each second of a core, and of the wall. */
export interface Timing {
  readonly unitsPerSecond: number
  readonly byTheWall: number
  readonly passes: number
}

/** Runs a pass warm for `warmSeconds`, then timed for at least `seconds` of a core. Every pass, warm or timed, must give `wanted`; only then does its time count. */
export async function timePasses(
  pass: Pass,
  wanted: ArrayLike<number>,
  warmSeconds: number,
  seconds: number,
): Promise<Timing> {
  for (let spent = 0; spent < warmSeconds * 1000;) spent += (await checkedPass(pass, wanted)).core
  globalThis.gc?.()
  let [core, wall, passes] = [0, 0, 0]
  while (core < seconds * 1000) {
    const spent = await checkedPass(pass, wanted)
    core += spent.core
    wall += spent.wall
    passes += 1
  }
  const scored = passes * wanted.length * 1000
  return { unitsPerSecond: scored / core, byTheWall: scored / wall, passes }
}

async function checkedPass(pass: Pass, wanted: ArrayLike<number>): Promise<Spent> {
  const spent = startStopwatch()
  const got = await pass()
  const time = spent()
  if (got.length !== wanted.length) throw new RangeError(`${got.length} results for ${wanted.length} units`)
  for (let at = 0; at < wanted.length; at++) {
    if (got[at] !== wanted[at]) throw new RangeError(`unit ${at}: ${got[at]} instead of ${wanted[at]}`)
  }
  return time
}
