import type { Pass } from './contender.ts'

/** What the clock said: units a second over all timed passes, and how many passes those were. */
export interface Timing {
  readonly unitsPerSecond: number
  readonly passes: number
}

/** Runs a pass warm for `warmSeconds`, then timed for at least `seconds`. Every pass, warm or timed, must give `wanted`; only then does its time count. */
export async function timePasses(pass: Pass, wanted: ArrayLike<number>, warmSeconds: number, seconds: number): Promise<Timing> {
  for (let spent = 0; spent < warmSeconds * 1000;) spent += await checkedPass(pass, wanted)
  globalThis.gc?.()
  let [spent, passes] = [0, 0]
  while (spent < seconds * 1000) {
    spent += await checkedPass(pass, wanted)
    passes += 1
  }
  return { unitsPerSecond: (passes * wanted.length * 1000) / spent, passes }
}

async function checkedPass(pass: Pass, wanted: ArrayLike<number>): Promise<number> {
  const started = performance.now()
  const got = await pass()
  const spent = performance.now() - started
  if (got.length !== wanted.length) throw new RangeError(`${got.length} results for ${wanted.length} units`)
  for (let at = 0; at < wanted.length; at++) {
    if (got[at] !== wanted[at]) throw new RangeError(`unit ${at}: ${got[at]} instead of ${wanted[at]}`)
  }
  return spent
}
