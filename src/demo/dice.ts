/** Returns a random number by a fixed 32-bit mix, so that each can be computed independently, on any machine, in any order. Whole numbers from 0 to 2^32 − 1. */
export function dice(state: number, salt: number): number {
  let mixed = (state ^ Math.imul(salt + 1, 0x9e3779b1)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Returns the initial state of a unit (or session): seed and index mixed once, the basis of all its random numbers. */
export function startOf(seed: number, index: number): number {
  return dice(dice(seed | 0, 0x51ed27) | 0, index)
}

/** Returns a random whole number from 0 up to, not including, `below`. */
export function throwBelow(state: number, salt: number, below: number): number {
  return Math.floor((dice(state, salt) / 4294967296) * below)
}
